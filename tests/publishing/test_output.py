"""Writing a build."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.problem import DatelineError
from dateline.model.source import CopiedFile
from dateline.publishing.manifest import MANIFEST, Manifest, digest_of, read_manifest, write_manifest
from dateline.publishing.output import Written, write_new, write_outputs

FIRST = {"index.html": b"home", "people/x/index.html": b"x", ".nojekyll": b""}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with one photograph."""
    (tmp_path / "content/photos").mkdir(parents=True)
    (tmp_path / "content/photos/p.jpg").write_bytes(b"photograph")
    return tmp_path / "content"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An output folder that is not there yet."""
    return tmp_path / "site"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the manifest."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file() and file.name != MANIFEST)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_every_output_becomes_a_file(content: Path, site: Path) -> None:
    """Folders are made, bytes written, files of the content folder copied."""
    written = write_outputs({**FIRST, "media/p.jpg": CopiedFile("photos/p.jpg")}, content, site)
    assert tree(site) == {**FIRST, "media/p.jpg": b"photograph"}
    assert written == Written((".nojekyll", "index.html", "media/p.jpg", "people/x/index.html"), 0, ())


def test_a_second_build_writes_nothing(content: Path, site: Path) -> None:
    """Not even the list of its own files."""
    write_outputs(FIRST, content, site)
    before = {file: file.stat().st_mtime_ns for file in site.rglob("*")}
    assert write_outputs(FIRST, content, site) == Written((), 3, ())
    assert {file: file.stat().st_mtime_ns for file in site.rglob("*")} == before


def test_what_a_build_has_no_more_is_removed_with_its_empty_folders(content: Path, site: Path) -> None:
    """A page that is gone leaves nothing behind."""
    write_outputs(FIRST, content, site)
    written = write_outputs({"index.html": b"new"}, content, site)
    assert written == Written(("index.html",), 0, (".nojekyll", "people/x/index.html"))
    assert tree(site) == {"index.html": b"new"}
    assert not (site / "people").exists()


def test_files_of_others_are_never_removed(content: Path, site: Path) -> None:
    """CNAME, .gitignore, and what somebody put among the pages stay."""
    site.mkdir()
    (site / ".gitignore").write_bytes(b"*")
    (site / "CNAME").write_bytes(b"example.org")
    write_outputs(FIRST, content, site)
    (site / "people/x/note.txt").write_bytes(b"mine")
    (site / "index.html").write_bytes(b"edited by hand")
    write_outputs({"feed.xml": b""}, content, site)
    kept = {".gitignore": b"*", "CNAME": b"example.org", "people/x/note.txt": b"mine", "index.html": b"edited by hand"}
    assert tree(site) == {**kept, "feed.xml": b""}


def test_a_file_of_others_in_the_way_is_refused_before_anything_is_written(content: Path, site: Path) -> None:
    """The sentence names some of them and the remedy."""
    paths = [f"{n}.html" for n in range(5)]
    site.mkdir()
    for path in paths:
        (site / path).write_bytes(b"mine")
    with pytest.raises(DatelineError, match=r"'0.html', '1.html', '2.html' and 2 more; .*--output"):
        write_outputs({**dict.fromkeys(paths, b"page"), "new.html": b""}, content, site)
    assert tree(site) == dict.fromkeys(paths, b"mine")
    assert not (site / MANIFEST).exists()


def test_a_file_of_others_with_the_same_bytes_is_taken_over(content: Path, site: Path) -> None:
    """A site whose list was lost is built again without a word."""
    write_outputs(FIRST, content, site)
    (site / MANIFEST).unlink()
    assert write_outputs(FIRST, content, site) == Written((), 3, ())
    assert write_outputs({}, content, site).removed == tuple(sorted(FIRST))


def test_an_edited_page_is_written_again(content: Path, site: Path) -> None:
    """The pages are Dateline's; the articles are the author's."""
    write_outputs(FIRST, content, site)
    (site / "index.html").write_bytes(b"edited")
    assert write_outputs(FIRST, content, site).written == ("index.html",)


def test_a_page_may_become_a_folder_and_a_folder_a_page(content: Path, site: Path) -> None:
    """What an earlier build wrote makes room."""
    write_outputs({"a": b"file", "b/c/index.html": b"deep"}, content, site)
    after = {"a/index.html": b"deep", "b": b"file"}
    write_outputs(after, content, site)
    assert tree(site) == after
    (site / "b").write_bytes(b"mine")
    with pytest.raises(DatelineError, match="'b'"):
        write_outputs({"b/index.html": b""}, content, site)


def test_a_folder_of_others_in_the_place_of_a_page_is_refused(content: Path, site: Path) -> None:
    """A folder that holds somebody's file does not make room."""
    (site / "a").mkdir(parents=True)
    (site / "a/note.txt").write_bytes(b"mine")
    with pytest.raises(DatelineError, match=r"note\.txt"):
        write_outputs({"a": b""}, content, site)
    (site / "a/note.txt").unlink()
    with pytest.raises(DatelineError, match="cannot write"):
        write_outputs({"a": b""}, content, site)


