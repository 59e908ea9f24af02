"""Turn a text in the Extended Date/Time Format, levels 0 and 1, into a HistoricalDate.

EDTF, Library of Congress, 2019-02-04 (ISO 8601-2:2019). `HistoricalDate.edtf` writes the same format.
Dateline goes beyond it in five things: a time may leave out the seconds, may be followed by a time zone
name in brackets (RFC 9557), a season or a year of unspecified digits may be qualified, an unspecified month
may stand before a day (`2004-XX-05`, which is of level 2), and the words `unknown` and `undated` mean the
date of which nothing is known.
"""

import re
from typing import NoReturn, TypedDict

from dateline.model.date import (
    SEASON_MONTHS,
    UNKNOWN_DATE,
    Bound,
    DatePoint,
    HistoricalDate,
    ImpossibleDateError,
    Precision,
)

_LONGEST_TEXT = 200
_UNKNOWN_WORDS = ("unknown", "undated")
_MISSING_ENDS = {bound.value: bound for bound in (Bound.OPEN, Bound.UNKNOWN)}

_MASK = "XX"
_QUALIFIER = r"(?P<qualifier>[?~%]?)"
_DECADE_OR_CENTURY = re.compile(r"(?:(?P<decade>-?[0-9]{3})X|(?P<century>-?[0-9]{2})XX)" + _QUALIFIER)
_LONG_YEAR = re.compile(r"Y(?P<year>-?[1-9][0-9]{4,})" + _QUALIFIER)
_DATE = re.compile(r"(?P<year>-?[0-9]{4})(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?" + _QUALIFIER)
_DATE_TIME = re.compile(
    r"(?P<year>-?[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
    r"T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?"
    r"(?P<offset>Z|[+-][0-9]{2}(?::[0-5][0-9])?)?(?:\[(?P<zone>[^\[\]]*)\])?"
)
# What only level 2 can mean: sets, exponents, significant digits, qualified parts, other unspecified
# digits, and the further seasons and parts of a year.
_LEVEL_2 = re.compile(
    r"[\[{][0-9XYES?~%,./-]+[\]}]"
    r"|Y-?[0-9]+(?:E[0-9]+)?(?:S[0-9]+)|Y-?[0-9]+E[0-9]+|-?[0-9]{4}S[0-9]+"
    r"|[?~%]?-?[0-9X]{4}[?~%]?(?:-[?~%]?[0-9X]{2}[?~%]?){0,2}"
)
_LATER_SEASONS = range(25, 42)


class DateSyntaxError(ValueError):
    """A text is no EDTF date; the message is a plain sentence.

    `recognised` is true where the notation is EDTF, and it is what the text says that cannot be.
    """

    def __init__(self, message: str, *, recognised: bool) -> None:
        super().__init__(message)
        self.recognised = recognised


class _Qualifiers(TypedDict):
    approximate: bool
    uncertain: bool


def parse_edtf(text: str) -> HistoricalDate:
    """Return the date that an EDTF text means. Raises DateSyntaxError."""
    if text.lower() in _UNKNOWN_WORDS:
        return UNKNOWN_DATE
    if len(text) > _LONGEST_TEXT:
        raise DateSyntaxError("a text this long is not a date", recognised=False)
    try:
        return _parse_date(text) or _refuse(text)
    except ImpossibleDateError as fault:
        raise DateSyntaxError(str(fault), recognised=True) from None


def _parse_date(text: str) -> HistoricalDate | None:
    point = _parse_point(text)
    if point is not None:
        return HistoricalDate.at(point)
    start, slash, end = text.partition("/")
    return _parse_interval(start, end) if slash else None


def _parse_interval(start: str, end: str) -> HistoricalDate | None:
    first, last = _parse_point(start), _parse_point(end)
    if (first is None and start not in _MISSING_ENDS) or (last is None and end not in _MISSING_ENDS):
        return None
    if first is None and last is None:
        raise ImpossibleDateError("an interval needs at least one date: write unknown if there is none")
    return HistoricalDate(first, last, _MISSING_ENDS.get(start, Bound.KNOWN), _MISSING_ENDS.get(end, Bound.KNOWN))


