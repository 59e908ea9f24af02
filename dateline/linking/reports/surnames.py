"""Turn articles that name somebody only in part, and nowhere in full, into advice."""

from collections.abc import Iterator

from dateline.linking.files import LinkedFile, linked_files
from dateline.linking.folding import fold
from dateline.linking.linked import Linked
from dateline.linking.remedies import alternatives, pin_line, times
from dateline.linking.reports.advice import Advice, AdviceCode, by_weight
from dateline.linking.rules import FULL_NAME_MISSING
from dateline.model.article import Article
from dateline.model.entity import Entity, Registry
from dateline.model.mention import Mention
from dateline.model.names import EntityId
from dateline.reading.content import Content


def report_surnames(content: Content, linked: Linked) -> tuple[Advice, ...]:
    """Return one piece of advice for each entity of an article of which only a part of the name stands there.

    It may be linked, where the article lists it or by the author's hand; or not, for want of the full name.
    """
    found: list[Advice] = []
    for file in linked_files(linked):
        if file.article:
            found += _advise_linked(file, content.registry)
            found += _advise_missing(file, file.article, content.registry)
    return by_weight(found)


def _advise_linked(file: LinkedFile, registry: Registry) -> Iterator[Advice]:
    found: dict[EntityId, list[Mention]] = {}
    for mention, _ in file.mentions():
        if mention.means:
            found.setdefault(mention.means, []).append(mention)
    for identity, mentions in found.items():
        entity = registry.by_id[identity]
        if all(_is_a_part(mention.surface, entity) for mention in mentions):
            surfaces = " and ".join(f"'{surface}'" for surface in dict.fromkeys(m.surface for m in mentions))
            message = f"{surfaces} for {identity}, {times(len(mentions))}, with no full name of it in the article"
            hint = f"write '{entity.name}' where it is first named"
            yield Advice(AdviceCode.SURNAME_ONLY, message, file.locate(mentions[0]), hint, len(mentions))


def _advise_missing(file: LinkedFile, article: Article, registry: Registry) -> Iterator[Advice]:
    found: dict[tuple[str, tuple[EntityId, ...]], list[Mention]] = {}
    for mention, _ in file.mentions():
        if mention.rule == FULL_NAME_MISSING:
            found.setdefault((mention.surface, mention.candidates), []).append(mention)
    for (surface, candidates), mentions in found.items():
        names = alternatives(f"{each} ({registry.by_id[each].name})" for each in candidates)
        message = f"'{surface}' is not linked, {times(len(mentions))}, with no full name of {names} in the article"
        full = alternatives(f"'{registry.by_id[each].name}'" for each in candidates)
        pins = alternatives(pin_line(article, surface, each) for each in candidates)
        hint = f"write {full} where it is first named, or in the header {pins}"
        yield Advice(AdviceCode.SURNAME_ONLY, message, file.locate(mentions[0]), hint, len(mentions))


def _is_a_part(surface: str, entity: Entity) -> bool:
    """Whether the words are some of the entity's name, and no name of it that stands alone."""
    words, name = _words(surface), _words(entity.name)
    wholes = [name, *(_words(alias) for alias in entity.aliases)]
    return words not in wholes and set(words) < set(name)


def _words(text: str) -> list[str]:
    return fold(text).casefold().replace("-", " ").split()
