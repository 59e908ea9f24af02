"""Hold what templates see of maps."""

from dateline.model.light import light
from dateline.rendering.parts import ChipView
from dateline.rendering.shared_views import HeadView, SiteView


@light
class MarkView:
    """A place on a map."""

    chip: ChipView
    """The place as a link."""
    name: str
    """For speech: `place: Culiacán, 3 entries`."""
    place: str
    """What moves the mark to where it belongs: the `transform` of SVG."""
    shape: str
    """The `d` of its path, round the point 0, 0; empty for a ring."""
    radius: str
    """Of the ring that stands for a country or a region; empty for a spot."""
    label: str
    """Its name; empty where it has no room at any size."""
    label_x: str
    """Where its name stands, from the middle of the mark."""
    label_y: str
    """The same, downwards, of the line on which its letters stand."""
    anchor: str
    """How its name is set against that: the `text-anchor` of SVG."""
    zoom: int
    """How far the map must be enlarged for the name to have room; 0: also on a phone, 1: on a wide page as it is."""


@light
class MapChartView:
    """A map."""

    name: str
    """What it shows, for speech."""
    width: int
    """Of its drawing, in units of its own."""
    height: int
    """The same."""
    land: str
    """The `d` of a path: coasts; empty where there is no land."""
    borders: str
    """The `d` of a path."""
    disputed_borders: str
    """The `d` of a path: borders that are drawn dashed."""
    marks: tuple[MarkView, ...]
    """The places, those with most entries first."""


@light
class MapRowView:
    """A place in the list beside the map."""

    chip: ChipView
    """The place."""
    inside: ChipView | None
    """What it is part of."""
    entries: int
    """In how many entries it is named."""
    coordinates: str
    """`20.67° N, 103.35° W`; empty where nobody has given any."""


@light
class MapView:
    """What `map.html` sees: all places with coordinates on a map, and all places in a list."""

    site: SiteView
    """What every page shares."""
    head: HeadView
    """The head of the page."""
    standfirst: str
    """How many there are, and how many are not on the map."""
    chart: MapChartView
    """The map."""
    notes: tuple[str, ...]
    """How to read it, and whose outlines it has."""
    rows: tuple[MapRowView, ...]
    """The places, by name."""
