"""Read a text as words with and without capitals, and many texts as evidence of which words are names."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from dateline.model.dataclass import dataclass

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?"  # U.S., J.R.R.
    r"|[^\W_]+(?:(?:[-'’&·]|\.(?=\w\w))[^\W_]+)*"
)
_ADDRESS = re.compile(r"\S*(?:://|\bwww\.)\S*|\S*[@#/\\]\w\S*")
_ADDRESS_SIGN = re.compile(r"[@#/\\]|\bwww\.")
"""Without one of these a text has no address; looking for them is quicker than for those."""
_OPENING = re.compile(r"[.!?:;…\"“”‘«»\[\]*•|\n]|^[^\w]*$(?<=[—–-])")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_ABBREVIATIONS = frozenset(
    "adm capt col cpl dr ft gen gov hon jr lt maj mr mrs ms mt no prof rep rev sen sgt sr st sta sto".split()
)
_STOPS = '.!?:;,"”’)'
_ARTICLES = frozenset(("el", "la", "los", "las"))
_RARELY = 4
"""A word that has a capital so many times as often as not is held for a name."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text; offsets in code points from 0."""

    start: int
    end: int
    text: str
    """Without a possessive ending."""
    plain: str
    """In small letters, without diacritics."""
    opens: bool
    """Whether it may owe its capital to standing first in a sentence."""
    closes: bool
    """Whether a name must end with it: a possessive."""

    @property
    def is_capital(self) -> bool:
        """Whether it is written like a name."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Evidence:
    """How a site writes its words; all of them plain."""

    small: Mapping[str, int]
    """How often each word is written small."""
    capital: Mapping[str, int]
    """How often each word has a capital that it does not owe to the beginning of a sentence."""
    pairs: AbstractSet[tuple[str, str]]
    """Words that follow each other, both so."""
    articles: AbstractSet[tuple[str, str]] = frozenset()
    """Words with such a capital after a small *el* or *la*."""

    def is_common(self, word: str) -> bool:
        """Whether a plain word is one of the language's, since the site writes it small too."""
        return self.small.get(word, 0) * _RARELY > self.capital.get(word, 0)


def plain(text: str) -> str:
    """Return the text in small letters, without diacritics, and without the dots of an abbreviation's ends."""
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in parts if not unicodedata.combining(char)).replace("’", "'")
    return text.lower().strip(".")


def read_words(text: str) -> list[Word]:
    """Return the words of a text; addresses, tags and handles are left out."""
    words: list[Word] = []
    nooks = [match.span() for match in _ADDRESS.finditer(text)] if _ADDRESS_SIGN.search(text) else []
    for match in _WORD.finditer(text):
        while nooks and nooks[0][1] <= match.start():
            del nooks[0]
        if not nooks or match.end() <= nooks[0][0]:
            words.append(_read_word(match, text[words[-1].end : match.start()] if words else ".", words[-1:]))
    return words


def is_short(word: Word) -> bool:
    """Return whether a full stop after the word may be a part of it: an initial, an abbreviated title."""
    return (len(word.text) == 1 and word.is_capital) or word.plain in _ABBREVIATIONS


def is_headline(text: str, words: Sequence[Word]) -> bool:
    """Return whether a text gives words capitals that are no names: as a headline may, and a text all in capitals."""
    long = [word for word in words if len(word.text) > 3 and word.text[0].isalpha()]
    capitals = sum(word.is_capital for word in long)
    in_capitals = sum(word.text.isupper() for word in long)
    is_sentence = text.rstrip()[-1:] in _STOPS
    return len(long) > 3 and ((capitals >= 0.8 * len(long) and not is_sentence) or in_capitals >= 0.6 * len(long))


def gather_evidence(texts: Iterable[tuple[str, bool]]) -> Evidence:
    """Return how these texts write their words; of a heading (true) only the small ones tell."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    pairs: set[tuple[str, str]] = set()
    articles: set[tuple[str, str]] = set()
    for text, is_heading in texts:
        words = read_words(text)
        small.update(word.plain for word in words if word.text[:1].islower())
        if not is_heading and not is_headline(text, words):
            _count_capitals(words, capital, pairs)
            articles.update(
                (one.plain, other.plain) for one, other in pairwise(words) if one.text in _ARTICLES and other.is_capital
            )
    return Evidence(small, capital, pairs, articles)


def _count_capitals(words: Sequence[Word], capital: Counter[str], pairs: set[tuple[str, str]]) -> None:
    before: Word | None = None
    for word in words:
        if not word.is_capital or word.opens:
            before = None
            continue
        capital[word.plain] += 1
        if before and word.start - before.end <= 2:
            pairs.add((before.plain, word.plain))
        before = word


def _read_word(match: re.Match[str], gap: str, before: Sequence[Word]) -> Word:
    written = match[0]
    name = _POSSESSIVE.sub("", written) if "'" in written or "’" in written else written
    opens = gap != " " and _OPENING.search(gap) is not None
    opens = opens and not (before and gap.startswith(".") and is_short(before[0]))
    return Word(match.start(), match.start() + len(name), name, plain(name), opens, len(name) < len(written))
