"""A file is there whole or not at all."""

from pathlib import Path

import pytest

from dateline.publishing.whole_files import replace_file


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    """The name under which it was written is gone."""
    file = tmp_path / "a.html"
    file.write_bytes(b"old")
    replace_file(file, b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.html", b"new")]


def test_what_cannot_be_replaced_stays(tmp_path: Path) -> None:
    """A folder in the way is no file to write."""
    (tmp_path / "a.html").mkdir()
    with pytest.raises(OSError, match=r"a\.html"):
        replace_file(tmp_path / "a.html", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
