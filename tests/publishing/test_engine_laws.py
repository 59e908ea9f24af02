"""Whatever was built before, and wherever it is remembered: the same sources give the same site and problems."""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from strategies import SAID_SOURCES, relations_in_headers
from support import pictures
from support.changing import FLAGS, ChangingSite, Expected, Fields, expect, files_in, manifest_in, telling_templates

from dateline.linking.changes import compare_ledgers
from dateline.model.problem import has_errors
from dateline.model.source import Summary
from dateline.model.urls import MENTIONS
from dateline.publishing.crew import Hands
from dateline.publishing.engine import Engine, Outcome
from dateline.publishing.memory import Memory
from dateline.publishing.wishes import Wish

pytestmark = pytest.mark.property

SENTENCES = (
    "Nothing is said.",
    "Ana Gil met Bob Gil in Porto Velho.",
    "Gil said nothing.",
    "The Boss came; so did the National Guard.",
    "The Guard stood at Velho.",
    "NATIONAL GUARD units left Porto Velho Station.",
    "[[ana]] wrote to [[people/bob|him]].",
    "Leave [[!Guard]] and [[!boss|the chief]] and [[!Porto Velho]] alone.",
    "Ask [[the boss]].",
    "See [her](/people/ana/).",
    "See [one](/articles/one/).",
    "See [two](2020-02-02-two.md) and [her](../people/ana.md).",
    "![Picture](../img/a.png)",
    "See [the map](map.txt) and [a page](a.html).",
    "See [what it was](/old/).",
    "# A heading about Ana Gil\n\nBob Gil again, and Ana Gil.",
    "## 2020-01: The Boss speaks {.event status=reported places=porto}\n\nBob Gil heard him.\n\nSo did Ana Gil.",
    "### 2019: Ana Gil leaves {.event #e note=then}\n\nFor Porto Velho, with [[boss]].",
)
NAMES = ("Ana Gil", "Bob Gil", "National Guard", "Guard", "Porto Velho", "The Boss", "Velho", "Gil")
IDS = ("ana", "bob", "groups/guard", "porto", "boss")
DATES = ("1999-05", "2020-01-01", "2020-02-02/2020-02-04", "2019~", "2020-11-30", "2031-01-01")


