"""What entities state of each other becomes values; their faults are golden cases in `golden/relations.md`."""

from collections.abc import Mapping

import pytest

from dateline.model.article import Status
from dateline.model.entity import Entity
from dateline.model.names import EntityId
from dateline.model.problem import Problem
from dateline.model.relation import Relation
from dateline.model.settings import Settings
from dateline.reading.entities import read_registry, reread_entity

ANA = """---
name: Ana Gil
relations:
  - type: leads
    entity: guard
    since: 2009~
    until: unknown
    status: alleged
    note: so the officials
    source: {publisher: O Farol, date: 1911}
    article: [one, two]
  - {type: members, entity: bob, source: https://example.org/list}
---
"""
FILES = {
    "groups/guard.md": "---\nname: Guard\nrelations: {type: led by, entity: ana, since: 2009~, article: one}\n---\n",
    "people/ana.md": ANA,
    "people/bob.md": "---\nname: Bob Paz\nrelations: {type: leads, entity: guard, since: 1911, article: x}\n---\n",
}


def read(files: Mapping[str, str]) -> tuple[Mapping[EntityId, Entity], tuple[Problem, ...]]:
    """Return the registry of these files by id, and what is wrong with them."""
    registry, problems = read_registry({path: text.encode() for path, text in files.items()}, Settings(), "content")
    return registry.by_id, problems


def relations(identity: str) -> tuple[Relation, ...]:
    """Return what an entity states."""
    return read(FILES)[0][EntityId(identity)].relations


def test_every_key_is_read() -> None:
    """The other end is an id, the type a name, and the sources are those of articles."""
    first, second = relations("people/ana")
    assert (first.type, first.entity, first.is_inverse) == ("leads", "groups/guard", False)
    assert [str(date) for date in first.span] == ["2009~", "unknown"]
    assert (first.status, first.note, first.articles) == (Status.ALLEGED, "so the officials", ("one", "two"))
    assert [(source.publisher, str(source.date)) for source in first.sources] == [("O Farol", "1911")]
    assert str(first.location) == "content/people/ana.md:4:5"
    assert (second.type, second.entity, second.is_inverse) == ("member-of", "people/bob", True)
    assert [source.url for source in second.sources] == ["https://example.org/list"]


def test_relations_are_no_longer_kept_for_templates() -> None:
    """They are known."""
    found, problems = read(FILES)
    assert problems == ()
    assert [entity.extra for entity in found.values()] == [{}, {}, {}]


def reread(path: str, text: str) -> object:
    """Return what a file says after an edit, if that concerns it alone."""
    before, _ = read_registry({name: each.encode() for name, each in FILES.items()}, Settings(), "content")
    return reread_entity(path, text.encode(), before, Settings(), "content")


def test_an_edit_beside_relations_is_read_alone() -> None:
    """Wherever they stand now; a difference from the other end is told again."""
    differing = FILES | {"groups/guard.md": FILES["groups/guard.md"].replace("2009~", "2010")}
    for files in (FILES, differing):
        edited = files["people/ana.md"].replace("---\nname: Ana Gil", "---\n\nalias: The Boss\nname: Ana Gil")
        found, problems = read(files | {"people/ana.md": edited})
        before, _ = read_registry({name: each.encode() for name, each in files.items()}, Settings(), "content")
        again = reread_entity("people/ana.md", edited.encode(), before, Settings(), "content")
        assert again == (found[EntityId("people/ana")], problems)
        assert [problem.code for problem in problems] == ["relation-differs"] * (files is differing)


@pytest.mark.parametrize(
    "text",
    [
        ANA.replace("2009~", "2008"),
        ANA.replace("entity: bob", "entity: guard"),
        ANA.replace("[one, two]", "[one]"),
        ANA.replace("type: leads", "type: rival of"),
        "---\nname: Ana Gil\n---\n",
    ],
)
def test_an_edit_of_relations_is_not_read_alone(text: str) -> None:
    """It may concern the other end."""
    assert reread("people/ana.md", text) is None
