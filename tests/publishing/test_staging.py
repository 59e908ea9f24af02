"""An output waits for its place."""

import pickle
from pathlib import Path

import pytest

from dateline.model.problem import DatelineError
from dateline.publishing.manifest import digest_of
from dateline.publishing.staging import digest_of_file, stage, stage_copy, stage_parts

LARGE = bytes(range(256)) * 1000


@pytest.fixture
def waiting(tmp_path: Path) -> Path:
    """A folder to stage in that is not there yet."""
    return tmp_path / "site/.dateline-0.tmp"


def test_an_output_is_written_with_its_folders(waiting: Path) -> None:
    """What comes back is a small value that another process can read."""
    staged = stage(waiting, "people/x/index.html", b"x", None)
    file = Path(staged.temporary)
    assert file.read_bytes() == b"x"
    assert (staged.path, staged.digest, staged.size) == ("people/x/index.html", digest_of(b"x"), 1)
    assert staged.mtime_ns == file.stat().st_mtime_ns
    assert pickle.loads(pickle.dumps(staged)) == staged  # noqa: S301 the test's own bytes


def test_an_output_that_is_there_is_not_written(waiting: Path, tmp_path: Path) -> None:
    """Be it bytes or a file."""
    (tmp_path / "photo").write_bytes(LARGE)
    assert stage(waiting, "a", b"x", digest_of(b"x")).temporary == ""
    assert stage_copy(waiting, "b", tmp_path / "photo", digest_of(LARGE)).temporary == ""
    assert not waiting.exists()


@pytest.mark.parametrize("there", [None, digest_of(b"other")])
def test_a_file_is_copied_whole(waiting: Path, tmp_path: Path, there: str | None) -> None:
    """With the digest of all its parts."""
    (tmp_path / "photo").write_bytes(LARGE)
    staged = stage_copy(waiting, "media/photo", tmp_path / "photo", there)
    assert Path(staged.temporary).read_bytes() == LARGE
    assert (staged.digest, staged.size) == (digest_of(LARGE), len(LARGE))
    assert digest_of_file(staged.temporary) == staged.digest


@pytest.mark.parametrize("there", [None, digest_of(b"other")])
def test_what_comes_in_parts_is_one_file(waiting: Path, there: str | None) -> None:
    """As if it had been held at once."""
    staged = stage_parts(waiting, "data/a", (LARGE[:1000], memoryview(LARGE)[1000:], b""), there)
    file = Path(staged.temporary)
    assert file.read_bytes() == LARGE
    assert (staged.digest, staged.size, staged.mtime_ns) == (digest_of(LARGE), len(LARGE), file.stat().st_mtime_ns)


def test_parts_of_a_file_that_is_there_leave_nothing(waiting: Path) -> None:
    """What was written to find that out is gone."""
    assert stage_parts(waiting, "data/a", (b"x", b"y"), digest_of(b"xy")).temporary == ""
    assert list((waiting / "data").iterdir()) == []


def test_an_output_that_is_staged_twice_is_the_second(waiting: Path) -> None:
    """No part of the first, which was longer, is left."""
    stage(waiting, "a", b"longer", None)
    assert Path(stage(waiting, "a", b"x", None).temporary).read_bytes() == b"x"


@pytest.mark.parametrize("path", ["../x", "/x", "a/../../x", ".dateline-1.tmp/x", ".dateline.json", ""])
def test_nothing_is_staged_elsewhere(waiting: Path, tmp_path: Path, path: str) -> None:
    """Nor under a name that no page may have."""
    (tmp_path / "photo").write_bytes(b"")
    with pytest.raises(DatelineError, match="no page may be written"):
        stage(waiting, path, b"", None)
    with pytest.raises(DatelineError, match="no page may be written"):
        stage_copy(waiting, path, tmp_path / "photo", None)
    assert not waiting.parent.exists()


def test_what_the_system_refuses_is_told_with_the_place_of_the_page(waiting: Path, tmp_path: Path) -> None:
    """Not with the temporary name."""
    (tmp_path / "photo").write_bytes(b"")
    long = "x" * 300
    with pytest.raises(DatelineError, match=r"cannot write '.*site/xxx"):
        stage(waiting, long, b"", None)
    with pytest.raises(DatelineError, match=r"cannot copy '.*photo' to '.*site/xxx"):
        stage_copy(waiting, long, tmp_path / "photo", None)
    with pytest.raises(DatelineError, match="cannot read"):
        stage_copy(waiting, "a", tmp_path / "gone", None)
