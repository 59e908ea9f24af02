"""What stands beside a name and makes it a part of a bigger one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.linking.context import Surroundings, find_bigger_name, is_alone
from dateline.linking.name_forms import Name
from dateline.linking.rules import NAME, SURNAME
from dateline.model.names import EntityId

_NAME = "Texas"
_BESIDE = st.text(st.sampled_from("ab AB.,;:!?'\"()-&$+1_é\n東"), max_size=8)
_KINDS = st.sampled_from(
    [
        Name(_NAME, EntityId("places/texas"), NAME, kind="place"),
        Name(_NAME, EntityId("groups/texas"), NAME, kind="group"),
        Name(_NAME, EntityId("people/texas"), NAME, kind="person"),
        Name(_NAME, EntityId("people/texas"), SURNAME, is_weak=True, kind="person"),
    ]
)


def _is_alone(text: str) -> bool:
    start = text.index(_NAME)
    return is_alone(text, start, start + len(_NAME))


@pytest.mark.parametrize(
    "text",
    [
        "Texas",
        "Texas.",
        "in Texas. Then",
        "in Texas is",
        "In the big Texas, too",
        "New, Texas; so",
        "York: Texas!",
        "(Texas)",
        "near the town's Texas'",
    ],
)
def test_alone(text: str) -> None:
    """A small word or a sign on both sides tells that a name is whole."""
    assert _is_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "New Texas",
        "near El's Texas",
        "x1 Texas",
        "a McTexan Texas",
        "J. Texas",
        '"El" Texas',
        "South-Texas",
        "Sons & Texas",
        "sons & Texas",
        "in Texas Rangers",
        "in Texas-Mexico",
        "in Texas & Sons",
        "in Texas.com",
        "in Texas: it",
        "in Texas 2",
        "in Texas été",
        "in Texas+",
    ],
)
def test_not_alone(text: str) -> None:
    """A capital, an initial, a hyphen or a sign that joins words needs a closer look, and so does what is rare."""
    assert not _is_alone(text)


@pytest.mark.property
@settings(deadline=None)
@given(_BESIDE, _BESIDE, _KINDS)
def test_alone_is_whole(before: str, after: str, name: Name) -> None:
    """A name that is alone is no part of a bigger one, whatever it names."""
    text = before + _NAME + after
    start, end = len(before), len(before) + len(_NAME)
    around = Surroundings(frozenset(), frozenset(), frozenset())
    assert not is_alone(text, start, end) or find_bigger_name(text, start, end, name, around) is None
