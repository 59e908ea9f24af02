"""Turn names that may mean two or more entities into advice: the pin that settles each."""

from collections.abc import Iterator, Sequence

from dateline.linking.files import LinkedFile, linked_files
from dateline.linking.linked import Linked
from dateline.linking.remedies import alternatives, pin_line, times, wikilink
from dateline.linking.reports.advice import Advice, AdviceCode, by_weight
from dateline.model.entity import Registry
from dateline.model.mention import Decision, Mention
from dateline.reading.content import Content


def report_ambiguous(content: Content, linked: Linked) -> tuple[Advice, ...]:
    """Return one piece of advice for each name of a file that is ambiguous there."""
    return by_weight(advice for file in linked_files(linked) for advice in _advise(file, content.registry))


def _advise(file: LinkedFile, registry: Registry) -> Iterator[Advice]:
    found: dict[str, list[Mention]] = {}
    for mention, _ in file.mentions():
        if mention.decision is Decision.AMBIGUOUS:
            found.setdefault(mention.surface, []).append(mention)
    for surface, mentions in found.items():
        meant = [f"{each} ({registry.by_id[each].name})" for each in mentions[0].candidates]
        message = f"'{surface}' may mean {alternatives(meant)}, {times(len(mentions))}"
        where = file.locate(mentions[0])
        yield Advice(AdviceCode.NAME_AMBIGUOUS, message, where, _settle(file, surface, mentions), len(mentions))


def _settle(file: LinkedFile, surface: str, mentions: Sequence[Mention]) -> str:
    candidates = mentions[0].candidates
    article = file.article
    if article:
        return f"write in the header {alternatives(pin_line(article, surface, each) for each in candidates)}"
    return f"write {alternatives(wikilink(each, surface) for each in candidates)}"
