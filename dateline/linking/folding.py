"""Fold away what two spellings of a name may differ in, and keep the way back to the author's own characters."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

_APOSTROPHES = "\u2018\u2019\u201a\u201b\u02bc\u02bb\u02b9\u2032\u05f3"
_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u05f4"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\u05be"
_MIDDLE_DOTS = "\u0387\u2022\u2027\u2219\u22c5\u30fb\uff65"
_DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE = "\u00ad\u0640\u200b\u200d\u2060\ufeff"
"""Hyphens and joints without width, and the line that draws Arabic words out."""

_LETTERS = dict(zip("łŁøØđĐħıςٱکیہ", "lLoOdDhiσاكيه", strict=True))
"""Latin letters that do not decompose, the final sigma, alef wasla, and the letters of Persian and Urdu that are
only drawn otherwise in Arabic."""

_PLAIN = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys(_HYPHENS, "-"),
        **dict.fromkeys(_MIDDLE_DOTS, "·"),
        **dict.fromkeys(_INVISIBLE + _DIRECTIONS, ""),
        **_LETTERS,
    }
)
_POINTS = re.compile(
    "[\u0300-\u036f"  # diacritics
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # niqqud and accents of Hebrew
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"  # harakat
    "\u093c\u09bc\u0a3c"  # nuktas
    "\ufe00-\ufe0f]"  # variation selectors
)
_FOLDED_BLOCKS = (
    range(0x0080, 0x0700),  # Latin, Greek, Cyrillic, Hebrew, Arabic
    range(0x0900, 0x0A80),  # Devanagari, Bengali, Gurmukhi
    range(0x1E00, 0x2070),  # Latin and Greek with more marks, signs, spaces
    range(0x2100, 0x2300),
    range(0x3000, 0x3001),
    range(0x30FB, 0x30FC),
    range(0xFB1D, 0xFC00),  # forms of Hebrew and Arabic letters
    range(0xFE00, 0xFF00),
    range(0xFF01, 0xFF5F),  # wide Latin
    range(0xFF65, 0xFF66),
)
_COMPATIBLE = range(0xFB1D, 0xFF66)
"""Second drawings of letters that have a place of their own."""


def _fold_character(char: str) -> str:
    if char.isspace():
        return " "
    drawn = unicodedata.normalize("NFKC", char) if ord(char) in _COMPATIBLE else char
    parts = unicodedata.normalize("NFD", drawn.translate(_PLAIN)).translate(_PLAIN)
    return unicodedata.normalize("NFC", _POINTS.sub("", parts))


@cache
def _folds() -> Mapping[str, str]:
    """What single characters are folded to, where that is not themselves; 10 ms to make, for other texts than Latin."""
    known = (*"\t\n\r\f\v\x1c\x1d\x1e\x1f", *map(chr, chain(*_FOLDED_BLOCKS)))
    return {char: folded for char in known if (folded := _fold_character(char)) != char}


@cache
def _find_single() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(re.escape, _folds()))}]")


@cache
def _find_run() -> re.Pattern[str]:
    """Also surplus space, and syllables of kana and Hangul in parts."""
    return re.compile(rf"\s{{2,}}|[\u3046-\u30fd][\u3099\u309a]|[\u1100-\u11ff]{{2,}}|{_find_single().pattern}")


_PRINTERS_SIGNS = (("\u2019", "'"), ("\u201c", '"'), ("\u201d", '"'), ("\u2014", "-"), ("\u2013", "-"), ("\u2018", "'"))
"""What texts in Latin letters have most often beside the letters of Latin-1."""


def _fold_byte(char: str) -> int:
    """The folded character as a byte of Latin-1; 0 where it needs a closer look."""
    folded = _fold_character(char)
    is_usual = char.isprintable() or char.isspace()
    return ord(folded) if is_usual and len(folded) == 1 and ord(folded) < len(_LATIN) else 0


_LATIN = bytes(range(256)).decode("latin-1")
_FOLDED_LATIN = bytes(map(_fold_byte, _LATIN))
_FOLDED_LINES = bytes(byte if byte == ord("\n") else folded for byte, folded in enumerate(_FOLDED_LATIN))
"""The same for texts of which each stands on a line of its own."""


# A named tuple: one is made for each paragraph, and a frozen dataclass takes three times as long to make.
class Folded(NamedTuple):
    """A text without diacritics, vowel points, curly signs and surplus space. Letter case stays as it is."""

    text: str
    starts: tuple[int, ...]
    """Where each run starts in the folded text, in code points from 0."""
    origins: tuple[int, ...]
    """Where the same run starts in the author's text."""

    def origin(self, offset: int) -> int:
        """Return where the folded character at this offset stands in the author's text.

        For the end of a folded span this is the end of the author's, combining marks included.
        """
        run = bisect_right(self.starts, offset) - 1
        return self.origins[run] + offset - self.starts[run]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a folded stretch starts and ends in the author's text."""
        if len(self.starts) == 1:
            first = self.origins[0]
            return start + first, end + first
        return self.origin(start), self.origin(end)


def fold(text: str) -> str:
    """Return the folded text alone."""
    return fold_text(text).text


def fold_text(text: str) -> Folded:
    """Return a text folded, with the way back."""
    if (even := _fold_evenly(text)) is not None:
        return Folded(even, (0,), (0,))
    # Nothing that is printable is a space or a sign without width, but the space itself.
    is_plain = text.isprintable() and "  " not in text
    is_single = is_plain and unicodedata.is_normalized("NFC", text)
    return _fold_text(text, _find_single() if is_single else _find_run())


def fold_lines(texts: Sequence[str]) -> tuple[str, Sequence[Folded] | None]:
    """Return texts folded, one below the other, a line end before and behind each; and the way back of each.

    No ways back: each character became one.
    """
    joined = "\n".join(("", *texts, ""))
    even = _fold_evenly(joined, _FOLDED_LINES)
    if even is not None and joined.count("\n") == len(texts) + 1:
        return even, None
    folded = [fold_text(text) for text in texts]
    return "\n".join(("", *(each.text for each in folded), "")), folded


def _fold_evenly(text: str, table: bytes = _FOLDED_LATIN) -> str | None:
    """The folded text where it is in Latin-1, give or take some signs, and each character becomes one; else None.

    Bytes are looked up in a table many times faster than a pattern is searched for.
    """
    if not text.isascii():
        for sign, folded in _PRINTERS_SIGNS:
            text = text.replace(sign, folded)
    try:
        folded_bytes = text.encode("latin-1").translate(table)
    except UnicodeEncodeError:
        return None
    return None if b"\0" in folded_bytes or b"  " in folded_bytes else folded_bytes.decode("latin-1")


def _fold_text(text: str, special: re.Pattern[str]) -> Folded:
    pieces: list[str] = []
    starts, origins = [0], [0]
    length = done = 0
    for match in special.finditer(text):
        start, end = match.span()
        replacement = _replace(match[0])
        pieces += (text[done:start], replacement)
        length += start - done + len(replacement)
        done = end
        if len(replacement) != end - start:
            # An empty replacement moves the run that starts here: the way back leads behind what is gone.
            if starts[-1] == length:
                origins[-1] = done
            else:
                starts.append(length)
                origins.append(done)
    pieces.append(text[done:])
    return Folded("".join(pieces), tuple(starts), tuple(origins))


def _replace(characters: str) -> str:
    if (folded := _folds().get(characters)) is not None:
        return folded
    return " " if characters.isspace() else unicodedata.normalize("NFC", characters)
