"""Find, for each character of a quoted, folded or plain value, the character of the file that it comes from.

A value is decoded once more from its raw text, as pieces that each know their offset. Where the pieces do not
add up to the value that the parser has read, only the beginning of the value is known.
"""

import re
from collections.abc import Iterable, Iterator

from dateline.model.text import SourceMap
from dateline.reading.lines import Lines

Piece = tuple[str, int]
"""Some characters of a value and the offset of the first of them in the raw text; they stand on one line."""

_ESCAPED = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r"}
_ESCAPED |= {"e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"}
_ESCAPE_OR_TEXT = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)|[^\\]+")
_QUOTE_OR_TEXT = re.compile(r"'(')|[^']+")
_TOML_PIECE = re.compile(
    r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[ \t]*\n[ \t\n]*|.)|[^\\\n]*\n|[^\\\n]+", re.DOTALL
)
_MOST_INDENTS_TRIED = 64


def align_value(value: str, pieces: Iterable[Piece], start: int, lines: Lines) -> SourceMap:
    """Return the map of a value made of these pieces, whose offsets count from `start` (an offset into the file)."""
    kept = [piece for piece in pieces if piece[0]]
    if not kept or "".join(text for text, _ in kept) != value:
        return lines.point(start)
    offsets, places, length = [], [], 0
    for text, offset in kept:
        offsets.append(length)
        places.append(lines.place(start + offset))
        length += len(text)
    return SourceMap(tuple(offsets), tuple(places))


def decode_yaml(raw: str, style: str, value: str) -> list[Piece]:
    """Return the pieces of a YAML scalar (YAML 1.1, chapter 9).

    `raw` is its text in the file, quotation marks included; `style` is `'`, `"`, `|`, `>` or empty. The value
    settles the indentation of a block scalar.
    """
    if style and style in "|>":
        return _decode_block(raw, folded=style == ">", value=value)
    if style == '"':
        return _fold(raw[1:-1], 1, decode=_decode_escapes)
    if style == "'":
        return _fold(raw[1:-1], 1, decode=_decode_quotes)
    return _fold(raw, 0, decode=_decode_plain)


def decode_toml(raw: str) -> list[Piece]:
    """Return the pieces of a TOML string (TOML 1.0, "String"), given with its quotation marks."""
    width = 3 if raw.startswith(('"""', "'''")) else 1
    first = width + (width == 3 and raw[width] == "\n")
    inner = raw[first : len(raw) - width]
    if raw[0] == "'":
        return _split_lines(inner, first)
    found = _TOML_PIECE.finditer(inner)
    return [("" if "\n" in (m[1] or "") else _unescape(m), first + m.start()) for m in found]


def _fold(raw: str, first: int, *, decode: "_Decoder") -> list[Piece]:
    """Decode lines of which each break counts as a space, unless blank lines follow it."""
    pieces: list[Piece] = []
    breaks: list[Piece] = []
    lines = _split_lines(raw, first)
    for number, (line, offset) in enumerate(lines):
        is_last = number == len(lines) - 1
        text, skipped, escaped = _trim_line(line, is_first=number == 0, is_last=is_last, decode=decode)
        if text or escaped or number == 0 or is_last:
            pieces += [*_fold_breaks(breaks), *decode(text, offset + skipped)]
            breaks = []
        if not is_last:
            breaks.append(("" if escaped else "\n", offset + len(line) - 1))
    return pieces


def _fold_breaks(breaks: list[Piece]) -> list[Piece]:
    if len(breaks) == 1:
        return [(" " if text else "", offset) for text, offset in breaks]
    return breaks[1:]


def _trim_line(line: str, *, is_first: bool, is_last: bool, decode: "_Decoder") -> tuple[str, int, bool]:
    """Return what counts of a line, how much was left out before it, and whether a backslash takes its break."""
    text = line if is_first else line.lstrip(" \t")
    skipped = len(line) - len(text)
    if is_last:
        return text, skipped, False
    text = text.removesuffix("\n")
    if decode is not _decode_escapes:
        return text.rstrip(" \t"), skipped, False
    if _ends_in_backslash(text):
        return text[:-1], skipped, True
    stripped = text.rstrip(" \t")
    return text[: len(stripped) + (_ends_in_backslash(stripped))], skipped, False


def _ends_in_backslash(text: str) -> bool:
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1


class _Decoder:
    """A way to read one line of a folded value."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern

    def __call__(self, text: str, offset: int) -> Iterator[Piece]:
        for match in self._pattern.finditer(text):
            yield _unescape(match), offset + match.start()


_decode_plain = _Decoder(re.compile(r"().+", re.DOTALL))
_decode_quotes = _Decoder(_QUOTE_OR_TEXT)
_decode_escapes = _Decoder(_ESCAPE_OR_TEXT)


def _unescape(match: re.Match[str]) -> str:
    escape = match[1]
    if not escape:
        return match[0]
    if len(escape) > 1:
        return chr(min(int(escape[1:], 16), 0x10FFFF))
    return _ESCAPED.get(escape, escape)


def _decode_block(raw: str, *, folded: bool, value: str) -> list[Piece]:
    header, _, body = raw.partition("\n")
    lines = _split_lines(body, len(header) + 1)
    first = next((line for line, _ in lines if line.strip(" \n")), "")
    deepest = len(first) - len(first.lstrip(" "))
    keep = "+" in header.split("#")[0]
    strip = "-" in header.split("#")[0]
    for indent in range(deepest, max(-1, deepest - _MOST_INDENTS_TRIED), -1):
        pieces = _chomp(_read_block(lines, indent, folded=folded), keep=keep, strip=strip)
        if "".join(text for text, _ in pieces) == value:
            return pieces
    return []


def _read_block(lines: list[Piece], indent: int, *, folded: bool) -> list[Piece]:
    """Return the text of the lines, and the breaks after each of them as pieces of their own."""
    pieces: list[Piece] = []
    breaks: list[Piece] = []
    previous = ""
    for line, offset in lines:
        text = line.removesuffix("\n")
        content = text[min(indent, len(text) - len(text.lstrip(" "))) :]
        if content:
            if previous:
                pieces += _fold_block_breaks(breaks) if folded and _is_folded(previous, content) else breaks
            else:
                pieces += breaks
            pieces.append((content, offset + len(text) - len(content)))
            breaks, previous = [], content
        if line.endswith("\n"):
            breaks.append(("\n", offset + len(text)))
    return pieces + breaks


def _is_folded(before: str, after: str) -> bool:
    return before[0] not in " \t" and after[0] not in " \t"


def _fold_block_breaks(breaks: list[Piece]) -> list[Piece]:
    return [(" ", breaks[0][1])] if len(breaks) == 1 else breaks[1:]


def _chomp(pieces: list[Piece], *, keep: bool, strip: bool) -> list[Piece]:
    if keep:
        return pieces
    count = len(pieces)
    while count and pieces[count - 1][0] == "\n":
        count -= 1
    return pieces[: count + (not strip and count > 0)]


def _split_lines(text: str, offset: int) -> list[Piece]:
    """Return the lines of a text, each with its break; the last one has none."""
    pieces = []
    for line in text.split("\n"):
        pieces.append((line + "\n", offset))
        offset += len(line) + 1
    last, start = pieces.pop()
    return [*pieces, (last.removesuffix("\n"), start)]
