"""Turn each entity's `part_of` into a tree: what holds it, what it holds."""

from collections import defaultdict
from collections.abc import Mapping

from dateline.model.entity import Entity, Registry
from dateline.model.names import EntityId


def children_of(registry: Registry) -> Mapping[EntityId, tuple[EntityId, ...]]:
    """Return what is directly part of each entity that has parts, by name."""
    found: defaultdict[EntityId, list[EntityId]] = defaultdict(list)
    for entity in registry.entities:
        if entity.part_of:
            found[entity.part_of].append(entity.id)
    return {
        whole: tuple(sorted(parts, key=lambda part: (registry.by_id[part].name.casefold(), part)))
        for whole, parts in found.items()
    }


def parents_of(registry: Registry, entity: EntityId) -> tuple[EntityId, ...]:
    """Return what the entity is part of, the nearest first; a circle is followed once round."""
    return parents_among(registry.by_id, entity)


def parents_among(by_id: Mapping[EntityId, Entity], entity: EntityId) -> tuple[EntityId, ...]:
    """Return the same, given the entities by their ids."""
    parents: list[EntityId] = []
    parent = by_id[entity].part_of
    while parent is not None and parent in by_id and parent not in parents and parent != entity:
        parents.append(parent)
        parent = by_id[parent].part_of
    return tuple(parents)
