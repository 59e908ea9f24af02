"""Turn the text of an article into the HTML that a feed holds: with date and status of each event."""

from collections.abc import Iterator
from html import escape

from dateline.indexes.lags import lag_between
from dateline.indexes.records import ArticleRecord, ArticleText, EventRecord, TextPart
from dateline.rendering.date_words import full_words
from dateline.rendering.lag_words import lag_words


def feed_text(article: ArticleRecord, text: ArticleText, language: str) -> str:
    """Return the text of an article as HTML, with `ROOT` in it; `language` is its own, as a BCP 47 tag."""
    return "".join(piece for part in text.body for piece in _print_part(part, article, language))


def _print_part(part: TextPart, article: ArticleRecord, language: str) -> Iterator[str]:
    if part.event:
        event = next(event for event in article.events if event.slug == part.event)
        date = escape(full_words(event.date, language), quote=False)
        yield f"<h{part.level}>{date}: {part.title}</h{part.level}>\n"
        yield from _print_remarks(event, article, language)
    yield part.html


def _print_remarks(event: EventRecord, article: ArticleRecord, language: str) -> Iterator[str]:
    """What else is to be said of an event: how sure it is, and how much later it was told."""
    if event.status:
        yield f"<p>Status: {event.status}.</p>\n"
    lag = lag_between(event.edtf, article.edtf)
    if lag:
        words = lag_words(lag, language)
        yield f"<p>{words[0].upper()}{words[1:]}.</p>\n"
