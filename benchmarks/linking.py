"""Measure how well names are linked on annotated texts, and what each rule adds.

    python benchmarks/linking.py CORPUS.json... [--merged] [--missed] [--rules]

A corpus is one JSON object: `entities` by id, each with `name`, `kind` and `surfaces` (a list of texts by surface),
and `docs`, each with `id`, `text`, `span`, perhaps a `date`, and `mentions` with `start`, `end`, `entity` and `level`:
`gold` is to be found, `nil` and `other` are not to be linked, `ignore_…` and `other_optional` count neither way.
Offsets are code points from 0. Every text becomes an article and every entity a file, with the aliases that an author
would write.
"""

import argparse
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dateline.linking.linker import link_content
from dateline.model.mention import Decision, Mention
from dateline.model.settings import OPTIONAL_RULES
from dateline.model.source import Options, Sources
from dateline.reading.content import read_content

_FOLDERS = {"person": "people", "group": "groups", "place": "places"}
_SPECIAL = frozenset("\\`*_[]<>#&~|!$^{}=+-")
_LIST_NUMBER = re.compile(r"\d{1,9}[.)]")
_TRIMMED = re.compile(r"^the\s+|(?:['’]s|[.\s])+$", re.IGNORECASE)
_LONGEST_ACRONYM = 6
_LOOSE = "gum"
"""A corpus so called marks whole noun phrases, names inside names among them: a link counts that meets its mention."""
_OPTIONS = Options(today=date(2100, 1, 1), version="benchmark")

Corpus = dict[str, Any]
Places = Mapping[tuple[int, int], int]
"""By line and column of an article's file, the offset of that character in the document's text."""


@dataclass(frozen=True, slots=True)
class Found:
    """A row of the ledger, in the document's own offsets."""

    start: int
    end: int
    entity: str
    counts: bool


@dataclass(frozen=True, slots=True)
class Score:
    """Mentions found, links too many, mentions missed, and those missed that the ledger tells of."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    told: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.right + other.right, self.wrong + other.wrong, self.missed + other.missed, self.told + other.told
        )

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"

    @property
    def precision(self) -> float:
        """The share of links that are right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of mentions that are found."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def measure(corpora: Sequence[Corpus], *, merged: bool, off: tuple[str, ...] = ()) -> list[Score]:
    """Return the score of each corpus, with its own registry or with one made of all.

    With one registry, links to entities that only another corpus knows are left out: nobody has marked them here.
    """
    everybody = {key: entity for corpus in corpora for key, entity in corpus["entities"].items()} if merged else {}
    return [_measure(corpus, {**everybody, **corpus["entities"]}, off) for corpus in corpora]


def _measure(corpus: Corpus, registry: Corpus, off: tuple[str, ...]) -> Score:
    texts = {f"{_id(key, entity)}.md": entity_file for key, entity, entity_file in _entity_files(registry)}
    places: dict[str, Places] = {}
    for number, document in enumerate(corpus["docs"]):
        path = f"articles/text-{number}.md"
        texts[path], places[path] = _write_article(number, document)
    texts["site.toml"] = f"[linking]\noff = {json.dumps(off)}\n".encode()
    linked, _ = link_content(read_content(Sources(texts), _OPTIONS)[0])
    rows = defaultdict(list)
    for mention in linked.mentions():
        rows[mention.path].append(mention)
    known = {key.lower() for key in corpus["entities"]}
    is_loose = corpus.get("corpus", "").startswith(_LOOSE)
    scores = (
        _score(document, _place(rows[path], document["text"], places[path]), known, is_loose=is_loose)
        for path, document in zip(places, corpus["docs"], strict=True)
    )
    return sum(scores, Score())


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


def _score(document: Corpus, found: Sequence[Found], known: set[str], *, is_loose: bool) -> Score:
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
    told = sum(any(not row.counts and _meets(row, mention) for row in found) for mention in missed)
    return Score(len(used), wrong, len(missed), told)


def _gold(document: Corpus) -> list[Corpus]:
    return [mention for mention in document["mentions"] if mention["level"] == "gold"]


def _meets(row: Found, mention: Corpus) -> bool:
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


def main() -> None:
    """Read the command line, measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS.json")
    parser.add_argument("--merged", action="store_true", help="also with the registries of all corpora in one")
    parser.add_argument("--missed", action="store_true", help="also how many missed mentions the ledger tells of")
    parser.add_argument("--rules", action="store_true", help="also what each rule adds")
    options = parser.parse_args()
    corpora = [json.loads(path.read_text("utf-8")) for path in options.corpora]
    for merged in (False, True) if options.merged else (False,):
        for path, score in zip(options.corpora, measure(corpora, merged=merged), strict=True):
            counts = f"right {score.right}, wrong {score.wrong}, missed {score.missed}"
            told = f", of which told {score.told}" if options.missed else ""
            print(f"{path.stem}{' (merged)' if merged else ''}: {score}  ({counts}{told})")
    if options.rules:
        tell_rules(corpora)


if __name__ == "__main__":
    main()
