"""Turn the date that an author wrote into a HistoricalDate, or into the reason why it cannot be read.

What the text does not say stays unsaid: no part of a date is taken from today or from anything else
but the text, and where a text may mean two dates neither is chosen.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches
from importlib import import_module

from dateline.model.calendar import GREGORIAN_FROM, MONTH_NAMES, WEEKDAY_NAMES, from_ordinal, weekday
from dateline.model.dataclass import dataclass
from dateline.model.date import (
    AUTUMN,
    SPRING,
    SUMMER,
    WINTER,
    Bound,
    DatePoint,
    HistoricalDate,
    ImpossibleDateError,
    Precision,
)
from dateline.model.edtf import DateSyntaxError, parse_edtf
from dateline.reading.date_language import (
    DATE_PARTS,
    MONTH_WORDS,
    WRITE_A_DATE,
    FaultCode,
    RefusalError,
    find_weekday,
    sort_words,
)

_WRITE_AN_OLD_DAY = "write the year alone: days before 1582 are counted in the Gregorian calendar"
_LONGEST_TEXT = 200

_SEASONS = {
    "spring": SPRING,
    "primavera": SPRING,
    "summer": SUMMER,
    "verano": SUMMER,
    "autumn": AUTUMN,
    "fall": AUTUMN,
    "otoño": AUTUMN,
    "winter": WINTER,
    "invierno": WINTER,
}
_SEASON = re.compile(rf"(?i)(?:the )?({'|'.join(_SEASONS)}),? (?:of |de |del )?([0-9]{{4}})")
_SEASON_AND_YEARS = re.compile(rf"{_SEASON.pattern} ?[-–—/] ?([0-9]{{2}}|[0-9]{{4}})")

_RANGE = re.compile(r"(?i)(?:from )?(.+?)(?: ?[–—] ?| (?:-|to|until|through|hasta) )(.+)|between (.+) and (.+)")
# A hyphen between two days, years or words joins a range; in 2020-7-18 or 14:05-05:00 it does not.
_RANGE_HYPHEN = re.compile(
    r"(?<![0-9:./-])(?:[0-9]{1,2}-[0-9]{1,2}|[0-9]{4}-[0-9]{4})(?![0-9:./-])|(?<=[^\W\d_])-(?=[^\W\d_])"
)
_DAY_NUMBER = re.compile(r"\b[0-9]{1,2}\b")
_DAY_AND_YEAR = re.compile(r"([0-9]{1,2}),? ([0-9]{4})")
_FINAL_YEAR = re.compile(r"\b[0-9]{4}$")

_TIME_AFTER = r"(?:(?:t|,? )(?P<rest>.+))?"
_YEAR_FIRST = re.compile(
    r"(?i)(?P<year>[0-9]{4})([-/.])(?P<month>[0-9]{1,2})(?:\2(?P<day>[0-9]{1,2})" + _TIME_AFTER + ")?"
)
_YEAR_LAST = re.compile(r"(?<![0-9./-])([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})(?![0-9/-])")
_MONTH_AND_YEAR = re.compile(r"([0-9]{1,2})[-/.]([0-9]{4})")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{2}\b.*|.*['’][0-9]{2}\b.*")
_EIGHT_DIGITS = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")

_APPROXIMATE = re.compile(r"(?i)(?:(?:circa|about|around|approximately|hacia|alrededor de)\b|ca?\.|ca?(?= )|~) ?(.+)")
_UNCERTAIN = re.compile(r"(?i)(?:possibly|probably|perhaps|posiblemente) (.+)|(.+?) ?(?:\?|\(\?\))")

_BC = re.compile(r"(?i)([0-9][0-9,]*) ?(?:bce?|b\.c\.(?:e\.)?|a\. ?c\.)")
_DAY_BEFORE_CHRIST = re.compile(rf".+[^0-9,](?P<year>{_BC.pattern.removeprefix('(?i)')})", re.IGNORECASE)
_AD = re.compile(r"(?i)(?:ad|a\.d\.) ?([0-9]{1,4})|([0-9]{1,4}) ?(?:ad|ce|a\.d\.|c\.e\.|d\. ?c\.)")
_DECADE = re.compile(r"(?i)(?:the )?([0-9]{3})0['’]?s")
_CENTURY = re.compile(r"(?i)(?:the )?([1-9][0-9]?)(?:st|nd|rd|th) century(?: (?:(bce?)|ad|ce))?")

_LIMIT = re.compile(r"(?i)(before|after|by|until|since|from|antes de|después de|hasta|desde) (.+?)( on| onwards?)?")
_LIMIT_WORDS = {
    "antes de": "before",
    "después de": "after",
    "until": "by",
    "hasta": "by",
    "from": "since",
    "desde": "since",
}


@dataclass(frozen=True, slots=True)
class DateFault:
    """Why a text is no date: a code, a sentence without its full stop, and a remedy."""

    code: FaultCode
    message: str
    hint: str


_LONG_MONTH_WORDS = tuple(name.lower() for names in MONTH_WORDS for name in names if len(name) > 3)

_SPOKEN_ORDER = ("day", "month", "year", "clock", "half", "offset")


def read_date(text: str, day_first: bool | None = None) -> HistoricalDate | DateFault:  # noqa: FBT001
    """Return the date that a text means, or why it means none.

    The text may be EDTF, a near form of it, or a date in English or Spanish. `day_first` says whether
    `03/04/2020` is in April (True) or in March (False); without it such a date is a fault.
    """
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    if not plain:
        return DateFault("date-unreadable", "the date is empty", WRITE_A_DATE)
    if len(plain) > _LONGEST_TEXT:
        return DateFault(
            "date-unreadable", f"cannot read the date '{plain[:40]}…': it is too long for a date", WRITE_A_DATE
        )
    try:
        return _read(_YEAR_LAST.sub(lambda match: _settle_day_and_month(match, day_first=day_first), plain))
    except RefusalError as refusal:
        hint = _suggest_month(plain, refusal.unknown_word, day_first=day_first) or refusal.hint
        why = f": {refusal.why}" if refusal.why else ""
        return DateFault(refusal.code, f"cannot read the date '{plain}'{why}", hint)
    except ImpossibleDateError as fault:
        return DateFault("date-unreadable", f"cannot read the date '{plain}': {fault}", WRITE_A_DATE)


def _read(text: str) -> HistoricalDate:
    return next(date for reader in _READERS if (date := reader(text)) is not None)


def _settle_day_and_month(match: re.Match[str], *, day_first: bool | None) -> str:
    """Write 13/04/2020 as 2020-04-13; refuse where it may mean two days."""
    one, two, year = match[1], match[3], match[4]
    month_leads, day_leads = f"{year}-{one:0>2}-{two:0>2}", f"{year}-{two:0>2}-{one:0>2}"
    if int(one) > 12 or int(one) == int(two) or 0 in (int(one), int(two)):
        return day_leads
    if int(two) > 12:
        return month_leads
    if day_first is None:
        why = f"it may mean {month_leads} or {day_leads}"
        raise RefusalError(why, f"write {month_leads} or {day_leads}, or set day_first", "date-ambiguous")
    return day_leads if day_first else month_leads


def _read_notation(text: str) -> HistoricalDate | None:
    try:
        return parse_edtf(text)
    except DateSyntaxError as fault:
        if fault.recognised:
            raise RefusalError(str(fault)) from None
        return None


def _read_single(text: str) -> DatePoint:
    date = _read(text)
    if date.start is None or not date.is_single:
        raise RefusalError
    return date.start


def _read_range(text: str) -> HistoricalDate | None:
    match = _RANGE.fullmatch(_RANGE_HYPHEN.sub(lambda found: found[0].replace("-", "–"), text))
    if match is None:
        return None
    start, end = _complete_range(match[1] or match[3], match[2] or match[4])
    return HistoricalDate(_read_single(start), _read_single(end))


def _complete_range(start: str, end: str) -> tuple[str, str]:
    """Give each end the month and year that it shares with the other."""
    if _DAY_NUMBER.fullmatch(start):
        return (_DAY_NUMBER.sub(start, end, count=1) if _DAY_NUMBER.search(end) else start), end
    if (day_and_year := _DAY_AND_YEAR.fullmatch(end)) and _DAY_NUMBER.search(start):
        day, year = day_and_year.groups()
        return f"{start} {year}", f"{_DAY_NUMBER.sub(day, start, count=1)} {year}"
    year_of_end = _FINAL_YEAR.search(end)
    if year_of_end and year_of_end[0] != end and not re.search(r"[0-9]{4}", start):
        return f"{start} {year_of_end[0]}", end
    return start, end


def _read_numbers(text: str) -> HistoricalDate | None:
    if match := _YEAR_FIRST.fullmatch(text):
        if not match["day"]:
            _refuse_next_year(match["year"], match["month"])
        return _read_parts(match["year"], match["month"], match["day"], match["rest"])
    if match := _MONTH_AND_YEAR.fullmatch(text):
        return _read_parts(match[2], match[1])
    if _SHORT_YEAR.fullmatch(text):
        raise RefusalError("its year has two digits", "write the year with four digits, as in 2020-07-18")
    if match := _EIGHT_DIGITS.fullmatch(text):
        raise RefusalError("its parts run together", _suggest_notation("-".join(match.groups())))
    return None


def _refuse_next_year(year: str, number: str) -> None:
    """Refuse 1648/9 and 1904-5: a month of that year, or that year and the next one."""
    following = f"{int(year) + 1:04}"
    if following.endswith(number) and 1 <= int(number) <= 12:
        month, years = f"{year}-{number:0>2}", f"{year}/{following}"
        raise RefusalError(f"it may mean {month} or {years}", f"write {month} or {years}", "date-ambiguous")


def _read_parts(year: str, month: str, day: str | None = None, rest: str | None = None) -> HistoricalDate:
    if not 1 <= int(month) <= 12:
        raise RefusalError(f"there is no month {int(month)}")
    date = _read("-".join(f"{part:0>2}" for part in (year, month, day) if part))
    return _read_human(f"{day} {MONTH_NAMES[int(month) - 1]} {year} {rest}") if rest else date


def _read_qualified(text: str) -> HistoricalDate | None:
    if match := _APPROXIMATE.fullmatch(text):
        return _qualify(_read(match[1]), approximate=True)
    if match := _UNCERTAIN.fullmatch(text):
        return _qualify(_read(match[1] or match[2]), uncertain=True)
    return None


def _qualify(date: HistoricalDate, *, approximate: bool = False, uncertain: bool = False) -> HistoricalDate:
    if not date.is_known:
        raise RefusalError
    start, end = (
        point and replace(point, approximate=point.approximate or approximate, uncertain=point.uncertain or uncertain)
        for point in (date.start, date.end)
    )
    return HistoricalDate(start, end, date.start_bound, date.end_bound)


def _read_era(text: str) -> HistoricalDate | None:
    before = _BC.fullmatch(text)
    match = before or _AD.fullmatch(text)
    if match is None:
        return None
    number = int(next(group for group in match.groups() if group).replace(",", ""))
    if number == 0:
        raise RefusalError("no year 0 lies between 1 BC and AD 1")
    return HistoricalDate.at(DatePoint(1 - number if before else number, Precision.YEAR))


def _refuse_day_in_era(text: str) -> None:
    if match := _DAY_BEFORE_CHRIST.fullmatch(text):
        year = match["year"]
        raise RefusalError("months and days of years before Christ are not read from words", f"write {year} alone")


def _read_decade_or_century(text: str) -> HistoricalDate | None:
    if match := _CENTURY.fullmatch(text):
        number = int(match[1])
        return HistoricalDate.at(DatePoint(1 - number * 100 if match[2] else number * 100 - 100, Precision.CENTURY))
    if not (match := _DECADE.fullmatch(text)):
        return None
    digits = match[1]
    if digits.endswith("0"):
        why = f"it may mean ten years, {digits}X, or a hundred, {digits[:2]}XX"
        raise RefusalError(why, f"write {digits}X or {digits[:2]}XX", "date-ambiguous")
    return HistoricalDate.at(DatePoint(int(digits) * 10, Precision.DECADE))


def _refuse_season_of_years(text: str) -> None:
    """Refuse winter 1850–1851: one winter, or a winter and the year after it."""
    if match := _SEASON_AND_YEARS.fullmatch(text):
        season = f"{match[2]}-{_SEASONS[match[1].lower()]}"
        end = match[2][: -len(match[3])] + match[3]
        why = f"it may mean one season, {season}, or the time from it to {end}, {season}/{end}"
        raise RefusalError(why, f"write {season} or {season}/{end}", "date-ambiguous")


def _read_season(text: str) -> HistoricalDate | None:
    match = _SEASON.fullmatch(text)
    return match and HistoricalDate.at(DatePoint(int(match[2]), Precision.SEASON, season=_SEASONS[match[1].lower()]))


def _read_limit(text: str) -> HistoricalDate | None:
    match = _LIMIT.fullmatch(text)
    if match is None:
        return None
    point = _read_single(match[2])
    word = _LIMIT_WORDS.get(match[1].lower(), match[1].lower())
    if word == "before":
        point = _find_neighbour(point, point.first_day - 1)
    if word == "after":
        point = _find_neighbour(point, point.last_day + 1)
    if word in ("before", "by"):
        return HistoricalDate(None, point, start_bound=Bound.OPEN)
    return HistoricalDate(point, None, end_bound=Bound.OPEN)


def _find_neighbour(point: DatePoint, ordinal: int) -> DatePoint:
    """Return the day, month, year, decade or century that holds a day just before or after the point."""
    if point.precision is Precision.SEASON or point.has_time or (point.day and not point.month):
        raise RefusalError("before and after need a day, a month or a year")
    year, month, day = from_ordinal(ordinal)
    span = {Precision.CENTURY: 100, Precision.DECADE: 10}.get(point.precision, 1)
    year = year // span * span if year >= 0 else 1 - (-year // span + 1) * span
    return replace(point, year=year, month=point.month and month, day=point.day and day, unspecified=None)


def _read_human(text: str) -> HistoricalDate:
    said = sort_words(text)
    # Most dates are in notation, and dateutil takes 30 ms to import.
    parse: Callable[[str], dict[str, int]] = import_module("dateline.reading.spoken_dates").parse_agreed
    parts = parse(" ".join(said[kind] for kind in _SPOKEN_ORDER if kind in said))
    if "year" not in parts:
        raise RefusalError("it has no year", "say the year, as in 18 July 2020 or 2020-07-18")
    point = DatePoint(
        parts["year"],
        next(Precision[part.upper()] for part in reversed(DATE_PARTS) if part in parts),
        month=parts.get("month"),
        day=parts.get("day"),
        hour=parts.get("hour"),
        minute=parts.get("minute"),
        second=parts.get("second"),
        offset=parts.get("offset"),
        zone=said.get("zone"),
    )
    _check_weekday(said.get("weekday"), point)
    return HistoricalDate.at(point)


def _check_weekday(word: str | None, point: DatePoint) -> None:
    if word is None:
        return
    said, real = find_weekday(word), weekday(point.first_day)
    if said != real:
        day = replace(point, precision=Precision.DAY, hour=None, minute=None, second=None, offset=None, zone=None).edtf
        hint = "correct the day or leave out its name" if point.first_day >= GREGORIAN_FROM else _WRITE_AN_OLD_DAY
        raise RefusalError(f"{day} is a {WEEKDAY_NAMES[real]}, not a {WEEKDAY_NAMES[said]}", hint)


def _suggest_notation(text: str) -> str:
    try:
        return f"write {parse_edtf(text)}"
    except DateSyntaxError:
        return WRITE_A_DATE


def _suggest_month(text: str, word: str, *, day_first: bool | None) -> str:
    """Return the remedy where a word is nearly the name of a month, else an empty text."""
    close = get_close_matches(word.lower(), _LONG_MONTH_WORDS, n=1, cutoff=0.7)
    date = read_date(text.replace(word, close[0]), day_first) if close else None
    return f"write {date}" if isinstance(date, HistoricalDate) else ""


_Reader = Callable[[str], HistoricalDate | None]
# Each answers, declines with None or refuses; the last one never declines.
_READERS: tuple[_Reader, ...] = (
    _read_notation,
    _refuse_season_of_years,
    _read_range,
    _read_numbers,
    _read_qualified,
    _read_era,
    _read_decade_or_century,
    _read_season,
    _read_limit,
    _refuse_day_in_era,
    _read_human,
)
