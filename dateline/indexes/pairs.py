"""Turn entries into who is in them together, and how often."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, combinations

from dateline.indexes.entries import Entry
from dateline.model.dataclass import dataclass
from dateline.model.names import EntityId


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities that are in the same entries."""

    first: EntityId
    second: EntityId
    entries: int
    """How many entries both are in."""


def most_told(told: Mapping[EntityId, Sequence[Entry]], most: int) -> frozenset[EntityId]:
    """Return those that most entries name or list, so many at most; of equals the first by id."""
    return frozenset(sorted(told, key=lambda identity: (-len(told[identity]), identity))[:most])


def count_pairs(entries: Iterable[Entry], among: Collection[EntityId]) -> tuple[Pair, ...]:
    """Return every two of these entities that are in an entry together: most often so first, then by id."""
    ordered = sorted(count_together(entries, among).items(), key=lambda item: (-item[1], item[0]))
    return tuple(Pair(*pair, entries) for pair, entries in ordered)


def count_together(entries: Iterable[Entry], among: Collection[EntityId]) -> Mapping[tuple[EntityId, EntityId], int]:
    """Return in how many entries every two of these entities are together; of two the first by id comes first."""
    casts = ([identity for identity in entry.entities if identity in among] for entry in entries)
    return Counter(chain.from_iterable(combinations(cast, 2) for cast in casts if len(cast) > 1))


def closest_pairs(pairs: Iterable[Pair], each: int, most: int) -> tuple[Pair, ...]:
    """Return of pairs in the order of `count_pairs` those among the first of so many of either; `most` of all."""
    taken: defaultdict[EntityId, int] = defaultdict(int)
    found: list[Pair] = []
    for pair in pairs:
        if min(taken[pair.first], taken[pair.second]) < each and len(found) < most:
            found.append(pair)
        taken[pair.first] += 1
        taken[pair.second] += 1
    return tuple(found)


def ends_of(pairs: Iterable[Pair]) -> Mapping[EntityId, tuple[EntityId, ...]]:
    """Return for each entity with whom it makes a pair, in their order."""
    found: defaultdict[EntityId, list[EntityId]] = defaultdict(list)
    for pair in pairs:
        found[pair.first].append(pair.second)
        found[pair.second].append(pair.first)
    return {entity: tuple(others) for entity, others in found.items()}
