"""What two states of knowledge differ in, and for which names that matters."""

from dataclasses import replace
from typing import Any

import pytest

from dateline.linking.knowledge import Knowledge, differences, stand_alike
from dateline.model.names import EntityId

_BIDEN, _RUIZ, _TEXAS = EntityId("people/biden"), EntityId("people/ruiz"), EntityId("places/texas")
_KNOWN = Knowledge(
    present=frozenset({_BIDEN, _RUIZ}), common=frozenset({"state"}), clear=frozenset({_BIDEN}), named={_BIDEN: 2}
)


def test_nothing_new() -> None:
    """Knowledge differs from itself, and from a copy of itself, in nothing."""
    assert differences(_KNOWN, _KNOWN) == set()
    assert differences(_KNOWN, replace(_KNOWN)) == set()
    assert stand_alike(_KNOWN, replace(_KNOWN))


@pytest.mark.parametrize(
    ("news", "entities"),
    [
        ({"present": frozenset({_BIDEN})}, {_RUIZ}),
        ({"present": frozenset({_BIDEN, _RUIZ, _TEXAS})}, {_TEXAS}),
        ({"clear": frozenset({_RUIZ})}, {_BIDEN, _RUIZ}),
        ({"clear": None}, {_RUIZ}),
        ({"hinted": frozenset({_TEXAS})}, {_TEXAS}),
        ({"gone": frozenset({_TEXAS})}, {_TEXAS}),
        ({"hinted": frozenset({_TEXAS}), "gone": frozenset({_RUIZ})}, {_RUIZ, _TEXAS}),
        ({"named": {_BIDEN: 3}}, set()),
    ],
)
def test_entities(news: dict[str, Any], entities: set[EntityId]) -> None:
    """What is told of an entity bears on its names alone, either way round; a full name of its own stays as it is."""
    other = replace(_KNOWN, **news)
    assert differences(_KNOWN, other) == differences(other, _KNOWN) == entities
    assert stand_alike(_KNOWN, other)


@pytest.mark.parametrize(
    "news",
    [
        {"common": frozenset({"house"})},
        {"off": frozenset({"surname"})},
        {"unborn": frozenset({_TEXAS})},
        {"surnames": frozenset({"Paris"})},
    ],
)
def test_every_name(news: dict[str, Any]) -> None:
    """Small words, rules that are off, the unborn and surnames bear on every name."""
    other = replace(_KNOWN, **news)
    assert differences(_KNOWN, other) is differences(other, _KNOWN) is None
    assert not stand_alike(_KNOWN, other)


def test_strangers() -> None:
    """Strangers bear on every short name, and beside them it matters how often somebody is named."""
    strange = replace(_KNOWN, strangers={"Biden": 1})
    assert differences(_KNOWN, strange) is None
    assert differences(strange, replace(strange, named={_BIDEN: 3})) is None
    assert differences(strange, replace(strange)) == set()
    assert stand_alike(_KNOWN, strange)
