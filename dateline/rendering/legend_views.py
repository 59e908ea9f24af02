"""Hold what templates see of the legend of dates."""

from dateline.model.light import light
from dateline.rendering.parts import ExtentView


@light
class LegendView:
    """A line of the legend."""

    extent: ExtentView
    """A date, drawn."""
    words: str
    """What is drawn so, and how."""
