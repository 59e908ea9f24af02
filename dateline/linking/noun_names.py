"""Turn linked articles into the places where an ordinary noun is written like a name: the State, the Administration."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dateline.linking.capital_words import CALENDAR, GROUP_WORDS, NATIONALITIES, NO_NAMES, PLACE_WORDS
from dateline.linking.capitals import Word, is_headline, read_words
from dateline.linking.common_words import FUNCTION_WORDS, TITLES
from dateline.linking.linked import Linked
from dateline.linking.sightings import Prose, read_prose
from dateline.model.article import Article
from dateline.model.dataclass import dataclass
from dateline.model.text import Place

_ARTICLES = frozenset(("the", "el", "la"))
_JOINTS = frozenset("and de del for of on y".split())
_NO_NOUNS = CALENDAR | NATIONALITIES | NO_NAMES | FUNCTION_WORDS | TITLES
_SHORTEST = 3
_RARELY = 4
"""A word that has a capital so many times as often as not is held for a name."""
_LETTERS = re.compile(r"[^\W\d_]+")
_LIKELY = re.compile(rf"\b(?:{'|'.join(sorted(_ARTICLES))}) [^\Wa-z\d_]\w\w")


@dataclass(frozen=True, slots=True)
class NounName:
    """A noun after a small article, with a capital that it owes to no beginning and to no longer name."""

    article: Article
    place: Place
    """Where *the* starts in the article's file."""
    words: str
    """*the State*, white space as single spaces."""
    noun: str
    """In small letters, without diacritics."""


def find_noun_names(linked: Linked) -> tuple[NounName, ...]:
    """Return them in the order of reading; none in titles and headings, nor where something is linked or listed."""
    prose = read_prose(linked)
    written = Counter(word for each in prose for word in _LETTERS.findall(each.block.text))
    # Few blocks have one, and to read the words of all takes longer than all other reports.
    likely = (each for each in prose if not each.is_heading and _LIKELY.search(each.block.text))
    return tuple(found for each in likely for found in _find(each, written))


def _find(prose: Prose, written: Mapping[str, int]) -> Iterator[NounName]:
    text = prose.block.text
    words = read_words(text)
    if is_headline(text, words):
        return
    for position, word in enumerate(words[1:], 1):
        the = words[position - 1]
        if the.text not in _ARTICLES or not _is_noun(word, written) or word.start - the.end != 1:
            continue
        surface = f"{the.text} {word.text}"
        is_open = surface not in prose.left_alone and prose.is_open(the.start, word.end)
        if is_open and not _is_part(text, words, position):
            place = prose.passage.locate(prose.block.origin(the.start))
            yield NounName(prose.article, place, surface, word.plain)


def _is_noun(word: Word, written: Mapping[str, int]) -> bool:
    """Whether a word is one of the language's own and is written like a name here."""
    bare = word.plain
    if not word.is_capital or word.text.isupper() or "-" in bare or len(bare) < _SHORTEST or bare in _NO_NOUNS:
        return False
    if bare in GROUP_WORDS or bare in PLACE_WORDS:
        return True
    return written.get(word.text.lower(), 0) * _RARELY > written.get(word.text, 0)


def _is_part(text: str, words: Sequence[Word], position: int) -> bool:
    """Whether the noun stands in a longer name or title: Player of the Year, the Kingdom of Asturias."""
    word, before, after = words[position], words[: position - 1][-2:], words[position + 1 :][:2]
    if before and (before[-1].is_capital and not before[-1].opens):
        return True
    if len(before) == 2 and before[1].plain in _JOINTS and before[0].is_capital and not before[0].opens:
        return True
    if not after or text[word.end : after[0].start] not in (" ", "\n", "-"):
        return False
    return not after[0].text[0].islower() or (after[0].plain in _JOINTS and len(after) == 2 and after[1].is_capital)
