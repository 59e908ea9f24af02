"""Measure how well names are linked on annotated texts, and what each rule adds.

    python benchmarks/linking.py CORPUS.json... [--merged] [--missed] [--rules]

A corpus is one JSON object: `entities` by id, each with `name`, `kind` and `surfaces` (a list of texts by surface),
and `docs`, each with `id`, `text`, `span`, perhaps a `date`, and `mentions` with `start`, `end`, `entity` and `level`:
`gold` is to be found, `nil` and `other` are not to be linked, `ignore_…` and `other_optional` count neither way.
Offsets are code points from 0. Every text becomes an article and every entity a file, with the aliases that an author
would write.

`--missed` also prints of how many missed mentions the author is told, and by what: the ledger (ambiguous or
suppressed), `check` (a name that might mean this very entity, a noun written like a name, a name of one letter),
`suggest` (a name that overlaps the mention), `why` of this entity (a longer name that one of its names stands in), or a
link to the entity itself that ends elsewhere; the first of these that tells counts. What nothing tells of is listed.
"""

import argparse
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dateline.linking.files import linked_files
from dateline.linking.linked import Linked
from dateline.linking.linker import link_content
from dateline.linking.noun_names import find_noun_names
from dateline.linking.portraits import explain_entity
from dateline.linking.reports.one_letter import find_short_names
from dateline.linking.rivals import index_rivals
from dateline.linking.sightings import read_prose
from dateline.linking.unregistered import suggest_names
from dateline.model.mention import Decision, Mention
from dateline.model.problem import Location
from dateline.model.settings import OPTIONAL_RULES
from dateline.model.source import Options, Sources
from dateline.reading.content import Content, read_content

_FOLDERS = {"person": "people", "group": "groups", "place": "places"}
_SPECIAL = frozenset("\\`*_[]<>#&~|!$^{}=+-")
_LIST_NUMBER = re.compile(r"\d{1,9}[.)]")
_TRIMMED = re.compile(r"^the\s+|(?:['’]s|[.\s])+$", re.IGNORECASE)
_LONGEST_ACRONYM = 6
_LOOSE = "gum"
"""A corpus so called marks whole noun phrases, names inside names among them: a link counts that meets its mention."""
_TELLERS = ("ledger", "check", "suggest", "why", "a link that ends elsewhere")
"""What tells an author of a mention."""
_OPTIONS = Options(today=date(2100, 1, 1), version="benchmark")

Corpus = dict[str, Any]
Places = Mapping[tuple[int, int], int]
"""By line and column of an article's file, the offset of that character in the document's text."""


@dataclass(frozen=True, slots=True)
class Missed:
    """A mention that no link meets, and what tells the author of it; empty for nothing."""

    words: str
    entity: str
    told_by: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A row of the ledger, in the document's own offsets."""

    start: int
    end: int
    entity: str
    counts: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A place of which the author is told, in the document's own offsets, and for whom; empty: for anybody."""

    by: str
    start: int
    end: int
    entity: str


@dataclass(frozen=True, slots=True)
class Score:
    """Mentions found, links too many, and the mentions missed."""

    right: int = 0
    wrong: int = 0
    missed: tuple[Missed, ...] = ()

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"

    @property
    def precision(self) -> float:
        """The share of links that are right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of mentions that are found."""
        return self.right / max(1, self.right + len(self.missed))

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + len(self.missed))


def measure(
    corpora: Sequence[Corpus], *, merged: bool, off: tuple[str, ...] = (), with_told: bool = False
) -> list[Score]:
    """Return the score of each corpus, with its own registry or with one made of all.

    With one registry, links to entities that only another corpus knows are left out: nobody has marked them here.
    """
    everybody = {key: entity for corpus in corpora for key, entity in corpus["entities"].items()} if merged else {}
    return [_measure(corpus, {**everybody, **corpus["entities"]}, off, with_told=with_told) for corpus in corpora]


def _measure(corpus: Corpus, registry: Corpus, off: tuple[str, ...], *, with_told: bool) -> Score:
    texts = {f"{_id(key, entity)}.md": entity_file for key, entity, entity_file in _entity_files(registry)}
    places: dict[str, Places] = {}
    for number, document in enumerate(corpus["docs"]):
        path = f"articles/text-{number}.md"
        texts[path], places[path] = _write_article(number, document)
    texts["site.toml"] = f"[linking]\noff = {json.dumps(off)}\n".encode()
    content = read_content(Sources(texts), _OPTIONS)[0]
    linked, _ = link_content(content)
    rows = defaultdict(list)
    for mention in linked.mentions():
        rows[mention.path].append(mention)
    known = {key.lower() for key in corpus["entities"]}
    is_loose = corpus.get("corpus", "").startswith(_LOOSE)

    def score(told: Mapping[str, Sequence[Told]]) -> Score:
        found = ((path, document, _place(rows[path], document["text"], places[path])) for path, document in documents)
        each = (_score(one, rows, told.get(path, ()), known, is_loose=is_loose) for path, one, rows in found)
        return sum(each, Score())

    documents = list(zip(places, corpus["docs"], strict=True))
    silent = score({})
    return score(_tell(content, linked, places, {m.entity for m in silent.missed})) if with_told else silent


