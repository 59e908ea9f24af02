"""Choose, of the spots of a text, those that stand, and what each of them means."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from dateline.linking.choices import choose_entity
from dateline.linking.common_words import GIVEN_NAMES
from dateline.linking.context import Surroundings, find_bigger_name
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

_START = attrgetter("start")


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


def choose_senses(text: Folded, layout: Layout, known: Knowledge) -> tuple[Sense, ...]:
    """Return what the spots of a text mean, in the order of the text; none overlaps another.

    The longest spot wins, then the leftmost: they are taken in the order given. Where no spot stands, short names
    of entities that the texts never name in full are listed.
    """
    around = Surroundings(known.common, layout.starts, layout.ends)
    taken = bytearray(len(text.text))
    chosen = []
    for choose in (_choose, _list_short_name):
        for spot in layout.spots:
            if taken.find(1, spot.start, spot.end) < 0 and (sense := choose(text, spot, known, around)):
                taken[spot.start : spot.end] = b"\1" * (spot.end - spot.start)
                chosen.append(sense)
    return tuple(sorted(chosen, key=_START))


def _choose(text: Folded, spot: Spot, known: Knowledge, around: Surroundings) -> Sense | None:
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
    if name.rule != PIN and (guard := _guard(text.text, spot, name, known, around, is_sure=entity is not None)):
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
    if len(names) == 1:
        name = names[0]
        is_live = name.rule not in known.off and (not name.is_weak or name.entity in known.present)
        return names if is_live or name.rule == PIN else ()
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


def _guard(text: str, spot: Spot, name: Name, known: Knowledge, around: Surroundings, *, is_sure: bool) -> str | None:
    """The rule that holds a name back, if any; of one that may mean several it is not asked who bears it more."""
    if name.rule == COMMON_SURNAME:
        return COMMON_SURNAME
    surface = text[spot.start : spot.end]
    rule = find_bigger_name(text, spot.start, spot.end, name, around)
    if rule is None and is_sure and name.is_person and name.is_weak and _is_another(surface, name, known):
        rule = FAMILY
    if rule is None and not name.is_person and surface in known.surnames:
        rule = STRANGER
    return None if rule in known.off else rule


def _is_another(surface: str, name: Name, known: Knowledge) -> bool:
    """Whether a short name is rather that of somebody else whom the texts name in full."""
    others = known.strangers.get(surface, 0)
    is_surname = name.rule == SURNAME and fold(name.text).endswith(surface)
    return others > ((known.named or {}).get(name.entity, 0) if is_surname else 0)


def _list_short_name(text: Folded, spot: Spot, known: Knowledge, around: Surroundings) -> Sense | None:
    """A surname, weak alias or rare given name, of entities that nothing in the texts names in full."""
    surface = text.text[spot.start : spot.end]
    names = tuple(_absent(spot.names, surface.lower() not in GIVEN_NAMES, known))
    if not names or FULL_NAME_MISSING in known.off or surface.lower() in known.common:
        return None
    if find_bigger_name(text.text, spot.start, spot.end, names[0], around):
        return None
    return _sense(text, spot, names, (FULL_NAME_MISSING, Decision.SUPPRESSED))


def _absent(names: Sequence[Name], is_rare: bool, known: Knowledge) -> Iterator[Name]:  # noqa: FBT001
    for name in names:
        is_telling = name.rule in (SURNAME, WEAK_ALIAS) or (name.rule == GIVEN_NAME and is_rare)
        is_short = is_telling and name.rule not in known.off
        if is_short and name.entity not in known.present and name.entity not in known.unborn:
            yield name
