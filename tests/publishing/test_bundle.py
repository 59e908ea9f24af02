"""A site is put into one zip, the same each time, whose list of digests the usual tools can check."""

import hashlib
import shutil
import subprocess
import time
import zipfile
from pathlib import Path

import pytest

from dateline.model.problem import DatelineError
from dateline.publishing.bundle import LIST, write_bundle, write_list
from dateline.publishing.output import write_outputs

OUTPUTS = {"index.html": b"<p>Home", "people/ana é/index.html": b"<p>Ana", "b.txt": b""}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder that a build wrote, with a file of somebody else in it."""
    write_outputs(OUTPUTS, tmp_path, tmp_path / "site")
    (tmp_path / "site" / "foreign.txt").write_text("not ours", encoding="utf-8")
    return tmp_path / "site"


def test_a_bundle_holds_what_was_written_and_a_list_of_it(site: Path, tmp_path: Path) -> None:
    """In a folder with the name of the zip, in the order of the paths, the list last."""
    assert write_bundle(site, tmp_path / "new" / "chron.zip") == 3
    with zipfile.ZipFile(tmp_path / "new" / "chron.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [*(f"chron/{path}" for path in sorted(OUTPUTS)), f"chron/{LIST}"]
        assert all(archive.read(f"chron/{path}") == data for path, data in OUTPUTS.items())
        lines = archive.read(f"chron/{LIST}").decode().splitlines()
    assert lines == [f"{hashlib.sha256(OUTPUTS[path]).hexdigest()}  {path}" for path in sorted(OUTPUTS)]


@pytest.mark.tools
@pytest.mark.skipif(not shutil.which("sha256sum"), reason="needs sha256sum")
def test_the_list_is_checked_by_the_usual_tool(site: Path, tmp_path: Path) -> None:
    """Which finds what was changed, whatever the name of a file."""
    odd = {"a\nb.txt": b"1", "c\\d.txt": b"2"}
    write_bundle(site, tmp_path / "chron.zip")
    with zipfile.ZipFile(tmp_path / "chron.zip") as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / "chron"
    for name, data in odd.items():
        (folder / name).write_bytes(data)
    digests = [(name, hashlib.sha256(data).hexdigest()) for name, data in odd.items()]
    (folder / LIST).write_bytes((folder / LIST).read_bytes() + write_list(digests))

    def check() -> int:
        return subprocess.run(["sha256sum", "--check", "--strict", LIST], cwd=folder, capture_output=True).returncode

    assert check() == 0
    (folder / "index.html").write_text("<p>Other", encoding="utf-8")
    assert check() == 1


def test_a_site_gives_one_bundle(site: Path, tmp_path: Path) -> None:
    """To the byte, whenever its files were written."""
    write_bundle(site, tmp_path / "chron.zip")
    before = (tmp_path / "chron.zip").read_bytes()
    time.sleep(2.1)  # a zip tells times in steps of two seconds
    shutil.rmtree(site)
    write_outputs(dict(reversed(OUTPUTS.items())), tmp_path, site)
    write_bundle(site, tmp_path / "chron.zip")
    assert (tmp_path / "chron.zip").read_bytes() == before


def test_a_file_that_is_not_as_it_was_written_ends_it(site: Path, tmp_path: Path) -> None:
    """The bundle before stays, and no other file is left over."""
    write_bundle(site, tmp_path / "chron.zip")
    before = (tmp_path / "chron.zip").read_bytes()
    (site / "index.html").write_text("<p>Other", encoding="utf-8")
    with pytest.raises(DatelineError, match="is not as it was written; build the site again"):
        write_bundle(site, tmp_path / "chron.zip")
    assert (tmp_path / "chron.zip").read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"site", "chron.zip"}


def test_a_bundle_that_cannot_be_written_is_told(site: Path, tmp_path: Path) -> None:
    """In a sentence."""
    with pytest.raises(DatelineError, match="cannot write"):
        write_bundle(site, tmp_path / "site" / "index.html" / "chron.zip")
