"""Join a file of data from the pieces that stand in the one that the last build wrote and from those that differ."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field

from dateline.model.dataclass import dataclass
from dateline.publishing.codec import pack, unpack
from dateline.publishing.manifest import digest_of
from dateline.rendering.exports.pieces import Piece, Reads

Index = list[tuple[bytes, int]]
"""The key of each piece (empty: it is made each time) and its length in bytes, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A file of data that the last build wrote."""

    index: bytes
    """Its index, packed."""
    digest: str
    """SHA-256, in hexadecimal."""
    read: Callable[[], bytes]
    """Reads all of it, whatever it holds by now. Raises OSError."""


@dataclass(slots=True)
class Joint:
    """A file of data that is joined from pieces."""

    pieces: Callable[[], Iterable[Piece]]
    reads: Callable[[], Reads]
    last: Standing | None
    made: Index = field(default_factory=list)
    """Of what was joined last."""

    @property
    def index(self) -> bytes:
        """What is to be remembered of the file once it is joined."""
        return pack(self.made)

    def parts(self) -> Iterator[bytes | memoryview]:
        """Return the pieces in order: what stands in the last file as it is to be is copied, the rest is made."""
        standing, reads = _standing(self.last), self.reads()
        self.made.clear()
        for piece in self.pieces():
            key = piece.key(reads) if piece.key else b""
            part = standing.get(key)
            if part is None:
                part = memoryview(piece.make())
            self.made.append((key, len(part)))
            yield part


def _standing(last: Standing | None) -> dict[bytes, memoryview]:
    """What stands in the last file, by its key; nothing where that file is not as it was written."""
    if last is None:
        return {}
    try:
        data, index = last.read(), unpack(last.index, Index)
    except (OSError, ValueError):
        return {}
    if digest_of(data) != last.digest:
        return {}
    found, start, view = dict[bytes, memoryview](), 0, memoryview(data)
    for key, length in index:
        found[key] = view[start : start + length]
        start += length
    found.pop(b"", None)
    return found
