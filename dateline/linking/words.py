"""Say where a name may start and end: where words do, or anywhere in scripts that write no space between them."""

import re
import unicodedata

# Scripts that write no space between words: Thai and Lao, Myanmar, Khmer, hiragana, Han.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003134f"
)
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
_MARK_BLOCKS = (range(0x0300, 0x1E00), range(0x20D0, 0x2100), range(0xA66F, 0xABF0), range(0xFE00, 0xFE30))


def _marks() -> str:
    r"""Combining marks, which Python's `\\w` leaves out, as the inside of a character class."""
    return "".join(
        chr(code) for block in _MARK_BLOCKS for code in block if unicodedata.category(chr(code)).startswith("M")
    )


_MARKS = _marks()
_INSIDE = re.compile(
    rf"(?:[^\W{_UNSPACED}{_KATAKANA}]|[{_MARKS}])[^\W{_UNSPACED}{_KATAKANA}]|[{_KATAKANA}]{{2}}|.[{_MARKS}]"
)


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
    return (pair.isascii() and pair.isalnum()) or _INSIDE.match(text, offset - 1) is not None
