"""What is said of dates is said in whole phrases."""

from collections.abc import Mapping
from dataclasses import fields
from string import Formatter

import pytest

from dateline.rendering.date_phrases import ENGLISH, SPANISH, Phrases, find_phrases


@pytest.mark.parametrize("phrases", [SPANISH, find_phrases("de")], ids=["es", "de"])
def test_phrases_have_room_for_the_same_dates(phrases: Phrases) -> None:
    """A phrase without its date would lose it."""
    for field in fields(Phrases):
        said, english = getattr(phrases, field.name), getattr(ENGLISH, field.name)
        if isinstance(english, str) and said:
            assert _slots(said) == _slots(english), field.name


def test_spanish_says_all_that_english_says() -> None:
    """In words of its own."""
    for field in fields(Phrases):
        said, english = getattr(SPANISH, field.name), getattr(ENGLISH, field.name)
        if isinstance(english, Mapping):
            assert said.keys() == english.keys()
            assert not {*said.values()} & {*english.values()}
        elif isinstance(english, str) and field.name != "season":
            assert said != english, field.name


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (21, "XXI"), (49, "XLIX"), (100, "C")]
)
def test_spanish_centuries_have_roman_numerals(number: int, numeral: str) -> None:
    """As they are written there."""
    assert SPANISH.name_century
    assert SPANISH.name_century(number, False) == f"siglo {numeral}"


def test_words_grow_together() -> None:
    """At the beginning of a word only: `desde el` stays two."""
    assert SPANISH.contract("antes de el 3") == "antes del 3"
    assert SPANISH.contract("desde el 3") == "desde el 3"


def _slots(text: str) -> int:
    return sum(name is not None for _, name, _, _ in Formatter().parse(text))
