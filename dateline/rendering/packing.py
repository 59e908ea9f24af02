"""Turn years that follow each other into runs that a page holds: the longest spans that fit.

The spans are those of the calendar, so that a page keeps its address while entries are added, as long as it holds them.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Generic, TypeVar

from dateline.model.dataclass import dataclass

_YEAR = re.compile(r"(-?\d{3})([\dX])")  # or a decade
_FIVE = 5

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the calendar."""

    name: str
    """The last folder in the URL path of its page: `199x`, `1990-1994`."""
    edtf: str
    """`199X`, `1990/1994`."""


@dataclass(frozen=True, slots=True)
class Run(Generic[T]):
    """What stands on a page together."""

    members: tuple[T, ...]
    span: Span | None
    """The part of the calendar that holds them; None: there is one of them alone."""


Key = Callable[[T], Span | None]
"""Returns the span to which something belongs; None: to none."""


def pack(listed: Iterable[T], keys: Sequence[Key[T]], size: Callable[[T], int], most: int) -> Iterator[Run[T]]:
    """Return runs of up to `most`, by the first of the keys (the longest spans first) that makes them short enough.

    What no key makes short enough, or belongs to no span, stands alone, however large it is.
    """
    if not keys:
        yield from (Run((each,), None) for each in listed)
        return
    for span, group in _groups(listed, keys[0]):
        if span and sum(map(size, group)) <= most:
            yield Run(group, span)
        else:
            yield from pack(group, keys[1:], size, most)


def outgrown(
    listed: Sequence[T], keys: Sequence[Key[T]], size: Callable[[T], int], most: int
) -> Iterator[tuple[Span, tuple[T, ...]]]:
    """Return the spans of which one page held everything as long as that was less: their addresses may be known."""
    seen: set[tuple[int, int]] = set()
    for key in keys:
        start = 0
        for span, group in _groups(listed, key):
            place = (start, len(group))
            if span and place not in seen and sum(map(size, group)) > most:
                yield span, group
            seen.add(place)
            start += len(group)


def _groups(listed: Iterable[T], key: Key[T]) -> Iterator[tuple[Span | None, tuple[T, ...]]]:
    """What belongs to one span, and follows each other, together; no span where that is not all of it."""
    groups = [(span, tuple(group)) for span, group in groupby(listed, key=key)]
    times = Counter(span for span, _ in groups)
    return ((span if times[span] == 1 else None, group) for span, group in groups)


def decade_of(year: str) -> Span | None:
    """Return the decade of a year (or that decade itself) in EDTF."""
    found = _YEAR.fullmatch(year)
    return Span(f"{found[1]}x", f"{found[1]}X") if found else None


def five_years_of(year: str) -> Span | None:
    """Return the half of a decade to which a year of our era belongs."""
    found = _YEAR.fullmatch(year)
    if not found or found[2] == "X" or year.startswith("-"):
        return None
    first = int(year) // _FIVE * _FIVE
    return Span(f"{first:04}-{first + _FIVE - 1:04}", f"{first:04}/{first + _FIVE - 1:04}")
