"""Build one small site again and again, and see what was done."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from support.changing import ChangingSite, Fields, expect, files_in

from dateline.publishing.crew import Hands
from dateline.publishing.engine import Engine
from dateline.publishing.kept import State
from dateline.publishing.memory import Memory
from dateline.publishing.outcome import Outcome
from dateline.publishing.segments import Pointer
from dateline.publishing.wishes import Wish

ONE, TWO, THREE = (f"articles/2020-01-0{number}-{name}.md" for number, name in enumerate(("one", "two", "three"), 1))
TEXTS: dict[str, Fields] = {
    ONE: {"title": "One", "body": "Ana Gil wrote to Bob Paz."},
    TWO: {"title": "Two", "body": "Nobody wrote. The Boss is silent."},
    THREE: {"title": "Three", "body": "See [one](2020-01-01-one.md). ![Picture](a.png)"},
    "people/ana.md": {"name": "Ana Gil", "body": "Bob Paz knows her."},
    "people/bob.md": {"name": "Bob Paz"},
    "pages/about.md": {"title": "About", "body": "By Bob Paz."},
}
ARTICLES = {ONE, TWO, THREE}


@dataclass(frozen=True)
class Bench:
    """A site and an engine that builds it."""

    site: ChangingSite
    engine: Engine

    def build(self, changed: Collection[Path] = ()) -> Outcome:
        """Write what the site says, and build it."""
        self.site.write()
        return self.engine.build(lambda *_: None, frozenset(path.resolve() for path in changed))

    def written(self) -> set[str]:
        """Build, and return what was written."""
        written = self.build().written
        assert written is not None
        return set(written.written)

    def pointers(self) -> dict[str, tuple[Pointer, ...]]:
        """Return where the long parts of each file are; other pointers: it was linked again."""
        kept = self.engine.memory.recall() if self.engine.memory else None
        state = self.engine.state or kept or State()
        articles = {path: (kept.text, kept.quotations, kept.trace.words) for path, kept in state.articles.items()}
        traces = {kept.entity.path: kept.trace for kept in state.entities.values()}
        traces |= {path: kept.trace for path, kept in state.pages.items()}
        return {**articles, **{path: (trace.words, trace.ledger) for path, trace in traces.items()}}

    def linked_again(self) -> set[str]:
        """Build, and return which files were linked again."""
        before = self.pointers()
        self.build()
        return {path for path, pointers in self.pointers().items() if before.get(path) != pointers}

    def is_right(self) -> bool:
        """Whether the output folder is as a first build would have it."""
        return files_in(self.engine.output) == expect(self.engine.wish).files


def open_bench(folder: Path, hands: Hands | None = None) -> Bench:
    """Return a site that is yet to be built."""
    site = ChangingSite(folder, {path: dict(said) for path, said in TEXTS.items()}, others={"articles/a.png": b"png"})
    engine = Engine(Wish(site.content), folder / "site", Memory(folder / "memory"), hands or Hands(1))
    return Bench(site, engine)
