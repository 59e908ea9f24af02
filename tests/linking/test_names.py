"""Who bears which name is found out once, and brought up to date as entities change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.building import entity, registry

from dateline.linking.names import bearers_of, change_bearers, index_bearers, index_names
from dateline.model.entity import Registry
from dateline.model.settings import Settings

NAMES = st.sampled_from(("Ana Gil", "Ana Paz", "Guard", "El Mencho", "Don Luis Gil", "North-East Gil", "!?"))
OTHERS = "people/bob: Bob Paz; Don Luis\ngroups/guard: Guard; National Guard"


@pytest.mark.property
@given(st.lists(NAMES, min_size=1, max_size=3), st.lists(NAMES, min_size=1, max_size=3))
def test_bearers_follow_an_entity(before: list[str], after: list[str]) -> None:
    """Whatever its names were and are, the same forms are borne by the same as if all were found out again."""
    old, new = (entity(f"people/ana: {'; '.join(names)}") for names in (before, after))
    others = registry(OTHERS).entities
    known = bearers_of(index_names(Registry.of((old, *others)), Settings()))
    expected = bearers_of(index_names(Registry.of((new, *others)), Settings()))
    assert change_bearers(known, [(old, new)], Settings()) == expected


def test_an_index_of_bearers_finds_the_same_names() -> None:
    """As one that derives all names at once, by the same numbers."""
    everybody = registry(OTHERS)
    whole = index_names(everybody, Settings())
    again = index_bearers(bearers_of(whole), everybody, Settings())
    assert list(again.names) == list(whole.names)
    assert again.names[:2] == tuple(whole.names[:2])
    assert again.automaton.forms == whole.automaton.forms
