"""Turn what the ledger says of one entity into plain sentences: its names, where they stand, by which rules."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.linking.files import linked_files
from dateline.linking.linked import Linked
from dateline.linking.remedies import Remedy, alias_line, times
from dateline.linking.rules import KEEPING, RULES
from dateline.model.entity import Entity
from dateline.model.mention import Decision, Mention
from dateline.model.names import EntityId
from dateline.model.problem import Location

_ORDER = [rule.name for rule in (*RULES, *KEEPING)]


@dataclass(frozen=True, slots=True)
class Form:
    """The words by which texts name the entity."""

    surface: str
    count: int
    files: int
    first: Location


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that may mean the entity, and do not count for it."""

    location: Location
    surface: str
    decision: Decision
    rule: str
    candidates: tuple[EntityId, ...]


@dataclass(frozen=True, slots=True)
class Portrait:
    """What is to be said of an entity."""

    entity: EntityId
    name: str
    path: str
    names: tuple[str, ...]
    """Name, aliases and weak aliases."""
    forms: tuple[Form, ...]
    """The most frequent first."""
    unused: tuple[str, ...]
    """Names that no text uses."""
    rules: tuple[tuple[str, int], ...]
    """How many mentions each rule found."""
    links: int
    doubts: tuple[Doubt, ...]
    says: tuple[str, ...]
    remedies: tuple[Remedy, ...]


def explain_entity(entity: Entity, linked: Linked) -> Portrait:
    """Return where an entity is named, how, by which rules, and where its names stand in doubt."""
    found = [
        (mention, file.locate(mention))
        for file in linked_files(linked)
        for mention, _ in file.mentions()
        if entity.id in mention.candidates or mention.entity == entity.id
    ]
    meant = [(mention, where) for mention, where in found if mention.means == entity.id]
    names = (entity.name, *entity.aliases, *entity.weak_aliases)
    used = {mention.name for mention, _ in meant}
    unused = tuple(name for name in names if name not in used)
    forms = _forms(meant)
    rules = Counter(mention.rule for mention, _ in meant)
    links = sum(mention.decision is Decision.LINKED for mention, _ in meant)
    by_rule = tuple(sorted(rules.items(), key=lambda item: (-item[1], _rank(item[0]))))
    doubts = tuple(
        Doubt(where, mention.surface, mention.decision, mention.rule, mention.candidates)
        for mention, where in found
        if mention.decision in (Decision.AMBIGUOUS, Decision.SUPPRESSED)
    )
    path = entity.location.path
    says = tuple(_say(entity, forms, unused, by_rule, links, doubts))
    return Portrait(entity.id, entity.name, path, names, forms, unused, by_rule, links, doubts, says, _remedies(entity))


def _rank(rule: str) -> int:
    return _ORDER.index(rule) if rule in _ORDER else len(_ORDER)


def _forms(meant: Sequence[tuple[Mention, Location]]) -> tuple[Form, ...]:
    places: dict[str, list[Location]] = {}
    for mention, where in meant:
        places.setdefault(mention.surface, []).append(where)
    forms = (
        Form(surface, len(found), len({where.path for where in found}), found[0]) for surface, found in places.items()
    )
    return tuple(sorted(forms, key=lambda form: (-form.count, form.surface)))


def _say(
    entity: Entity,
    forms: Sequence[Form],
    unused: Sequence[str],
    rules: Sequence[tuple[str, int]],
    links: int,
    doubts: Sequence[Doubt],
) -> Iterator[str]:
    yield f"{entity.id} is '{entity.name}'{_other_names(entity)}."
    total = sum(form.count for form in forms)
    if not total:
        yield "No text names it."
    else:
        count = "1 link" if links == 1 else f"{links} links"
        yield f"It is named {times(total)}, with {count}, by these words:"
        for form in forms:
            files = "1 file" if form.files == 1 else f"{form.files} files"
            yield f"  '{form.surface}' {times(form.count)} in {files}, first at {form.first}"
        yield f"By rule: {', '.join(f'{rule} {count}' for rule, count in rules)}."
    if unused:
        yield f"Never found: {_quoted(unused)}."
    if doubts:
        yield f"In doubt, {times(len(doubts))}:"
        yield from (f"  {_say_doubt(doubt)}" for doubt in doubts)


def _other_names(entity: Entity) -> str:
    aliases = f", aliases {_quoted(entity.aliases)}" if entity.aliases else ""
    weak = f", weak aliases {_quoted(entity.weak_aliases)}" if entity.weak_aliases else ""
    return aliases + weak


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _say_doubt(doubt: Doubt) -> str:
    among = f" between {' and '.join(doubt.candidates)}" if len(doubt.candidates) > 1 else ""
    return f"{doubt.location}: '{doubt.surface}' is {doubt.decision}{among}, rule {doubt.rule}"


def _remedies(entity: Entity) -> tuple[Remedy, ...]:
    header = f"in the header of {entity.location.path}"
    return (
        Remedy(header, alias_line(entity, "another name"), "lets that name be found too"),
        Remedy(header, "links: none", "links it nowhere but by hand"),
    )
