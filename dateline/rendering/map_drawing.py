"""Turn entities that have coordinates into a map of them."""

from collections.abc import Iterable, Iterator, Sequence

from dateline.model.dataclass import dataclass
from dateline.model.entity import Coordinates, Entity
from dateline.model.names import EntityId
from dateline.rendering.basemap import Basemap, read_basemap
from dateline.rendering.counting import count_entries
from dateline.rendering.edition import Edition
from dateline.rendering.map_marks import BELOW, NARROW, WIDE, Label, Spot, mark_size, place_labels
from dateline.rendering.map_views import MapChartView, MarkView
from dateline.rendering.outlines import COARSE, FINE, Ground, draw_ground
from dateline.rendering.projection import Frame
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.words import Words

_ANCHORS = ("start", "end", "middle", "middle", "start", "end", "start", "end")
_BESIDE = 5.0
_RING = 1.15  # a ring stands for a country: it is a little wider than a triangle of the same weight


@dataclass(frozen=True, slots=True)
class Placed:
    """An entity that can be shown on a map."""

    entity: Entity
    coordinates: Coordinates
    entries: int
    """How many entries name it."""
    is_area: bool
    """Whether its coordinates are the middle of something large."""


def placed_entities(edition: Edition) -> tuple[Placed, ...]:
    """Return all entities with coordinates: areas, then spots, those with most entries first, then by name and id."""
    entities = edition.content.registry.entities
    return edition.memo.once(Placed, lambda: tuple(sorted(place(entities, edition), key=_place_in_order)))


def place(entities: Iterable[Entity], edition: Edition) -> Iterator[Placed]:
    """Return those of some entities that have coordinates, in their order."""
    for entity in entities:
        if entity.coordinates:
            # What has parts is an area, whether it says so or not.
            is_area = entity.area or bool(edition.indexes.dossiers.children.get(entity.id))
            yield Placed(entity, entity.coordinates, len(edition.times[entity.id]), is_area)


def basemap_of(edition: Edition) -> Basemap:
    """Return the outlines of the world that the theme brings."""
    return edition.memo.once(Basemap, lambda: read_basemap(edition.basemap))


def draw_map(
    name: str, placed: Sequence[Placed], frame: Frame, viewpoint: Viewpoint, *, is_small: bool = False
) -> MapChartView:
    """Return a map of these entities, those to be named first of all first; all of them lie within the frame.

    A small map is as wide on a screen as on a phone.
    """
    edition = viewpoint.edition
    ground = edition.memo.once(
        (Ground, frame), lambda: draw_ground(basemap_of(edition), frame, COARSE if is_small else FINE)
    )
    return MapChartView(
        name=name,
        width=frame.width,
        height=frame.height,
        land=ground.land,
        borders=ground.borders,
        disputed_borders=ground.disputed_borders,
        marks=tuple(_marks(placed, frame, viewpoint, is_small=is_small)),
    )


def in_degrees(spot: Coordinates, words: Words) -> str:
    """Return a spot in degrees, as exact as the author gave it: `19.43° N, 99.13° W`."""
    north = words.pgettext("north", "N") if spot.latitude >= 0 else words.pgettext("south", "S")
    east = words.pgettext("east", "E") if spot.longitude >= 0 else words.pgettext("west", "W")
    return f"{abs(spot.latitude):g}° {north}, {abs(spot.longitude):g}° {east}"


def _place_in_order(each: Placed) -> tuple[bool, int, str, str]:
    return not each.is_area, -each.entries, each.entity.name.casefold(), each.entity.id


def _marks(placed: Sequence[Placed], frame: Frame, viewpoint: Viewpoint, *, is_small: bool) -> Iterable[MarkView]:
    most = max((each.entries for each in placed), default=0)
    sizes = [mark_size(each.entries, most) * (_RING if each.is_area else 1) for each in placed]
    spots = [_spot(each, frame) for each in placed]
    labels = place_labels(spots, sizes, frame, WIDE if is_small else NARROW)
    for each, spot, size, label in zip(placed, spots, sizes, labels, strict=True):
        yield _mark(each, spot, size, label, viewpoint)


def _spot(each: Placed, frame: Frame) -> Spot:
    x, y = frame.spot(each.coordinates)
    return Spot(x, y, each.entity.name, each.entries)


def _mark(each: Placed, spot: Spot, size: float, label: Label | None, viewpoint: Viewpoint) -> MarkView:
    chip = viewpoint.chip(EntityId(each.entity.id))
    across, down, anchor = set_beside(label, size)
    return MarkView(
        chip=chip,
        name=f"{chip.kind_label}: {chip.name}, {count_entries(each.entries, viewpoint.words)}",
        place=f"translate({spot.x:.1f} {spot.y:.1f})",
        shape="" if each.is_area else f"M0{-size:.1f}L{size:.1f} {size * 0.73:.1f}H{-size:.1f}z",
        radius=f"{size:.1f}" if each.is_area else "",
        label=chip.name if label else "",
        label_x=f"{across:.1f}",
        label_y=f"{down:.1f}",
        anchor=anchor,
        zoom=label.zoom if label else 0,
    )


def set_beside(label: Label | None, size: float) -> tuple[float, float, str]:
    """Return where a name stands, from the middle of its mark of this size, and how it is set against that.

    Downwards it is to the line that small letters stand on.
    """
    if label is None:
        return 0.0, 0.0, ""
    anchor = _ANCHORS[label.side]
    if label.side < 2:
        aside = size + _BESIDE
        return (aside, WIDE / 3, anchor) if label.side == 0 else (-aside, WIDE / 3, anchor)
    across = {"start": -size, "middle": 0.0, "end": size}[anchor]
    return across, size + WIDE if label.side in BELOW else -size - WIDE / 3, anchor
