"""Turn a seed into a chronicle of any size, laid out for Dateline and, as nearly as it can be, for Hugo.

    python benchmarks/corpus.py FOLDER [--articles 10000] [--entities 2000] [--words 450] [--mentions 14]
                                       [--events 0.25] [--seed 1]

FOLDER/dateline holds `content/`; FOLDER/hugo a Hugo site in which the entities are taxonomies, one page each, so that
both generators make a page for each article, for each entity a page with its articles, and pages by year and month.
Hugo links no mention: its articles list their entities in the front matter, which is the nearest that it can do.
"""

import argparse
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from benchmarks import chronicle, hugo_layout
from benchmarks.chronicle import KINDS, Chronicle, Named, Size, Told, Written

RECORD = "corpus.json"

_OWN_FILES = (Path(__file__), Path(chronicle.__file__), Path(hugo_layout.__file__))


def main() -> None:
    """Write both layouts of one chronicle."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=Size().articles)
    add_size_options(parser)
    options = parser.parse_args()
    size = read_size(options, options.articles)
    write_corpus(options.folder, size)
    print(f"{size.articles} articles and {size.entities} entities in {options.folder}")


def add_size_options(parser: argparse.ArgumentParser) -> None:
    """Add what a corpus can be asked for, but for the number of articles."""
    for name, default in list(asdict(Size()).items())[1:]:
        parser.add_argument(f"--{name}", type=type(default), default=default)


def read_size(options: argparse.Namespace, articles: int) -> Size:
    """Return the size that was asked for, with this many articles."""
    return Size(articles, options.entities, options.words, options.mentions, options.events, options.seed)


def write_corpus(folder: Path, size: Size) -> None:
    """Write both layouts into a folder, unless the same corpus is there already, whole.

    Raises FileExistsError where the folder holds anything else.
    """
    record = json.dumps({**asdict(size), "made by": _digest()}, indent=2)
    known = folder / RECORD
    if known.is_file() and known.read_text(encoding="utf-8") == record:
        return
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} holds another corpus, or part of one; remove it, or name another folder")
    made = Chronicle(size)
    _write_all(folder / "dateline", dateline_entities(made.entities))
    _write_all(folder / "hugo", {**hugo_layout.FILES, **hugo_entities(made.entities)})
    for article in made.articles():
        _write_all(folder / "dateline", dateline_article(article))
        _write_all(folder / "hugo", hugo_article(article))
    _write(known, record)


def dateline_entities(entities: Iterable[Named]) -> dict[str, str]:
    """Return the files of Dateline's layout that hold settings and entities."""
    files = {"content/site.toml": 'title = "Chronicle"\nbase_url = "https://chronicle.example/"\n'}
    for entity in entities:
        aliases = "".join(f"\n  - {alias}" for alias in entity.aliases)
        header = f"name: {entity.name}\n" + (f"aliases:{aliases}\n" if aliases else "")
        files[f"content/{entity.kind}/{entity.slug}.md"] = f"---\n{header}---\n{entity.text}\n"
    return files


def dateline_article(article: Written) -> dict[str, str]:
    """Return the file of an article in Dateline's layout."""
    header = f"title: {article.title}\n{_events(article.events)}"
    return {f"content/articles/{article.day}-{article.slug}.md": f"---\n{header}---\n{article.body}"}


def hugo_entities(entities: Iterable[Named]) -> dict[str, str]:
    """Return the files of Hugo's layout that hold entities."""
    return {
        f"content/{entity.kind}/{entity.slug}/_index.md": f"---\ntitle: {entity.name}\n---\n{entity.text}\n"
        for entity in entities
    }


def hugo_article(article: Written) -> dict[str, str]:
    """Return the file of an article in Hugo's layout, with its entities, its year and its month in the header."""
    terms = {kind: [entity.slug for entity in article.entities if entity.kind == kind] for kind in KINDS}
    terms |= {"years": [f"{article.day:%Y}"], "months": [f"{article.day:%Y-%m}"]}
    lists = "".join(f"{name}: {json.dumps(slugs)}\n" for name, slugs in terms.items() if slugs)
    header = f"title: {article.title}\ndate: {article.day}\n{lists}{_events(article.events)}"
    return {f"content/articles/{article.slug}.md": f"---\n{header}---\n{article.body}"}


def _events(events: Iterable[Told]) -> str:
    lines = [
        f'  - date: "{event.date}"\n    title: {event.title}\n    status: reported\n'
        + (f"    places: [{event.place}]\n" if event.place else "")
        for event in events
    ]
    return "events:\n" + "".join(lines) if lines else ""


def _digest() -> str:
    return sha256(b"".join(file.read_bytes() for file in _OWN_FILES)).hexdigest()


def _write_all(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        _write(folder / name, text)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
