"""Lay out the spots of a text: those that run through a middle name among them, and where full names begin and end."""

from collections.abc import Container, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from dateline.linking.common_words import GENERIC_NOUNS
from dateline.linking.full_names import add_full_names
from dateline.linking.spots import Spot
from dateline.model.names import EntityId


@dataclass(slots=True)
class Layout:
    """Spots, and what may stand beside a name; offsets in the folded text, in code points from 0."""

    text: str
    spots: Sequence[Spot]
    """The longest first, then from left to right; they may overlap."""
    is_cut: bool = False
    """Whether some of them were longer when they were put into order."""
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

    def _find_edges(self) -> tuple[AbstractSet[int], AbstractSet[int]]:
        if self._edges is None:
            full = [
                (start, end)
                for start, end, names in self.spots
                if not all(name.is_weak for name in names) and self.text[start:end].lower() not in GENERIC_NOUNS
            ]
            self._edges = {start for start, _ in full}, {end for _, end in full}
        return self._edges


def lay_out(text: str, spots: Sequence[Spot]) -> Layout:
    """Return the layout of a folded text in which no middle name runs through any spot (`may_run_through_more`)."""
    cut = _cut_at_commas(text, spots)
    return Layout(text, cut, cut is not spots)


def lay_out_full_names(text: str, spots: Sequence[Spot], named: Container[EntityId] | None) -> Layout:
    """Return the layout of any folded text; `named` are those whom the texts name in full, None while nobody knows."""
    return lay_out(text, add_full_names(text, spots, named))


def _cut_at_commas(text: str, spots: Sequence[Spot]) -> Sequence[Spot]:
    """Irving, Texas is two names where both places are registered: the first keeps the meaning of the whole."""
    if ", " not in text or all(text.find(", ", start, end) <= 0 for start, end, _ in spots):
        return spots
    full = {(spot.start, spot.end) for spot in spots if any(not name.is_weak for name in spot.names)}
    return [
        spot._replace(end=comma)
        if (comma := text.find(", ", spot.start, spot.end)) > 0 and (comma + 2, spot.end) in full
        else spot
        for spot in spots
    ]
