"""Find every place in a text where some name stands, whatever it may mean."""

import re
from collections.abc import Callable, Iterable
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from dateline.linking.folding import Folded
from dateline.linking.languages import is_grown, may_grow
from dateline.linking.name_forms import Name
from dateline.linking.names import NameIndex
from dateline.linking.words import is_whole_word

_ADDRESS = re.compile(
    r"(?:(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*+://|\bwww\.)\S+"
    r"|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+"
    r"|(?<![\w.-])[\w-]++(?:\.[\w-]++)++/\S*"
)
_NEW = tuple.__new__
_PLACE = itemgetter(0, 1)
_TAG = re.compile(r"[@#]\w+")

_Word = tuple[int, int, tuple[Name, ...]]
"""The length of a word with a minus, its start, and its names: sorted by the first two, the longest come first."""


# A named tuple: one is made for every name in every text, and a frozen dataclass takes three times as long to make.
class Spot(NamedTuple):
    """A place where a name stands; offsets in the folded text, in code points from 0."""

    start: int
    end: int
    names: tuple[Name, ...]


def find_spots(
    text: Folded, indexes: tuple[NameIndex, ...], is_open: Callable[[int, int], bool] | None, language: str = ""
) -> tuple[Spot, ...]:
    """Return the spots of a text, the longest first, then from left to right; they may overlap.

    Only spots count for which `is_open`, given their start and end in the author's text, is true; None: all of
    them. `language` is the text's own, as a BCP 47 tag.
    """
    found = _find_words(text.text, indexes[0], language)
    if len(indexes) > 1:
        found = _merge([found, *(_find_words(text.text, index, language) for index in indexes[1:])])
    if not found:
        return ()
    found.sort(key=_PLACE)
    # The tuple's own maker, without the call that looks at names of fields.
    spots = [_NEW(Spot, (start, start - length, names)) for length, start, names in found]
    if is_open is not None:
        spots = [spot for spot in spots if is_open(*text.span(spot.start, spot.end))]
    if _may_have_address(text.text):
        is_closed = _closed_ground(text.text)
        spots = [spot for spot in spots if not is_closed(spot.start, spot.end)]
    return tuple(spots)


def _find_words(text: str, index: NameIndex, language: str) -> list[_Word]:
    """The names of an index that are whole words."""
    names, size, grows = index.names, len(text), may_grow(text)
    if grows or "_" in text or not text.isascii():
        return [
            (start - end, start, names[number])
            for number, start, end in index.automaton.find(text)
            if is_whole_word(text, start, end)
            or (grows and is_grown(text, start, end, language, _fewest(names[number])))
        ]
    # Of plain Latin letters most that is found is a part of a longer word, and one look tells: two letters meet.
    return [
        (start - end, start, names[number])
        for number, start, end in index.automaton.find(text)
        if not ((end < size and text[end - 1 : end + 1].isalnum()) or (start and text[start - 1 : start + 1].isalnum()))
    ]


def _merge(found: Iterable[Iterable[_Word]]) -> list[_Word]:
    """The names that several indexes have for the same words, as one."""
    together: dict[tuple[int, int], tuple[Name, ...]] = {}
    for length, start, names in chain.from_iterable(found):
        together[length, start] = together.get((length, start), ()) + names
    return [(length, start, names) for (length, start), names in together.items()]


def _may_have_address(text: str) -> bool:
    """Whether a text has what is in every address or tag; looking for that is quicker than for those."""
    return "@" in text or "#" in text or "/" in text or "www." in text


def _closed_ground(text: str) -> Callable[[int, int], bool]:
    """Tell of a stretch of the text whether a name in it would stand in an address or a tag."""
    addresses, tags = _mask(_ADDRESS, text), _mask(_TAG, text)

    def is_closed(start: int, end: int) -> bool:
        if text[start] in "@#":
            return any(addresses[start:end]) or (start > 0 and text[start - 1].isalnum())
        return any(addresses[start:end]) or any(tags[start:end])

    return is_closed


def _fewest(names: tuple[Name, ...]) -> int:
    """How long a name must be for something to grow before it: Karim is no *ka* and Rim, Wissam no *wa* and Sam."""
    return 4 if any(name.is_person for name in names) else 3


def _mask(pattern: re.Pattern[str], text: str) -> bytearray:
    """One byte for each character, set where the pattern matches."""
    mask = bytearray(len(text))
    for match in pattern.finditer(text):
        mask[match.start() : match.end()] = b"\1" * len(match[0])
    return mask
