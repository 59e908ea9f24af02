"""Hold what each template sees: one view per template, each field with its sentence."""

from collections.abc import Mapping

from dateline.model.light import light
from dateline.rendering.choice_views import ChoicesView
from dateline.rendering.cite_views import CiteView
from dateline.rendering.companion_views import CompanionView
from dateline.rendering.compare_views import CompareView, PairPageView
from dateline.rendering.data_views import DataView
from dateline.rendering.date_words import DatePart
from dateline.rendering.evidence_views import CorrectionView, SourceView
from dateline.rendering.filter_views import FilterView
from dateline.rendering.legend_views import LegendView
from dateline.rendering.listed_views import ArticleYearView, CorrectionYearView
from dateline.rendering.map_views import MapChartView, MapView
from dateline.rendering.network_views import NetworkView
from dateline.rendering.own_entry_views import OwnEntryView
from dateline.rendering.parts import (
    ArticleLinkView,
    BacklinkView,
    ChipGroupView,
    ChipView,
    EntryView,
    FactView,
    FigureView,
    Html,
    KeyView,
    LinkView,
    RankedGroupView,
    StripView,
)
from dateline.rendering.print_views import PrintIndexView, PrintView
from dateline.rendering.register_views import RegisterView
from dateline.rendering.relation_views import RelationsView
from dateline.rendering.search_views import SearchView
from dateline.rendering.shared_views import HeadView, SiteView
from dateline.rendering.sources_views import SourcesView
from dateline.rendering.text_views import EventLinkView, NoteView, PictureView, TextPartView
from dateline.rendering.version_views import TranslationView


@light
class HomeView:
    """What `home.html` sees."""

    site: SiteView
    """What every page shares."""
    head: HeadView
    """The head of the page."""
    figures: tuple[FigureView, ...]
    """How much there is."""
    strip: StripView | None
    """All entries over time; None where none is dated."""
    latest: tuple[EntryView, ...]
    """The latest entries, newest first."""
    all_entries: LinkView
    """To the timeline."""
    connected: tuple[RankedGroupView, ...]
    """Per kind, who appears with the most others."""
    key: tuple[KeyView, ...]
    """How names are drawn."""


@light
class PeriodView:
    """A month (or season, or what of a year has no month) of the timeline."""

    anchor: str
    """Its `id`."""
    title: tuple[DatePart, ...]
    """Its heading."""
    count: int
    """How many entries."""
    entries: tuple[EntryView, ...]
    """Its entries, in order."""


@light
class YearView:
    """A year of the timeline; a decade or century that entries name no year of; or the undated."""

    anchor: str
    """Its `id`."""
    title: tuple[DatePart, ...]
    """Its heading."""
    count: str
    """`5 entries`."""
    periods: tuple[PeriodView, ...]
    """Its periods, in order."""


@light
class TimelineView:
    """What `timeline.html` sees: the timeline, or a year, month or part of a long one."""

    site: SiteView
    """What every page shares."""
    head: HeadView
    """The head of the page."""
    trail: tuple[LinkView, ...]
    """The pages above: none for the timeline itself."""
    standfirst: str
    """How much there is on the page."""
    clocks: tuple[LinkView, ...]
    """By when things happened, and by when they were reported; none where nothing tells of an event."""
    strip: StripView | None
    """The entries over time; None where none is dated, and on the pages of a cut timeline."""
    legend: tuple[LegendView, ...]
    """How dates are drawn; none on a page that shows no entries."""
    filter: FilterView | None
    """None on a page without entries."""
    cite: CiteView
    """How the page is cited."""
    years: tuple[YearView, ...]
    """The entries; empty where the page is only an overview."""
    parts: tuple[LinkView, ...]
    """The pages into which it is cut; empty where its entries stand on it."""
    before: LinkView | None
    """The page of the time before."""
    after: LinkView | None
    """The page of the time after."""


@light
class AlsoView:
    """Other articles about an entity."""

    chip: ChipView
    """The entity."""
    articles: tuple[ArticleLinkView, ...]
    """The latest of them, in order."""


@light
class ArticleView:
    """What `article.html` sees."""

    site: SiteView
    """What every page shares."""
    head: HeadView
    """The head of the page."""
    standfirst: Html
    """The summary, with links; may be empty."""
    picture: PictureView | None
    """The picture at its head."""
    facts: tuple[FactView, ...]
    """In the margin: published, updated, tells of, rests on."""
    dateline: tuple[ChipView, ...]
    """Where all of its events happened, and what that place is part of; empty where they happened in several."""
    contents: tuple[EventLinkView, ...]
    """The ways to all of its events, by date, where headings of its text tell of some."""
    body: tuple[TextPartView, ...]
    """The text, with links, cut before each heading that tells of an event; such a heading has the id `e-…`."""
    events: tuple[EntryView, ...]
    """The events of its header, by date; each has the id `e-` and its slug."""
    notes: tuple[NoteView, ...]
    """The footnotes of its texts, by number."""
    sources: tuple[SourceView, ...]
    """What it rests on."""
    corrections: tuple[CorrectionView, ...]
    """What was wrong in it, the latest last."""
    cite: CiteView
    """How the page is cited."""
    who_and_where: tuple[ChipGroupView, ...]
    """Whom it names, by kind, the most named first."""
    also: tuple[AlsoView, ...]
    """Other articles about those whom it names most."""
    translations: tuple[TranslationView, ...]
    """The same in other languages, the original first."""
    before: ArticleLinkView | None
    """The article published before."""
    after: ArticleLinkView | None
    """The article published after."""
    tags: tuple[str, ...]
    """The author's tags."""
    extra: Mapping[str, object]
    """What the front matter says beyond what Dateline knows."""


