"""Turn the address of an archived copy into a line of the file that cites its source; every other byte stays."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from dateline.model.dataclass import dataclass
from dateline.model.problem import DatelineError
from dateline.model.text import Place
from dateline.publishing.headers import newline_of, offset_of, quoted, read_header
from dateline.reading.nodes import ListNode, Node, TableNode, TextNode, to_plain

_REST_OF_LINE = re.compile(r"[^\r\n]*")
_TOML = re.compile(r"\ufeff?\s*\+\+\+")


def note_archives(file: Path, archives: Mapping[Place, str]) -> None:
    """Write the addresses of archived copies into a file, each to the source whose address stands at this place.

    Raises DatelineError, and then leaves the file as it was.
    """
    try:
        data = file.read_bytes()
        for place, archive in sorted(archives.items(), reverse=True):  # what stands below does not move what is above
            data = add_archive(data, place, archive)
        file.write_bytes(data)
    except OSError as error:
        raise DatelineError(f"cannot write to '{file}': {error.strerror}") from error
    except ValueError as error:
        raise DatelineError(f"cannot note archived copies in '{file}': {error}; write them there by hand") from error


def add_archive(data: bytes, place: Place, archive: str) -> bytes:
    """Return a file with `archive:` added to the source whose web address stands at this place.

    In a table on one line it follows the address, else it gets a line after that of the address. Raises ValueError
    where the file is not UTF-8, where no such table is, or where there is no safe place in it.
    """
    text = data.decode("utf-8")
    header, body = read_header(data)
    found = next((each for each in _tables(header) if each.url.place == place), None)
    if found is None:
        raise ValueError("a source is no table of keys and values")
    offset, inserted = _insertion(text, found, archive)
    changed = (text[:offset] + inserted + text[offset:]).encode()
    expected: Any = to_plain(header)
    table = expected
    for step in found.way:
        table = table[step]
    table["archive"] = archive
    if any(entry.key == "archive" for entry in found.table.entries) or not _says(changed, expected, body):
        raise ValueError("its header leaves no safe place")
    return changed


def _says(data: bytes, header: object, body: str) -> bool:
    """Whether a file says this, and nothing else."""
    try:
        found, rest = read_header(data)
    except ValueError:
        return False
    return (to_plain(found), rest) == (header, body)


@dataclass(frozen=True, slots=True)
class _Found:
    """A table with a `url`."""

    table: TableNode
    key: Place
    """Where the key stands."""
    url: TextNode = field(repr=False)
    way: tuple[str | int, ...]
    """The keys and numbers that lead to the table."""


def _tables(node: Node, way: tuple[str | int, ...] = ()) -> Iterator[_Found]:
    if isinstance(node, ListNode):
        for number, item in enumerate(node.nodes):
            yield from _tables(item, (*way, number))
    elif isinstance(node, TableNode):
        for entry in node.entries:
            if entry.key == "url" and isinstance(entry.node, TextNode):
                yield _Found(node, entry.place, entry.node, way)
            yield from _tables(entry.node, (*way, entry.key))


def _insertion(text: str, found: _Found, archive: str) -> tuple[int, str]:
    """Where in the text something is to be inserted, and what."""
    is_toml = bool(_TOML.match(text))
    name = "archive =" if is_toml else "archive:"
    if text[offset_of(text, found.table.place)] == "{":
        end = offset_of(text, found.url.source_map.locate(len(found.url.text) - 1)) + 1
        end += text[end : end + 1] in ("'", '"')
        return end, f", {name} {quoted(archive)}"
    rest = _REST_OF_LINE.match(text, offset_of(text, found.key))
    assert rest is not None, "the pattern matches nothing too"  # noqa: S101
    indent = " " * (found.key.column - 1)
    value = archive if found.url.plain and not is_toml else quoted(archive)
    return rest.end(), f"{newline_of(text)}{indent}{name} {value}"
