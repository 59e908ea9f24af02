"""Hold what templates see of the things that stand on several pages: names, dates, entries, charts, sources."""

from dateline.model.light import light
from dateline.rendering.date_words import DatePart
from dateline.rendering.evidence_views import CorrectedView, RestView


@light
class Html:
    """Safe HTML: printed as it is, where every other text is escaped."""

    text: str

    def __html__(self) -> str:
        """Return the HTML; autoescaping asks for it by this name."""
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


@light
class LinkView:
    """A link with plain words."""

    label: str
    """Its words."""
    url: str
    """Where it leads, relative to the page; empty: nowhere, print the words alone."""
    current: str = ""
    """For `aria-current`: `page` where it leads to this page, `true` to the part in which it lies; else empty."""
    count: str = ""
    """How much there is behind it, in figures; empty: not told."""


@light
class ChipView:
    """The name of an entity, as a link to its dossier."""

    name: str
    """The entity's name."""
    url: str
    """Its dossier, relative to the page."""
    kind: str
    """The name of its kind, which is also the CSS class: `person`."""
    kind_label: str
    """The kind in words, for speech: `person`."""


@light
class ChipGroupView:
    """The entities of one kind in a list."""

    label: str
    """The kind in the plural: `People`."""
    chips: tuple[ChipView, ...]
    """Its entities."""


@light
class ShapeView:
    """One path of a chart."""

    style: str
    """How it is drawn, a CSS class: `axis`, `solid` (known), `hollow` (within these limits), `dashed` (open), `hit`."""
    path: str
    """The `d` attribute of an SVG path, in the units of its chart's `viewBox`."""


@light
class ExtentView:
    """The small rule beneath a date: its year (or years), left to right, and what is known of it. 96 by 8 units."""

    shapes: tuple[ShapeView, ...]
    """Axis first."""


@light
class SparkView:
    """The entries of one entity over the whole span of the site, very small. 70 by 10 units."""

    shapes: tuple[ShapeView, ...]
    """Axis first."""


@light
class BarView:
    """One bar of a density strip."""

    url: str
    """The entries that it stands for."""
    name: str
    """In words: `July 2022: 3 entries`."""
    shapes: tuple[ShapeView, ...]
    """What is drawn, the target of the pointer first."""


@light
class TickLabelView:
    """One label beneath a density strip: a year, or some years together."""

    label: str
    """`2019`; where it stands for some years, the first of them."""
    url: str
    """The first entries there; empty: there are none."""
    count: str
    """How many entries, in figures; empty: none."""
    unit: str
    """The word after the count, for speech: `entries`; after a dash, the years that the label stands for."""


@light
class StripView:
    """A density strip: how many entries there are in each month (or year, or more) of the whole span."""

    name: str
    """What it shows, for speech: `Entries by month`."""
    axis: str
    """The path of the axis with its ticks. The chart is 1000 by 100 units."""
    bars: tuple[BarView, ...]
    """Its bars, the widest first, so that narrow ones stand before them."""
    labels: tuple[TickLabelView, ...]
    """Equally wide, together as wide as the chart."""
    first_month: int
    """The first month of the span, counted from January of the year 0."""
    slot_months: int
    """How many months the narrowest bars stand for: 1, 12, 120 …"""
    slots: int
    """How many of these there are."""
    density: str
    """A CSS class for the labels: `few`, or `some`: where the chart is narrow, every other one is left out."""
    undated: BarView | None
    """The block of the entries without a date, 100 by 100 units; None: there are none."""
    undated_label: TickLabelView | None
    """The label beneath that block."""
    silence: ShapeView | None
    """The longest time without entries, in a dossier; None elsewhere, and where it is too short to be drawn."""
    caption: str
    """How to read it."""


@light
class StatusView:
    """How sure a claim is."""

    word: str
    """`alleged`, `reported`, `confirmed`, `disputed`, `denied`, `charged`, `convicted`, `acquitted`, `retracted`."""
    style: str
    """A CSS class: the word itself, or `court` for a court's word."""


@light
class RoleView:
    """As what somebody took part in an event, and how sure that is."""

    words: str
    """As what: `suspect`; empty where the status says all."""
    status: StatusView | None
    """How sure that is; None: not told."""
    note: str
    """Who says so, or what else belongs to it; may be empty."""


@light
class CastView:
    """Somebody who took part in an event, and as what."""

    chip: ChipView
    """Who."""
    roles: tuple[RoleView, ...]
    """As what: one part or more, as the author listed them."""


@light
class DoubtView:
    """An event that is not simply told as a fact, where sentences of its article are quoted."""

    title: str
    """Its title."""
    url: str
    """The event on the page of its article, relative to this one."""
    status: StatusView | None
    """How sure the claim is; None: not told."""
    own: CastView | None
    """The entity of the page, where it is told as what that took part; else None."""
    cast: tuple[CastView, ...]
    """The others of whom it is told as what they took part."""


