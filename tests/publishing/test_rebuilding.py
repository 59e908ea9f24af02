"""Building again after every change, so that the last save is always built."""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest

from dateline.model.problem import Code, DatelineError, Location, Problem
from dateline.publishing.rebuilding import Changed, Ended, Outcome, rebuild_for_ever
from dateline.publishing.watching import Watch

PROBLEM = Problem(Code.DATE_UNREADABLE, "cannot read the date", Location("content/a.md", 3))


@dataclass(slots=True)
class Builds:
    """A builder that keeps what it was told, and what it read."""

    file: Path
    told: list[frozenset[Path]] = field(default_factory=list)
    read: list[str] = field(default_factory=list)

    def build(self, changed: frozenset[Path]) -> Changed:
        """Read the file."""
        self.told.append(changed)
        self.read.append(self.file.read_text(encoding="utf-8"))
        return Changed(frozenset({"a/index.html"}), (PROBLEM,))


@pytest.fixture
def builds(tmp_path: Path) -> Builds:
    """A builder of a site of one file."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("One.", encoding="utf-8")
    return Builds(tmp_path / "content/a.md")


def watch_of(builds: Builds) -> Watch:
    """A watch of what a builder reads."""
    return Watch((builds.file.parent,))


def test_the_first_build_is_told_of_everything(builds: Builds) -> None:
    """And what came of it is passed on."""
    outcomes = rebuild_for_ever(builds.build, watch_of(builds), Event())
    assert next(outcomes) == Outcome(frozenset({"a/index.html"}), (PROBLEM,))
    assert builds.told == [{builds.file.parent}]


def test_a_file_that_is_saved_while_it_is_read_is_read_again(builds: Builds) -> None:
    """With the same time and size as before, if need be: it is told, and that counts."""

    def build(changed: frozenset[Path]) -> Changed:
        made = builds.build(changed)
        if len(builds.read) < 5:
            builds.file.write_text(f"Save {len(builds.read)}.", encoding="utf-8")
        return made

    outcomes = rebuild_for_ever(build, watch_of(builds), Event())
    while next(outcomes) and builds.read[-1] != "Save 4.":
        assert len(builds.read) < 10
    assert set(builds.told[1:]) == {frozenset({builds.file})}


def test_what_could_not_be_built_is_told_again(builds: Builds) -> None:
    """With what has changed since."""

    def build(changed: frozenset[Path]) -> Changed:
        builds.build(changed)
        if len(builds.told) < 3:
            (builds.file.parent / f"{len(builds.told)}.md").touch()
            raise DatelineError("no content folder")
        return Changed(frozenset(), ())

    outcomes = rebuild_for_ever(build, watch_of(builds), Event())
    assert [next(outcomes).failure for _ in range(3)] == ["no content folder", "no content folder", ""]
    assert builds.told[2] == {builds.file.parent, builds.file.parent / "1.md", builds.file.parent / "2.md"}


def test_it_ends_when_it_is_asked_to(builds: Builds) -> None:
    """Before a build, while it waits, and out of a build."""
    stop = Event()
    outcomes = rebuild_for_ever(builds.build, watch_of(builds), stop)
    next(outcomes)
    stop.set()
    assert list(outcomes) == []
    assert list(rebuild_for_ever(builds.build, watch_of(builds), stop)) == []
    assert list(rebuild_for_ever(end, watch_of(builds), Event())) == []
    assert len(builds.told) == 1


def end(_changed: frozenset[Path]) -> Changed:
    """Build until nobody waits any more."""
    raise Ended
