"""Choose, of the spots of a text, those that stand, and what each of them means."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import repeat
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

_NEW = tuple.__new__
_SETTLED, _LOOSE = 1, 2
"""What a character is taken by: a name that stands whatever is learnt, full and of one bearer; or any other."""
_FILLING = (b"", b"\1", b"\2")


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


Choices = Iterable[tuple[Spot, Sense | None]]
"""Spots that may stand, in the order of the layout, each with its sense where that is settled."""


@dataclass(slots=True)
class Reading:
    """What the spots of a text mean to somebody who knows this much."""

    text: Folded
    layout: Layout
    known: Knowledge
    rest: Choices
    """What there is to choose from for somebody who knows more, and to whom the same stands alike (`stand_alike`)."""
    taken: bytearray
    """One byte for each character, which says what it is taken by; 0: nothing."""
    chosen: list[Sense]
    """The senses of the spots that stand, in no order; none overlaps another."""
    left: list[Spot]
    """The spots that mean nothing, as far as is known, and that no chosen one overlapped when it was their turn."""

    def list_short_names(self) -> Iterator[Sense]:
        """Yield the short names, where no spot stands, of entities that the texts never name in full."""
        for spot in self.left:
            if not any(self.taken[spot.start : spot.end]):
                sense = _list_short_name(self.text, spot, self.known, self.layout)
                if sense is not None:
                    self.taken[spot.start : spot.end] = _FILLING[_LOOSE] * (spot.end - spot.start)
                    yield sense

    def is_settled(self, news: AbstractSet[EntityId]) -> bool:
        """Whether all that may stand here means the same, whatever else is learnt of these entities."""
        for (_, _, names), sense in self.rest:
            if sense is None and (len(names) > 1 or names[0].is_weak) and any(name.entity in news for name in names):
                return False
        return True


def read_spots(text: Folded, layout: Layout, known: Knowledge, choices: Choices | None = None) -> Reading:
    """Return what the spots of a text mean: the longest spot wins, then the leftmost, in the order of the layout.

    `choices` are the rest of an earlier reading of the same layout, where what was known then stands alike.
    """
    taken, wanted = bytearray(len(text.text)), bytearray(len(text.text))
    chosen, left, rest = [], [], []
    for choice in zip(layout.spots, repeat(None)) if choices is None else choices:
        spot, settled = choice
        start, end, names = spot
        # What is taken is mostly longer than what comes later, and so covers one of its ends, if it covers any of it.
        cover = taken[start] or taken[end - 1] or (layout.is_cut and max(taken[start:end]))
        if cover == _SETTLED:
            continue
        choose = _choose_only if len(names) == 1 else _choose
        sense = None if cover else settled or choose(text, spot, known, layout)
        if sense is None:
            wanted[start:end] = _FILLING[_LOOSE] * (end - start)
            rest.append(choice)
            if not cover:
                left.append(spot)
            continue
        is_full = len(names) == 1 and not names[0].is_weak
        is_settled = is_full and not (wanted[start] or wanted[end - 1] or layout.is_cut)
        taken[start:end] = _FILLING[_SETTLED if is_settled else _LOOSE] * (end - start)
        rest.append((spot, sense) if is_full else choice)
        chosen.append(sense)
    return Reading(text, layout, known, rest, taken, chosen, left)


def _choose_only(text: Folded, spot: Spot, known: Knowledge, layout: Layout) -> Sense | None:
    """What a name means that one entity alone bears."""
    (name,) = spot.names
    rule, entity, decision = name.rule, name.entity, None
    if rule != PIN and ((name.is_weak and entity not in known.present) or rule in known.off):
        return None
    if entity in known.unborn and NOT_YET not in known.off:
        rule, decision = NOT_YET, Decision.SUPPRESSED
    elif rule != PIN and (guard := _guard(text.text, spot, name, known, layout, is_sure=True)):
        rule, decision = guard, Decision.SUPPRESSED
    start, end = text.span(spot.start, spot.end)
    # The tuple's own maker, without the call that looks at names of fields.
    return _NEW(Sense, (start, end, name.text, rule, entity, (entity,), decision))


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
    start, end = text.span(spot.start, spot.end)
    return Sense(start, end, name.text, rule, entity, candidates, decision)


def _candidates(names: Sequence[Name]) -> tuple[EntityId, ...]:
    return tuple(sorted({name.entity for name in names}))


def _existing(candidates: tuple[EntityId, ...], known: Knowledge) -> tuple[EntityId, ...]:
    if not known.unborn or NOT_YET in known.off:
        return candidates
    return tuple(entity for entity in candidates if entity not in known.unborn)


def _live_names(names: Sequence[Name], known: Knowledge) -> Sequence[Name]:
    """Those that count here: what an author wrote goes before what rules derive from it."""
    if pinned := [name for name in names if name.rule == PIN]:
        return pinned
    live = [name for name in names if (not name.is_weak or name.entity in known.present) and name.rule not in known.off]
    if any(name.rule in WRITTEN and not name.is_weak for name in live):
        return [name for name in live if name.is_weak or name.rule in WRITTEN]
    return live


def _sense(text: Folded, spot: Spot, names: Sequence[Name], verdict: tuple[str, Decision]) -> Sense:
    candidates = _candidates(names)
    entity = candidates[0] if len(candidates) == 1 else None
    rule, decision = verdict
    start, end = text.span(spot.start, spot.end)
    return Sense(start, end, names[0].text, rule, entity, candidates, decision)


def _guard(text: str, spot: Spot, name: Name, known: Knowledge, layout: Layout, *, is_sure: bool) -> str | None:
    """The rule that holds a name back, if any; of one that may mean several it is not asked who bears it more."""
    if name.rule == COMMON_SURNAME:
        return COMMON_SURNAME
    rule = None if is_alone(text, spot.start, spot.end) else _bigger_name(text, spot, name, known, layout)
    if rule is None and known.strangers and is_sure and name.is_person and name.is_weak:
        rule = FAMILY if _is_another(text[spot.start : spot.end], name, known) else None
    if rule is None and known.surnames and not name.is_person and text[spot.start : spot.end] in known.surnames:
        rule = STRANGER
    return None if rule in known.off else rule


def _bigger_name(text: str, spot: Spot, name: Name, known: Knowledge, layout: Layout) -> str | None:
    around = Surroundings(known.common, layout.starts, layout.ends)
    return find_bigger_name(text, spot.start, spot.end, name, around)


def _is_another(surface: str, name: Name, known: Knowledge) -> bool:
    """Whether a short name is rather that of somebody else whom the texts name in full."""
    others = known.strangers.get(surface, 0)
    is_surname = name.rule == SURNAME and fold(name.text).endswith(surface)
    return others > ((known.named or {}).get(name.entity, 0) if is_surname else 0)


def _list_short_name(text: Folded, spot: Spot, known: Knowledge, layout: Layout) -> Sense | None:
    """A surname, weak alias or rare given name, of entities that nothing in the texts names in full."""
    start, end, _ = spot
    small = text.text[start:end].lower()
    names = _absent(spot.names, known, is_rare=small not in GIVEN_NAMES)
    if not names or FULL_NAME_MISSING in known.off or small in known.common:
        return None
    if not is_alone(text.text, start, end) and _bigger_name(text.text, spot, names[0], known, layout):
        return None
    return _sense(text, spot, names, (FULL_NAME_MISSING, Decision.SUPPRESSED))


def _absent(names: Sequence[Name], known: Knowledge, *, is_rare: bool) -> Sequence[Name]:
    return [
        name
        for name in names
        if (name.rule in (SURNAME, WEAK_ALIAS) or (name.rule == GIVEN_NAME and is_rare))
        and name.rule not in known.off
        and name.entity not in known.present
        and name.entity not in known.unborn
    ]
