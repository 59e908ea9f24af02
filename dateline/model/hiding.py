"""Turn a value into one that says nothing of some entities, and says some texts in other words."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar

from dateline.model.date import HistoricalDate
from dateline.model.names import EntityId
from dateline.model.text import Passage

T = TypeVar("T")

AS_THEY_ARE = frozenset({"body", "file", "id", "keys", "kind", "language", "location", "path", "redirects", "slug"})
"""Fields that hold no words, or words that are read as Markdown."""


def hide(value: T, words: Mapping[str, str], gone: AbstractSet[EntityId]) -> T:
    """Return a value with other words for some texts, and without what it says of those who are gone.

    An id of theirs goes, and of a list or table whatever names one of them by id: a part played, a relation.
    """
    hidden: T = _hide(value, words, gone)  # type: ignore[assignment]
    return hidden


def _hide(value: object, words: Mapping[str, str], gone: AbstractSet[EntityId]) -> object:
    if isinstance(value, HistoricalDate | Enum):
        return value
    if isinstance(value, Passage):
        return replace(value, text=words.get(value.text, value.text))
    if isinstance(value, str):
        return None if value in gone else words.get(value, value)
    if isinstance(value, Mapping):
        return {key: _hide(each, words, gone) for key, each in value.items() if not _is_gone(each, gone)}
    if isinstance(value, tuple) and hasattr(value, "_make"):
        return value._make(_hide(each, words, gone) for each in value)
    if isinstance(value, tuple | list):
        return type(value)(_hide(each, words, gone) for each in value if not _is_gone(each, gone))
    if is_dataclass(value) and not isinstance(value, type):
        names = (each.name for each in fields(value) if each.name not in AS_THEY_ARE)
        return replace(value, **{name: _hide(getattr(value, name), words, gone) for name in names})
    return value


def _is_gone(value: object, gone: AbstractSet[EntityId]) -> bool:
    if isinstance(value, str):
        return value in gone
    if not is_dataclass(value) or isinstance(value, type):
        return False
    held = (getattr(value, each.name) for each in fields(value) if each.name not in AS_THEY_ARE)
    return any(isinstance(each, str) and each in gone for each in held)
