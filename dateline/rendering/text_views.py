"""Hold what templates see of the text of an article in which headings tell of events."""

from dataclasses import dataclass

from dateline.rendering.date_words import DatePart
from dateline.rendering.parts import EntryView, Html, StatusView


@dataclass(frozen=True, slots=True)
class TextPartView:
    """A part of an article's text: up to the first heading of an event, or from one such heading to the next."""

    event: EntryView | None
    """The event whose heading opens the part; None: it is the beginning of the text."""
    title: Html
    """The event's title, as its author marked it up."""
    level: int
    """The level of the heading: 2 for `h2`."""
    html: Html
    """The text below the heading, with links; may be empty."""


@dataclass(frozen=True, slots=True)
class EventLinkView:
    """An event, in the list at the head of an article in whose text headings tell of events."""

    title: str
    """Its title."""
    url: str
    """Where the page tells of it."""
    date: tuple[DatePart, ...]
    """When it happened."""
    status: StatusView | None
    """How sure the claim is; None: not told."""
