"""Hold what the template of the page of one event sees."""

from dateline.model.light import light
from dateline.rendering.cite_views import CiteView
from dateline.rendering.evidence_views import CorrectionView, SourceView
from dateline.rendering.parts import EntryView, FactView, LinkView
from dateline.rendering.shared_views import HeadView, SiteView
from dateline.rendering.text_views import EventLinkView


@light
class OwnEntryView:
    """What `entry.html` sees: an event on a page of its own."""

    site: SiteView
    """What every page shares."""
    head: HeadView
    """The head of the page."""
    trail: tuple[LinkView, ...]
    """The line of the timeline on which the event stands."""
    entry: EntryView
    """The event, with its whole date."""
    facts: tuple[FactView, ...]
    """In the margin: when it was reported, and its tags."""
    sources: tuple[SourceView, ...]
    """What it rests on: its own sources, else those of its article."""
    corrections: tuple[CorrectionView, ...]
    """What was wrong in the article that tells it, the latest last."""
    cite: CiteView
    """How the page is cited."""
    before: EventLinkView | None
    """The entry before it on the timeline."""
    after: EventLinkView | None
    """The entry after it."""
