"""Cut a paragraph of plain text into its sentences."""

import re
from functools import lru_cache

_NARROW_STOP = re.compile(r"""([.!?…]+["'”’»)\]]*)\s+(?=["'“‘«(\[¿¡]*(\w))""")
"""A stop, white space, a word."""
_STOP = re.compile(rf"{_NARROW_STOP.pattern}|[。！？]+[」』”’）]*")
"""Also the stops of scripts without spaces; looking for both takes several times as long."""

_LAST_WORD = re.compile(r"[\s(“‘\"'\[]")
_LONGEST_WORD = 40
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[A-ZÀ-Þ]")

# A full stop after one of these ends no sentence; after a single capital (an initial) neither.
_ABBREVIATIONS = frozenset(
    "adm art capt cf cmdr col dr ee etc fig fr gen gob gov hon ing jr lic lt maj mr mrs ms mt no núm op p pp pres prof "
    "rep rev sen sgt sr sra srta sta sto st u.s uu vol vs jan feb mar apr jun jul aug sep sept oct nov dec".split()
)


_LONGER = 1 + max(map(len, _ABBREVIATIONS))


@lru_cache(1 << 8)
def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the sentences of a text start and end, in code points from 0, white space between left out.

    Abbreviations, initials and decimal points do not end a sentence. A text without a stop is one sentence.
    """
    spans, start = [], 0
    has_wide_stop = not text.isascii() and any(stop in text for stop in "。！？")
    for match in (_STOP if has_wide_stop else _NARROW_STOP).finditer(text):
        mark, following = match.groups()
        if mark is None:
            spans.append((start, match.end()))
        elif following.islower() or (mark == "." and _is_abbreviation(text, match.start())):
            continue
        else:
            spans.append((start, match.end(1)))
        start = match.end()
    spans.append((start, len(text.rstrip())))
    return tuple([span for span in spans if span[0] < span[1]])


def _is_abbreviation(text: str, end: int) -> bool:
    """Whether the word that ends here is written with a full stop."""
    if end >= _LONGER and text[end - _LONGER : end].isalpha():
        return False  # by far the most: a longer word, without dots
    before = _LAST_WORD.split(text[max(0, end - _LONGEST_WORD) : end])[-1]
    return before.casefold() in _ABBREVIATIONS or _INITIALS.fullmatch(before) is not None
