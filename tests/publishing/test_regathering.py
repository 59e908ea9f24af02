"""The short way of gathering is open where articles alone were edited, and leads to what the long way leads to."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.changing import ChangingSite, Fields

from dateline.linking.names import index_names
from dateline.model.problem import sort_problems
from dateline.model.source import Options
from dateline.pipeline import read_timezone
from dateline.publishing.clock import nanoseconds, today
from dateline.publishing.crew import Hands
from dateline.publishing.gathering import gather
from dateline.publishing.keeping import fetch
from dateline.publishing.kept import KeptTrace, State
from dateline.publishing.looking import Look
from dateline.publishing.regathering import MOST, regather
from dateline.publishing.reuse import bare
from dateline.publishing.segments import SegmentReader
from dateline.publishing.sources import find_content, find_settings
from dateline.publishing.tasks import Gathered, Task
from dateline.reading.settings import read_settings

ONE, TWO = "articles/2020-01-01-one.md", "articles/2020-01-02-two.md"
TEXTS: Mapping[str, Fields] = {
    ONE: {"title": "One", "body": "Ana Gil wrote. ![Picture](a.png)", "note_of_mine": 7},
    TWO: {"title": "Two", "body": "Nobody wrote. See [one](2020-01-01-one.md)."},
    "people/ana.md": {"name": "Ana Gil", "aliases": ["The Boss"], "note_of_mine": 7},
    "people/bob.md": {"name": "Bob Gil", "aliases": ["The Boss"]},
    "pages/about.md": {"title": "About"},
    "notes.md": {"title": "Read by nobody"},
}
SENTENCES = ("The Boss came.", "Bob Gil spoke. Gil spoke.", "![Picture](a.png)", "See [two](2020-01-02-two.md).", "No.")


@dataclass(slots=True)
class Bench:
    """A site, and what the last gathering left."""

    site: ChangingSite
    drafts: bool = False
    before: State = field(default_factory=State)
    readers: list[SegmentReader] = field(default_factory=list)

    def task(self, before: State) -> Task:
        """Return what is to be gathered now."""
        self.site.write()
        folder = self.site.folder / "memory"
        day = today(read_timezone(find_settings(self.site.content)))
        options = Options(today=day, version="1", drafts=self.drafts)
        found, reader = find_content(self.site.content), SegmentReader(folder)
        self.readers.append(reader)
        return Task(found, options, before, folder, reader, Hands(1), nanoseconds(), lambda *_: None)

    def gather(self) -> None:
        """Gather, and remember it."""
        self.before = gather(self.task(self.before)).state

    def short(self) -> Gathered | None:
        """Go the short way alone."""
        task = self.task(self.before)
        found, problems = read_settings(find_settings(self.site.content).texts, task.found.folder)
        look = Look(task.found.texts, task.before.seen, task.now)
        return regather(task, look, found, problems, index_names)

    def close(self) -> None:
        """Let go of what was read."""
        for reader in self.readers:
            reader.close()

    def whole(self) -> dict[str, object]:
        """Gather as if nothing were remembered."""
        return said(gather(self.task(State())), self.site.folder / "memory")


def open_bench(folder: Path) -> Bench:
    """Return a site that was gathered once."""
    bench = Bench(ChangingSite(folder, {p: dict(said) for p, said in TEXTS.items()}, others={"articles/a.png": b""}))
    bench.gather()
    return bench


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    """A site that was gathered once."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    bench = open_bench(tmp_path)
    yield bench
    bench.close()


def said(gathered: Gathered, folder: Path) -> dict[str, object]:
    """Return all that was gathered, wherever the long parts of it are kept; texts of entities are pages' alone."""
    with SegmentReader(folder) as reader:

        def plain(trace: KeptTrace) -> object:
            long = fetch(trace.words, reader), fetch(trace.ledger, reader)
            return long, trace.files, trace.links, trace.leans, trace.is_by_hand

        state = gathered.state
        articles = {
            path: (*_short(each), fetch(each.text, reader), fetch(each.quotations, reader), plain(each.trace))
            for path, each in state.articles.items()
        }
        entities = {path: (each.entity, each.stamp, plain(each.trace)) for path, each in state.entities.items()}
        pages = {path: (each.record, each.stamp, plain(each.trace)) for path, each in state.pages.items()}
    heads = state.terms, state.targets, state.files, set(state.unread), state.registry_problems, state.page_problems
    registry = [bare(entity) for entity in gathered.registry.entities]
    found = gathered.settings, registry, sort_problems(gathered.problems)
    return {"found": found, "heads": heads, "articles": articles, "entities": entities, "pages": pages}


def _short(each: object) -> tuple[object, ...]:
    names = "digest holds claim is_draft first_day references problems record stamp text_stamp quotation_stamps"
    return tuple(getattr(each, name) for name in names.split())


