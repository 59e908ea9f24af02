"""Turn a HistoricalDate into the words of a language, and into the marked-up parts of them.

Words say as much as the date does and no more. In the short form the year is left out, because the
section of the timeline that the date stands in has said it. A language is a BCP 47 tag; one of which
nothing is known has the words of English. How days and years are written is in `calendar_words.py`,
what is said of them in `date_phrases.py`.
"""

from dataclasses import replace
from functools import lru_cache
from importlib import import_module

from dateline.model.calendar import GREGORIAN_FROM, from_ordinal, weekday
from dateline.model.date import Bound, DatePoint, HistoricalDate, Precision, write_year
from dateline.model.light import light
from dateline.rendering import calendar_words, date_phrases
from dateline.rendering.calendar_words import Calendar, Span
from dateline.rendering.date_phrases import FIRST_NAMED_DECADE, Phrases, find_phrases, is_neutral, mark_phrase

_MANY = 1 << 16
_WITHIN_A_YEAR = (Precision.SEASON, Precision.MONTH, Precision.DAY)
_LAST_YEAR_OF_FOUR_DIGITS = 9999


@light
class DatePart:
    """A piece of the words for a date; `datetime` is what `<time datetime>` carries, '' for plain text."""

    text: str
    datetime: str


@light
class _Words:
    """What a language writes dates with."""

    calendar: Calendar
    phrases: Phrases


@lru_cache(_MANY)
def date_parts(date: HistoricalDate, language: str, *, short: bool) -> tuple[DatePart, ...]:
    """Return the words for a date, in a language (BCP 47), in the pieces that a template marks up."""
    words = _words(language)
    return _joined(_marked(_date(date, words, short=short), words.calendar), words.phrases)


def full_words(date: HistoricalDate, language: str) -> str:
    """Return the words for a date, with its year: `14–18 October 2019`, `about 1989`, `Undated`."""
    return "".join(part.text for part in date_parts(date, language, short=False))


def marked_words(date: HistoricalDate, language: str) -> str:
    """Return the same as a page in a language has it (see `mark_parts`)."""
    return "".join(part.text for part in mark_parts(date_parts(date, language, short=False), language))


def short_words(date: HistoricalDate, language: str) -> str:
    """Return the words for a date in a section of its year: `14–18 October`, or `2019` if that is all."""
    return "".join(part.text for part in date_parts(date, language, short=True))


@lru_cache(_MANY)
def period_words(year: int | None, language: str, month: int | None = None) -> str:
    """Return the words for a year, or a month (1 to 12) of it; without a year, for the undated."""
    words = _words(language)
    if year is None:
        return words.phrases.undated
    mark = words.calendar.mark
    return f"{mark}{words.calendar.name('yMMMM' if month else 'y', year, month)}{mark}"


@lru_cache(_MANY)
def default_note(date: HistoricalDate, language: str) -> str:
    """Return the note beside a date that its author gave none: its weekday, or what is not known of it."""
    words = _words(language)
    if date.start and date.end:
        return _note_point(date.start, words) if date.is_single else _note_range(date.start, date.end, words.phrases)
    if not date.is_known:
        return ""
    return words.phrases.end_notes[date.end_bound] if date.start else words.phrases.start_notes[date.start_bound]


def marked_note(date: HistoricalDate, language: str) -> str:
    """Return what `default_note` does, as a page in a language has it (see `mark_phrase`)."""
    note = default_note(date, language)
    # The weekday of a day is the calendar's, which every language has.
    return note if date.is_single and date.precision is Precision.DAY else mark_phrase(note, language)


def mark_parts(parts: tuple[DatePart, ...], language: str) -> tuple[DatePart, ...]:
    """Return the words for a date as a page in a language has them: what names no date is a phrase (`mark_phrase`)."""
    if not is_neutral(language):
        return parts
    return tuple(part if part.datetime else DatePart(mark_phrase(part.text, language), "") for part in parts)


def span_parts(first: tuple[DatePart, ...], last: tuple[DatePart, ...], language: str) -> tuple[DatePart, ...]:
    """Return the words for what lies between two dates, given theirs: `2019 to June 2024`."""
    phrases = _words(language).phrases
    return _joined(_say(phrases.span, list(first), list(last)), phrases)


def dash_parts(first: tuple[DatePart, ...], last: tuple[DatePart, ...], language: str) -> tuple[DatePart, ...]:
    """Return the same in a shorter form: `2019–June 2024`."""
    words = _words(language)
    return _joined([*first, _plain(words.calendar.joint), *last], words.phrases)


def span_words(first: str, last: str, language: str) -> str:
    """Return what lies between two dates, given their words: `1850 to 1859`."""
    return _words(language).phrases.span.format(first, last)


def running_words(first: str, last: str, language: str) -> str:
    """Return the same in a running text: `between 2019 and June 2024`, `in July 2022`."""
    phrases = _words(language).phrases
    pieces = (phrases.within if first == last else phrases.between).split("{}")
    dates = (first,) if first == last else (first, last)
    return "".join(f"{mark_phrase(piece, language)}{date}" for piece, date in zip(pieces, (*dates, ""), strict=True))


