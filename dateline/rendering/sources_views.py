"""Hold what templates see of the list of sources."""

from dateline.model.light import light
from dateline.rendering.evidence_views import SourceView
from dateline.rendering.parts import ArticleLinkView, ChipView, FigureView, LinkView
from dateline.rendering.shared_views import HeadView, SiteView


@light
class UseView:
    """An article that rests on a source."""

    article: ArticleLinkView
    """The article."""
    events: tuple[LinkView, ...]
    """Those of its events that name the source themselves; of many the first."""


@light
class ToldView:
    """An entity whose own file tells of events that rest on a source."""

    entity: ChipView
    """The entity."""
    events: tuple[str, ...]
    """The titles of these events; of many the first."""


@light
class WorkView:
    """A source in the list of sources."""

    source: SourceView
    """The source, without what one article says of its use of it."""
    counts: str
    """What rests on it: `2 articles, 3 events, one of them on nothing else`."""
    uses: tuple[UseView, ...]
    """The latest articles that rest on it, the newest first."""
    more: str
    """How many more articles do: `and 12 more articles`; may be empty."""
    relations: tuple[ChipView, ...]
    """Those of whom a relation rests on it; of many the first."""
    told: tuple[ToldView, ...]
    """Those in whose dossiers events rest on it; of many the first."""


@light
class PublisherView:
    """The sources of one publisher."""

    anchor: str
    """Its `id`."""
    name: str
    """Who published them; empty: nobody is named."""
    count: str
    """How many of them stand on the page: `3 sources`."""
    works: tuple[WorkView, ...]
    """By date, the oldest first."""


@light
class SourcesView:
    """What `sources.html` sees: all sources of the site, or those of one letter."""

    site: SiteView
    """What every page shares."""
    head: HeadView
    """The head of the page."""
    trail: tuple[LinkView, ...]
    """The pages above: none for the list itself."""
    standfirst: str
    """How many there are."""
    figures: tuple[FigureView, ...]
    """How much rests on how little; none on the pages of letters."""
    publishers: tuple[PublisherView, ...]
    """By name, then those that name nobody; empty where the page is only an overview."""
    parts: tuple[LinkView, ...]
    """The pages into which the list is cut; empty where its sources stand on it."""
