"""Writing a build in stages."""

import os
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.problem import DatelineError
from dateline.publishing.manifest import MANIFEST, is_temporary, read_manifest
from dateline.publishing.output import write_outputs
from dateline.publishing.staging import Staged, stage
from dateline.publishing.writing import FileStamp, Writing, Written, open_writing

OLD = 1_600_000_000_123_456_789  # nanoseconds: a time long past, with a fraction


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An output folder that is not there yet."""
    return tmp_path / "site"


def tree(folder: Path) -> dict[str, bytes | None]:
    """Every file and every folder (None) of a folder, but the manifest."""
    found = (entry for entry in sorted(folder.rglob("*")) if entry.name != MANIFEST)
    return {entry.relative_to(folder).as_posix(): entry.read_bytes() if entry.is_file() else None for entry in found}


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the manifest."""
    return {path: data for path, data in tree(folder).items() if data is not None}


def stage_all(writing: Writing, outputs: Mapping[str, bytes]) -> list[Staged]:
    """Stage outputs in this process."""
    return [stage(writing.staging, path, data, writing.digest_there(path)) for path, data in outputs.items()]


def write(outputs: Mapping[str, bytes], site: Path, known: Mapping[str, FileStamp]) -> Written:
    """Write outputs in stages."""
    writing = open_writing(outputs, site, known)
    return writing.commit(stage_all(writing, outputs), {})


def age(site: Path) -> dict[str, FileStamp]:
    """Make the files of a site old, and return what a build remembers of them."""
    for path in files(site):
        os.utime(site / path, ns=(OLD, OLD))
    outputs = files(site)
    return dict(write(outputs, site, {}).stamps)


def test_outputs_are_staged_in_two_processes_and_put_into_place_by_a_third(site: Path) -> None:
    """Folders that both of them make are no matter."""
    outputs = {f"people/p{number}/index.html": b"%d" % number for number in range(40)} | {"index.html": b"home"}
    writing = open_writing(outputs, site, {})
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        asked = [pool.submit(stage, writing.staging, path, data, None) for path, data in outputs.items()]
        staged = [future.result() for future in asked]
    assert files(site).keys().isdisjoint(outputs)
    assert writing.commit(staged, {}).written == tuple(sorted(outputs))
    assert files(site) == outputs


def test_what_stays_as_it_is_need_not_be_staged(site: Path) -> None:
    """An engine that knows that a page is the same hands back its digest."""
    write({"a": b"a", "b": b"b"}, site, {})
    writing = open_writing(["a", "b"], site, {})
    digest = writing.digest_there("a")
    assert digest
    written = writing.commit(stage_all(writing, {"b": b"new"}), {"a": digest})
    assert (written.written, written.unchanged) == (("b",), 1)
    assert files(site) == {"a": b"a", "b": b"new"}
    assert read_manifest((site / MANIFEST).read_bytes()).wrote("a", digest)


@pytest.mark.parametrize("outputs", [{"a": b""}, {"a": b"", "b": b"", "c": b""}])
def test_an_output_that_was_lost_removes_no_page(site: Path, outputs: dict[str, bytes]) -> None:
    """What is put into place is what was announced, neither less nor more."""
    write({"a": b"a", "b": b"b"}, site, {})
    writing = open_writing(["a", "b"], site, {})
    with pytest.raises(ValueError, match="announced"):
        writing.commit(stage_all(writing, outputs), {})
    writing.abandon()
    assert tree(site) == {"a": b"a", "b": b"b"}


def test_a_writing_that_is_abandoned_leaves_nothing(site: Path) -> None:
    """Neither a file nor an empty folder; not even the output folder itself."""
    outputs = {"people/x/index.html": b"x", "index.html": b"home"}
    writing = open_writing(outputs, site / "deep", {})
    stage_all(writing, outputs)
    writing.abandon()
    assert not site.exists()
    write({"index.html": b"first", "a/b": b"b"}, site, {})
    before = tree(site), (site / MANIFEST).read_bytes()
    writing = open_writing(outputs, site, {})
    stage_all(writing, outputs)
    writing.abandon()
    assert (tree(site), (site / MANIFEST).read_bytes()) == before


def test_what_a_killed_build_has_staged_is_tidied_up(site: Path) -> None:
    """By the next one, though it has nothing to write."""
    write({"index.html": b"home"}, site, {})
    stage_all(open_writing(["index.html", "x/y"], site, {}), {"index.html": b"new", "x/y": b"y"})
    assert any(is_temporary(path) for path in tree(site))
    assert write({"index.html": b"home"}, site, {}) == Written((), 1, ())
    assert tree(site) == {"index.html": b"home"}


@pytest.mark.parametrize("after", [{}, {"a": b"other"}, {"b/c": b"c"}])
def test_what_a_killed_build_has_put_into_place_is_known(site: Path, after: dict[str, bytes]) -> None:
    """What stops in the middle, here at a folder that came in between, orphans nothing and may be abandoned."""
    write({"a": b"old"}, site, {})
    outputs = {"a": b"new", "b": b"b", "d/e": b"e"}
    writing = open_writing(outputs, site, {})
    staged = stage_all(writing, outputs)
    (site / "b").mkdir()
    with pytest.raises(DatelineError, match="cannot write"):
        writing.commit(staged, {})
    writing.abandon()
    assert files(site)["a"] == b"new"
    (site / "b").rmdir()
    write(after, site, {})
    assert files(site) == after


