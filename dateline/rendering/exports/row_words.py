"""Turn a row of the timeline into sentences, for programs that show text: status, roles, sources, corrections."""

from collections.abc import Iterable, Iterator, Mapping

from dateline.rendering.exports.rows import Material, Row

Names = Mapping[str, str]
"""What entities and sources are called, by their ids."""


def collect_names(material: Material) -> Names:
    """Return what every entity and every source is called."""
    names = {str(row["id"]): str(row["name"]) for row in material.rows("entities")}
    return names | {str(row["id"]): _source_words(row) for row in material.rows("sources")}


def describe_row(row: Row, names: Names) -> Iterator[str]:
    """Return what happened, as what who took part, what that rests on, what was corrected, and where it is told."""
    yield str(row.get("text", row.get("title", "")))
    if "T" in str(row["date"]):
        yield f"At {row['date']}"
    yield from qualify_row(row, names)
    published = f", published {row['published']}" if "published" in row else ""
    yield f"Told in {row['url']}{published}."


def qualify_row(row: Row, names: Names) -> Iterator[str]:
    """Return as what who took part, what the row rests on, and what was corrected."""
    for role in nested(row.get("roles")):
        words = ", ".join(
            str(each) for each in (names[str(role["entity"])], role.get("as"), role.get("status")) if each
        )
        yield f"{words} ({role['note']})" if "note" in role else words
    if sources := [names[each] for each in ids(row.get("sources"))]:
        yield f"{'One source' if row.get('single_source') else 'Sources'}: {'; '.join(dict.fromkeys(sources))}"
    for correction in nested(row.get("corrections")):
        yield f"Corrected {correction['date']}: {correction['note']}"


def nested(value: object) -> Iterable[Row]:
    """Return the objects that a field holds."""
    return value if isinstance(value, list) else ()


def ids(value: object) -> list[str]:
    """Return the texts that a field holds."""
    return [str(each) for each in value] if isinstance(value, list) else []


def _source_words(row: Row) -> str:
    """Who published or wrote a source, else what it is called."""
    found = row.get("publisher") or ", ".join(ids(row.get("authors"))) or row.get("title")
    return str(found or row.get("url") or row.get("file") or "untitled")
