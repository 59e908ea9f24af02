"""Turn what pages read into digests: a page whose key is that of an earlier build has the bytes that it had then.

Every digest has 16 bytes, and a key is the digest of some in a row: no two rows can be mistaken for each other.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from hashlib import blake2b
from itertools import chain

from dateline.indexes.entries import Entry
from dateline.indexes.places import parents_of
from dateline.indexes.records import ArticleRecord, Stamps
from dateline.model.names import EntityId, Slug
from dateline.rendering.edition import Edition
from dateline.rendering.volumes import page_of

NOTHING = bytes(16)
"""Stands where there is nothing to digest: the article before the first one."""


def fold(*digests: bytes) -> bytes:
    """Return the digest of digests in a row."""
    return blake2b(b"".join(digests), digest_size=16).digest()


def stamp(value: object) -> bytes:
    """Return the digest of a plain value, whose `repr` says all of it."""
    return blake2b(repr(value).encode(), digest_size=16).digest()


def stamp_words(words: Iterable[str]) -> bytes:
    """Return the digest of words (ids, dates) that hold no NUL; much faster than `stamp`."""
    return blake2b("\0".join(words).encode(), digest_size=16).digest()


def outline_key(entries: Iterable[Entry]) -> bytes:
    """Return the digest of when entries are dated, and of their ids: how a timeline is cut and drawn."""
    listed = tuple(entries)
    return fold(stamp_words(entry.id for entry in listed), stamp_words(entry.edtf for entry in listed))


def ingredients(edition: Edition, stamps: Stamps) -> "Ingredients":
    """Return what the keys of an edition are made from; the stamps stay as they are while the edition lives."""
    return edition.memo.once((Ingredients, id(stamps)), lambda: Ingredients(edition, stamps))


def forget_ingredients(edition: Edition, stamps: Stamps) -> None:
    """Let go of what keys were made from, which no page reads: it is some bytes for each mention of a site."""
    edition.memo.forget((Ingredients, id(stamps)))


class Ingredients:
    """Digests of what pages read, each made when it is first asked for, and once."""

    def __init__(self, edition: Edition, stamps: Stamps) -> None:
        """Take what pages are made from, and the digests of its records."""
        self.edition = edition
        self.stamps = stamps
        self._frames: dict[str, bytes] = {}
        self._bare: dict[Slug, bytes] = {}

    def page(self, template: str, *digests: bytes) -> bytes:
        """Return the key of a page: of its template, of what every page reads, and of what it reads itself."""
        if template not in self._frames:
            self._frames[template] = self._frame(template)
        return fold(self._frames[template], *digests)

    @cached_property
    def cards(self) -> Mapping[EntityId, bytes]:
        """What a link to an entity shows, in the order of their ids."""
        return {e.id: stamp((e.id, e.kind, e.name, e.names)) for e in self.edition.content.registry.entities}

    @cached_property
    def every_card(self) -> bytes:
        """All of them."""
        return fold(*self.cards.values())

    def told(self, article: ArticleRecord) -> bytes:
        """Return the digest of what the page of an article shows of its record, and links to all whom it names."""
        return fold(self.stamps.article(article.slug), *map(self.cards.__getitem__, article.cast))

    def bare(self, article: ArticleRecord) -> bytes:
        """Return the digest of what entries of an article show wherever it is not told whom its own texts name.

        That is its record but for these, and links to all who are in its events.
        """
        nameless = self.stamps.nameless(article.slug)
        if not article.events:
            return nameless
        if article.slug not in self._bare:
            cast = chain.from_iterable(event.entities for event in article.events)
            self._bare[article.slug] = fold(nameless, *map(self.cards.__getitem__, cast))
        return self._bare[article.slug]

    def about(self, entity: EntityId) -> bytes:
        """Return the digest of what all articles say of an entity; whom else they name is not in it."""
        articles, quotation = self.edition.indexes.dossiers.articles(entity), self.stamps.quotation
        return fold(*[self.bare(article) + quotation(article.slug, entity) for article in articles])

    @cached_property
    def links(self) -> Mapping[Slug, bytes]:
        """What a link to an article shows."""
        return {each.slug: stamp_words((each.slug, each.edtf, each.language, each.title)) for each in self._articles}

    @cached_property
    def outline(self) -> bytes:
        """When all entries are dated, and their ids: how the timeline is cut and drawn, and where each entry stands."""
        return outline_key(self.edition.indexes.timeline.entries)

    @cached_property
    def axis(self) -> bytes:
        """The axis of every chart."""
        return stamp(self.edition.axis)

    @cached_property
    def noted(self) -> Mapping[str, bytes]:
        """What entries that files of entities tell show, by their ids; where they stand, and all whom they name."""
        return {entry.id: self._note(entry) for entry in self.edition.indexes.timeline.entries if entry.entity}

    def entry(self, entry: Entry) -> bytes:
        """Return the digest of an entry as a line of any page, with links to all whom it names or lists."""
        if entry.article and not entry.event:
            return fold(self.bare(entry.article), *map(self.cards.__getitem__, entry.entities))
        return self.plain_entry(entry)

    def plain_entry(self, entry: Entry) -> bytes:
        """Return the digest of an entry as a line of any page, but for whom it names as an article."""
        return self.bare(entry.article) if entry.article else self.noted[entry.id]

    def _note(self, entry: Entry) -> bytes:
        assert entry.entity is not None, "it tells the entry"  # noqa: S101
        identity, edition = entry.entity.entity.id, self.edition
        where = (page_of(edition, identity, entry), edition.places[entry.id].url)
        return fold(
            self.stamps.entity(identity), stamp((entry.id, where)), *map(self.cards.__getitem__, entry.entities)
        )

    def lines(self, entries: Iterable[Entry]) -> bytes:
        """Return the digest of entries as lines of the timeline, in their order."""
        listed, known = tuple(entries), self._by_id
        try:
            return fold(*[known[entry.id] for entry in listed])
        except KeyError:
            # A published article that tells events is an entry of dossiers alone.
            known.update({entry.id: self._line(entry) for entry in listed if entry.id not in known})
            return fold(*[known[entry.id] for entry in listed])

    def plain_lines(self, entries: Iterable[Entry]) -> bytes:
        """Return the digest of entries as lines that do not show whom articles name, in their order."""
        listed = tuple(entries)
        return fold(stamp_words(entry.id for entry in listed), *map(self.plain_entry, listed))

    def told_ids(self, entity: EntityId) -> bytes:
        """Return the digest of which entries of the timeline name or list an entity, and nothing of what they say."""
        return stamp_words(entry.id for entry in self.edition.indexes.dossiers.told.get(entity, ()))

    @cached_property
    def _by_id(self) -> dict[str, bytes]:
        """What entries show, by their ids: those of the timeline, and others that were asked for."""
        return {entry.id: self._line(entry) for entry in self.edition.indexes.timeline.entries}

    def _line(self, entry: Entry) -> bytes:
        return fold(self.entry(entry), entry.id.encode())

    def appearances(self, entries: Iterable[Entry], entity: EntityId) -> bytes:
        """Return the digest of entries as lines of the dossier of an entity, in their order."""
        listed = tuple(entries)
        quotation = self.stamps.quotation
        quoted = (quotation(entry.article.slug, entity) for entry in listed if entry.article)
        return fold(self.plain_lines(listed), *quoted)

    def announced(self, entity: EntityId) -> bytes:
        """Return the digest of when entries of an entity are dated that are still to come on the day of the build."""
        known = self.edition.announced
        later = sorted(known.intersection(self.edition.times[entity])) if known else ()
        return stamp_words(later) if later else NOTHING

    def link(self, article: ArticleRecord | None) -> bytes:
        """Return the digest of a link to an article, if there is one."""
        return self.links[article.slug] if article else NOTHING

    def relatives(self, entity: EntityId) -> bytes:
        """Return the digest of links to what an entity is part of, and to what is part of it."""
        dossiers = self.edition.indexes.dossiers
        parents, children = parents_of(dossiers.registry, entity), dossiers.children.get(entity, ())
        if not parents and not children:
            return NOTHING
        return fold(*map(self.cards.__getitem__, parents), NOTHING, *map(self.cards.__getitem__, children))

    def relations(self, entity: EntityId) -> bytes:
        """Return the digest of how an entity stands to others, with links to them and to the articles that say so."""
        ends = self.edition.relations.of(entity)
        if not ends:
            return NOTHING
        others = (self.cards[end.other] for end in ends)
        articles = (self._cited(slug) for end in ends for slug in end.relation.articles)
        return fold(stamp(ends), *others, *articles)

    def _cited(self, slug: Slug) -> bytes:
        article = self.edition.articles.get(slug)
        return fold(self.links[slug], stamp(article.corrections)) if article else NOTHING

    @property
    def _articles(self) -> tuple[ArticleRecord, ...]:
        return self.edition.records.articles

    def _frame(self, template: str) -> bytes:
        edition = self.edition
        options = edition.options
        kinds = [kind.name for kind in edition.kinds]
        records = edition.records
        pages = [(page.slug, page.title) for page in (*records.pages, *records.translated_pages)]
        lists = (bool(edition.corrections), bool(edition.timeline.count))
        parts = (*lists, edition.has_map, edition.has_sources, edition.has_company)
        shared = (options.version, options.preview, options.offline, edition.content.settings, kinds, pages, parts)
        return fold(stamp(template), stamp(shared), edition.templates)
