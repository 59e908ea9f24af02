"""Turn a brief into an edition that reads an article only when a page asks for it.

It is enough for the pages of articles and of dossiers. What asks it for more is told so: the way is closed then.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import chain
from operator import attrgetter
from typing import Any, TypeVar, cast, overload

from dateline.indexes.announced import announced_entries
from dateline.indexes.dossiers import Dossiers, Indexes
from dateline.indexes.entries import Entry, article_entries, collect_entries
from dateline.indexes.pairs import Pair
from dateline.indexes.places import children_of
from dateline.indexes.records import (
    ArticleRecord,
    CitationRecord,
    EntityRecord,
    PageRecord,
    Records,
    split_translations,
)
from dateline.model.dataclass import dataclass
from dateline.model.entity import Registry
from dateline.model.names import EntityId, Slug
from dateline.model.settings import Settings
from dateline.model.source import Options
from dateline.model.translations import original_slug
from dateline.publishing.brief import Brief
from dateline.publishing.keeping import KeptLibrary, entity_record
from dateline.publishing.kept import KeptArticle, KeptEntity, KeptPage
from dateline.publishing.segments import SegmentReader
from dateline.publishing.sources import Theme
from dateline.publishing.state_parts import PartReader
from dateline.reading.content import Content
from dateline.rendering.basemap import BASEMAP
from dateline.rendering.catalogues import catalogues_in
from dateline.rendering.edition import Edition
from dateline.rendering.planned_pages import read_by_pages
from dateline.rendering.versions import Version, find_versions

Value = TypeVar("Value")
Key = TypeVar("Key")


class ClosedError(Exception):
    """More is asked for than a brief holds."""


class Shut:
    """Stands for what a brief does not hold."""

    def __getattribute__(self, name: str) -> Any:
        raise ClosedError(name)


class Lazy(Mapping[Key, Value]):
    """A mapping of which each value is made when it is first asked for."""

    def __init__(self, keys: Mapping[Key, object], make: Callable[[Key], Value]) -> None:
        """Take a mapping with the same keys, and what makes a value."""
        self._keys = keys
        self._make = make
        self._made: dict[Key, Value] = {}

    def __getitem__(self, key: Key) -> Value:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class Whole(Mapping[Key, Value]):
    """A mapping that is made when it is first asked for anything."""

    def __init__(self, make: Callable[[], Mapping[Key, Value]]) -> None:
        """Take what makes it."""
        self._make = make

    @cached_property
    def _made(self) -> Mapping[Key, Value]:
        return self._make()

    def __getitem__(self, key: Key) -> Value:
        return self._made[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


class Shelf:
    """The articles of a state, each unpacked when it is first asked for, by its number."""

    def __init__(
        self, brief: Brief, numbers: Mapping[str, int], reader: PartReader, changed: Mapping[str, KeptArticle]
    ) -> None:
        """Take the brief, articles' numbers by path, what reads the state, and what is otherwise than in that."""
        self.number = {slug: number for number, slug in enumerate(brief.slugs)}
        self._parts = brief.parts.articles
        self._reader = reader
        self._kept = {numbers[path]: kept for path, kept in changed.items()}

    def kept(self, number: int) -> KeptArticle:
        """Return what is kept of an article. Raises LostError, OSError."""
        if number not in self._kept:
            self._kept[number] = self._reader.read(self._parts[number], KeptArticle)
        return self._kept[number]

    def record(self, number: int) -> ArticleRecord:
        """Return the record of an article; the same one each time. Raises LostError, OSError."""
        return self.kept(number).record

    def renew(self, number: int, kept: KeptArticle) -> None:
        """Take an article as it is now."""
        self._kept[number] = kept


class _Listed(Sequence[ArticleRecord]):
    """The records of articles, each unpacked when it is asked for."""

    def __init__(self, shelf: Shelf, numbers: Sequence[int]) -> None:
        self._shelf = shelf
        self._numbers = numbers

    @overload
    def __getitem__(self, place: int) -> ArticleRecord: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[ArticleRecord]: ...

    def __getitem__(self, place: int | slice) -> ArticleRecord | Sequence[ArticleRecord]:
        return self._some(place) if isinstance(place, slice) else self._shelf.record(self._numbers[place])

    def _some(self, places: slice) -> Sequence[ArticleRecord]:
        return _Listed(self._shelf, self._numbers[places])

    def __len__(self) -> int:
        return len(self._numbers)


