"""Choose, of the spots of a text, those that stand, and what each of them means."""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from dateline.linking.choices import choose_entity
from dateline.linking.common_words import GIVEN_NAMES
from dateline.linking.context import Surroundings, find_bigger_name, is_alone
from dateline.linking.folding import fold
from dateline.linking.knowledge import Knowledge
from dateline.linking.layouts import Cluster, Layout
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
from dateline.model.dataclass import dataclass
from dateline.model.mention import AMBIGUOUS, SUPPRESSED, Decision
from dateline.model.names import EntityId

_START = itemgetter(0)

Sense = tuple[int, int, str, str, EntityId | None, tuple[EntityId, ...], Decision | None]
"""A name in a text and what it means: where it starts and ends (code points from 0), the name as the registry has it,
the rule, the entity, all candidates, and the decision: ambiguous or suppressed; None: it counts, and may become a link.

Offsets are those of a folded text, or, where authors say what they mean, of their own. A plain tuple, as `Spot` is.
"""


# Not frozen: one is made for each file, and a frozen dataclass takes several times as long to make.
@dataclass(slots=True)
class Reading:
    """What the spots of a text mean to somebody who knows this much."""

    layout: Layout
    known: Knowledge
    settled: Sequence[Sense]
    """The senses that stand for everybody to whom the same stands alike (`stand_alike`)."""
    open: Sequence[Cluster]
    """What may mean something else to somebody who knows more."""
    chosen: Sequence[Sense]
    """The senses of the spots that stand, the settled ones among them; none overlaps another."""
    left: Sequence[Spot]
    """The spots that mean nothing, as far as is known, and that no chosen one overlaps, in the order of their right."""
    _senses: Sequence[Sense] | None = None

    def senses(self) -> Sequence[Sense]:
        """Return what is chosen, and the short names of entities that the texts never name in full, in their order."""
        if self._senses is None:
            listed = self._list_short_names() if self.left else ()
            self._senses = sorted([*self.chosen, *listed], key=_START)
        return self._senses

    def _list_short_names(self) -> Iterator[Sense]:
        taken = bytearray(len(self.layout.text))
        for spot in self.left:
            start, end, _ = spot
            if not any(taken[start:end]):
                sense = _list_short_name(spot, self.known, self.layout)
                if sense is not None:
                    taken[start:end] = b"\1" * (end - start)
                    yield sense


def read_layout(layout: Layout, known: Knowledge, last: Reading | None = None) -> Reading:
    """Return what the spots of a text mean: the longest spot wins, then the leftmost.

    `last` is an earlier reading of the same layout, by somebody to whom the same stands alike.
    """
    if last is None:
        settled, clusters = _settle(layout, known)
    else:
        settled, clusters = last.settled, last.open
    chosen, left = [*settled], []
    for cluster in clusters:
        if len(cluster) == 1:
            sense = _choose(cluster[0], known, layout)
            if sense is None:
                left.append(cluster[0])
            else:
                chosen.append(sense)
        else:
            senses, others = _read_together(layout.in_order(cluster), known, layout)
            chosen += senses
            left += others
    return Reading(layout, known, settled, clusters, chosen, left)


def _settle(layout: Layout, known: Knowledge) -> tuple[Sequence[Sense], Sequence[Cluster]]:
    """What full names of one bearer mean that cover all that overlaps them, and the clusters that are left."""
    settled, left = [], []
    for cluster in layout.clusters:
        spot = cluster[0]
        names = spot[2]
        if len(names) == 1 and not names[0].is_weak and (len(cluster) == 1 or _covers(spot, cluster)):
            sense = _choose_only(spot, known, layout)
            if sense is not None:
                settled.append(sense)
                continue
        left.append(cluster)
    return settled, left


def _covers(spot: Spot, cluster: Cluster) -> bool:
    start, end, _ = spot
    return start == min([other[0] for other in cluster]) and end == max([other[1] for other in cluster])


def _read_together(spots: Cluster, known: Knowledge, layout: Layout) -> tuple[Sequence[Sense], Sequence[Spot]]:
    """What spots that overlap mean, the first ones having the greater right; and those that mean nothing."""
    first = min([start for start, _, _ in spots])
    taken = bytearray(max([end for _, end, _ in spots]) - first)
    chosen, left = [], []
    for spot in spots:
        start, end, _ = spot
        if any(taken[start - first : end - first]):
            continue
        sense = _choose(spot, known, layout)
        if sense is None:
            left.append(spot)
        else:
            chosen.append(sense)
            taken[start - first : end - first] = b"\1" * (end - start)
    return chosen, [spot for spot in left if not any(taken[spot[0] - first : spot[1] - first])]


def _choose(spot: Spot, known: Knowledge, layout: Layout) -> Sense | None:
    return _choose_only(spot, known, layout) if len(spot[2]) == 1 else _choose_one(spot, known, layout)


def _choose_only(spot: Spot, known: Knowledge, layout: Layout) -> Sense | None:
    """What a name means that one entity alone bears."""
    name = spot[2][0]
    if name.rule != PIN and ((name.is_weak and name.entity not in known.present) or name.rule in known.off):
        return None
    return _mean(spot, name, known, layout)


