"""Hold what templates see of how entities stand to each other."""

from dateline.model.light import light
from dateline.rendering.date_words import DatePart
from dateline.rendering.evidence_views import CorrectedView, SourceView
from dateline.rendering.parts import ArticleLinkView, ChipView, StatusView


@light
class CitedArticleView:
    """An article of the site on which a relation rests."""

    article: ArticleLinkView
    """The article."""
    corrected: CorrectedView | None
    """That it was corrected; None where it was not."""


@light
class RelationRowView:
    """A relation, seen from the entity of the page."""

    chip: ChipView
    """The other end."""
    dates: tuple[DatePart, ...]
    """When it held, as far as anybody says: `since about 2009`, `from 2009 to 2015`, `dates not given`."""
    status: StatusView | None
    """How sure the claim is; None: not told."""
    notes: tuple[str, ...]
    """What the author adds."""
    articles: tuple[CitedArticleView, ...]
    """Articles of the site that say so."""
    sources: tuple[SourceView, ...]
    """What else it rests on."""


@light
class RelationGroupView:
    """Relations of one type, seen from one end."""

    label: str
    """The words for it: `Leads`, `Led by`."""
    rows: tuple[RelationRowView, ...]
    """By date, then by name."""


@light
class RelationsView:
    """How an entity stands to others, as its sources say."""

    count: str
    """How many relations: `12`, or where not all are shown `the first 100 of 480`."""
    groups: tuple[RelationGroupView, ...]
    """By type."""
