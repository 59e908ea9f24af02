"""Find every one of many forms in a text, in one pass over it."""

import re
from collections.abc import Sequence

from ahocorasick_rs import AhoCorasick

Occurrence = tuple[str, int, int]
"""A form, where it starts in the text and where it ends, in code points from 0."""

_HALF = re.compile("[\ud800-\udfff]")
"""A half of a surrogate pair, which UTF-8 cannot say and the automaton cannot read."""


class Automaton:
    """Forms, ready to be found: it is built once, and never changes."""

    def __init__(self, forms: Sequence[str]) -> None:
        self._forms = tuple(forms)
        self._automaton = AhoCorasick([_HALF.sub("\ufffd", form) for form in self._forms])

    def find(self, text: str) -> Sequence[Occurrence]:
        """Return every occurrence of every form, those inside words and inside one another too."""
        try:
            found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:
            found = self._automaton.find_matches_as_indexes(_HALF.sub("\ufffd", text), overlapping=True)
        forms = self._forms
        return [(forms[number], start, end) for number, start, end in found]
