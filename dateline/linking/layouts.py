"""Lay out the spots of a text: those that run through a middle name among them, and which of them overlap."""

from collections.abc import Container, Iterator, Sequence
from collections.abc import Set as AbstractSet

from dateline.linking.common_words import GENERIC_NOUNS
from dateline.linking.full_names import add_full_names, may_run_through_more
from dateline.linking.spots import Spot
from dateline.model.dataclass import dataclass
from dateline.model.names import EntityId

Cluster = Sequence[Spot]
"""Spots of which each overlaps another; one that covers them all comes first."""


@dataclass(slots=True)
class Layout:
    """Spots, and what may stand beside a name; offsets in the folded text, in code points from 0."""

    text: str
    clusters: Sequence[Cluster]
    """From right to left."""
    is_ordered: bool
    """Whether the spots of a cluster come in the order of their right to the text."""
    may_grow: bool
    """Whether there may be more of them, or fewer, for somebody who knows more."""
    _edges: tuple[AbstractSet[int], AbstractSet[int]] | None = None
    """Few names have anything beside them: this is found when it is asked for."""

    @property
    def starts(self) -> AbstractSet[int]:
        """Where full names start."""
        return self._find_edges()[0]

    @property
    def ends(self) -> AbstractSet[int]:
        """Where full names end."""
        return self._find_edges()[1]

    def in_order(self, cluster: Cluster) -> Cluster:
        """Return the spots of a cluster in the order of their right to the text: the longest, then the leftmost."""
        return cluster if self.is_ordered or len(cluster) == 1 else _in_order(cluster)

    def _find_edges(self) -> tuple[AbstractSet[int], AbstractSet[int]]:
        if self._edges is None:
            full = [
                (start, end)
                for cluster in self.clusters
                for start, end, names in cluster
                if not all(name.is_weak for name in names) and self.text[start:end].lower() not in GENERIC_NOUNS
            ]
            self._edges = {start for start, _ in full}, {end for _, end in full}
        return self._edges


def lay_out(text: str, spots: Sequence[Spot], named: Container[EntityId] | None) -> Layout:
    """Return the layout of the spots of a folded text, which come in the order of their ends.

    `named` are those whom it names in full, None while nobody knows.
    """
    may_grow = may_run_through_more(text, spots)
    clusters = _cluster(add_full_names(text, spots, named) if may_grow else spots)
    if ", " not in text or all(text.find(", ", start, end) <= 0 for start, end, _ in spots):
        return Layout(text, clusters, is_ordered=False, may_grow=may_grow)
    cut = [list(_cut_at_commas(text, _in_order(cluster))) for cluster in clusters]
    return Layout(text, cut, is_ordered=True, may_grow=may_grow)


def _cluster(spots: Sequence[Spot]) -> Sequence[Cluster]:
    """Put together what overlaps, from right to left: whatever ends behind the start of another reaches into it."""
    clusters: list[list[Spot]] = []
    left = right = len(spots) and spots[-1][1]
    for spot in reversed(spots):
        start, end, _ = spot
        if end <= left or not clusters:
            clusters.append([spot])
            left, right = start, end
        elif start <= left:
            left = start
            clusters[-1].insert(0 if end == right else len(clusters[-1]), spot)
        else:
            clusters[-1].append(spot)
    return clusters


def _in_order(cluster: Cluster) -> Cluster:
    return sorted(cluster, key=lambda spot: (spot[0] - spot[1], spot[0]))


def _cut_at_commas(text: str, spots: Sequence[Spot]) -> Iterator[Spot]:
    """Irving, Texas is two names where both places are registered: the first keeps the meaning of the whole."""
    full = {(start, end) for start, end, names in spots if any(not name.is_weak for name in names)}
    for start, end, names in spots:
        comma = text.find(", ", start, end)
        yield (start, comma if comma > 0 and (comma + 2, end) in full else end, names)
