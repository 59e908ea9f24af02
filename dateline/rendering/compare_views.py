"""Hold what the templates of comparisons see."""

from dateline.model.light import light
from dateline.rendering.cite_views import CiteView
from dateline.rendering.date_words import DatePart
from dateline.rendering.parts import CastView, ChipView, EntryView, LinkView, StatusView
from dateline.rendering.shared_views import HeadView, SiteView


@light
class PairView:
    """Two entities that have a comparison of their own."""

    first: ChipView
    """The one."""
    second: ChipView
    """The other."""
    count: str
    """In how many entries both are, in words: `3 entries`."""
    url: str
    """Their comparison."""


@light
class CompareView:
    """What `compare.html` sees: the page on which any two or three entities are compared, by a script."""

    site: SiteView
    """What every page shares."""
    head: HeadView
    """The head of the page."""
    standfirst: str
    """What the page is for."""
    pairs: tuple[PairView, ...]
    """Those who appear together most, each pair with a page of its own."""


@light
class SideView:
    """One of those who are compared."""

    chip: ChipView
    """Who."""
    count: str
    """In how many entries: `12 entries`."""
    first: tuple[DatePart, ...]
    """When it was seen first; empty where no entry is dated."""
    last: tuple[DatePart, ...]
    """When it was seen last."""


@light
class CompareLineView:
    """An entry in the columns of those whom it names."""

    date: tuple[DatePart, ...]
    """When it is dated."""
    title: str
    """Its title."""
    url: str
    """Where it is told."""
    language: str
    """Its language where that is not the page's own; else empty."""
    status: StatusView | None
    """How sure the claim is; None: not told."""
    is_retracted: bool
    """Whether those who made the claim took it back."""
    column: str
    """A CSS class: `first`, `second` or `both`."""
    names: tuple[str, ...]
    """Whose entry it is."""
    cast: tuple[CastView, ...]
    """Who took part as what, as far as that is told."""


@light
class CommonView:
    """Somebody or some place that is in entries of both."""

    chip: ChipView
    """Who or where."""
    first: str
    """In how many entries with the one, in figures."""
    second: str
    """In how many with the other."""


@light
class CommonGroupView:
    """Those of some kinds that are in entries of both."""

    label: str
    """What they are: `Places`."""
    rows: tuple[CommonView, ...]
    """Those who are in most entries first."""


@light
class PairPageView:
    """What `pair.html` sees: two entities side by side."""

    site: SiteView
    """What every page shares."""
    head: HeadView
    """The head of the page."""
    trail: tuple[LinkView, ...]
    """The page above."""
    standfirst: str
    """How often they appear together."""
    sides: tuple[SideView, ...]
    """The two."""
    together: tuple[EntryView, ...]
    """The entries that both are in; of very many the latest."""
    together_count: str
    """How many entries both are in, and how many of them are shown."""
    common: tuple[CommonGroupView, ...]
    """Who else and which places are in entries of both."""
    lines: tuple[CompareLineView, ...]
    """The entries of both in their order; of very many the latest."""
    lines_count: str
    """How many, and how many of them are shown."""
    cite: CiteView
    """How the page is cited."""
