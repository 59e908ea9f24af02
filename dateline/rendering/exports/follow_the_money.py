"""Turn the rows of tables into FollowTheMoney entities (followthemoney.tech, model 4), for Aleph and programs like it.

The model has no word for how sure a claim of an event is, and none for a date within limits. Both stand in `notes`, so
that no event goes without them; a date property is filled only where its date is known to the year or better.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from hashlib import blake2b

from dateline.indexes.dates import read_date
from dateline.rendering.exports.pieces import Piece, Reads, whole
from dateline.rendering.exports.row_words import Names, collect_names, ids, nested, qualify_row
from dateline.rendering.exports.rows import Material, Row
from dateline.rendering.exports.tabular import encode
from dateline.rendering.keys import fold, stamp_words
from dateline.rendering.linked_data import iso_date

_SCHEMATA = {"Person": "Person", "Organization": "Organization", "Place": "Address"}
"""The schema for each type of schema.org that kinds may have; things of another type are left out."""
_PARTIES = frozenset({"Person", "Organization"})
_LIFE = {
    ("Person", "born"): "birthDate",
    ("Person", "died"): "deathDate",
    ("Organization", "founded"): "incorporationDate",
    ("Organization", "dissolved"): "dissolutionDate",
}
_LINKS = {
    "member-of": ("Membership", "member", "organization"),
    "successor-of": ("Succession", "successor", "predecessor"),
}
"""The schema of a relation between people and organisations, and which of its properties are subject and object."""
_ANY_LINK = ("UnknownLink", "subject", "object")
_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")  # as the model's own library checks ids
_DAY = 10  # characters of an ISO 8601 date

Properties = Mapping[str, Iterable[object]]


class _Called:
    """What entities are called, and what the model has for them."""

    def __init__(self, material: Material) -> None:
        self._material = material

    @cached_property
    def schemata(self) -> Mapping[str, str]:
        return _schemata(self._material)

    @cached_property
    def names(self) -> Names:
        return collect_names(self._material)


def follow_the_money_file(material: Material) -> bytes:
    """Return entities, events, articles, the parts taken in events and relations, as UTF-8; a line for each."""
    return whole(follow_the_money_pieces(material))


def follow_the_money_pieces(material: Material) -> Iterator[Piece]:
    """Return the pieces of that file: a run of a table each; relations, which are few, are made each time."""
    called = _Called(material)
    for table in _TOLD:
        for place in range(len(material.runs(table))):
            make = partial(_piece, table, place, material, called)
            yield Piece(make, None if table == "relations" else partial(_piece_key, table, place))


def _piece(table: str, place: int, material: Material, called: _Called) -> bytes:
    rows = material.rows_of_run(table, place)
    return "".join(f"{encode(each)}\n" for row in rows for each in _TOLD[table](row, called)).encode()


def _piece_key(table: str, place: int, reads: Reads) -> bytes:
    told = reads.nameless_run(place) if table == "articles" else reads.run(table, place)
    return fold(stamp_words(("statements", table)), told, reads.called)


def collect_statements(material: Material) -> Iterator[Row]:
    """Return what the file says, one entity of the model after another."""
    called = _Called(material)
    return (each for table, tell in _TOLD.items() for row in material.rows(table) for each in tell(row, called))


def _tell_entity(row: Row, called: _Called) -> Iterator[Row]:
    if row["id"] in called.schemata:
        yield _entity(row, called.schemata[str(row["id"])])


def _tell_article(row: Row, _: _Called) -> Iterator[Row]:
    yield _article(row)


def _tell_entry(row: Row, called: _Called) -> Iterator[Row]:
    if row["kind"] == "event":
        yield from _event(row, called.schemata, called.names)


def _tell_relation(row: Row, called: _Called) -> Iterator[Row]:
    return _relation(row, called.schemata, called.names)


_TOLD: Mapping[str, Callable[[Row, _Called], Iterator[Row]]] = {
    "entities": _tell_entity,
    "articles": _tell_article,
    "entries": _tell_entry,
    "relations": _tell_relation,
}
"""How a row of each table is told, in the order of the file."""


def count_statements(material: Material) -> int:
    """Return how many entities of the model the file tells of, without making them."""
    schemata, records = _schemata(material), material.records
    events = [entry.event for entry in material.indexes.timeline.entries if entry.event]
    parts = sum(role.entity in schemata for event in events for role in event.roles)
    relations = sum(row["subject"] in schemata and row["object"] in schemata for row in material.rows("relations"))
    return len(schemata) + len(records.articles) + len(events) + parts + relations


def _schemata(material: Material) -> Mapping[str, str]:
    """The schema of each entity that the model has one for, by its id."""
    types = {kind.name: kind.schema_type for kind in material.settings.kinds}
    listed = (record.entity for record in material.records.entities)
    return {entity.id: _SCHEMATA[types[entity.kind]] for entity in listed if types[entity.kind] in _SCHEMATA}


def make_id(text: str) -> str:
    """Return an id that the model allows: the same for the same text, another for every other."""
    plain = text.replace("/", ".").replace(":", "--")
    return plain if _ID.fullmatch(plain) else f"dl-{blake2b(text.encode(), digest_size=10).hexdigest()}"


def _make(text: str, schema: str, properties: Properties) -> Row:
    told = {name: [str(value) for value in values if value not in ("", None)] for name, values in properties.items()}
    return {"id": make_id(text), "schema": schema, "properties": {name: told[name] for name in told if told[name]}}


def _entity(row: Row, schema: str) -> Row:
    life = {_LIFE.get((schema, name), ""): [_day(row.get(name))] for name in ("born", "died", "founded", "dissolved")}
    place = {name: [row.get(name)] for name in ("latitude", "longitude")} if schema == "Address" else {}
    full = {"full": [row.get("name")]} if schema == "Address" else {}
    said: Properties = {"name": [row.get("name")], "alias": ids(row.get("aliases")), "summary": [row.get("summary")]}
    dates = {name: values for name, values in life.items() if name}
    return _make(str(row["id"]), schema, {**said, **full, **dates, **place, "sourceUrl": [_web(row.get("url"))]})


def _article(row: Row) -> Row:
    properties: Properties = {
        "title": [row.get("title")],
        "summary": [row.get("summary")],
        "publishedAt": [_day(row.get("date"))],
        "notes": [f"corrected {each['date']}: {each['note']}" for each in nested(row.get("corrections"))],
        "sourceUrl": [_web(row.get("url"))],
    }
    return _make(f"articles/{row['slug']}", "Article", properties)


def _event(row: Row, schemata: Mapping[str, str], names: Names) -> Iterator[Row]:
    identity, cast = f"events/{row['id']}", [each for each in ids(row.get("entities")) if each in schemata]
    status = [f"status: {row['status']}"] if "status" in row else []
    properties: Properties = {
        "name": [row.get("title") or row["id"]],
        "date": [_day(row["date"])],
        "summary": [row.get("text")],
        "notes": [*status, f"date (EDTF): {row['date']}", row.get("note")],
        "description": qualify_row(row, names),
        "involved": [make_id(each) for each in cast if schemata[each] in _PARTIES],
        "location": [names[each] for each in ids(row.get("places"))],
        "addressEntity": [make_id(each) for each in ids(row.get("places")) if each in schemata],
        "proof": [make_id(f"articles/{row['article']}")] if "article" in row else [],
        "publisher": [names[each] for each in ids(row.get("sources"))],
        "sourceUrl": [_web(row.get("url"))],
    }
    yield _make(identity, "Event", properties)
    for number, role in enumerate(nested(row.get("roles")), start=1):
        if role["entity"] in schemata:
            yield _part(f"{identity}/{number}", identity, role)


def _part(identity: str, event: str, role: Row) -> Row:
    """As what an entity took part in an event."""
    ends: Properties = {"subject": [make_id(str(role["entity"]))], "object": [make_id(event)]}
    said = {"role": [role.get("as")], "status": [role.get("status")], "description": [role.get("note")]}
    return _make(identity, "UnknownLink", {**ends, **said})


def _relation(row: Row, schemata: Mapping[str, str], names: Names) -> Iterator[Row]:
    subject, target = str(row["subject"]), str(row["object"])
    if subject not in schemata or target not in schemata:
        return
    is_named = schemata[subject] in _PARTIES and schemata[target] in _PARTIES
    schema, one, other = _LINKS.get(str(row["type"]), _ANY_LINK) if is_named else _ANY_LINK
    if schema == "Membership" and schemata[target] != "Organization":
        schema, one, other = _ANY_LINK
    properties: Properties = {
        one: [make_id(subject)],
        other: [make_id(target)],
        "role": [row.get("label")],
        "status": [row.get("status")],
        "startDate": [_day(row.get("since"))],
        "endDate": [_day(row.get("until"))],
        "description": [*ids(row.get("notes")), *_limits(row)],
        "publisher": [names[each] for each in ids(row.get("sources"))],
        "proof": [make_id(f"articles/{slug}") for slug in ids(row.get("articles"))],
    }
    yield _make(f"relations/{row['id']}", schema, properties)


def _limits(row: Row) -> Iterator[str]:
    """When a relation held, where a date property would say more than is known."""
    for name in ("since", "until"):
        if name in row and not _day(row[name]):
            yield f"{name} (EDTF): {row[name]}"


def _day(edtf: object) -> str:
    """A date as ISO 8601 has it, to the day at most; '' where that would say more than is known."""
    return iso_date(read_date(edtf))[:_DAY] if isinstance(edtf, str) else ""


def _web(url: object) -> str:
    """A full URL; '' where the site has none."""
    return url if isinstance(url, str) and "://" in url else ""
