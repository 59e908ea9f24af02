"""Turn dates and spans of time into words that are exact to the month."""

from dateline.indexes.dates import is_known
from dateline.indexes.entries import Entry
from dateline.model.date import HistoricalDate, Precision
from dateline.rendering.date_words import DatePart, dash_parts, date_parts, period_words, running_words


def month_parts(date: HistoricalDate, language: str) -> tuple[DatePart, ...]:
    """Return a date to the month, or what is known of it: `June 2024`, `2019`, `the 1920s`."""
    point = date.anchor
    if point is None or point.precision < Precision.YEAR or point.precision is Precision.SEASON:
        return date_parts(date, language, short=False)
    month = f"-{point.month:02d}" if point.month else ""
    datetime = f"{point.year:04d}{month}" if 1 <= point.year <= 9999 else ""
    return (DatePart(period_words(point.year, language, point.month), datetime),)


def reach_parts(entries: tuple[Entry, ...], language: str) -> tuple[DatePart, ...]:
    """Return the time from the first to the last dated entry of a timeline, to the month; () where none is dated."""
    ends = _ends(entries)
    if not ends:
        return ()
    first, last = (month_parts(entry.date, language) for entry in ends)
    return first if first == last else dash_parts(first, last, language)


def span_words(entries: tuple[Entry, ...], language: str) -> str:
    """Return the same in a running text: `between 2019 and June 2024`, `in July 2022`."""
    first, last = (words(month_parts(entry.date, language)) for entry in _ends(entries))
    return running_words(first, last, language)


def _ends(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The first and the last dated entry; () where none is."""
    found = (next((entry for entry in each if is_known(entry.edtf)), None) for each in (entries, reversed(entries)))
    return tuple(entry for entry in found if entry)


def words(parts: tuple[DatePart, ...]) -> str:
    """Return the words of parts, without their markup."""
    return "".join(part.text for part in parts)
