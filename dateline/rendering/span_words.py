"""Turn the time for which a relation held into words, which say as much as its author did and no more."""

from dateline.model.dataclass import dataclass
from dateline.model.date import DatePoint, HistoricalDate, Precision
from dateline.model.relation import Span
from dateline.rendering.date_words import DatePart, date_parts

Parts = tuple[DatePart, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """The phrases of one language; `{}` stands where a date does."""

    since: str
    until: str
    both: str
    between: str
    latest: str
    earliest: str
    unknown: str
    not_given: str
    day: str = "{}"
    """How a day follows a preposition."""


_WORDS = {
    "en": _Words(
        since="since {}",
        until="until {}",
        both="from {} to {}",
        between="some time between {} and {}",
        latest="{} at the latest",
        earliest="{} at the earliest",
        unknown="an unknown date",
        not_given="dates not given",
    ),
    "es": _Words(
        since="desde {}",
        until="hasta {}",
        both="desde {} hasta {}",
        between="algún momento entre {} y {}",
        latest="{} a más tardar",
        earliest="{} como muy pronto",
        unknown="una fecha desconocida",
        not_given="fechas no indicadas",
        day="el {}",
    ),
}


def lasting_parts(span: Span, language: str) -> Parts:
    """Return the words for a span, in a language (BCP 47; English where there are none), with its dates marked up.

    A beginning that is unknown is one that is not given: there was one. An end that is unknown says that it ended.
    """
    words = _WORDS.get(language.partition("-")[0].casefold(), _WORDS["en"])
    since = _limit(span.since, words, language) if span.since and span.since.is_known else None
    until = _limit(span.until, words, language) if span.until else None
    if since and until:
        return _fill(words.both, since, until)
    if since or until:
        return _fill(words.since, since) if since else _fill(words.until, until or ())
    return _fill(words.not_given)


def _limit(date: HistoricalDate, words: _Words, language: str) -> Parts:
    """The words for one end of a span: a date, or what is known of one."""
    start = _point(date.start, words, language) if date.start else None
    end = _point(date.end, words, language) if date.end else None
    if start and end:
        return start if date.is_single else _fill(words.between, start, end)
    if start or end:
        return _fill(words.earliest, start) if start else _fill(words.latest, end or ())
    return _fill(words.unknown)


def _point(point: DatePoint, words: _Words, language: str) -> Parts:
    parts = date_parts(HistoricalDate.at(point), language, short=False)
    is_bare_day = point.precision >= Precision.DAY and not point.is_qualified
    return _fill(words.day, parts) if is_bare_day else parts


def _fill(phrase: str, *dates: Parts) -> Parts:
    """A phrase with dates in it; neighbours of plain text become one."""
    first, *rest = phrase.split("{}")
    parts = [DatePart(first, "")]
    for date, text in zip(dates, rest, strict=True):
        parts += (*date, DatePart(text, ""))
    joined: list[DatePart] = []
    for part in parts:
        if joined and not part.datetime and not joined[-1].datetime:
            joined[-1] = DatePart(joined[-1].text + part.text, "")
        elif part.text:
            joined.append(part)
    return tuple(joined)
