"""Turn pairs of entities whose names are nearly the same into advice: perhaps they are one."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product

from dateline.linking.folding import fold
from dateline.linking.likeness import close_pairs
from dateline.linking.linked import Linked
from dateline.linking.remedies import alias_line
from dateline.linking.reports.advice import Advice, AdviceCode, by_weight
from dateline.model.entity import Entity, Registry
from dateline.model.names import EntityId
from dateline.reading.content import Content

_ALIKE = 0.9
_SHORTEST = 6
_DIGITS = re.compile(r"\d+")

_Bearer = tuple[EntityId, str]
"""An entity, and how its file writes the name."""


def report_alike(content: Content, linked: Linked) -> tuple[Advice, ...]:
    """Return one piece of advice for each pair of one kind; names that differ in a number are not alike."""
    counts = Counter(mention.means for mention in linked.mentions() if mention.means)
    pairs: dict[tuple[EntityId, EntityId], tuple[_Bearer, _Bearer]] = {}
    for one, other in _alike(content.registry):
        pairs.setdefault((one[0], other[0]), (one, other))
    return by_weight(_advise(content.registry, one, other, counts) for one, other in pairs.values())


def _alike(registry: Registry) -> Iterator[tuple[_Bearer, _Bearer]]:
    bearers = _bearers(registry)
    for one, other, _ in close_pairs(sorted(bearers), _ALIKE):
        if _DIGITS.findall(one) == _DIGITS.findall(other):
            for first, second in product(bearers[one], bearers[other]):
                low, high = sorted((first, second))
                if low[0] != high[0] and registry.by_id[low[0]].kind == registry.by_id[high[0]].kind:
                    yield low, high


def _bearers(registry: Registry) -> Mapping[str, list[_Bearer]]:
    found: dict[str, list[_Bearer]] = {}
    for entity in registry.entities:
        for name in dict.fromkeys((entity.name, *entity.aliases)):
            form = fold(name).lower()
            if len(form) >= _SHORTEST:
                found.setdefault(form, []).append((entity.id, name))
    return found


def _advise(registry: Registry, one: _Bearer, other: _Bearer, counts: Counter[EntityId]) -> Advice:
    """The entity with more mentions stays, in the remedy; the other's name becomes an alias of it."""
    (kept, name), (gone, its_name) = sorted((one, other), key=lambda bearer: (-counts.get(bearer[0], 0), bearer[0]))
    message = f"'{its_name}' ({gone}) is nearly '{name}' ({kept})"
    stays: Entity = registry.by_id[kept]
    hint = f"if they are one, take this file away and write in {stays.location.path} {alias_line(stays, its_name)}"
    weight = counts.get(gone, 0)
    return Advice(AdviceCode.ENTITIES_ALIKE, message, registry.by_id[gone].location, hint, weight)