def test_a_folder_that_a_killed_build_has_emptied_makes_room(site: Path) -> None:
    """It had removed the pages of the folder, and not yet the folder."""
    write({"b/c/index.html": b"c"}, site, {})
    (site / "b/c/index.html").unlink()
    (site / "b/theirs").mkdir()
    with pytest.raises(DatelineError, match="the folder 'b/theirs' is in the way"):
        write({"b": b"b"}, site, {})
    (site / "b/theirs").rmdir()
    write({"b": b"b"}, site, {})
    assert tree(site) == {"b": b"b"}


def test_a_known_file_is_not_read_again(site: Path) -> None:
    """Its size and its time are enough: what the build before remembered is believed."""
    write({"a": b"a"}, site, {})
    age(site)
    stamp = FileStamp("0" * 64, 1, OLD)
    assert open_writing(["a"], site, {"a": stamp}).digest_there("a") == stamp.digest
    for other in (stamp._replace(size=2), stamp._replace(mtime_ns=OLD + 1)):
        assert open_writing(["a"], site, {"a": other}).digest_there("a") != stamp.digest
    assert open_writing(["gone"], site, {"gone": stamp}).digest_there("gone") is None


def test_a_file_that_was_edited_is_written_anew(site: Path) -> None:
    """Though it has the size that it had."""
    outputs = {"a": b"page", "b": b"page"}
    write(outputs, site, {})
    known = age(site)
    assert known.keys() == outputs.keys()
    (site / "a").write_bytes(b"PAGE")
    assert write(outputs, site, known).written == ("a",)
    assert files(site) == outputs


def test_an_edited_file_is_kept_where_its_page_is_gone(site: Path) -> None:
    """It is no more what Dateline wrote."""
    write({"a": b"page", "b": b"page"}, site, {})
    known = age(site)
    (site / "a").write_bytes(b"PAGE")
    assert write({}, site, known).removed == ("b",)
    assert files(site) == {"a": b"PAGE"}


def test_a_file_that_is_the_same_is_left_alone(site: Path) -> None:
    """Its time stays, known or not."""
    outputs = {"a": b"page", "b": b"old"}
    write(outputs, site, {})
    known = age(site)
    for remembered in (known, {}):
        write({**outputs, "b": str(len(remembered)).encode()}, site, remembered)
        assert (site / "a").stat().st_mtime_ns == OLD


def test_times_that_prove_nothing_are_not_remembered(site: Path) -> None:
    """Those of this very moment or later, and those of a file system that counts whole seconds."""
    write({"a": b"a", "b": b"b", "c": b"c"}, site, {})
    for path, time in (("a", OLD), ("b", 1_600_000_000_000_000_000), ("c", 1 << 62)):
        os.utime(site / path, ns=(time, time))
    assert write(files(site), site, {}).stamps.keys() == {"a"}


def test_a_page_cannot_be_a_folder_of_pages(site: Path) -> None:
    """It is told before anything is written."""
    with pytest.raises(DatelineError, match="'a' cannot be a page and a folder of pages"):
        open_writing(["a", "a/b"], site, {})
    assert not site.exists()


def test_a_link_with_the_name_of_a_temporary_file_is_left_alone(site: Path, tmp_path: Path) -> None:
    """What it leads to is not Dateline's."""
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/x").write_bytes(b"x")
    site.mkdir()
    (site / ".dateline-0.tmp").symlink_to(tmp_path / "theirs")
    write({"a": b"a"}, site, {})
    assert (site / ".dateline-0.tmp/x").read_bytes() == b"x"


def is_possible(outputs: dict[str, bytes]) -> bool:
    """Whether no file is a folder too."""
    return not any(path.startswith(f"{other}/") for path in outputs for other in outputs)


PATHS = st.sampled_from(["a", "b", "b/a", "b/c", "b/c/a", "d/index.html", "e/f/g"])
BUILDS = st.lists(st.dictionaries(PATHS, st.binary(max_size=2)).filter(is_possible), min_size=1, max_size=4)
THEIRS = st.dictionaries(st.sampled_from(["x", "d/x", "b/x"]), st.binary(max_size=2))
ENDS = st.lists(st.sampled_from(["commit", "abandon", "killed"]), min_size=4, max_size=4)


@given(BUILDS, THEIRS, ENDS)
@pytest.mark.property
def test_the_folder_holds_the_outputs_and_the_files_of_others(
    tmp_path_factory: pytest.TempPathFactory, builds: list[dict[str, bytes]], theirs: dict[str, bytes], ends: list[str]
) -> None:
    """Whatever was built before, and whether it came to its end; and no folder is left empty."""
    site = tmp_path_factory.mktemp("site")
    for path, data in theirs.items():
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_bytes(data)
    known: Mapping[str, FileStamp] = {}
    for outputs, end in zip(builds, ends, strict=False):
        if "b" in outputs and "b/x" in theirs:
            continue
        writing = open_writing(outputs, site, known)
        staged = stage_all(writing, outputs)
        if end == "abandon":
            writing.abandon()
        elif end == "commit":
            known = writing.commit(staged, {}).stamps
            assert files(site) == outputs | theirs
            assert not [path for path in tree(site) if (site / path).is_dir() and not any((site / path).iterdir())]


def test_the_list_is_the_same_whoever_wrote_it(site: Path, tmp_path: Path) -> None:
    """All at once, or build after build: nothing of what happened between is in it."""
    outputs = {"a/b": b"b", "c": b"c"}
    write({"c": b"first", "z": b"z"}, site, {})
    write(outputs, site, {})
    write_outputs({"c": b"c", "a/b": b"b"}, tmp_path, tmp_path / "other")
    assert (site / MANIFEST).read_bytes() == (tmp_path / "other" / MANIFEST).read_bytes()
