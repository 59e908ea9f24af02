"""Turn names that a rule kept from counting into advice, those inside a bigger name under that name."""

import re
from collections.abc import Iterator
from dataclasses import field

from dateline.linking.common_words import BUILDERS, FUNCTION_WORDS, TITLES
from dateline.linking.files import LinkedFile, linked_files
from dateline.linking.folding import fold
from dateline.linking.linked import Linked
from dateline.linking.remedies import pin_line, times, wikilink
from dateline.linking.reports.advice import Advice, AdviceCode, by_weight
from dateline.linking.rules import BIGGER_NAME, FULL_NAME_MISSING, LEFT_ALONE, RULES
from dateline.model.dataclass import dataclass
from dateline.model.mention import Decision, Mention
from dateline.model.names import EntityId
from dateline.reading.content import Content

_BEFORE = re.compile(r"(?:(?<!\w)([^\W\d_])\. |([^\W\d_][\w'’]*)[ -])$")
_AFTER = re.compile(r"[ -]([^\W\d_][\w'’]*)")
_LONGEST_WORD = 40
_TOLD_ELSEWHERE = (LEFT_ALONE, FULL_NAME_MISSING)
_DOES = {rule.name: rule.does for rule in RULES}

_Key = tuple[str, str, str, EntityId | None]


@dataclass(slots=True)
class _Group:
    """Mentions that one remedy mends."""

    file: LinkedFile
    first: Mention
    paths: set[str] = field(default_factory=set)
    count: int = 0


def report_suppressed(_content: Content, linked: Linked) -> tuple[Advice, ...]:
    """Return one piece of advice for each bigger name, and for each name that another rule suppressed.

    What an author has left alone by hand is not told; names in part are a report of their own.
    """
    groups: dict[_Key, _Group] = {}
    for file, mention, block in _suppressed(linked):
        whole = bigger_name(block, mention.start, mention.end) if mention.rule == BIGGER_NAME else ""
        group = groups.setdefault((mention.rule, whole, mention.surface, mention.entity), _Group(file, mention))
        group.paths.add(mention.path)
        group.count += 1
    return by_weight(_advise(whole, group) for (_, whole, _, _), group in groups.items())


def bigger_name(text: str, start: int, end: int) -> str:
    """Return the capitalised words of which those between the offsets (code points, from 0) are a part."""
    while (match := _BEFORE.search(text, max(0, start - _LONGEST_WORD), start)) and _is_part(match[1] or match[2]):
        start = match.start()
    while (match := _AFTER.match(text, end)) and _is_part(match[1]):
        end = match.end()
    return text[start:end]


def _is_part(word: str) -> bool:
    small = fold(word).lower()
    return word[0].isupper() and (small in BUILDERS or not (small in FUNCTION_WORDS or small in TITLES))


def _suppressed(linked: Linked) -> Iterator[tuple[LinkedFile, Mention, str]]:
    for file in linked_files(linked):
        for mention, block in file.mentions():
            if mention.decision is Decision.SUPPRESSED and mention.rule not in _TOLD_ELSEWHERE:
                yield file, mention, block


def _advise(whole: str, group: _Group) -> Advice:
    first, count = group.first, group.count
    where = group.file.locate(first)
    often = times(count) + (f" in {len(group.paths)} files" if len(group.paths) > 1 else "")
    meant = f"the {first.surface} of {first.entity}" if first.entity else f"'{first.surface}'"
    by_hand = wikilink(first.entity or first.candidates[0], first.surface)
    if whole:
        message = f"'{first.surface}' stands inside '{whole}', {often}, which the registry does not hold"
        hint = f'register it (dateline new group "{whole}"; or person, place), or write {by_hand} if {meant} is meant'
    else:
        message = f"'{first.surface}' is not linked, {often}: the rule {first.rule} {_DOES.get(first.rule, 'says so')}"
        article = group.file.article
        pin = f"{pin_line(article, first.surface, first.entity)} in the header, or " if article and first.entity else ""
        hint = f"if {meant} is meant, write {pin}{by_hand}"
    return Advice(AdviceCode.NAME_SUPPRESSED, message, where, hint, count)
