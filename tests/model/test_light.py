"""Test light values: what a frozen dataclass promises of equality, hashes and fields."""

from dataclasses import fields, replace

import pytest

from dateline.model.light import light


@light
class Mark:
    """Something small."""

    style: str
    notes: tuple[str, ...] = ()


def test_values_that_say_the_same_are_equal_and_have_one_hash() -> None:
    """So they do in sets and as keys."""
    assert Mark("solid", ("a",)) == Mark("solid", ("a",))
    assert hash(Mark("solid", ("a",))) == hash(Mark("solid", ("a",)))
    assert Mark("solid") != Mark("hollow")


def test_it_is_a_dataclass_with_slots() -> None:
    """What asks for fields finds them, and no other can be added."""
    assert [field.name for field in fields(Mark)] == ["style", "notes"]
    assert replace(Mark("solid", ("a",)), style="hollow") == Mark("hollow", ("a",))
    with pytest.raises(AttributeError):
        Mark("solid").__dict__  # noqa: B018
