"""Files below each kind's folder become the registry."""

import pytest

from dateline.model.entity import Coordinates, Entity
from dateline.model.names import EntityId
from dateline.model.problem import Location
from dateline.model.settings import LinkPolicy, Settings
from dateline.reading.entities import read_registry, reread_entity


def read(files: dict[str, str]) -> dict[str, Entity]:
    """Return the registry of files without a fault."""
    registry, problems = read_registry({path: text.encode() for path, text in files.items()}, Settings(), "content")
    assert problems == ()
    return {str(entity.id): entity for entity in registry.entities}


def read_one(text: str) -> Entity:
    """Return the one place that a file tells of."""
    return read({"places/culiacan.md": text})["places/culiacan"]


def test_every_key_is_read() -> None:
    """Each key of the model can be set."""
    entity = read_one(
        "---\nname: Culiacán\naliases: [Culiacán Rosales, Culiacán]\nweak_aliases: The city\n"
        "context: [sinaloa, the north]\nsummary: A *city*.\n"
        "coordinates: [24.81, -107.39]\nfounded: 1531-09-29\ndissolved: unknown\nborn: 1500\ndied: 1600\n"
        "links: none\nredirects: places/culican\n---\nText.\n"
    )
    assert (entity.id, entity.kind, entity.slug, entity.name) == ("places/culiacan", "place", "culiacan", "Culiacán")
    assert entity.location == Location("content/places/culiacan.md")
    assert (entity.aliases, entity.weak_aliases) == (("Culiacán Rosales",), ("The city",))
    assert entity.context == ("sinaloa", "the north")
    assert entity.summary
    assert (entity.summary.text, entity.body.text) == ("A *city*.", "Text.\n")
    assert entity.coordinates == Coordinates(24.81, -107.39)
    dates = (entity.founded, entity.dissolved, entity.born, entity.died)
    assert [str(date) for date in dates] == ["1531-09-29", "unknown", "1500", "1600"]
    assert (entity.links, entity.part_of, entity.extra) == (LinkPolicy.NONE, None, {})
    assert entity.redirects == ("places/culican/",)


def test_the_heading_can_be_the_name() -> None:
    """Without `name:` the first heading is the name, and the text leaves it out."""
    entity = read_one("# Culiacán\n\nText.\n")
    assert (entity.name, entity.body.text) == ("Culiacán", "\nText.\n")


def test_links_to_elsewhere_are_kept_for_templates() -> None:
    """A table of links says nothing about linking."""
    entity = read_one("---\nname: A\nlinks: {wikidata: Q1}\n---\n")
    assert (entity.links, entity.extra) == (None, {"links": {"wikidata": "Q1"}})


@pytest.mark.parametrize("written", ["mexico", "places/mexico"])
def test_a_place_is_part_of_another(written: str) -> None:
    """`part_of` takes a slug, of the same kind first, or a folder and a slug."""
    entities = read(
        {
            "places/culiacan.md": f"---\nname: Culiacán\npart_of: {written}\n---\n",
            "places/north/mexico.md": "# Mexico",
            "groups/mexico.md": "# Government of Mexico",
        }
    )
    assert entities["places/culiacan"].part_of == "places/mexico"


def test_a_cycle_is_broken_where_it_closes() -> None:
    """Places that are part of one another keep all steps but one."""
    files = {f"places/{a}.md": f"---\nname: {a}\npart_of: {b}\n---\n".encode() for a, b in ("ab", "bc", "ca", "xa")}
    registry, _ = read_registry(files, Settings(), "content")
    assert [e.part_of for e in registry.entities] == ["places/b", "places/c", None, "places/a"]


def test_a_broken_header_still_gives_an_entity() -> None:
    """References to an entity hold although its header cannot be read."""
    files = {
        "people/ovidio-guzman.md": b"---\nname: 'Ovidio\n---\n",
        "groups/a.md": b"---\nname: A\npart_of: ovidio-guzman\n---\n",
    }
    registry, problems = read_registry(files, Settings(), "content")
    assert [entity.name for entity in registry.entities] == ["A", "ovidio guzman"]
    assert [problem.code for problem in problems] == ["front-matter-broken"]


FILES = {
    "people/ana.md": "---\nname: Ana Gil\n---\n",
    "people/bob.md": "---\nname: Bob Paz\npart_of: north\n---\n",
    "places/north.md": "---\nname: North\n---\n",
}


def reread(path: str, text: str) -> object:
    """Return what a file says after an edit, if that concerns it alone."""
    before, _ = read_registry({name: each.encode() for name, each in FILES.items()}, Settings(), "content")
    return reread_entity(path, text.encode(), before, Settings(), "content")


@pytest.mark.parametrize(
    "text",
    [
        "---\nname: Bob Paz\naliases: [The Boss]\npart_of: north\n---\nA life.\n",
        "---\nname: Robert Paz\npart_of: places/north\nsurprise: 1\n---\n",
    ],
)
def test_an_edited_file_says_what_it_would_among_all(text: str) -> None:
    """The entity and its problems are those that reading everything again would give."""
    files = {**FILES, "people/bob.md": text}
    registry, problems = read_registry({name: each.encode() for name, each in files.items()}, Settings(), "content")
    assert reread("people/bob.md", text) == (registry.by_id[EntityId("people/bob")], problems)


@pytest.mark.parametrize(
    "text",
    [
        "---\nname: Bob Paz\nslug: boss\npart_of: north\n---\n",
        "---\nname: Bob Paz\n---\n",
        "---\nname: Bob Paz\npart_of: nowhere\n---\n",
        "---\nname: Bob Paz\naliases: [Ana Gil]\npart_of: north\n---\n",
    ],
    ids=["another slug", "part of nothing", "part of nobody knows what", "a name that is borne"],
)
def test_an_edit_that_may_concern_others_is_not_read_alone(text: str) -> None:
    """Then everything is read again."""
    assert reread("people/bob.md", text) is None
