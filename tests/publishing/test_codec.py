"""Records come back from their bytes as they were, and other bytes are refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy
from strategies import dates

from dateline.indexes.excerpts import Excerpt
from dateline.indexes.records import (
    ArticleRecord,
    ArticleText,
    CitationRecord,
    CorrectionRecord,
    EntityRecord,
    EventRecord,
    NoteRecord,
    PageRecord,
    Quotation,
    TextPart,
)
from dateline.model.entity import Coordinates, Entity
from dateline.model.names import EntityId, Slug
from dateline.model.problem import Code, Location, Problem, Severity
from dateline.model.settings import LinkPolicy
from dateline.model.text import Passage, Place, SourceMap
from dateline.publishing.codec import pack, pack_map, stamp, unpack, unpack_map
from dateline.publishing.segments import Pointer
from dateline.reading.markdown_links import InternalLink

TEXTS = st.text(max_size=8)
NUMBERS = st.integers(-(2**63), 2**64 - 1)
IDS = TEXTS.map(EntityId)
SLUGS = TEXTS.map(Slug)
NAMES = st.lists(TEXTS, max_size=3).map(tuple)
EXTRA = st.dictionaries(
    TEXTS,
    st.recursive(
        st.none() | st.booleans() | NUMBERS | st.floats() | TEXTS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
        max_leaves=6,
    ),
    max_size=3,
)
PLACES = st.builds(Place, NUMBERS, NUMBERS)
LOCATIONS = st.builds(Location, TEXTS, NUMBERS, NUMBERS)
MAPS = st.builds(SourceMap, st.lists(NUMBERS, max_size=3).map(tuple), st.lists(PLACES, max_size=3).map(tuple))
PASSAGES = st.builds(Passage, TEXTS, MAPS)
NOTES = st.lists(st.tuples(NUMBERS, NUMBERS), max_size=2).map(tuple)
EXCERPTS = st.builds(Excerpt, st.lists(st.tuples(TEXTS, st.booleans()), max_size=3).map(tuple), NOTES)
EXCERPT_LISTS = st.lists(EXCERPTS, max_size=2).map(tuple)
CITATIONS = st.builds(CitationRecord, TEXTS, TEXTS, NAMES, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, file=TEXTS, id=TEXTS)
CITATION_LISTS = st.lists(CITATIONS, max_size=2).map(tuple)
EVENTS = st.builds(EventRecord, order=NUMBERS, position=NUMBERS, sources=CITATION_LISTS)
ARTICLES = st.builds(
    ArticleRecord,
    location=LOCATIONS,
    order=NUMBERS,
    sources=CITATION_LISTS,
    named=st.dictionaries(IDS, NUMBERS, max_size=3),
    events=st.lists(EVENTS, max_size=2).map(tuple),
    corrections=st.lists(st.builds(CorrectionRecord), max_size=2).map(tuple),
    tags=NAMES,
)
NOTE_LISTS = st.lists(st.builds(NoteRecord, number=NUMBERS, source=st.none() | CITATIONS), max_size=2).map(tuple)
ARTICLE_TEXTS = st.builds(
    ArticleText,
    body=st.lists(st.builds(TextPart, event=st.none() | SLUGS, level=NUMBERS), max_size=2).map(tuple),
    notes=NOTE_LISTS,
    authors=NAMES,
    updated=TEXTS,
    extra=EXTRA,
)
QUOTATIONS = st.builds(Quotation, EXCERPT_LISTS, st.dictionaries(SLUGS, EXCERPT_LISTS, max_size=2))
ENTITIES = st.builds(
    Entity,
    location=LOCATIONS,
    body=PASSAGES,
    summary=st.none() | PASSAGES,
    aliases=NAMES,
    weak_aliases=NAMES,
    forms=NAMES,
    part_of=st.none() | IDS,
    coordinates=st.none() | st.builds(Coordinates, st.floats(allow_nan=False), st.floats(allow_nan=False)),
    born=st.none() | dates(),
    died=st.none() | dates(),
    founded=st.none() | dates(),
    dissolved=st.none() | dates(),
    context=NAMES,
    links=st.none() | st.sampled_from(LinkPolicy),
    extra=EXTRA,
)
PROBLEMS = st.builds(Problem, st.sampled_from(Code), TEXTS, LOCATIONS, TEXTS, st.sampled_from(Severity))


@dataclass(frozen=True)
class Kept:
    """A type of values that are kept, and some of them."""

    kind: type[Any]
    values: SearchStrategy[Any]


KEPT = {
    "articles": Kept(tuple[ArticleRecord, ...], st.lists(ARTICLES, max_size=2).map(tuple)),
    "text": Kept(ArticleText, ARTICLE_TEXTS),
    "quotations": Kept(dict[EntityId, Quotation], st.dictionaries(IDS, QUOTATIONS, max_size=2)),
    "entity": Kept(EntityRecord, st.builds(EntityRecord, ENTITIES, notes=NOTE_LISTS)),
    "page": Kept(PageRecord, st.builds(PageRecord, location=LOCATIONS, extra=EXTRA, notes=NOTE_LISTS)),
    "problem": Kept(Problem, PROBLEMS),
    "link": Kept(InternalLink, st.builds(InternalLink, place=PLACES)),
    "pointers": Kept(dict[str, Pointer], st.dictionaries(TEXTS, st.builds(Pointer, *[st.integers(0, 2**64 - 1)] * 4))),
}


def unpack_or_refuse(data: bytes, kind: type[Any]) -> None:
    """Unpack, or refuse with a ValueError: anything else is a failure."""
    try:
        value = unpack(data, kind)
    except ValueError:
        return
    assert unpack(pack(value), kind) == value or "nan" in repr(value)


@pytest.mark.property
@pytest.mark.parametrize("kept", KEPT.values(), ids=KEPT)
@given(data=st.data())
def test_what_is_packed_comes_back(kept: Kept, data: DataObject) -> None:
    """With its types, its empty tuples and the order of its mappings, which the text of a value tells."""
    value = data.draw(kept.values)
    again = unpack(pack(value), kept.kind)
    assert repr(again) == repr(value)
    assert again == value or "nan" in repr(value)
    assert pack(again) == pack(value)


@pytest.mark.property
@given(kept=st.sampled_from([*KEPT.values()]), data=st.data())
def test_bytes_cut_short_are_refused(kept: Kept, data: DataObject) -> None:
    """Wherever they are cut."""
    whole = pack(data.draw(kept.values))
    with pytest.raises(ValueError, match="these bytes hold no"):
        unpack(whole[: data.draw(st.integers(0, len(whole) - 1))], kept.kind)


@pytest.mark.property
@given(kept=st.sampled_from([*KEPT.values()]), data=st.data())
def test_garbled_bytes_are_a_value_or_refused(kept: Kept, data: DataObject) -> None:
    """Never anything that a caller does not expect."""
    whole = bytearray(pack(data.draw(kept.values)))
    whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    unpack_or_refuse(bytes(whole), kept.kind)


@pytest.mark.property
@given(kept=st.sampled_from([*KEPT.values()]), data=st.binary())
def test_any_bytes_are_a_value_or_refused(kept: Kept, data: bytes) -> None:
    """Also those that nobody packed."""
    unpack_or_refuse(data, kept.kind)


REFUSED = {
    "nothing": b"",
    "another type": pack(1),
    "a part left out": pack({"path": "a.md"}),
    "a date that cannot be": pack({"year": 2020, "precision": 5}),
    "nested without end": b"\x91" * 100_000,
    "longer than it can be": b"\xdd\xff\xff\xff\xff",
    "no UTF-8": b"\xa1\xff",
    "more than a value": pack("a") + pack("b"),
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_what_is_no_entity_is_refused(data: bytes) -> None:
    """With one kind of error, whatever is wrong."""
    with pytest.raises(ValueError, match="these bytes hold no EntityRecord"):
        unpack(data, EntityRecord)


@pytest.mark.parametrize("data", [b"\x91" * 100_000, b"\xdd\xff\xff\xff\xff", b"\xa1\xff"])
def test_what_is_no_value_at_all_is_refused(data: bytes) -> None:
    """Also where any value would do."""
    with pytest.raises(ValueError, match="these bytes hold no"):
        unpack(data, object)


def test_a_date_is_checked_as_it_comes_back() -> None:
    """Its own rules hold for it."""
    date = {"start": {"year": 2020, "precision": 6, "month": 2, "day": 30}, "end": None}
    entity = {"id": "a", "kind": "a", "slug": "a", "name": "a", "path": "a", "location": {"path": "a"}}
    body = {"text": "", "source_map": {"offsets": [], "places": []}}
    whole = {"entity": {**entity, "body": body, "born": date}, "description": "", "summary": "", "body": ""}
    with pytest.raises(ValueError, match="there is no day 30 in 2020-02"):
        unpack(pack(whole), EntityRecord)


def _nested(depth: int) -> object:
    value: object = None
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize("value", ["\ud800", 2**64, -(2**63) - 1, object(), _nested(100_000)], ids=range(5))
def test_what_bytes_cannot_say_is_refused(value: object) -> None:
    """Half of a surrogate pair, numbers without measure, strange objects, nests without end."""
    with pytest.raises(ValueError, match="cannot be kept"):
        pack(value)


@pytest.mark.property
@given(values=st.dictionaries(TEXTS, QUOTATIONS, max_size=3))
def test_a_mapping_is_unpacked_value_by_value(values: Mapping[str, Quotation]) -> None:
    """Its bytes are those of the mapping as a whole."""
    packed = {key: pack(value) for key, value in values.items()}
    assert pack_map(packed) == pack(values)
    again = unpack_map(pack(values))
    assert [(key, bytes(value)) for key, value in again.items()] == list(packed.items())
    assert {key: unpack(value, Quotation) for key, value in again.items()} == values


@pytest.mark.property
@given(data=st.binary() | st.dictionaries(TEXTS, TEXTS).map(pack).map(lambda whole: whole[:-1]))
def test_what_is_no_mapping_is_refused(data: bytes) -> None:
    """Whatever it is; what is a mapping has values that are whole."""
    try:
        values = unpack_map(data)
    except ValueError:
        return
    assert unpack_map(pack_map(values)) == values


def test_stamps_are_those_of_blake2b() -> None:
    """Of 16 bytes."""
    assert stamp(b"").hex() == "cae66941d9efbd404e4d88758ea67670"
    assert stamp(b"a") != stamp(b"b")