def _maybe(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.one_of(st.none(), values)


def _some(values: tuple[str, ...], most: int = 2) -> st.SearchStrategy[object]:
    return st.lists(st.sampled_from(values), max_size=most, unique=True)


BODY = st.lists(st.sampled_from(SENTENCES), max_size=4).map("\n\n".join)
ROLE = st.fixed_dictionaries(
    {"entity": st.sampled_from(IDS), "as": st.sampled_from(("suspect", "witness"))},
    optional={"status": st.sampled_from(("alleged", "charged")), "note": st.just("says a neighbour")},
)
EVENT = st.fixed_dictionaries(
    {"date": st.sampled_from(DATES), "title": st.sampled_from(SENTENCES[:5])},
    optional={
        "text": st.sampled_from(SENTENCES[:7]),
        "places": _some(("porto", "guard")),
        "entities": _some(IDS),
        "status": st.sampled_from(("confirmed", "disputed", "retracted")),
        "roles": st.lists(ROLE, max_size=2),
        "slug": st.sampled_from(("e", "f")),
        "order": st.integers(-2, 2),
    },
)
OLD = ("/old/", "old.html", "people/boss", "/articles/two/", "articles/three")
CORRECTION = st.fixed_dictionaries(
    {
        "date": st.sampled_from((*DATES, "unknown")),
        "note": st.sampled_from(("Forty, not four hundred.", "It was the Guard.")),
    }
)
EXTRA = st.sampled_from((7, "word", True, [1, [2, None]], {"b": 1, "a": {"c": "ż"}}))
OF_TEXTS: Mapping[str, st.SearchStrategy[object]] = {
    "body": BODY,
    "summary": _maybe(st.sampled_from(SENTENCES)),
    "redirects": _maybe(_some(OLD)),
    "note_of_mine": _maybe(EXTRA),
}
OF_ARTICLES = {
    **OF_TEXTS,
    "title": _maybe(st.sampled_from(("One", "Ana Gil speaks", "On the Guard"))),
    "date": _maybe(st.sampled_from(DATES)),
    "events": _maybe(st.lists(EVENT, max_size=2)),
    "entities": _maybe(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(IDS), max_size=1)),
    "image": _maybe(st.sampled_from(("img/a.png", "map.txt"))),
    "draft": _maybe(st.booleans()),
    "order": _maybe(st.integers(-1, 1)),
    "lang": _maybe(st.sampled_from(("de", "ar"))),
    "links": _maybe(st.sampled_from(("all", "none", "first"))),
    "slug": _maybe(st.sampled_from(("one", "two", "three"))),
    "tags": _maybe(_some(("storms", "boats"))),
    "sources": _maybe(st.lists(SAID_SOURCES, max_size=2)),
    "corrections": _maybe(st.lists(CORRECTION, max_size=2)),
}
OF_ENTITIES = {
    **OF_TEXTS,
    "name": _maybe(st.sampled_from(NAMES)),
    "aliases": _maybe(_some(NAMES)),
    "weak_aliases": _maybe(_some(NAMES, 1)),
    "forms": _maybe(_some(NAMES, 1)),
    "part_of": _maybe(st.sampled_from(("porto", "guard", "bob"))),
    "context": _maybe(_some(("Ana Gil", "Velho", "ana", "met"))),
    "born": _maybe(st.sampled_from(DATES)),
    "founded": _maybe(st.sampled_from(DATES)),
    "dissolved": _maybe(st.sampled_from(DATES)),
    "events": _maybe(st.lists(EVENT, max_size=2)),
    "links": _maybe(st.sampled_from(("all", "none", "first"))),
    "coordinates": _maybe(st.just([10.5, -20])),
    "relations": _maybe(relations_in_headers(st.sampled_from(IDS), st.sampled_from(("one", "two")))),
}
OF_PAGES = {**OF_TEXTS, "title": st.sampled_from(("About", "Guard")), "slug": _maybe(st.sampled_from(("about", "us")))}
OF_SETTINGS = {
    "title": _maybe(st.sampled_from(("Record", "Chronicle"))),
    "base_url": _maybe(st.just("https://example.org/record/")),
    "links": _maybe(st.sampled_from(("all", "none"))),
    "linking.off": _maybe(_some(("surname", "one-sense", "bigger-name", "alias", "full-name-missing"))),
    "excerpt": _maybe(st.sampled_from(("sentence", "paragraph"))),
    "files": _maybe(_some(("map.txt", "img/a.png"))),
    "kinds.person.plural": _maybe(st.just("Persons")),
    "kinds.person.schema_type": _maybe(st.just("Thing")),
    "relations.leads.label": _maybe(st.just("heads")),
    "language": _maybe(st.sampled_from(("de", "he"))),
    **dict.fromkeys(("cards", "life_events"), _maybe(st.booleans())),
    "timezone": _maybe(st.just("Pacific/Kiritimati")),
}
ARTICLES = ("articles/2020-01-01-one.md", "articles/2020-02-02-two.md", "articles/three.md", "articles/sub/4.md")
ENTITIES = ("people/ana.md", "people/bob.md", "people/boss.md", "groups/guard.md", "places/porto.md", "places/guard.md")
PAGES = ("pages/about.md", "pages/us.md")
OTHERS = ("img/a.png", "articles/map.txt", "articles/img/a.png", "map.txt", "articles/a.html")
STARTING: Mapping[str, Fields] = {
    ARTICLES[0]: {"title": "One", "body": "\n\n".join(SENTENCES[:4])},
    ARTICLES[1]: {"title": "Two", "body": SENTENCES[4], "summary": SENTENCES[1]},
    ARTICLES[2]: {"title": "Three", "date": "2020", "body": SENTENCES[2]},
    ENTITIES[0]: {"name": "Ana Gil"},
    ENTITIES[1]: {"name": "Bob Gil"},
    ENTITIES[2]: {"name": "The Boss"},
    ENTITIES[3]: {"name": "National Guard"},
    ENTITIES[4]: {"name": "Porto Velho"},
    PAGES[0]: {"title": "About", "body": SENTENCES[3]},
}
KINDS = {
    **dict.fromkeys(ARTICLES, OF_ARTICLES),
    **dict.fromkeys(ENTITIES, OF_ENTITIES),
    **dict.fromkeys(PAGES, OF_PAGES),
}
TEMPLATES = (b"{{ nobody }}", b"{% include 'part.html' %}", b"{{ site }}|{{ head }}", b"\xff", b"{{ head.title }}")
CHANGE = st.sampled_from([*KINDS]).flatmap(
    lambda path: st.sampled_from([*KINDS[path]]).flatmap(
        lambda key: st.tuples(st.just(path), st.just(key), KINDS[path][key])
    )
)
SETTING = st.sampled_from([*OF_SETTINGS]).flatmap(lambda key: st.tuples(st.just(key), OF_SETTINGS[key]))
NOTHING = Expected((), Summary(), {})

Looks = dict[Path, tuple[int, bytes]]
"""When files were changed, and what they held."""


def _look(file: Path) -> tuple[int, bytes]:
    """What a folder holds is told file by file."""
    return (file.stat().st_mtime_ns, file.read_bytes()) if file.is_file() else (0, b"")


