"""Split a Markdown file into its header, as a table of nodes, and its body."""

import re
from collections.abc import Iterator
from importlib import import_module

from dateline.model.dataclass import dataclass
from dateline.model.problem import Code, Location, Problem
from dateline.model.text import Passage, Place, map_lines
from dateline.reading.header_faults import BrokenHeaderError, Repeated
from dateline.reading.lines import Lines
from dateline.reading.nodes import TableNode
from dateline.reading.plain_headers import read_plain
from dateline.reading.toml import TomlFaultError, parse_toml

_START = Place(1, 1)
_YAML = "dateline.reading.yaml_headers"
_YAML_OPENING = re.compile(r"\n*---[ \t]*\n")
_YAML_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_TOML_OPENING = re.compile(r"\n*\+\+\+[ \t]*\n")
_TOML_CLOSING = re.compile(r"^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE)
_LOOKS_LIKE_YAML = re.compile(r"\s*(?:#[^\n]*\n\s*)*[\w-]+:(?:\s|\Z)")


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file: its header and its body."""

    header: TableNode
    body: Passage
    is_broken: bool = False
    """Whether the header could not be read; then it is empty, and nothing should be missed in it."""


def split_document(text: str, file: str) -> tuple[Document, tuple[Problem, ...]]:
    """Return the header and body of a Markdown file, and what is wrong with its header.

    A header stands at the very top, as YAML between lines of `---` or as TOML between lines of `+++`; a file may
    have none. Its values stay text, each with its place. Lines of the body count from the top of the file.
    """
    lines = Lines(text)
    try:
        start, end, body_start = _find_header(text)
        header, repeated = _read_header(text, start, end, lines)
    except BrokenHeaderError as fault:
        body = _cut_body(text, _find_body(text), lines)
        problem = Problem(Code.FRONT_MATTER_BROKEN, str(fault), Location.at(file, fault.place), fault.hint)
        return Document(TableNode((), _START), body, is_broken=True), (problem,)
    return Document(header, _cut_body(text, body_start, lines)), tuple(_tell_repeated(repeated, file))


def _find_header(text: str) -> tuple[int, int, int]:
    """Return where the header begins and ends, and where the body begins: offsets into the text."""
    for opening, closing, fence in ((_YAML_OPENING, _YAML_CLOSING, "---"), (_TOML_OPENING, _TOML_CLOSING, "+++")):
        begin = opening.match(text)
        if not begin:
            continue
        end = closing.search(text, begin.end())
        if end:
            return begin.end(), end.start(), end.end()
        if fence == "+++" or _LOOKS_LIKE_YAML.match(text, begin.end()):
            line = begin[0].count("\n")
            hint = f"close it with a line that holds only {fence}"
            raise BrokenHeaderError("the header is opened here and not closed", Place(line, 1), hint)
    return 0, 0, 0


def _find_body(text: str) -> int:
    """Return where the body of a file with a broken header begins."""
    try:
        return _find_header(text)[2]
    except BrokenHeaderError:
        return len(text)


def _cut_body(text: str, start: int, lines: Lines) -> Passage:
    body = text[start:]
    place = lines.place(start)
    return Passage(body, map_lines(body, place.line) if place.column == 1 else lines.point(start))


def _read_header(text: str, start: int, end: int, lines: Lines) -> tuple[TableNode, tuple[Repeated, ...]]:
    if start == end:
        return TableNode((), _START), ()
    if not text.lstrip("\n").startswith("+++"):
        plain = read_plain(text[start:end], start, lines)
        return (plain, ()) if plain else _read_yaml(text, start, end, lines)
    try:
        return parse_toml(text[start:end], start, lines), ()
    except TomlFaultError as fault:
        raise BrokenHeaderError(f"the header is not TOML: {fault}", fault.place, "see toml.io") from None


def _read_yaml(text: str, start: int, end: int, lines: Lines) -> tuple[TableNode, tuple[Repeated, ...]]:
    # Most headers are plain, and the parser of YAML takes 30 ms to import.
    read: tuple[TableNode, tuple[Repeated, ...]] = import_module(_YAML).read_yaml(text, start, end, lines)
    return read


def _tell_repeated(repeated: tuple[Repeated, ...], file: str) -> Iterator[Problem]:
    for key, place, first in repeated:
        message = f"the key '{key}' stands here a second time; the first is on line {first.line}"
        yield Problem(Code.FRONT_MATTER_BROKEN, message, Location.at(file, place), "keep one of the two")
