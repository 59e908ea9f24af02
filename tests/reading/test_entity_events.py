"""The file of an entity tells of events as the header of an article does."""

from datetime import date

from dateline.model.article import Status
from dateline.model.entity import Registry
from dateline.model.settings import Settings
from dateline.model.source import Options, Sources
from dateline.reading.content import read_content
from dateline.reading.entities import reread_entity

ARTICLE = {"articles/2020-01-01-a.md": b"# A"}
ANA = b"""---
name: Ana
born: 1990
events:
  - date: 2020-05
    title: Ana is arrested
    text: By Leo.
    places: [peten]
    entities: [leo]
    status: reported
  - {date: 2021, title: Ana is arrested}
---
"""
OTHERS = {"people/leo.md": b"# Leo", "places/peten.md": b"# Peten"}


def read(files: dict[str, bytes]) -> tuple[Registry, list[str]]:
    """Read a content folder; return its registry and its problems as lines."""
    content, problems = read_content(Sources({**ARTICLE, **files}), Options(date(2026, 1, 1), "0"))
    return content.registry, [str(problem) for problem in problems]


def test_events_of_an_entity_are_read_when_all_entities_are_known() -> None:
    """Whichever file comes first; each has a slug of its own."""
    registry, problems = read({"people/ana.md": ANA, **OTHERS})
    assert problems == []
    first, second = registry.entities[0].events
    assert (first.slug, first.date.edtf, first.status) == ("ana-is-arrested", "2020-05", Status.REPORTED)
    assert (first.places, first.entities) == (("places/peten",), ("people/leo",))
    assert (second.slug, second.date.edtf) == ("ana-is-arrested-2", "2021")


def test_faults_in_them_stand_at_their_places() -> None:
    """An entity that there is not, an unknown key, a shape that is none; `event_date` is a key of articles alone."""
    _, problems = read(
        {
            "people/ana.md": b"---\nname: Ana\nevent_date: 2020\nevents:\n  - {date: 2020, title: T, places: [tikal]}\n"
            b"  - {date: 2020, colour: red}\n  - Arrested\n---\n"
        }
    )
    assert [line.partition(" ")[0] + line.partition(": ")[2].partition(":")[0] for line in problems] == [
        "content/people/ana.md:3:1:front-matter-unknown",
        "content/people/ana.md:5:37:reference-unknown",
        "content/people/ana.md:6:5:title-missing",
        "content/people/ana.md:6:18:front-matter-unknown",
        "content/people/ana.md:7:5:front-matter-value",
    ]


def test_one_edited_entity_is_read_with_its_events() -> None:
    """As if all had been read again."""
    before, _ = read({"people/ana.md": b"# Ana", **OTHERS})
    after, _ = read({"people/ana.md": ANA.replace(b"name: Ana", b"name: Ana"), **OTHERS})
    reread = reread_entity("people/ana.md", ANA, before, Settings(), "content")
    assert reread is not None
    assert reread[0].events == after.entities[0].events
