"""Turn articles, and the events that they and files of entities tell of, into the entries of the timeline, in order."""

from collections.abc import Iterable, Iterator
from enum import Enum
from operator import attrgetter

from dateline.indexes.dates import read_date, sort_key
from dateline.indexes.lags import Lag, lag_between
from dateline.indexes.records import ArticleRecord, EntityRecord, EventRecord, RoleRecord
from dateline.model.article import Status
from dateline.model.date import UNKNOWN_DATE, HistoricalDate
from dateline.model.light import light
from dateline.model.names import EntityId, Slug


class Clock(Enum):
    """By which of its two dates an entry is filed."""

    HAPPENED = "happened"
    PUBLISHED = "published"


@light
class Entry:
    """One line of the timeline: an event, or an article without one at its publication date."""

    id: str
    """Its anchor, unique on the whole site.

    `<article slug>.<event slug>`, or the article's slug alone; `<kind's folder>.<entity slug>.<event slug>`.
    """
    article: ArticleRecord | None
    """The article that tells it; None: the file of an entity does."""
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
    entity: EntityRecord | None = None
    """The entity whose file tells it; None: an article does."""
    clock: Clock = Clock.HAPPENED
    """Which of its dates its `date` is."""

    @property
    def date(self) -> HistoricalDate:
        """When it happened, or was published: by its clock; an article without events only ever was published."""
        return read_date(self.edtf)

    @property
    def edtf(self) -> str:
        """Its date in EDTF."""
        if self.event and self.clock is Clock.HAPPENED:
            return self.event.edtf
        return self.article.edtf if self.article else UNKNOWN_DATE.edtf

    @property
    def happened(self) -> str:
        """When it happened, in EDTF; of an article without events, when it was published."""
        return self.event.edtf if self.event else self.published

    @property
    def published(self) -> str:
        """When it was published, in EDTF; unknown where no article tells it."""
        return self.article.edtf if self.article else UNKNOWN_DATE.edtf

    @property
    def lag(self) -> Lag | None:
        """How much later than it happened it was published, or how much earlier; None: not surely more than a week."""
        return lag_between(self.happened, self.published) if self.event else None

    @property
    def title(self) -> str:
        """Its title in plain words; empty where it is a date in the life of an entity."""
        return self.event.title if self.event else self.article.title if self.article else ""

    @property
    def text(self) -> str:
        """A sentence or three, as HTML with `ROOT` in it: the event's text, or the article's summary."""
        return self.event.text if self.event else self.article.summary if self.article else ""

    @property
    def roles(self) -> tuple[RoleRecord, ...]:
        """The parts that entities had in it; none in a published article."""
        return self.event.roles if self.event else ()

    @property
    def status(self) -> Status | None:
        """How sure the claim is; None for a published article and where nothing is said."""
        return self.event.status if self.event else None


def collect_entries(
    articles: Iterable[ArticleRecord], entities: Iterable[EntityRecord] = (), *, life: bool = False
) -> tuple[Entry, ...]:
    """Return the entries that articles and entities make, in the total order of the timeline.

    `life`: whether the dates on which entities were born, died, were founded or dissolved are among them.
    """
    entries = [entry for article in articles for entry in article_entries(article)]
    entries += [entry for entity in entities for entry in entity_entries(entity, life=life)]
    return tuple(sorted(entries, key=attrgetter("sort_key")))


def by_publication(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return entries by the date of their publication, in a total order: what happened first of one article's first."""
    dated = (
        Entry(e.id, e.article, e.event, e.entities, e.places, _publication_key(e), e.entity, Clock.PUBLISHED)
        for e in entries
    )
    return tuple(sorted(dated, key=attrgetter("sort_key")))


def _publication_key(entry: Entry) -> tuple[object, ...]:
    article = entry.article
    told = (article.order, article.slug) if article else (0, "")
    return (sort_key(entry.published), *told, entry.sort_key)


def article_entries(article: ArticleRecord) -> tuple[Entry, ...]:
    """Return the entries that an article makes, in the order in which it tells them."""
    return tuple(_event_entry(article, event) for event in article.events) or (published_entry(article),)


def ordered_events(article: ArticleRecord) -> tuple[EventRecord, ...]:
    """Return the events of an article in the order in which the timeline has them."""
    entries = sorted(article_entries(article), key=attrgetter("sort_key")) if len(article.events) > 1 else ()
    return tuple(entry.event for entry in entries if entry.event) or article.events


def entity_entries(record: EntityRecord, *, life: bool = False) -> tuple[Entry, ...]:
    """Return the entries that the file of an entity makes; `life`: among them the dates of its life.

    An event with the slug `born` says more of that than the date, and takes its place; and so on.
    """
    own = {event.slug for event in record.events}
    dates = [event for event in _life_events(record) if event.slug not in own] if life else []
    return tuple(_own_entry(record, event) for event in (*dates, *record.events))


def published_entry(article: ArticleRecord) -> Entry:
    """Return the article itself as an entry, at its publication date; it has no place of its own."""
    published = sort_key(article.edtf)
    key = (published, article.order, published, article.slug, 0)
    return Entry(article.slug, article, None, tuple(article.named), (), key)


def _event_entry(article: ArticleRecord, event: EventRecord) -> Entry:
    key = (sort_key(event.edtf), event.order, sort_key(article.edtf), article.slug, event.position)
    return Entry(f"{article.slug}.{event.slug}", article, event, event.entities, event.places, key)


def _own_entry(record: EntityRecord, event: EventRecord) -> Entry:
    identity = record.entity.id
    key = (sort_key(event.edtf), event.order, sort_key(UNKNOWN_DATE.edtf), identity, event.position)
    name = f"{identity.replace('/', '.')}.{event.slug}"
    return Entry(name, None, event, event.entities, event.places, key, entity=record)


def _life_events(record: EntityRecord) -> Iterator[EventRecord]:
    for position, (what, date) in enumerate(record.entity.life, start=-len(record.entity.life)):
        yield EventRecord(
            slug=Slug(what),
            edtf=date.edtf,
            title="",
            text="",
            entities=(record.entity.id,),
            places=(),
            roles=(),
            status=None,
            note="",
            order=0,
            position=position,
            life=what,
        )
