"""Turn a state into bytes, and say where in them its parts are, so that one is read without the others."""

import os
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar
from zlib import crc32

from dateline.model.dataclass import dataclass
from dateline.publishing.codec import as_packed, pack, unpack
from dateline.publishing.keeping import LostError
from dateline.publishing.kept import State

T = TypeVar("T")


class Part(NamedTuple):
    """Where a value is packed."""

    offset: int
    """In bytes, from 0."""
    length: int
    """In bytes."""
    check: int
    """Its CRC-32."""


@dataclass(frozen=True, slots=True)
class StateParts:
    """Where the parts of a state are in its bytes."""

    articles: tuple[Part, ...]
    """In the order of the state."""
    entities: Part
    pages: Part


def pack_in_parts(state: State) -> tuple[bytes, StateParts]:
    """Return the bytes that `pack` makes of a state, and where in them its parts are. Raises UnkeepableError."""
    articles = [pack(article) for article in state.articles.values()]
    entities, pages = pack(state.entities), pack(state.pages)
    whole = pack(
        replace(
            state,
            articles=dict(zip(state.articles, map(as_packed, articles), strict=True)),
            entities=as_packed(entities),
            pages=as_packed(pages),
        )
    )
    return whole, _find_parts(whole, articles, entities, pages)


def _find_parts(whole: bytes, articles: list[bytes], entities: bytes, pages: bytes) -> StateParts:
    """Where these bytes are; that the same stand elsewhere as well does no harm."""
    found, end = [], 0
    for data in articles:
        found.append(_part(whole, data, end))
        end = found[-1].offset + found[-1].length
    return StateParts(tuple(found), _part(whole, entities, end), _part(whole, pages, end))


def _part(whole: bytes, data: bytes, start: int) -> Part:
    return Part(whole.index(data, start), len(data), crc32(data))


class PartReader:
    """Reads parts of a state out of the file in which it is kept."""

    def __init__(self, file: Path, start: int) -> None:
        """Open the file, in which the bytes of the state begin at `start`. Raises OSError."""
        self._start = start
        self._file = file.open("rb")

    def read(self, part: Part, kind: type[T]) -> T:
        """Return the value of a part. Raises LostError where it is not what was kept there, OSError."""
        self._file.seek(self._start + part.offset, os.SEEK_SET)
        data = self._file.read(part.length)
        if crc32(data) != part.check:
            raise LostError
        try:
            return unpack(data, kind)
        except ValueError:
            raise LostError from None

    def begins_with(self, data: bytes) -> bool:
        """Return whether the file begins with these bytes. Raises OSError."""
        self._file.seek(0)
        return self._file.read(len(data)) == data

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
