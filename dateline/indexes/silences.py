"""Turn the entries of a timeline into the longest time in which surely none of them lies."""

from collections.abc import Iterable
from itertools import accumulate
from operator import itemgetter

from dateline.indexes.entries import Entry
from dateline.indexes.lags import Lag, measure_lag
from dateline.model.light import light

SHORTEST = 31
"""Days: what is shorter is no silence."""


@light
class Silence:
    """A time in which nothing is told."""

    before: Entry
    """The entry after which it begins."""
    after: Entry
    """The one with which it ends."""
    lag: Lag
    """How long it is, as far as both dates say it."""


def longest_silence(entries: Iterable[Entry]) -> Silence | None:
    """Return the longest silence among entries, the first of several; None where none is surely so long.

    A date that is not a day is taken for the whole time that it may lie in, which may reach back or on without limit.
    """
    spans = sorted(filter(None, map(_span, entries)), key=lambda span: span[:2])
    longest: float = SHORTEST
    found = None
    for (_, last, before), (first, _, after) in zip(_reaching(spans), spans[1:], strict=False):
        lag = measure_lag(before.date, after.date) if first - last > longest else None
        if lag:
            longest, found = first - last, Silence(before, after, lag)
    return found


_Span = tuple[float, float, Entry]
"""The first and the last day on which an entry may lie, by number."""


def _span(entry: Entry) -> _Span | None:
    date = entry.date
    if not date.is_known:
        return None
    first, last = date.first_day, date.last_day
    return (float("-inf") if first is None else first), (float("inf") if last is None else last), entry


def _reaching(spans: list[_Span]) -> Iterable[_Span]:
    """For each span the one that reaches furthest, of it and those before it."""
    return accumulate(spans, lambda one, other: max(one, other, key=itemgetter(1)))
