"""Turn the registry into an index of names, ready to be found in texts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import overload

from dateline.linking.automaton import Automaton
from dateline.linking.folding import fold
from dateline.linking.languages import other_writings
from dateline.linking.name_forms import Name, entity_names
from dateline.linking.rules import PIN
from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity, Registry
from dateline.model.names import EntityId
from dateline.model.settings import Settings


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Names, and what finds them."""

    names: Sequence[tuple[Name, ...]]
    """Those of each form, by the number that the automaton has for it."""
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
    ids = (tuple(name.entity for name in names) for names in index.names)
    return dict(zip(index.automaton.forms, ids, strict=True))


def change_bearers(
    bearers: Mapping[str, tuple[EntityId, ...]], changed: Iterable[tuple[Entity, Entity]], settings: Settings
) -> Mapping[str, tuple[EntityId, ...]]:
    """Return who bears each form after some entities have changed, each given as it was and as it is."""
    found = dict(bearers)
    for old, new in changed:
        before, after = name_forms(old, settings).keys(), name_forms(new, settings).keys()
        for form in before - after:
            rest = tuple(each for each in found.pop(form, ()) if each != old.id)
            if rest:
                found[form] = rest
        for form in after - before:
            if any(map(str.isalnum, form)):
                found[form] = tuple(sorted({*found.get(form, ()), new.id}))
    return found


class _Names(Sequence[tuple[Name, ...]]):
    """Names by the numbers of their forms, each derived when it is first asked for."""

    def __init__(self, bearers: Mapping[str, tuple[EntityId, ...]], registry: Registry, settings: Settings) -> None:
        self._forms = tuple(bearers.items())
        self._registry = registry
        self._settings = settings
        self._derived: dict[EntityId, Mapping[str, Name]] = {}

    @overload
    def __getitem__(self, number: int) -> tuple[Name, ...]: ...

    @overload
    def __getitem__(self, number: slice) -> tuple[tuple[Name, ...], ...]: ...

    def __getitem__(self, number: int | slice) -> tuple[Name, ...] | tuple[tuple[Name, ...], ...]:
        if isinstance(number, slice):
            return tuple(self[each] for each in range(*number.indices(len(self))))
        form, bearers = self._forms[number]
        return tuple(self._of(identity)[form] for identity in bearers)

    def __len__(self) -> int:
        return len(self._forms)

    def _of(self, identity: EntityId) -> Mapping[str, Name]:
        if identity not in self._derived:
            self._derived[identity] = name_forms(self._registry.by_id[identity], self._settings)
        return self._derived[identity]


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
    bearers = [tuple(sorted(found.values(), key=lambda name: name.entity)) for found in names.values()]
    return NameIndex(tuple(bearers), Automaton(tuple(names)))
