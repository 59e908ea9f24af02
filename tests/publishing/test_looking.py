"""A look at a folder says which files hold what they held, and reads no others."""

from pathlib import Path

import pytest

from dateline.model.problem import DatelineError
from dateline.publishing.codec import stamp
from dateline.publishing.kept import Seen
from dateline.publishing.looking import Look, is_settled
from dateline.publishing.sources import FoundFile

SECOND = 1_000_000_000
NOW = 100 * SECOND
LONG_AGO = 50 * SECOND
JUST_NOW = NOW - SECOND


def look(file: Path, changed: int, before: dict[str, Seen], size: int | None = None) -> Look:
    """Return a look at a folder with one file, `a.md`, that was last changed at this moment."""
    found = FoundFile(str(file), len(file.read_bytes()) if size is None else size, changed)
    return Look({"a.md": found}, before, NOW)


def seen(data: bytes, changed: int) -> dict[str, Seen]:
    """Return how a look saw the file when it held this."""
    return {"a.md": Seen(len(data), changed, stamp(data))}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that holds `new`."""
    path = tmp_path / "a.md"
    path.write_bytes(b"new")
    return path


def test_a_file_of_the_same_size_and_time_is_not_read(file: Path) -> None:
    """Here it has changed all the same, so that it can be told."""
    assert look(file, LONG_AGO, seen(b"old", LONG_AGO)).is_same("a.md")


def test_a_file_of_another_time_is_read(file: Path) -> None:
    """Whether it holds the same is told by what it holds, and its new time is remembered."""
    assert not look(file, LONG_AGO + 1, seen(b"old", LONG_AGO)).is_same("a.md")
    same = look(file, LONG_AGO + 1, seen(b"new", LONG_AGO))
    assert same.is_same("a.md")
    assert same.seen == seen(b"new", LONG_AGO + 1)


def test_a_file_of_another_size_is_read(file: Path) -> None:
    """Though its time is the same."""
    assert not look(file, LONG_AGO, seen(b"older", LONG_AGO)).is_same("a.md")


def test_a_file_that_was_read_too_soon_is_read_again(file: Path) -> None:
    """It may have changed after that, and kept its time: the time that was too young is not remembered."""
    young = look(file, JUST_NOW, {})
    young.texts(["a.md"])
    assert young.seen == {"a.md": Seen(3, 0, stamp(b"new"))}
    file.write_bytes(b"NEW")
    assert not look(file, JUST_NOW, dict(young.seen)).is_same("a.md")


def test_a_file_from_the_future_is_read_again(file: Path) -> None:
    """Its clock is not ours."""
    ahead = look(file, NOW + SECOND, {})
    ahead.texts(["a.md"])
    assert ahead.seen["a.md"].changed == 0


def test_times_are_settled_after_two_seconds() -> None:
    """The coarsest file system counts in such steps."""
    assert is_settled(NOW - 2 * SECOND - 1, NOW)
    assert not is_settled(NOW - 2 * SECOND, NOW)
    assert not is_settled(NOW + 1, NOW)


def test_a_new_file_is_not_the_same(file: Path) -> None:
    """Nobody has seen it."""
    assert not look(file, LONG_AGO, {}).is_same("a.md")


def test_a_file_is_read_once(file: Path) -> None:
    """Whoever asks."""
    once = look(file, LONG_AGO, {})
    first = once.texts(["a.md", "gone.md"])
    file.write_bytes(b"later")
    assert once.texts(["a.md"]) == first == {"a.md": b"new"}


def test_what_others_read_is_noted(file: Path) -> None:
    """A worker that reads an article tells its digest."""
    noting = look(file, LONG_AGO, seen(b"old", 1))
    noting.note("a.md", stamp(b"old"))
    assert noting.is_same("a.md")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """By its name."""
    gone = Look({"a.md": FoundFile(str(tmp_path / "a.md"), 1, 1)}, {}, NOW)
    with pytest.raises(DatelineError, match=r"cannot read '.*a.md'"):
        gone.texts(["a.md"])
