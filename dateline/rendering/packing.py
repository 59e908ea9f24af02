"""Turn years (or months) that follow each other into runs that a page holds: the longest spans that fit.

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
    """The last folder in the URL path of its page: `199x`, `1990-1994`, `01-03`."""
    edtf: str
    """`199X`, `1990/1994`, `2019-01/2019-03`."""


@dataclass(frozen=True, slots=True)
class Run(Generic[T]):
    """What stands on a page together."""

    members: tuple[T, ...]
    span: Span | None
    """What of the calendar they fill; None: there is one of them alone."""


Key = Callable[[T], Span | None]
"""Returns the span to which something belongs; None: to none."""


def pack(listed: Iterable[T], keys: Sequence[Key[T]], size: Callable[[T], int], most: int) -> Iterator[Run[T]]:
    """Return runs of up to `most`, by the first of the keys (the longest spans first) that makes them short enough.

    What no key makes short enough, or belongs to no span, stands alone, however large it is.
    """
    if not keys:
        yield from (Run((each,), None) for each in listed)
        return
    groups = [(span, tuple(group)) for span, group in groupby(listed, key=keys[0])]
    times = Counter(span for span, _ in groups)
    for span, group in groups:
        if span and len(group) > 1 and times[span] == 1 and sum(map(size, group)) <= most:
            yield Run(group, span)
        else:
            yield from pack(group, keys[1:], size, most)


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


def months_of(year: str, month: int | None, number: int) -> Span | None:
    """Return the run of so many months of a year, counted from January, to which a month (1 to 12) belongs."""
    if month is None:
        return None
    first = (month - 1) // number * number + 1
    last = first + number - 1
    return Span(f"{first:02}-{last:02}", f"{year}-{first:02}/{year}-{last:02}")
