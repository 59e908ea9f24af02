"""Turn the files that were found, and how the last build saw them, into which are the same, and texts of the rest."""

from collections.abc import Iterable, Mapping

from dateline.publishing.codec import stamp
from dateline.publishing.kept import Seen
from dateline.publishing.sources import FoundFile, read_file

_FRESH = 2_000_000_000
"""Nanoseconds within which a file may change twice and bear the same time: one so young is read again."""


def is_settled(changed: int, now: int) -> bool:
    """Return whether a file of this time cannot change any more without getting another; both in nanoseconds."""
    return now - changed > _FRESH


class Look:
    """One look at the texts of a content folder: each file is read once at most, and only when it has to be."""

    def __init__(self, found: Mapping[str, FoundFile], before: Mapping[str, Seen], now: int) -> None:
        """Take the files by path, how the last build saw them, and the present moment, in nanoseconds."""
        self._found = found
        self._before = before
        self._now = now
        self._data: dict[str, bytes] = {}
        self.seen: dict[str, Seen] = {}
        """What this look has seen so far, by path."""

    def texts(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        """Return those of the files at these paths that there are. Raises DatelineError where one cannot be read."""
        wanted = [path for path in paths if path in self._found]
        for path in wanted:
            if path not in self._data:
                self._data[path] = read_file(self._found[path].file)
                self.note(path, stamp(self._data[path]))
        return {path: self._data[path] for path in wanted}

    def has_read(self, path: str) -> bool:
        """Return whether the text of a file is at hand."""
        return path in self._data

    def note(self, path: str, digest: bytes) -> None:
        """Note what a file holds, by the digest of it."""
        file = self._found[path]
        self.seen[path] = Seen(file.size, file.changed if is_settled(file.changed, self._now) else 0, digest)

    def is_same(self, path: str) -> bool:
        """Return whether a file holds what the last build read in it."""
        file, old = self._found[path], self._before.get(path)
        if old is None:
            return False
        if path not in self.seen:
            if (file.size, file.changed) == (old.size, old.changed):
                self.seen[path] = old
            else:
                self.texts([path])
        return self.seen[path].digest == old.digest
