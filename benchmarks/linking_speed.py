"""Measure how long linking takes: articles and a registry made up from a seed, on one core.

    python benchmarks/linking_speed.py [--articles 10000] [--names 7000] [--words 450] [--seed 1]

Linking alone begins with parsed Markdown and ends with texts with links and their part of the ledger. Parsing is
measured too, for comparison.
"""

import argparse
import gc
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

from dateline.linking.decisions import Scope, decide_text
from dateline.linking.drafts import draft_text
from dateline.linking.folding import fold
from dateline.linking.names import NameIndex, index_names
from dateline.linking.references import References, index_references
from dateline.linking.sheets import lay_drafts
from dateline.linking.study import Facts, find_remarkable, study
from dateline.linking.tokens import read_blocks
from dateline.model.article import Article
from dateline.model.edtf import parse_edtf
from dateline.model.entity import Entity, Registry
from dateline.model.names import EntityId, Slug
from dateline.model.problem import Location
from dateline.model.settings import KINDS, Settings
from dateline.model.text import Passage, map_lines
from dateline.reading.markdown import parse_inline, parse_markdown
from dateline.reading.markdown_links import ResolvedLinks, Targets, TextSource, resolve_links

_SYLLABLES = "ba ce di fo gu la me ni ro su ta ve zi qua ther son man berg ton chi or il en".split()
_SMALL_WORDS = "the of and to in a was for on that by with he it at from as said his who had its after".split()
_WORDS_TO_A_NAME = 25
_WORDS_TO_A_LINE = 13
_WORDS_TO_A_PARAGRAPH = 60
_NAMES_TO_AN_ENTITY = 2
_BATCH = 500
_DAY = parse_edtf("2020-07-18")
_LINKS = Settings().links

Part = tuple[str, TextSource, ResolvedLinks]
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Site:
    """What articles are linked against."""

    registry: Registry
    names: NameIndex
    references: References
    remarkable: Mapping[EntityId, Entity]


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of the processor's time for a batch of articles."""

    parsing: float
    linking: float
    searching: float
    """Of the linking, what the automaton's search for names takes."""
    mentions: int


