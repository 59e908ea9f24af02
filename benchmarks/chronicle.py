"""Turn a seed into the entities and articles of a chronicle of any size.

Names have diacritics; a name, an alias and a surname are all used in texts; some entities are named in a great many
articles and most in a few; one surname in five is another person's too. The same size gives the same chronicle.
"""

import random
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

PEOPLE, GROUPS, PLACES = KINDS = ("people", "groups", "places")

_GIVEN = (
    "Ana Bea Caio Dalva Elías Fátima Gonçalo Hélène Íris Jürgen Karel Lía Márta Nuño Óscar Père Quim Rui Søren Tomás"
).split()
_NAME_PARTS = (
    "ba cé dor fan gui her ibar jas kel lóp mar nov oli pér qui rós sán tor ul vá wen xil yag zan ço dú fré gøl hü mañ"
).split()
_PLACE_WORDS = "Porto Vila Monte Santa Rio Campo Costa Serra Ponta Lago".split()
_GROUP_WORDS = "Cartel Front Union Board League Brigade Company Council".split()
_WORD_PARTS = "ba ce di fo gu la me ni ro su ta ve zi qua ther son man ber ton chi or il en é".split()
_SMALL_WORDS = (
    "the the the of of of to to and and in in a a was for on that by with he it at from as said who had its after were "
    "which before their not been when she they one two more than last about would into only other over near"
).split()

_FIRST_DAY = date(1990, 1, 1)
_DAYS = 31 * 365
_VOCABULARY = 6000
_SMALL_SHARE = 0.45
_UNREGISTERED_SHARE = 0.008  # capitalised words that no entity is called
_SENTENCE = 15  # words
_SENTENCES = 5  # to a paragraph
_SECTION = 3  # paragraphs


@dataclass(frozen=True, slots=True)
class Size:
    """What a chronicle is made from."""

    articles: int = 10_000
    entities: int = 2_000
    words: int = 450
    """In each article, about."""
    mentions: int = 14
    """In each article's text, about."""
    events: float = 0.25
    """The share of articles that tell of events, with dates of their own."""
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Named:
    """An entity of the chronicle."""

    kind: str
    """Its folder: `people`, `groups` or `places`."""
    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    surname: str = ""
    text: str = ""

    def mention(self, chance: random.Random, *, first: bool) -> str:
        """Return a name for it: in full the first time, then by alias or surname as well."""
        others = [name for name in (*self.aliases, self.surname) if name]
        return self.name if first or not others else chance.choice([self.name, *others])


@dataclass(frozen=True, slots=True)
class Told:
    """An event that an article tells."""

    date: str
    title: str
    place: str
    """A slug; empty where none is told."""


@dataclass(frozen=True, slots=True)
class Written:
    """An article of the chronicle."""

    slug: str
    day: date
    title: str
    body: str
    entities: tuple[Named, ...]
    events: tuple[Told, ...]


