"""Turn a HistoricalDate into English words, and into the marked-up parts of them.

Words say as much as the date does and no more. In the short form the year is left out, because the
section of the timeline that the date stands in has said it.
"""

from dataclasses import dataclass

from dateline.model.calendar import MONTH_NAMES, WEEKDAY_NAMES, weekday
from dateline.model.date import AUTUMN, SPRING, SUMMER, WINTER, Bound, DatePoint, HistoricalDate, Precision

_SEASON_NAMES = {SPRING: "spring", SUMMER: "summer", AUTUMN: "autumn", WINTER: "winter"}
_WITHIN_A_YEAR = (Precision.SEASON, Precision.MONTH, Precision.DAY)
_COARSE_NOTES = {
    Precision.CENTURY: "the century is all we have",
    Precision.DECADE: "the decade is all we have",
    Precision.YEAR: "the year is all we have",
    Precision.SEASON: "month not given",
    Precision.MONTH: "day not given",
}
_START_NOTES = {Bound.OPEN: "no earlier limit given", Bound.UNKNOWN: "its beginning is not known"}
_END_NOTES = {Bound.OPEN: "no later limit given", Bound.UNKNOWN: "its end is not known"}
_UNDATED = "Undated"


@dataclass(frozen=True, slots=True)
class DatePart:
    """A piece of the words for a date; `datetime` is what `<time datetime>` carries, '' for plain text."""

    text: str
    datetime: str


def date_parts(date: HistoricalDate, language: str, *, short: bool) -> tuple[DatePart, ...]:  # noqa: ARG001
    """Return the words for a date, in a language (BCP 47), in the pieces that a template marks up."""
    if date.start and date.end:
        parts = (
            _name_point(date.start, short=short) if date.is_single else _name_range(date.start, date.end, short=short)
        )
    elif date.start:
        after = " on" if date.end_bound is Bound.OPEN else ", until an unknown date"
        parts = [_plain("from "), *_name_point(date.start, short=short), _plain(after)]
    elif date.end:
        before, after = ("by ", "") if date.start_bound is Bound.OPEN else ("until ", ", from an unknown date")
        parts = [_plain(before), *_name_point(date.end, short=short), _plain(after)]
    else:
        parts = [_plain(_UNDATED)]
    return tuple(_join_plain(parts))


def full_words(date: HistoricalDate, language: str) -> str:
    """Return the words for a date, with its year: `14–18 October 2019`, `about 1989`, `Undated`."""
    return "".join(part.text for part in date_parts(date, language, short=False))


def short_words(date: HistoricalDate, language: str) -> str:
    """Return the words for a date in a section of its year: `14–18 October`, or `2019` if that is all."""
    return "".join(part.text for part in date_parts(date, language, short=True))


def period_words(year: int | None, language: str, month: int | None = None) -> str:  # noqa: ARG001
    """Return the words for a year, or a month (1 to 12) of it; without a year, for the undated."""
    if year is None:
        return _UNDATED
    return _name_year(year) if month is None else f"{MONTH_NAMES[month - 1]} {_name_year(year)}"


def default_note(date: HistoricalDate, language: str) -> str:  # noqa: ARG001
    """Return the note beside a date that its author gave none: its weekday, or what is not known of it."""
    if date.start and date.end:
        return _note_point(date.start) if date.is_single else _note_range(date.start, date.end)
    if not date.is_known:
        return ""
    return _END_NOTES[date.end_bound] if date.start else _START_NOTES[date.start_bound]


def _name_range(start: DatePoint, end: DatePoint, *, short: bool) -> list[DatePart]:
    one_year = start.year == end.year and start.precision in _WITHIN_A_YEAR and end.precision in _WITHIN_A_YEAR
    last = _name_point(end, short=one_year and short)
    if start.is_qualified or end.is_qualified:
        # A dash would leave open whether "about" speaks of one end or of both.
        return [_plain("from "), *_name_point(start, short=one_year), _plain(" to "), *last]
    words = _name_before(start, end) if one_year else _name_in_full(start)
    return [DatePart(words, start.datetime_attribute), _plain("–"), *last]


def _name_before(start: DatePoint, end: DatePoint) -> str:
    """Return the start of a range as it stands before an end in the same year."""
    both_days = start.precision is Precision.DAY and end.precision is Precision.DAY
    return str(start.day) if both_days and start.month == end.month else _name_in_year(start)


def _name_point(point: DatePoint, *, short: bool) -> list[DatePart]:
    words = _name_in_year(point) if short else _name_in_full(point)
    qualifier = ("possibly " if point.uncertain else "") + ("about " if point.approximate else "")
    return [_plain(qualifier), DatePart(words, point.datetime_attribute)]


def _name_in_full(point: DatePoint) -> str:
    if point.precision is Precision.CENTURY:
        return _name_century(point.year)
    if point.precision is Precision.DECADE:
        return _name_decade(point.year)
    if point.precision is Precision.YEAR:
        return _name_year(point.year)
    return f"{_name_day(point)} {_name_year(point.year)}{_name_time(point)}"


def _name_in_year(point: DatePoint) -> str:
    return _name_in_full(point) if point.precision <= Precision.YEAR else _name_day(point) + _name_time(point)


def _name_day(point: DatePoint) -> str:
    words = (
        str(point.day) if point.day else "",
        MONTH_NAMES[point.month - 1] if point.month else "",
        _SEASON_NAMES[point.season] if point.season else "",
    )
    return " ".join(word for word in words if word)


def _name_time(point: DatePoint) -> str:
    if not point.has_time:
        return ""
    return f", {':'.join(f'{part:02d}' for part in point.clock)}{_name_zone(point)}"


def _name_zone(point: DatePoint) -> str:
    if point.offset is None:
        return f" ({point.zone})" if point.zone else ""
    if point.offset == 0:
        return " UTC"
    hours, minutes = divmod(abs(point.offset), 60)
    return f" UTC{'−' if point.offset < 0 else '+'}{hours:02d}:{minutes:02d}"


def _name_year(year: int) -> str:
    number = 1 - year if year <= 0 else year
    digits = f"{number:,}" if number > 9999 else str(number)
    if year <= 0:
        return f"{digits} BC"
    return f"AD {digits}" if year < 1000 else digits


def _name_decade(first: int) -> str:
    if first >= 100:
        return f"the {first}s"
    # Few say "the 40s BC", and the first decade has nine years in it: the years themselves are clearer.
    return f"{_name_year(first)}–{_name_year(first + 9)}"


def _name_century(first: int) -> str:
    number = (-first // 100 if first < 0 else first // 100) + 1
    return f"the {number}{_ordinal_suffix(number)} century{' BC' if first < 0 else ''}"


def _ordinal_suffix(number: int) -> str:
    return "th" if number // 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _note_point(point: DatePoint) -> str:
    if point.precision < Precision.DAY:
        return _COARSE_NOTES[point.precision]
    if point.is_qualified:
        return "the day is approximate" if point.approximate else "the day is uncertain"
    return WEEKDAY_NAMES[weekday(point.first_day)]


def _note_range(start: DatePoint, end: DatePoint) -> str:
    return "one of these days" if start.precision is end.precision is Precision.DAY else "within this time"


def _plain(text: str) -> DatePart:
    return DatePart(text, "")


def _join_plain(parts: list[DatePart]) -> list[DatePart]:
    """Join neighbours of plain text, and leave out what is empty."""
    joined: list[DatePart] = []
    for part in parts:
        if joined and not part.datetime and not joined[-1].datetime:
            joined[-1] = _plain(joined[-1].text + part.text)
        elif part.text:
            joined.append(part)
    return joined
