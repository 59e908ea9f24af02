"""Both ends of a relation show it, each once, whoever states it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.linked import entity

from dateline.indexes.records import EntityRecord, Records, Shelf
from dateline.indexes.relations import RelationEnd, Relations, index_relations, tell_unknown_articles
from dateline.model.article import Status
from dateline.model.citation import Citation
from dateline.model.edtf import parse_edtf
from dateline.model.names import EntityId, Slug
from dateline.model.problem import Location
from dateline.model.relation import Relation, Span
from dateline.model.relation_type import built_in_types

TYPES = built_in_types("en")
NAMES = {"people/ana": "Ana", "people/bob": "Bob", "groups/guard": "Guard", "places/porto": "Porto"}


def relation(
    type_: str, other: str, when: str = ">", status: Status | None = None, note: str = "", *, is_inverse: bool = False
) -> Relation:
    """Return a relation; `when` is two EDTF texts with `>` between, an empty one is not given."""
    since, until = (parse_edtf(part) if part else None for part in when.split(">"))
    source = Citation(title=f"{type_} {other} {when} {note}")
    where = Location(f"{other}.md")
    return Relation(type_, EntityId(other), where, is_inverse, Span(since, until), status, note, (source,))


def records(stated: dict[str, list[Relation]]) -> list[EntityRecord]:
    """Return the records of all entities, in the order of `stated`, then of the names."""
    order = dict.fromkeys((*stated, *NAMES))
    made = (replace(entity(i, NAMES[i]), relations=tuple(stated.get(i, ()))) for i in order)
    return [EntityRecord(each, "", "", "") for each in made]


def index(stated: dict[str, list[Relation]]) -> Relations:
    """Return the relations that these entities state."""
    return index_relations(records(stated), TYPES)


def seen(identity: str, found: Relations) -> list[str]:
    """Return the relations of an entity in its own words."""
    words = {each.name: (each.label, each.inverse) for each in TYPES}
    ends = found.of(EntityId(identity))
    return [f"{words[each.relation.ends.type][each.is_inverse]} {NAMES[each.other]}" for each in ends]


def test_both_ends_show_a_relation_in_their_own_words() -> None:
    """Who leads, and who is led; rivals are alike."""
    found = index({"people/ana": [relation("leads", "groups/guard"), relation("rival-of", "people/bob")]})
    assert seen("people/ana", found) == ["leads Guard", "rival of Bob"]
    assert seen("groups/guard", found) == ["led by Ana"]
    assert seen("people/bob", found) == ["rival of Ana"]
    assert seen("places/porto", found) == []


def test_statements_that_agree_are_one() -> None:
    """What one leaves open the other fills in; notes and sources come together, in the order of the ids."""
    here = relation("leads", "groups/guard", "2009>", note="so the police")
    there = relation("leads", "people/ana", ">2015", Status.ALLEGED, "so the papers", is_inverse=True)
    (one,) = index({"people/ana": [here, here], "groups/guard": [there]}).stated
    assert (str(one.span.since), str(one.span.until), one.status) == ("2009", "2015", Status.ALLEGED)
    assert one.notes == ("so the papers", "so the police")
    assert one.sources == (*there.sources, *here.sources)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (relation("rival-of", "people/bob", "2009>"), relation("rival-of", "people/ana", "2010>")),
        (relation("rival-of", "people/bob", "2015>"), relation("rival-of", "people/ana", ">2009")),
        (
            relation("rival-of", "people/bob", ">", Status.DENIED),
            relation("rival-of", "people/ana", ">", Status.ALLEGED),
        ),
    ],
    ids=["other dates", "two times", "another status"],
)
def test_statements_that_differ_stand_side_by_side(here: Relation, there: Relation) -> None:
    """Each with its own sources, and at both ends."""
    found = index({"people/ana": [here], "people/bob": [there]})
    assert {each.sources for each in found.stated} == {here.sources, there.sources}
    assert len(found.of(EntityId("people/ana"))) == len(found.of(EntityId("people/bob"))) == 2


def test_relations_come_by_type_date_and_name() -> None:
    """Of one type seen from the subject first; those without a date last."""
    own = [
        relation("rival-of", "people/bob"),
        relation("leads", "places/porto", "2010>"),
        relation("leads", "groups/guard", "2010-02>"),
        relation("leads", "people/bob"),
        relation("leads", "people/bob", ">", is_inverse=True),
        relation("leads", "groups/guard", "2010>2012"),
        relation("leads", "groups/guard", "1999>2001"),
    ]
    found = index({"people/ana": own})
    assert [(*end.relation.span, NAMES[end.other], end.is_inverse) for end in found.of(EntityId("people/ana"))] == [
        (parse_edtf("1999"), parse_edtf("2001"), "Guard", False),
        (parse_edtf("2010"), parse_edtf("2012"), "Guard", False),
        (parse_edtf("2010"), None, "Porto", False),
        (parse_edtf("2010-02"), None, "Guard", False),
        (None, None, "Bob", False),
        (None, None, "Bob", True),
        (None, None, "Bob", False),
    ]
    assert [each.ends.type for each in found.stated] == ["leads"] * 6 + ["rival-of"]


def test_an_article_that_is_not_there_is_told() -> None:
    """Where the relation is stated; with those that are close."""
    stated = replace(relation("leads", "groups/guard"), articles=(Slug("strom"),))
    nowhere = Records((), tuple(records({"people/ana": [stated]})), (), Shelf({}, {}))
    assert [str(problem) for problem in tell_unknown_articles(nowhere)] == [
        (
            "groups/guard.md: reference-unknown: there is no article 'strom', on which the relation rests; "
            "write the slug of an article that is published"
        )
    ]


WHEN = st.sampled_from((">", "2009>", "2010>2012", ">2015", "2020~>", "unknown>unknown"))
STATED = st.dictionaries(
    st.sampled_from([*NAMES]),
    st.lists(
        st.builds(
            relation,
            st.sampled_from([each.name for each in TYPES]),
            st.sampled_from([*NAMES]),
            WHEN,
            st.sampled_from((None, Status.ALLEGED, Status.DENIED)),
            st.sampled_from(("", "so the police")),
            is_inverse=st.booleans(),
        ),
        max_size=5,
    ),
).map(lambda stated: {own: [each for each in listed if each.entity != own] for own, listed in stated.items()})


@pytest.mark.property
@given(STATED)
def test_each_relation_is_seen_once_from_either_end(stated: dict[str, list[Relation]]) -> None:
    """And the inverse of the inverse is the relation itself."""
    found = index(stated)
    ends = [end for own in found.ends.values() for end in own]
    assert sorted(str(end.relation) for end in ends) == sorted(2 * [str(each) for each in found.stated])

    def turned(end: RelationEnd) -> RelationEnd:
        (other,) = (each for each in found.of(end.other) if each.relation == end.relation)
        return other

    for end in ends:
        assert (turned(end).own, turned(end).other, turned(turned(end))) == (end.other, end.own, end)
        is_symmetric = end.relation.ends.type == "rival-of"
        assert turned(end).is_inverse is (False if is_symmetric else not end.is_inverse)


@pytest.mark.property
@given(STATED, st.randoms())
def test_the_order_is_total(stated: dict[str, list[Relation]], random: object) -> None:
    """In whichever order entities come; and nothing that was stated is lost."""
    shuffled = records(stated)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = index(stated)
    assert index_relations(shuffled, TYPES) == found
    assert list(index_relations(shuffled, TYPES).ends) == list(found.ends)
    told = {source for each in found.stated for source in each.sources}
    assert told == {source for listed in stated.values() for each in listed for source in each.sources}