def told_words(date: HistoricalDate, language: str) -> str:
    """Return when something was told: `told 3 August 2022`; nothing where nobody knows."""
    if not date.is_known:
        return ""
    return _words(language).phrases.told.format(when_words(date, language))


def when_words(date: HistoricalDate, language: str) -> str:
    """Return a date as it stands behind a verb: in Spanish `el 3 de agosto de 2022`, `en 2019`."""
    phrases = _words(language).phrases
    at = phrases.at(date.start) if date.start and date.is_single and not date.start.is_qualified else ""
    return at + full_words(date, language)


@lru_cache
def _words(language: str) -> _Words:
    if language.partition("-")[0].casefold() == "en":
        return _Words(calendar_words.ENGLISH, date_phrases.ENGLISH)
    # Imported only now: Babel and the data of a language take 25 to 90 ms, and sites in English need neither.
    calendar: Calendar | None = import_module("dateline.rendering.cldr").read_calendar(language)
    if calendar is None:
        return _Words(calendar_words.ENGLISH, date_phrases.ENGLISH)
    return _Words(calendar, find_phrases(language))


def _date(date: HistoricalDate, words: _Words, *, short: bool) -> list[DatePart]:
    phrases = words.phrases
    if date.start and date.end:
        return (
            _range(date.start, date.end, words, short=short)
            if not date.is_single
            else (_point(date.start, words, short=short))
        )
    if date.start:
        phrase = phrases.since if date.end_bound is Bound.OPEN else phrases.lasting
        return _say(phrase, _point(date.start, words, short=short, inside=True))
    if date.end:
        return _limit(date.end, date.start_bound, words, short=short)
    return [_plain(phrases.undated)]


def _limit(end: DatePoint, bound: Bound, words: _Words, *, short: bool) -> list[DatePart]:
    """An interval without a start: `by 18 October 2019`, `before 1970`."""
    phrases = words.phrases
    if bound is Bound.OPEN and phrases.before and _has_next(end):
        after = _next(end)
        # The section of the year has not said the year that follows it.
        return _say(phrases.before, _point(after, words, short=short and after.year == end.year, inside=True))
    phrase = phrases.by if bound is Bound.OPEN else phrases.until
    return _say(phrase, _point(end, words, short=short, inside=True))


def _has_next(point: DatePoint) -> bool:
    """Whether a point is all of a month, a year, a decade or a century, and one with a plain name follows it."""
    if point.is_qualified or point.day or point.precision is Precision.SEASON:
        return False
    if point.precision is Precision.YEAR:
        return True
    first = {Precision.CENTURY: 0, Precision.DECADE: FIRST_NAMED_DECADE}.get(point.precision, point.year)
    return first <= point.year and from_ordinal(point.last_day + 1)[0] <= _LAST_YEAR_OF_FOUR_DIGITS


def _next(point: DatePoint) -> DatePoint:
    year, month, _ = from_ordinal(point.last_day + 1)
    return replace(point, year=year, month=point.month and month, unspecified=None)


def _range(start: DatePoint, end: DatePoint, words: _Words, *, short: bool) -> list[DatePart]:
    calendar = words.calendar
    one_year = start.year == end.year and start.precision in _WITHIN_A_YEAR and end.precision in _WITHIN_A_YEAR
    is_sure = not start.is_qualified and not end.is_qualified
    if is_sure and (span := _find_span(start, end, calendar, short=short)):
        first, last = (
            DatePart(calendar.write(pattern, point.year, point.month, point.day), point.datetime_attribute)
            for pattern, point in ((span.first, start), (span.last, end))
        )
        return [first, _plain(span.joint), last]
    # A dash would leave open whether "about" speaks of one end or of both.
    phrase = f"{{}}{calendar.joint}{{}}" if is_sure else words.phrases.from_to
    first_short = one_year and (short or calendar.closes_with_year)
    ends = ((start, first_short), (end, one_year and short))
    return _say(phrase, *(_point(point, words, short=brief, inside=not is_sure) for point, brief in ends))


def _find_span(start: DatePoint, end: DatePoint, calendar: Calendar, *, short: bool) -> Span | None:
    """How the language writes two days, months or years in one; None: as any other two dates."""
    if start.precision is not end.precision:
        return None
    if start.precision is Precision.YEAR and not start.day and not end.day:
        return calendar.span("y/y", start.year)
    if start.year != end.year or start.precision not in (Precision.MONTH, Precision.DAY):
        return None
    told = ("" if short else "y") + ("MMMMd" if start.day else "MMMM")
    return calendar.span(f"{told}/{'d' if start.day and start.month == end.month else 'M'}", start.year)


