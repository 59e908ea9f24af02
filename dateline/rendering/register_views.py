"""Hold what templates see of registers."""

from dateline.model.light import light
from dateline.rendering.date_words import DatePart
from dateline.rendering.parts import ChipView, LinkView, SparkView
from dateline.rendering.shared_views import HeadView, SiteView


@light
class LetterView:
    """A letter above a register."""

    letter: str
    """The letter."""
    url: str
    """Its rows; empty: it has none."""


@light
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


@light
class RegisterGroupView:
    """The entities under one letter."""

    letter: str
    """The letter."""
    anchor: str
    """Its `id`."""
    rows: tuple[RegisterRowView, ...]
    """By name."""


@light
class RegisterView:
    """What `register.html` sees: the entities of one kind, or of one letter of a long register."""

    site: SiteView
    """What every page shares."""
    head: HeadView
    """The head of the page."""
    trail: tuple[LinkView, ...]
    """The pages above: none for the register itself."""
    kind: str
    """The name of the kind, which is also its CSS class."""
    plural: str
    """The kind in the plural."""
    standfirst: str
    """How many there are."""
    letters: tuple[LetterView, ...]
    """A to Z, and letters of other scripts that occur."""
    spark_title: str
    """The heading above the sparks: `By year, undated`."""
    groups: tuple[RegisterGroupView, ...]
    """By letter; empty where the register is cut by letter."""
