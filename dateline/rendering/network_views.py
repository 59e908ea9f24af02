"""Hold what the template of the network sees."""

from dateline.model.light import light
from dateline.rendering.map_views import MarkView
from dateline.rendering.parts import ChipView, StatusView
from dateline.rendering.shared_views import HeadView, SiteView


@light
class TieView:
    """A line between two marks: they are in the same entries."""

    path: str
    """The `d` of its path."""
    width: str
    """How wide it is, in units of the screen: by the number of entries."""
    when: str
    """How many of the entries are in each year, for the script: `2019:2 2020:1`; undated ones in none."""
    ends: str
    """The places of its ends among the marks, from 0: `0 4`."""


@light
class StatedView:
    """A double line between two marks: somebody says how they stand to each other."""

    path: str
    """The `d` of its path."""
    is_doubtful: bool
    """Whether nobody says so without doubt: it is dashed."""


@light
class StatedRowView:
    """A relation of two entities, in words."""

    words: str
    """How the first stands to the second: `leads`."""
    status: StatusView | None
    """How sure that is; None: not told."""


@light
class NetworkRowView:
    """Two entities in the list beside the drawing."""

    first: ChipView
    """The one."""
    second: ChipView
    """The other."""
    count: str
    """In how many entries both are, in figures."""
    when: str
    """How many of them are in each year, as a tie has it."""
    url: str
    """Their comparison; empty: there is none."""
    stated: tuple[StatedRowView, ...]
    """How they stand to each other, seen from the first."""


@light
class NetworkView:
    """What `network.html` sees: who appears with whom, drawn, and the same in words."""

    site: SiteView
    """What every page shares."""
    head: HeadView
    """The head of the page."""
    standfirst: str
    """Who is shown."""
    name: str
    """What the drawing shows, for speech."""
    width: int
    """Of the drawing, in units of its own."""
    height: int
    """The same."""
    ties: tuple[TieView, ...]
    """Those who are in the same entries."""
    stated: tuple[StatedView, ...]
    """Those of whom somebody says how they stand to each other."""
    marks: tuple[MarkView, ...]
    """Everybody who is shown, those in most entries first."""
    years: tuple[str, ...]
    """The years in which entries are that are shown, in figures, in order; none where there are fewer than two."""
    rows: tuple[NetworkRowView, ...]
    """Every tie in words, those in most entries first."""
