"""Turn the lines of the timeline into the JSON that TimelineJS shows (timeline.knightlab.com/docs/json-format.html)."""

from collections.abc import Iterator
from html import escape

from dateline.indexes.dates import is_day, read_date
from dateline.model.calendar import from_ordinal
from dateline.model.date import HistoricalDate
from dateline.rendering.date_words import full_words
from dateline.rendering.exports.row_words import Names, collect_names, qualify_row
from dateline.rendering.exports.rows import Material, Row
from dateline.rendering.exports.tabular import encode

_LIMIT_OF_YEARS = 271_821  # ECMAScript, section 21.4.1.1: a time reaches 100 million days before and after 1970


def with_a_date(material: Material) -> list[Row]:
    """Return the lines whose date has a beginning or an end: the others have no place on such a line."""
    return [row for row in material.rows("entries") if _reach(read_date(str(row["date"])))]


def count_dated(material: Material) -> int:
    """Return how many these are, without making rows of them."""
    times = (entry.happened for entry in material.indexes.timeline.entries)
    return sum(1 for edtf in times if is_day(edtf) or _reach(read_date(edtf)))


def timelinejs_file(material: Material) -> bytes:
    """Return the dated lines, as UTF-8; a line for each.

    A slide needs two days at most. They are the limits within which something happened; what readers see is its date in
    words, which says no more than is known.
    """
    settings, names = material.settings, collect_names(material)
    title = {"headline": escape(settings.title), "text": escape(settings.description)}
    slides = (_slide(row, names, settings.language) for row in with_a_date(material))
    lines = ",\n".join(map(encode, slides))
    return f'{{"title":{encode({"text": title})},"events":[\n{lines}\n]}}\n'.encode()


def _slide(row: Row, names: Names, language: str) -> Row:
    date = read_date(str(row["date"]))
    first, last = _reach(date) or (0, 0)
    status = {"group": str(row["status"])} if "status" in row else {}
    return {
        "unique_id": row["id"],
        "start_date": _day(first),
        **({"end_date": _day(last)} if last != first else {}),
        "display_date": full_words(date, language),
        **status,
        "text": {"headline": _headline(row), "text": "".join(f"<p>{part}</p>" for part in _text(row, names))},
    }


def _headline(row: Row) -> str:
    status = f" ({row['status']})" if "status" in row else ""
    return escape(f"{row.get('title', '')}{status}")


def _text(row: Row, names: Names) -> Iterator[str]:
    if "text" in row:
        yield escape(str(row["text"]))
    yield from map(escape, qualify_row(row, names))
    published = f", published {escape(str(row['published']))}" if "published" in row else ""
    yield f'<a href="{escape(str(row["url"]))}">Told here</a>{published}'


def _reach(date: HistoricalDate) -> tuple[int, int] | None:
    """The first and the last day that it may be; where one of them is open, the other alone."""
    days = [day for day in (date.first_day, date.last_day) if day is not None]
    if not days or any(abs(from_ordinal(day)[0]) >= _LIMIT_OF_YEARS for day in days):
        return None
    return days[0], days[-1]


def _day(ordinal: int) -> Row:
    year, month, day = from_ordinal(ordinal)
    return {"year": year, "month": month, "day": day}
