"""Entities, events and relations are told in the FollowTheMoney model, and none goes without its status."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.exported import FILES, material

from dateline.rendering.exports.follow_the_money import collect_statements, follow_the_money_file, make_id

SMALL = material(FILES)
MODEL = {
    "Address": "alias full latitude longitude name sourceUrl summary",
    "Article": "notes publishedAt sourceUrl summary title",
    "Event": "addressEntity date description involved location name notes proof publisher sourceUrl summary",
    "Membership": "description endDate member organization proof publisher role startDate status",
    "Organization": "alias dissolutionDate incorporationDate name sourceUrl summary",
    "Person": "alias birthDate deathDate name sourceUrl summary",
    "Succession": "description endDate predecessor proof publisher role startDate status successor",
    "UnknownLink": "description endDate object proof publisher role startDate status subject",
}
"""What the model has for each schema, as far as it is used: followthemoney 4.11, followthemoney/schema/*.yaml."""


def statements(files: dict[str, str]) -> dict[str, Any]:
    """Return what is said of each thing, by its id."""
    lines = map(json.loads, follow_the_money_file(material(files)).decode().splitlines())
    return {line["id"]: (line["schema"], line["properties"]) for line in lines}


def test_only_words_of_the_model_are_used() -> None:
    """And what is named is there."""
    said = statements(FILES)
    for schema, properties in said.values():
        assert properties.keys() <= set(MODEL[schema].split())
        assert all(isinstance(value, str) for values in properties.values() for value in values)
        for name in ("addressEntity", "involved", "member", "object", "organization", "proof", "subject"):
            assert set(properties.get(name, ())) <= said.keys()


def test_an_event_keeps_its_status_and_its_date() -> None:
    """In its notes, since the model has no word for them; a day that is known is a date too."""
    said = statements(FILES)
    schema, leaving = said["events.first.ann-able-leaves"]
    assert (schema, leaving["date"], leaving["proof"]) == ("Event", ["2020-07-17"], ["articles.first"])
    assert leaving["notes"] == ["status: alleged", "date (EDTF): 2020-07-17"]
    assert leaving["involved"] == ["people.ann", "people.ben"]
    assert (leaving["location"], leaving["addressEntity"]) == (["Rome"], ["places.rome"])
    assert "Ben Bold, driver, disputed (he says no)" in leaving["description"]
    assert "Corrected 2020-07-20: It was Rome, not Oslo." in leaving["description"]
    _, waiting = said["events.first.ann-able-waits"]
    assert "date" not in waiting
    assert waiting["notes"] == ["status: denied", "date (EDTF): 2019-10~", "in autumn"]


def test_a_part_in_an_event_is_a_link_with_its_status() -> None:
    """From who took part to what happened."""
    assert statements(FILES)["events.first.ann-able-leaves.1"] == (
        "UnknownLink",
        {
            "subject": ["people.ben"],
            "object": ["events.first.ann-able-leaves"],
            "role": ["driver"],
            "status": ["disputed"],
            "description": ["he says no"],
        },
    )


def test_a_life_is_dated_only_as_far_as_it_is_known() -> None:
    """About 1960 is no date that the model could tell from 1960."""
    said = statements(FILES)
    assert "birthDate" not in said["people.ann"][1]
    assert said["groups.guard"][1]["incorporationDate"] == ["1950-05"]
    assert said["places.rome"][1]["latitude"] == ["41.9"]


RELATED = {
    "articles/a.md": "---\ntitle: A\ndate: 2021\n---\n",
    "people/ben.md": "---\nname: Ben\n---\n",
    "groups/guard.md": "---\nname: Guard\n---\n",
    "places/rome.md": "---\nname: Rome\n---\n",
}


@pytest.mark.parametrize(
    ("relation", "schema", "ends"),
    [
        ("{type: member-of, entity: guard, article: a}", "Membership", {"member": "ann", "organization": "guard"}),
        ("{type: member-of, entity: ben, article: a}", "UnknownLink", {"subject": "ann", "object": "ben"}),
        ("{type: member-of, entity: rome, article: a}", "UnknownLink", {"subject": "ann", "object": "rome"}),
        ("{type: leads, entity: guard, article: a}", "UnknownLink", {"subject": "ann", "object": "guard"}),
        ("{type: successor-of, entity: ben, article: a}", "Succession", {"successor": "ann", "predecessor": "ben"}),
    ],
)
def test_a_relation_is_what_the_model_has_for_it(relation: str, schema: str, ends: dict[str, str]) -> None:
    """Between people and organisations; else a link of which the words say what it is."""
    dated = relation.replace("}", ", since: 2001~, until: 2004-05, status: alleged}")
    ann = f"---\nname: Ann\nrelations: [{dated}]\n---\n"
    (found,) = [each for name, each in statements({**RELATED, "people/ann.md": ann}).items() if "relations" in name]
    assert found[0] == schema
    assert {name: found[1][name][0].rpartition(".")[2] for name in ends} == ends
    assert found[1]["status"] == ["alleged"]
    assert (found[1]["endDate"], found[1]["description"]) == (["2004-05"], ["since (EDTF): 2001~"])
    assert found[1]["proof"] == ["articles.a"]


def test_what_the_model_has_no_schema_for_is_left_out() -> None:
    """With its relations and its part in events; but for the words of the event."""
    ship = "---\nname: Ship\nrelations: [{type: part-of, entity: guard, article: a}]\n---\n"
    kind = '[kinds.vessel]\nfolder = "vessels"\nlabel = "Vessel"\nplural = "Vessels"\nschema_type = "Vehicle"\n'
    event = "events: [{date: 2020, title: E, text: It sinks., roles: [{entity: ship, as: loss}]}]"
    article = f"---\ntitle: A\ndate: 2021\n{event}\n---\n"
    said = statements({**RELATED, "articles/a.md": article, "vessels/ship.md": ship, "site.toml": kind})
    assert [name for name in said if "ship" in name] == []
    assert said["events.a.e"][1]["description"] == ["Ship, loss"]


@pytest.mark.property
@given(st.text(min_size=1), st.text(min_size=1))
def test_ids_differ_as_what_they_stand_for(one: str, other: str) -> None:
    """And are as the model wants them."""
    assert make_id(one).replace(".", "").replace("-", "").isalnum()
    if "." not in one + other and "-" not in one + other:
        assert (make_id(one) == make_id(other)) == (one == other)


def test_every_statement_has_an_id_of_its_own() -> None:
    """Or programs would take two things for one."""
    ids = [statement["id"] for statement in collect_statements(SMALL)]
    assert len(ids) == len(set(ids))
