"""Keep many byte strings in few files, and notice when one of them is not what was put there.

The files, called segments, lie in one folder. They only ever grow, and each is written by one process; what stands
in one is found again by its pointer. A segment that is gone, cut short or garbled costs the byte strings in it, and
nothing else: they are as good as never kept.
"""

import contextlib
import os
import re
import secrets
import sys
import threading
from collections import Counter
from collections.abc import Collection, Mapping
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self
from zlib import crc32

GRACE = 3600.0
"""How much older than the newest segment one has to be before it is swept away, in seconds."""

_NAME = re.compile(r"segment-([0-9a-f]{16})\.bin")
_BITS = 64
_BUFFER = 1 << 20  # bytes
_MOST_OPEN = 128
_MANY = 64

# Windows knows no such links and pipes, and would change the ends of lines; the other systems have no such mode.
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class Pointer(NamedTuple):
    """Where a byte string is kept, and what tells it from others."""

    segment: int
    """The number of its segment, of 64 bits: a random one, in the name of the file."""
    offset: int
    """In bytes, from 0."""
    length: int
    """In bytes."""
    check: int
    """Its CRC-32."""


class SegmentWriter:
    """Writes byte strings into a segment of its own, which is there from the first of them on.

    Several may write into one folder at once. A process that was forked from one with a writer may go on with it,
    in another segment. What was appended can be read once it is flushed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = -1
        self._segment = 0
        self._process = 0
        self._end = 0
        self._waiting: list[bytes] = []
        self._waiting_length = 0

    def append(self, data: bytes) -> Pointer:
        """Keep a byte string and return its pointer. Raises OSError where nothing can be written."""
        if self._file < 0 or self._process != os.getpid():
            self._begin()
        pointer = Pointer(self._segment, self._end, len(data), crc32(data))
        self._waiting.append(data)
        self._waiting_length += len(data)
        self._end += len(data)
        if self._waiting_length >= _BUFFER:
            self.flush()
        return pointer

    def flush(self) -> None:
        """Write what waits to be written.

        Raises OSError where that cannot be; what waited is lost then, and what follows goes into another segment.
        """
        if self._process != os.getpid():
            return
        data, self._waiting, self._waiting_length = b"".join(self._waiting), [], 0
        try:
            _write(self._file, data)
        except BaseException:
            self._end_file()
            raise

    def close(self) -> None:
        """Flush, and let go of the file; what is appended later goes into another segment. Raises OSError."""
        try:
            self.flush()
        finally:
            self._end_file()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _begin(self) -> None:
        # A forked process shares the file with its parent, which writes what waits.
        self._end_file()
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        segment = secrets.randbits(_BITS)
        self._file = os.open(_path(self._folder, segment), _WRITE, 0o600)
        self._segment, self._process, self._end = segment, os.getpid(), 0

    def _end_file(self) -> None:
        file, self._file, self._process = self._file, -1, 0
        self._waiting, self._waiting_length = [], 0
        if file >= 0:
            os.close(file)


class SegmentReader:
    """Reads byte strings back, from any thread, and from a process that was forked from one with a reader.

    It keeps 128 files open at most; those beyond are opened for each byte string.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[int, int] = {}

    def read(self, pointer: Pointer) -> bytes | None:
        """Return what a pointer leads to; None where it cannot be had as it was put there."""
        file = self._open.get(pointer.segment)
        try:
            return self._open_and_read(pointer) if file is None else _read(file, pointer)
        except OSError:
            return None

    def close(self) -> None:
        """Let go of the files; they are opened again when something is read."""
        while self._open:
            with contextlib.suppress(KeyError, OSError):
                os.close(self._open.popitem()[1])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _open_and_read(self, pointer: Pointer) -> bytes | None:
        file = os.open(_path(self._folder, pointer.segment), _READ)
        # Two threads may have opened the same segment at once: the first one's file is kept.
        if len(self._open) < _MOST_OPEN and self._open.setdefault(pointer.segment, file) == file:
            return _read(file, pointer)
        try:
            return _read(file, pointer)
        finally:
            os.close(file)


def sweep(folder: Path, wanted: Collection[int], grace: float = GRACE) -> None:
    """Remove the segments whose numbers are not wanted; those that cannot be removed stay.

    Left alone are those that were last written less than `grace` seconds before the newest one of the folder:
    another build may be writing them, or be about to say that it wants them. One that took longer loses what it
    kept, and nothing else.
    """
    found = _segments(folder)
    newest = max((status.st_mtime for status in found.values()), default=0.0)
    for segment, status in found.items():
        if segment not in wanted and newest - status.st_mtime >= grace:
            with contextlib.suppress(OSError):
                _path(folder, segment).unlink()


def compact(folder: Path, wanted: Collection[Pointer]) -> Mapping[Pointer, Pointer]:
    """Copy what is wanted of the segments that hold little of it into a new one; return its old pointers and new ones.

    Little is less than half of the bytes. Where more than 64 segments hold what is wanted, the smaller half of
    them is copied too, so that they stay few. The old segments stay until they are swept away. Nothing is
    returned of what cannot be read, nor anything where nothing can be written.
    """
    chosen = _worth_copying(folder, wanted)
    moved: dict[Pointer, Pointer] = {}
    try:
        with SegmentReader(folder) as reader, SegmentWriter(folder) as writer:
            for pointer in sorted({pointer for pointer in wanted if pointer.segment in chosen}):
                data = reader.read(pointer)
                if data is not None:
                    moved[pointer] = writer.append(data)
    except OSError:
        return {}
    return moved


def _worth_copying(folder: Path, wanted: Collection[Pointer]) -> frozenset[int]:
    """The segments to copy, of those that hold something wanted."""
    lengths: Counter[int] = Counter()
    for segment, _, length, _ in wanted:
        lengths[segment] += length
    sizes = {segment: status.st_size for segment, status in _segments(folder).items() if segment in lengths}
    sparse = {segment for segment, size in sizes.items() if lengths[segment] * 2 < size}
    smallest = sorted(sizes, key=lambda segment: (sizes[segment], segment))
    return frozenset(sparse.union(smallest[: len(sizes) // 2] if len(sizes) > _MANY else ()))


def _segments(folder: Path) -> dict[int, os.stat_result]:
    """The segments of a folder, by number; links are none."""
    found: dict[int, os.stat_result] = {}
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            name = _NAME.fullmatch(entry.name)
            with contextlib.suppress(OSError):
                if name and entry.is_file(follow_symlinks=False):
                    found[int(name[1], 16)] = entry.stat(follow_symlinks=False)
    return found


def _path(folder: Path, segment: int) -> Path:
    return folder / f"segment-{segment:016x}.bin"


def _write(file: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]


def _read(file: int, pointer: Pointer) -> bytes | None:
    # A garbled pointer may ask for more bytes than memory holds.
    if min(pointer) < 0 or pointer.offset + pointer.length > os.fstat(file).st_size:
        return None
    data = _read_at(file, pointer.length, pointer.offset)
    return data if len(data) == pointer.length and crc32(data) == pointer.check else None


if sys.platform == "win32":
    _turn = threading.Lock()

    def _read_at(file: int, length: int, offset: int) -> bytes:
        with _turn:
            os.lseek(file, offset, os.SEEK_SET)
            return os.read(file, length)

else:

    def _read_at(file: int, length: int, offset: int) -> bytes:
        return os.pread(file, length, offset)
