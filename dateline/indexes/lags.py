"""Turn when something happened and when it was told into how much later that was, as far as both dates say it.

Of a date that is not a day the earliest and the latest day count, and so a lag has a least and a most: what was in 2019
and was told on 1 August 2022 was told two or three years later. Whole units are counted, the largest that have passed.
"""

from enum import IntEnum
from functools import lru_cache

from dateline.indexes.dates import read_date
from dateline.model.calendar import from_ordinal
from dateline.model.date import DatePoint, HistoricalDate, Precision
from dateline.model.light import light

WEEK = 7
"""Days: a lag is more than these, and surely so."""

_MANY = 1 << 16
_MONTHS_IN_MONTHS = 2
_MONTHS_IN_YEARS = 24
_LONGEST_MONTH = 31
_LONGEST_YEAR = 366
_YEARS = {Precision.CENTURY: 100, Precision.DECADE: 10, Precision.YEAR: 1}

_Days = tuple[int | None, int | None]
"""The first and the last day that a date may be, by number; None: there is no limit, or nobody knows it."""


class Unit(IntEnum):
    """What a lag is counted in."""

    DAY = 1
    MONTH = 2
    YEAR = 3


@light
class Lag:
    """How long after something had happened it was told, or how long before."""

    unit: Unit
    least: int
    """So many whole units, or more."""
    most: int | None
    """So many whole units, or fewer; None: nobody knows how many."""
    is_before: bool = False
    """Whether it was told before it happened: announced."""
    approximate: bool = False
    """Whether one of the dates is only about right."""
    uncertain: bool = False
    """Whether one of the dates may be wrong."""


@lru_cache(_MANY)
def lag_between(happened: str, told: str) -> Lag | None:
    """Return the lag between two dates in EDTF; None where it is not surely more than a week."""
    return measure_lag(read_date(happened), read_date(told))


def measure_lag(happened: HistoricalDate, told: HistoricalDate) -> Lag | None:
    """Return the lag between two dates; None where it is not surely more than a week."""
    before, after = _days(happened), _days(told)
    for is_before, earlier, later in ((False, before, after), (True, after, before)):
        if _is_surely_apart(happened, told, is_before=is_before):
            return _measure(earlier, later, happened, told, is_before=is_before)
    return None


def whole_months(first: int, last: int) -> int:
    """Return how many whole months lie between two days, by their numbers; the first is not after the last."""
    (year, month, day), (later_year, later_month, later_day) = from_ordinal(first), from_ordinal(last)
    return (later_year - year) * 12 + later_month - month - (later_day < day)


def _measure(earlier: _Days, later: _Days, *dates: HistoricalDate, is_before: bool) -> Lag | None:
    (first, last), (then, at_last) = earlier, later
    assert last is not None, "what is surely apart has a limit there"  # noqa: S101
    assert then is not None, "what is surely apart has a limit there"  # noqa: S101
    shortest = (last, then)
    longest = None if first is None or at_last is None else (first, at_last)
    unit = _unit(longest or shortest, is_exact=all(_is_exact(date) for date in dates))
    points = [point for date in dates for point in (date.start, date.end) if point]
    approximate, uncertain = any(point.approximate for point in points), any(point.uncertain for point in points)
    least, most = _count(shortest, unit), None if longest is None else _count(longest, unit)
    if not least and (approximate or uncertain or most is None):
        return None
    return Lag(unit, least, most, is_before, approximate, uncertain)


def _unit(days: tuple[int, int], *, is_exact: bool) -> Unit:
    months = whole_months(*days)
    if months >= _MONTHS_IN_YEARS:
        return Unit.YEAR
    return Unit.DAY if is_exact and months < _MONTHS_IN_MONTHS else Unit.MONTH


def _count(days: tuple[int, int], unit: Unit) -> int:
    if unit is Unit.DAY:
        return days[1] - days[0]
    months = whole_months(*days)
    return months // 12 if unit is Unit.YEAR else months


def _is_exact(date: HistoricalDate) -> bool:
    return all(point is None or point.precision >= Precision.DAY for point in (date.start, date.end))


def _is_surely_apart(happened: HistoricalDate, told: HistoricalDate, *, is_before: bool) -> bool:
    """Whether more than a week lies between; a date that is about right may lie as far off again as it is long."""
    earlier, later = (told, happened) if is_before else (happened, told)
    if earlier.end is None or later.start is None:
        return False
    last = earlier.end.last_day + _slack(earlier.end)
    return later.start.first_day - _slack(later.start) - last > WEEK


def _slack(point: DatePoint) -> int:
    if not point.is_qualified:
        return 0
    if point.precision in _YEARS:
        return _LONGEST_YEAR * _YEARS[point.precision]
    return _LONGEST_MONTH if point.precision < Precision.DAY else WEEK


def _days(date: HistoricalDate) -> _Days:
    return date.first_day, date.last_day