def _point(point: DatePoint, words: _Words, *, short: bool, inside: bool = False) -> list[DatePart]:
    """A point with its qualifiers; `inside`: it stands in a phrase."""
    phrases = words.phrases
    name = _name_in_year(point, words) if short else _name_in_full(point, words)
    parts = [DatePart(name, point.datetime_attribute)]
    if inside or point.is_qualified:
        parts.insert(0, _plain(phrases.article(point)))
    if point.approximate:
        parts = _say(phrases.about_inside if inside or point.uncertain else phrases.about, parts)
    return _say(phrases.possibly, parts) if point.uncertain else parts


def _name_in_full(point: DatePoint, words: _Words) -> str:
    calendar, phrases = words.calendar, words.phrases
    if point.precision <= Precision.DECADE:
        return _name_years(point, words)
    year = calendar.name("y", point.year)
    if point.precision is Precision.YEAR:
        return _name_some_day(point, words, year) if point.day else year
    if point.season:
        return phrases.season.format(phrases.seasons[point.season], year)
    day = calendar.name("yMMMMd" if point.day else "yMMMM", point.year, point.month, point.day)
    return _with_time(day, point, calendar)


def _name_in_year(point: DatePoint, words: _Words) -> str:
    if point.precision is Precision.YEAR and point.day:
        return _name_some_day(point, words, "")
    if point.precision <= Precision.YEAR:
        return _name_in_full(point, words)
    if point.season:
        return words.phrases.seasons[point.season]
    day = words.calendar.name("MMMMd" if point.day else "MMMM", point.year, point.month, point.day)
    return _with_time(day, point, words.calendar)


def _name_some_day(point: DatePoint, words: _Words, year: str) -> str:
    """A day of an unknown month: `the 5th of some month in 2004`."""
    phrases = words.phrases
    if phrases.name_day is None:
        return words.calendar.isolate(f"{write_year(point.year)}-XX-{point.day:02d}")
    day = phrases.name_day(point.day or 0)
    return phrases.day_and_year.format(day, year) if year else day


def _name_years(point: DatePoint, words: _Words) -> str:
    """A decade or a century, by its name or else by its years."""
    first, phrases = point.year, words.phrases
    if point.precision is Precision.CENTURY and phrases.name_century:
        return phrases.name_century((-first // 100 if first < 0 else first // 100) + 1, first < 0)
    if point.precision is Precision.DECADE and phrases.name_decade and first >= FIRST_NAMED_DECADE:
        return phrases.name_decade(first)
    years = (DatePoint(first, Precision.YEAR), DatePoint(from_ordinal(point.last_day)[0], Precision.YEAR))
    return "".join(part.text for part in _range(*years, words, short=False))


def _with_time(day: str, point: DatePoint, calendar: Calendar) -> str:
    if not point.has_time:
        return day
    clock = ":".join(f"{part:02d}" for part in point.clock)
    return calendar.glue.format(date=day, time=calendar.isolate(f"{clock}{_name_zone(point)}"))


def _name_zone(point: DatePoint) -> str:
    if point.offset is None:
        return f" ({point.zone})" if point.zone else ""
    if point.offset == 0:
        return " UTC"
    hours, minutes = divmod(abs(point.offset), 60)
    return f" UTC{'−' if point.offset < 0 else '+'}{hours:02d}:{minutes:02d}"


def _note_point(point: DatePoint, words: _Words) -> str:
    phrases = words.phrases
    if point.precision is Precision.YEAR and point.day:
        return phrases.day_of_some_month_note
    if point.precision < Precision.DAY:
        return phrases.coarse_notes[point.precision]
    if point.is_qualified:
        return phrases.approximate_note if point.approximate else phrases.uncertain_note
    # Hardly a source from before the Gregorian calendar counts in it, and so the weekday would be another.
    return words.calendar.weekdays[weekday(point.first_day)] if point.first_day >= GREGORIAN_FROM else ""


def _note_range(start: DatePoint, end: DatePoint, phrases: Phrases) -> str:
    return phrases.days_note if start.precision is end.precision is Precision.DAY else phrases.time_note


def _say(phrase: str, *dates: list[DatePart]) -> list[DatePart]:
    """A phrase with dates in it."""
    opening, *texts = phrase.split("{}")
    said = [_plain(opening)]
    for parts, text in zip(dates, texts, strict=True):
        said += [*parts, _plain(text)]
    return said


def _marked(parts: list[DatePart], calendar: Calendar) -> list[DatePart]:
    return [_plain(calendar.mark), *parts, _plain(calendar.mark)] if calendar.mark else parts


def _plain(text: str) -> DatePart:
    return DatePart(text, "")


def _joined(parts: list[DatePart], phrases: Phrases) -> tuple[DatePart, ...]:
    """Join neighbours of plain text, and leave out what is empty."""
    joined: list[DatePart] = []
    for part in parts:
        if joined and not part.datetime and not joined[-1].datetime:
            joined[-1] = _plain(joined[-1].text + part.text)
        elif part.text:
            joined.append(part)
    return tuple(part if part.datetime else _plain(phrases.contract(part.text)) for part in joined)
