"""A relation is the same whichever end states it, and its time is an honest span."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.edtf import parse_edtf
from dateline.model.names import EntityId
from dateline.model.problem import Location
from dateline.model.relation import Relation, Span, agree

ANA, BOB = EntityId("people/ana"), EntityId("people/bob")
ids = st.sampled_from([ANA, BOB, EntityId("groups/guard")])


def span(text: str) -> Span:
    """Return the span of two EDTF texts with `>` between; an empty one is not given."""
    since, until = (parse_edtf(part) if part else None for part in text.split(">"))
    return Span(since, until)


@pytest.mark.parametrize(("text", "expected"), [("2010>2009", True), ("2010>2010", False), ("2010-05>2010", False),
    ("2010>", False), (">2010", False), ("unknown>2010", False), ("2010>unknown", False), ("2010/..>2009", True),
    ("../2010>2009", False), ("2010>201X", False)])  # fmt: skip
def test_a_span_is_backwards_where_no_day_can_lie_in_it(text: str, expected: bool) -> None:
    """What is not given, open or unknown is no fault, nor is a year that ends where it begins."""
    assert span(text).is_backwards is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("2009>2010", "2011>", True), ("2009>2010", "2010>", False), ("2009>", "2011>", False), (">2008", "2009>", True)],
)
def test_spans_are_apart_where_no_day_lies_in_both(one: str, other: str, expected: bool) -> None:
    """In whichever order they are asked."""
    assert span(one).is_apart(span(other)) is span(other).is_apart(span(one)) is expected


@given(ids, ids, st.booleans(), st.booleans())
def test_both_ends_state_one_relation(owner: EntityId, other: EntityId, is_inverse: bool, is_symmetric: bool) -> None:
    """What one end states in its words, the other end states in the inverse ones."""
    here = Relation("leads", other, Location("a"), is_inverse)
    there = Relation("leads", owner, Location("b"), not is_inverse)
    ends = here.ends(owner, is_symmetric=is_symmetric)
    assert there.ends(other, is_symmetric=is_symmetric) == ends
    assert {ends.subject, ends.object} == {owner, other}
    if not is_symmetric:
        assert ends.subject == (other if is_inverse else owner)


def test_silence_agrees_with_everything() -> None:
    """And a statement with itself alone."""
    assert agree(None, 1)
    assert agree(1, None)
    assert agree(1, 1)
    assert not agree(1, 2)
