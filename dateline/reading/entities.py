"""Turn the files below each kind's folder into the registry."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import islice

from dateline.model.article import Event
from dateline.model.dataclass import dataclass
from dateline.model.entity import Coordinates, Entity, Registry
from dateline.model.names import EntityId, Slug, entity_id
from dateline.model.problem import Code, Location, Problem, Severity
from dateline.model.relation import Relation
from dateline.model.settings import Kind, LinkPolicy, Settings
from dateline.model.text import Passage
from dateline.reading.citations import Evidence
from dateline.reading.events import list_events, read_own_events
from dateline.reading.findings import Findings
from dateline.reading.nodes import ListNode, TableNode, TextNode, to_plain
from dateline.reading.redirects import read_redirects
from dateline.reading.references import References
from dateline.reading.relations import Stated, find_differing, read_relations, settle_relations
from dateline.reading.source_file import (
    SourceFile,
    list_below,
    open_source,
    read_slug,
    read_title,
    tell_duplicate_slugs,
)
from dateline.reading.values import Form, is_language, read_number

_DEGREES = "write [latitude, longitude] in degrees: [24.81, -107.39]"
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class _Draft:
    """An entity whose place in its tree, whose relations and whose events are still words in its header."""

    source: SourceFile
    entity: Entity
    part_of: TextNode | None
    relations: tuple[Stated, ...]
    title: Passage
    events: tuple[TableNode, ...]


def read_registry(texts: Mapping[str, bytes], settings: Settings, folder: str) -> tuple[Registry, tuple[Problem, ...]]:
    """Return all entities of the content folder, and what is wrong with their files.

    `texts` are the files of the content folder by path; `folder` is how problems name that folder.
    """
    drafts: list[_Draft] = []
    opened: list[SourceFile] = []
    for kind in settings.kinds:
        sources = [
            open_source(path, texts[path], folder, day_first=settings.day_first)
            for path in list_below(texts, kind.folder)
        ]
        drafts += _read_kind(sources, kind, settings)
        opened += sources
    findings = {draft.entity.id: draft.source.findings for draft in drafts}
    related = _relate(_place_in_trees(drafts, findings), drafts, findings)
    registry = Registry.of(_add_events(related, drafts))
    _tell_shared_names(registry.entities, findings)
    _tell_differing(registry, settings, findings)
    return registry, tuple(problem for source in opened for problem in source.findings.problems)


def reread_entity(
    path: str, data: bytes, registry: Registry, settings: Settings, folder: str
) -> tuple[Entity, tuple[Problem, ...]] | None:
    """Return the entity of one file that was edited, and what is wrong with the file, where that concerns it alone.

    `registry` is what all files said before; None where the edit may concern other entities: it has another id, is
    part of something else, or takes or gives up a name that somebody else bears.
    """
    kind = next(kind for kind in settings.kinds if path.startswith(f"{kind.folder}/"))
    source = open_source(path, data, folder, day_first=settings.day_first)
    draft = next(iter(_read_kind([source], kind, settings)), None)
    before = registry.by_id.get(draft.entity.id) if draft else None
    if draft is None or before is None or before.path != path:
        return None
    references = References.to(registry)
    parent = references.resolve(draft.part_of, source.findings, kind.name) if draft.part_of else None
    if parent != before.part_of or not _bear_alone(before, draft.entity, registry):
        return None
    relations = settle_relations(draft.relations, draft.entity, references, source.findings)
    events = _read_events(draft, references)
    entity = replace(draft.entity, part_of=parent, relations=relations, events=events)
    if not _are_said_alike(before.relations, relations):
        return None
    differing = find_differing(entity, registry.by_id, settings.relations)
    return entity, (*source.findings.problems, *differing)


def _are_said_alike(before: Iterable[Relation], after: Iterable[Relation]) -> bool:
    """Whether relations say the same, wherever in the file."""
    nowhere = Location("")
    return [replace(each, location=nowhere) for each in before] == [replace(each, location=nowhere) for each in after]


def _bear_alone(before: Entity, after: Entity, registry: Registry) -> bool:
    """Whether nobody else has any of the names that an entity had or has."""
    names = {name for entity in (before, after) for name in _full_names(entity)}
    others = (entity for entity in registry.entities if entity.id != before.id)
    return all(names.isdisjoint(_full_names(entity)) for entity in others)


def _full_names(entity: Entity) -> list[str]:
    return [unicodedata.normalize("NFC", name) for name in (entity.name, *entity.aliases, *entity.forms)]


def _read_kind(sources: list[SourceFile], kind: Kind, settings: Settings) -> list[_Draft]:
    slugs = [(source, read_slug(source, source.name)) for source in sources]
    usable = [(source, slug) for source, slug in slugs if slug]
    late = tell_duplicate_slugs(usable)
    drafts = [_read_entity(source, slug, kind, settings) for source, slug in usable]
    return [draft for draft in drafts if draft.source.path not in late]


def _read_entity(source: SourceFile, slug: Slug, kind: Kind, settings: Settings) -> _Draft:
    form = source.form
    title, body = read_title(source, source.name, "name", "title")
    names = _read_names(form)
    written = " ".join(title.text.split())
    name = names.get(settings.language, written)
    aliases = (written, *names.values(), *form.texts("aliases", "alias"))
    policy, links = _read_links(form)
    part_of, relations = form.text_node("part_of"), read_relations(form, settings.relations)
    events = list_events(form)
    entity = Entity(
        id=entity_id(kind.folder, slug),
        kind=kind.name,
        slug=slug,
        name=name,
        path=source.path,
        location=form.findings.locate(None),
        body=body,
        summary=form.passage("summary"),
        aliases=tuple(alias for alias in dict.fromkeys(aliases) if alias != name),
        names=names,
        weak_aliases=form.texts("weak_aliases", "weak_alias"),
        forms=form.texts("forms", "form"),
        coordinates=_read_coordinates(form),
        area=form.flag("area") is True,
        born=form.date("born"),
        died=form.date("died"),
        founded=form.date("founded"),
        dissolved=form.date("dissolved"),
        context=form.texts("context"),
        links=policy,
        redirects=read_redirects(form),
        public=form.flag("public") is not False,
        label=_read_label(form, kind),
        extra=links | form.close(),
    )
    return _Draft(source, entity, part_of, relations, title, events)


def _read_names(form: Form) -> dict[str, str]:
    """Return what an entity is called in other languages, by their tags."""
    table = form.table_at("names")
    names: dict[str, str] = {}
    for entry in table.entries if table else ():
        if not is_language(entry.key):
            hint = "write one such as en, es or pt-BR"
            form.refuse(f"'{entry.key}' is not a language tag", entry.place, hint)
        elif not isinstance(entry.node, TextNode) or not entry.node.text.strip():
            form.refuse(f"the name in '{entry.key}' is not a text", entry.place, f"write {entry.key}: and the name")
        else:
            names[entry.key] = " ".join(entry.node.text.split())
    return names


def _read_links(form: Form) -> tuple[LinkPolicy | None, dict[str, object]]:
    """Return how often the entity is linked; a table of links to elsewhere is kept for templates."""
    node = form.node("links")
    if isinstance(node, TableNode):
        return None, {"links": to_plain(node)}
    return form.word(LinkPolicy, "links"), {}


def _read_label(form: Form, kind: Kind) -> str:
    """Return what stands for the names of an entity that is not public; empty for one that is."""
    written = form.text("label")
    if form.flag("public") is not False:
        return ""
    noun = kind.label.lower()
    return written or f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def _read_coordinates(form: Form) -> Coordinates | None:
    node = form.node("coordinates")
    if node is None:
        return None
    numbers = [read_number(item) for item in node.nodes] if isinstance(node, ListNode) else []
    latitude, longitude = numbers if len(numbers) == 2 else (None, None)
    if latitude is None or longitude is None:
        form.findings.add(Code.COORDINATES_INVALID, "the coordinates are not two numbers", node.place, _DEGREES)
        return None
    if abs(latitude) <= 90 and abs(longitude) <= 180:
        return Coordinates(latitude, longitude)
    are_swapped = abs(longitude) <= 90 and abs(latitude) <= 180
    hint = f"write the latitude first: [{longitude:g}, {latitude:g}]" if are_swapped else _DEGREES
    message = f"there is no spot at latitude {latitude:g}, longitude {longitude:g}"
    form.findings.add(Code.COORDINATES_INVALID, message, node.place, hint)
    return None


def _place_in_trees(drafts: Iterable[_Draft], findings: Mapping[EntityId, Findings]) -> tuple[Entity, ...]:
    ordered = sorted(drafts, key=lambda draft: draft.entity.id)
    references = References.to(Registry.of(tuple(draft.entity for draft in ordered)))
    parents: dict[EntityId, EntityId] = {}
    for draft in ordered:
        identity = draft.entity.id
        parent = references.resolve(draft.part_of, findings[identity], draft.entity.kind) if draft.part_of else None
        if draft.part_of and parent:
            parents[identity] = parent
            _break_cycle(identity, parents, draft.part_of, findings[identity])
    return tuple(replace(draft.entity, part_of=parents.get(draft.entity.id)) for draft in ordered)


def _break_cycle(start: EntityId, parents: dict[EntityId, EntityId], node: TextNode, findings: Findings) -> None:
    """Take back the last step of a cycle; there was none before that step."""
    chain = [start]
    while (parent := parents.get(chain[-1])) and parent != start:
        chain.append(parent)
    if parent:
        del parents[start]
        message = f"{' is part of '.join([*chain, start])}"
        findings.add(Code.PLACE_CYCLE, message, node.place, "leave out one part_of:")


def _relate(
    entities: Iterable[Entity], drafts: Iterable[_Draft], findings: Mapping[EntityId, Findings]
) -> tuple[Entity, ...]:
    """Return the entities with their relations, whose other ends are among them."""
    stated = {draft.entity.id: draft.relations for draft in drafts if draft.relations}
    listed = tuple(entities)
    if not stated:
        return listed
    references = References.to(Registry.of(listed))
    return tuple(
        replace(each, relations=settle_relations(stated[each.id], each, references, findings[each.id]))
        if each.id in stated
        else each
        for each in listed
    )


def _add_events(entities: tuple[Entity, ...], drafts: Iterable[_Draft]) -> tuple[Entity, ...]:
    """Return the entities with their events, in which any of them may take part."""
    telling = {draft.entity.id: draft for draft in drafts if draft.events}
    if not telling:
        return entities
    references = References.to(Registry.of(entities))
    return tuple(
        replace(each, events=_read_events(telling[each.id], references)) if each.id in telling else each
        for each in entities
    )


def _read_events(draft: _Draft, references: References) -> tuple[Event, ...]:
    evidence = Evidence(draft.source.path)
    return read_own_events(draft.source.form, draft.events, draft.title, references, evidence)


def _tell_differing(registry: Registry, settings: Settings, findings: Mapping[EntityId, Findings]) -> None:
    for entity in registry.entities:
        if entity.relations:
            findings[entity.id].problems += find_differing(entity, registry.by_id, settings.relations)


def _tell_shared_names(entities: Iterable[Entity], findings: Mapping[EntityId, Findings]) -> None:
    owners: dict[str, dict[EntityId, str]] = {}
    for entity in entities:
        for name, written in zip(_full_names(entity), (entity.name, *entity.aliases, *entity.forms), strict=True):
            owners.setdefault(name, {}).setdefault(entity.id, written)
    for shared in owners.values():
        for identity, name in shared.items() if len(shared) > 1 else ():
            others = [other for other in islice(shared, _MOST_NAMED + 1) if other != identity][:_MOST_NAMED]
            count = len(shared) - 1 - len(others)
            more = f" and {count} more" if count else ""
            message = f"'{name}' is also a name of {', '.join(others)}{more}"
            hint = f"write [[{identity}|{name}]] where this one is meant"
            findings[identity].add(Code.ALIAS_SHARED, message, None, hint, Severity.WARNING)
