"""Hold what templates see of what is listed: articles and corrections by year, entities by letter."""

from dataclasses import dataclass

from dateline.rendering.date_words import DatePart
from dateline.rendering.evidence_views import CorrectedView, CorrectionView
from dateline.rendering.parts import ArticleLinkView, ChipView, Html, SparkView


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class CorrectionRowView:
    """A correction in the list of corrections."""

    correction: CorrectionView
    """What was wrong, its date with no year where the heading above tells it."""
    article: ArticleLinkView
    """The article in which it was wrong."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter above a register."""

    letter: str
    """The letter."""
    url: str
    """Its rows; empty: it has none."""


@dataclass(frozen=True, slots=True)
class RegisterRowView:
    """An entity in its register."""

    chip: ChipView
    """The entity."""
    anchor: str
    """Its `id` on the page."""
    remark: str
    """What it is part of, else its other names; may be empty."""
    entries: int
    """In how many entries it is."""
    articles: int
    """In how many articles."""
    first: tuple[DatePart, ...]
    """The month (or what is known of it) of its first entry; may be empty."""
    last: tuple[DatePart, ...]
    """The same of its last entry."""
    seen: tuple[DatePart, ...]
    """Both in one, for narrow pages."""
    spark: SparkView | None
    """Its entries over time; None where no entry of the site is dated."""


@dataclass(frozen=True, slots=True)
class RegisterGroupView:
    """The entities under one letter."""

    letter: str
    """The letter."""
    anchor: str
    """Its `id`."""
    rows: tuple[RegisterRowView, ...]
    """By name."""
