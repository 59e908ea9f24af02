"""Turn TOML into a table whose keys and values know where they stand in the file.

`tomllib` reads the values and refuses what is wrong; it has no places. A second, lenient look at the same text finds
those: it may take for granted that the text is valid. Strings are mapped character by character; every other
value by where it begins.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from dateline.model.text import Place, SourceMap
from dateline.reading.alignment import align_value, decode_toml
from dateline.reading.encoding import replace_controls
from dateline.reading.lines import Lines
from dateline.reading.nodes import DEEPEST_NESTING, Entry, ListNode, Node, TableNode, TextNode

_Path = tuple[str | int, ...]

_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_BLANK = re.compile(r"(?:[ \t\n,]+|#[^\n]*)*")
_KEY = re.compile(r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)""")
_DOTTED_KEY = re.compile(rf"[ \t]*{_KEY.pattern}(?:[ \t]*\.[ \t]*{_KEY.pattern})*")
_ALL_SPACE = re.compile(r"[ \t]*")
_VALUE = re.compile(
    r'"""(?:[^\\]|\\.)*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|[^,\]}\n#]+",
    re.DOTALL,
)


class TomlFaultError(ValueError):
    """A text that is no TOML; `place` is where in the file it stops to be."""

    def __init__(self, message: str, place: Place) -> None:
        super().__init__(message)
        self.place = place


def parse_toml(text: str, start: int, lines: Lines) -> TableNode:
    """Return the table that TOML describes. Raises TomlFaultError.

    The text begins at the offset `start` (in code points, from 0) of the file that `lines` knows.
    """
    first = lines.place(start)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise _explain(str(fault), text, start, lines) from None
    except RecursionError:
        raise TomlFaultError("lists and tables stand too deep in one another", first) from None
    except ValueError:
        raise TomlFaultError("a number in it is too long", first) from None
    _refuse_depth(values, first)
    return _Places(text, start, lines).table(values, (), first)


def _explain(fault: str, text: str, start: int, lines: Lines) -> TomlFaultError:
    message = _WHERE.sub("", fault)
    where = _WHERE.search(fault)
    if where is None or where[1] is None:
        return TomlFaultError(_lower_first(message), lines.place(start + len(text)))
    before = text.split("\n")[: int(where[1]) - 1]
    offset = sum(len(line) + 1 for line in before) + int(where[2]) - 1
    return TomlFaultError(_lower_first(message), lines.place(start + offset))


def _lower_first(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _refuse_depth(values: dict[str, Any], first: Place) -> None:
    level: list[Any] = [values]
    for _ in range(DEEPEST_NESTING):
        level = [inner for value in level for inner in _contents(value)]
    if level:
        raise TomlFaultError("lists and tables stand too deep in one another", first)


def _contents(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


class _Places:
    """Builds nodes from values and from what the scanner has seen of the same text."""

    def __init__(self, text: str, start: int, lines: Lines) -> None:
        self._start = start
        self._lines = lines
        self._scanner = _Scanner(text)
        self._scanner.scan()

    def table(self, values: dict[str, Any], path: _Path, place: Place) -> TableNode:
        entries = []
        for key, value in values.items():
            inner = (*path, key)
            at = self._place(inner, place)
            entries.append(Entry(key, at, self._node(value, inner, at)))
        return TableNode(tuple(entries), place)

    def _place(self, path: _Path, otherwise: Place) -> Place:
        offset = self._scanner.keys.get(path)
        return otherwise if offset is None else self._lines.place(self._start + offset)

    def _node(self, value: Any, path: _Path, place: Place) -> Node:
        begin, raw = self._scanner.values.get(path, (None, ""))
        here = place if begin is None else self._lines.place(self._start + begin)
        if isinstance(value, dict):
            return self.table(value, path, here)
        if isinstance(value, list):
            return ListNode(tuple(self._node(item, (*path, n), here) for n, item in enumerate(value)), here)
        if isinstance(value, str) and begin is not None:
            source_map = align_value(value, decode_toml(raw), self._start + begin, self._lines)
            return TextNode(replace_controls(value), source_map)
        return TextNode(_write(value), SourceMap((0,), (here,)), plain=not isinstance(value, str))


def _write(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime | time):
        return value.replace(microsecond=0).isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


class _Scanner:
    """Walks through valid TOML and notes where each key and each value begins, by the path to it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._array_lengths: dict[_Path, int] = {}
        self.keys: dict[_Path, int] = {}
        self.values: dict[_Path, tuple[int, str]] = {}

    def scan(self) -> None:
        prefix: _Path = ()
        self._skip_blank()
        while self._at < len(self._text):
            if self._text.startswith("[", self._at):
                prefix = self._scan_header()
            else:
                self._scan_pair(prefix)
            self._skip_blank()

    def _scan_header(self) -> _Path:
        is_array = self._text.startswith("[[", self._at)
        self._at += 2 if is_array else 1
        path = self._scan_key((), follow_arrays=True, is_array=is_array)
        self._at = self._text.index("]", self._at) + (2 if is_array else 1)
        return path

    def _scan_pair(self, prefix: _Path) -> None:
        path = self._scan_key(prefix)
        self._at = self._text.index("=", self._at) + 1
        self._scan_value(path)

    def _scan_key(self, path: _Path, *, follow_arrays: bool = False, is_array: bool = False) -> _Path:
        """Read a dotted key; in a table's header an array of tables stands for the last of its tables."""
        end = self._match(_DOTTED_KEY).end()
        for match in _KEY.finditer(self._text, self._at, end):
            path = (*(self._follow_array(path) if follow_arrays else path), _read_key(match[0]))
            self.keys.setdefault(path, match.start())
        self._at = end
        return self._enter_header(path, is_array=is_array) if follow_arrays else path

    def _follow_array(self, path: _Path) -> _Path:
        length = self._array_lengths.get(path)
        return path if length is None else (*path, length - 1)

    def _enter_header(self, path: _Path, *, is_array: bool) -> _Path:
        if not is_array:
            return path
        length = self._array_lengths.get(path, 0)
        self._array_lengths[path] = length + 1
        self.keys[(*path, length)] = self._text.rindex("[", 0, self._at) + 1
        return (*path, length)

    def _scan_value(self, path: _Path) -> None:
        self._at = self._match(_ALL_SPACE).end()
        begin = self._at
        opening = self._text[begin]
        if opening == "[":
            self._scan_array(path)
        elif opening == "{":
            self._scan_inline_table(path)
        else:
            self._at = self._match(_VALUE).end()
        self.values[path] = (begin, self._text[begin : self._at])

    def _scan_array(self, path: _Path) -> None:
        self._at += 1
        self._skip_blank()
        index = 0
        while not self._text.startswith("]", self._at):
            self._scan_value((*path, index))
            self._skip_blank()
            index += 1
        self._at += 1

    def _scan_inline_table(self, path: _Path) -> None:
        self._at += 1
        self._skip_blank()
        while not self._text.startswith("}", self._at):
            self._scan_pair(path)
            self._skip_blank()
        self._at += 1

    def _skip_blank(self) -> None:
        self._at = self._match(_BLANK).end()

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str]:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise AssertionError("tomllib has let a text pass that is no TOML")
        return match


def _read_key(word: str) -> str:
    return next(iter(tomllib.loads(f"{word} = 0"))) if word[0] in "\"'" else word
