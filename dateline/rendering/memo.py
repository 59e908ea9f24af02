"""Make what many pages show once for all of them."""

from collections.abc import Callable, Hashable
from typing import TypeVar

Value = TypeVar("Value")


class Memo:
    """Values by what they are made from; it lives as long as one edition, whose parts never change."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._values: dict[Hashable, object] = {}

    def once(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return the value under this key, made the first time that it is asked for."""
        known = self._values.get(key, self)
        if known is not self:
            return known  # type: ignore[return-value]
        value = self._values[key] = make()
        return value
