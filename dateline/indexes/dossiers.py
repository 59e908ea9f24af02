"""Turn the timeline and the mentions round: what there is about each entity."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import chain
from operator import attrgetter

from dateline.indexes.announced import Announced
from dateline.indexes.dates import is_known
from dateline.indexes.entries import Entry, by_publication, collect_entries, published_entry
from dateline.indexes.places import children_of, parents_of
from dateline.indexes.records import ArticleRecord, EntityRecord, Records
from dateline.indexes.silences import Silence, longest_silence
from dateline.indexes.timeline import Timeline, build_timeline
from dateline.model.entity import Registry
from dateline.model.light import light
from dateline.model.names import EntityId, Slug


@light
class Companion:
    """Another entity that is in the same entries."""

    entity: EntityId
    entries: int


@light
class Dossier:
    """All that the articles hold about one entity."""

    entity: EntityRecord
    entries: tuple[Entry, ...]
    """Its own timeline, in order: events that name or list it; the other articles that name it, as published."""
    backlinks: Sequence[ArticleRecord]
    """Every article that mentions it, by publication date."""
    told: Sequence[Entry]
    """The entries of the site's timeline that name or list it, in order."""
    parents: tuple[EntityId, ...]
    """What it is part of: the nearest first."""
    children: tuple[EntityId, ...]
    """What is part of it, by name."""
    registry: Registry
    ranks: dict[EntityId, int]
    """Where each entity stands among all by name; empty: nobody has asked yet."""

    @property
    def mentions(self) -> int:
        """How often articles mention it."""
        return sum(article.named[self.entity.entity.id] for article in self.backlinks)

    def so_far(self, announced: Announced) -> "Dossier":
        """Return the dossier without the entries that are still to come."""
        if announced.isdisjoint(entry.edtf for entry in self.entries):
            return self
        return replace(self, entries=tuple(entry for entry in self.entries if entry.edtf not in announced))

    def next(self, announced: Announced) -> Entry | None:
        """Return the first entry of those that are still to come."""
        return next((entry for entry in self.entries if entry.edtf in announced), None)

    @property
    def first(self) -> Entry | None:
        """The earliest dated entry that names it."""
        return next((entry for entry in self.entries if is_known(entry.edtf)), None)

    @property
    def last(self) -> Entry | None:
        """The latest dated entry that names it."""
        return next((entry for entry in reversed(self.entries) if is_known(entry.edtf)), None)

    @property
    def silence(self) -> Silence | None:
        """The longest time between entries of its timeline."""
        return longest_silence(self.entries)

    @property
    def companions(self) -> tuple[Companion, ...]:
        """Who else is in those entries: most of them in common first, then by name."""
        counts = Counter(chain.from_iterable(entry.entities for entry in self.told))
        del counts[self.entity.entity.id]
        ranks = self.ranks or _rank(self.registry, self.ranks)
        ordered = sorted((-entries, ranks[entity], entity) for entity, entries in counts.items())
        return tuple(Companion(entity, -fewer) for fewer, _, entity in ordered)


@light
class Dossiers(Mapping[EntityId, Dossier]):
    """The dossier of each entity, in the order of their ids; each is made when it is first asked for."""

    entities: Mapping[EntityId, EntityRecord]
    registry: Registry
    told: Mapping[EntityId, Sequence[Entry]]
    """The entries of the timeline that name or list each entity, in order; none: it has none."""
    backlinks: Mapping[EntityId, Sequence[ArticleRecord]]
    """The articles that name each entity, in order; none: it has none."""
    listed: Mapping[EntityId, Sequence[ArticleRecord]]
    """The articles that do not name each entity and list it in an event, in order; none: it has none."""
    children: Mapping[EntityId, tuple[EntityId, ...]]
    noted: Mapping[EntityId, Sequence[Entry]]
    """Of the entries that name or list each entity those that no article tells, in order; none: it has none."""
    made: dict[EntityId, Dossier] = field(default_factory=dict)
    ranks: dict[EntityId, int] = field(default_factory=dict)
    published: dict[Slug, Entry] = field(default_factory=dict)
    """Articles that tell of events as entries themselves, where a dossier has asked for them."""
    timed: dict[EntityId, list[str]] = field(default_factory=dict)

    def __getitem__(self, identity: EntityId) -> Dossier:
        if identity not in self.made:
            self.made[identity] = self._make(self.entities[identity])
        return self.made[identity]

    def __iter__(self) -> Iterator[EntityId]:
        return iter(self.entities)

    def __len__(self) -> int:
        return len(self.entities)

    def others(self, identity: EntityId) -> int:
        """Return how many companions an entity has, without a dossier."""
        told = self.told.get(identity, ())
        return len(set(chain.from_iterable(entry.entities for entry in told))) - 1 if told else 0

    def articles(self, identity: EntityId) -> Sequence[ArticleRecord]:
        """Return the articles that name or list an entity: first those that name it."""
        named, listed = self.backlinks.get(identity, ()), self.listed.get(identity)
        return (*named, *listed) if listed else named

    def times(self, identity: EntityId) -> list[str]:
        """Return when the entries of an entity's own timeline are dated, in EDTF, in no order; without a dossier."""
        known = self.timed.get(identity)
        if known is None:
            known = self.timed[identity] = self._times(identity)
        return known

    def _times(self, identity: EntityId) -> list[str]:
        articles = self.articles(identity)
        times = [article.edtf for article in articles if not article.events]
        if len(times) < len(articles):
            times += chain.from_iterable(_event_times(article, identity) for article in articles if article.events)
        return [*times, *(entry.happened for entry in self.noted.get(identity, ()))]

    def _make(self, record: EntityRecord) -> Dossier:
        identity = record.entity.id
        told, backlinks = self.told.get(identity, ()), self.backlinks.get(identity, ())
        return Dossier(
            entity=record,
            entries=self._own_timeline(told, backlinks),
            backlinks=backlinks,
            told=told,
            parents=parents_of(self.registry, identity),
            children=self.children.get(identity, ()),
            registry=self.registry,
            ranks=self.ranks,
        )

    def _own_timeline(self, entries: Sequence[Entry], backlinks: Sequence[ArticleRecord]) -> tuple[Entry, ...]:
        """The entries that tell of an entity, and every other article that names it, in the order of the timeline."""
        told = {entry.article.slug for entry in entries if entry.article}
        silent = [self._published(article) for article in backlinks if article.slug not in told]
        return tuple(sorted([*entries, *silent], key=attrgetter("sort_key"))) if silent else tuple(entries)

    def _published(self, article: ArticleRecord) -> Entry:
        known = self.published.get(article.slug)
        if known is None:
            known = self.published[article.slug] = published_entry(article)
        return known


