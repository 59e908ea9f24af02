"""Turn what is known of when something happened into a value: an interval whose ends have a precision.

The text form is the Extended Date/Time Format, levels 0 and 1 (EDTF, Library of Congress, 2019-02-04;
ISO 8601-2:2019); `dateline.model.edtf` reads it. The calendar is the proleptic Gregorian one, with a
year 0, as the format prescribes.
"""

import re
from dataclasses import KW_ONLY
from enum import Enum, IntEnum

from dateline.model.calendar import days_in_month, to_ordinal
from dateline.model.dataclass import dataclass


class Precision(IntEnum):
    """How finely a point in time is known, from the coarsest to the finest."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    SEASON = 4
    MONTH = 5
    DAY = 6
    MINUTE = 7
    SECOND = 8


class Bound(Enum):
    """What the end of an interval says: a date, that there is no limit, or that nobody knows."""

    KNOWN = "known"
    OPEN = ".."
    UNKNOWN = ""


SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24

# The format names seasons and gives them no months. Dateline takes the meteorological seasons of the
# northern hemisphere, and of winter only December: its other months lie in another year, and the
# seasons of a year should stand in that year, one after the other.
SEASON_MONTHS = {SPRING: (3, 5), SUMMER: (6, 8), AUTUMN: (9, 11), WINTER: (12, 12)}

_YEARS_SPANNED = {Precision.CENTURY: 100, Precision.DECADE: 10, Precision.YEAR: 1}
_OPTIONAL_PARTS = ("season", "month", "day", "hour", "minute", "second")
_PARTS = {
    Precision.CENTURY: (),
    Precision.DECADE: (),
    Precision.YEAR: (),
    Precision.SEASON: ("season",),
    Precision.MONTH: ("month",),
    Precision.DAY: ("month", "day"),
    Precision.MINUTE: ("month", "day", "hour", "minute"),
    Precision.SECOND: ("month", "day", "hour", "minute", "second"),
}
_UNSPECIFIED_PARTS = {Precision.YEAR: (Precision.MONTH, Precision.DAY), Precision.MONTH: (Precision.DAY,)}
# RFC 9557, section 4.1: the name in a time zone suffix; a part may not be "." or "..".
_ZONE = re.compile(r"(?!\.{1,2}(?:/|$))[A-Za-z._][A-Za-z0-9._+-]*(?:/(?!\.{1,2}(?:/|$))[A-Za-z._][A-Za-z0-9._+-]*)*")
_LARGEST_OFFSET = 23 * 60 + 59

SortKey = tuple[bool, int, int, tuple[int, ...], bool, bool, int, str]


class ImpossibleDateError(ValueError):
    """The parts given make no date; the message is a plain sentence that says why."""


@dataclass(frozen=True, slots=True)
class DatePoint:
    """One point in time, as far as it is known.

    `year` is astronomical (0 is 1 BC); for a decade or century it is the first of its years (2010 for
    `201X`, -49 for `-004X`). `offset` is in minutes east of UTC; `zone` an IANA name, of which only the
    form is checked. `unspecified` names the finest part that the text writes as `XX` (`2004-XX`): it
    says that there is such a part and nobody knows it. Where it is the month, a year may have a `day`
    (`2004-XX-05`: the 5th of one of its months). Raises ImpossibleDateError.
    """

    year: int
    precision: Precision
    _: KW_ONLY
    season: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    offset: int | None = None
    zone: str | None = None
    approximate: bool = False
    uncertain: bool = False
    unspecified: Precision | None = None

    def __post_init__(self) -> None:
        _check_parts(self)
        _check_year(self)
        _check_day(self)
        _check_time(self)

    def __hash__(self) -> int:
        # Points that differ elsewhere are few; dates are looked up by what they are again and again.
        return hash((self.year, self.month, self.day))

    @property
    def is_qualified(self) -> bool:
        """Whether the point is approximate or uncertain."""
        return self.approximate or self.uncertain

    @property
    def has_time(self) -> bool:
        """Whether a time of day is known."""
        return self.precision >= Precision.MINUTE

    @property
    def clock(self) -> tuple[int, ...]:
        """Hour, minute and second as far as they are known, on the clock that the text speaks of."""
        return tuple(part for part in (self.hour, self.minute, self.second) if part is not None)

    @property
    def first_day(self) -> int:
        """The day number of the first day that this point may be (see `dateline.model.calendar`)."""
        return to_ordinal(self.year, self._months[0], self.day or 1)

    @property
    def last_day(self) -> int:
        """The day number of the last day that this point may be."""
        month = self._months[1]
        year = self.year + _YEARS_SPANNED.get(self.precision, 1) - 1
        return to_ordinal(year, month, self.day or days_in_month(year, month))

    @property
    def filing_day(self) -> int:
        """The day number of the first day of the year, month … under which the point is filed."""
        return self.first_day if self.month else to_ordinal(self.year, self._months[0])

    @property
    def edtf(self) -> str:
        """The point in EDTF, in the one form that Dateline writes."""
        return _write_date(self) + _write_time(self) + _write_qualifier(self)

    @property
    def datetime_attribute(self) -> str:
        """What `<time datetime>` may carry of this point (HTML, "valid date string" and its kin), or ''."""
        if not 1 <= self.year <= 9999 or self.precision in (Precision.CENTURY, Precision.DECADE, Precision.SEASON):
            return ""
        known = (self.month, self.day) if self.month else ()
        day = "".join(f"-{part:02d}" for part in known if part is not None)
        return f"{self.year:04d}{day}{_write_clock(self)}"

    @property
    def _months(self) -> tuple[int, int]:
        if self.season is not None:
            return SEASON_MONTHS[self.season]
        return (1, 12) if self.month is None else (self.month, self.month)


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """When something happened: a point (start and end are the same) or an interval.

    A missing end has a bound that says what its absence means. Times of day occur in points only,
    never in intervals, as the format has it. Raises ImpossibleDateError.
    """

    start: DatePoint | None
    end: DatePoint | None
    start_bound: Bound = Bound.KNOWN
    end_bound: Bound = Bound.KNOWN

    def __post_init__(self) -> None:
        if (self.start is None) is (self.start_bound is Bound.KNOWN):
            raise ImpossibleDateError("the start of an interval is a date, open or unknown, and only one of these")
        if (self.end is None) is (self.end_bound is Bound.KNOWN):
            raise ImpossibleDateError("the end of an interval is a date, open or unknown, and only one of these")
        _check_interval(self)

    def __hash__(self) -> int:
        return hash(self.start or self.end)  # intervals that begin alike are few

    @classmethod
    def at(cls, point: DatePoint) -> "HistoricalDate":
        """Return the date that is this one point."""
        return cls(point, point)

    @property
    def is_known(self) -> bool:
        """Whether anything at all is known of the date."""
        return self.anchor is not None

    @property
    def is_single(self) -> bool:
        """Whether the date is one point, not an interval."""
        return self.start is not None and self.start == self.end

    @property
    def anchor(self) -> DatePoint | None:
        """The point by which the date is filed: its start, else its end, None where it is unknown."""
        return self.start or self.end

    @property
    def precision(self) -> Precision | None:
        """The precision of the anchor."""
        return self.anchor.precision if self.anchor else None

    @property
    def year(self) -> int | None:
        """The year of the anchor; of a decade or century its first year."""
        return self.anchor.year if self.anchor else None

    @property
    def month(self) -> int | None:
        """The month of the anchor (1 to 12), None where it is coarser than a month."""
        return self.anchor.month if self.anchor else None

    @property
    def first_day(self) -> int | None:
        """The day number of the first day of the extent, None where it is open or unknown."""
        return self.start.first_day if self.start else None

    @property
    def last_day(self) -> int | None:
        """The day number of the last day of the extent, None where it is open or unknown."""
        return self.end.last_day if self.end else None

    @property
    def sort_key(self) -> SortKey:
        """The place of the date in the order of all dates: different dates never tie.

        First the earliest day of the anchor (of its year, where a day is of an unknown month); then the
        coarser date, so that a year opens its year; then the time on the local clock; then the end, of
        which a missing one is the latest. The unknown date comes last. What is left is settled by the
        EDTF text.
        """
        point = self.anchor
        if point is None:
            return (True, 0, 0, (), False, False, 0, "")
        # Minutes and seconds rank alike, else 15:00 would come before 14:05:30.
        rank = min(point.precision, Precision.MINUTE)
        end = self.end.last_day if self.end else 0
        return (False, point.filing_day, rank, point.clock, self.start is not None, self.end is None, end, self.edtf)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, HistoricalDate):
            return NotImplemented
        return self.sort_key < other.sort_key

    @property
    def edtf(self) -> str:
        """The date in EDTF, in the one form that Dateline writes; `unknown` where nothing is known."""
        if not self.is_known:
            return "unknown"
        if self.start and self.is_single:
            return self.start.edtf
        start = self.start.edtf if self.start else self.start_bound.value
        end = self.end.edtf if self.end else self.end_bound.value
        return f"{start}/{end}"

    def __str__(self) -> str:
        return self.edtf

    @property
    def datetime_attributes(self) -> tuple[str, ...]:
        """What `<time datetime>` may carry: one value for a point, up to two for an interval, or none.

        Qualifiers are dropped and precision is never raised. HTML has no form for seasons, decades,
        centuries and years outside 1 to 9999: such an end gives none.
        """
        points = (self.start,) if self.is_single else (self.start, self.end)
        return tuple(point.datetime_attribute for point in points if point and point.datetime_attribute)


def write_year(year: int) -> str:
    """Return a year in EDTF: four digits and a sign if need be, or `Y` before a longer one."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def _check_parts(point: DatePoint) -> None:
    given = tuple(name for name in _OPTIONAL_PARTS if getattr(point, name) is not None)
    is_day_of_some_month = given == ("day",) and point.unspecified is Precision.MONTH
    if given != _PARTS[point.precision] and not (is_day_of_some_month and point.precision is Precision.YEAR):
        raise ImpossibleDateError(f"a date precise to the {point.precision.name.lower()} cannot have these parts")
    if point.unspecified and point.unspecified not in _UNSPECIFIED_PARTS.get(point.precision, ()):
        raise ImpossibleDateError("only a month or day that follows what is known can be unspecified")


