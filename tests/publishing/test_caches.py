"""Each site has a folder of its own for what is remembered of it."""

from pathlib import Path

import pytest
from platformdirs import user_cache_path

from dateline.publishing.caches import memory_folder


def test_a_folder_for_each_pair_of_content_and_output(tmp_path: Path) -> None:
    """Two sites never share one, nor do the two folders stand for each other."""
    one, two = tmp_path / "one", tmp_path / "two"
    folders = {memory_folder(content, output, tmp_path) for content in (one, two) for output in (one, two)}
    assert len(folders) == 4
    assert {folder.parent for folder in folders} == {tmp_path / "sites"}


def test_however_a_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the working folder, or through a link."""
    (tmp_path / "content").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    names = (tmp_path / "content", Path("content"), Path("content/../content"), Path("link"))
    assert len({memory_folder(name, Path("site"), tmp_path) for name in names}) == 1


def test_the_users_own_folder_unless_another_is_named(tmp_path: Path) -> None:
    """And nothing is made."""
    assert memory_folder(tmp_path, tmp_path).parent == user_cache_path("dateline", appauthor=False) / "sites"
    assert not memory_folder(tmp_path, tmp_path, tmp_path / "cache").exists()
    assert not (tmp_path / "cache").exists()


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    """Any bytes will do."""
    assert memory_folder(tmp_path / "\udcff", tmp_path, tmp_path) != memory_folder(tmp_path / "?", tmp_path, tmp_path)
