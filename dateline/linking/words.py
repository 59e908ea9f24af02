"""Cut a folded text into words: where a name may start and end."""

import re
import unicodedata

# Scripts that write no space between words: Thai and Lao, Myanmar, Khmer, kana, Han.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003134f"
)
_MARK_BLOCKS = (range(0x0300, 0x1E00), range(0x20D0, 0x2100), range(0xA66F, 0xABF0), range(0xFE00, 0xFE30))


def _marks() -> str:
    r"""Combining marks, which Python's `\\w` leaves out, as the inside of a character class."""
    return "".join(
        chr(code) for block in _MARK_BLOCKS for code in block if unicodedata.category(chr(code)).startswith("M")
    )


_LETTER = rf"(?:[^\W{_UNSPACED}]|[{_marks()}])"

WORD = re.compile(rf"[{_UNSPACED}]|{_LETTER}+")
"""A word; in scripts that write none, a character."""

_INSIDE = re.compile(rf"{_LETTER}{{2}}")


def is_inside_word(text: str, offset: int) -> bool:
    """Return whether the offset (from 0) lies between two letters of one word."""
    return offset > 0 and _INSIDE.match(text, offset - 1) is not None