def _check_year(point: DatePoint) -> None:
    if abs(point.year) > 9999 and (point.precision is not Precision.YEAR or point.unspecified):
        raise ImpossibleDateError("a year of more than four digits stands alone, without month or season")
    span = _YEARS_SPANNED.get(point.precision, 1)
    if point.year % span != (0 if point.year >= 0 else 1 % span):
        raise ImpossibleDateError(f"no {point.precision.name.lower()} begins in {point.year}")


def _check_day(point: DatePoint) -> None:
    if point.season is not None and point.season not in SEASON_MONTHS:
        raise ImpossibleDateError(f"there is no season {point.season}: they are 21 (spring) to 24 (winter)")
    if point.month is None:
        if point.day is not None and not 1 <= point.day <= 31:
            raise ImpossibleDateError(f"no month has a day {point.day}")
        return
    if not 1 <= point.month <= 12:
        raise ImpossibleDateError(f"there is no month {point.month}")
    if point.day is not None and not 1 <= point.day <= days_in_month(point.year, point.month):
        raise ImpossibleDateError(f"there is no day {point.day} in {write_year(point.year)}-{point.month:02d}")


def _check_time(point: DatePoint) -> None:
    if not point.has_time:
        if point.offset is not None or point.zone is not None:
            raise ImpossibleDateError("a time zone needs a time of day")
        return
    if point.is_qualified:
        raise ImpossibleDateError("a date with a time of day cannot be approximate or uncertain: leave out the time")
    hour, minute, second = point.hour or 0, point.minute or 0, point.second or 0
    if not (0 <= hour <= 23 and 0 <= minute <= 59 and 0 <= second <= 59):
        raise ImpossibleDateError("a time of day lies between 00:00:00 and 23:59:59")
    if point.offset is not None and abs(point.offset) > _LARGEST_OFFSET:
        raise ImpossibleDateError("an offset from UTC is less than a day")
    if point.zone is not None and not _ZONE.fullmatch(point.zone):
        raise ImpossibleDateError(f"'{point.zone}' is not the name of a time zone, such as America/Mexico_City")


