"""Say which files of data a site has: what each holds, how much, and how it is made."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from dateline.model.dataclass import dataclass
from dateline.rendering.exports.calendar import calendar_file, count_days
from dateline.rendering.exports.follow_the_money import (
    count_statements,
    follow_the_money_file,
    follow_the_money_pieces,
)
from dateline.rendering.exports.geojson import count_located, geojson_file
from dateline.rendering.exports.graphml import graphml_file, graphml_pieces
from dateline.rendering.exports.pieces import Piece, whole
from dateline.rendering.exports.rows import Material
from dateline.rendering.exports.tables import ARTICLES_TABLE, ENTITIES, ENTRIES, TABLES, Table
from dateline.rendering.exports.tabular import csv_pieces, json_pieces, package_file
from dateline.rendering.exports.timelinejs import count_dated, timelinejs_file
from dateline.rendering.words import message

_SAME = message("The same rows; a cell that holds several values is written as JSON.")


@dataclass(frozen=True, slots=True)
class Export:
    """A file of data."""

    name: str
    """Below `data/`."""
    form: str
    """What it is written in: `JSON`."""
    about: str
    """What it holds, in a sentence: a message that catalogues translate."""
    make: Callable[[Material], bytes]
    count: Callable[[Material], int] | None
    """How many rows or things it holds; None: that is not counted."""
    table: Table | None = None
    """The table of which it holds the fields."""
    tells_names: bool = False
    """Whether it tells whom the texts of articles name, and so changes with every such name."""
    tells_aliases: bool = False
    """Whether it tells the other names of entities and what is said of them, and no more of names than events do."""
    pieces: Callable[[Material], Iterable[Piece]] | None = None
    """Returns the pieces of which it is made; None: it is made in one."""


def _table_exports() -> Iterator[Export]:
    for table in TABLES:
        count, tells = partial(_count, table), table in (ENTRIES, ARTICLES_TABLE, ENTITIES)
        for form, about, cut in (("JSON", table.about, json_pieces), ("CSV", _SAME, csv_pieces)):
            pieces = partial(cut, table)
            name, make = f"{table.name}.{form.lower()}", partial(_whole, pieces)
            yield Export(name, form, about, make, count, table, tells, pieces=pieces if tells else None)


def _count(table: Table, material: Material) -> int:
    # Rows are many and large: they are made with the files alone.
    records = material.records
    things = {
        ENTRIES.name: material.indexes.timeline.entries,
        ARTICLES_TABLE.name: records.articles,
        ENTITIES.name: records.entities,
    }
    return len(things[table.name] if table.name in things else material.rows(table.name))


def _whole(pieces: Callable[[Material], Iterable[Piece]], material: Material) -> bytes:
    return whole(pieces(material))


EXPORTS = (
    *_table_exports(),
    Export(
        "datapackage.json",
        "Data Package",
        message("What the CSV files hold, for programs: each field with its type and its meaning."),
        lambda material: package_file(material.settings),
        None,
    ),
    Export(
        "entries.geojson",
        "GeoJSON",
        message("A point for each line of the timeline of which a place has coordinates; the others are left out."),
        geojson_file,
        count_located,
        ENTRIES,
    ),
    Export(
        "events.ics",
        "iCalendar",
        message(
            "The events that happened on a known day, for calendars; the others are left out, since a calendar would "
            "say more of their date than is known."
        ),
        calendar_file,
        count_days,
    ),
    Export(
        "graph.graphml",
        "GraphML",
        message(
            "Groups, people and places as a graph: relations with their status, and who appears with whom how often."
        ),
        graphml_file,
        lambda material: len(material.records.entities),
        tells_names=True,
        pieces=graphml_pieces,
    ),
    Export(
        "entities.ftm.json",
        "FollowTheMoney",
        message("People, groups, places, events, articles and what joins them, for Aleph: a line for each."),
        follow_the_money_file,
        count_statements,
        tells_aliases=True,
        pieces=follow_the_money_pieces,
    ),
    Export(
        "timelinejs.json",
        "TimelineJS",
        message("The lines of the timeline that have a date, for TimelineJS."),
        timelinejs_file,
        count_dated,
    ),
)
"""In the order in which they are listed."""
