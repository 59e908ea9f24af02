"""Files below a folder are told of as the system tells of them."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from dateline.publishing.status import Ask, asking_below, from_folder, from_root

WAYS = [from_root, *([from_folder] if os.stat in os.supports_dir_fd else []), asking_below]


@pytest.mark.parametrize("asking", WAYS)
def test_what_the_system_says_is_told(tmp_path: Path, asking: Callable[[Path], AbstractContextManager[Ask]]) -> None:
    """Of files and folders, and by an error of what is not there."""
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/ü.html").write_text("text")
    with asking(tmp_path) as ask:
        for path in ("a/b/ü.html", "a/b", "a"):
            assert ask(path) == (tmp_path / path).lstat()
        for gone in ("b", "a/b/c", "a/b/ü.html/c"):
            with pytest.raises(OSError, match=gone.rpartition("/")[2]):
                ask(gone)


@pytest.mark.skipif(os.name == "nt", reason="links need leave there")
@pytest.mark.parametrize("asking", WAYS)
def test_links_are_not_followed(tmp_path: Path, asking: Callable[[Path], AbstractContextManager[Ask]]) -> None:
    """Not even those that lead to a file of the folder."""
    (tmp_path / "one").write_text("text")
    (tmp_path / "link").symlink_to("one")
    with asking(tmp_path) as ask:
        assert ask("link") == (tmp_path / "link").lstat() != ask("one")


@pytest.mark.parametrize("asking", WAYS)
def test_a_missing_folder_is_told(tmp_path: Path, asking: Callable[[Path], AbstractContextManager[Ask]]) -> None:
    """When the first path below it is asked for at the latest."""
    with pytest.raises(OSError, match="gone"), asking(tmp_path / "gone") as ask:
        ask("one")
