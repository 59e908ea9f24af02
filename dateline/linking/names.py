"""Turn the registry into an index of names by their first word."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.linking.folding import fold
from dateline.linking.name_forms import Name, entity_names
from dateline.linking.rules import PIN
from dateline.linking.words import WORD
from dateline.model.entity import Registry
from dateline.model.names import EntityId
from dateline.model.settings import Settings


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Names by their folded text, and the shapes of those that start with a word."""

    names: Mapping[str, tuple[Name, ...]]
    shapes: Mapping[str, tuple[tuple[int, int], ...]]
    """By first word: (characters before that word, length of the name), the longest first."""


def index_names(registry: Registry, settings: Settings) -> NameIndex:
    """Return the index of all names, and of those that rules derive from them."""
    people = {kind.name for kind in settings.kinds if kind.schema_type == "Person"}
    return _index(pair for entity in registry.entities for pair in entity_names(entity, entity.kind in people))


def index_pins(pins: Mapping[str, EntityId]) -> NameIndex:
    """Return the index of the names that an article pins; one in small letters stands for its capital form too."""
    return _index(
        (form, Name(text, entity, PIN))
        for text, entity in sorted(pins.items())
        for form in dict.fromkeys((fold(text), fold(text.title()) if text.islower() else fold(text)))
    )


def _index(pairs: Iterable[tuple[str, Name]]) -> NameIndex:
    names: dict[str, dict[EntityId, Name]] = {}
    for form, name in pairs:
        names.setdefault(form, {}).setdefault(name.entity, name)
    shapes: dict[str, set[tuple[int, int]]] = {}
    for form in names:
        if first := WORD.search(form):
            shapes.setdefault(first[0], set()).add((first.start(), len(form)))
    return NameIndex(
        {form: tuple(sorted(bearers.values(), key=lambda name: name.entity)) for form, bearers in names.items()},
        {word: tuple(sorted(found, key=lambda shape: (shape[0] - shape[1], shape))) for word, found in shapes.items()},
    )
