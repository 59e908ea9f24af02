"""Hold what one dated Markdown file says: an article, the events that it tells of, what it rests on."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import StrEnum

from dateline.model.citation import Citation
from dateline.model.dataclass import dataclass
from dateline.model.date import HistoricalDate
from dateline.model.names import EntityId, Slug, UrlPath
from dateline.model.problem import Location
from dateline.model.settings import LinkPolicy
from dateline.model.text import Passage, Place


class Status(StrEnum):
    """How sure a claim is, in the words of those who make it."""

    ALLEGED = "alleged"
    REPORTED = "reported"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    DENIED = "denied"
    CHARGED = "charged"
    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    RETRACTED = "retracted"


COURT_STATUSES = (Status.CHARGED, Status.CONVICTED, Status.ACQUITTED)
"""Those that are a court's word."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What was wrong in an article, and when that was mended."""

    date: HistoricalDate
    note: str


@dataclass(frozen=True, slots=True)
class Role:
    """The part that an entity had in an event, and how sure that is."""

    entity: EntityId
    words: str = ""
    """As what it took part: `suspect`; empty where the status says all: `convicted`."""
    status: Status | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, told by an article or by the file of an entity."""

    slug: Slug
    """Unique in its file."""
    date: HistoricalDate
    title: Passage
    location: Location
    text: Passage | None = None
    places: tuple[EntityId, ...] = ()
    """Where it happened; the first one is the dateline."""
    entities: tuple[EntityId, ...] = ()
    """Who took part, beside those that title and text name; those of `roles` among them."""
    roles: tuple[Role, ...] = ()
    """As what they did; an entity may have several parts, or none that is told."""
    status: Status | None = None
    note: str = ""
    """The hint beside the date: `Friday afternoon`."""
    order: int = 0
    """Settles the order of entries with the same date."""
    sources: tuple[Citation, ...] = ()
    """What it rests on by itself; empty: what its article rests on."""
    heading: int | None = None
    """The line of the article's body, from 0, that is its title; what stands below is its text. None: in the header."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture at the head of an article."""

    file: str
    """Below the content folder."""
    alt: str = ""
    """What it shows, for those who cannot see it; empty where it says nothing of its own."""
    caption: str = ""
    """What readers are told of it: what, when, by whom."""


@dataclass(frozen=True, slots=True)
class Article:
    """One dated Markdown file."""

    path: str
    """Below the content folder, with forward slashes: `articles/2022-08-01-shootout.md`."""
    slug: Slug
    title: Passage
    date: HistoricalDate
    """When it was published."""
    body: Passage
    location: Location
    summary: Passage | None = None
    events: tuple[Event, ...] = ()
    sources: tuple[Citation, ...] = ()
    corrections: tuple[Correction, ...] = ()
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    draft: bool = False
    language: str = ""
    """A BCP 47 tag; empty: the site's own."""
    image: Picture | None = None
    redirects: tuple[UrlPath, ...] = ()
    """Old URL paths that lead here."""
    order: int = 0
    updated: HistoricalDate | None = None
    pins: Mapping[str, EntityId] = field(default_factory=dict)
    """Names that mean this entity in this article."""
    links: LinkPolicy | None = None
    keys: Mapping[str, Place] = field(default_factory=dict)
    """Where each key of its header stands."""
    extra: Mapping[str, object] = field(default_factory=dict)

    def citations(self) -> Iterator[Citation]:
        """Return what it rests on, then what its events rest on by themselves; one may come twice."""
        yield from self.sources
        for event in self.events:
            yield from event.sources


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown file without a date: `pages/about.md` becomes `/about/`."""

    path: str
    slug: Slug
    title: Passage
    body: Passage
    location: Location
    summary: Passage | None = None
    language: str = ""
    """A BCP 47 tag; empty: the site's own."""
    redirects: tuple[UrlPath, ...] = ()
    """Old URL paths that lead here."""
    keys: Mapping[str, Place] = field(default_factory=dict)
    """Where each key of its header stands."""
    extra: Mapping[str, object] = field(default_factory=dict)
