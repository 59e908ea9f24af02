"""Turn a seed into a chronicle of any size, laid out for Dateline and, as nearly as it can be, for Hugo.

    python benchmarks/corpus.py FOLDER [--articles 10000] [--entities 2000] [--words 450] [--seed 1]

FOLDER/dateline holds `content/`; FOLDER/hugo a Hugo site in which the entities are taxonomies, one page each, so that
both generators make an article's page for each article and a page with its articles for each entity. Hugo links no
mention: its articles list their entities in the front matter, which is the nearest that it can do.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

GIVEN = (
    "Ana Bea Caio Dalva Elías Fátima Gonçalo Hélène Íris Jürgen Karel Lía Márta Nuño Óscar Père Quim Rui Søren Tomás"
)
SYLLABLES = "ba cé dor fan gui her ibar jas kel lóp mar nov oli pér qui rós sán tor ul vá wen xil yag zan".split()
PLACES = "Porto Vila Monte Santa Rio Campo Costa Serra Ponta Lago".split()
GROUPS = "Cartel Front Union Board League Brigade Company Council".split()
WORDS = (
    "the a of in to and was said on that by from had with were night harbour road men convoy town after before "
    "police report letter found taken near later officer witness paper morning evening wrote asked left came house "
    "river bridge market ship court judge village border patrol order account claim which where while nobody several"
).split()


@dataclass(frozen=True, slots=True)
class Named:
    """An entity of the chronicle."""

    folder: str
    slug: str
    name: str
    aliases: tuple[str, ...]
    surname: str = ""

    def mention(self, chance: random.Random, *, first: bool) -> str:
        """Return a name for it: in full the first time, then by alias or surname as well."""
        others = [name for name in (*self.aliases, self.surname) if name]
        return self.name if first or not others else chance.choice([self.name, *others])


@dataclass(frozen=True, slots=True)
class Written:
    """An article of the chronicle."""

    slug: str
    day: date
    title: str
    paragraphs: tuple[str, ...]
    entities: tuple[Named, ...]


def make_entities(count: int, chance: random.Random) -> tuple[Named, ...]:
    """Return this many people, groups and places (half, a quarter, a quarter), no two of one name."""
    made: dict[str, Named] = {}
    while len(made) < count:
        word = _word(chance)
        entity = (_person, _person, _group, _place)[len(made) % 4](word, chance)
        made.setdefault(entity.name, entity)
    return tuple(made.values())


def make_articles(count: int, words: int, entities: tuple[Named, ...], chance: random.Random) -> Iterator[Written]:
    """Yield articles of about so many words, a few to a day; some entities are named often, most seldom."""
    day = date(1990, 1, 1)
    weights = [1 / (rank + 5) for rank in range(len(entities))]
    for number in range(count):
        day += timedelta(days=chance.choice((0, 0, 1, 2)))
        named = tuple(dict.fromkeys(chance.choices(entities, weights, k=8)))
        title = f"{named[0].name} and the {chance.choice(WORDS)} of {day.year}"
        yield Written(f"a{number:06d}", day, title, tuple(_paragraphs(words, named, chance)), named)


def write_dateline(folder: Path, entities: tuple[Named, ...], articles: list[Written]) -> None:
    """Write the chronicle as a content folder."""
    content = folder / "dateline" / "content"
    _write(content / "site.toml", 'title = "Chronicle"\n')
    for entity in entities:
        aliases = "".join(f"\n  - {alias}" for alias in entity.aliases)
        header = f"name: {entity.name}\n" + (f"aliases:{aliases}\n" if aliases else "")
        _write(content / entity.folder / f"{entity.slug}.md", f"---\n{header}---\n")
    for article in articles:
        _write(
            content / "articles" / f"{article.day}-{article.slug}.md",
            f"---\ntitle: {article.title}\n---\n{_body(article)}",
        )


def write_hugo(folder: Path, entities: tuple[Named, ...], articles: list[Written]) -> None:
    """Write the chronicle as a Hugo site: entities are terms of three taxonomies, templates as plain as can be."""
    root = folder / "hugo"
    taxonomies = "".join(f'{kind} = "{kind}"\n' for kind in ("people", "groups", "places"))
    _write(root / "hugo.toml", f'baseURL = "/"\ntitle = "Chronicle"\n[taxonomies]\n{taxonomies}')
    for entity in entities:
        _write(root / "content" / entity.folder / entity.slug / "_index.md", f"---\ntitle: {entity.name}\n---\n")
    for article in articles:
        kinds = {
            kind: [e.slug for e in article.entities if e.folder == kind] for kind in ("people", "groups", "places")
        }
        terms = "".join(f"{kind}: [{', '.join(slugs)}]\n" for kind, slugs in kinds.items())
        header = f"---\ntitle: {article.title}\ndate: {article.day}\n{terms}---\n"
        _write(root / "content" / "articles" / f"{article.slug}.md", header + _body(article))
    for name, text in HUGO_TEMPLATES.items():
        _write(root / "layouts" / "_default" / name, text)


HUGO_TEMPLATES = {
    "baseof.html": """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main>{{ block "main" . }}{{ end }}</main></body></html>