def _mean(spot: Spot, name: Name, known: Knowledge, layout: Layout) -> Sense:
    """What a name means that counts for one entity alone."""
    rule, entity, decision = name.rule, name.entity, None
    if entity in known.unborn and NOT_YET not in known.off:
        rule, decision = NOT_YET, SUPPRESSED
    elif rule != PIN and (guard := _guard(spot, name, known, layout, is_sure=True)):
        rule, decision = guard, SUPPRESSED
    return (spot[0], spot[1], name.text, rule, entity, (entity,), decision)


def _choose_one(spot: Spot, known: Knowledge, layout: Layout) -> Sense | None:
    """What a name means that several entities bear."""
    start, end, bearers = spot
    names = _live_names(bearers, known)
    if len(names) < 2:
        return _mean(spot, names[0], known, layout) if names else None
    candidates = _candidates(names)
    existing = _existing(candidates, known)
    if not existing:
        return _sense(spot, names, NOT_YET)
    entity, choice = choose_entity(existing, known)
    name = next((name for name in names if name.entity == entity), names[0])
    rule, decision = (choice or name.rule, None) if entity else (SHARED_NAME, AMBIGUOUS)
    if name.rule != PIN and (guard := _guard(spot, name, known, layout, is_sure=entity is not None)):
        rule, decision = guard, SUPPRESSED
    return (start, end, name.text, rule, entity, candidates, decision)


def _candidates(names: Sequence[Name]) -> tuple[EntityId, ...]:
    return tuple(sorted({name.entity for name in names}))


def _existing(candidates: tuple[EntityId, ...], known: Knowledge) -> tuple[EntityId, ...]:
    if not known.unborn or NOT_YET in known.off:
        return candidates
    return tuple(entity for entity in candidates if entity not in known.unborn)


def _live_names(names: Sequence[Name], known: Knowledge) -> Sequence[Name]:
    """Those that count here: what an author wrote goes before what rules derive from it."""
    present, off = known.present, known.off
    live = [name for name in names if (not name.is_weak or name.entity in present) and name.rule not in off]
    if len(live) < 2:
        return live
    if pinned := [name for name in live if name.rule == PIN]:
        return pinned
    if any(name.rule in WRITTEN and not name.is_weak for name in live):
        return [name for name in live if name.is_weak or name.rule in WRITTEN]
    return live


def _sense(spot: Spot, names: Sequence[Name], rule: str) -> Sense:
    """What is only listed by this rule."""
    candidates = _candidates(names)
    entity = candidates[0] if len(candidates) == 1 else None
    return (spot[0], spot[1], names[0].text, rule, entity, candidates, SUPPRESSED)


def _guard(spot: Spot, name: Name, known: Knowledge, layout: Layout, *, is_sure: bool) -> str | None:
    """The rule that holds a name back, if any; of one that may mean several it is not asked who bears it more."""
    if name.rule == COMMON_SURNAME:
        return COMMON_SURNAME
    start, end, _ = spot
    text = layout.text
    rule = None if is_alone(text, start, end) else _bigger_name(spot, name, known, layout)
    if rule is None and known.strangers and is_sure and name.is_person and name.is_weak:
        rule = FAMILY if _is_another(text[start:end], name, known) else None
    if rule is None and known.surnames and not name.is_person and text[start:end] in known.surnames:
        rule = STRANGER
    return None if rule in known.off else rule


def _bigger_name(spot: Spot, name: Name, known: Knowledge, layout: Layout) -> str | None:
    around = Surroundings(known.common, layout.starts, layout.ends)
    return find_bigger_name(layout.text, spot[0], spot[1], name, around)


def _is_another(surface: str, name: Name, known: Knowledge) -> bool:
    """Whether a short name is rather that of somebody else whom the texts name in full."""
    others = known.strangers.get(surface, 0)
    is_surname = name.rule == SURNAME and fold(name.text).endswith(surface)
    return others > ((known.named or {}).get(name.entity, 0) if is_surname else 0)


def _list_short_name(spot: Spot, known: Knowledge, layout: Layout) -> Sense | None:
    """A surname, weak alias or rare given name, of entities that nothing in the texts names in full."""
    (start, end, _), text = spot, layout.text
    small = text[start:end].lower()
    names = _absent(spot[2], known, is_rare=small not in GIVEN_NAMES)
    if not names or FULL_NAME_MISSING in known.off or small in known.common:
        return None
    if not is_alone(text, start, end) and _bigger_name(spot, names[0], known, layout):
        return None
    return _sense(spot, names, FULL_NAME_MISSING)


def _absent(names: Sequence[Name], known: Knowledge, *, is_rare: bool) -> Sequence[Name]:
    return [
        name
        for name in names
        if (name.rule in (SURNAME, WEAK_ALIAS) or (name.rule == GIVEN_NAME and is_rare))
        and name.rule not in known.off
        and name.entity not in known.present
        and name.entity not in known.unborn
    ]
