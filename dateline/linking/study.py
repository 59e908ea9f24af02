"""Turn the drafts of a file's texts into what they tell, taken together, of the names in them."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from dateline.linking.common_words import BUILDERS, FUNCTION_WORDS, PLACE_PREPOSITIONS, TITLES
from dateline.linking.drafts import Draft, DraftBlock
from dateline.linking.folding import fold
from dateline.linking.knowledge import Knowledge, differences
from dateline.linking.references import References
from dateline.linking.rules import BIGGER_NAME, FAMILY, SURNAME
from dateline.linking.senses import Sense
from dateline.linking.small_words import SmallWords
from dateline.model.date import DatePoint, HistoricalDate
from dateline.model.entity import Entity, Registry
from dateline.model.names import EntityId

_WORD_BEFORE = re.compile(r"([A-Z]\w*)\.?(?: [\"'(][^\"'()]{1,40}[\"')])? $")
_WORD_AFTER = re.compile(r" ([A-Z]\w*)")
_GIVEN_NAME = re.compile(r"(?:^|[^\w\s'-] ?|(?<![\w'-])[a-z]\w* )([A-Z][a-z]+) $")
_COURTESY = re.compile(r"\b(?:(?P<his>Mr|Senor|Sr|Don|Sir|Lord)|(?P<hers>Mrs|Ms|Miss|Senora|Sra|Dona|Lady))\.? $")
_LONGEST_COURTESY = len("(Senora. ")
_ACTS = re.compile(
    r"(?:'s (?:brother|daughter|father|family|husband|lawyer|mother|sister|son|wife)"
    r"| (?:added|admitted|alleges|argued|asked|claimed|claims|denied|died|explained|joined|left|married|pleaded"
    r"|recalled|replied|said|says|stated|testified|told|was born|who|wrote))\b"
)

Senses = Sequence[tuple[DraftBlock, Sequence[Sense]]]
"""Blocks, each with the senses in it."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a file before its texts are read."""

    remarkable: Mapping[EntityId, Entity]
    """Of all entities, those of whom more is known than names: see `find_remarkable`."""
    references: References
    listed: AbstractSet[EntityId]
    """Those that the file lists."""
    off: AbstractSet[str] = frozenset()
    date: HistoricalDate | None = None
    """When the texts were published."""


def find_remarkable(registry: Registry) -> Mapping[EntityId, Entity]:
    """Return the entities of whom the registry knows context or dates, by their ids."""
    return {
        entity.id: entity
        for entity in registry.entities
        if entity.context or entity.born or entity.founded or entity.dissolved
    }


def study(drafts: Sequence[Draft], facts: Facts) -> Knowledge:
    """Return what the texts of a file tell: they are read once for full names, and again for who bears short ones."""
    blocks = [block for draft in drafts for block in draft.blocks]
    common = SmallWords([block.folded.text for block in blocks])
    entities = _remarkable_in(blocks, facts.remarkable)
    first = Knowledge(facts.listed, common, off=facts.off, unborn=_when(entities, _is_unborn, facts.date))
    senses = _read(blocks, first)
    named = Counter(_named(senses))
    clear = facts.listed | named.keys()
    known = Knowledge(
        present=clear,
        common=common,
        clear=clear,
        off=facts.off,
        unborn=first.unborn,
        gone=_when(entities, _is_gone, facts.date),
        hinted=_hinted(entities, blocks, clear, facts.references),
        named=named,
        surnames=_surnames(senses, blocks, first),
    )
    senses = _read(blocks, known, differences(first, known))
    present, strangers = clear.union(_named(senses)), _strangers(senses, blocks, known)
    return replace(known, present=present, strangers=strangers) if strangers or len(present) > len(clear) else known


def _read(blocks: Sequence[DraftBlock], known: Knowledge, news: AbstractSet[EntityId] | None = None) -> Senses:
    return [(block, block.chosen(known, news)) for block in blocks if block.spots or block.by_hand]


def _remarkable_in(blocks: Sequence[DraftBlock], remarkable: Mapping[EntityId, Entity]) -> Sequence[Entity]:
    """Those of the remarkable whom the texts may name."""
    if not remarkable:
        return ()
    candidates = {name.entity for block in blocks for _, _, names in block.spots for name in names}
    return [remarkable[identity] for identity in candidates if identity in remarkable]


def _named(senses: Senses) -> Iterable[EntityId]:
    return [
        entity
        for _, found in senses
        for _, _, _, _, entity, _, decision in found
        if entity is not None and decision is None
    ]


def _when(
    entities: Sequence[Entity], test: Callable[[Entity, HistoricalDate], bool], date: HistoricalDate | None
) -> frozenset[EntityId]:
    return frozenset(entity.id for entity in entities if date is not None and test(entity, date))


