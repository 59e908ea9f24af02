"""Whatever was built before, and wherever it is remembered: the same sources give the same site and problems."""

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from support import pictures
from support.changing import FLAGS, ChangingSite, Expected, expect, files_in, manifest_in, telling_templates
from support.sayings import CATALOGUES, CHANGE, ENTITIES, KINDS, OTHERS, SETTING, STARTING, TEMPLATES

from dateline.linking.changes import compare_ledgers
from dateline.model.problem import has_errors
from dateline.model.source import Summary
from dateline.model.urls import MENTIONS
from dateline.publishing.crew import Hands
from dateline.publishing.engine import Engine
from dateline.publishing.memory import Memory
from dateline.publishing.outcome import Outcome
from dateline.publishing.wishes import Wish

pytestmark = pytest.mark.property

NOTHING = Expected((), Summary(), {})

LONG_AGO = 1_600_000_000_000_000_001
"""A time that no clock of a file system has rounded, in nanoseconds."""
ARTICLES = [path for path in KINDS if path.startswith("articles/")]
OPENINGS = ("So it was.\n\n", "It is told thus:\n\n")

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

    @rule(language=st.sampled_from(("de", "es")), said=st.sampled_from((None, *CATALOGUES)))
    def translate(self, language: str, said: bytes | None) -> None:
        """Add, change or remove a catalogue of the words of the interface."""
        self.site.templates.pop(f"languages/{language}.po", None)
        if said is not None:
            self.site.templates[f"languages/{language}.po"] = said

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

    @rule(
        how=st.sampled_from(("remove", "cut", "garble", "bring back")),
        which=st.sampled_from(("state", "segment", "templates", "brief", "journal")),
    )
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

    @precondition(lambda self: self.last is not None)
    @rule(path=st.sampled_from(ARTICLES), opening=st.sampled_from(OPENINGS))
    def reword(self, path: str, opening: str) -> None:
        """Let all that was written be so old that its times tell it; then let a text begin with other words."""
        for _ in range(2):
            for file in (self.folder / "reopened").rglob("*"):
                os.utime(file, ns=(LONG_AGO, LONG_AGO))
            if self.site.texts:
                self._reopen().build(_quiet)
        if path in self.site.texts:
            body = str(self.site.texts[path].get("body") or "Nothing is said.")
            rest = body.removeprefix(OPENINGS[0]).removeprefix(OPENINGS[1])
            self.site.texts[path]["body"] = f"{opening}{rest}"

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
        self._compare(self._reopen(), expected)
        self._compare_own(expected)
        if not has_errors(expected.problems):
            self.good = expected
        self._compare_cold(expected, Hands(1))

    def _reopen(self) -> Engine:
        """As another process builds, which knows only what is remembered on the disk."""
        return Engine(self.wish, self.folder / "reopened", self._memory("reopened"))

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
