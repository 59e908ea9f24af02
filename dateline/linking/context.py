"""Say whether a name is only a part of a bigger capitalised name: *New* Mexico, Jalisco *State Police*."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from dateline.linking.common_words import BUILDERS, FUNCTION_WORDS, TITLES

_BEFORE = re.compile(r"(?:(?<![\w.])([^\W\d_])\. |([^\W\d_][\w']*)[ -])$")
_AFTER = re.compile(r"[ -](?!\w-)([^\W\d_][\w']*+)(?!:)")
_LONGEST_NEIGHBOUR = 40


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of the words around a name."""

    common: AbstractSet[str]
    """Words that the author also writes with a small letter: no parts of names."""
    starts: AbstractSet[int]
    """Where full names start in the text: what stands beside one (the Mexico-US border) is not a part of it."""
    ends: AbstractSet[int]


def is_part_of_bigger_name(text: str, start: int, end: int, around: Surroundings) -> bool:
    """Return whether the folded text goes on, before or after the offsets, in capitalised words.

    A name of two words or more is held to be whole at its beginning: only words that names are made with
    (Western European Union) may come before it.
    """
    before = _BEFORE.search(text, max(0, start - _LONGEST_NEIGHBOUR), start)
    if before and before.end(2) not in around.ends and _is_part_before(before, around, " " in text[start:end]):
        return True
    after = _AFTER.match(text, end)
    return after is not None and after.start(1) not in around.starts and _is_name_part(after[1], around.common)


def _is_part_before(match: re.Match[str], around: Surroundings, is_long: bool) -> bool:  # noqa: FBT001
    word = match[1] or match[2]
    return _is_name_part(word, around.common) and (not is_long or word.lower() in BUILDERS)


def _is_name_part(word: str, common: AbstractSet[str]) -> bool:
    if not word[:1].isupper() or word.endswith("'s"):
        return False
    small = word.lower()
    return small in BUILDERS or not (small in FUNCTION_WORDS or small in TITLES or small in common)
