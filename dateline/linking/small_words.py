"""Say which words a text writes with a small letter, without listing them all."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

_SMALL_WORD = re.compile(r"(?<![\w'-])[a-z]\w+")


class SmallWords(AbstractSet[str]):
    """The words of a folded text, of two letters or more, that begin with a small one and are no part of another.

    Few words are ever asked for: each is looked for when it is.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str) or not _SMALL_WORD.fullmatch(word):
            return False
        start = self._text.find(word)
        while start >= 0:
            match = _SMALL_WORD.match(self._text, start)
            if match and match[0] == word:
                return True
            start = self._text.find(word, start + 1)
        return False

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(set(_SMALL_WORD.findall(self._text))))

    def __len__(self) -> int:
        return len(set(_SMALL_WORD.findall(self._text)))