@light
class ArticlesView:
    """What `articles.html` sees: the register of articles."""

    site: SiteView
    """What every page shares."""
    head: HeadView
    """The head of the page."""
    standfirst: str
    """How many there are."""
    trail: tuple[LinkView, ...]
    """The pages above: none for the register itself."""
    years: tuple[ArticleYearView, ...]
    """The latest year first; empty where the page is only an overview."""
    parts: tuple[LinkView, ...]
    """The pages into which it is cut; empty where its articles stand on it."""


@light
class CorrectionsView:
    """What `corrections.html` sees: all corrections of the site."""

    site: SiteView
    """What every page shares."""
    head: HeadView
    """The head of the page."""
    standfirst: str
    """How many there are."""
    feed: LinkView
    """To the feed of corrections."""
    trail: tuple[LinkView, ...]
    """The pages above: none for the list itself."""
    years: tuple[CorrectionYearView, ...]
    """The latest year first; empty where the page is only an overview."""
    parts: tuple[LinkView, ...]
    """The pages into which it is cut; empty where its corrections stand on it."""


@light
class DossierView:
    """What `dossier.html` sees: all about one entity, or the entries of one year about it."""

    site: SiteView
    """What every page shares."""
    head: HeadView
    """The head of the page."""
    trail: tuple[LinkView, ...]
    """The pages above: none for the dossier itself."""
    kind: str
    """The name of its kind, which is also its CSS class."""
    kind_label: str
    """The kind."""
    standfirst: Html
    """The summary, with links; may be empty."""
    facts: tuple[FactView, ...]
    """In the margin: first seen, last seen, told in, also called …"""
    strip: StripView | None
    """Its entries on the axis of the site; None where none is dated."""
    body: Html
    """Its text, with links; may be empty."""
    notes: tuple[NoteView, ...]
    """The footnotes of its texts, by number."""
    relations: RelationsView | None
    """How it stands to others; None where nobody has said."""
    entries: tuple[EntryView, ...]
    """Its own timeline, each with the sentences that name it; empty where that is cut."""
    entries_count: str
    """`3 entries`."""
    parts: tuple[LinkView, ...]
    """The pages into which its timeline is cut; empty where it stands on this one."""
    earlier: str
    """How many of those articles are folded away: `40 articles`; empty: none."""
    earlier_backlinks: tuple[BacklinkView, ...]
    """These, before the others."""
    backlinks: tuple[BacklinkView, ...]
    """Where articles name it whose events stand in the timeline already."""
    backlinks_count: str
    """How many articles name it so: `12`, or where not all are shown `the latest 100 of 480`."""
    companions: tuple[CompanionView, ...]
    """With whom it appears most."""
    around: tuple[ChipView, ...]
    """Of a place, the places that are in most of its entries, but those that it is part of or that are part of it."""
    children: tuple[ChipView, ...]
    """What is part of it."""
    cite: CiteView
    """How the page is cited."""
    locator: MapChartView | None
    """Where it is; None without coordinates."""
    before: LinkView | None
    """On a page of its timeline, the page of the time before."""
    after: LinkView | None
    """The page of the time after."""
    extra: Mapping[str, object]
    """What the front matter says beyond what Dateline knows."""


@light
class PageView:
    """What `page.html` sees: a page without a date."""

    site: SiteView
    """What every page shares."""
    head: HeadView
    """The head of the page."""
    standfirst: str
    """The summary; may be empty."""
    translations: tuple[TranslationView, ...]
    """The same in other languages, the original first."""
    body: Html
    """The text, with links."""
    notes: tuple[NoteView, ...]
    """The footnotes of its texts, by number."""
    extra: Mapping[str, object]
    """What the front matter says beyond what Dateline knows."""


@light
class NotFoundView:
    """What `404.html` sees: the page for an address at which there is nothing."""

    site: SiteView
    """What every page shares; its `root` leads from anywhere to the site, where the base URL is known."""
    head: HeadView
    """The head of the page."""


@light
class RedirectView:
    """What `redirect.html` sees: the page at an old address, which leads on to the new one."""

    site: SiteView
    """What every page shares."""
    head: HeadView
    """The head of the page."""
    target: LinkView
    """The page in its new place, with its title."""
    anchors: tuple[str, ...]
    """With what the ids of the entries of a dossier began there, and begin now; empty for all other pages."""


_PlainView = PrintView | PrintIndexView | DataView | MapView | SearchView | PageView | NotFoundView | RedirectView
_OwnView = ArticleView | OwnEntryView
_ListView = ArticlesView | CorrectionsView | SourcesView | CompareView | PairPageView | NetworkView
View = HomeView | TimelineView | _OwnView | _ListView | DossierView | RegisterView | ChoicesView | _PlainView
"""What a template sees: its fields are the names that the template may use."""
