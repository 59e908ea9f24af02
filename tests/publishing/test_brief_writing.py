"""A few files are put where others stood, and the list of outputs names them."""

import os
import time
from pathlib import Path

import pytest

from dateline.publishing.brief_writing import BriefWriting
from dateline.publishing.keeping import LostError
from dateline.publishing.kept import KeptOutput
from dateline.publishing.manifest import MANIFEST, Manifest, digest_of, read_manifest, write_manifest
from dateline.publishing.staging import stage

NAMES = ("a.html", 'b "c".html', "a/a.html")


@pytest.fixture
def writing(tmp_path: Path) -> BriefWriting:
    """A writing into a folder of three files."""
    digests = {name: digest_of(name.encode()) for name in NAMES}
    for name in NAMES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / MANIFEST).write_bytes(write_manifest(Manifest({n: frozenset({d}) for n, d in digests.items()})))
    return BriefWriting(tmp_path, digests, (-1, 0))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_takes_the_place_of_another(writing: BriefWriting, name: str) -> None:
    """The list is as a writing of all files would leave it, and nothing else is left."""
    staged = stage(writing.staging, name, b"new", writing.digests[name])
    (output,) = writing.commit([staged], [name]).values()
    found = (writing.output / name).lstat()
    assert output == KeptOutput(b"", digest_of(b"new"), found.st_size, found.st_mtime_ns, is_page=True)
    digests = {**writing.digests, name: digest_of(b"new")}
    wanted = write_manifest(Manifest({each: frozenset({digest}) for each, digest in digests.items()}))
    assert (writing.output / MANIFEST).read_bytes() == wanted
    assert writing.manifest == (
        (writing.output / MANIFEST).lstat().st_size,
        (writing.output / MANIFEST).lstat().st_mtime_ns,
    )
    writing.abandon()
    assert not writing.staging.exists()


def test_its_time_tells_it_from_a_change_right_after_it(writing: BriefWriting) -> None:
    """However the clock of the file system ticks."""
    before = time.time_ns()
    (output,) = writing.commit([stage(writing.staging, "a.html", b"new", None)], []).values()
    (writing.output / "a.html").write_bytes(b"wen")
    assert output.changed < before
    assert (writing.output / "a.html").stat().st_mtime_ns != output.changed


def test_what_is_the_same_is_not_written(writing: BriefWriting) -> None:
    """Nor is the list."""
    os.utime(writing.output / MANIFEST, ns=(1, 1))
    assert writing.commit([stage(writing.staging, "a.html", b"a.html", writing.digests["a.html"])], []) == {}
    assert (writing.output / MANIFEST).lstat().st_mtime_ns == 1


@pytest.mark.parametrize("listed", [b"{}", write_manifest(Manifest({"a.html": frozenset({"other"})}))])
def test_where_the_list_is_another_no_file_is_touched(writing: BriefWriting, listed: bytes) -> None:
    """Somebody else has built meanwhile."""
    (writing.output / MANIFEST).write_bytes(listed)
    with pytest.raises(LostError):
        writing.commit([stage(writing.staging, "a.html", b"new", None)], [])
    assert (writing.output / "a.html").read_bytes() == b"a.html"
    assert read_manifest((writing.output / MANIFEST).read_bytes()) == read_manifest(listed)
