"""Make what many pages show once for all of them."""

from collections.abc import Callable, Hashable
from itertools import islice
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

MOST = 5000
"""How many values a store of those asked for lately holds: what pages made one after the other share, but not all."""


class Recent(dict[Key, Value]):
    """Values that pages have asked for lately; so a site of any size keeps no more of them than a small one."""

    def keep(self, key: Key, value: Value) -> Value:
        """Hold a value, and return it; where there is room no more, the older half of all is let go."""
        if len(self) >= MOST:
            for old in list(islice(self, MOST // 2)):
                del self[old]
        self[key] = value
        return value


class Memo:
    """Values by what they are made from; it lives as long as one edition, whose parts never change."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._values: dict[Hashable, object] = {}
        self._recent: Recent[Hashable, object] = Recent()

    def once(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return the value under this key, made the first time that it is asked for."""
        known = self._values.get(key, self)
        if known is not self:
            return known  # type: ignore[return-value]
        value = self._values[key] = make()
        return value

    def forget(self, key: Hashable) -> None:
        """Let go of the value under this key, which nobody will ask for again."""
        self._values.pop(key, None)

    def lately(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return the value under this key, made where nobody has asked for it lately: of these there may be many."""
        known = self._recent.get(key, self)
        if known is self:
            known = self._recent.keep(key, make())
        return known  # type: ignore[return-value]
