"""Hold what templates see of what is listed by year: articles and corrections."""

from dateline.model.light import light
from dateline.rendering.evidence_views import CorrectedView, CorrectionView
from dateline.rendering.parts import ArticleLinkView, Html


@light
class ArticleRowView:
    """An article in the register of articles."""

    article: ArticleLinkView
    """The article."""
    summary: Html
    """Its summary, with links; may be empty."""
    sources: str
    """What it rests on, in words: who published it; may be empty."""
    corrected: CorrectedView | None
    """That it was corrected; None where it was not."""


@light
class ArticleYearView:
    """The articles of one year."""

    anchor: str
    """Its `id`."""
    title: str
    """The year."""
    count: str
    """`4 articles`."""
    rows: tuple[ArticleRowView, ...]
    """Newest first."""


@light
class CorrectionRowView:
    """A correction in the list of corrections."""

    correction: CorrectionView
    """What was wrong, its date with no year where the heading above tells it."""
    article: ArticleLinkView
    """The article in which it was wrong."""


@light
class CorrectionYearView:
    """The corrections of one year."""

    anchor: str
    """Its `id`."""
    title: str
    """The year."""
    count: str
    """`4 corrections`."""
    rows: tuple[CorrectionRowView, ...]
    """Newest first."""
