"""Lay out the spots of a text: those that run through a middle name among them, and where full names begin and end."""

from collections.abc import Container, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from dateline.linking.common_words import GENERIC_NOUNS
from dateline.linking.full_names import add_full_names
from dateline.linking.spots import Spot
from dateline.model.names import EntityId


@dataclass(frozen=True, slots=True)
class Layout:
    """Spots, and what may stand beside a name; offsets in the folded text, in code points from 0."""

    spots: Sequence[Spot]
    """The longest first, then from left to right; they may overlap."""
    starts: AbstractSet[int]
    """Where full names start."""
    ends: AbstractSet[int]


def lay_out(text: str, spots: Sequence[Spot], named: Container[EntityId] | None) -> Layout:
    """Return the layout of a folded text; `named` are those whom the texts name in full, None while nobody knows.

    It depends on them only where `may_run_through_more` says so.
    """
    spots = _cut_at_commas(text, add_full_names(text, spots, named))
    full = [
        spot
        for spot in spots
        if not (spot.names[0].is_weak and all(name.is_weak for name in spot.names))
        and text[spot.start : spot.end].lower() not in GENERIC_NOUNS
    ]
    return Layout(spots, {spot.start for spot in full}, {spot.end for spot in full})


def _cut_at_commas(text: str, spots: Sequence[Spot]) -> Sequence[Spot]:
    """Irving, Texas is two names where both places are registered: the first keeps the meaning of the whole."""
    if ", " not in text or not any(text.find(", ", spot.start, spot.end) > 0 for spot in spots):
        return spots
    full = {(spot.start, spot.end) for spot in spots if any(not name.is_weak for name in spot.names)}
    cut = [
        replace(spot, end=comma)
        if (comma := text.find(", ", spot.start, spot.end)) > 0 and (comma + 2, spot.end) in full
        else spot
        for spot in spots
    ]
    return cut if cut != list(spots) else spots
