"""What stands in the output folder."""

from pathlib import Path

import pytest

from dateline.publishing.standing import below, folders_above, look_at


@pytest.mark.parametrize("many", [0, 20])
def test_files_folders_and_links_are_told_apart(tmp_path: Path, many: int) -> None:
    """Be the folder listed as one, or each of a few paths asked for."""
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/page").write_bytes(b"four")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    (tmp_path / "unasked").write_bytes(b"")
    more = [f"more{number}/page" for number in range(many)]
    standing = look_at(tmp_path, ["a/b/page", "a/gone", "a/b/page/below", "link/b/page", "gone/page", *more])
    assert standing.files == {"a/b/page": (4, (tmp_path / "a/b/page").stat().st_mtime_ns)}
    assert standing.folders == {"", "a", "a/b"}
    assert standing.others == {"link"}


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    """Not even itself."""
    assert look_at(tmp_path / "gone", ["a"]).folders == set()


def test_what_cannot_be_asked_for_is_named_whole(tmp_path: Path) -> None:
    """From the folder that the user has named, however the system was asked."""
    path = "x" * 300
    with pytest.raises(OSError, match="xxx") as raised:
        look_at(tmp_path, [path])
    assert raised.value.filename == f"{tmp_path}/{path}"


def test_the_folders_above_are_all_of_them() -> None:
    """Without the root, and without the paths themselves."""
    assert folders_above(["a/b/c", "a/x", "y"]) == {"a", "a/b"}


def test_what_is_below_comes_after_its_folder(tmp_path: Path) -> None:
    """Links are named, and not followed."""
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/c").touch()
    (tmp_path / "a/link").symlink_to(tmp_path)
    assert list(below(tmp_path, "a")) == [("a/b", True), ("a/b/c", False), ("a/link", False)]
    assert list(below(tmp_path, "", deep=False)) == [("a", True)]
