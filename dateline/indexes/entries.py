"""Turn articles and their events into the entries of the timeline, in their total order."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from operator import attrgetter

from dateline.indexes.dates import read_date, sort_key
from dateline.indexes.lags import Lag, lag_between
from dateline.indexes.records import ArticleRecord, EventRecord, RoleRecord
from dateline.model.article import Status
from dateline.model.date import HistoricalDate
from dateline.model.names import EntityId


class Clock(Enum):
    """By which of its two dates an entry is filed."""

    HAPPENED = "happened"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline: an event, or an article without one at its publication date."""

    id: str
    """Its anchor, unique on the whole site: `<article slug>.<event slug>`, or the article's slug alone."""
    article: ArticleRecord
    event: EventRecord | None
    """None: the article itself, as published."""
    entities: tuple[EntityId, ...]
    """Whom it names or lists, in the order of their ids; its places among them."""
    places: tuple[EntityId, ...]
    """Where it happened; the first one is the dateline."""
    sort_key: tuple[object, ...]
    """The total order: date (with its precision), the author's `order`, then as it was told.

    What was told first stands first: by publication, by the article's slug, by its place in the article.
    """
    clock: Clock = Clock.HAPPENED
    """Which of its dates its `date` is."""

    @property
    def date(self) -> HistoricalDate:
        """When it happened, or was published: by its clock; an article without events only ever was published."""
        return read_date(self.edtf)

    @property
    def edtf(self) -> str:
        """Its date in EDTF."""
        return self.published if self.clock is Clock.PUBLISHED else self.happened

    @property
    def happened(self) -> str:
        """When it happened, in EDTF; of an article without events, when it was published."""
        return self.event.edtf if self.event else self.article.edtf

    @property
    def published(self) -> str:
        """When it was published, in EDTF."""
        return self.article.edtf

    @property
    def lag(self) -> Lag | None:
        """How much later than it happened it was published, or how much earlier; None: not surely more than a week."""
        return lag_between(self.happened, self.published) if self.event else None

    @property
    def title(self) -> str:
        """Its title in plain words."""
        return self.event.title if self.event else self.article.title

    @property
    def text(self) -> str:
        """A sentence or three, as HTML with `ROOT` in it: the event's text, or the article's summary."""
        return self.event.text if self.event else self.article.summary

    @property
    def roles(self) -> tuple[RoleRecord, ...]:
        """The parts that entities had in it; none in a published article."""
        return self.event.roles if self.event else ()

    @property
    def status(self) -> Status | None:
        """How sure the claim is; None for a published article and where nothing is said."""
        return self.event.status if self.event else None


def collect_entries(articles: Iterable[ArticleRecord]) -> tuple[Entry, ...]:
    """Return the entries that these articles make, in the total order of the timeline."""
    entries = (entry for article in articles for entry in article_entries(article))
    return tuple(sorted(entries, key=attrgetter("sort_key")))


def by_publication(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return entries by the date of their publication, in a total order: what happened first of one article's first."""
    dated = (replace(entry, clock=Clock.PUBLISHED, sort_key=_publication_key(entry)) for entry in entries)
    return tuple(sorted(dated, key=attrgetter("sort_key")))


def _publication_key(entry: Entry) -> tuple[object, ...]:
    article = entry.article
    return (sort_key(article.edtf), article.order, article.slug, entry.sort_key)


def article_entries(article: ArticleRecord) -> tuple[Entry, ...]:
    """Return the entries that an article makes, in the order in which it tells them."""
    return tuple(_event_entry(article, event) for event in article.events) or (published_entry(article),)


def published_entry(article: ArticleRecord) -> Entry:
    """Return the article itself as an entry, at its publication date; it has no place of its own."""
    published = sort_key(article.edtf)
    key = (published, article.order, published, article.slug, 0)
    return Entry(article.slug, article, None, tuple(article.named), (), key)


def _event_entry(article: ArticleRecord, event: EventRecord) -> Entry:
    key = (sort_key(event.edtf), event.order, sort_key(article.edtf), article.slug, event.position)
    return Entry(f"{article.slug}.{event.slug}", article, event, event.entities, event.places, key)
