"""What of knowledge bears on every name."""

from dataclasses import replace
from typing import Any

import pytest

from dateline.linking.knowledge import Knowledge, stand_alike
from dateline.model.names import EntityId

_BIDEN, _RUIZ, _TEXAS = EntityId("people/biden"), EntityId("people/ruiz"), EntityId("places/texas")
_KNOWN = Knowledge(
    present=frozenset({_BIDEN, _RUIZ}), common=frozenset({"state"}), clear=frozenset({_BIDEN}), named={_BIDEN: 2}
)


@pytest.mark.parametrize(
    "news",
    [
        {},
        {"present": frozenset({_BIDEN})},
        {"clear": None},
        {"hinted": frozenset({_TEXAS}), "gone": frozenset({_RUIZ})},
        {"named": {_BIDEN: 3}},
        {"strangers": {"Biden": 1}},
    ],
)
def test_some_names(news: dict[str, Any]) -> None:
    """What is told of an entity or of short names leaves a full name of its own as it is."""
    assert stand_alike(_KNOWN, replace(_KNOWN, **news))


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
    assert not stand_alike(_KNOWN, replace(_KNOWN, **news))
