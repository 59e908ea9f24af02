"""Seeing that sources have changed."""

import os
from pathlib import Path

from dateline.publishing.watching import Watch, fingerprint


def test_a_change_is_told_once_it_has_settled(tmp_path: Path) -> None:
    """First it is seen, then it is whole, then it is told, once."""
    watch = Watch((tmp_path,))
    assert not watch.has_settled()
    (tmp_path / "a.md").write_text("half", encoding="utf-8")
    assert not watch.has_settled()
    (tmp_path / "a.md").write_text("all of it", encoding="utf-8")
    assert not watch.has_settled()
    assert watch.has_settled()
    assert not watch.has_settled()


def test_a_removed_and_an_old_file_are_changes(tmp_path: Path) -> None:
    """A file that is moved here keeps its old date."""
    (tmp_path / "a.md").write_text("a", encoding="utf-8")
    watch = Watch((tmp_path,))
    (tmp_path / "a.md").unlink()
    assert [watch.has_settled(), watch.has_settled()] == [False, True]
    (tmp_path / "b.md").write_text("b", encoding="utf-8")
    os.utime(tmp_path / "b.md", (0, 0))
    assert [watch.has_settled(), watch.has_settled()] == [False, True]


def test_hidden_files_and_broken_links_are_not_looked_at(tmp_path: Path) -> None:
    """An editor's own files build nothing."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/index").touch()
    (tmp_path / "a.md~").touch()
    (tmp_path / "b.md").symlink_to(tmp_path / "gone")
    assert fingerprint((tmp_path, tmp_path / "missing")) == {}
