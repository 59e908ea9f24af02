"""Turn the registry into an index of names, ready to be found in texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.linking.automaton import Automaton
from dateline.linking.folding import fold
from dateline.linking.languages import other_writings
from dateline.linking.name_forms import Name, entity_names
from dateline.linking.rules import PIN
from dateline.model.entity import Registry
from dateline.model.names import EntityId
from dateline.model.settings import Settings


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Names, and what finds them."""

    names: tuple[tuple[Name, ...], ...]
    """Those of each form, by the number that the automaton has for it."""
    automaton: Automaton


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
    for plain, name in pairs:
        for form in (plain, *other_writings(plain)):
            if any(map(str.isalnum, form)):
                names.setdefault(form, {}).setdefault(name.entity, name)
    bearers = [tuple(sorted(found.values(), key=lambda name: name.entity)) for found in names.values()]
    return NameIndex(tuple(bearers), Automaton(tuple(names)))
