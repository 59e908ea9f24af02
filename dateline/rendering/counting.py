"""Turn numbers of entries and articles into words: `3 entries`."""

from dateline.rendering.words import Words


def count_entries(number: int, words: Words) -> str:
    """Return how many entries these are: `1,204 entries`."""
    return words.ngettext("{n} entry", "{n} entries", number)


def count_articles(number: int, words: Words) -> str:
    """Return how many articles these are: `1,204 articles`."""
    return words.ngettext("{n} article", "{n} articles", number)


def entry_noun(number: int, words: Words) -> str:
    """Return the noun that goes with a number of entries."""
    return words.ngettext("entry", "entries", number)
