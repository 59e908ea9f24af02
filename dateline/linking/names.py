"""Turn the registry into an index of names, ready to be found in texts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.linking.automaton import Automaton
from dateline.linking.folding import fold
from dateline.linking.languages import other_writings
from dateline.linking.name_forms import Name, entity_names
from dateline.linking.rules import PIN
from dateline.model.entity import Entity, Registry
from dateline.model.names import EntityId
from dateline.model.settings import Settings


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Names by their folded text, and what finds them."""

    names: Mapping[str, tuple[Name, ...]]
    automaton: Automaton


def index_names(registry: Registry, settings: Settings) -> NameIndex:
    """Return the index of all names, and of those that rules derive from them."""
    people = _person_kinds(settings)
    return _index(pair for entity in registry.entities for pair in entity_names(entity, entity.kind in people))


def index_bearers(bearers: Mapping[str, tuple[EntityId, ...]], registry: Registry, settings: Settings) -> NameIndex:
    """Return the same index, made of what `bearers_of` has found: names are derived only as they are asked for."""
    return NameIndex(_Names(bearers, registry, settings), Automaton(tuple(bearers)))


def bearers_of(index: NameIndex) -> Mapping[str, tuple[EntityId, ...]]:
    """Return who bears each form of an index, in the order of their ids."""
    return {form: tuple(name.entity for name in names) for form, names in index.names.items()}


class _Names(Mapping[str, tuple[Name, ...]]):
    """Names by their folded text, each derived when it is first asked for."""

    def __init__(self, bearers: Mapping[str, tuple[EntityId, ...]], registry: Registry, settings: Settings) -> None:
        self._bearers = bearers
        self._registry = registry
        self._settings = settings
        self._forms: dict[EntityId, Mapping[str, Name]] = {}

    def __getitem__(self, form: str) -> tuple[Name, ...]:
        return tuple(self._of(identity)[form] for identity in self._bearers[form])

    def _of(self, identity: EntityId) -> Mapping[str, Name]:
        if identity not in self._forms:
            self._forms[identity] = name_forms(self._registry.by_id[identity], self._settings)
        return self._forms[identity]

    def __iter__(self) -> Iterator[str]:
        return iter(self._bearers)

    def __len__(self) -> int:
        return len(self._bearers)


def name_forms(entity: Entity, settings: Settings) -> Mapping[str, Name]:
    """Return every folded form by which a text may name the entity, and its name."""
    forms: dict[str, Name] = {}
    for plain, name in entity_names(entity, entity.kind in _person_kinds(settings)):
        for form in (plain, *other_writings(plain)):
            forms.setdefault(form, name)
    return forms


def _person_kinds(settings: Settings) -> frozenset[str]:
    return frozenset(kind.name for kind in settings.kinds if kind.schema_type == "Person")


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
    bearers = {form: tuple(sorted(found.values(), key=lambda name: name.entity)) for form, found in names.items()}
    return NameIndex(bearers, Automaton(tuple(bearers)))