def _is_unborn(entity: Entity, date: HistoricalDate) -> bool:
    """Whether an entity surely began after the day: what is only about or perhaps so is no reason."""
    if entity.born is None and entity.founded is None:
        return False
    beginnings = [begun for begun in (entity.born, entity.founded) if begun is not None]
    return any(_is_sure(begun) and _is_later(begun.first_day, date.last_day) for begun in beginnings)


def _is_gone(entity: Entity, date: HistoricalDate) -> bool:
    ended = entity.dissolved
    return ended is not None and _is_sure(ended) and _is_later(date.first_day, ended.last_day)


def _is_sure(date: HistoricalDate) -> bool:
    points = (date.start, date.end)
    return all(isinstance(point, DatePoint) and not point.is_qualified for point in points)


def _is_later(day: int | None, other: int | None) -> bool:
    return day is not None and other is not None and day > other


def _hinted(
    entities: Sequence[Entity], blocks: Sequence[DraftBlock], present: AbstractSet[EntityId], references: References
) -> frozenset[EntityId]:
    """Those of whose context the texts name an entity in full, or have the words."""
    return frozenset(
        entity.id
        for entity in entities
        if any(
            not present.isdisjoint(references.find(hint)) or any(_has_words(block, hint) for block in blocks)
            for hint in entity.context
        )
    )


def _has_words(block: DraftBlock, hint: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(hint))}(?!\w)", block.folded.text, re.IGNORECASE) is not None


def _strangers(senses: Senses, blocks: Sequence[DraftBlock], known: Knowledge) -> Mapping[str, int]:
    """How often somebody else bears a short name; where a Mr and a Mrs of it appear, it is never sure who is meant."""
    if not any(sense.rule in (FAMILY, SURNAME) for _, found in senses for sense in found):
        return {}
    found: dict[str, int] = {}
    for (surface, _), count in Counter(_others(senses)).items():
        found[surface] = max(count, found.get(surface, 0))
    courtesies: dict[str, set[str]] = defaultdict(set)
    for block, sense in _each(senses):
        if sense.rule == SURNAME and (match := _COURTESY.search(_just_before(block, sense))):
            courtesies[_surface(block, sense)].add(match.lastgroup or "")
    couples = [surface for surface, found_with in courtesies.items() if len(found_with) > 1]
    return {**found, **dict.fromkeys(couples, sum(len(block.senses(known)) for block in blocks if couples))}


def _each(senses: Senses) -> Iterator[tuple[DraftBlock, Sense]]:
    return ((block, sense) for block, found in senses for sense in found)


def _just_before(block: DraftBlock, sense: Sense) -> str:
    """The folded words before a name, of which mostly a few letters will do."""
    text, start = block.block.text, sense.start
    near = text[max(0, start - _LONGEST_COURTESY) : start]
    return near if near.isascii() and near.isprintable() and "  " not in near else fold(text[:start])


def _others(senses: Senses) -> Iterator[tuple[str, str]]:
    """Short names, each with the word that makes it somebody else's: the one before a surname, after a given name."""
    for block, sense in _each(senses):
        if sense.rule == FAMILY:
            surface, text = _surface(block, sense), block.block.text
            before, after = _WORD_BEFORE.search(fold(text[: sense.start])), _WORD_AFTER.match(fold(text[sense.end :]))
            yield from ((surface, word[1]) for word in (before, after) if word)


def _surface(block: DraftBlock, sense: Sense) -> str:
    return fold(block.block.text[sense.start : sense.end])


def _surnames(senses: Senses, blocks: Sequence[DraftBlock], known: Knowledge) -> frozenset[str]:
    """Names that follow somebody's given name, and then act alone, and are never named as a place is."""
    if not any(sense.rule == BIGGER_NAME for _, found in senses for sense in found):
        return frozenset()
    inside: set[str] = set()
    acting: set[str] = set()
    places: set[str] = set()
    for block, sense in [(each, sense) for each in blocks for sense in each.senses(known)]:
        surface = _surface(block, sense)
        before, after = fold(block.block.text[: sense.start]), fold(block.block.text[sense.end :])
        if sense.rule == BIGGER_NAME and _follows_given_name(before):
            inside.add(surface)
        elif before.rstrip().rpartition(" ")[2].lower() in PLACE_PREPOSITIONS or after.startswith(", "):
            places.add(surface)
        elif _ACTS.match(after):
            acting.add(surface)
    return frozenset(surface for surface in inside & acting - places if " " not in surface)


def _follows_given_name(before: str) -> bool:
    match = _GIVEN_NAME.search(before)
    return match is not None and match[1].lower() not in FUNCTION_WORDS | TITLES | BUILDERS
