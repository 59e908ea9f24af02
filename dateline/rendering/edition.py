"""Hold everything that the pages of one build are made from, and what can be said of it once for all of them."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from hashlib import blake2b

from dateline.indexes.announced import Announced, announced_entries
from dateline.indexes.corrections import ListedCorrection, collect_corrections
from dateline.indexes.dossiers import Dossiers, Indexes
from dateline.indexes.pairs import Pair, closest_pairs, count_pairs, ends_of, most_told
from dateline.indexes.records import ArticleRecord, CitationRecord, EntityRecord, PageRecord, Records
from dateline.indexes.relations import Relations, index_relations
from dateline.indexes.sources import Work, bibliography, collect_works
from dateline.linking.guard import Guard, guard_names
from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity
from dateline.model.names import EntityId, Slug
from dateline.model.settings import KINDS, Kind
from dateline.model.source import Options
from dateline.model.translations import translated_slug
from dateline.model.urls import TIMELINE
from dateline.reading.content import Content
from dateline.rendering.axis import Axis, axis_of
from dateline.rendering.basemap import BASEMAP
from dateline.rendering.catalogues import catalogues_in, find_page_words
from dateline.rendering.memo import Memo
from dateline.rendering.sections import EntryPlace, Section, cut_timeline, entry_places
from dateline.rendering.versions import Version, Versions, find_versions
from dateline.rendering.words import Words

MOST_COMPARED = 200
"""Of so many entities, those in most entries, comparisons are made; a script makes those of others."""
CLOSEST = 3
"""Each is compared with so many with whom it appears most, or with more where it is close to them."""
MOST_PAIRS = 60
FEWEST_SHARED = 2


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of the whole site."""

    content: Content
    records: Records
    indexes: Indexes
    options: Options
    axis: Axis | None
    """The axis of every chart; None where no entry is dated."""
    timeline: Section
    places: Mapping[str, EntryPlace]
    """Where each entry stands on the timeline, by its id."""
    kinds: tuple[Kind, ...]
    """The kinds that have entities, in the order of the settings."""
    by_kind: Mapping[str, tuple[EntityRecord, ...]]
    """The entities by the name of their kind, in the order of their ids."""
    templates: bytes
    """The digest of all templates, and of the names that no page may hold."""
    basemap: bytes
    """The outlines of the world, as the theme keeps them; empty where it has none."""
    catalogues: Mapping[str, bytes] = field(default_factory=dict, compare=False, repr=False)
    """The words of the interface by language, as the theme keeps them; digested with the templates."""
    guard: Guard = field(default=Guard(), compare=False, repr=False)
    """Knows the names that no page may hold."""
    memo: Memo = field(default_factory=Memo, compare=False)
    """What several pages show alike."""

    @property
    def times(self) -> Mapping[EntityId, list[str]]:
        """When the entries of each entity's own timeline are dated, in EDTF, in no order."""
        dossiers = self.indexes.dossiers
        return self.memo.once(Dossiers.times, lambda: {identity: dossiers.times(identity) for identity in dossiers})

    @property
    def announced(self) -> Announced:
        """The dates of entries and articles that are still to come on the day of the build."""
        return self.memo.once(announced_entries, self._find_announced)

    def _find_announced(self) -> Announced:
        return announced_entries(self.indexes.timeline.entries, self.records.articles, self.options.today)

    @property
    def corrections(self) -> tuple[ListedCorrection, ...]:
        """Every correction of the site, the newest first."""
        return self.memo.once(ListedCorrection, lambda: collect_corrections(self.records.articles))

    @property
    def has_corrections(self) -> bool:
        """Whether anything was mended in an article."""
        return self.memo.once("corrections", lambda: bool(self.corrections))

    @property
    def has_entries(self) -> bool:
        """Whether anything stands on the timeline."""
        return self.memo.once("entries", lambda: bool(self.timeline.count))

    @property
    def relations(self) -> Relations:
        """How entities stand to each other."""
        types = self.content.settings.relations
        return self.memo.once(Relations, lambda: index_relations(self.records.entities, types))

    @property
    def articles(self) -> Mapping[Slug, ArticleRecord]:
        """The articles by their slugs."""
        return self.memo.once((ArticleRecord, Slug), lambda: {each.slug: each for each in self.records.articles})

    @property
    def versions(self) -> Versions:
        """What there is in several languages."""
        return self.memo.once(Version, lambda: find_versions(self.records, self.content.settings.language))

    def pages_in(self, language: str) -> tuple[PageRecord, ...]:
        """Return every page without a date, in a language (a BCP 47 tag) where it is translated into that."""
        return self.memo.once((PageRecord, language), lambda: tuple(self._choose_pages(language)))

    def _choose_pages(self, language: str) -> Iterator[PageRecord]:
        translated = {page.slug: page for page in self.records.translated_pages}
        for page in self.records.pages:
            yield translated.get(translated_slug(page.slug, language), page)

    @property
    def has_sources(self) -> bool:
        """Whether any article, event or relation names a source."""
        return self.memo.once(CitationRecord, self._find_sources)

    def _find_sources(self) -> bool:
        entities = self.records.entities
        told = (event.sources for record in entities for event in record.events)
        stated = (relation.sources for record in entities for relation in record.entity.relations)
        return any(map(bibliography, self.records.articles)) or any(told) or any(stated)

    @property
    def works(self) -> tuple[Work, ...]:
        """Every source of the site, by publisher."""
        return self.memo.once(Work, lambda: collect_works(self.records.articles, self.records.entities))

    @property
    def has_company(self) -> bool:
        """Whether any two entities are in an entry together."""
        return self.memo.once(Pair, lambda: any(len(entry.entities) > 1 for entry in self.indexes.timeline.entries))

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Those who appear together most, each two with a comparison of their own."""
        return self.memo.once((Pair, "closest"), self._find_pairs)

    @property
    def compared(self) -> Mapping[EntityId, tuple[EntityId, ...]]:
        """With whom each entity has a comparison."""
        return self.memo.once((Pair, "ends"), lambda: ends_of(self.pairs))

    def _find_pairs(self) -> tuple[Pair, ...]:
        return closest_pairs((pair for pair in self.counted if pair.entries >= FEWEST_SHARED), CLOSEST, MOST_PAIRS)

    @property
    def counted(self) -> tuple[Pair, ...]:
        """Every two of those in most entries who appear together: most often so first."""
        return self.memo.once((Pair, "counted"), self._count_pairs)

    def _count_pairs(self) -> tuple[Pair, ...]:
        return count_pairs(self.indexes.timeline.entries, most_told(self.indexes.dossiers.told, MOST_COMPARED))

    @property
    def has_map(self) -> bool:
        """Whether anything has coordinates."""
        return self.memo.once("map", lambda: any(entity.coordinates for entity in self.content.registry.entities))

    @property
    def base_url(self) -> str:
        """Where the site will be published, with a slash at its end; empty where nobody has said."""
        return self.content.settings.base_url

    def words(self, language: str = "") -> Words:
        """Return the words of the interface in a language, else in that of the site; English where it has neither."""
        own = self.content.settings.language
        return self.memo.once((Words, language), lambda: find_page_words(self.catalogues, language or own, own))

    def entity(self, identity: EntityId) -> Entity:
        """Return the entity with this id."""
        return self.content.registry.by_id[identity]

    @property
    def drawn_kinds(self) -> tuple[Kind, ...]:
        """The kinds that the theme's stylesheet cannot know: the site's own, and those with colours of its own."""
        return tuple(kind for kind in self.content.settings.kinds if kind not in KINDS)


def make_edition(
    content: Content, records: Records, indexes: Indexes, options: Options, theme: Mapping[str, bytes]
) -> Edition:
    """Return what the pages of a build are made from; `theme` are the files of the theme that pages read, by name."""
    by_kind = _entities_by_kind(content, records)
    guard = guard_names(content.private, content.registry, content.settings)
    catalogues, language = catalogues_in(theme), content.settings.language
    timeline = cut_timeline(indexes.timeline.years, TIMELINE, language, find_page_words(catalogues, language, language))
    return Edition(
        content=content,
        records=records,
        indexes=indexes,
        options=options,
        axis=axis_of(indexes.timeline.entries),
        timeline=timeline,
        places=entry_places(timeline),
        kinds=tuple(kind for kind in content.settings.kinds if by_kind.get(kind.name)),
        by_kind=by_kind,
        templates=_digest(theme, guard),
        basemap=theme.get(BASEMAP, b""),
        catalogues=catalogues,
        guard=guard,
    )


def _entities_by_kind(content: Content, records: Records) -> Mapping[str, tuple[EntityRecord, ...]]:
    found: dict[str, list[EntityRecord]] = {kind.name: [] for kind in content.settings.kinds}
    for record in records.entities:
        found[record.entity.kind].append(record)
    return {name: tuple(members) for name, members in found.items()}


def _digest(theme: Mapping[str, bytes], guard: Guard) -> bytes:
    return blake2b(repr((sorted(theme.items()), guard.names)).encode(), digest_size=16).digest()
