"""Turn staged files into files of the site by renaming them, and remove files with the folders that they empty."""

# os.rename and string paths: pathlib doubles the time of placing ten thousand files.
# ruff: noqa: PTH104, PTH105, PTH106, PTH108

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from dateline.publishing.staging import Staged
from dateline.publishing.standing import below


def place(output: Path, staging: Path, new: Iterable[Staged], folders: set[str]) -> None:
    """Move files to their places; a folder that the site has not yet is moved with all that was staged in it.

    The files come in the order of their paths. `folders` are those that are known to be there. Raises OSError.
    """
    there = set(folders)
    moved: str | None = None
    for item in new:
        if moved and item.path.startswith(moved):
            continue
        missing = _first_missing(output, item.path, there)
        if missing:
            os.rename(f"{staging}/{missing}", f"{output}/{missing}")
            moved = f"{missing}/"
        else:
            os.replace(item.temporary, f"{output}/{item.path}")


def remove(output: Path, paths: Iterable[str]) -> None:
    """Remove files, and the folders that are empty then. Raises OSError where a file cannot be removed."""
    for path in paths:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(f"{output}/{path}")
        # A folder that is not empty stays, and so do those above it.
        with contextlib.suppress(OSError):
            while path := path.rpartition("/")[0]:
                os.rmdir(f"{output}/{path}")


def remove_folder(output: Path, folder: str) -> None:
    """Remove a folder that holds empty folders alone. Raises OSError where it holds more, or is not there."""
    inside = [path for path, _ in below(output, folder)]
    for path in (*reversed(inside), folder):
        os.rmdir(f"{output}/{path}")


def _first_missing(output: Path, path: str, there: set[str]) -> str:
    """The outermost folder above a path that is not there; empty where all are."""
    if path.rpartition("/")[0] in there:
        return ""
    parts = path.split("/")[:-1]
    for number in range(len(parts)):
        folder = "/".join(parts[: number + 1])
        if folder not in there and not os.path.lexists(f"{output}/{folder}"):
            return folder
        there.add(folder)
    return ""
