"""Find the entity that an author refers to by its id, its slug or one of its names."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from urllib.parse import unquote

from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity, Registry
from dateline.model.names import EntityId, slugify
from dateline.model.problem import Code, Location, Problem

_CLOSE_MATCHES = 3


@dataclass(frozen=True, slots=True)
class References:
    """What an author may call an entity by."""

    labels: Mapping[EntityId, str]
    """The name of each entity by its id."""
    slugs: Mapping[str, tuple[EntityId, ...]]
    names: Mapping[str, tuple[EntityId, ...]]
    """By the slug of a name: letter case, diacritics and punctuation do not matter."""

    def find(self, target: str) -> tuple[EntityId, ...]:
        """Return whom the target may mean, in the order of their ids: an id, else a slug, else a name."""
        if target in self.labels:
            return (EntityId(target),)
        return self.slugs.get(target) or self.names.get(slugify(target), ())

    def find_url(self, url: str) -> tuple[EntityId, ...]:
        """Return the entity whose page has this URL path, if any."""
        identity = EntityId(unquote(url.partition("#")[0].partition("?")[0]).removesuffix("/"))
        return (identity,) if identity in self.labels else ()

    def complain(self, target: str, location: Location) -> Problem:
        """Return the problem of a target that means nobody, or more than one."""
        candidates = self.find(target)
        if candidates:
            hint = "write " + " or ".join(f"[[{entity}]]" for entity in candidates)
            return Problem(Code.REFERENCE_AMBIGUOUS, f"'{target}' may mean {len(candidates)} entities", location, hint)
        close = get_close_matches(slugify(target), sorted({*self.slugs, *self.names}), _CLOSE_MATCHES)
        hint = f"did you mean {' or '.join(close)}?" if close else "write the slug or the name of an entity"
        return Problem(Code.REFERENCE_UNKNOWN, f"no entity is called '{target}'", location, hint)


def pin_references(references: References, pins: Mapping[str, EntityId]) -> References:
    """Return the references of an article that pins these names."""
    pinned: dict[str, tuple[EntityId, ...]] = {slugify(name): (entity,) for name, entity in pins.items()}
    return replace(references, slugs=_Laid(pinned, references.slugs), names=_Laid(pinned, references.names))


def index_references(registry: Registry) -> References:
    """Return what the entities of a registry may be called by."""
    slugs: dict[str, list[EntityId]] = {}
    for entity in registry.entities:
        slugs.setdefault(entity.slug, []).append(entity.id)
    labels = {entity.id: entity.name for entity in registry.entities}
    return References(labels, _frozen(slugs), _NamesAsked(registry))


class _Laid(Mapping[str, tuple[EntityId, ...]]):
    """A few keys laid over many, which are not copied."""

    def __init__(self, above: Mapping[str, tuple[EntityId, ...]], below: Mapping[str, tuple[EntityId, ...]]) -> None:
        self._above = above
        self._below = below

    def __getitem__(self, key: str) -> tuple[EntityId, ...]:
        return self._above[key] if key in self._above else self._below[key]

    def __iter__(self) -> Iterator[str]:
        return iter({**self._below, **self._above})

    def __len__(self) -> int:
        return len(self._below.keys() | self._above.keys())


class _NamesAsked(Mapping[str, tuple[EntityId, ...]]):
    """Who bears which name, by the slug of it: found out when somebody asks, since few texts name anybody by hand."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._found: dict[str, tuple[EntityId, ...]] | None = None

    def __getitem__(self, key: str) -> tuple[EntityId, ...]:
        return self._all()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> dict[str, tuple[EntityId, ...]]:
        if self._found is None:
            names: dict[str, list[EntityId]] = {}
            for entity in self._registry.entities:
                for key in {slugify(name) for name in _names(entity)}:
                    names.setdefault(key, []).append(entity.id)
            self._found = _frozen(names)
        return self._found


def _names(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.aliases, *entity.weak_aliases, *entity.forms)


def _frozen(index: Mapping[str, list[EntityId]]) -> dict[str, tuple[EntityId, ...]]:
    return {key: tuple(entities) for key, entities in index.items()}
