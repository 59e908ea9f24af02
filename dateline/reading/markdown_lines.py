"""Find where the text of a block, freed of its Markdown markers, stands in the passage that it was cut from.

Each function returns runs: pairs (offset in the block's text, offset in the passage), in rising order,
in code points from 0.
"""

import re
from bisect import bisect_right
from operator import itemgetter

Runs = tuple[tuple[int, int], ...]

# What markdown-it cuts off the ends of a block's text; Python's own `strip` takes more.
_SPACE = (
    "\t\n\x0b\x0c\r \xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_LINE = re.compile(r"([^\r\n]*)(\r\n?|\n|$)")
_PIPE = re.compile(r"(?<!\\)\|")
_CONTAINERS = re.compile(r"(?:\s|>|[-+*]\s|\d{1,9}[.)]\s|\[\^[^\]\s]+\]:)*")


class Lines:
    """The lines of a passage, as CommonMark counts them (section 2.1), and where they start."""

    def __init__(self, text: str) -> None:
        found = [(match[1], match.start()) for match in _LINE.finditer(text)]
        self.texts = [line.replace("\0", "\ufffd") for line, _ in found]
        self.starts = [start for _, start in found]


def trace_paragraph(content: str, lines: Lines, first: int) -> Runs:
    """Return the runs of a paragraph or an underlined heading whose first line is this one (from 0)."""
    runs, offset, number = [], 0, first
    for line in content.split("\n"):
        words = line.lstrip(" \t").rstrip(_SPACE)
        while not lines.texts[number].rstrip(_SPACE).endswith(words):
            number += 1
        lead = len(line) - len(line.lstrip(" \t"))
        runs.append((offset + lead, lines.starts[number] + len(lines.texts[number].rstrip(_SPACE)) - len(words)))
        offset += len(line) + 1
        number += 1
    return tuple(runs)


def trace_heading(content: str, lines: Lines, number: int) -> Runs:
    """Return the one run of a heading after number signs on this line."""
    line = lines.texts[number]
    after_signs = len(line) - len(line[line.index("#") :].lstrip("#"))
    return ((0, lines.starts[number] + line.index(content, after_signs)),)


def trace_cell(content: str, lines: Lines, number: int, column: int, *, is_contained: bool) -> Runs:
    """Return the runs of a table's cell: the column (from 0) of the row on this line, in a list or quote or not."""
    line = lines.texts[number]
    edges = [0, *(match.end() for match in _PIPE.finditer(line)), len(line) + 1]
    before_first_pipe = line[: edges[1] - 1]
    column += bool(_CONTAINERS.fullmatch(before_first_pipe)) if is_contained else not before_first_pipe.strip(_SPACE)
    if not content or column + 1 >= len(edges):
        return ((0, lines.starts[number]),)
    end = len(line[: edges[column + 1] - 1].rstrip(_SPACE))
    start = lines.starts[number] + end - len(content) - content.count("|")
    # A pipe inside a cell is written with a backslash before it, which the content has lost.
    pipes = [match.start() for match in re.finditer(r"\|", content)]
    return ((0, start), *((pipe, start + pipe + n) for n, pipe in enumerate(pipes, 1)))


def trace_text(lines: Lines) -> Runs:
    """Return the runs of a text that is read as one block, all of its lines."""
    runs, offset = [], 0
    for line, start in zip(lines.texts, lines.starts, strict=True):
        runs.append((offset, start))
        offset += len(line) + 1
    return tuple(runs)


def follow(origins: Runs, length: int, runs: Runs) -> Runs:
    """Return where the runs of a content of this length stand in the passage: two steps made one."""
    if len(origins) == len(runs) == 1:
        return ((origins[0][0], runs[0][1] + origins[0][1] - runs[0][0]),)
    result: list[tuple[int, int]] = []
    for n, (index, offset) in enumerate(origins):
        end = offset + (origins[n + 1][0] if n + 1 < len(origins) else length) - index
        run = max(0, bisect_right(runs, offset, key=itemgetter(0)) - 1)
        result.append((index, runs[run][1] + offset - runs[run][0]))
        while run + 1 < len(runs) and runs[run + 1][0] < end:
            run += 1
            result.append((index + runs[run][0] - offset, runs[run][1]))
    return tuple(result)
