"""Turn entities, their relations and what they share into a graph (GraphML, graphml.graphdrawing.org/specification)."""

from collections.abc import Iterator
from html import escape

from dateline.indexes.pairs import count_together
from dateline.rendering.exports.row_words import ids
from dateline.rendering.exports.rows import Material, Row

_KEYS = (
    ("name", "node", "string"),
    ("kind", "node", "string"),
    ("url", "node", "string"),
    ("entries", "node", "int"),
    ("type", "edge", "string"),
    ("label", "edge", "string"),
    ("status", "edge", "string"),
    ("since", "edge", "string"),
    ("until", "edge", "string"),
    ("sources", "edge", "int"),
    ("weight", "edge", "int"),
)
APPEARS_WITH = "appears-with"
"""The type of an edge between two entities that entries name together: nobody has said that they are related."""


def graphml_file(material: Material) -> bytes:
    """Return entities as nodes, as UTF-8.

    A relation is an edge with a direction, with its status and its sources. Two entities that entries name together are
    joined by an edge without one, of the type `appears-with`, whose weight is the number of those entries.
    """
    return "\n".join(_lines(material)).encode()


def _lines(material: Material) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for name, owner, kind in _KEYS:
        yield f'<key id="{owner}-{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>'
    yield '<graph edgedefault="undirected">'
    for row in material.rows("entities"):
        named = {name: row.get(name) for name in ("name", "kind", "url")}
        data = _data("node", {**named, "entries": len(ids(row.get("entries")))})
        yield f"<node id={_quoted(str(row['id']))}>{data}</node>"
    yield from map(_relation, material.rows("relations"))
    yield from _appearances(material)
    yield "</graph>"
    yield "</graphml>\n"


def _appearances(material: Material) -> Iterator[str]:
    """The edges of who appears with whom."""
    quoted = {record.entity.id: _quoted(record.entity.id) for record in material.records.entities}
    pairs = count_together(material.indexes.timeline.entries, quoted)
    said = f'directed="false">{_datum("edge-type", APPEARS_WITH)}<data key="edge-weight">'
    for (first, second), entries in sorted(pairs.items()):
        yield f"<edge source={quoted[first]} target={quoted[second]} {said}{entries}</data></edge>"


def _relation(row: Row) -> str:
    said = {name: row.get(name) for name in ("type", "label", "status", "since", "until")}
    sources = len(ids(row.get("sources"))) + len(ids(row.get("articles")))
    ends = f"source={_quoted(str(row['subject']))} target={_quoted(str(row['object']))}"
    return f'<edge {ends} directed="true">{_data("edge", {**said, "sources": sources})}</edge>'


def _data(owner: str, said: Row) -> str:
    return "".join(_datum(f"{owner}-{name}", value) for name, value in said.items() if value is not None)


def _datum(key: str, value: object) -> str:
    return f'<data key="{key}">{escape(str(value), quote=False)}</data>'


def _quoted(identity: str) -> str:
    # What the standard library has for XML takes 30 ms to import: it brings all that a browser of the web needs.
    return f'"{escape(identity)}"'