@light
class Indexes:
    """Every order and every inverse that pages are made from."""

    timeline: Timeline
    dossiers: Dossiers
    """In the order of their ids."""
    made: list[Timeline] = field(default_factory=list, compare=False, repr=False)

    @property
    def published(self) -> Timeline | None:
        """The same entries by when they were published; None where that is the same, because nothing tells of an event.

        It is made when it is first asked for, since most builds after an edit ask for no page that shows it.
        """
        if not any(entry.event for entry in self.timeline.entries):
            return None
        if not self.made:
            self.made.append(build_timeline(by_publication(self.timeline.entries)))
        return self.made[0]


def index_records(records: Records, registry: Registry, *, life: bool = False) -> Indexes:
    """Return the timeline of all articles and entities, and the dossier of every entity.

    `life`: whether the dates on which entities were born, died, were founded or dissolved are entries.
    """
    entries = collect_entries(records.articles, records.entities, life=life)
    return Indexes(build_timeline(entries), index_dossiers(records, entries, registry))


def index_dossiers(records: Records, entries: tuple[Entry, ...], registry: Registry) -> Dossiers:
    """Return what there is about each entity of the registry, in the order of their ids."""
    return Dossiers(
        {record.entity.id: record for record in records.entities},
        registry,
        _entries_by_entity(entries),
        index_backlinks(records.articles),
        index_listed(records.articles),
        children_of(registry),
        _entries_by_entity(entry for entry in entries if entry.entity),
    )


def index_backlinks(articles: Iterable[ArticleRecord]) -> Mapping[EntityId, tuple[ArticleRecord, ...]]:
    """Return the exact inverse of the mentions: for each entity the articles that name it, in their order."""
    found: defaultdict[EntityId, list[ArticleRecord]] = defaultdict(list)
    for article in articles:
        for entity in article.named:
            found[entity].append(article)
    return {entity: tuple(backlinks) for entity, backlinks in found.items()}


def index_listed(articles: Iterable[ArticleRecord]) -> Mapping[EntityId, list[ArticleRecord]]:
    """Return for each entity the articles that only list it, in an event, and do not name it, in their order."""
    found: defaultdict[EntityId, list[ArticleRecord]] = defaultdict(list)
    for article in articles:
        if article.events:
            for entity in article.cast:
                if entity not in article.named:
                    found[entity].append(article)
    return dict(found)


def _event_times(article: ArticleRecord, entity: EntityId) -> list[str]:
    return [event.edtf for event in article.events if entity in event.entities] or [article.edtf]


def _entries_by_entity(entries: Iterable[Entry]) -> Mapping[EntityId, list[Entry]]:
    found: defaultdict[EntityId, list[Entry]] = defaultdict(list)
    for entry in entries:
        for entity in entry.entities:
            found[entity].append(entry)
    return dict(found)


def _rank(registry: Registry, ranks: dict[EntityId, int]) -> Mapping[EntityId, int]:
    """Fill in where each entity stands among all by name, then by id."""
    ordered = sorted(registry.entities, key=lambda entity: (entity.name.casefold(), entity.id))
    ranks.update((entity.id, place) for place, entity in enumerate(ordered))
    return ranks
