"""Fold away what two spellings of a name may differ in, and keep the way back to the author's own characters."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_SPECIAL = re.compile(r"\s{2,}|[\t\n\r\f\v]|[^\x00-\x7f]")
_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ħ": "h", "Ħ": "H", "ı": "i"})
_APOSTROPHES = "\u2018\u2019\u201a\u201b\u02bc\u02bb\u02b9\u2032\uff07"
_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_PLAIN = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys(_HYPHENS, "-"),
        **dict.fromkeys(_INVISIBLE, ""),
    }
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without diacritics, curly signs and surplus space. Letter case stays as it is."""

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


def fold(text: str) -> str:
    """Return the folded text alone."""
    return fold_text(text).text


def fold_text(text: str) -> Folded:
    """Return a text folded, with the way back."""
    pieces: list[str] = []
    starts, origins = [0], [0]
    length = done = 0
    for match in _SPECIAL.finditer(text):
        replacement = _replace(match[0])
        pieces += (text[done : match.start()], replacement)
        length += match.start() - done + len(replacement)
        done = match.end()
        if len(replacement) != len(match[0]):
            # An empty replacement moves the run that starts here: the way back leads behind what is gone.
            if starts[-1] == length:
                origins[-1] = done
            else:
                starts.append(length)
                origins.append(done)
    pieces.append(text[done:])
    return Folded("".join(pieces), tuple(starts), tuple(origins))


def _replace(characters: str) -> str:
    if characters.isspace():
        return " "
    plain = unicodedata.normalize("NFD", characters.translate(_PLAIN)).translate(_LETTERS)
    return "".join(char for char in plain if not "\u0300" <= char <= "\u036f")
