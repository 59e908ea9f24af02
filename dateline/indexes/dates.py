"""Turn the EDTF texts of records into dates, and into what orders and files them: for plain days without a detour.

Records keep dates as EDTF. A large site has thousands of different days, and most builds need to know little of each.
"""

import re
from datetime import date
from functools import lru_cache

from dateline.model.date import DatePoint, Precision, SortKey, write_year
from dateline.model.edtf import parse_edtf

_MANY = 1 << 16
_DAY = re.compile(r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}")
_LATER_YEARS = {Precision.CENTURY: 99, Precision.DECADE: 9}

read_date = lru_cache(_MANY)(parse_edtf)
"""Return the date that an EDTF text says; each text is read once."""


@lru_cache(_MANY)
def is_known(edtf: str) -> bool:
    """Return whether anything is known of a date."""
    return is_day(edtf) or read_date(edtf).is_known


@lru_cache(_MANY)
def sort_key(edtf: str) -> SortKey:
    """Return the place of a date in the order of all dates (`HistoricalDate.sort_key`)."""
    if not is_day(edtf):
        return read_date(edtf).sort_key
    day = date.fromisoformat(edtf).toordinal()
    return (False, day, Precision.DAY, (), True, False, day, edtf)


@lru_cache(_MANY)
def filed_under(edtf: str) -> str:
    """Return the month, season, year or decade under which a date is filed, in EDTF; '' where nothing is known."""
    if is_day(edtf):
        return edtf[:7]
    anchor = read_date(edtf).anchor
    if anchor is None:
        return ""
    if anchor.precision < Precision.YEAR:
        return DatePoint(anchor.year, anchor.precision).edtf
    part = anchor.season or anchor.month
    return write_year(anchor.year) + (f"-{part:02d}" if part else "")


@lru_cache(_MANY)
def year_of(edtf: str) -> int | None:
    """Return the year of a date's anchor, astronomical; None for the unknown date."""
    return int(edtf[:4]) if is_day(edtf) else read_date(edtf).year


@lru_cache(_MANY)
def first_day(edtf: str) -> int | None:
    """Return the day number of the first day of a date (`HistoricalDate.first_day`)."""
    return date.fromisoformat(edtf).toordinal() if is_day(edtf) else read_date(edtf).first_day


@lru_cache(_MANY)
def days_of(edtf: str) -> tuple[float, float] | None:
    """Return the numbers of the first and the last day on which a date may lie; None for the unknown date.

    Where nothing says how far it reaches, back or on, it has no end there.
    """
    if is_day(edtf):
        day = date.fromisoformat(edtf).toordinal()
        return day, day
    found = read_date(edtf)
    if not found.is_known:
        return None
    first, last = found.first_day, found.last_day
    return float("-inf") if first is None else first, float("inf") if last is None else last


@lru_cache(_MANY)
def years_of(edtf: str) -> tuple[int, ...]:
    """Return the years of the first and the last day of what is known of a date; () for the unknown date."""
    if is_day(edtf):
        return int(edtf[:4]), int(edtf[:4])
    found = read_date(edtf)
    first, last = found.start or found.end, found.end or found.start
    if first is None or last is None:
        return ()
    return first.year, last.year + _LATER_YEARS.get(last.precision, 0)


@lru_cache(_MANY)
def is_day(edtf: str) -> bool:
    """Return whether a text, known to be a date, is a day of the years 1000 to 9999 and nothing else."""
    return len(edtf) == 10 and _DAY.fullmatch(edtf) is not None