class _Published(_Listed):
    """Those of all articles in the order of publication: one may be asked for, and never all."""

    def _some(self, places: slice) -> Sequence[ArticleRecord]:  # noqa: ARG002
        raise ClosedError("all articles")

    def __iter__(self) -> Iterator[ArticleRecord]:
        raise ClosedError("all articles")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a brief is opened on."""

    brief: Brief
    shelf: Shelf
    segments: SegmentReader
    entities: Mapping[EntityId, KeptEntity]
    pages: Mapping[str, KeptPage]
    settings: Settings
    options: Options
    theme: Theme


def open_edition(ground: Ground, registry: Registry) -> Edition:
    """Return the edition that a brief tells of; `registry` are the entities of the ground, all of them public."""
    records, theme = _records(ground), read_by_pages(ground.theme.templates, ground.theme.assets)
    by_kind: dict[str, list[EntityRecord]] = {kind.name: [] for kind in ground.settings.kinds}
    for record in records.entities:
        by_kind[record.entity.kind].append(record)
    orders = ground.brief.orders
    edition = Edition(
        content=Content(ground.settings, registry, (), ()),
        records=records,
        indexes=Indexes(_shut(), _dossiers(ground, records, registry)),
        options=ground.options,
        axis=orders.axis,
        timeline=_shut(),
        places=Lazy(orders.placed, lambda name: orders.places[orders.placed[name]]),
        kinds=tuple(kind for kind in ground.settings.kinds if by_kind.get(kind.name)),
        by_kind={name: tuple(members) for name, members in by_kind.items()},
        templates=b"",
        basemap=theme.get(BASEMAP, b""),
        catalogues=catalogues_in(theme),
    )
    _remember(edition, ground)
    return edition


def _remember(edition: Edition, ground: Ground) -> None:
    """Put into the memo of the edition what it would else look for among all articles."""
    orders, shelf, dossiers = ground.brief.orders, ground.shelf, edition.indexes.dossiers
    records, language = edition.records, ground.settings.language
    translated = {record.slug for record in records.translations}
    originals = {slug: number for slug, number in shelf.number.items() if slug not in translated}
    spoken = {slug for each in translated if (slug := original_slug(each))}
    told_twice = tuple(shelf.record(originals[slug]) for slug in spoken)
    known: dict[Any, object] = {
        Version: find_versions(replace(records, articles=told_twice), language),
        (ArticleRecord, Slug): Lazy(originals, lambda slug: shelf.record(originals[slug])),
        Dossiers.times: Lazy(dossiers.entities, dossiers.times),
        announced_entries: frozenset(orders.announced),
        CitationRecord: orders.has_sources,
        Pair: orders.has_company,
        (Pair, "ends"): orders.compared,
        "entries": orders.has_entries,
        "corrections": orders.has_corrections,
    }
    for key, value in known.items():
        edition.memo.once(key, partial(_same, value))


def _same(value: object) -> object:
    return value


def _records(ground: Ground) -> Records:
    shelf, orders = ground.shelf, ground.brief.orders
    translations = sorted(map(shelf.record, orders.translations), key=attrgetter("slug"))
    pages, translated = split_translations(sorted((kept.record for kept in ground.pages.values()), key=_slug))
    return Records(
        articles=cast("tuple[ArticleRecord, ...]", _Published(shelf, orders.published)),
        entities=tuple(entity_record(kept) for kept in ground.entities.values()),
        pages=pages,
        library=KeptLibrary(_BySlug(shelf), ground.segments),
        digests=ground.brief.digests,
        translations=tuple(translations),
        translated_pages=translated,
    )


def _slug(record: PageRecord) -> Slug:
    return record.slug


class _BySlug(dict[Slug, KeptArticle]):
    """The articles by their slugs, each unpacked when it is first asked for."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf

    def __missing__(self, slug: Slug) -> KeptArticle:
        return self._shelf.kept(self._shelf.number[slug])


def _dossiers(ground: Ground, records: Records, registry: Registry) -> Dossiers:
    shelf, orders = ground.shelf, ground.brief.orders
    noted: defaultdict[EntityId, list[Entry]] = defaultdict(list)
    for entry in collect_entries((), records.entities, life=ground.settings.life_events):
        for identity in entry.entities:
            noted[identity].append(entry)

    def articles(numbers: Mapping[EntityId, Sequence[int]]) -> Mapping[EntityId, Sequence[ArticleRecord]]:
        return Lazy(numbers, lambda identity: _Listed(shelf, numbers[identity]))

    def told(identity: EntityId) -> Sequence[Entry]:
        numbers = (*orders.named.get(identity, ()), *orders.listed.get(identity, ()))
        made = chain.from_iterable(article_entries(shelf.record(number)) for number in numbers)
        own = [entry for entry in made if identity in entry.entities]
        return sorted([*own, *noted.get(identity, ())], key=attrgetter("sort_key"))

    return Dossiers(
        entities={record.entity.id: record for record in records.entities},
        registry=registry,
        told=Lazy(registry.by_id, told),
        backlinks=articles(orders.named),
        listed=articles(orders.listed),
        children=children_of(registry),
        noted=dict(noted),
    )


def _shut() -> Any:
    return Shut()