def test_nothing_edited_is_the_shortest_way(bench: Bench) -> None:
    """All is taken as it was."""
    gathered = bench.short()
    assert gathered
    assert gathered.state.articles == bench.before.articles
    assert said(gathered, bench.site.folder / "memory") == bench.whole()


@pytest.mark.property
@settings(max_examples=30)
@given(st.lists(st.tuples(st.sampled_from((ONE, TWO)), st.lists(st.sampled_from(SENTENCES), max_size=3)), max_size=4))
def test_the_short_way_leads_to_the_same(edits: list[tuple[str, list[str]]]) -> None:
    """Edit after edit; where it is not open, the long way is gone."""
    with tempfile.TemporaryDirectory() as folder:
        bench = open_bench(Path(folder))
        for path, sentences in edits:
            bench.site.texts[path]["body"] = " ".join(sentences)
            short = bench.short()
            assert short
            assert said(short, bench.site.folder / "memory") == bench.whole()
            bench.before = short.state
        bench.close()


def test_the_same_problems_are_told(bench: Bench) -> None:
    """Those of the edited article, and of all that stays."""
    bench.site.texts[TWO] |= {"body": "The Boss came.", "colour": "red"}
    short = bench.short()
    assert short
    assert len({problem.location.path for problem in short.problems}) > 1
    assert said(short, bench.site.folder / "memory") == bench.whole()


@pytest.mark.parametrize(
    "edit",
    [
        {"title": "Another"},
        {"tags": ["storms"]},
        {"order": 1},
        {"entities": {"Nobody": "ana"}},
        {"image": "a.png"},
        {"date": "nonsense"},
    ],
    ids=str,
)
def test_an_article_that_asks_for_the_same_place_may_say_anything(bench: Bench, edit: Fields) -> None:
    """Be it in its header."""
    bench.site.texts[TWO] |= edit
    short = bench.short()
    assert short
    assert said(short, bench.site.folder / "memory") == bench.whole()


def _many(bench: Bench, count: int) -> None:
    """Edit so many articles."""
    for number in range(count):
        bench.site.texts[f"articles/2019-01-01-{number}.md"] = {"title": f"Number {number}"}
    bench.gather()
    for number in range(count):
        bench.site.texts[f"articles/2019-01-01-{number}.md"]["body"] = "More."


CLOSED: dict[str, Callable[[Bench], object]] = {
    "another slug": lambda bench: bench.site.texts[TWO].update(slug="other"),
    "a date to come": lambda bench: bench.site.texts[TWO].update(date="2031-01-01"),
    "another date": lambda bench: bench.site.texts[TWO].update(date="2019-01-01"),
    "a draft": lambda bench: bench.site.texts[TWO].update(draft=True),
    "an article added": lambda bench: bench.site.texts.update({"articles/2020-01-03-three.md": {"title": "Three"}}),
    "an article removed": lambda bench: bench.site.texts.pop(TWO),
    "an article renamed": lambda bench: bench.site.texts.update({"articles/2.md": bench.site.texts.pop(TWO)}),
    "a picture added": lambda bench: bench.site.others.update({"b.png": b""}),
    "a picture removed": lambda bench: bench.site.others.pop("articles/a.png"),
    "a person edited": lambda bench: bench.site.texts["people/ana.md"].update(body="Hers."),
    "a page edited": lambda bench: bench.site.texts["pages/about.md"].update(body="Ours."),
    "a text of nobody added": lambda bench: bench.site.texts.update({"more.md": {}}),
    "too many": lambda bench: _many(bench, MOST + 1),
}


@pytest.mark.parametrize("change", [*CLOSED])
def test_the_short_way_is_closed(bench: Bench, change: str) -> None:
    """Where something else than words of published articles may have changed; the long way is open."""
    CLOSED[change](bench)
    assert bench.short() is None
    assert said(gather(bench.task(bench.before)), bench.site.folder / "memory") == bench.whole()


def test_the_most_articles_at_once(bench: Bench) -> None:
    """So many are still edited the short way."""
    _many(bench, MOST)
    assert bench.short()


def test_a_text_of_nobody_may_be_edited(bench: Bench) -> None:
    """Nothing is made from it."""
    bench.site.texts["notes.md"]["title"] = "Still read by nobody"
    assert bench.short()


def test_what_was_published_is_published_only_where_it_may_be(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft that is no longer asked for, a day before an article."""
    bench.site.texts[TWO]["draft"] = True
    bench.drafts = True
    bench.gather()
    assert bench.short()
    bench.drafts = False
    assert bench.short() is None
    bench.drafts = True
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1500000000")
    assert bench.short() is None


def test_what_hangs_on_other_files_is_read_again(bench: Bench) -> None:
    """An article with a fault that another file may mend."""
    bench.before = replace(
        bench.before, articles={path: replace(each, holds=path != ONE) for path, each in bench.before.articles.items()}
    )
    assert bench.short() is None
