"""Turn articles and their events into the entries of the timeline, in their total order."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.linking.linked import LinkedArticle, LinkedEvent, LinkedText
from dateline.model.article import Status
from dateline.model.date import HistoricalDate
from dateline.model.names import EntityId


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline: an event, or an article without one at its publication date."""

    id: str
    """Its anchor, unique on the whole site: `<article slug>.<event slug>`, or the article's slug alone."""
    date: HistoricalDate
    article: LinkedArticle
    event: LinkedEvent | None
    """None: the article itself, as published."""
    entities: tuple[EntityId, ...]
    """Whom it names or lists, in the order of their ids; its places among them."""
    places: tuple[EntityId, ...]
    """Where it happened; the first one is the dateline."""
    position: int = 0
    """Which of the article's events it is, from 0, as the author listed them."""

    @property
    def title(self) -> LinkedText:
        """Its title, read for names."""
        return self.event.title if self.event else self.article.title

    @property
    def text(self) -> LinkedText | None:
        """A sentence or three: the event's text, or the article's summary."""
        return self.event.text if self.event else self.article.summary

    @property
    def status(self) -> Status | None:
        """How sure the claim is; None for a published article and where nothing is said."""
        return self.event.event.status if self.event else None

    @property
    def sort_key(self) -> tuple[object, ...]:
        """The total order: date (with its precision), the author's `order`, then as it was told.

        What was told first stands first: by publication, by the article's slug, by its place in the article.
        """
        article = self.article.article
        order = self.event.event.order if self.event else article.order
        return (self.date.sort_key, order, article.date.sort_key, article.slug, self.position)


def collect_entries(articles: Iterable[LinkedArticle]) -> tuple[Entry, ...]:
    """Return the entries that these articles make, in the total order of the timeline."""
    entries = (entry for article in articles for entry in _entries_of(article))
    return tuple(sorted(entries, key=lambda entry: entry.sort_key))


def published_entry(article: LinkedArticle) -> Entry:
    """Return the article itself as an entry, at its publication date; it has no place of its own."""
    named = {mention.means for mention in article.mentions} - {None}
    return Entry(article.article.slug, article.article.date, article, None, _ordered(named), ())


def _entries_of(article: LinkedArticle) -> list[Entry]:
    if not article.events:
        return [published_entry(article)]
    return [_event_entry(article, event, position) for position, event in enumerate(article.events)]


def _event_entry(article: LinkedArticle, linked: LinkedEvent, position: int) -> Entry:
    event = linked.event
    texts = [linked.title, *([linked.text] if linked.text else [])]
    named = {mention.means for text in texts for mention in text.mentions} - {None}
    involved = _ordered(named.union(event.places, event.entities))
    return Entry(f"{article.article.slug}.{event.slug}", event.date, article, linked, involved, event.places, position)


def _ordered(entities: Iterable[EntityId | None]) -> tuple[EntityId, ...]:
    return tuple(sorted(entity for entity in entities if entity is not None))
