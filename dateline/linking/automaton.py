"""Find every one of many forms in a text, in one pass over it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ahocorasick_rs import BytesAhoCorasick

Occurrence = tuple[int, int, int]
"""The number of a form, where it starts in the text and where it ends, in code points from 0."""

_HALF = re.compile("[\ud800-\udfff]")
"""A half of a surrogate pair, which UTF-8 cannot say and the automaton cannot read."""


class Automaton:
    """Forms, ready to be found: it is built once, and never changes."""

    def __init__(self, forms: Sequence[str]) -> None:
        self.forms = tuple(forms)
        self._lengths = tuple(map(len, forms))
        self._automaton = BytesAhoCorasick([_encode(form) for form in forms])

    def __reduce__(self) -> tuple[type["Automaton"], tuple[tuple[str, ...]]]:
        """Say how another process makes one like it: of the same forms."""
        return Automaton, (self.forms,)

    def find(self, text: str) -> Sequence[Occurrence]:
        """Return every occurrence of every form, those inside words and inside one another too.

        Forms are numbered as they were given, from 0.
        """
        data = _encode(text)
        found = self._automaton.find_matches_as_indexes(data, overlapping=True)
        return found if len(data) == len(text) else list(self._in_characters(data, found))

    def _in_characters(self, data: bytes, found: Iterable[Occurrence]) -> Iterator[Occurrence]:
        """The occurrences, which come in the order of their ends."""
        read = characters = 0
        for number, _, end in found:
            characters += len(data[read:end].decode())
            read = end
            yield number, characters - self._lengths[number], characters


def _encode(text: str) -> bytes:
    """The text as the automaton reads it: in most texts one byte is one character, and nothing needs to be counted."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _HALF.sub("\ufffd", text).encode()
