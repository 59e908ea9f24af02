"""Turn offsets into a file's text into lines and columns."""

from bisect import bisect_right

from dateline.model.text import Place, SourceMap, line_starts


class Lines:
    """Where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        self._starts = line_starts(text)

    def place(self, offset: int) -> Place:
        """Return the line and column of the character at this offset (in code points, from 0)."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)

    def point(self, offset: int) -> SourceMap:
        """Return the map of a text of which only the beginning is known, at this offset."""
        return SourceMap((0,), (self.place(offset),))
