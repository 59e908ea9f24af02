"""Turn what the ledger says of one entity into plain sentences: its names, where they stand, by which rules."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto

from dateline.linking.files import linked_files
from dateline.linking.folding import fold
from dateline.linking.linked import Linked
from dateline.linking.remedies import Remedy, alias_line, times
from dateline.linking.rivals import Rival, index_rivals
from dateline.linking.rules import KEEPING, RULES
from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity
from dateline.model.mention import Decision, Mention
from dateline.model.names import EntityId
from dateline.model.problem import Location
from dateline.reading.content import Content

_Found = tuple[Mention, Location]

_ORDER = [rule.name for rule in (*RULES, *KEEPING)]


class _Role(Enum):
    """What a mention is to the entity."""

    MEANT = auto()
    DOUBT = auto()
    TAKEN = auto()
    INSIDE = auto()


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
class Taken:
    """Words that may mean the entity and are read as another."""

    location: Location
    surface: str
    entity: EntityId
    """Whom they are read as."""


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
    taken: tuple[Taken, ...]
    inside: tuple[Form, ...]
    """Longer names, of others, that a name of the entity stands in; the most frequent first."""
    says: tuple[str, ...]
    remedies: tuple[Remedy, ...]


def explain_entity(entity: Entity, content: Content, linked: Linked) -> Portrait:
    """Return where an entity is named, how, by which rules, where its names stand in doubt, and where for another."""
    found = _sort_mentions(entity, content, linked)
    meant = found[_Role.MEANT]
    names = (entity.name, *entity.aliases, *entity.weak_aliases)
    used = {mention.name for mention, _ in meant}
    rules = Counter(mention.rule for mention, _ in meant)
    portrait = Portrait(
        entity=entity.id,
        name=entity.name,
        path=entity.location.path,
        names=names,
        forms=_forms(meant),
        unused=tuple(name for name in names if name not in used),
        rules=tuple(sorted(rules.items(), key=lambda item: (-item[1], _rank(item[0])))),
        links=sum(mention.decision is Decision.LINKED for mention, _ in meant),
        doubts=tuple(Doubt(where, m.surface, m.decision, m.rule, m.candidates) for m, where in found[_Role.DOUBT]),
        taken=tuple(Taken(where, m.surface, m.means) for m, where in found[_Role.TAKEN] if m.means),
        inside=_forms(found[_Role.INSIDE]),
        says=(),
        remedies=_remedies(entity),
    )
    return replace(portrait, says=tuple(_say(entity, portrait)))


def _sort_mentions(entity: Entity, content: Content, linked: Linked) -> Mapping[_Role, Sequence[_Found]]:
    rivals = index_rivals(content)
    forms = [f" {fold(name)} " for name in (entity.name, *entity.aliases)]
    found: dict[_Role, list[_Found]] = {role: [] for role in _Role}
    for file in linked_files(linked):
        for mention, block in file.mentions():
            if role := _role(entity, mention, rivals.find(mention, block), forms):
                found[role].append((mention, file.locate(mention)))
    return found


def _role(entity: Entity, mention: Mention, rivals: Sequence[Rival], forms: Sequence[str]) -> _Role | None:
    if mention.means == entity.id:
        return _Role.MEANT
    is_candidate = entity.id in mention.candidates or mention.entity == entity.id
    if mention.means is None:
        return _Role.DOUBT if is_candidate else None
    if is_candidate or any(rival.entity == entity.id for rival in rivals):
        return _Role.TAKEN
    return _Role.INSIDE if any(form in f" {fold(mention.surface)} " for form in forms) else None


def _rank(rule: str) -> int:
    return _ORDER.index(rule) if rule in _ORDER else len(_ORDER)


def _forms(meant: Sequence[_Found]) -> tuple[Form, ...]:
    places: dict[str, list[Location]] = {}
    for mention, where in meant:
        places.setdefault(mention.surface, []).append(where)
    forms = (
        Form(surface, len(found), len({where.path for where in found}), found[0]) for surface, found in places.items()
    )
    return tuple(sorted(forms, key=lambda form: (-form.count, form.surface)))


def _say(entity: Entity, portrait: Portrait) -> Iterator[str]:
    yield f"{entity.id} is '{entity.name}'{_other_names(entity)}."
    total = sum(form.count for form in portrait.forms)
    if not total:
        yield "No text names it."
    else:
        count = "1 link" if portrait.links == 1 else f"{portrait.links} links"
        yield f"It is named {times(total)}, with {count}, by these words:"
        yield from map(_say_form, portrait.forms)
        yield f"By rule: {', '.join(f'{rule} {count}' for rule, count in portrait.rules)}."
    if portrait.unused:
        yield f"Never found: {_quoted(portrait.unused)}."
    if portrait.doubts:
        yield f"In doubt, {times(len(portrait.doubts))}:"
        yield from (f"  {_say_doubt(doubt)}" for doubt in portrait.doubts)
    if portrait.taken:
        yield f"Read as another, {times(len(portrait.taken))}:"
        yield from (f"  {taken.location}: '{taken.surface}' is read as {taken.entity}" for taken in portrait.taken)
    if portrait.inside:
        yield f"Inside longer names, {times(sum(form.count for form in portrait.inside))}:"
        yield from map(_say_form, portrait.inside)


def _say_form(form: Form) -> str:
    files = "1 file" if form.files == 1 else f"{form.files} files"
    return f"  '{form.surface}' {times(form.count)} in {files}, first at {form.first}"


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
