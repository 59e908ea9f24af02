"""Turn the timeline and the mention ledger round: what there is about each entity."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.indexes.entries import Entry, collect_entries, published_entry
from dateline.indexes.excerpts import Excerpt, excerpts_by_entity, unmarked_excerpt
from dateline.indexes.places import children_of, parents_of
from dateline.indexes.timeline import Timeline, build_timeline
from dateline.linking.linked import Linked, LinkedArticle, LinkedEntity
from dateline.model.entity import Registry
from dateline.model.names import EntityId
from dateline.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Appearance:
    """An entry that names or lists the entity."""

    entry: Entry
    excerpts: tuple[Excerpt, ...]
    """The sentences that name it, marked; where it is only listed, the entry's text with no mark."""


@dataclass(frozen=True, slots=True)
class Backlink:
    """An article seen from an entity that it mentions."""

    article: LinkedArticle
    published: Entry
    """The article at its publication date, whether or not the timeline shows it so."""
    excerpts: tuple[Excerpt, ...]
    """From the article's summary and body, in order; from its title where they are silent."""
    mentions: int


@dataclass(frozen=True, slots=True)
class Companion:
    """Another entity that is in the same entries."""

    entity: EntityId
    entries: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that the articles hold about one entity."""

    entity: LinkedEntity
    appearances: tuple[Appearance, ...]
    """Its own timeline, in order: events that name it; the other articles that do, as published."""
    backlinks: tuple[Backlink, ...]
    """Every article that mentions it, by publication date."""
    companions: tuple[Companion, ...]
    """Most entries in common first, then by name."""
    mentions: int
    parents: tuple[EntityId, ...]
    """What it is part of: the nearest first."""
    children: tuple[EntityId, ...]
    """What is part of it, by name."""

    @property
    def first(self) -> Entry | None:
        """The earliest dated entry that names it."""
        dated = [a.entry for a in self.appearances if a.entry.date.is_known]
        return dated[0] if dated else None

    @property
    def last(self) -> Entry | None:
        """The latest dated entry that names it."""
        dated = [a.entry for a in self.appearances if a.entry.date.is_known]
        return dated[-1] if dated else None


@dataclass(frozen=True, slots=True)
class Indexes:
    """Every order and every inverse that pages are made from."""

    timeline: Timeline
    dossiers: Mapping[EntityId, Dossier]
    """In the order of their ids."""


def index_content(linked: Linked, registry: Registry, settings: Settings) -> Indexes:
    """Return the timeline of all articles and the dossier of every entity."""
    entries = collect_entries(linked.articles)
    return Indexes(build_timeline(entries), index_dossiers(linked, entries, registry, settings))


def index_dossiers(
    linked: Linked, entries: tuple[Entry, ...], registry: Registry, settings: Settings
) -> Mapping[EntityId, Dossier]:
    """Return what there is about each entity of the registry, in the order of their ids."""
    by_entity = _entries_by_entity(entries)
    backlinks = index_backlinks(linked.articles, whole_paragraphs=settings.excerpt == "paragraph")
    children = children_of(registry)
    return {
        own.entity.id: _dossier(own, by_entity[own.entity.id], backlinks.get(own.entity.id, ()), children, registry)
        for own in linked.entities
    }


def index_backlinks(
    articles: Iterable[LinkedArticle], *, whole_paragraphs: bool = False
) -> Mapping[EntityId, tuple[Backlink, ...]]:
    """Return the exact inverse of the mentions: for each entity the articles that name it, in their order."""
    found: defaultdict[EntityId, list[Backlink]] = defaultdict(list)
    for article in articles:
        counts = Counter(mention.means for mention in article.mentions)
        published = published_entry(article)
        excerpts = _article_excerpts(article, whole_paragraphs=whole_paragraphs)
        for entity in published.entities:
            found[entity].append(Backlink(article, published, excerpts.get(entity, ()), counts[entity]))
    return {entity: tuple(backlinks) for entity, backlinks in found.items()}


def _entries_by_entity(entries: tuple[Entry, ...]) -> defaultdict[EntityId, list[Entry]]:
    found: defaultdict[EntityId, list[Entry]] = defaultdict(list)
    for entry in entries:
        for entity in entry.entities:
            found[entity].append(entry)
    return found


def _article_excerpts(article: LinkedArticle, *, whole_paragraphs: bool) -> Mapping[EntityId, tuple[Excerpt, ...]]:
    """The sentences of summary and body; for those whom they do not name, the title."""
    found = dict(excerpts_by_entity(article.title))
    texts = [*([article.summary] if article.summary else []), article.body]
    own: defaultdict[EntityId, tuple[Excerpt, ...]] = defaultdict(tuple)
    for text in texts:
        for entity, excerpts in excerpts_by_entity(text, whole_paragraphs=whole_paragraphs).items():
            own[entity] += excerpts
    return found | own


def _dossier(
    own: LinkedEntity,
    entries: list[Entry],
    backlinks: tuple[Backlink, ...],
    children: Mapping[EntityId, tuple[EntityId, ...]],
    registry: Registry,
) -> Dossier:
    identity = own.entity.id
    return Dossier(
        entity=own,
        appearances=_appearances(identity, entries, backlinks),
        backlinks=backlinks,
        companions=_companions(identity, entries, registry),
        mentions=sum(backlink.mentions for backlink in backlinks),
        parents=parents_of(registry, identity),
        children=children.get(identity, ()),
    )


def _appearances(entity: EntityId, entries: list[Entry], backlinks: tuple[Backlink, ...]) -> tuple[Appearance, ...]:
    """The events that name the entity, and every other article that does, in the order of the timeline."""
    told = {entry.article.article.slug for entry in entries}
    events = [Appearance(entry, _entry_excerpts(entry, entity)) for entry in entries if entry.event]
    silent = [b for b in backlinks if b.article.article.slug not in told or not b.article.events]
    published = [Appearance(backlink.published, backlink.excerpts) for backlink in silent]
    return tuple(sorted([*events, *published], key=lambda appearance: appearance.entry.sort_key))


def _entry_excerpts(entry: Entry, entity: EntityId) -> tuple[Excerpt, ...]:
    """The sentences of an event that name the entity; all of its text where it is only listed."""
    texts = [entry.text] if entry.text else []
    marked = tuple(excerpt for text in texts for excerpt in excerpts_by_entity(text).get(entity, ()))
    return marked or tuple(unmarked_excerpt(text) for text in texts)


def _companions(entity: EntityId, entries: list[Entry], registry: Registry) -> tuple[Companion, ...]:
    counts = Counter(other for entry in entries for other in entry.entities if other != entity)
    companions = (Companion(other, count) for other, count in counts.items())
    return tuple(sorted(companions, key=lambda c: (-c.entries, registry.by_id[c.entity].name.casefold(), c.entity)))
