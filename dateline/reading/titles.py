"""Find the title of a text that has none in its header."""

import re

from dateline.model.text import Passage, join_passages
from dateline.reading.event_headings import is_event_heading
from dateline.reading.markdown import Tokens, parse_markdown
from dateline.reading.nodes import cut_passage

_OPENING_MARKS = re.compile(r"[ \t]*#{1,6}")
_CLOSING_MARKS = re.compile(r"[ \t]+#+[ \t]*$")


def take_heading(body: Passage) -> tuple[Passage, Passage] | None:
    """Return the heading that serves as a text's title, and the text without it; None where there is none.

    It is the heading with which the text begins or, else, the first one of the highest level (`# Title`), and none
    that tells of an event. What is left keeps its places in the file.
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
        if token.type != "heading_open" or token.level or token.map is None or is_event_heading(tokens, index):
            continue
        if index == 0 or token.tag == "h1":
            return token.map[0], token.map[1]
    return None


def _read_heading(lines: list[str], first: int, end: int, body: Passage) -> Passage:
    opening = _OPENING_MARKS.match(lines[first])
    text = "\n".join(lines[first : end if opening else end - 1])
    if opening:
        text = _CLOSING_MARKS.sub("", text)
    start = sum(len(line) + 1 for line in lines[:first])
    marks = opening.end() if opening else 0
    heading = cut_passage(body.cut(start + marks, start + len(text)))
    return Passage(heading.text.replace("\n", " "), heading.source_map)


def _cut_lines(body: Passage, lines: list[str], first: int, end: int) -> Passage:
    start = sum(len(line) + 1 for line in lines[:first])
    stop = min(start + sum(len(line) + 1 for line in lines[first:end]), len(body.text))
    tail = body.cut(stop, len(body.text))
    return join_passages(body.cut(0, start), tail) if start else tail
