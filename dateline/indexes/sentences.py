"""Cut a paragraph of plain text into its sentences."""

import re
from functools import lru_cache

_NARROW_STOP = re.compile(r"""(?P<mark>[.!?…]+["'”’»)\]]*)\s+(?=["'“‘«(\[¿¡]*(?P<next>\w))""")
"""A stop, white space, a word."""
_STOP = re.compile(rf"{_NARROW_STOP.pattern}|[。！？]+[」』”’）]*")
"""Also the stops of scripts without spaces; looking for both takes several times as long."""

_LAST_WORD = re.compile(r"[\s(“‘\"'\[]")
_LONGEST_WORD = 40

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
        if not _goes_on(text, match):
            spans.append((start, match.end("mark") if match["mark"] else match.end()))
            start = match.end()
    spans.append((start, len(text.rstrip())))
    return tuple((first, last) for first, last in spans if first < last)


def _goes_on(text: str, stop: re.Match[str]) -> bool:
    if stop["mark"] is None:
        return False
    return stop["next"].islower() or (stop["mark"] == "." and _is_abbreviation(text, stop))


def _is_abbreviation(text: str, stop: re.Match[str]) -> bool:
    if text[max(0, stop.start() - _LONGER) : stop.start()].isalpha() and stop.start() >= _LONGER:
        return False  # by far the most: a longer word, without dots
    before = _LAST_WORD.split(text[max(0, stop.start() - _LONGEST_WORD) : stop.start()])[-1]
    return before.casefold() in _ABBREVIATIONS or re.fullmatch(r"(?:[^\W\d_]\.)*[A-ZÀ-Þ]", before) is not None
