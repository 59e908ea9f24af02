"""In a folder that is nobody else's a few files are put into place, and nothing else is looked at."""

from pathlib import Path

import pytest

from dateline.model.problem import DatelineError
from dateline.publishing.manifest import MANIFEST, digest_of, read_manifest
from dateline.publishing.output import write_outputs
from dateline.publishing.own_writing import catch_up, open_own_writing
from dateline.publishing.staging import Staged, stage
from dateline.publishing.writing import FileStamp, open_writing

SITE = {"index.html": b"home", "a/index.html": b"a"}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A folder into which a site was written."""
    write_outputs(SITE, tmp_path / "content", tmp_path / "site")
    return tmp_path / "site"


def known(files: dict[str, bytes]) -> dict[str, FileStamp]:
    """Return the stamps of files whose times nobody has looked at."""
    return {path: FileStamp(digest_of(data), -1, 0) for path, data in files.items()}


def write(output: Path, path: str, data: bytes) -> list[str]:
    """Write one file, and return all that is in the folder then, but for the list."""
    writing = open_own_writing(output, known(SITE))
    done = writing.commit([stage(writing.staging, path, data, writing.digest_there(path))], {"index.html": ""})
    assert done.written == (() if data == SITE[path] else (path,))
    assert (done.unchanged, done.removed) == (1, ())
    assert done.stamps[path].digest == digest_of(data)
    return sorted(file.relative_to(output).as_posix() for file in output.rglob("*"))


def test_what_differs_is_put_into_place(output: Path) -> None:
    """Nothing is left of what it waited in, and it can be done again."""
    for data in (b"new", b"newer"):
        assert write(output, "a/index.html", data) == [MANIFEST, "a", "a/index.html", "index.html"]
        assert (output / "a/index.html").read_bytes() == data


def test_what_is_the_same_is_left_alone(output: Path) -> None:
    """It was never staged."""
    before = (output / "a/index.html").stat()
    write(output, "a/index.html", b"a")
    assert (output / "a/index.html").stat() == before


def test_what_was_never_there_has_no_digest(output: Path) -> None:
    """Only what the last build left is known."""
    assert open_own_writing(output, known(SITE)).digest_there("b/index.html") is None


def test_what_is_abandoned_leaves_nothing(output: Path) -> None:
    """The folder is as it was."""
    writing = open_own_writing(output, known(SITE))
    stage(writing.staging, "a/index.html", b"new", None)
    assert writing.staging.is_dir()
    writing.abandon()
    assert not writing.staging.exists()
    assert (output / "a/index.html").read_bytes() == b"a"


def test_a_page_that_was_written_so_can_be_removed_later(output: Path) -> None:
    """The list is brought up to date before a writing goes by it: else the page would be somebody else's."""
    write(output, "a/index.html", b"new")
    catch_up(output, known({**SITE, "a/index.html": b"new"}))
    assert read_manifest((output / MANIFEST).read_bytes()).wrote("a/index.html", digest_of(b"new"))
    writing = open_writing(["index.html"], output, {})
    done = writing.commit([Staged("index.html", digest_of(b"home"), 4, 0, "")], {})
    assert done.removed == ("a/index.html",)
    assert not (output / "a").exists()


def test_a_list_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """As everything that the system refuses."""
    with pytest.raises(DatelineError, match="cannot write"):
        catch_up(tmp_path / "gone", {})