def _quiet(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


class Builds(RuleBasedStateMachine):
    """A site that changes, and is built in every way after each change."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.folder = Path(tempfile.mkdtemp())
        self.site = ChangingSite(self.folder)
        self.wish = Wish(self.site.content)
        self.live = Engine(self.wish, self.folder / "live", self._memory("live"))
        self.own = Engine(self.wish, self.folder / "own", None, is_own=True)
        self.is_told_folders = False
        self.looked: Looks = {}
        self.stored: dict[str, bytes] = {}
        self.good = NOTHING
        self.last: Outcome | None = None

    def _memory(self, name: str) -> Memory:
        return Memory(self.folder / "memory" / name)

    @initialize()
    def begin(self) -> None:
        """Write a site without faults."""
        self.patch.setenv("SOURCE_DATE_EPOCH", "1600000000")
        self.site.texts = {path: dict(said) for path, said in STARTING.items()}
        self.site.others["img/a.png"] = b"png"

    @rule(change=CHANGE)
    def say(self, change: tuple[str, str, object]) -> None:
        """Say something else in a file, which is there from now on."""
        path, key, value = change
        self.site.texts.setdefault(path, {})[key] = value

    @rule(change=CHANGE)
    def mention(self, change: tuple[str, str, object]) -> None:
        """The same once more: it is what authors do most."""
        self.say(change)

    @rule(path=st.sampled_from([*KINDS]))
    def remove(self, path: str) -> None:
        """Delete a file."""
        self.site.texts.pop(path, None)

    @rule(path=st.sampled_from([*KINDS]))
    def go_back(self, path: str) -> None:
        """Write a file as it was at first, or delete it."""
        self.site.texts.pop(path, None)
        if path in STARTING:
            self.site.texts[path] = dict(STARTING[path])

    @rule(path=st.sampled_from([*KINDS]), to=st.sampled_from([*KINDS]))
    def rename(self, path: str, to: str) -> None:
        """Give a file another name, or that of another one."""
        if path in self.site.texts:
            self.site.texts[to] = self.site.texts.pop(path)

    @rule(path=st.sampled_from((None, *ENTITIES)), label=st.sampled_from((None, "somebody", "Bob Gil")))
    def withhold(self, path: str | None, label: str | None) -> None:
        """Let the names of an entity be published nowhere; or all names again."""
        for each, said in self.site.texts.items():
            said.update(public=False if each == path else None, label=label if each == path else None)

    @rule(setting=SETTING)
    def set(self, setting: tuple[str, object]) -> None:
        """Change a setting."""
        self.site.settings[setting[0]] = setting[1]

    @rule(path=st.sampled_from(OTHERS), data=st.sampled_from((None, b"png", b"gnp", *pictures.SOME)))
    def attach(self, path: str, data: bytes | None) -> None:
        """Add, change or delete a file that is copied."""
        self.site.others.pop(path, None)
        if data is not None:
            self.site.others[path] = data

    @rule(name=st.sampled_from([*telling_templates()]), data=st.none() | st.sampled_from(TEMPLATES))
    def draw(self, name: str, data: bytes | None) -> None:
        """Change a template, or go back."""
        self.site.templates[name] = data or telling_templates()[name]

    @rule(
        name=st.sampled_from(("assets/more.html", "assets/style.css", "part.html")),
        data=st.sampled_from((None, b"a", b"b")),
    )
    def furnish(self, name: str, data: bytes | None) -> None:
        """Add, change or remove an asset, or what templates include."""
        self.site.templates.pop(name, None)
        if data is not None:
            self.site.templates[name] = data

    @rule(path=st.sampled_from([*KINDS]), letter=st.sampled_from("ab"))
    def edit_in_place(self, path: str, letter: str) -> None:
        """Keep the size of a file."""
        if path in self.site.texts:
            self.site.texts[path]["letter"] = letter

    @rule(is_fresh=st.booleans())
    def hurry(self, is_fresh: bool) -> None:
        """Write files so lately that their times tell nothing, or no more."""
        self.site.is_fresh = is_fresh

    @rule(is_told_folders=st.booleans())
    def watch(self, is_told_folders: bool) -> None:
        """Tell the preview's engine which files have changed, or that anything may have."""
        self.is_told_folders = is_told_folders

    @rule(path=st.sampled_from([*KINDS]))
    def touch(self, path: str) -> None:
        """Give a file another time only."""
        if (self.site.content / path).is_file():
            self.site.touch(self.site.content / path)

    @rule(flags=st.frozensets(st.sampled_from(FLAGS)), base_url=st.sampled_from((None, "", "https://a.example")))
    def ask(self, flags: frozenset[str], base_url: str | None) -> None:
        """Ask for something else on the command line."""
        self.wish = replace(Wish(self.site.content, base_url=base_url), **dict.fromkeys(flags, True))  # type: ignore[arg-type]

    @rule(epoch=st.sampled_from(("1600000000", "1606694300", "1606694500", "2000000000")))
    def wait(self, epoch: str) -> None:
        """Let it be another day."""
        self.patch.setenv("SOURCE_DATE_EPOCH", epoch)

    @rule(how=st.sampled_from(("remove", "cut", "garble", "bring back")), which=st.sampled_from(("state", "segment")))
    def damage_memory(self, how: str, which: str) -> None:
        """Let something happen to what is remembered."""
        for file in sorted((self.folder / "memory").rglob(f"{which}*")):
            data = file.read_bytes()
            kept = self.stored.setdefault(str(file), data)
            if how == "remove":
                file.unlink()
            else:
                middle = len(data) // 2
                garbled = data[:middle] + bytes((data[middle] ^ 1,)) + data[middle + 1 :] if data else b"x"
                file.write_bytes({"cut": data[:middle], "garble": garbled, "bring back": kept}[how])

    @precondition(lambda self: self.last is not None and self.last.written is not None)
    @rule(how=st.sampled_from(("remove", "edit", "keep size")), number=st.integers(0, 40), every=st.booleans())
    def damage_output(self, how: str, number: int, every: bool) -> None:
        """Let something happen to what was written."""
        for folder in (self.folder / "live", self.folder / "reopened"):
            names = sorted(self.good.files)
            for name in names if every else [names[number % len(names)]]:
                file = folder / name
                data = file.read_bytes()
                file.write_bytes(data[::-1] if how == "keep size" else data + b"more")
                if how == "remove":
                    file.unlink()

    @invariant()
    def every_build_is_the_same(self) -> None:
        """Warm, warm from the disk, cold."""
        if not self.site.texts:
            return
        self.site.write()
        expected = expect(self.wish)
        self.live.wish = self.wish
        self.last = self._compare(self.live, expected)
        self._compare_changes(self.good, expected)
        self._compare(Engine(self.wish, self.folder / "reopened", self._memory("reopened")), expected)
        self._compare_own(expected)
        if not has_errors(expected.problems):
            self.good = expected
        self._compare_cold(expected, Hands(1))

    def _compare_own(self, expected: Expected) -> None:
        """As the preview builds: told what has changed, into a folder of its own.

        The list of files is brought up to date only when somebody goes by it, and is not compared.
        """
        self.own.wish = self.wish
        outcome = self._compare(self.own, expected, self._changed())
        if outcome.changes is not None:
            assert outcome.changes == compare_ledgers(self.good.files[MENTIONS], expected.files[MENTIONS])

    def _changed(self) -> frozenset[Path]:
        """What has changed since the last look, as a watch tells it."""
        folders = (self.site.content.resolve(), self.folder.resolve() / "templates")
        before, self.looked = self.looked, {file: _look(file) for each in folders for file in each.rglob("*")}
        changed = (file for file in before.keys() | self.looked.keys() if before.get(file) != self.looked.get(file))
        return frozenset(folders) if self.is_told_folders else frozenset(changed)

    def _compare_cold(self, expected: Expected, hands: Hands) -> None:
        self.good, kept = (NOTHING if has_errors(expected.problems) else expected), self.good
        engine = Engine(self.wish, self.folder / "cold", None, hands)
        self._compare(engine, expected)
        engine.close()
        if not has_errors(expected.problems):
            assert manifest_in(self.folder / "cold") == manifest_in(self.folder / "live")
        shutil.rmtree(self.folder / "cold", ignore_errors=True)
        self.good = kept

    def _compare(self, engine: Engine, expected: Expected, changed: frozenset[Path] = frozenset()) -> Outcome:
        outcome = engine.build(_quiet, changed)
        assert outcome.problems == expected.problems
        assert outcome.summary == expected.summary
        is_refused = has_errors(expected.problems)
        assert (outcome.written is None) == is_refused
        there = files_in(engine.output)
        wanted = self.good.files if is_refused else expected.files
        assert {path for path in there | wanted if there.get(path) != wanted.get(path)} == set()
        return outcome

    def _compare_changes(self, before: Expected, after: Expected) -> None:
        """What is told of links is what the two ledgers say."""
        if self.last and self.last.changes is not None:
            assert self.last.changes == compare_ledgers(before.files[MENTIONS], after.files[MENTIONS])

    def teardown(self) -> None:
        """Build once more on several processes."""
        if self.site.texts and self.last:
            self._compare_cold(expect(self.wish), Hands(2, fewest=1))
        self.live.close()
        self.own.close()
        self.patch.undo()
        shutil.rmtree(self.folder)


Builds.TestCase.settings = settings(
    max_examples=6, stateful_step_count=12, deadline=None, suppress_health_check=[*HealthCheck]
)
TestBuilds = Builds.TestCase
