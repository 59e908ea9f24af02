"""Say how a word grows around a name in a language: what is written together with it, and how else it is spelled.

Lists are closed, as grammars give them: no stem is ever guessed. docs/languages.md says how to add a language.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from dateline.linking.words import is_inside_word
from dateline.model.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """What a language does to a name; all in folded letters (see `fold_text`)."""

    script: str
    """Its letters, as the inside of a character class; where no language is known, the script tells."""
    before: tuple[str, ...] = ()
    """What may be written together with a name before it: articles, prepositions, conjunctions."""
    after: tuple[str, ...] = ()
    """What may be written together with a name after it: particles, endings of case."""
    spellings: Callable[[str], Iterable[str]] = lambda form: ()  # noqa: ARG005
    """Given a folded form, how else it is written."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What may be written together with a name, in the languages of one text."""

    before: tuple[str, ...]
    after: re.Pattern[str]
    letters: frozenset[str]
    """The last letters of what comes before: one look at them spares most of the work."""

    def opens(self, text: str, start: int) -> bool:
        """Return whether what is before a name in its word is grown on it."""
        if text[start - 1] not in self.letters:
            return False
        found = (start - len(grown) for grown in self.before if text.endswith(grown, 0, start))
        return any(not is_inside_word(text, first) for first in found)

    def closes(self, text: str, end: int) -> bool:
        """Return whether what is behind a name in its word is grown on it."""
        return self.after.match(text, end) is not None


def _spell_arabic(form: str) -> Iterator[str]:
    """Spell an Arabic name otherwise: with the article after a *li-*, and, in names of two words, with other ends."""
    if form.startswith("ال"):
        yield "لل" + form[2:]
    words = form.split(" ")
    for ends in _ARABIC_ENDS if len(words) > 1 else ():
        yield " ".join(word[:-1] + ends.get(word[-1:], word[-1:]) for word in words)


_ARABIC_ENDS = ({"ى": "ي"}, {"ي": "ى"}, {"ة": "ه"}, {"ي": "ى", "ة": "ه"}, {"ى": "ي", "ة": "ه"})
"""Egypt writes no dots under a final yeh, many write none over a final teh; but a single word would be another
one: *ala* (on) beside *Ali*."""

_KOREAN_PARTICLES = (
    "은 는 이 가 을 를 의 에 와 과 로 으로 도 만 께 께서 에게 에게서 에게는 에서 에서는 에서도 에는 에도 에만 한테 "
    "까지 부터 보다 처럼 마저 조차 이나 나 이랑 랑 하고 이며 며 이고 고 이다 다 인 이라고 라고 이라는 라는 "
    "으로부터 로부터 으로서 로서"
).split()
_KOREAN_WORDS = "씨 측 들 등".split()
"""Mr, the side of, and others, and so on: particles may stand behind them in turn."""


def _korean_endings() -> Iterator[str]:
    yield from _KOREAN_PARTICLES
    for word in _KOREAN_WORDS:
        yield from (word + particle for particle in ("", *_KOREAN_PARTICLES))


_ARABIC_LETTERS = "\u0600-\u06ff"

LANGUAGES = {
    "ar": Language(
        script=_ARABIC_LETTERS,
        before=tuple("و ف ب ل ك ال وب ول وك فب فل فك وال فال بال كال وبال وكال فبال فكال".split()),
        spellings=_spell_arabic,
    ),
    "fa": Language(script=_ARABIC_LETTERS),
    "he": Language(
        script="\u05d0-\u05ea",
        before=tuple("ו ה ב ל מ ש כ וה וב ול ומ וש וכ שה שב של שמ מה כש וכש ושה ושב ושל ומה".split()),
    ),
    "ko": Language(
        script="\uac00-\ud7a3",
        after=tuple(_korean_endings()),
    ),
    "ps": Language(script=_ARABIC_LETTERS),
    "ur": Language(script=_ARABIC_LETTERS),
}
"""By the primary tag of BCP 47."""

_BY_SCRIPT = ("ar", "he", "ko")
"""What a text in each script is taken for, where nobody says."""


_GROWS_IN_ASCII = any(
    grown.isascii() for language in LANGUAGES.values() for grown in (*language.before, *language.after)
)


def may_grow(text: str) -> bool:
    """Return whether anything may grow on a name in a folded text: in none of plain Latin letters, as things are."""
    return _GROWS_IN_ASCII or not text.isascii()


@lru_cache
def growth_of(tag: str) -> Growth:
    """Return what may grow on names in a text of the language with this BCP 47 tag (empty: not known).

    Words of another script than the text's are taken for the best known language of that script.
    """
    primary = tag.partition("-")[0].lower()
    own = LANGUAGES.get(primary)
    others = (LANGUAGES[other] for other in _BY_SCRIPT)
    languages = [*([own] if own else []), *(other for other in others if own is None or other.script != own.script)]
    before = tuple(grown for language in languages for grown in language.before)
    after = sorted((re.escape(grown) for language in languages for grown in language.after), key=len, reverse=True)
    return Growth(before, re.compile(rf"(?:{'|'.join(after)})(?!\w)"), frozenset(grown[-1] for grown in before))


def is_grown(text: str, start: int, end: int, tag: str, fewest: int) -> bool:
    """Return whether a name (offsets in the folded text, from 0) is a word, but for what grows on it in a language.

    Before a name of fewer characters than `fewest` nothing does: it would be found in other words.
    """
    if is_inside_word(text, start) and (end - start < fewest or not growth_of(tag).opens(text, start)):
        return False
    return not is_inside_word(text, end) or growth_of(tag).closes(text, end)


def other_writings(form: str) -> Iterator[str]:
    """Return how else a folded form is written in the language that its script tells."""
    if form.isascii():
        return  # no script that tells a language is Latin
    for tag in _BY_SCRIPT:
        language = LANGUAGES[tag]
        if re.search(f"[{language.script}]", form):
            yield from language.spellings(form)
