"""Hold what templates see of a text: the parts that headings of events open, and its footnotes."""

from dateline.model.light import light
from dateline.rendering.date_words import DatePart
from dateline.rendering.evidence_views import SourceView
from dateline.rendering.parts import EntryView, Html, LinkView, StatusView


@light
class PictureView:
    """The picture at the head of an article."""

    url: str
    """Where it is, from this page."""
    alt: str
    """What it shows, for those who cannot see it; empty where it says nothing of its own."""
    caption: str
    """What readers are told of it; may be empty."""


@light
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


@light
class EventLinkView:
    """The way to an event: in a list at the head of an article, or before and after another event."""

    title: str
    """Its title."""
    url: str
    """Where the page tells of it."""
    date: tuple[DatePart, ...]
    """When it happened."""
    status: StatusView | None
    """How sure the claim is; None: not told."""
    language: str = ""
    """The language of its title, where that is not the page's own; else ''."""


@light
class NoteView:
    """A footnote."""

    anchor: str
    """Its `id`."""
    number: int
    """From 1, on its page."""
    html: Html
    """Its text, with links; empty where it is a source."""
    source: SourceView | None
    """The source that it is; None where it is a text."""
    marks: tuple[LinkView, ...]
    """Back to each of its marks in the text."""
