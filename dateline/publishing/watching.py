"""Turn folders into a fingerprint that changes when anything in them does."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dateline.publishing.sources import is_ignored

Fingerprint = Mapping[str, tuple[int, int]]
"""Path, and the time of the last change (nanoseconds) and the size (bytes) of each file."""


def fingerprint(folders: Iterable[Path]) -> Fingerprint:
    """Return the fingerprint of all files that a build may read; a folder that is missing adds nothing."""
    seen: dict[str, tuple[int, int]] = {}
    for top in folders:
        for folder, below, names in os.walk(top):
            below[:] = sorted(name for name in below if not is_ignored(name))
            for name in names:
                if not is_ignored(name):
                    _add(seen, Path(folder, name))
    return seen


@dataclass(slots=True)
class Watch:
    """Says when a change has settled: a look apart, nothing has changed again.

    The last save always counts: whatever changes while a build runs is seen at the next look.
    """

    folders: tuple[Path, ...]
    _built: Fingerprint = field(init=False)
    _last: Fingerprint = field(init=False)

    def __post_init__(self) -> None:
        self._built = self._last = fingerprint(self.folders)

    def has_settled(self) -> bool:
        """Look, and return whether there is a change, whole and not told before."""
        now = fingerprint(self.folders)
        settled = now == self._last and now != self._built
        self._last = now
        if settled:
            self._built = now
        return settled


def _add(seen: dict[str, tuple[int, int]], file: Path) -> None:
    # A file may go between the listing and the look.
    try:
        state = file.stat()
    except OSError:
        return
    seen[str(file)] = (state.st_mtime_ns, state.st_size)
