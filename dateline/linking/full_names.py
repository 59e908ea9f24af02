"""Find the full names that no list holds: a given name, something between, and a surname of the same person."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from dateline.linking.folding import fold
from dateline.linking.name_forms import Name
from dateline.linking.rules import ALIAS, GIVEN_NAME, MIDDLE_NAME, NICKNAME, SURNAME, WEAK_ALIAS
from dateline.linking.spots import Spot
from dateline.model.names import EntityId

_QUOTED = re.compile(r" (?:\"[^\"\n]{2,40}\"|'[^'\"\n]{2,40}'|\([^()\n]{2,40}\)) (?=\w)")
_INITIALS = re.compile(r" (?:[A-Z]\. ?){1,3}(?=[A-Z]\w)")
_LAST = (SURNAME, ALIAS, WEAK_ALIAS)
_LONGEST_SURNAME = 60
_WORDS = re.compile(r" (?:(?:(?:de|del|la|los) )*[A-Z]\w+ ){1,2}?(?=[A-Z]\w)")

_MIDDLE = re.compile("|".join(pattern.pattern for pattern in (_QUOTED, _INITIALS, _WORDS)))


def may_run_through_more(text: str, spots: Sequence[Spot]) -> bool:
    """Return whether something that may be a middle name follows any given name in a folded text."""
    for _, end, names in spots:
        for name in names:
            if name.rule == GIVEN_NAME:
                if _MIDDLE.match(text, end):
                    return True
                break  # the same would follow all others
    return False


def add_full_names(text: str, spots: Sequence[Spot], named: Container[EntityId] | None) -> Sequence[Spot]:
    """Return the spots of a folded text, and those that a nickname in quotes or a middle name runs through.

    In the order of their ends, as they came. `named` are those whom the texts name as the registry does: a middle
    name written out makes somebody else of them; None while that is not known.
    """
    given = [(start, end, name) for start, end, names in spots for name in names if name.rule == GIVEN_NAME]
    found = {(end, start): names for start, end, names in spots}
    written = {where for where, names in found.items() if any(not name.is_weak for name in names)}
    surnames = _surnames(spots)
    for start, end, name in sorted(given, key=lambda each: (each[0] - each[1], each[0])):
        is_new = named is not None and name.entity not in named
        for last, full in _full_names(text, end, name, surnames, is_new=is_new):
            if (last, start) not in written:
                found[last, start] = (*found.get((last, start), ()), full)
    return [(start, end, names) for (end, start), names in sorted(found.items(), key=itemgetter(0))]


def _surnames(spots: Sequence[Spot]) -> Mapping[tuple[str, int], int]:
    """Where the longest surname of an entity that starts at an offset ends."""
    ends: dict[tuple[str, int], int] = defaultdict(int)
    for start, end, names in spots:
        for name in names:
            if name.is_person and name.rule in _LAST:
                ends[name.entity, start] = max(ends[name.entity, start], end)
    return ends


def _full_names(
    text: str, given: int, name: Name, surnames: Mapping[tuple[str, int], int], *, is_new: bool
) -> Iterator[tuple[int, Name]]:
    """Where a full name ends whose given name ends here, and what it is."""
    if (quoted := _QUOTED.match(text, given)) and (name.entity, quoted.end()) in surnames:
        yield surnames[name.entity, quoted.end()], replace(name, rule=NICKNAME, is_weak=False)
    initials = _INITIALS.match(text, given)
    if initials and (name.entity, initials.end()) in surnames and _may_be(text, initials, name):
        yield surnames[name.entity, initials.end()], replace(name, rule=MIDDLE_NAME, is_weak=False)
    words = _WORDS.match(text, given)
    if is_new and words and (name.entity, words.end()) in surnames and _may_be(text, words, name):
        yield surnames[name.entity, words.end()], replace(name, rule=MIDDLE_NAME, is_weak=False)


def _may_be(text: str, middle: re.Match[str], name: Name) -> bool:
    """Whether the middle names between a given name and a surname may be the person's: J. is not William."""
    surname = text[middle.end() : middle.end() + _LONGEST_SURNAME].split(maxsplit=1)[0]
    between = fold(name.text).partition(f" {surname.strip(',.;:!?')}")[0].split()[1:]
    registered = {word[0] for word in between if word[0].isupper()}
    return not registered or {word[0] for word in middle[0].replace(".", " ").split()} <= registered