def main() -> None:
    """Print what each stage takes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name, default in (("articles", 10_000), ("names", 7_000), ("words", 450), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    options = parser.parse_args()
    gc.disable()  # as a build does while it links
    maker = Maker(random.Random(options.seed))
    registry = maker.registry(options.names)
    building, index = _time(lambda: index_names(registry, Settings()))
    site = Site(registry, index, index_references(registry), find_remarkable(registry))
    times = [
        _measure([maker.article(first + n, options.words) for n in range(_BATCH)], site)
        for first in range(0, options.articles, _BATCH)
    ]
    _report(building, times)


def _measure(articles: Sequence[Article], site: Site) -> Times:
    """Parse a batch of articles, then link it."""
    gc.collect()
    parsing, texts = _time(lambda: [tuple(_parse(article)) for article in articles])
    linking, mentions = _time(lambda: [_link(parts, site) for parts in texts])
    folded = [fold(block.text) for parts in texts for part in parts for block in read_blocks(part[2].tokens)]
    searching, _ = _time(lambda: [list(site.names.automaton.find(text)) for text in folded])
    return Times(parsing, linking, searching, sum(mentions))


def _parse(article: Article) -> Iterator[Part]:
    for name, passage, parse in (("title", article.title, parse_inline), ("body", article.body, parse_markdown)):
        source = TextSource(passage, article.path, article.location.path)
        yield name, source, resolve_links(parse(passage), source, Targets({}, frozenset()))


def _link(parts: Sequence[Part], site: Site) -> int:
    sheet = lay_drafts([draft_text(*part, site.references) for part in parts], (site.names,))
    known = study(sheet, Facts(site.remarkable, site.references, frozenset(), date=_DAY))
    scope = Scope(site.registry.by_id, _LINKS)
    return sum(len(decide_text(draft, scope, found).mentions) for draft, found in sheet.by_draft(known))


def _report(building: float, times: Sequence[Times]) -> None:
    linking = [1000 * batch.linking / _BATCH for batch in times]
    parsing = median(1000 * batch.parsing / _BATCH for batch in times)
    mentions = sum(batch.mentions for batch in times) / len(times) / _BATCH
    print(f"index of names: {1000 * building:.0f} ms")
    print(f"mentions: {mentions:.1f} in an article")
    print(f"parsing: {parsing:.3f} ms an article")
    print(f"linking alone: {median(linking):.3f} ms an article (from {min(linking):.3f} to {max(linking):.3f})")
    print(
        f"of that, the search for names: {median(1000 * batch.searching / _BATCH for batch in times):.3f} ms an article"
    )
    print(f"linking alone: {1000 / median(linking):.0f} articles a second")


def _time(action: Callable[[], Result]) -> tuple[float, Result]:
    began = time.process_time()
    result = action()
    return time.process_time() - began, result


class Maker:
    """Makes up a registry, and then articles that name what is in it; the same for the same seed."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.vocabulary = [self._word() for _ in range(3000)]
        self.names: list[str] = []

    def registry(self, names: int) -> Registry:
        """Return a registry in which this many names are written."""
        return Registry.of(tuple(self._entity(number) for number in range(names // _NAMES_TO_AN_ENTITY)))

    def article(self, number: int, words: int) -> Article:
        """Return an article of about this many words."""
        body = "\n\n".join(self._paragraphs(words))
        slug = f"article-{number}"
        return Article(
            path=f"articles/{slug}.md",
            slug=Slug(slug),
            title=_passage(" ".join(self._words(8))),
            date=_DAY,
            body=_passage(body),
            location=Location(f"content/articles/{slug}.md"),
        )

    def _entity(self, number: int) -> Entity:
        kind = KINDS[number % len(KINDS)]
        name = " ".join(self._word().title() for _ in range(1 if kind.folder == "places" else 2))
        alias = self._word().upper() if kind.folder == "groups" else f"{self._word().title()} {self._word().title()}"
        self.names += [name, name, alias, *name.split()[1:]]
        slug = f"entity-{number}"
        identity = EntityId(f"{kind.folder}/{slug}")
        path = f"{identity}.md"
        return Entity(
            identity, kind.name, Slug(slug), name, path, Location(f"content/{path}"), _passage(""), aliases=(alias,)
        )

    def _paragraphs(self, words: int) -> Iterator[str]:
        """Paragraphs of which every other one is broken into lines, and a heading in the middle."""
        for number in range(words // _WORDS_TO_A_PARAGRAPH):
            text = [*self._words(_WORDS_TO_A_PARAGRAPH - 1), f"“{self.chance.choice(self.vocabulary)}”."]
            step = _WORDS_TO_A_LINE if number % 2 else _WORDS_TO_A_PARAGRAPH
            yield "\n".join(" ".join(text[first : first + step]) for first in range(0, len(text), step))
            if number == words // _WORDS_TO_A_PARAGRAPH // 2:
                yield "## " + " ".join(self._words(words % _WORDS_TO_A_PARAGRAPH))

    def _words(self, count: int) -> Iterator[str]:
        favourites = [self.chance.choice(self.names) for _ in range(12)]
        for number in range(count):
            if number % _WORDS_TO_A_NAME == _WORDS_TO_A_NAME // 2:
                yield self.chance.choice(favourites)
            elif self.chance.random() < 0.4:
                yield self.chance.choice(_SMALL_WORDS)
            else:
                yield self.chance.choice(self.vocabulary)

    def _word(self) -> str:
        """A word; one in fifty has a diacritic."""
        word = "".join(self.chance.choice(_SYLLABLES) for _ in range(self.chance.randint(2, 4)))
        return word if self.chance.randrange(50) else word.replace("a", "á").replace("e", "é")


def _passage(text: str) -> Passage:
    return Passage(text, map_lines(text, 1))


if __name__ == "__main__":
    main()