@light
class PieceView:
    """A piece of an excerpt."""

    text: str
    """Words of the author."""
    is_marked: bool
    """Whether they name the entity of the page."""
    notes: tuple[LinkView, ...]
    """The footnotes to which the author refers behind them, by number."""


@light
class ExcerptView:
    """The sentence in which an entity is named."""

    pieces: tuple[PieceView, ...]
    """Joined, they are the sentence."""
    url: str
    """The sentence on the page of its article; empty: it stands in no text."""


@light
class ArticleLinkView:
    """An article, named elsewhere."""

    title: str
    """Its title."""
    url: str
    """Its page, relative to this one."""
    date: tuple[DatePart, ...]
    """When it was published."""
    language: str
    """Its language where that is not the page's own; else empty."""


@light
class BacklinkView:
    """An article that names an entity."""

    article: ArticleLinkView
    """The article."""
    excerpts: tuple[ExcerptView, ...]
    """Where it names the entity."""
    doubts: tuple[DoubtView, ...]
    """Those of its events with the entity that are not simply told as facts, as the author listed them."""
    corrected: CorrectedView | None
    """That it was corrected; None where it was not."""


@light
class EntryView:
    """One line of the timeline."""

    anchor: str
    """Its `id` on the page."""
    title: str
    """Its title."""
    url: str
    """Where its title leads."""
    own_url: str
    """The page that it has to itself: for links to it, and to be copied."""
    date: tuple[DatePart, ...]
    """Its date, with no year where the heading above tells it."""
    note: str
    """The hint beside the date; may be empty."""
    extent: ExtentView
    """Its date, drawn."""
    is_published: bool
    """Whether it is an article that tells of no event, at the date of its publication."""
    dateline: ChipView | None
    """Where it happened."""
    text: Html
    """A sentence or three, with links; may be empty, and is on the page of its own article and in dossiers."""
    excerpts: tuple[ExcerptView, ...]
    """In a dossier, the sentences that name its entity; else none."""
    status: StatusView | None
    """How sure the claim is; None: not told."""
    is_retracted: bool
    """Whether those who made the claim took it back: its title says so too."""
    cast: tuple[CastView, ...]
    """Those of whom it is told as what they took part; in a dossier, without its entity."""
    own: CastView | None
    """In a dossier, its entity, where it is told as what that took part; else None."""
    told_in: ArticleLinkView | None
    """The article that tells it; None where the page is that article, and where the title leads to it."""
    told_by: ChipView | None
    """The entity whose file tells it; None where an article does, and in the dossier of that entity."""
    rests_on: RestView | None
    """Its own sources, or the one source of its article; None where it has none of its own, and its article many."""
    corrected: CorrectedView | None
    """That the article that tells it was corrected; None where it was not, and where the page is that article."""
    lag: str
    """How much later than it happened it was told: `reported 3 years later`; empty: not surely more than a week."""
    chips: tuple[ChipView, ...]
    """Who and where else, without `cast` and the dateline; none on the page of its own article and in dossiers."""
    language: str
    """Its language where that is not the page's own; else empty."""


@light
class RankedView:
    """An entity in an order by number."""

    chip: ChipView
    """The entity."""
    count: str
    """Its number, in figures."""
    unit: str
    """What is counted, for speech: `entries`."""
    bar: str
    """The path of its bar; the chart is 100 by 8 units."""


@light
class RankedGroupView:
    """The entities of one kind in an order by number."""

    label: str
    """The kind in the plural: `People`."""
    rows: tuple[RankedView, ...]
    """The highest number first."""
    more: LinkView
    """To the register of the kind."""


@light
class FactView:
    """A fact in the margin."""

    label: str
    """What it tells: `First seen`."""
    parts: tuple[DatePart, ...] = ()
    """Its words, dates among them."""
    url: str = ""
    """Where the words lead; empty: nowhere."""
    chips: tuple[ChipView, ...] = ()
    """Entities that it names."""
    links: tuple[LinkView, ...] = ()
    """Other pages that it names."""


@light
class FigureView:
    """A number on the home page."""

    label: str
    """What is counted."""
    parts: tuple[DatePart, ...]
    """The number, or words with dates."""
    url: str
    """Where it leads; empty: nowhere."""


@light
class KeyView:
    """How the names of one kind are drawn."""

    kind: str
    """The name of the kind, which is also its CSS class."""
    label: str
    """The kind."""
    mark: str
    """Its shape in lists: `Square`."""
    underline: str
    """Its line in text: `a double line`."""
    example: ChipView
    """An entity of that kind."""
