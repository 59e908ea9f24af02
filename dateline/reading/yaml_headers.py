"""Turn a header written in YAML into a table of nodes, each with its place, by the events of its parser."""

import re
from collections.abc import Sequence
from typing import Protocol

import yaml

from dateline.model.text import Place, SourceMap
from dateline.reading.alignment import Piece, align_value, decode_yaml
from dateline.reading.encoding import replace_controls
from dateline.reading.header_faults import BrokenHeaderError, Repeated
from dateline.reading.lines import Lines
from dateline.reading.nodes import DEEPEST_NESTING, Entry, ListNode, Node, TableNode, TextNode

# YAML 1.1, section 5.1: characters that may not stand in a stream at all.
_UNPRINTABLE = re.compile(r"[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_QUOTE_THE_VALUE = "put quotation marks round the whole value"
_CHECK_INDENTATION = "begin each key of one list in the same column, indented with spaces"
# What the parser says (in its two implementations), what is meant, what helps.
_YAML_FAULTS = (
    (
        "mapping values are not allowed",
        "a colon and a space stand inside a value",
        "put quotation marks round the whole value; if a key was meant, begin it in the column of the keys around it",
    ),
    ("scanning a quoted scalar", "a quotation mark is opened and not closed", "close it, or write it twice: ''"),
    ("unknown escape", "a backslash in double quotation marks begins no known escape", "use single ones"),
    ("parsing a quoted scalar", "a backslash in double quotation marks begins no known escape", "use single ones"),
    ("alias", "a value begins with '*'", _QUOTE_THE_VALUE),
    ("anchor", "a value begins with '&'", _QUOTE_THE_VALUE),
    ("tag", "a value begins with '!'", _QUOTE_THE_VALUE),
    ("flow sequence", "a list is opened with '[' and not closed", "close it with ']'"),
    ("flow mapping", "a table is opened with '{' and not closed", "close it with '}'"),
    ("simple key", "a line has no colon", "write each line as a key, a colon and a value"),
    ("block scalar", "text follows '|' or '>' on its line", "begin the text on the next line, indented"),
    ("document start", "a line is indented differently from those above it", _CHECK_INDENTATION),
    ("block collection", "a line is indented differently from those above it", _CHECK_INDENTATION),
)
_OPENED_EARLIER = ("quoted scalar", "flow sequence", "flow mapping", "simple key", "alias", "anchor", "tag")


class _Mark(Protocol):
    """A place as the parser tells it."""

    index: int


def read_yaml(text: str, start: int, end: int, lines: Lines) -> tuple[TableNode, tuple[Repeated, ...]]:
    """Return the header that stands between two offsets of a file, and which keys it repeats.

    Offsets are in code points, from 0. Raises BrokenHeaderError.
    """
    builder = _TreeBuilder(text, start, end, lines)
    return builder.build(), tuple(builder.repeated)


class _Open:
    """A list or table that is not closed yet."""

    def __init__(self, event: yaml.NodeEvent | None, place: Place) -> None:
        self.is_table = isinstance(event, yaml.MappingStartEvent)
        self.place = place
        self.nodes: list[Node] = []


class _TreeBuilder:
    """Builds nodes from the parser's events: no tag, anchor or alias, and no type but text."""

    def __init__(self, text: str, start: int, end: int, lines: Lines) -> None:
        self._header = text[start:end]
        self._start = start
        self._lines = lines
        self.repeated: list[Repeated] = []

    def build(self) -> TableNode:
        control = _UNPRINTABLE.search(self._header)
        if control:
            message = f"the header holds the control character U+{ord(control[0]):04X}"
            raise BrokenHeaderError(message, self._place(control.start()), "delete it")
        try:
            return self._build_table()
        except yaml.MarkedYAMLError as fault:
            raise self._explain(fault) from None

    def _build_table(self) -> TableNode:
        root = _Open(None, self._place(0))
        stack = [root]
        for event in yaml.parse(self._header, Loader=_LOADER):
            self._refuse_foreign(event, documents=len(root.nodes))
            if isinstance(event, yaml.ScalarEvent):
                stack[-1].nodes.append(self._build_text(event))
            elif isinstance(event, yaml.CollectionStartEvent):
                stack.append(_Open(event, self._mark(event.start_mark)))
                self._refuse_depth(stack)
            elif isinstance(event, yaml.CollectionEndEvent):
                closed = stack.pop()
                stack[-1].nodes.append(self._close(closed))
        return self._take_table(root)

    def _take_table(self, root: _Open) -> TableNode:
        if not root.nodes or root.nodes[0].is_empty:
            return TableNode((), root.place)
        table = root.nodes[0]
        if isinstance(table, TableNode):
            return table
        hint = "write each line as a key, a colon, a space and a value: title: Shootout at La Laguna"
        raise BrokenHeaderError("the header has no keys", table.place, hint)

    def _refuse_foreign(self, event: yaml.Event, *, documents: int) -> None:
        sign = _foreign_sign(event)
        if sign:
            raise BrokenHeaderError(f"a value begins with '{sign}'", self._mark(event.start_mark), _QUOTE_THE_VALUE)
        if documents and isinstance(event, yaml.DocumentStartEvent):
            raise BrokenHeaderError("a second header begins here", self._mark(event.start_mark), "keep one header")

    def _refuse_depth(self, stack: list[_Open]) -> None:
        if len(stack) > DEEPEST_NESTING:
            place = stack[-1].place
            raise BrokenHeaderError("lists and tables stand too deep in one another", place, "write it flatter")

    def _build_text(self, event: yaml.ScalarEvent) -> TextNode:
        begin, end = _index(event.start_mark), _index(event.end_mark)
        raw = self._header[begin:end]
        pieces = _read_as_it_stands(raw, event.value) or decode_yaml(raw, event.style or "", event.value)
        source_map: SourceMap = align_value(event.value, pieces, self._start + begin, self._lines)
        return TextNode(replace_controls(event.value), source_map, plain=not event.style)

    def _close(self, opened: _Open) -> Node:
        if not opened.is_table:
            return ListNode(tuple(opened.nodes), opened.place)
        entries: dict[str, Entry] = {}
        for key, node in zip(opened.nodes[::2], opened.nodes[1::2], strict=True):
            if not isinstance(key, TextNode):
                raise BrokenHeaderError("a key is a list or a table", key.place, "write a word and a colon")
            if key.text in entries:
                self.repeated.append((key.text, key.place, entries[key.text].place))
            else:
                entries[key.text] = Entry(key.text, key.place, node)
        return TableNode(tuple(entries.values()), opened.place)

    def _explain(self, fault: yaml.MarkedYAMLError) -> BrokenHeaderError:
        said = f"{fault.context or ''} {fault.problem or ''}"
        mark = fault.problem_mark or fault.context_mark
        if fault.context_mark and any(part in said for part in _OPENED_EARLIER) and "escape" not in said:
            mark = fault.context_mark
        index = min(_index(mark), len(self._header) - 1)
        message, hint = self._read_fault(said, index)
        return BrokenHeaderError(message, self._place(index), hint)

    def _read_fault(self, said: str, index: int) -> tuple[str, str]:
        character = self._header[index]
        if character == "\t":
            return "a tab stands where the indentation should be", "indent with spaces"
        if "cannot start any token" in said:
            return f"a value begins with '{character}'", _QUOTE_THE_VALUE
        if self._header[:index].rstrip(" ").endswith(("'", '"')) and "expected key" in said:
            return "text follows a closing quotation mark", _QUOTE_THE_VALUE
        for words, message, hint in _YAML_FAULTS:
            if words in said:
                return message, hint
        return "a line is indented differently from those above it", _CHECK_INDENTATION

    def _mark(self, mark: _Mark | None) -> Place:
        return self._place(_index(mark))

    def _place(self, index: int) -> Place:
        return self._lines.place(self._start + index)


def _foreign_sign(event: yaml.Event) -> str:
    """The sign of YAML that Dateline does not take, with which the value of an event begins."""
    if isinstance(event, yaml.AliasEvent):
        return "*"
    if isinstance(event, yaml.NodeEvent) and event.anchor:
        return "&"
    return "!" if getattr(event, "tag", None) else ""


def _read_as_it_stands(raw: str, value: str) -> Sequence[Piece]:
    """The one piece of a value that the file has as it is, in quotation marks or without: most are so."""
    if raw == value:
        return [(value, 0)]
    return [(value, 1)] if raw[1:-1] == value else []


def _index(mark: _Mark | None) -> int:
    """Return the offset of a mark; the parser's types allow for none, its events always have one."""
    return mark.index if mark else 0
