"""Hold what the template of the chronology in print sees."""

from dateline.model.light import light
from dateline.rendering.date_words import DatePart
from dateline.rendering.evidence_views import SourceView
from dateline.rendering.parts import ChipView, EntryView, LinkView
from dateline.rendering.shared_views import HeadView, SiteView


@light
class PrintEntryView:
    """An entry in print."""

    number: int
    """Its place on the page, from 1; its `id` is `n-` and this number."""
    entry: EntryView
    """The entry, with its text and without its chips; no year in its date, as the heading tells it."""
    notes: tuple[int, ...]
    """The numbers of the sources that it rests on."""


@light
class PrintYearView:
    """A year of the chronology in print."""

    anchor: str
    """Its `id`."""
    title: tuple[DatePart, ...]
    """The year."""
    count: str
    """How many entries it has."""
    entries: tuple[PrintEntryView, ...]
    """They."""


@light
class PrintNameView:
    """A name in the index."""

    chip: ChipView
    """The name."""
    numbers: tuple[int, ...]
    """The numbers of the entries that name it."""


@light
class PrintNamesView:
    """The names of one kind in the index."""

    label: str
    """The kind."""
    names: tuple[PrintNameView, ...]
    """Its names, A to Z."""


@light
class PrintView:
    """What `print.html` sees: the whole chronology in one document to print, or a part of it where it is long."""

    site: SiteView
    """What every page shares."""
    head: HeadView
    """The head of the page."""
    trail: tuple[LinkView, ...]
    """The pages above: none for the whole."""
    standfirst: str
    """How much there is, and of which time."""
    address: str
    """The full URL of the page; empty where nobody has said where the site is published."""
    parts: tuple[LinkView, ...]
    """The pages into which it is cut; empty where its entries stand on it."""
    years: tuple[PrintYearView, ...]
    """The years; empty where the page is only an overview."""
    sources: tuple[SourceView, ...]
    """The sources on which its entries rest, by their numbers from 1; each has its `id`."""
    names: tuple[PrintNamesView, ...]
    """Whom and what its entries name."""
    index: LinkView | None
    """The index of all parts, on the page that has them."""


@light
class PrintStandingView:
    """A name in the index of all parts."""

    chip: ChipView
    """The name."""
    parts: tuple[LinkView, ...]
    """The parts whose entries name it, each as a link to the first of them."""


@light
class PrintPlacesView:
    """The names of one kind in the index of all parts."""

    label: str
    """The kind."""
    names: tuple[PrintStandingView, ...]
    """Its names, A to Z."""


@light
class PrintIndexView:
    """What `names.html` sees: the index of a chronology that is printed in parts, or a letter of it."""

    site: SiteView
    """What every page shares."""
    head: HeadView
    """The head of the page."""
    trail: tuple[LinkView, ...]
    """The pages above."""
    standfirst: str
    """How many names it has."""
    parts: tuple[LinkView, ...]
    """The pages of letters into which it is cut; empty where its names stand on it."""
    names: tuple[PrintPlacesView, ...]
    """Whom and what the entries name; empty where the page is only an overview."""
