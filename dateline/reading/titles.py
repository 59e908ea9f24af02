"""Find the title of a text that has none in its header."""

import re
from collections.abc import Iterable

from dateline.model.text import Passage, Place, SourceMap
from dateline.reading.markdown import Tokens, parse_markdown
from dateline.reading.nodes import cut_passage

_OPENING_MARKS = re.compile(r"[ \t]*#{1,6}")
_CLOSING_MARKS = re.compile(r"[ \t]+#+[ \t]*$")


def take_heading(body: Passage) -> tuple[Passage, Passage] | None:
    """Return the heading that serves as a text's title, and the text without it; None where there is none.

    It is the heading with which the text begins or, else, the first one of the highest level (`# Title`). What is
    left keeps its places in the file.
    """
    found = _find_heading(parse_markdown(body))
    if found is None:
        return None
    first, end = found
    lines = body.text.split("\n")
    title = _read_heading(lines, first, end, body)
    return (title, _cut_lines(body, lines, first, end)) if title.text else None


def _find_heading(tokens: Tokens) -> tuple[int, int] | None:
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0 and token.map and (index == 0 or token.tag == "h1"):
            return token.map[0], token.map[1]
    return None


def _read_heading(lines: list[str], first: int, end: int, body: Passage) -> Passage:
    opening = _OPENING_MARKS.match(lines[first])
    text = "\n".join(lines[first : end if opening else end - 1])
    if opening:
        text = _CLOSING_MARKS.sub("", text)
    start = sum(len(line) + 1 for line in lines[:first])
    marks = opening.end() if opening else 0
    heading = _cut_map(body.source_map, start + marks, start + len(text))
    return _join(cut_passage(Passage(text[marks:], heading)))


def _join(heading: Passage) -> Passage:
    return Passage(heading.text.replace("\n", " "), heading.source_map)


def _cut_lines(body: Passage, lines: list[str], first: int, end: int) -> Passage:
    before = "".join(line + "\n" for line in lines[:first])
    start = sum(len(line) + 1 for line in lines[:end])
    after = "\n".join(lines[end:])
    head = _cut_map(body.source_map, 0, len(before))
    tail = _cut_map(body.source_map, start, len(body.text))
    return Passage(before + after, _chain(head, len(before), tail))


def _cut_map(source_map: SourceMap, start: int, end: int) -> SourceMap:
    """Return the map of the characters from one offset to another."""
    runs = zip(source_map.offsets, source_map.places, strict=True)
    inside = ((offset - start, place) for offset, place in runs if start < offset < end)
    return _make_map(((0, source_map.locate(start)), *inside))


def _chain(head: SourceMap, length: int, tail: SourceMap) -> SourceMap:
    """Return the map of a text of this length followed by another."""
    if not length:
        return tail
    runs = zip(tail.offsets, tail.places, strict=True)
    return _make_map((*zip(head.offsets, head.places, strict=True), *((offset + length, p) for offset, p in runs)))


def _make_map(runs: Iterable[tuple[int, Place]]) -> SourceMap:
    pairs = tuple(runs)
    return SourceMap(tuple(offset for offset, _ in pairs), tuple(place for _, place in pairs))
