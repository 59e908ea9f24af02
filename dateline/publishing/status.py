"""Turn paths below a folder into what the system says of the files there; links are not followed."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

Ask = Callable[[str], os.stat_result]
"""Returns what the system says of a path below the folder. Raises OSError."""


def asking_below(folder: Path) -> AbstractContextManager[Ask]:
    """Give what tells of files below a folder, faster than `Path.lstat`; entering it may raise OSError."""
    return from_folder(folder) if os.stat in os.supports_dir_fd else from_root(folder)


@contextmanager
def from_folder(folder: Path) -> Iterator[Ask]:
    """Ask from the folder on: a quarter of the time is saved that walking there for each file takes."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        yield partial(os.stat, dir_fd=opened, follow_symlinks=False)
    finally:
        os.close(opened)


@contextmanager
def from_root(folder: Path) -> Iterator[Ask]:
    """Ask from the root on, as can be done on any system."""
    root = f"{folder}/"
    yield lambda path: os.lstat(root + path)
