"""Print how many of a corpus's names are suggested where nobody registered them, and how many suggestions are names.

    python benchmarks/unregistered.py CORPUS.json ... [--show 20] [--seed 1]

A corpus is a JSON file: `entities` (id: name, kind, surfaces), and `docs` (id, text, span, and mentions: start, end,
surface, entity, level), with offsets in code points. docs/suggesting.md says how the figures are defined.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from dateline.linking.common_words import TITLES
from dateline.linking.linker import link_content
from dateline.linking.sightings import Sighting
from dateline.linking.unregistered import Suggestion, suggest_names
from dateline.model.article import Article
from dateline.model.edtf import parse_edtf
from dateline.model.entity import Entity, Registry
from dateline.model.names import EntityId, Slug
from dateline.model.problem import Location
from dateline.model.settings import KINDS, Settings
from dateline.model.text import Passage, map_lines
from dateline.reading.content import Content

FOLDERS = {kind.name: kind.folder for kind in KINDS}
MARKUP = re.compile(r"([!-/:-@\[-`{-~])")
PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
TRIMMED = re.compile(r"^(?:the|an?)\s+|[.\s]+$|['’]s$", re.IGNORECASE)
LONGEST_TITLE = 4
GOLD = "gold"


@dataclass(frozen=True)
class Corpus:
    """An annotated corpus."""

    name: str
    entities: Mapping[str, Any]
    docs: tuple[Any, ...]

    @cached_property
    def places(self) -> Mapping[tuple[Slug, str], int]:
        """Where in its document each paragraph starts."""
        return {(slug(n), text): start for n, doc in enumerate(self.docs) for start, text in reversed(paragraphs(doc))}


@dataclass(frozen=True, slots=True)
class Figures:
    """What was suggested, and what should have been."""

    right: int
    wrong: tuple[Suggestion, ...]
    found: int
    missed: tuple[str, ...]
    kinds: tuple[int, int]
    """Suggestions of entities: those with the right kind, and all."""
    aliases: tuple[int, int]
    """Likely aliases of registered entities: right ones, and all."""


def main() -> None:
    """Measure each corpus with an empty registry, and with half of one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpora", type=Path, nargs="+", metavar="CORPUS.json")
    parser.add_argument("--show", type=int, default=0, help="print so many wrong suggestions and missed names")
    parser.add_argument("--seed", type=int, default=1, help="which half of the registry is left out")
    options = parser.parse_args()
    for path in options.corpora:
        corpus = read_corpus(path)
        half = set(random.Random(options.seed).sample(sorted(corpus.entities), len(corpus.entities) // 2))
        for label, registered in (("empty registry", set()), ("half of the registry", half)):
            figures = measure(corpus, registered)
            sys.stdout.write(f"{corpus.name}, {label}: {sentence(figures)}\n")
            show(figures, options.show)


def read_corpus(path: Path) -> Corpus:
    """Read a corpus."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Corpus(data["corpus"], data["entities"], tuple(data["docs"]))


def measure(corpus: Corpus, registered: Iterable[str]) -> Figures:
    """Suggest names for the corpus where only these entities are registered."""
    registry = Registry.of(tuple(entity(key, corpus.entities[key]) for key in registered))
    articles = tuple(article(n, doc) for n, doc in enumerate(corpus.docs))
    linked, _ = link_content(Content(Settings(), registry, articles, ()))
    suggestions = suggest_names(linked, registry)
    judged = [(each, *judge(each, corpus)) for each in suggestions]
    names = [(each, meant) for each, meant, counted in judged if each.entity is None and counted]
    aliases = [(each.entity, meant) for each, meant, counted in judged if each.entity is not None and counted]
    wanted = {m["entity"] for doc in corpus.docs for m in doc["mentions"] if m["level"] == GOLD} - set(registered)
    kinds = {key: each.kind for each, meant in reversed(names) for key in meant if key in wanted}
    touched = {key for _, meant, _ in judged for key in meant} & wanted
    return Figures(
        right=sum(bool(meant) for _, meant in names),
        wrong=tuple(each for each, meant in names if not meant),
        found=len(touched),
        missed=tuple(sorted(corpus.entities[key]["name"] for key in wanted - touched)),
        kinds=(sum(kinds[key] == corpus.entities[key]["kind"] for key in kinds), len(kinds)),
        aliases=(sum(identity(corpus, entity) in meant for entity, meant in aliases), len(aliases)),
    )


def judge(suggestion: Suggestion, corpus: Corpus) -> tuple[set[str], int]:
    """Which mentions at least half of its sightings coincide with, and how many sightings stand where mentions count.

    Mentions of an entity are told by its key, others by their level.
    """
    counted = [place for place in (locate(each, corpus) for each in suggestion.sightings) if place]
    hits = [found for found in (coinciding(corpus.docs[n], start, end) for n, start, end in counted) if found]
    return {key for found in hits for key in found} if 2 * len(hits) >= len(counted) else set(), len(counted)


def locate(sighting: Sighting, corpus: Corpus) -> tuple[int, int, int] | None:
    """The number of its document, and its start and end there; None outside what was annotated."""
    first = corpus.places[sighting.article, sighting.block]
    number, start, end = int(sighting.article[1:]), first + sighting.start, first + sighting.end
    low, high = corpus.docs[number]["span"]
    return (number, start, end) if low <= start and end <= high else None


def coinciding(doc: Any, start: int, end: int) -> set[str]:
    """The mentions that a stretch of a document coincides with."""
    return {
        mention["entity"] or mention["level"]
        for mention in doc["mentions"]
        if start < mention["end"] and mention["start"] < end
        if [start, end] in mention.get("alts", ())
        or is_same(doc["text"][start:end], doc["text"][mention["start"] : mention["end"]])
    }


def is_same(suggested: str, annotated: str) -> bool:
    """Whether two overlapping stretches are one name, give or take what does not belong to a name.

    That is: an article, a final full stop, a possessive; what follows a comma, or the *of* after two words
    or more; a title before the name.
    """
    one, other = (TRIMMED.sub("", text.replace("\n", " ")).lower() for text in (suggested, annotated))
    if one in (other, other.partition(",")[0]) or (" " in one and one == other.partition(" of ")[0]):
        return True
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    before = [word.strip(".,") for word in longer.removesuffix(shorter).split()]
    is_title = 0 < len(before) <= LONGEST_TITLE and (before[0] in TITLES or before[-1] in TITLES)
    return longer.endswith(" " + shorter) and is_title


def paragraphs(doc: Any) -> list[tuple[int, str]]:
    """Where each paragraph of a document starts, and its text with line ends as spaces."""
    return [(match.start(), match[0].rstrip().replace("\n", " ")) for match in PARAGRAPH.finditer(doc["text"])]


def article(number: int, doc: Any) -> Article:
    """Return a document as an article in which nothing but its paragraphs is Markdown."""
    body = "\n\n".join(MARKUP.sub(r"\\\1", text) for _, text in paragraphs(doc)) + "\n"
    path = f"articles/{slug(number)}.md"
    return Article(path, slug(number), passage(""), parse_edtf("2017-01-01"), passage(body), Location(path))


def entity(key: str, data: Any) -> Entity:
    """Return an entity with the names of several words, and in capitals, that the corpus has for it."""
    names = tuple(name for name in data["surfaces"] if name != data["name"] and (" " in name or name.isupper()))
    folder = FOLDERS.get(data["kind"], "groups")
    slug = Slug(key.lower())
    path = f"{folder}/{slug}.md"
    return Entity(
        id=EntityId(f"{folder}/{slug}"),
        kind=data["kind"] if data["kind"] in FOLDERS else "group",
        slug=slug,
        name=data["name"],
        path=path,
        location=Location(path),
        body=passage(""),
        aliases=names,
    )


def identity(corpus: Corpus, registered: EntityId) -> str:
    """Return the corpus's key of an entity."""
    return next(key for key in corpus.entities if key.lower() == registered.partition("/")[2])


def passage(text: str) -> Passage:
    """Return a text that starts at the first line of its file."""
    return Passage(text, map_lines(text, 1))


def slug(number: int) -> Slug:
    """Return the slug of a document."""
    return Slug(f"d{number}")


def sentence(figures: Figures) -> str:
    """Return the figures in words."""
    suggested, wanted = figures.right + len(figures.wrong), figures.found + len(figures.missed)
    aliases = f"; aliases {figures.aliases[0]} of {figures.aliases[1]} right" if figures.aliases[1] else ""
    return (
        f"precision {figures.right / max(1, suggested):.3f} ({figures.right} of {suggested} suggestions), "
        f"recall {figures.found / max(1, wanted):.3f} ({figures.found} of {wanted} entities), "
        f"kind {figures.kinds[0] / max(1, figures.kinds[1]):.3f}{aliases}"
    )


def show(figures: Figures, count: int) -> None:
    """Print some of what was wrong and of what was missed."""
    for each in figures.wrong[:count]:
        sys.stdout.write(f"  wrong: {each.name} ({each.mentions}): {each.sightings[0].block[:200]}\n")
    for name in figures.missed[:count]:
        sys.stdout.write(f"  missed: {name}\n")


if __name__ == "__main__":
    main()
