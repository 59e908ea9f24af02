"""Hold what templates see of the filter of a timeline."""

from dateline.model.light import light
from dateline.rendering.parts import LinkView


@light
class FilterView:
    """The filter of a timeline, which its script fills from an index of all entries."""

    count: str
    """How many entries the whole timeline has, in figures."""
    clock: str
    """By which date the timeline is ordered: `happened` or `published`."""
    registers: tuple[LinkView, ...]
    """Where a reader without scripts can go: kinds, tags, statuses."""
