"""Hold a header as texts, lists and tables that know where they stand in the file."""

import re
from dataclasses import field

from dateline.model.dataclass import dataclass
from dateline.model.text import Passage, Place, SourceMap

DEEPEST_NESTING = 40
"""How many lists and tables may stand inside one another; nobody writes more by hand."""

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_EMPTY_WORDS = ("", "~", "null")
_TRUTH_WORDS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class TextNode:
    """A single value, as the text that the author wrote."""

    text: str
    source_map: SourceMap
    plain: bool = False
    """Without quotation marks: `null`, `true` and numbers may mean more than their letters."""

    @property
    def place(self) -> Place:
        """Where its first character stands."""
        return self.source_map.locate(0)

    @property
    def is_empty(self) -> bool:
        """Whether the author left the value out."""
        return self.plain and self.text in _EMPTY_WORDS

    def passage(self) -> Passage:
        """Return the text and its places, without the white space around it."""
        return cut_passage(Passage(self.text, self.source_map))


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list of values."""

    nodes: tuple["Node", ...]
    place: Place
    is_empty: bool = field(default=False, init=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a table and its value."""

    key: str
    place: Place
    """Where the key stands."""
    node: "Node"


@dataclass(frozen=True, slots=True)
class TableNode:
    """Keys and their values, in the order of the file; no key comes twice."""

    entries: tuple[Entry, ...]
    place: Place
    is_empty: bool = field(default=False, init=False)


Node = TextNode | ListNode | TableNode


def to_plain(node: Node) -> object:
    """Return a node as a plain value: text, list, dict; bool, int and None where the author wrote no quotes."""
    if isinstance(node, TableNode):
        return {entry.key: to_plain(entry.node) for entry in node.entries}
    if isinstance(node, ListNode):
        return [to_plain(item) for item in node.nodes]
    if node.is_empty:
        return None
    if node.plain and node.text.lower() in _TRUTH_WORDS:
        return _TRUTH_WORDS[node.text.lower()]
    return int(node.text) if node.plain and _INTEGER.fullmatch(node.text) else node.text


def cut_passage(passage: Passage) -> Passage:
    """Return the passage without the white space around it; its characters keep their places."""
    text = passage.text.rstrip()
    start = len(text) - len(text.lstrip())
    return Passage(text[start:], _shift(passage.source_map, start)) if start else Passage(text, passage.source_map)


def _shift(source_map: SourceMap, start: int) -> SourceMap:
    runs = [(o - start, p) for o, p in zip(source_map.offsets, source_map.places, strict=True) if o > start]
    runs.insert(0, (0, source_map.locate(start)))
    return SourceMap(tuple(offset for offset, _ in runs), tuple(place for _, place in runs))
