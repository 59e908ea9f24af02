"""Choose, of the spots of a text, those that stand, and what each of them means."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from dateline.linking.context import Surroundings, is_part_of_bigger_name
from dateline.linking.folding import Folded
from dateline.linking.name_forms import Name
from dateline.linking.rules import BIGGER_NAME, ONE_SENSE, PIN, SHARED_NAME
from dateline.linking.spots import Spot
from dateline.model.mention import Decision
from dateline.model.names import EntityId


@dataclass(frozen=True, slots=True)
class Sense:
    """A name in a text and what it means; offsets in the author's text, in code points from 0."""

    start: int
    end: int
    name: str
    """As the registry has it."""
    rule: str
    entity: EntityId | None
    candidates: tuple[EntityId, ...]
    decision: Decision | None = None
    """Ambiguous or suppressed; None: it counts, and may become a link."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the texts of a file, taken together, tell of the names in them."""

    present: AbstractSet[EntityId]
    """Those that it names in full, or lists: weak names count for them."""
    common: AbstractSet[str]
    """Words that it writes with a small letter."""


def choose_senses(text: Folded, spots: Sequence[Spot], known: Knowledge) -> tuple[Sense, ...]:
    """Return what the spots of a text mean, in the order of the text; none overlaps another.

    The longest spot wins, then the leftmost: they are taken in the order given.
    """
    around = _look_around(spots, known.common)
    taken = bytearray(len(text.text))
    chosen = []
    for spot in spots:
        names = _live_names(spot.names, known.present)
        if names and not any(taken[spot.start : spot.end]):
            taken[spot.start : spot.end] = b"\1" * (spot.end - spot.start)
            chosen.append(_choose(text, spot, names, known, around))
    return tuple(sorted(chosen, key=lambda sense: sense.start))


def _look_around(spots: Sequence[Spot], common: AbstractSet[str]) -> Surroundings:
    full = [spot for spot in spots if not all(name.is_weak for name in spot.names)]
    return Surroundings(common, {spot.start for spot in full}, {spot.end for spot in full})


def _live_names(names: Sequence[Name], present: AbstractSet[EntityId]) -> tuple[Name, ...]:
    pinned = tuple(name for name in names if name.rule == PIN)
    return pinned or tuple(name for name in names if not name.is_weak or name.entity in present)


def _choose(text: Folded, spot: Spot, names: Sequence[Name], known: Knowledge, around: Surroundings) -> Sense:
    candidates = tuple(sorted({name.entity for name in names}))
    meant = candidates if len(candidates) == 1 else tuple(entity for entity in candidates if entity in known.present)
    start, end = text.origin(spot.start), text.origin(spot.end)
    if len(meant) != 1:
        return Sense(start, end, names[0].text, SHARED_NAME, None, candidates, Decision.AMBIGUOUS)
    name = next(name for name in names if name.entity == meant[0])
    if name.rule != PIN and is_part_of_bigger_name(text.text, spot.start, spot.end, around):
        return Sense(start, end, name.text, BIGGER_NAME, name.entity, candidates, Decision.SUPPRESSED)
    return Sense(start, end, name.text, name.rule if len(candidates) == 1 else ONE_SENSE, name.entity, candidates)
