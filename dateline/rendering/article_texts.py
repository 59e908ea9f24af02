"""Turn the text of an article into the parts that headings of events open, and list the ways to all of its events."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.indexes.entries import Entry
from dateline.indexes.records import TextPart
from dateline.model.article import Picture
from dateline.model.names import Slug
from dateline.model.urls import media_url
from dateline.rendering.date_words import date_parts
from dateline.rendering.entry_views import view_event
from dateline.rendering.parts import Html
from dateline.rendering.shared_views import HeadView
from dateline.rendering.status_views import view_status
from dateline.rendering.text_views import EventLinkView, PictureView, TextPartView
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.words import Words

FEWEST = 2
"""Of so many events on, an article in whose text headings tell of events begins with a list of them."""


def view_text(parts: Iterable[TextPart], events: Iterable[Entry], viewpoint: Viewpoint) -> tuple[TextPartView, ...]:
    """Return the text of an article in its parts; `events` are those that it tells of."""
    by_slug = {entry.event.slug: entry for entry in events if entry.event}
    return tuple(_view_part(part, by_slug, viewpoint) for part in parts if part.event or part.html)


def list_events(events: Sequence[Entry], language: str, words: Words) -> tuple[EventLinkView, ...]:
    """Return the ways to the events of an article, by date; none where no heading of its text tells of one.

    `language` is that of the page, as a BCP 47 tag.
    """
    found = [(entry, entry.event) for entry in events if entry.event]
    if len(found) < FEWEST or not any(event.is_heading for _, event in found):
        return ()
    return tuple(
        EventLinkView(
            title=entry.title,
            url=f"#e-{event.slug}",
            date=date_parts(entry.date, language, short=False),
            status=view_status(event.status, words),
        )
        for entry, event in found
    )


def view_picture(picture: Picture | None, viewpoint: Viewpoint) -> PictureView | None:
    """Return the picture at the head of an article."""
    return PictureView(viewpoint.link(media_url(picture.file)), picture.alt, picture.caption) if picture else None


def share_picture(head: HeadView, picture: Picture | None, viewpoint: Viewpoint) -> HeadView:
    """Return the head of an article's page with its picture, which a full URL alone can name elsewhere."""
    base = viewpoint.edition.base_url
    return replace(head, image=f"{base}{media_url(picture.file)}", image_alt=picture.alt) if picture and base else head


def _view_part(part: TextPart, by_slug: Mapping[Slug, Entry], viewpoint: Viewpoint) -> TextPartView:
    event = view_event(by_slug[part.event], viewpoint) if part.event else None
    return TextPartView(event, Html(part.title), part.level, Html(part.html))