def _tell(
    content: Content, linked: Linked, places: Mapping[str, Places], asked: set[str]
) -> Mapping[str, Sequence[Told]]:
    """By article, what `check`, `suggest`, and `why` of the entities with these slugs tell beside the ledger."""
    told: dict[str, list[Told]] = defaultdict(list)
    for by, where, words, entity in (
        *_tell_by_check(content, linked),
        *_tell_by_suggest(content, linked),
        *_tell_by_why(content, linked, asked),
    ):
        path = where.path.removeprefix("content/")
        start = places[path].get((where.line or 0, where.column or 0)) if path in places else None
        if start is not None:
            told[path].append(Told(by, start, start + len(words), entity.rpartition("/")[2]))
    return told


Telling = Iterator[tuple[str, Location, str, str]]
"""By what, where, of which words, and for whom; empty: for anybody."""


def _tell_by_check(content: Content, linked: Linked) -> Telling:
    for noun in find_noun_names(linked):
        yield "check", Location.at(noun.article.location.path, noun.place), noun.words, ""
    for name in find_short_names(content, linked):
        yield from (("check", place, name.name, name.entity.id) for place in name.places)
    rivals = index_rivals(content)
    for file in linked_files(linked):
        for mention, block in file.mentions():
            for rival in rivals.find(mention, block):
                yield "check", file.locate(mention), mention.surface, rival.entity


def _tell_by_suggest(content: Content, linked: Linked) -> Telling:
    prose = {(each.article.slug, each.block.text): each for each in read_prose(linked)}
    for suggestion in suggest_names(linked, content.registry):
        for sighting in suggestion.sightings:
            block = prose[sighting.article, sighting.block]
            place = block.passage.locate(block.block.origin(sighting.start))
            yield "suggest", Location.at(block.article.location.path, place), sighting.surface, ""


def _tell_by_why(content: Content, linked: Linked, asked: set[str]) -> Telling:
    for entity in (each for each in content.registry.entities if each.slug in asked):
        inside = {form.surface for form in explain_entity(entity, content, linked).inside}
        for file in linked_files(linked) if inside else ():
            for mention, _ in file.mentions():
                if mention.surface in inside and mention.means:
                    yield "why", file.locate(mention), mention.surface, entity.id


def _id(key: str, entity: Corpus) -> str:
    return f"{_FOLDERS.get(entity['kind'], 'groups')}/{key.lower()}"


def _entity_files(registry: Corpus) -> Iterator[tuple[str, Corpus, bytes]]:
    names = {_fold(entity["name"]) for entity in registry.values()}
    for key, entity in registry.items():
        aliases = [surface for surface in entity["surfaces"] if _is_alias(surface, entity, names)]
        header = f"---\nname: {json.dumps(entity['name'])}\naliases: {json.dumps(aliases)}\n---\n"
        yield key, entity, header.encode()


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower()


def _is_alias(surface: str, entity: Corpus, names: set[str]) -> bool:
    """Whether an author would write it down: no surnames, no given names, no copies in capitals."""
    words, own = re.findall(r"\w+", _fold(surface)), set(re.findall(r"\w+", _fold(entity["name"])))
    letters = "".join(filter(str.isalpha, surface))
    if not words or _fold(surface) in names:
        return False
    is_acronym = letters.isupper() and 1 < len(letters) <= _LONGEST_ACRONYM
    recurs = len(words) > 1 or len(entity["surfaces"][surface]) > 1
    if entity["kind"] == "person":
        is_copy = set(words) <= own or (surface.isupper() and len(letters) > _LONGEST_ACRONYM)
        return not is_copy and (recurs or surface.isupper())
    return is_acronym or (not surface.isupper() and (recurs or words[0] in own))


def _write_article(number: int, document: Corpus) -> tuple[bytes, Places]:
    """The document as Markdown that shows its text, and where its characters stand there."""
    header = f"---\ntitle: Text {number}\ndate: {document.get('date') or '2017-01-01'}\n---\n"
    places: dict[tuple[int, int], int] = {}
    lines = []
    offset = 0
    for number_of_line, line in enumerate(document["text"].split("\n"), header.count("\n") + 1):
        indent = len(line) - len(line.lstrip(" \t"))
        number_dot = _LIST_NUMBER.match(line, indent)
        written = ""
        for at in range(indent, len(line)):
            places[number_of_line, len(written) + 1] = offset + at
            if line[at] in _SPECIAL or (number_dot and at == number_dot.end() - 1):
                written += "\\"
                places[number_of_line, len(written) + 1] = offset + at
            written += line[at]
        lines.append(written)
        offset += len(line) + 1
    return (header + "\n".join(lines)).encode(), places


