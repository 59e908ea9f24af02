"""Dates are written by patterns of Unicode."""

import pytest

from dateline.rendering.calendar_words import ENGLISH, Token, parse_pattern


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("d 'de' MMMM", [("d", 1), (" ", 0), ("de", 0), (" ", 0), ("M", 4)]),
        ("y年M月", [("y", 1), ("年", 0), ("M", 1), ("月", 0)]),
        ("dd.MM.y", [("d", 2), (".", 0), ("M", 2), (".", 0), ("y", 1)]),
        ("", []),
    ],
)
def test_a_pattern_is_fields_and_text(text: str, tokens: list[tuple[str, int]]) -> None:
    """Letters are fields, but in quotes."""
    assert list(parse_pattern(text)) == [Token(*token) for token in tokens]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("d MMMM y", "5 March 44 BC"),
        ("dd.MM.y", "05.03.44 BC"),
        ("d/M", "5/3"),
        ("LLLL", "March"),
        ("G y: d", "BC 44: 5"),
    ],
)
def test_a_pattern_is_written(pattern: str, words: str) -> None:
    """The era stands where the pattern has it, or else beside the year."""
    assert ENGLISH.write(parse_pattern(pattern), -43, 3, 5) == words


@pytest.mark.parametrize(
    ("year", "words"),
    [
        (2019, "2019"),
        (1000, "1000"),
        (999, "AD 999"),
        (1, "AD 1"),
        (0, "1 BC"),
        (-9999, "10,000 BC"),
        (12000, "12,000"),
    ],
)
def test_a_year_of_few_digits_has_its_era(year: int, words: str) -> None:
    """And one of many has its thousands apart."""
    assert ENGLISH.name("y", year) == words


def test_ends_share_a_year_that_comes_last() -> None:
    """As it does in English."""
    assert ENGLISH.closes_with_year
