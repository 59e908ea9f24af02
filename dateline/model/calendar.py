"""Turn days of the proleptic Gregorian calendar into day numbers, and back, for a year of any size.

Years are numbered as astronomers do: year 0 exists and is 1 BC, year -43 is 44 BC. Day numbers are
those of `datetime.date.toordinal` (1 is 1 January of year 1), carried on below 1 and above 9999-12-31.
"""

from functools import lru_cache
from itertools import accumulate

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE_MONTH = tuple(accumulate(_MONTH_LENGTHS[:-1], initial=0))
_DAYS_IN_400_YEARS = 146_097
_DAYS_IN_100_YEARS = 36_524
_DAYS_IN_4_YEARS = 1_461


def is_leap(year: int) -> bool:
    """Say whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Return the number of days of a month (1 to 12)."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month - 1]


def to_ordinal(year: int, month: int = 1, day: int = 1) -> int:
    """Return the day number of a day (month and day from 1), which must exist."""
    past = year - 1
    before_year = past * 365 + past // 4 - past // 100 + past // 400
    return before_year + _DAYS_BEFORE_MONTH[month - 1] + (month > 2 and is_leap(year)) + day


GREGORIAN_FROM = to_ordinal(1582, 10, 15)
"""The day on which the Gregorian calendar began to be used."""


@lru_cache(maxsize=1 << 14)
def from_ordinal(ordinal: int) -> tuple[int, int, int]:
    """Return the year, month and day of a day number."""
    cycles, rest = divmod(ordinal - 1, _DAYS_IN_400_YEARS)
    # The last day of a cycle, and of four years, would open a fifth century or year: it stays in the fourth.
    centuries = min(rest // _DAYS_IN_100_YEARS, 3)
    rest -= centuries * _DAYS_IN_100_YEARS
    quads, rest = divmod(rest, _DAYS_IN_4_YEARS)
    singles = min(rest // 365, 3)
    year = cycles * 400 + centuries * 100 + quads * 4 + singles + 1
    return year, *_month_and_day(year, rest - singles * 365)


def weekday(ordinal: int) -> int:
    """Return the weekday of a day number: 0 is Monday, 6 is Sunday."""
    return (ordinal - 1) % 7


def _month_and_day(year: int, days: int) -> tuple[int, int]:
    month = 1
    while days >= days_in_month(year, month):
        days -= days_in_month(year, month)
        month += 1
    return month, days + 1
