"""Hold what templates see of the lists of tags and of statuses."""

from dateline.model.light import light
from dateline.rendering.cite_views import CiteView
from dateline.rendering.date_words import DatePart
from dateline.rendering.parts import SparkView, StatusView
from dateline.rendering.shared_views import HeadView, SiteView


@light
class ChoiceRowView:
    """A tag or a status in its list."""

    url: str
    """The page of its entries."""
    label: str
    """A tag, as its author wrote it; empty where it is a status."""
    status: StatusView | None
    """A status, and how it is drawn; None where it is a tag."""
    entries: str
    """How many entries have it, in figures."""
    first: tuple[DatePart, ...]
    """The month (or what is known of it) of the first of them; may be empty."""
    last: tuple[DatePart, ...]
    """The same of the last."""
    seen: tuple[DatePart, ...]
    """Both in one, for narrow pages."""
    spark: SparkView | None
    """Its entries over time; None where the list has no sparks."""


@light
class ChoicesView:
    """What `choices.html` sees: all tags, or all statuses."""

    site: SiteView
    """What every page shares."""
    head: HeadView
    """The head of the page."""
    standfirst: str
    """How many there are."""
    name: str
    """What one of them is called, as the heading of its column: `Tag`."""
    spark_title: str
    """The heading above the sparks: `By year, undated`; empty where there are none."""
    rows: tuple[ChoiceRowView, ...]
    """Tags from A to Z; statuses in the order in which claims firm up."""
    cite: CiteView
    """How the page is cited."""
