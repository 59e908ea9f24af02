"""Choose, of the spots of a text, those that stand, and what each of them means."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.linking.choices import choose_entity
from dateline.linking.common_words import GIVEN_NAMES
from dateline.linking.context import Surroundings, find_bigger_name, is_alone
from dateline.linking.folding import Folded, fold
from dateline.linking.knowledge import Knowledge
from dateline.linking.layouts import Layout
from dateline.linking.name_forms import Name
from dateline.linking.rules import (
    COMMON_SURNAME,
    FAMILY,
    FULL_NAME_MISSING,
    GIVEN_NAME,
    NOT_YET,
    PIN,
    SHARED_NAME,
    STRANGER,
    SURNAME,
    WEAK_ALIAS,
    WRITTEN,
)
from dateline.linking.spots import Spot
from dateline.model.mention import Decision
from dateline.model.names import EntityId


# A named tuple: one is made for every name in every text, and a frozen dataclass takes three times as long to make.
class Sense(NamedTuple):
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


@dataclass(slots=True)
class Reading:
    """What the spots of a text mean to somebody who knows this much."""

    text: Folded
    layout: Layout
    known: Knowledge
    settled: dict[int, Sense]
    """What full names of one bearer mean, by the number of their spot: what is `known` may grow, and leave it so."""
    taken: bytearray
    """One byte for each character, set where a spot stands."""
    chosen: list[Sense]
    """The senses of the spots that stand, in no order; none overlaps another."""

    def list_short_names(self) -> Iterator[Sense]:
        """Yield the short names, where no spot stands, of entities that the texts never name in full."""
        for spot in self.layout.spots:
            if self.taken.find(1, spot.start, spot.end) < 0:
                sense = _list_short_name(self.text, spot, self.known, self.layout)
                if sense is not None:
                    self.taken[spot.start : spot.end] = b"\1" * (spot.end - spot.start)
                    yield sense


def read_spots(text: Folded, layout: Layout, known: Knowledge, settled: dict[int, Sense]) -> Reading:
    """Return what the spots of a text mean: the longest spot wins, then the leftmost, in the order of the layout.

    `settled` is that of an earlier reading of the same layout, if what was known then stands alike (`stand_alike`).
    """
    taken = bytearray(len(text.text))
    chosen = []
    for number, spot in enumerate(layout.spots):
        start, end, names = spot
        if taken.find(1, start, end) >= 0:
            continue
        sense = settled.get(number)
        if sense is None:
            sense = (_choose if len(names) > 1 else _choose_only)(text, spot, known, layout)
            if sense is None:
                continue
            if len(names) == 1 and not names[0].is_weak:
                settled[number] = sense
        taken[start:end] = b"\1" * (end - start)
        chosen.append(sense)
    return Reading(text, layout, known, settled, taken, chosen)


def _choose_only(text: Folded, spot: Spot, known: Knowledge, layout: Layout) -> Sense | None:
    """What a name means that one entity alone bears."""
    (name,) = spot.names
    rule, entity, decision = name.rule, name.entity, None
    if rule != PIN and (rule in known.off or (name.is_weak and entity not in known.present)):
        return None
    if entity in known.unborn and NOT_YET not in known.off:
        rule, decision = NOT_YET, Decision.SUPPRESSED
    elif rule != PIN and (guard := _guard(text.text, spot, name, known, layout, is_sure=True)):
        rule, decision = guard, Decision.SUPPRESSED
    return Sense(text.origin(spot.start), text.origin(spot.end), name.text, rule, entity, (entity,), decision)


def _choose(text: Folded, spot: Spot, known: Knowledge, layout: Layout) -> Sense | None:
    names = _live_names(spot.names, known)
    if not names:
        return None
    candidates = _candidates(names)
    existing = _existing(candidates, known)
    if not existing:
        return _sense(text, spot, names, (NOT_YET, Decision.SUPPRESSED))
    entity, choice = choose_entity(existing, known)
    name = next((name for name in names if name.entity == entity), names[0])
    rule, decision = (choice or name.rule, None) if entity else (SHARED_NAME, Decision.AMBIGUOUS)
    if name.rule != PIN and (guard := _guard(text.text, spot, name, known, layout, is_sure=entity is not None)):
        rule, decision = guard, Decision.SUPPRESSED
    start, end = text.origin(spot.start), text.origin(spot.end)
    return Sense(start, end, name.text, rule, entity, candidates, decision)


def _candidates(names: Sequence[Name]) -> tuple[EntityId, ...]:
    return (names[0].entity,) if len(names) == 1 else tuple(sorted({name.entity for name in names}))


def _existing(candidates: tuple[EntityId, ...], known: Knowledge) -> tuple[EntityId, ...]:
    if not known.unborn or NOT_YET in known.off:
        return candidates
    return tuple(entity for entity in candidates if entity not in known.unborn)


def _live_names(names: tuple[Name, ...], known: Knowledge) -> tuple[Name, ...]:
    """Those that count here: what an author wrote goes before what rules derive from it."""
    pinned = tuple(name for name in names if name.rule == PIN)
    live = tuple(
        name for name in names if name.rule not in known.off and (not name.is_weak or name.entity in known.present)
    )
    is_written = any(name.rule in WRITTEN and not name.is_weak for name in live)
    return pinned or (tuple(name for name in live if name.is_weak or name.rule in WRITTEN) if is_written else live)


def _sense(text: Folded, spot: Spot, names: Sequence[Name], verdict: tuple[str, Decision]) -> Sense:
    candidates = _candidates(names)
    entity = candidates[0] if len(candidates) == 1 else None
    rule, decision = verdict
    start, end = text.origin(spot.start), text.origin(spot.end)
    return Sense(start, end, names[0].text, rule, entity, candidates, decision)


def _guard(text: str, spot: Spot, name: Name, known: Knowledge, layout: Layout, *, is_sure: bool) -> str | None:
    """The rule that holds a name back, if any; of one that may mean several it is not asked who bears it more."""
    if name.rule == COMMON_SURNAME:
        return COMMON_SURNAME
    rule = _bigger_name(text, spot, name, known, layout)
    if (
        rule is None
        and is_sure
        and known.strangers
        and name.is_weak
        and name.is_person
        and _is_another(text[spot.start : spot.end], name, known)
    ):
        rule = FAMILY
    if rule is None and known.surnames and not name.is_person and text[spot.start : spot.end] in known.surnames:
        rule = STRANGER
    return None if rule in known.off else rule


def _bigger_name(text: str, spot: Spot, name: Name, known: Knowledge, layout: Layout) -> str | None:
    if is_alone(text, spot.start, spot.end):
        return None
    around = Surroundings(known.common, layout.starts, layout.ends)
    return find_bigger_name(text, spot.start, spot.end, name, around)


def _is_another(surface: str, name: Name, known: Knowledge) -> bool:
    """Whether a short name is rather that of somebody else whom the texts name in full."""
    others = known.strangers.get(surface, 0)
    is_surname = name.rule == SURNAME and fold(name.text).endswith(surface)
    return others > ((known.named or {}).get(name.entity, 0) if is_surname else 0)


def _list_short_name(text: Folded, spot: Spot, known: Knowledge, layout: Layout) -> Sense | None:
    """A surname, weak alias or rare given name, of entities that nothing in the texts names in full."""
    surface = text.text[spot.start : spot.end]
    names = tuple(_absent(spot.names, surface.lower() not in GIVEN_NAMES, known))
    if not names or FULL_NAME_MISSING in known.off or surface.lower() in known.common:
        return None
    if _bigger_name(text.text, spot, names[0], known, layout):
        return None
    return _sense(text, spot, names, (FULL_NAME_MISSING, Decision.SUPPRESSED))


def _absent(names: Sequence[Name], is_rare: bool, known: Knowledge) -> Iterator[Name]:  # noqa: FBT001
    for name in names:
        is_telling = name.rule in (SURNAME, WEAK_ALIAS) or (name.rule == GIVEN_NAME and is_rare)
        is_short = is_telling and name.rule not in known.off
        if is_short and name.entity not in known.present and name.entity not in known.unborn:
            yield name
