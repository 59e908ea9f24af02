"""Turn the bytes of an output into a file that waits in the output folder for its place, in any process."""

# os.open and string paths: pathlib doubles the time of writing ten thousand small files.
# ruff: noqa: PTH102, PTH103, PTH120, PTH123

import hashlib
import os
from collections.abc import Iterable
from functools import lru_cache
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from dateline.model.problem import DatelineError
from dateline.publishing.manifest import digest_of, is_writable

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
_CHUNK = 1 << 16  # bytes


class Staged(NamedTuple):
    """What became of one output: small, so that a worker can hand it back."""

    path: str
    """Below the output folder, with forward slashes."""
    digest: str
    size: int
    """In bytes."""
    mtime_ns: int
    """When the waiting file was written; 0 where none was."""
    temporary: str
    """Where the file waits; empty where what stands in the output folder is the same already."""


def stage(folder: Path, path: str, data: bytes, there: str | None) -> Staged:
    """Write an output into the folder of a writing (`Writing.staging`), where it differs from what is there.

    `there` is the digest of the file that now stands at this path of the output folder; None: there is none.
    Raises DatelineError.
    """
    digest = digest_of(data)
    if digest == there:
        return Staged(path, digest, len(data), 0, "")
    temporary = _place_for(folder, path)
    try:
        descriptor = _create(temporary)
        try:
            _write(descriptor, data)
            return Staged(path, digest, len(data), os.fstat(descriptor).st_mtime_ns, temporary)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise DatelineError(f"cannot write '{folder.parent / path}': {error.strerror}") from error


def stage_copy(folder: Path, path: str, source: Path, there: str | None) -> Staged:
    """Do as `stage` with the bytes of a file, which are never held all at once. Raises DatelineError."""
    temporary = _place_for(folder, path)
    try:
        opened = source.open("rb", buffering=0)
    except OSError as error:
        raise DatelineError(f"cannot read '{source}': {error.strerror}") from error
    with opened:
        try:
            digest = _digest_of_open(opened)
            if digest == there:
                return Staged(path, digest, 0, 0, "")
            opened.seek(0)
            return _copy(opened, path, temporary)
        except OSError as error:
            raise DatelineError(f"cannot copy '{source}' to '{folder.parent / path}': {error.strerror}") from error


def stage_parts(folder: Path, path: str, parts: Iterable[bytes | memoryview], there: str | None) -> Staged:
    """Do as `stage` with bytes that come in parts, which are never held all at once. Raises DatelineError."""
    temporary = _place_for(folder, path)
    found = hashlib.sha256()
    try:
        with open(_create(temporary), "wb", buffering=_CHUNK) as opened:
            for part in parts:
                found.update(part)
                opened.write(part)
            opened.flush()
            done = os.fstat(opened.fileno())
        if found.hexdigest() == there:
            Path(temporary).unlink()
            return Staged(path, there, done.st_size, 0, "")
    except OSError as error:
        raise DatelineError(f"cannot write '{folder.parent / path}': {error.strerror}") from error
    return Staged(path, found.hexdigest(), done.st_size, done.st_mtime_ns, temporary)


def digest_of_file(file: str) -> str:
    """Return the SHA-256 digest of what a file holds, in hexadecimal. Raises OSError."""
    with open(file, "rb", buffering=0) as opened:
        return _digest_of_open(opened)


def no_page_at(path: str) -> str:
    """Return the sentence for a path that no page may have."""
    return f"no page may be written to '{path}'; give what it is made from another name"


def _digest_of_open(opened: FileIO) -> str:
    found = hashlib.sha256()
    while chunk := opened.read(_CHUNK):
        found.update(chunk)
    return found.hexdigest()


def _copy(opened: FileIO, path: str, temporary: str) -> Staged:
    # The digest is that of the bytes that are written: the file may change while it is read.
    found = hashlib.sha256()
    descriptor = _create(temporary)
    try:
        while chunk := opened.read(_CHUNK):
            found.update(chunk)
            _write(descriptor, chunk)
        done = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    return Staged(path, found.hexdigest(), done.st_size, done.st_mtime_ns, temporary)


def _place_for(folder: Path, path: str) -> str:
    if not is_writable(path):
        raise DatelineError(no_page_at(path))
    return f"{folder}/{path}"


def _create(file: str) -> int:
    _make_folder(os.path.dirname(file))
    return os.open(file, _CREATE, 0o666)


@lru_cache(1 << 10)
def _make_folder(folder: str) -> None:
    """Make a folder of a writing, which nobody else removes while it is being filled."""
    try:
        os.mkdir(folder)
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
    except FileExistsError:
        pass


def _write(descriptor: int, data: bytes) -> None:
    written = os.write(descriptor, data)
    while written < len(data):
        # The system may take less than it is given.
        data = data[written:]
        written = os.write(descriptor, data)
