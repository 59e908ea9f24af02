"""Turn the nodes of a header into typed values, key by key."""

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from dateline.model.date import HistoricalDate
from dateline.model.problem import Code, Severity
from dateline.model.text import Passage, Place
from dateline.reading.dates import DateFault, read_date
from dateline.reading.findings import Findings
from dateline.reading.nodes import Entry, ListNode, Node, TableNode, TextNode, to_plain
from dateline.reading.zones import find_unknown_zone

_Word = TypeVar("_Word", bound=StrEnum)
_Shape = TypeVar("_Shape", TextNode, TableNode)

_TRUTHS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_INTEGER = re.compile(r"[+-]?[0-9]{1,9}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,9}(?:\.[0-9]{1,30})?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")  # RFC 5646, section 2.1, its outer form
_SHAPES = {TextNode: "a text", ListNode: "a list", TableNode: "a table"}


class Form:
    """A table that is read key by key.

    Each reader takes the names that a key may go by, the first of them the one that Dateline teaches. A value of
    the wrong kind is a problem, and reads as if it were not there. `close` tells of the keys that nobody asked for.
    """

    def __init__(
        self,
        table: TableNode,
        findings: Findings,
        *,
        value_code: Code = Code.FRONT_MATTER_VALUE,
        unknown_code: Code = Code.FRONT_MATTER_UNKNOWN,
        day_first: bool | None = None,
    ) -> None:
        self.table = table
        self.findings = findings
        self._value_code = value_code
        self._unknown_code = unknown_code
        self._day_first = day_first
        self._entries = {entry.key: entry for entry in table.entries}
        self._asked: dict[str, None] = {}

    @property
    def day_first(self) -> bool | None:
        """Whether a date of three numbers has the day first; None where nobody has said."""
        return self._day_first

    def places(self) -> dict[str, Place]:
        """Return where each key stands."""
        return {entry.key: entry.place for entry in self.table.entries}

    def inner(self, table: TableNode) -> "Form":
        """Return a form for a table inside this one."""
        return Form(
            table,
            self.findings,
            value_code=self._value_code,
            unknown_code=self._unknown_code,
            day_first=self._day_first,
        )

    def entry(self, *keys: str) -> Entry | None:
        """Return the first of these keys that has a value."""
        self._asked.update(dict.fromkeys(keys))
        for key in keys:
            entry = self._entries.get(key)
            if entry is not None and not entry.node.is_empty:
                return entry
        return None

    def node(self, *keys: str) -> Node | None:
        """Return the value as it is."""
        entry = self.entry(*keys)
        return entry.node if entry else None

    def text_node(self, *keys: str) -> TextNode | None:
        """Return a single value with its places; None where it is missing or blank."""
        entry = self.entry(*keys)
        if entry is None:
            return None
        if not isinstance(entry.node, TextNode):
            self.refuse(f"'{entry.key}' is {_SHAPES[type(entry.node)]}", entry.node.place, "write one text")
            return None
        return entry.node if entry.node.text.strip() else None

    def text(self, *keys: str) -> str:
        """Return a text on one line, '' where it is missing."""
        node = self.text_node(*keys)
        return " ".join(node.text.split()) if node else ""

    def passage(self, *keys: str) -> Passage | None:
        """Return a text in Markdown."""
        node = self.text_node(*keys)
        return node.passage() if node else None

    def line(self, *keys: str) -> Passage | None:
        """Return a text in Markdown that is to be a single line: a line end in it counts as a space."""
        passage = self.passage(*keys)
        return Passage(passage.text.replace("\n", " "), passage.source_map) if passage else None

    def text_nodes(self, *keys: str) -> tuple[TextNode, ...]:
        """Return a list of texts with their places; a single text is a list of one."""
        return self._items(TextNode, "a list of texts", *keys)

    def texts(self, *keys: str) -> tuple[str, ...]:
        """Return a list of texts, each on one line and only once."""
        found = (" ".join(node.text.split()) for node in self.text_nodes(*keys))
        return tuple(dict.fromkeys(text for text in found if text))

    def tables(self, *keys: str) -> tuple[TableNode, ...]:
        """Return a list of tables; a single table is a list of one."""
        return self._items(TableNode, "a list of tables", *keys)

    def _items(self, shape: type[_Shape], wanted: str, *keys: str) -> tuple[_Shape, ...]:
        entry = self.entry(*keys)
        if entry is None:
            return ()
        nodes = entry.node.nodes if isinstance(entry.node, ListNode) else (entry.node,)
        for node in nodes:
            if not isinstance(node, shape) and not node.is_empty:
                message = f"'{entry.key}' should be {wanted}, and here is {_SHAPES[type(node)]}"
                self.refuse(message, node.place)
        return tuple(node for node in nodes if isinstance(node, shape) and not node.is_empty)

    def table_at(self, *keys: str) -> TableNode | None:
        """Return a table."""
        entry = self.entry(*keys)
        if entry is None:
            return None
        if isinstance(entry.node, TableNode):
            return entry.node
        message = f"'{entry.key}' should be a table of keys and values, and here is {_SHAPES[type(entry.node)]}"
        self.refuse(message, entry.node.place)
        return None

    def flag(self, *keys: str) -> bool | None:
        """Return yes or no."""
        node = self.text_node(*keys)
        if node is None:
            return None
        truth = _TRUTHS.get(node.text.strip().lower())
        if truth is None:
            self.refuse(f"'{node.text}' is neither true nor false", node.place)
        return truth

    def integer(self, *keys: str) -> int | None:
        """Return a whole number."""
        node = self.text_node(*keys)
        if node is None:
            return None
        if _INTEGER.fullmatch(node.text.strip()):
            return int(node.text)
        self.refuse(f"'{node.text}' is not a whole number", node.place)
        return None

    def language(self, *keys: str) -> str:
        """Return a language tag (BCP 47), '' where it is missing."""
        node = self.text_node(*keys)
        if node and not _LANGUAGE.fullmatch(node.text):
            self.refuse(f"'{node.text}' is not a language tag", node.place, "write one such as en, es or pt-BR")
            return ""
        return node.text if node else ""

    def date(self, *keys: str) -> HistoricalDate | None:
        """Return a date; one that cannot be read is a problem of its own."""
        node = self.text_node(*keys)
        if node is None:
            return None
        passage = node.passage()
        result = read_date(passage.text, self._day_first)
        if not isinstance(result, DateFault):
            zone = find_unknown_zone(result)
            if not zone:
                return result
            message = f"cannot read the date '{passage.text}': there is no time zone '{zone}'"
            result = DateFault("date-unreadable", message, "write one such as America/Mexico_City, or leave it out")
        self.findings.add(Code(result.code), result.message, passage.locate(0), result.hint)
        return None

    def word(self, words: type[_Word], *keys: str, code: Code | None = None) -> _Word | None:
        """Return one of a closed list of words, in lower or upper case."""
        node = self.text_node(*keys)
        if node is None:
            return None
        text = node.text.strip().lower()
        if text in list(words):
            return words(text)
        message = f"'{node.text}' is none of {', '.join(words)}"
        self.findings.add(code or self._value_code, message, node.place, suggest(text, list(words)))
        return None

    def refuse(self, message: str, place: Place, hint: str = "") -> None:
        """Note that a value is not what it should be."""
        self.findings.add(self._value_code, message, place, hint)

    def close(self, fate: str = "it is kept for templates, under 'extra'") -> dict[str, object]:
        """Return the keys that nobody has asked for, as plain values, and tell of each; `fate` is their lot."""
        unknown = [entry for entry in self.table.entries if entry.key not in self._asked]
        for entry in unknown:
            message = f"Dateline does not know the key '{entry.key}'"
            hint = suggest(entry.key, self._asked) or fate
            self.findings.add(self._unknown_code, message, entry.place, hint, Severity.NOTICE)
        return {entry.key: to_plain(entry.node) for entry in unknown}


def read_number(node: Node) -> float | None:
    """Return the number that a node holds, if it holds one."""
    if isinstance(node, TextNode) and _NUMBER.fullmatch(node.text.strip()):
        return float(node.text)
    return None


def is_language(text: str) -> bool:
    """Return whether a text has the form of a language tag (BCP 47)."""
    return _LANGUAGE.fullmatch(text) is not None


def suggest(text: str, known: Collection[str]) -> str:
    """Return a question that offers the nearest of the known words, or '' where none is near."""
    found = find_close(text, known)
    return "did you mean " + " or ".join(f"'{word}'" for word in found) + "?" if found else ""


def find_close(text: str, known: Iterable[str]) -> list[str]:
    """Return up to two known words that are close to a text, the nearest first."""
    folded: dict[str, str] = {}
    for word in known:
        folded.setdefault(word.lower(), word)
    return [folded[word] for word in get_close_matches(text.lower()[:80], folded, n=2, cutoff=0.7)]
