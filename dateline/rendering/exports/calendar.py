"""Turn the events whose day is known into a calendar (iCalendar, RFC 5545; its name, RFC 7986)."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from dateline.indexes.dates import is_day, read_date
from dateline.model.date import DatePoint, HistoricalDate, Precision
from dateline.model.settings import Settings
from dateline.rendering.exports.row_words import Names, collect_names, describe_row
from dateline.rendering.exports.rows import Material, Row

_FOLDED_AT = 75  # octets, RFC 5545, section 3.1
_YEARS = range(1, 10000)  # RFC 5545, section 3.3.4: a year has four digits
_LETTER_GOES_ON = (0b11000000, 0b10000000)  # UTF-8: how every octet of a letter but the first begins
_ESCAPED = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n"))


def with_a_day(material: Material) -> list[Row]:
    """Return the events that happened on a known day: of all others a calendar would have to say more than is known."""
    return [row for row in material.rows("entries") if row["kind"] == "event" and _day_of(read_date(str(row["date"])))]


def count_days(material: Material) -> int:
    """Return how many these are, without making rows of them."""
    times = (entry.happened for entry in material.indexes.timeline.entries if entry.event)
    return sum(1 for edtf in times if is_day(edtf) or _day_of(read_date(edtf)))


def calendar_file(material: Material) -> bytes:
    """Return the events that happened on a known day, as UTF-8; how sure each is stands in its title.

    Each takes the whole day: the time of day, where it is told, stands in its description.
    """
    settings = material.settings
    names = collect_names(material)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Dateline//EN", _line("NAME", settings.title)]
    for row in with_a_day(material):
        lines += _event(row, names, settings)
    return "".join(fold_line(line) for line in [*lines, "END:VCALENDAR"]).encode()


def _event(row: Row, names: Names, settings: Settings) -> Iterator[str]:
    host = urlsplit(settings.base_url).hostname or "dateline.invalid"
    status, place = str(row.get("status", "")), _first(row.get("places"))
    yield "BEGIN:VEVENT"
    yield _line("UID", f"{row['id']}@{host}")
    yield f"DTSTAMP:{_stamp(read_date(str(row.get('published', 'unknown'))))}"
    yield f"DTSTART;VALUE=DATE:{_date(_day_of(read_date(str(row['date']))))}"
    # An event whose title shows nothing is an error, and its file is read to the end all the same.
    title = str(row.get("title", ""))
    yield _line("SUMMARY", f"{title} ({status})" if status else title)
    yield _line("DESCRIPTION", "\n\n".join(describe_row(row, names)))
    if place:
        yield _line("LOCATION", names[place])
    if status:
        yield _line("CATEGORIES", status)
    if settings.base_url:
        yield f"URL:{row['url']}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _first(value: object) -> str:
    return str(value[0]) if isinstance(value, list) and value else ""


def _day_of(date: HistoricalDate) -> DatePoint | None:
    """The one day that a date is for certain; None where it is not."""
    point = date.start if date.is_single else None
    if point is None or point.precision < Precision.DAY or point.is_qualified or point.year not in _YEARS:
        return None
    return point


def _stamp(published: HistoricalDate) -> str:
    """When the article was published, to the day; RFC 5545 wants a moment, and one that no two builds tell apart."""
    point = published.anchor
    if point is None or point.year not in _YEARS:
        return "00010101T000000Z"
    return f"{point.year:04d}{point.month or 1:02d}{point.day or 1:02d}T000000Z"


def _date(point: DatePoint | None) -> str:
    assert point is not None, "other events are left out"  # noqa: S101
    return f"{point.year:04d}{point.month:02d}{point.day:02d}"


def _line(name: str, text: str) -> str:
    for letter, escaped in _ESCAPED:
        text = text.replace(letter, escaped)
    return f"{name}:{text}"


def fold_line(line: str) -> str:
    """Return a line in pieces of at most 75 octets, none of which ends within a letter, with their ends."""
    rest, pieces = line.encode(), []
    while len(rest) > _FOLDED_AT:
        end = _FOLDED_AT
        while rest[end] & _LETTER_GOES_ON[0] == _LETTER_GOES_ON[1]:
            end -= 1
        pieces.append(rest[:end])
        rest = b" " + rest[end:]
    return b"\r\n".join([*pieces, rest, b""]).decode()
