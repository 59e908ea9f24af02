"""Say where a name may start and end: where words do, or anywhere in scripts that write no space between them."""

import unicodedata
from functools import lru_cache

_Blocks = tuple[range, ...]

_KATAKANA = (range(0x30A1, 0x30FB), range(0x30FC, 0x3100), range(0x31F0, 0x3200))
_UNSPACED = (
    range(0x0E00, 0x0F00),  # Thai and Lao
    range(0x1000, 0x10A0),  # Myanmar
    range(0x1780, 0x1800),  # Khmer
    range(0x3005, 0x3008),
    range(0x3040, 0x30A0),  # hiragana
    range(0x3400, 0x4DC0),  # Han, to the end
    range(0x4E00, 0xA000),
    range(0xF900, 0xFB00),
    range(0x20000, 0x31350),
)
"""Scripts that write no space between words."""
_MARK_BLOCKS = (range(0x0300, 0x1E00), range(0x20D0, 0x2100), range(0xA66F, 0xABF0), range(0xFE00, 0xFE30))
"""Where combining marks are, but for those that vary how an ideograph is drawn."""

_BETWEEN_WORDS = " .,;:!?'\"()-"
"""What mostly stands between words: one look at it spares most of the work."""


def is_whole_word(text: str, start: int, end: int) -> bool:
    """Return whether words, or letters of scripts without words, end at both offsets (from 0)."""
    # Mostly a look at the character before and the one behind tells, without a call.
    if text[end : end + 1] not in _BETWEEN_WORDS and is_inside_word(text, end):
        return False
    is_first = not start or (text[start - 1] in _BETWEEN_WORDS and text[start].isalnum())
    return is_first or not is_inside_word(text, start)


def is_inside_word(text: str, offset: int) -> bool:
    """Return whether the offset (from 0) lies between two letters of one word, or before a mark upon a letter.

    A run of katakana is a word: it is how names of others are written, Arizona (アリゾナ) beside Ali (アリ).
    """
    after = text[offset : offset + 1]
    if not offset or after in _BETWEEN_WORDS or (text[offset - 1] in _BETWEEN_WORDS and after.isalnum()):
        return False
    pair = text[offset - 1 : offset + 1]
    return (pair.isascii() and pair.isalnum()) or _is_within(pair)


@lru_cache(1 << 12)
def _is_within(pair: str) -> bool:
    """Whether two characters beside each other are of one word."""
    before, after = pair[0], pair[1]
    if _is_mark(after):
        return before != "\n"
    if _is_letter(after):
        return _is_letter(before) or _is_mark(before)
    return _is_in(before, _KATAKANA) and _is_in(after, _KATAKANA)


def _is_letter(char: str) -> bool:
    """Whether words are made of it: scripts without words have none such."""
    return (char.isalnum() or char == "_") and not _is_in(char, _UNSPACED) and not _is_in(char, _KATAKANA)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M") and _is_in(char, _MARK_BLOCKS)


def _is_in(char: str, blocks: _Blocks) -> bool:
    return any(ord(char) in block for block in blocks)
