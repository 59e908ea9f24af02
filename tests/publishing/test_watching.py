"""Seeing that sources have changed."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from dateline.publishing.watching import Watch, fingerprint

PATIENCE = 60.0
PATIENCE_OF_THE_SYSTEM = 5000  # milliseconds


def waiting(watch: Watch, change: Callable[[], object]) -> frozenset[Path]:
    """Change something while the watch waits, and return what it tells."""
    stop = Event()
    with ThreadPoolExecutor(1) as thread:
        told = thread.submit(watch.wait, stop)
        try:
            change()
            return told.result(PATIENCE)
        finally:
            stop.set()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that holds a file."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("a", encoding="utf-8")
    return tmp_path / "content"


@pytest.fixture(params=[True, False], ids=["told by the system", "found by looking"])
def watch(request: pytest.FixtureRequest, folder: Path) -> Watch:
    """A watch of that folder."""
    return Watch((folder,), may_be_told=request.param)


def test_a_save_is_told(watch: Watch, folder: Path) -> None:
    """By the path of the file that was saved, and by no other."""
    assert waiting(watch, lambda: (folder / "a.md").write_text("b", encoding="utf-8")) == {folder / "a.md"}


def test_a_removed_and_an_old_file_are_changes(watch: Watch, folder: Path) -> None:
    """A file that is moved here keeps its old date."""
    assert waiting(watch, (folder / "a.md").unlink) == {folder / "a.md"}
    old = folder.parent / "old.md"
    old.write_text("b", encoding="utf-8")
    os.utime(old, (0, 0))
    assert waiting(watch, lambda: old.rename(folder / "b.md")) == {folder / "b.md"}


def test_what_changes_between_two_waits_is_told_by_the_second(watch: Watch, folder: Path) -> None:
    """Saves are not lost while a build runs."""
    (folder / "b.md").write_text("b", encoding="utf-8")
    (folder / "a.md").unlink()
    assert waiting(watch, lambda: None) == {folder / "a.md", folder / "b.md"}


def test_a_new_folder_stands_for_what_is_in_it(watch: Watch, folder: Path) -> None:
    """Told as itself, or as each of its files; and so are later changes in it."""

    def unpack() -> None:
        (folder / "new").mkdir()
        (folder / "new/b.md").write_text("b", encoding="utf-8")

    assert waiting(watch, unpack) <= {folder / "new", folder / "new/b.md"}
    told = waiting(watch, (folder / "new/c.md").touch)
    while folder / "new/c.md" not in told:
        told = waiting(watch, lambda: None)
    assert told <= {folder / "new", folder / "new/b.md", folder / "new/c.md"}


def test_a_folder_that_goes_and_comes_back_is_told_whole(watch: Watch, folder: Path) -> None:
    """Another folder in its place, too: what is in it is seen from then on."""
    assert waiting(watch, lambda: folder.rename(folder.parent / "away")) == {folder}
    assert waiting(watch, folder.mkdir) == {folder}
    assert waiting(watch, (folder / "b.md").touch) == {folder / "b.md"}


def test_hidden_files_and_leftovers_are_no_changes(watch: Watch, folder: Path) -> None:
    """An editor's own files build nothing."""

    def edit() -> None:
        (folder / ".git").mkdir()
        (folder / ".git/index").touch()
        (folder / "a.md~").touch()
        (folder / "b.md").touch()

    assert waiting(watch, edit) == {folder / "b.md"}


def test_a_wait_ends_when_it_is_asked_to(watch: Watch) -> None:
    """With nothing to tell."""
    stop = Event()
    stop.set()
    assert watch.wait(stop) == frozenset()


def test_a_path_that_was_told_is_not_found_again(folder: Path) -> None:
    """The look that finds what the system did not tell knows what it did."""
    watch = Watch((folder,))
    waiting(watch, lambda: (folder / "a.md").write_text("more", encoding="utf-8"))
    assert watch._look() == frozenset()


def test_what_the_system_does_not_tell_is_found_by_a_look(folder: Path) -> None:
    """As on a folder of another machine; here the system is made to forget what it has to tell."""
    watch = Watch((folder,))
    (folder / "a.md").write_text("more", encoding="utf-8")
    assert watch._told_by
    watch._told_by.watch(0, 10, PATIENCE_OF_THE_SYSTEM, Event())
    assert waiting(watch, lambda: None) == {folder / "a.md"}


def test_hidden_files_and_broken_links_are_not_looked_at(tmp_path: Path) -> None:
    """They are not in a fingerprint."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/index").touch()
    (tmp_path / "a.md~").touch()
    (tmp_path / "b.md").symlink_to(tmp_path / "gone")
    assert fingerprint((tmp_path, tmp_path / "missing")) == {}
