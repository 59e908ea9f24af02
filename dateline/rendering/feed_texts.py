"""Turn the text of an article into the HTML that a feed holds: with date and status of each event."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from dateline.indexes.records import ArticleRecord, ArticleText, EventRecord, TextPart
from dateline.model.names import Slug
from dateline.rendering.date_words import full_words


def feed_text(article: ArticleRecord, text: ArticleText, language: str) -> str:
    """Return the text of an article as HTML, with `ROOT` in it; `language` is its own, as a BCP 47 tag."""
    events = {event.slug: event for event in article.events}
    return "".join(piece for part in text.body for piece in _print_part(part, events, language))


def _print_part(part: TextPart, events: Mapping[Slug, EventRecord], language: str) -> Iterator[str]:
    if part.event:
        event = events[part.event]
        date = escape(full_words(event.date, language), quote=False)
        yield f"<h{part.level}>{date}: {part.title}</h{part.level}>\n"
        yield from _print_remarks(event)
    yield part.html


def _print_remarks(event: EventRecord) -> Iterable[str]:
    """What else is to be said of an event: how sure it is."""
    return (f"<p>Status: {event.status}.</p>\n",) if event.status else ()
