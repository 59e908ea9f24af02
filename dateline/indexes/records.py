"""Hold what a file, once it is read and linked, tells the pages of the site: plain values, their prose as HTML.

A record is all that is known of a file outside its own reading and linking. It can be kept, and read back later.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field
from itertools import chain
from typing import Protocol, TypeVar

from dateline.indexes.dates import read_date
from dateline.indexes.excerpts import Excerpt
from dateline.model.article import Picture, Status
from dateline.model.date import HistoricalDate
from dateline.model.entity import Entity
from dateline.model.light import light
from dateline.model.names import EntityId, Slug, UrlPath
from dateline.model.problem import Location
from dateline.model.translations import original_slug

ROOT = "\ufdd4"
"""Stands in the HTML of records, and of pages until they are done, where an internal address begins.

A page has there what leads from it to the site's root. It is a noncharacter (Unicode, 23.7): no text that is exchanged
has it.
"""


@light
class CitationRecord:
    """What a claim rests on, as `Citation` says; dates in EDTF, empty where nobody has given one."""

    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    url: str = ""
    archive: str = ""
    accessed: str = ""
    note: str = ""
    archived: str = ""
    pages: str = ""
    at: str = ""
    language: str = ""
    file: str = ""
    is_published: bool = True
    id: str = ""


@light
class NoteRecord:
    """A footnote."""

    number: int
    """From 1, on its page."""
    html: str
    """HTML with `ROOT` in it; empty where it is a source."""
    source: CitationRecord | None
    """The source that it is; None where it is a text."""
    marks: tuple[str, ...]
    """The ids of its marks on its page."""


@light
class CorrectionRecord:
    """What was wrong in an article, and when, in EDTF, that was mended."""

    date: str
    note: str


@light
class RoleRecord:
    """The part that an entity had in an event, and how sure that is."""

    entity: EntityId
    words: str
    """As what it took part: `suspect`; empty where the status says all: `convicted`."""
    status: Status | None
    note: str


@light
class EventRecord:
    """Something that happened, told by an article or by the file of an entity."""

    slug: Slug
    edtf: str
    title: str
    """In plain words."""
    text: str
    """HTML with `ROOT` in it; empty where there is none."""
    entities: tuple[EntityId, ...]
    """Whom its title and text name, or it lists, in the order of their ids; its places among them."""
    places: tuple[EntityId, ...]
    """Where it happened; the first one is the dateline."""
    roles: tuple[RoleRecord, ...]
    """The parts that some of its entities had in it, as the author listed them."""
    status: Status | None
    note: str
    order: int
    position: int
    """Which of the article's events it is, from 0, as the author listed them."""
    sources: tuple[CitationRecord, ...] = ()
    """What it rests on by itself; empty: what its article rests on."""
    is_heading: bool = False
    """Whether a heading in the article's text tells of it; else the header does."""
    life: str = ""
    """`born`, `died`, `founded` or `dissolved`: it is a date in the life of an entity, without a title; else empty."""

    @property
    def date(self) -> HistoricalDate:
        """When it happened."""
        return read_date(self.edtf)


@light
class ArticleRecord:
    """What other pages than its own show of an article."""

    path: str
    """Below the content folder."""
    location: Location
    slug: Slug
    title: str
    """In plain words."""
    edtf: str
    order: int
    language: str
    """A BCP 47 tag; empty: the site's own."""
    description: str
    """Its summary in plain words."""
    summary: str
    """Its summary as HTML, with `ROOT` in it."""
    sources: tuple[CitationRecord, ...]
    """What it rests on; its events may name more."""
    named: Mapping[EntityId, int]
    """How often it mentions whom; by id, in their order."""
    events: tuple[EventRecord, ...]
    redirects: tuple[UrlPath, ...]
    """Old URL paths that lead to it."""
    corrections: tuple[CorrectionRecord, ...]
    """As the author listed them."""
    tags: tuple[str, ...] = ()
    """As the author listed them."""

    @property
    def date(self) -> HistoricalDate:
        """When it was published."""
        return read_date(self.edtf)

    @property
    def mentions(self) -> int:
        """How often it names anybody, or a place."""
        return sum(self.named.values())

    @property
    def cast(self) -> Iterable[EntityId]:
        """Everybody and every place that it names or lists: whom it names by id, then those of its events alone."""
        if not self.events:
            return self.named
        return dict.fromkeys(chain(self.named, *(event.entities for event in self.events)))


@light
class TextPart:
    """A part of an article's text: up to the first heading that is an event's, or from one such heading to the next."""

    html: str
    """HTML with `ROOT` in it, without the heading."""
    event: Slug | None = None
    """The event whose heading opens the part; None: it is the beginning of the text."""
    title: str = ""
    """The event's title, as HTML with `ROOT` in it."""
    level: int = 2
    """That of the heading on the page."""


@light
class ArticleText:
    """What only its own page and the feed show of an article."""

    body: tuple[TextPart, ...]
    notes: tuple[NoteRecord, ...] = ()
    authors: tuple[str, ...] = ()
    updated: str = ""
    """In EDTF; empty where it never was."""
    picture: Picture | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