def test_nothing_is_written_through_a_link(content: Path, site: Path, tmp_path: Path) -> None:
    """A link in the output folder leads no build out of it."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "x.html").write_bytes(b"theirs")
    site.mkdir()
    (site / "people").symlink_to(outside)
    (site / "x.html").symlink_to(outside / "x.html")
    with pytest.raises(DatelineError, match=r"'people', 'x\.html'"):
        write_outputs({"people/index.html": b"", "x.html": b""}, content, site)
    assert tree(outside) == {"x.html": b"theirs"}


@pytest.mark.parametrize(
    "path", ["../x.html", "/x.html", "a/../../x.html", "a//x.html", "a\\..\\x", "C:/x", "", ".", ".gitignore", MANIFEST]
)
def test_no_page_leaves_the_folder_or_takes_a_reserved_name(content: Path, site: Path, path: str) -> None:
    """Whatever came through before, the last door is shut."""
    with pytest.raises(DatelineError, match="no page may be written"):
        write_outputs({path: b""}, content, site)
    assert not site.exists()


def test_no_file_is_copied_from_outside_the_content_folder(content: Path, site: Path, tmp_path: Path) -> None:
    """Neither by its path nor by a link that was put there since it was found."""
    (tmp_path / "secret").write_bytes(b"secret")
    (content / "link.jpg").symlink_to(tmp_path / "secret")
    for path in ("../secret", "link.jpg"):
        with pytest.raises(DatelineError, match="it was not copied"):
            write_outputs({"media/x": CopiedFile(path)}, content, site)
    with pytest.raises(DatelineError, match="cannot read"):
        write_outputs({"media/x": CopiedFile("gone.jpg")}, content, site)


def test_a_list_that_a_stranger_planted_removes_nothing_else(content: Path, site: Path, tmp_path: Path) -> None:
    """Paths that lead out are not believed, nor digests that do not fit."""
    site.mkdir()
    (tmp_path / "secret").write_bytes(b"secret")
    (site / "mine.html").write_bytes(b"mine")
    names = {"../secret": frozenset({digest_of(b"secret")}), "mine.html": frozenset({digest_of(b"other")})}
    (site / MANIFEST).write_bytes(write_manifest(Manifest(names)))
    assert write_outputs({}, content, site).removed == ()
    assert (tmp_path / "secret").exists()
    assert (site / "mine.html").exists()


@pytest.mark.parametrize(
    "data", [b"", b"[", b"[]", b'{"files": []}', b'{"files": {"a": 1}, "complete": true}', b"\xff"]
)
def test_a_broken_list_allows_nothing(data: bytes) -> None:
    """It is as if there were none."""
    assert read_manifest(data) == Manifest()


@given(st.dictionaries(st.text("abc/.", max_size=5), st.frozensets(st.text("0123", max_size=3))), st.booleans())
@pytest.mark.property
def test_the_list_can_be_read_again(files: dict[str, frozenset[str]], complete: bool) -> None:
    """What is written is read, but for paths that no build may write."""
    read = read_manifest(write_manifest(Manifest(files, complete)))
    assert read.complete is complete
    assert read.files.items() <= files.items()


def test_a_build_that_was_killed_orphans_nothing(content: Path, site: Path) -> None:
    """The next one knows the old files, the new ones and the one that was half-written."""
    write_outputs(FIRST, content, site)
    (site / "people/y").mkdir()
    (site / "people/y/index.html").write_bytes(b"y")
    (site / "people/.dateline-00.tmp").write_bytes(b"hal")
    old = read_manifest((site / MANIFEST).read_bytes())
    new = Manifest({path: frozenset({digest_of(b"y")}) for path in ("people/y/index.html", "index.html")})
    (site / MANIFEST).write_bytes(write_manifest(old.joined(new)))
    write_outputs({"feed.xml": b"f"}, content, site)
    assert tree(site) == {"feed.xml": b"f"}
    assert read_manifest((site / MANIFEST).read_bytes()).complete


def is_possible(outputs: dict[str, bytes]) -> bool:
    """Whether no file is a folder too."""
    return not any(path.startswith(f"{other}/") for path in outputs for other in outputs)


PATHS = st.sampled_from(["a", "b", "b/a", "b/c", "b/c/a", "d/index.html"])
BUILDS = st.lists(st.dictionaries(PATHS, st.binary(max_size=2)).filter(is_possible), max_size=4)


@given(BUILDS)
@pytest.mark.property
def test_the_folder_holds_the_last_build_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, builds: list[dict[str, bytes]]
) -> None:
    """Whatever was built before, in whatever order."""
    site = tmp_path_factory.mktemp("site")
    for outputs in builds:
        write_outputs(outputs, site, site)
        assert tree(site) == outputs


def test_files_have_the_rights_that_the_user_gives_to_new_files(content: Path, site: Path) -> None:
    """A web server must be able to read them."""
    write_outputs(FIRST, content, site)
    plain = site / "plain"
    plain.touch()
    assert (site / "index.html").stat().st_mode == plain.stat().st_mode


def test_a_file_in_the_place_of_the_output_folder_is_told(content: Path, site: Path) -> None:
    """What the system says is in the sentence."""
    site.write_bytes(b"")
    with pytest.raises(DatelineError, match="cannot write"):
        write_outputs(FIRST, content, site)


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    """What an author has written stays."""
    file = tmp_path / "articles/a.md"
    write_new(file, "first\n")
    with pytest.raises(DatelineError, match="is there already"):
        write_new(file, "second\n")
    assert file.read_bytes() == b"first\n"
    with pytest.raises(DatelineError, match="cannot write"):
        write_new(tmp_path / "articles" / ("x" * 300), "")