def _parse_point(text: str) -> DatePoint | None:
    if match := _DATE.fullmatch(text):
        return _read_date(match)
    if match := _DATE_TIME.fullmatch(text):
        return _read_date_time(match)
    if match := _DECADE_OR_CENTURY.fullmatch(text):
        return _read_decade_or_century(match)
    if match := _LONG_YEAR.fullmatch(text):
        return DatePoint(int(match["year"]), Precision.YEAR, **_qualifiers(match))
    return None


def _read_date(match: re.Match[str]) -> DatePoint | None:
    year, month, day = _read_year(match), match["month"], match["day"]
    if month is None or month == _MASK:
        return _read_year_alone(year, match)
    if int(month) in _LATER_SEASONS:
        return None
    if int(month) in SEASON_MONTHS:
        return _read_season(year, match)
    if day is None or day == _MASK:
        unspecified = Precision.DAY if day else None
        return DatePoint(year, Precision.MONTH, month=int(month), unspecified=unspecified, **_qualifiers(match))
    return DatePoint(year, Precision.DAY, month=int(month), day=int(day), **_qualifiers(match))


def _read_year_alone(year: int, match: re.Match[str]) -> DatePoint:
    """A year whose month is not given: `2004`, `2004-XX`, `2004-XX-XX`, `2004-XX-05`."""
    month, day = match["month"], match["day"]
    unspecified = (Precision.DAY if day == _MASK else Precision.MONTH) if month else None
    known_day = int(day) if day and day != _MASK else None
    return DatePoint(year, Precision.YEAR, day=known_day, unspecified=unspecified, **_qualifiers(match))


def _read_season(year: int, match: re.Match[str]) -> DatePoint:
    if match["day"]:
        raise ImpossibleDateError("a season has no days")
    return DatePoint(year, Precision.SEASON, season=int(match["month"]), **_qualifiers(match))


def _read_date_time(match: re.Match[str]) -> DatePoint:
    second = match["second"]
    return DatePoint(
        _read_year(match),
        Precision.SECOND if second else Precision.MINUTE,
        month=int(match["month"]),
        day=int(match["day"]),
        hour=int(match["hour"]),
        minute=int(match["minute"]),
        second=int(second) if second else None,
        offset=_read_offset(match["offset"]),
        zone=match["zone"],
    )


def _read_offset(text: str | None) -> int | None:
    if text is None or text == "Z":
        return None if text is None else 0
    minutes = int(text[1:3]) * 60 + int(text[4:6] or 0)
    return -minutes if text.startswith("-") else minutes


def _read_decade_or_century(match: re.Match[str]) -> DatePoint:
    if match["decade"]:
        return DatePoint(_first_year(match["decade"], 10), Precision.DECADE, **_qualifiers(match))
    return DatePoint(_first_year(match["century"], 100), Precision.CENTURY, **_qualifiers(match))


def _first_year(digits: str, span: int) -> int:
    # -004X runs from -49 to -40, and begins with the year farthest from zero.
    return int(digits) * span - (span - 1 if digits.startswith("-") else 0)


def _read_year(match: re.Match[str]) -> int:
    if match["year"] == "-0000":
        raise ImpossibleDateError("there is no year -0000: 1 BC is 0000, and 2 BC is -0001")
    return int(match["year"])


def _qualifiers(match: re.Match[str]) -> _Qualifiers:
    mark = match["qualifier"]
    return {"approximate": mark in ("~", "%"), "uncertain": mark in ("?", "%")}


def _refuse(text: str) -> NoReturn:
    unread = [end for end in text.split("/") if end not in _MISSING_ENDS and _parse_point(end) is None]
    if _LEVEL_2.fullmatch(text) or (unread and all(_LEVEL_2.fullmatch(end) for end in unread)):
        raise DateSyntaxError("this is EDTF level 2, and Dateline reads levels 0 and 1", recognised=True)
    raise DateSyntaxError(f"'{text}' is not an EDTF date", recognised=False)