def _place(mentions: Sequence[Mention], text: str, places: Places) -> list[Found]:
    found = []
    for mention in mentions:
        start = places.get((mention.place.line, mention.place.column))
        surface = re.compile(r"\s+".join(map(re.escape, mention.surface.split())))
        if start is not None and (match := surface.match(text, start)):
            counts = mention.decision in (Decision.LINKED, Decision.COUNTED)
            found.append(Found(start, match.end(), (mention.entity or "").rpartition("/")[2], counts))
    return found


def _score(document: Corpus, found: Sequence[Found], told: Sequence[Told], known: set[str], *, is_loose: bool) -> Score:
    low, high = document["span"]
    gold = _gold(document)
    ignored = [m for m in document["mentions"] if m["level"].startswith("ignore") or m["level"] == "other_optional"]
    used: set[int] = set()
    wrong = 0
    for row in found:
        if not row.counts or row.entity not in known or row.start < low or row.end > high:
            continue
        over = [i for i, mention in enumerate(gold) if mention["entity"].lower() == row.entity and _meets(row, mention)]
        exact = [i for i in over if i not in used and (is_loose or _is_same(document["text"], gold[i], row))]
        used.update(exact[:1])
        wrong += not (exact or (over and is_loose) or any(_meets(row, mention) for mention in ignored))
    missed = [mention for i, mention in enumerate(gold) if i not in used]
    return Score(len(used), wrong, tuple(_miss(document, mention, found, told) for mention in missed))


def _miss(document: Corpus, mention: Corpus, found: Sequence[Found], told: Sequence[Told]) -> Missed:
    entity = mention["entity"].lower()
    met = [row for row in found if _meets(row, mention)]
    by = {one.by for one in told if one.entity in ("", entity) and _meets(one, mention)}
    by |= {"ledger"} if any(not row.counts for row in met) else set()
    by |= {"a link that ends elsewhere"} if any(row.entity == entity for row in met if row.counts) else set()
    text = document["text"][max(0, mention["start"] - 30) : mention["end"] + 30]
    return Missed(" ".join(text.split()), entity, next((each for each in _TELLERS if each in by), ""))


def _gold(document: Corpus) -> list[Corpus]:
    return [mention for mention in document["mentions"] if mention["level"] == "gold"]


def _meets(row: Found | Told, mention: Corpus) -> bool:
    return bool(row.start < mention["end"] and mention["start"] < row.end)


def _is_same(text: str, mention: Corpus, row: Found) -> bool:
    """Whether two spans are one name, but for *the*, a last dot and *'s*."""
    if [row.start, row.end] in mention.get("alts", ()):
        return True
    return _TRIMMED.sub("", text[row.start : row.end]) == _TRIMMED.sub("", text[mention["start"] : mention["end"]])


def tell_rules(corpora: Sequence[Corpus]) -> None:
    """Print, for each rule, the right and wrong links that there are only with it."""
    whole = sum(measure(corpora, merged=False), Score())
    print("| rule | right | wrong | marginal precision |\n|---|---|---|---|")
    for rule in OPTIONAL_RULES:
        without = sum(measure(corpora, merged=False, off=(rule,)), Score())
        right, wrong = whole.right - without.right, whole.wrong - without.wrong
        is_plain = right >= 0 and wrong >= 0 and right + wrong > 0
        print(
            f"| `{rule}` | {right} | {wrong} | {right / (right + wrong):.2f} |"
            if is_plain
            else f"| `{rule}` | {right} | {wrong} | |"
        )


def tell_missed(missed: Sequence[Missed]) -> None:
    """Print of how many missed mentions the author is told, and those of which nothing tells."""
    told = Counter(each.told_by for each in missed if each.told_by)
    by = ", ".join(f"{teller} {told[teller]}" for teller in _TELLERS if told[teller])
    print(f"  told {sum(told.values())} of {len(missed)}: {by}")
    for each in missed:
        if not each.told_by:
            print(f"  not told: {each.entity} in '{each.words}'")


def main() -> None:
    """Read the command line, measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS.json")
    parser.add_argument("--merged", action="store_true", help="also with the registries of all corpora in one")
    parser.add_argument("--missed", action="store_true", help="also of which missed mentions the author is told")
    parser.add_argument("--rules", action="store_true", help="also what each rule adds")
    options = parser.parse_args()
    corpora = [json.loads(path.read_text("utf-8")) for path in options.corpora]
    for merged in (False, True) if options.merged else (False,):
        scores = measure(corpora, merged=merged, with_told=options.missed)
        for path, score in zip(options.corpora, scores, strict=True):
            counts = f"right {score.right}, wrong {score.wrong}, missed {len(score.missed)}"
            print(f"{path.stem}{' (merged)' if merged else ''}: {score}  ({counts})")
            if options.missed:
                tell_missed(score.missed)
    if options.rules:
        tell_rules(corpora)


if __name__ == "__main__":
    main()
