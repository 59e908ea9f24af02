"""The `roles:` of an event become the parts that entities had in it."""

from datetime import date

import pytest

from dateline.model.article import Article, Event, Role, Status
from dateline.model.names import EntityId
from dateline.model.problem import Severity
from dateline.model.source import Options, Sources
from dateline.reading.content import read_content
from dateline.reading.roles import LONGEST_ROLE

ANA, BEN = EntityId("people/ana"), EntityId("people/ben")


def read(event: str) -> Event:
    """Return an event of a site with two people in it; `event` is what its header says beside date and title."""
    return read_article(f"---\ntitle: A\nevents:\n  - date: 2020\n    title: E\n{event}---\n").events[0]


def read_article(article: str) -> Article:
    """Return an article of a site with two people in it."""
    texts = {"articles/2020-07-18-a.md": article, "people/ana.md": "# Ana Ruiz", "people/ben.md": "# Ben Bold"}
    content, problems = read_content(
        Sources({path: text.encode() for path, text in texts.items()}), Options(date(2026, 1, 1), "0")
    )
    assert [str(p) for p in problems if p.severity is not Severity.NOTICE] == []
    return content.articles[0]


def test_every_key_is_read() -> None:
    """As what, how surely, and a note; one entity may have several parts, and a status may be all that is told."""
    event = read(
        "    roles:\n"
        "      - {entity: ana, as: '  the\n        suspect ', status: ALLEGED, note: says a witness}\n"
        "      - {entity: people/ben, status: convicted}\n"
        "      - {entity: ana, as: witness}\n"
    )
    assert event.roles == (
        Role(ANA, "the suspect", Status.ALLEGED, "says a witness"),
        Role(BEN, "", Status.CONVICTED),
        Role(ANA, "witness"),
    )


def test_those_who_had_a_part_took_part() -> None:
    """After those that the event lists, and each once."""
    event = read("    entities: [ben]\n    roles: [{entity: ana, as: victim}, {entity: ben, as: witness}]\n")
    assert event.entities == (BEN, ANA)


def test_one_role_needs_no_list() -> None:
    """And the same one twice is one."""
    assert read("    role: {entity: ana, as: victim}\n").roles == (Role(ANA, "victim"),)
    assert read("    roles: [{entity: ana, as: victim}, ~, {entity: ana, as: victim}]\n").roles == (
        Role(ANA, "victim"),
    )


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        ("ana: suspect, Alleged", (Role(ANA, "suspect", Status.ALLEGED),)),
        ("people/ana: the suspect; ben: acquitted", (Role(ANA, "the suspect"), Role(BEN, "", Status.ACQUITTED))),
        (" ana :witness ; ", (Role(ANA, "witness"),)),
    ],
)
def test_a_heading_says_it_in_a_line(said: str, roles: tuple[Role, ...]) -> None:
    """Between the braces there is room for a text alone; in the header it may be one too."""
    assert read(f"    roles: '{said}'\n").roles == roles
    heading = f'## 2020-01-01: Fire {{.event roles="{said}"}}'
    event = read_article(f"---\ntitle: A\n---\n{heading}\n").events[0]
    assert (event.roles, event.title.text) == (roles, "Fire")


def test_as_may_be_as_long_as_a_line() -> None:
    """The limit itself is not too long."""
    assert read(f"    roles: [{{entity: ana, as: {'x' * LONGEST_ROLE}}}]\n").roles[0].words == "x" * LONGEST_ROLE


def test_an_event_without_roles_has_none() -> None:
    """As all had before there were any."""
    assert read("    entities: [ana]\n").roles == ()
    assert read("    roles: []\n").roles == ()
