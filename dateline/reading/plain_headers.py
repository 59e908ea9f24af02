"""Turn a header of plain lines, as most are, into nodes without a parser: each line a key and a value, or a short list.

What it takes in it reads as YAML does (YAML 1.1, chapters 7 to 9), in a fifth of the time; everything else it leaves.
"""

import re

from dateline.model.text import SourceMap
from dateline.reading.lines import Lines
from dateline.reading.nodes import Entry, ListNode, Node, TableNode, TextNode

_KEY = r"([^\W\d_][\w-]*): +"
_PLAIN = r"([^\W_](?:[^:#\s]|:(?=\S)|(?<=\S)#| )*(?<! ))"
_ITEM = r"[^\W_][\w .()’-]*(?<! )"
_LIST = rf"\[({_ITEM}(?:, *{_ITEM})*)\]"
_QUOTED = r"""(?:"([^"\\\s][^"\\\n]*)"|'([^'\s][^'\n]*)')"""
_LINE = re.compile(rf"{_KEY}(?:{_PLAIN}|{_LIST}|{_QUOTED})\n")
_ITEMS = re.compile(_ITEM)
# Controls, marks of bytes, and what ends a line for some readers and not for others.
_ODD = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]")
_PLAIN_VALUE, _LIST_OF_VALUES = 2, 3


def read_plain(header: str, start: int, lines: Lines) -> TableNode | None:
    """Return the table of a header that begins at this offset of its file; None where it is not that plain."""
    if _ODD.search(header):
        return None
    entries: dict[str, Entry] = {}
    end = 0
    for found in _LINE.finditer(header):
        key = found[1]
        if found.start() != end or key in entries:
            return None
        end = found.end()
        entries[key] = Entry(key, lines.place(start + found.start()), _read(found, start, lines))
    if not entries or end < len(header):
        return None
    return TableNode(tuple(entries.values()), lines.place(start))


def _read(found: re.Match[str], start: int, lines: Lines) -> Node:
    group = found.lastindex or 0
    begin, end = found.span(group)
    if group == _LIST_OF_VALUES:
        items = (_text(item[0], start + item.start(), lines) for item in _ITEMS.finditer(found.string, begin, end))
        return ListNode(tuple(items), lines.place(start + begin - 1))
    return _text(found[group], start + begin, lines, plain=group == _PLAIN_VALUE)


def _text(text: str, offset: int, lines: Lines, *, plain: bool = True) -> TextNode:
    return TextNode(text, SourceMap((0,), (lines.place(offset),)), plain=plain)
