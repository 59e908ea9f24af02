"""Turn articles and their events into the entries of the timeline, in their total order."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from dateline.indexes.dates import read_date, sort_key
from dateline.indexes.records import ArticleRecord, EventRecord, RoleRecord
from dateline.model.article import Status
from dateline.model.date import HistoricalDate
from dateline.model.names import EntityId


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

    @property
    def date(self) -> HistoricalDate:
        """When it happened, or was published."""
        return read_date(self.edtf)

    @property
    def edtf(self) -> str:
        """Its date in EDTF."""
        return self.event.edtf if self.event else self.article.edtf

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
