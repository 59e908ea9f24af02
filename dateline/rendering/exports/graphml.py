"""Turn entities, their relations and what they share into a graph (GraphML, graphml.graphdrawing.org/specification)."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache, partial
from html import escape
from itertools import chain

from dateline.indexes.records import EntityRecord
from dateline.model.names import EntityId
from dateline.model.urls import entity_url
from dateline.rendering.exports.pieces import Piece, Reads, constant, whole
from dateline.rendering.exports.row_words import ids
from dateline.rendering.exports.rows import Material, Row
from dateline.rendering.keys import fold, stamp_words

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
    return whole(graphml_pieces(material))


def graphml_pieces(material: Material) -> Iterator[Piece]:
    """Return the pieces of that file: most of it are edges between those who appear together."""
    yield Piece(lambda: "".join(f"{line}\n" for line in _head(material)).encode())
    for place in range(len(material.runs("entities"))):
        make, key = partial(_appearances, material, place), partial(_appearances_key, material, place)
        yield Piece(make, key)
    yield constant("</graph>\n</graphml>\n")


def _head(material: Material) -> Iterator[str]:
    """All but the edges of who appears with whom."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for name, owner, kind in _KEYS:
        yield f'<key id="{owner}-{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>'
    yield '<graph edgedefault="undirected">'
    told = material.indexes.dossiers.told
    for record in material.records.entities:
        entity = record.entity
        named = {"name": entity.name, "kind": entity.kind, "url": material.address(entity_url(entity.id))}
        data = _data("node", {**named, "entries": len(told.get(entity.id, ()))})
        yield f"<node id={_quoted(entity.id)}>{data}</node>"
    yield from map(_relation, material.rows("relations"))


def _appearances(material: Material, place: int) -> bytes:
    """The edges of who appears with whom that begin at the entities of a run, in the order of both ends."""
    said = f'directed="false">{_datum("edge-type", APPEARS_WITH)}<data key="edge-weight">'
    dossiers, lines = material.indexes.dossiers, []
    for first in _ids(material, place):
        counts = Counter(chain.from_iterable(entry.entities for entry in dossiers.told.get(first, ())))
        source = f"<edge source={_quoted(first)} target="
        later = sorted(other for other in counts if other > first and other in dossiers.entities)
        lines += [f"{source}{_quoted(second)} {said}{counts[second]}</data></edge>\n" for second in later]
    return "".join(lines).encode()


def _appearances_key(material: Material, place: int, reads: Reads) -> bytes:
    told, ids = material.indexes.dossiers.told, _ids(material, place)
    casts = chain.from_iterable(told.get(identity, ()) for identity in ids)
    return fold(
        reads.shared, reads.public, stamp_words(("appearances", *ids)), *(reads.casts[entry.id] for entry in casts)
    )


def _ids(material: Material, place: int) -> list[EntityId]:
    return [each.entity.id for each in material.runs("entities")[place] if isinstance(each, EntityRecord)]


def _relation(row: Row) -> str:
    said = {name: row.get(name) for name in ("type", "label", "status", "since", "until")}
    sources = len(ids(row.get("sources"))) + len(ids(row.get("articles")))
    ends = f"source={_quoted(str(row['subject']))} target={_quoted(str(row['object']))}"
    return f'<edge {ends} directed="true">{_data("edge", {**said, "sources": sources})}</edge>'


def _data(owner: str, said: Row) -> str:
    return "".join(_datum(f"{owner}-{name}", value) for name, value in said.items() if value is not None)


def _datum(key: str, value: object) -> str:
    return f'<data key="{key}">{escape(str(value), quote=False)}</data>'


@lru_cache(1 << 16)
def _quoted(identity: str) -> str:
    # What the standard library has for XML takes 30 ms to import: it brings all that a browser of the web needs.
    return f'"{escape(identity)}"'
