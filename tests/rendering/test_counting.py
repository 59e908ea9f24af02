"""Numbers of entries and articles become words as a reader expects them."""

from dateline.rendering.counting import count_articles, count_entries, entry_noun
from dateline.rendering.words import ENGLISH


def test_numbers_and_their_nouns() -> None:
    """One is singular, nothing is plural, and thousands can be read."""
    assert [count_entries(number, ENGLISH) for number in (0, 1, 1204)] == ["0 entries", "1 entry", "1,204 entries"]
    assert [count_articles(number, ENGLISH) for number in (1, 2)] == ["1 article", "2 articles"]
    assert [entry_noun(number, ENGLISH) for number in (0, 1, 2)] == ["entries", "entry", "entries"]
