"""Find every place in a text where some name stands, whatever it may mean."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from operator import itemgetter

from dateline.linking.languages import is_grown, may_grow
from dateline.linking.name_forms import Name
from dateline.linking.names import NameIndex
from dateline.linking.words import is_whole_word

_ADDRESS = re.compile(
    r"(?:(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*+://|\bwww\.)\S+"
    r"|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+"
    r"|(?<![\w.-])[\w-]++(?:\.[\w-]++)++/\S*"
)
_TAG = re.compile(r"[@#]\w+")

Spot = tuple[int, int, tuple[Name, ...]]
"""Where a name starts and ends in a folded text, in code points from 0, and the names that are written so.

A plain tuple: one is made for every name in every text, and anything with names of fields takes four times as long.
"""


def find_spots(
    text: str, indexes: tuple[NameIndex, ...], is_open: Callable[[int, int], bool] | None, language: str = ""
) -> Sequence[Spot]:
    """Return the spots of a folded text, a line end before and behind it, in the order of their ends.

    They may overlap. Only spots count for which `is_open`, given their start and end, is true; None: all of them.
    `language` is the text's own, as a BCP 47 tag.
    """
    spots = _find_words(text, indexes[0], language)
    if len(indexes) > 1:
        spots = _merge([spots, *(_find_words(text, index, language) for index in indexes[1:])])
    if is_open is not None:
        spots = [spot for spot in spots if is_open(*spot[:2])]
    if spots and _may_have_address(text):
        is_closed = _closed_ground(text)
        spots = [spot for spot in spots if not is_closed(*spot[:2])]
    return spots


def _find_words(text: str, index: NameIndex, language: str) -> list[Spot]:
    """The names of an index that are whole words."""
    names, grows = index.names, may_grow(text)
    if grows or "_" in text or not text.isascii():
        return [
            (start, end, names[number])
            for number, start, end in index.automaton.find(text)
            if is_whole_word(text, start, end)
            or (grows and is_grown(text, start, end, language, _fewest(names[number])))
        ]
    # Of plain Latin letters most that is found is a part of a longer word, and one look tells: two letters meet.
    return [
        (start, end, names[number])
        for number, start, end in index.automaton.find(text)
        if not (text[end].isalnum() and text[end - 1].isalnum())
        and not (text[start - 1].isalnum() and text[start].isalnum())
    ]


def _merge(found: Iterable[Iterable[Spot]]) -> list[Spot]:
    """The spots of several indexes, the names that they have for the same words as one."""
    together: dict[tuple[int, int], tuple[Name, ...]] = {}
    for start, end, names in chain.from_iterable(found):
        together[end, start] = together.get((end, start), ()) + names
    return [(start, end, names) for (end, start), names in sorted(together.items(), key=itemgetter(0))]


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
