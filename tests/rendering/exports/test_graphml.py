"""Entities are nodes, relations edges with a direction, and what entries name together edges without one."""

from xml.etree import ElementTree as ET

from support.exported import FILES, material

from dateline.indexes.pairs import count_pairs
from dateline.model.names import EntityId
from dateline.rendering.exports.graphml import APPEARS_WITH, graphml_file

XMLNS = "{http://graphml.graphdrawing.org/xmlns}"
SMALL = material(FILES)


def data(element: ET.Element) -> dict[str, str]:
    """Return what is said of a node or an edge."""
    return {each.attrib["key"]: each.text or "" for each in element.iter(f"{XMLNS}data")}


def test_a_relation_keeps_its_status_and_its_dates() -> None:
    """And how many sources it has."""
    graph = ET.fromstring(graphml_file(SMALL))  # noqa: S314 - our own bytes
    (edge,) = (each for each in graph.iter(f"{XMLNS}edge") if each.attrib["directed"] == "true")
    assert (edge.attrib["source"], edge.attrib["target"]) == ("people/ann", "groups/guard")
    assert data(edge) == {
        "edge-type": "member-of",
        "edge-label": "member of",
        "edge-status": "reported",
        "edge-since": "2001",
        "edge-sources": "1",
    }


def test_every_key_is_declared_and_every_end_is_a_node() -> None:
    """As the format asks."""
    graph = ET.fromstring(graphml_file(SMALL))  # noqa: S314 - our own bytes
    keys = {each.attrib["id"] for each in graph.iter(f"{XMLNS}key")}
    nodes = {each.attrib["id"]: data(each) for each in graph.iter(f"{XMLNS}node")}
    assert nodes["people/ann"] == {
        "node-name": "Ann Able",
        "node-kind": "person",
        "node-url": "https://example.org/record/people/ann/",
        "node-entries": "4",
    }
    for edge in graph.iter(f"{XMLNS}edge"):
        assert {edge.attrib["source"], edge.attrib["target"]} <= nodes.keys()
        assert data(edge).keys() <= keys


def test_who_appears_with_whom_is_counted_once_for_an_entry() -> None:
    """And is told apart from relations."""
    entities = {record.entity.id for record in SMALL.records.entities}
    pairs = count_pairs(SMALL.indexes.timeline.entries, entities)
    shared = {(pair.first, pair.second): pair.entries for pair in pairs}
    assert shared[EntityId("people/ann"), EntityId("people/ben")] == 1
    graph = ET.fromstring(graphml_file(SMALL))  # noqa: S314 - our own bytes
    edges = [each for each in graph.iter(f"{XMLNS}edge") if each.attrib["directed"] == "false"]
    assert len(edges) == len(shared)
    assert {data(each)["edge-type"] for each in edges} == {APPEARS_WITH}
    weights = {(each.attrib["source"], each.attrib["target"]): data(each)["edge-weight"] for each in edges}
    assert weights == {ends: str(entries) for ends, entries in shared.items()}
