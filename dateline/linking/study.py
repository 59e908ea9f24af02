"""Turn the texts of a file into what they tell, taken together, of the names in them."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from dateline.linking.common_words import BUILDERS, FUNCTION_WORDS, PLACE_PREPOSITIONS, TITLES
from dateline.linking.folding import fold
from dateline.linking.knowledge import Knowledge
from dateline.linking.references import References
from dateline.linking.rules import BIGGER_NAME, FAMILY, SURNAME
from dateline.linking.senses import Sense
from dateline.linking.sheets import Sheet
from dateline.linking.small_words import SmallWords
from dateline.model.dataclass import dataclass
from dateline.model.date import DatePoint, HistoricalDate
from dateline.model.entity import Entity, Registry
from dateline.model.names import EntityId

_WORD_BEFORE = re.compile(r"([A-Z]\w*)\.?(?: [\"'(][^\"'()]{1,40}[\"')])? $")
_WORD_AFTER = re.compile(r" ([A-Z]\w*)")
_GIVEN_NAME = re.compile(r"(?:^|[^\w\s'-] ?|(?<![\w'-])[a-z]\w* )([A-Z][a-z]+) $")
_COURTESY = re.compile(r"\b(?:(?P<his>Mr|Senor|Sr|Don|Sir|Lord)|(?P<hers>Mrs|Ms|Miss|Senora|Sra|Dona|Lady))\.? \Z")
_SHORT = (FAMILY, SURNAME)
_LONGEST_COURTESY = len("(Senora. ")
_ACTS = re.compile(
    r"(?:'s (?:brother|daughter|father|family|husband|lawyer|mother|sister|son|wife)"
    r"| (?:added|admitted|alleges|argued|asked|claimed|claims|denied|died|explained|joined|left|married|pleaded"
    r"|recalled|replied|said|says|stated|testified|told|was born|who|wrote))\b"
)


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


def study(sheet: Sheet, facts: Facts) -> Knowledge:
    """Return what the texts of a file tell: they are read once for full names, and again for who bears short ones."""
    common = SmallWords(sheet.text)
    entities = _remarkable_in(sheet, facts.remarkable)
    first = Knowledge(facts.listed, common, off=facts.off, unborn=_when(entities, _is_unborn, facts.date))
    chosen = sheet.read(first).chosen
    named = Counter(_named(sheet, chosen))
    clear = facts.listed | named.keys()
    known = Knowledge(
        present=clear,
        common=common,
        clear=clear,
        off=facts.off,
        unborn=first.unborn,
        gone=_when(entities, _is_gone, facts.date),
        hinted=_hinted(entities, sheet.text, clear, facts.references),
        named=named,
        surnames=_surnames(sheet, chosen, first),
    )
    chosen = sheet.read(known).chosen
    present, strangers = clear.union(_named(sheet, chosen)), _strangers(sheet, chosen, known)
    return replace(known, present=present, strangers=strangers) if strangers or len(present) > len(clear) else known


def _remarkable_in(sheet: Sheet, remarkable: Mapping[EntityId, Entity]) -> Sequence[Entity]:
    """Those of the remarkable whom the texts may name."""
    if not remarkable:
        return ()
    candidates = {name.entity for spot in sheet.spots for name in spot[2]}
    return [remarkable[identity] for identity in candidates if identity in remarkable]


def _named(sheet: Sheet, chosen: Sequence[Sense]) -> Sequence[EntityId]:
    """Those whom a name means that counts."""
    by_hand = [place[3] for draft in sheet.drafts for place in draft.by_hand]
    return [sense[4] for sense in (*chosen, *by_hand) if sense[6] is None and sense[4] is not None]


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
    entities: Sequence[Entity], text: str, present: AbstractSet[EntityId], references: References
) -> frozenset[EntityId]:
    """Those of whose context the folded text names an entity in full, or has the words."""
    return frozenset(
        entity.id
        for entity in entities
        if any(not present.isdisjoint(references.find(hint)) or _has_words(text, hint) for hint in entity.context)
    )


def _has_words(text: str, hint: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(hint))}(?!\w)", text, re.IGNORECASE) is not None


def _strangers(sheet: Sheet, chosen: Sequence[Sense], known: Knowledge) -> Mapping[str, int]:
    """How often somebody else bears a short name; where a Mr and a Mrs of it appear, it is never sure who is meant."""
    short = [sense for sense in chosen if sense[3] in _SHORT]
    if not short:
        return {}
    found: dict[str, int] = {}
    for (surface, _), count in Counter(_others(sheet.text, short)).items():
        found[surface] = max(count, found.get(surface, 0))
    courtesies: dict[str, set[str]] = defaultdict(set)
    for start, end, _, rule, *_ in short:
        near = max(0, start - _LONGEST_COURTESY)
        if rule == SURNAME and (match := _COURTESY.search(sheet.text, near, start)):
            courtesies[sheet.text[start:end]].add(match.lastgroup or "")
    couples = [surface for surface, found_with in courtesies.items() if len(found_with) > 1]
    return {**found, **dict.fromkeys(couples, sum(len(found) for _, found in sheet.by_draft(known)) if couples else 0)}


def _others(text: str, short: Sequence[Sense]) -> Iterator[tuple[str, str]]:
    """Short names, each with the word that makes it somebody else's: the one before a surname, after a given name."""
    for start, end, _, rule, *_ in short:
        if rule == FAMILY:
            before, after = _WORD_BEFORE.search(_before(text, start)), _WORD_AFTER.match(text, end)
            yield from ((text[start:end], word[1]) for word in (before, after) if word)


def _before(text: str, start: int) -> str:
    """What stands before a name in its block."""
    return text[text.rfind("\n", 0, start) + 1 : start]


def _surnames(sheet: Sheet, chosen: Sequence[Sense], known: Knowledge) -> frozenset[str]:
    """Names that follow somebody's given name, and then act alone, and are never named as a place is."""
    if BIGGER_NAME not in {sense[3] for sense in chosen}:
        return frozenset()
    text = sheet.text
    inside: set[str] = set()
    acting: set[str] = set()
    places: set[str] = set()
    senses = [(start, end, rule) for start, end, _, rule, *_ in sheet.read(known).senses()]
    for start, end, rule in (*senses, *sheet.by_hand()):
        surface, before = text[start:end], _before(text, start)
        if rule == BIGGER_NAME and _follows_given_name(before):
            inside.add(surface)
        elif before.rstrip().rpartition(" ")[2].lower() in PLACE_PREPOSITIONS or text.startswith(", ", end):
            places.add(surface)
        elif _ACTS.match(text, end):
            acting.add(surface)
    return frozenset(surface for surface in inside & acting - places if " " not in surface)


def _follows_given_name(before: str) -> bool:
    match = _GIVEN_NAME.search(before)
    return match is not None and match[1].lower() not in FUNCTION_WORDS | TITLES | BUILDERS