""",
    "single.html": """{{ define "main" }}<h1>{{ .Title }}</h1><time>{{ .Date.Format "2 January 2006" }}</time>
{{ .Content }}
{{ range $kind := slice "people" "groups" "places" }}<ul>{{ range $.GetTerms $kind }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}{{ end }}
""",
    "list.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ol>{{ range .Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time>{{ .Date.Format "2 January 2006" }}</time>
<p>{{ .Summary }}</p></li>{{ end }}</ol>{{ end }}
""",
}


def _person(word: str, chance: random.Random) -> Named:
    given, surname = chance.choice(GIVEN.split()), f"{word}{chance.choice(SYLLABLES)}"
    alias = (f"El {_word(chance)}",) if chance.random() < 0.3 else ()
    return _named("people", f"{given} {surname}", alias, surname)


def _group(word: str, chance: random.Random) -> Named:
    name = f"{word} {chance.choice(GROUPS)} of {_word(chance)}"
    return _named("groups", name, ("".join(part[0] for part in name.split()).upper() + word[:2].upper(),))


def _place(word: str, chance: random.Random) -> Named:
    return _named("places", f"{chance.choice(PLACES)} {word}", ())


def _named(folder: str, name: str, aliases: tuple[str, ...], surname: str = "") -> Named:
    return Named(folder, "-".join(name.lower().split()), name, aliases, surname)


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.choice((2, 3)))).capitalize()


def _paragraphs(words: int, named: tuple[Named, ...], chance: random.Random) -> Iterator[str]:
    seen: set[str] = set()
    for number in range(max(1, words // 75)):
        if number and number % 3 == 0:
            yield f"## {chance.choice(WORDS).capitalize()} and {chance.choice(WORDS)}"
        yield " ".join(_sentence(named, seen, chance) for _ in range(5))


def _sentence(named: tuple[Named, ...], seen: set[str], chance: random.Random) -> str:
    words = chance.choices(WORDS, k=12)
    for _ in range(chance.choice((0, 1, 1, 2))):
        entity = chance.choice(named)
        words[chance.randrange(1, len(words))] = entity.mention(chance, first=entity.name not in seen)
        seen.add(entity.name)
    return " ".join((words[0].capitalize(), *words[1:])) + "."


def _body(article: Written) -> str:
    return "\n\n".join(article.paragraphs) + "\n"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def main() -> None:
    """Write both layouts of one chronicle."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--entities", type=int, default=2_000)
    parser.add_argument("--words", type=int, default=450, help="in each article")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    entities = make_entities(options.entities, chance)
    articles = list(make_articles(options.articles, options.words, entities, chance))
    write_dateline(options.folder, entities, articles)
    write_hugo(options.folder, entities, articles)
    print(f"{len(articles)} articles and {len(entities)} entities in {options.folder}")


if __name__ == "__main__":
    main()
