"""Turn the entries of a timeline into the longest time in which surely none of them lies."""

from collections.abc import Iterable, Iterator
from operator import itemgetter

from dateline.indexes.dates import days_of
from dateline.indexes.entries import Entry
from dateline.indexes.lags import Lag, lag_between
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
    spans = sorted(_spans(entries), key=itemgetter(0, 1))
    longest: float = SHORTEST
    found = None
    _, last, before = spans[0] if spans else (0, 0, None)
    for first, its_last, entry in spans:
        if first - last > longest and before and (lag := lag_between(before.edtf, entry.edtf)):
            longest, found = first - last, Silence(before, entry, lag)
        if its_last > last:
            last, before = its_last, entry
    return found


def _spans(entries: Iterable[Entry]) -> Iterator[tuple[float, float, Entry]]:
    """The first and the last day on which each entry may lie, by number."""
    for entry in entries:
        if days := days_of(entry.edtf):
            yield *days, entry