@light
class Quotation:
    """The sentences of one article that concern one entity."""

    article: tuple[Excerpt, ...]
    """From its summary and body, in order; from its title where they are silent."""
    events: Mapping[Slug, tuple[Excerpt, ...]]
    """From the text of each event that names or lists the entity: all of it, unmarked, where it is only listed."""


Quotations = Mapping[EntityId, Quotation]
"""For each entity that an article names or lists, what it says of it."""


@light
class Told:
    """All that one article gives a build."""

    record: ArticleRecord
    text: ArticleText
    quotations: Quotations
    """In the order of the entities' ids."""
    trace: "Trace"


@light
class Trace:
    """What the texts of one file, linked, leave behind beside what pages show."""

    ledger: str
    """Its lines of the mention ledger, by place."""
    words: str
    """Its texts as names are looked for in them: folded, a line for each block."""
    is_by_hand: bool
    """Whether it names entities by hand, in brackets, by links to their pages or by pins."""


@light
class EntityRecord:
    """An entity and its own texts; they link, but count for nobody's dossier."""

    entity: Entity
    description: str
    """Its summary in plain words."""
    summary: str
    """Its summary as HTML, with `ROOT` in it."""
    body: str
    """HTML with `ROOT` in it."""
    events: tuple[EventRecord, ...] = ()
    """Of each, the entity itself is among those whom it lists."""
    quotations: Mapping[EntityId, Mapping[Slug, tuple[Excerpt, ...]]] = field(default_factory=dict)
    """For each entity that an event names or lists, what the text of the event says of it, by the event's slug."""
    notes: tuple[NoteRecord, ...] = ()


@light
class PageRecord:
    """A page without a date."""

    location: Location
    slug: Slug
    title: str
    summary: str
    """In plain words."""
    body: str
    """HTML with `ROOT` in it."""
    extra: Mapping[str, object]
    redirects: tuple[UrlPath, ...]
    """Old URL paths that lead to it."""
    notes: tuple[NoteRecord, ...] = ()
    language: str = ""
    """A BCP 47 tag; empty: the site's own."""


_Text = TypeVar("_Text", ArticleRecord, PageRecord)


def split_translations(texts: Iterable[_Text]) -> tuple[tuple[_Text, ...], tuple[_Text, ...]]:
    """Return articles or pages in their order, and the translations among them in the order of their slugs."""
    listed = tuple(texts)
    translations = sorted((each for each in listed if original_slug(each.slug)), key=lambda each: each.slug)
    return tuple(each for each in listed if not original_slug(each.slug)), tuple(translations)


class Library(Protocol):
    """Where the long parts of articles are kept while the rest of the site is made."""

    def text(self, slug: Slug) -> ArticleText:
        """Return what only the article's own page shows."""

    def quotation(self, slug: Slug, entity: EntityId) -> Quotation:
        """Return what the article says of an entity; it names or lists it."""


class Stamps(Protocol):
    """Digests of what records hold, of 16 bytes each: equal digests, equal values."""

    def article(self, slug: Slug) -> bytes:
        """Return the digest of the record of an article."""

    def nameless(self, slug: Slug) -> bytes:
        """Return the digest of that record but for whom the article names."""

    def text(self, slug: Slug) -> bytes:
        """Return the digest of what only the article's own page shows."""

    def quotation(self, slug: Slug, entity: EntityId) -> bytes:
        """Return the digest of what the article says of an entity; it names or lists it."""

    def quotations(self, slug: Slug) -> Mapping[EntityId, bytes]:
        """Return the digests of what the article says of each entity that it names or lists."""

    def entity(self, identity: EntityId) -> bytes:
        """Return the digest of the record of an entity."""

    def page(self, slug: Slug) -> bytes:
        """Return the digest of the record of a page without a date."""


@light
class Shelf:
    """A library that holds everything in memory."""

    texts: Mapping[Slug, ArticleText]
    quotations: Mapping[Slug, Quotations]

    def text(self, slug: Slug) -> ArticleText:
        """Return what only the article's own page shows."""
        return self.texts[slug]

    def quotation(self, slug: Slug, entity: EntityId) -> Quotation:
        """Return what the article says of an entity; it names or lists it."""
        return self.quotations[slug][entity]


@light
class Records:
    """Every file of a site, read and linked."""

    articles: tuple[ArticleRecord, ...]
    """In the order of (publication date, `order`, slug)."""
    entities: tuple[EntityRecord, ...]
    """In the order of their ids."""
    pages: tuple[PageRecord, ...]
    """In the order of their slugs."""
    library: Library
    digests: Mapping[str, str] = field(default_factory=dict)
    """The SHA-256 of the files that articles cite, in hexadecimal, by path below the content folder."""
    translations: tuple[ArticleRecord, ...] = ()
    """Of articles, in the order of their slugs (`shootout/es`): each a page and nothing else; their dates and events
    are those of their originals."""
    translated_pages: tuple[PageRecord, ...] = ()
    """Translations of pages, in the order of their slugs (`about/es`)."""