def _check_interval(date: HistoricalDate) -> None:
    start, end = date.start, date.end
    if start is None and end is None and not date.start_bound is date.end_bound is Bound.UNKNOWN:
        raise ImpossibleDateError("an interval needs at least one date: write unknown if there is none")
    if not date.is_single and any(point.has_time for point in (start, end) if point):
        raise ImpossibleDateError("an interval is made of days, without times")
    if start and end and start.first_day > end.last_day:
        raise ImpossibleDateError(f"the interval {start.edtf}/{end.edtf} ends before it begins")


def _write_date(point: DatePoint) -> str:
    if point.precision is Precision.CENTURY:
        return _write_leading_digits(point.year, 2) + "XX"
    if point.precision is Precision.DECADE:
        return _write_leading_digits(point.year, 3) + "X"
    known = [write_year(point.year)]
    if point.day and not point.month:
        return f"{known[0]}-XX-{point.day:02d}"
    known += [f"{part:02d}" for part in (point.season, point.month, point.day) if part is not None]
    hidden = (point.unspecified or point.precision) - max(point.precision, Precision.SEASON)
    return "-".join(known + ["XX"] * hidden)


def _write_leading_digits(year: int, count: int) -> str:
    sign = "-" if year < 0 else ""
    return sign + f"{abs(year):04d}"[:count]


def _write_time(point: DatePoint) -> str:
    return _write_clock(point) + (f"[{point.zone}]" if point.zone else "")


def _write_clock(point: DatePoint) -> str:
    if not point.has_time:
        return ""
    return f"T{':'.join(f'{part:02d}' for part in point.clock)}{_write_offset(point.offset)}"


def _write_offset(offset: int | None) -> str:
    if not offset:
        return "" if offset is None else "Z"
    hours, minutes = divmod(abs(offset), 60)
    return f"{'-' if offset < 0 else '+'}{hours:02d}:{minutes:02d}"


def _write_qualifier(point: DatePoint) -> str:
    if point.approximate and point.uncertain:
        return "%"
    return "~" if point.approximate else "?" if point.uncertain else ""


UNKNOWN_DATE = HistoricalDate(None, None, Bound.UNKNOWN, Bound.UNKNOWN)
