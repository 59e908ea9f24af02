"""Keep, for a text that an author wrote, where each of its characters stands in the source file."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from dateline.model.dataclass import dataclass

_NEW = tuple.__new__


class Place(NamedTuple):
    """A line and a column of a source file, both from 1; columns count code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Runs of a text that stand in one piece in the source file.

    `offsets` holds the offset (in code points, from 0) at which each run starts in the text, in rising order;
    `places` where that character stands in the file.
    """

    offsets: tuple[int, ...]
    places: tuple[Place, ...]

    def locate(self, offset: int) -> Place:
        """Return where the character at this offset (from 0) of the text stands in the file."""
        run = (bisect_right(self.offsets, offset) or 1) - 1
        line, column = self.places[run]
        # The tuple's own maker: every mention has a place, and with names of fields it takes four times as long.
        return _NEW(Place, (line, column + offset - self.offsets[run]))

    def cut(self, start: int, end: int) -> "SourceMap":
        """Return the map of the characters from one offset to another."""
        runs = zip(self.offsets, self.places, strict=True)
        inside = [(offset - start, place) for offset, place in runs if start < offset < end]
        return _make_map([(0, self.locate(start)), *inside])


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as the author wrote it, in Markdown, and its place in the source file."""

    text: str
    source_map: SourceMap

    def locate(self, offset: int) -> Place:
        """Return where the character at this offset (from 0) stands in the file."""
        return self.source_map.locate(offset)

    def cut(self, start: int, end: int) -> "Passage":
        """Return the characters from one offset to another."""
        return Passage(self.text[start:end], self.source_map.cut(start, end))


def join_passages(first: Passage, *others: Passage) -> Passage:
    """Return passages as one, with nothing between them; each character keeps its place."""
    text, runs = first.text, [*zip(first.source_map.offsets, first.source_map.places, strict=True)]
    for passage in others:
        length, found = len(text), passage.source_map
        runs = [run for run in runs if run[0] < length]
        runs += [(length + offset, place) for offset, place in zip(found.offsets, found.places, strict=True)]
        text += passage.text
    return Passage(text, _make_map(runs))


def map_lines(text: str, first_line: int) -> SourceMap:
    """Return the map of a text whose lines are whole lines of the file, from this line (1-based) on."""
    starts = line_starts(text)
    return SourceMap(starts, tuple(Place(first_line + n, 1) for n in range(len(starts))))


def line_starts(text: str) -> tuple[int, ...]:
    """Return the offset, from 0, at which each line of a text starts."""
    lengths = [len(line) + 1 for line in text.split("\n")]
    return tuple(accumulate(lengths[:-1], initial=0))


def _make_map(runs: Iterable[tuple[int, Place]]) -> SourceMap:
    pairs = tuple(runs)
    return SourceMap(tuple(offset for offset, _ in pairs), tuple(place for _, place in pairs))
