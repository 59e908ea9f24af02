"""Turn headings of a text that tell of an event, `## 2019-10-17: Title {.event}`, into tables, and cut their marks off.

The braces are written as Pandoc writes attributes (`header_attributes` in its manual): a class, a name, keys with
values. They are read here by hand, and not by a plugin of the parser, because a plugin forgets where each of them
stands, and a fault is to be told with its line and column.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from dateline.model.dataclass import dataclass
from dateline.model.problem import Code
from dateline.model.text import Passage, join_passages
from dateline.reading.dates import DateFault, read_date
from dateline.reading.findings import Findings
from dateline.reading.markdown import Tokens, parse_markdown, shown_words
from dateline.reading.nodes import Entry, ListNode, Node, TableNode, TextNode, cut_passage

_BRACES = re.compile(r"\{(?=[^{}\n]*(?<![^\s{])\.event(?![\w-]))")
_OPENING_MARKS = re.compile(r"[ \t]*#{1,6}[ \t]*")
_ATTRIBUTE = re.compile(
    r"\.(?P<mark>[\w-]+)|#(?P<slug>[^\s{}=\"'“”]+)"
    r"|(?P<key>[\w-]+)=(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|“(?P<curly>[^”]*)”|(?P<bare>[^\s{}\"'“”]+))"
)
_LEFT_OVER = re.compile(r"[^\s}]+")
_LISTED = re.compile(r"[^,]+")
_CLOSING_MARKS = re.compile(r"[ \t]*#*[ \t]*")
_LISTS = ("places", "place", "entities", "entity", "sources", "source")
_SAID = {"title": "the heading is the event's title", "text": "what stands below the heading is the event's text"}
_EXAMPLE = "## 2019-10-17: What happened {.event}"


@dataclass(frozen=True, slots=True)
class EventHeading:
    """A heading that tells of an event."""

    table: TableNode
    """What it says, as if it stood in a header: `date`, `title`, and what stands in the braces."""
    line: int
    """Where it stands in the text, from 0."""


def is_event_heading(tokens: Tokens, index: int) -> bool:
    """Return whether the heading that opens at this token is to tell of an event: `{.event` is in it, not as code."""
    inline = tokens[index + 1]
    shown = (child.content for child in inline.children or [] if child.type == "text")
    return _BRACES.search(inline.content) is not None and any(".event" in text for text in shown)


def take_event_headings(
    body: Passage, findings: Findings, *, day_first: bool | None = None
) -> tuple[Passage, tuple[EventHeading, ...]]:
    """Return a text whose headings of events hold their titles alone, and what these headings say, in their order.

    The text has as many lines as before, and its characters keep their places in the file.
    """
    if not _BRACES.search(body.text):
        return body, ()
    try_date = partial(read_date, day_first=day_first)
    found = [_Reader(body, line, findings, try_date) for line in _event_lines(body, findings)]
    headings = tuple(reader.read() for reader in found)
    edges = [0, *(edge for reader in found for edge in reader.cuts), len(body.text)]
    pieces = [body.cut(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]
    return (join_passages(*pieces) if pieces else body.cut(0, 0)), headings


def _event_lines(body: Passage, findings: Findings) -> Iterator[int]:
    """The lines that are headings of events; of one that stands where none can be, a problem is told."""
    starts = _line_starts(body.text)
    tokens = parse_markdown(body)
    for index, token in enumerate(tokens):
        if token.type != "heading_open" or token.map is None or not is_event_heading(tokens, index):
            continue
        line = token.map[0]
        if token.level == 0 and token.markup in ("##", "###", "####"):
            yield line
        else:
            message = "only a heading with two, three or four number signs, in no list and no quotation, is an event's"
            findings.add(Code.EVENT_HEADING, message, body.locate(starts[line]), f"write {_EXAMPLE}")


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


class _Reader:
    """Reads one heading: its line, from the number signs to the end."""

    def __init__(self, body: Passage, line: int, findings: Findings, try_date: Callable[[str], object]) -> None:
        self._body = body
        self._line = line
        self._findings = findings
        self._try_date = try_date
        start = _line_starts(body.text)[line]
        self._end = start + len(body.text.split("\n")[line])
        opening = _OPENING_MARKS.match(body.text, start)
        self._start = self._title = opening.end() if opening else start
        braces = _BRACES.search(body.text, self._start, self._end)
        self._braces = braces.start() if braces else self._end
        self._entries: dict[str, Entry] = {}

    @property
    def cuts(self) -> tuple[int, int, int, int]:
        """Where what is no part of the title begins and ends: the date, and the braces with all behind them."""
        return self._start, self._title, self._braces, self._end

    def read(self) -> EventHeading:
        """Return what the heading says."""
        for key, node in self._read_braces():
            self._note(key, node)
        if "date" not in self._entries:
            self._take_date()
        title = cut_passage(self._body.cut(self._title, self._braces))
        if shown_words(title):
            self._entries["title"] = Entry("title", title.locate(0), _text(title))
        else:
            self._complain("the heading of an event has no title", self._braces, f"write {_EXAMPLE}")
        place = self._body.locate(self._start)
        return EventHeading(TableNode(tuple(self._entries.values()), place), self._line)

    def _note(self, key: str, node: TextNode) -> None:
        if key in _SAID or key in self._entries:
            self._findings.add(
                Code.EVENT_HEADING, _SAID.get(key, f"'{key}' stands twice"), node.place, "leave this out"
            )
        else:
            listed = _split(node) if key in _LISTS else node
            self._entries[key] = Entry(key, node.place, listed)

    def _take_date(self) -> None:
        """Take what stands before a colon for the date: of several colons the first before which a date can be read."""
        text = self._body.text
        colons = [at for at in range(self._start, self._braces) if text[at] == ":" and text[at + 1].isspace()]
        dates = [at for at in colons if not isinstance(self._try_date(text[self._start : at].strip()), DateFault)]
        if not colons:
            return
        chosen = (dates or colons)[0]
        date = cut_passage(self._body.cut(self._start, chosen))
        self._entries["date"] = Entry("date", date.locate(0), _text(date))
        after = text[chosen + 1 : self._braces]
        self._title = chosen + 1 + len(after) - len(after.lstrip())

    def _read_braces(self) -> Iterator[tuple[str, TextNode]]:
        """The attributes between the braces, each by its key."""
        text, at = self._body.text, self._braces + 1
        while at < self._end and text[at] != "}":
            match = _ATTRIBUTE.match(text, at, self._end)
            if text[at].isspace():
                at += 1
            elif match and (match.end() == self._end or text[match.end()] in " \t}"):
                at = match.end()
                yield from self._read_attribute(match)
            else:
                left = _LEFT_OVER.match(text, at, self._end)
                at = self._refuse(at, left.end() if left else at + 1)
        self._check_end(at)

    def _refuse(self, start: int, end: int) -> int:
        hint = 'write status=reported, or note="Friday afternoon" where there is a space in it'
        self._complain(f"cannot read '{self._body.text[start:end]}' in the braces", start, hint)
        return end

    def _read_attribute(self, match: re.Match[str]) -> Iterator[tuple[str, TextNode]]:
        kind = match.lastgroup or ""
        if kind == "mark":
            if match["mark"] != "event":
                self._refuse(match.start(), match.end())
            return
        key = "slug" if kind == "slug" else match["key"].lower()
        yield key, _text(self._body.cut(match.start(kind), match.end(kind)))

    def _check_end(self, at: int) -> None:
        rest = self._body.text[at + 1 : self._end]
        if at >= self._end:
            self._complain("the braces are opened and not closed", self._braces, "close them with '}'")
        elif not _CLOSING_MARKS.fullmatch(rest):
            after = at + 1 + len(rest) - len(rest.lstrip())
            self._complain("words stand behind the braces", after, "end the heading with the braces")

    def _complain(self, message: str, at: int, hint: str) -> None:
        self._findings.add(Code.EVENT_HEADING, message, self._body.locate(at), hint)


def _text(passage: Passage) -> TextNode:
    return TextNode(passage.text, passage.source_map)


def _split(node: TextNode) -> Node:
    """The texts between commas."""
    passage = Passage(node.text, node.source_map)
    cut = (cut_passage(passage.cut(match.start(), match.end())) for match in _LISTED.finditer(node.text))
    return ListNode(tuple(_text(each) for each in cut if each.text), node.place)
