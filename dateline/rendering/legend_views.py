"""Hold what templates see of the legend of dates."""

from dateline.model.dataclass import dataclass
from dateline.rendering.parts import ExtentView


@dataclass(frozen=True, slots=True)
class LegendView:
    """A line of the legend."""

    extent: ExtentView
    """A date, drawn."""
    words: str
    """What is drawn so, and how."""
