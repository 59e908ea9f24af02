"""Find every place in a text where some name stands, whatever it may mean."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.linking.folding import Folded
from dateline.linking.name_forms import Name
from dateline.linking.names import NameIndex
from dateline.linking.words import WORD, is_inside_word

_ADDRESS = re.compile(
    r"(?:(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*+://|\bwww\.)\S+"
    r"|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+"
    r"|(?<![\w.-])[\w-]++(?:\.[\w-]++)++/\S*"
)
_ADDRESS_SIGN = re.compile(r"[@#/]|\bwww\.")
"""Without one of these a text has no address and no tag; looking for them is quicker than for those."""

_TAG = re.compile(r"[@#]\w+")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a name stands; offsets in the folded text, in code points from 0."""

    start: int
    end: int
    names: tuple[Name, ...]


def find_spots(text: Folded, indexes: tuple[NameIndex, ...], is_open: Callable[[int, int], bool]) -> tuple[Spot, ...]:
    """Return the spots of a text, the longest first, then from left to right; they may overlap.

    Only spots count for which `is_open`, given their start and end in the author's text, is true.
    """
    found: dict[tuple[int, int], tuple[Name, ...]] = {}
    for index in indexes:
        for start, end, names in _occurrences(text.text, index):
            found[start, end] = (*found.get((start, end), ()), *names)
    addresses, tags = _mask(_ADDRESS, text.text), _mask(_TAG, text.text)
    spots = (
        Spot(start, end, names)
        for (start, end), names in found.items()
        if not any(addresses[start:end])
        and (text.text[start] in "@#" or not any(tags[start:end]))
        and is_open(text.origin(start), text.origin(end))
    )
    return tuple(sorted(spots, key=lambda spot: (spot.start - spot.end, spot.start)))


def _occurrences(text: str, index: NameIndex) -> Iterator[tuple[int, int, tuple[Name, ...]]]:
    for word in WORD.finditer(text):
        for lead, length in index.shapes.get(word[0], ()):
            start = word.start() - lead
            names = index.names.get(text[start : start + length]) if start >= 0 else None
            if names and not is_inside_word(text, start + length) and not _is_glued_tag(text, start):
                yield start, start + length, names


def _is_glued_tag(text: str, start: int) -> bool:
    return text[start] in "@#" and start > 0 and text[start - 1].isalnum()


def _mask(pattern: re.Pattern[str], text: str) -> bytearray:
    """One byte for each character, set where the pattern matches."""
    mask = bytearray(len(text))
    for match in pattern.finditer(text) if _ADDRESS_SIGN.search(text) else ():
        mask[match.start() : match.end()] = b"\1" * len(match[0])
    return mask