class Chronicle:
    """The entities of a chronicle, and its articles one after the other."""

    def __init__(self, size: Size) -> None:
        self._size = size
        self._chance = random.Random(size.seed)
        self._vocabulary = [self._word(_WORD_PARTS) for _ in range(_VOCABULARY)]
        self._surnames: list[str] = []
        self._taken: set[str] = set()
        self.entities = tuple(self._entity(KINDS[(0, 0, 1, 2)[n % 4]]) for n in range(size.entities))
        self._weights = list(accumulate(1 / (rank + 5) for rank in range(size.entities)))

    def articles(self) -> Iterator[Written]:
        """Yield the articles from 1990 to 2020, evenly spread; an entity is the rarer the later it was made."""
        for number in range(self._size.articles):
            day = _FIRST_DAY + timedelta(days=number * _DAYS // self._size.articles)
            yield self._article(f"a{number:06d}", day)

    def _article(self, slug: str, day: date) -> Written:
        mentions = self._around(self._size.mentions)
        drawn = self._chance.choices(self.entities, cum_weights=self._weights, k=max(1, mentions // 2))
        named = tuple(dict.fromkeys(drawn))
        title = f"{named[0].name} and the {self._chance.choice(self._vocabulary)}"
        has_events = self._chance.random() < self._size.events
        events = tuple(self._events(day, named)) if has_events else ()
        return Written(slug, day, title, self._body(named, mentions), named, events)

    def _events(self, day: date, named: Sequence[Named]) -> Iterator[Told]:
        places = [entity.slug for entity in named if entity.kind == PLACES]
        for _ in range(self._chance.choice((1, 1, 2))):
            told = (day - timedelta(days=self._chance.randrange(400))).isoformat()
            title = f"{self._chance.choice(named).name} near the {self._chance.choice(self._vocabulary)}"
            yield Told(told if self._chance.random() < 0.8 else told[:7], title, places[0] if places else "")

    def _body(self, named: Sequence[Named], mentions: int) -> str:
        names = [*named, *self._chance.choices(named, k=max(0, mentions - len(named)))]
        self._chance.shuffle(names)
        words = self._words(max(self._around(self._size.words) - len(names), 2 * len(names)))
        seen: set[str] = set()
        for number, entity in enumerate(names):
            # Each has a stretch of words to itself, so that no two names meet.
            start, end = (part * len(words) // len(names) for part in (number, number + 1))
            words[self._chance.randrange(start, end - 1)] = entity.mention(self._chance, first=entity.name not in seen)
            seen.add(entity.name)
        return "\n\n".join(self._paragraphs(words)) + "\n"

    def _paragraphs(self, words: Sequence[str]) -> Iterator[str]:
        sentences = [_sentence(words[first : first + _SENTENCE]) for first in range(0, len(words), _SENTENCE)]
        for number, first in enumerate(range(0, len(sentences), _SENTENCES)):
            if number and number % _SECTION == 0:
                yield "## " + " ".join(self._words(4)).capitalize()
            yield " ".join(sentences[first : first + _SENTENCES])

    def _words(self, count: int) -> list[str]:
        return [self._running_word() for _ in range(count)]

    def _running_word(self) -> str:
        drawn = self._chance.random()
        word = self._chance.choice(_SMALL_WORDS if drawn < _SMALL_SHARE else self._vocabulary)
        return word.capitalize() if drawn > 1 - _UNREGISTERED_SHARE else word

    def _entity(self, kind: str) -> Named:
        name, aliases, surname = (self._person, self._group, self._place)[KINDS.index(kind)]()
        while _slug(name) in self._taken:
            name, aliases, surname = (self._person, self._group, self._place)[KINDS.index(kind)]()
        free = tuple(alias for alias in aliases if _slug(alias) not in self._taken)
        self._taken.update(map(_slug, (name, *free)))
        return Named(kind, _slug(name), name, free, surname, _sentence(self._words(40)))

    def _person(self) -> tuple[str, tuple[str, ...], str]:
        known = self._surnames and self._chance.random() < 0.2
        surname = self._chance.choice(self._surnames) if known else self._name()
        self._surnames.append(surname)
        aliases = (f"El {self._name()}",) if self._chance.random() < 0.3 else ()
        return f"{self._chance.choice(_GIVEN)} {surname}", aliases, surname

    def _group(self) -> tuple[str, tuple[str, ...], str]:
        name = f"{self._name()} {self._chance.choice(_GROUP_WORDS)} of {self._name()}"
        return name, ("".join(part[0:2] for part in name.split() if part != "of").upper(),), ""

    def _place(self) -> tuple[str, tuple[str, ...], str]:
        return f"{self._chance.choice(_PLACE_WORDS)} {self._name()}", (), ""

    def _name(self) -> str:
        return self._word(_NAME_PARTS).capitalize()

    def _word(self, parts: Sequence[str]) -> str:
        return "".join(self._chance.choices(parts, k=self._chance.choice((2, 3, 3))))

    def _around(self, number: int) -> int:
        return max(1, round(number * self._chance.uniform(0.8, 1.2)))


def _sentence(words: Sequence[str]) -> str:
    return " ".join((words[0][:1].upper() + words[0][1:], *words[1:])) + "."


def _slug(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.lower().replace("ø", "o"))
    return "-".join("".join(sign for sign in folded if not unicodedata.combining(sign)).split())
