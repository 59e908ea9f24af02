"""Turn the places of the site into the page that shows them all on one map, and in one list."""

from collections.abc import Iterator

from dateline.indexes.places import parents_of
from dateline.indexes.records import Stamps
from dateline.model.entity import Entity
from dateline.model.urls import MAP
from dateline.reading.references import PLACE
from dateline.rendering.basemap import Basemap
from dateline.rendering.counting import counted, enumerated, spelt
from dateline.rendering.edition import Edition
from dateline.rendering.keys import ingredients, stamp
from dateline.rendering.map_drawing import Placed, basemap_of, draw_map, in_degrees, placed_entities
from dateline.rendering.map_views import MapRowView, MapView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.projection import frame_around
from dateline.rendering.viewpoint import Viewpoint

WIDTH = 800
"""Of the drawing, in units of its own."""
_NARROWEST = 8.0  # degrees of latitude: a map of one town still shows whereabouts on earth it is


def plan_map(edition: Edition) -> Iterator[PlannedPage]:
    """Return the map; nothing where nobody has given coordinates."""
    if edition.has_map:
        yield PlannedPage(MAP, "map.html", lambda: _map(edition), lambda stamps: _key(edition, stamps), "the map")


def _key(edition: Edition, stamps: Stamps) -> bytes:
    parts = ingredients(edition, stamps)
    listed = [(e.id, len(edition.times[e.id]), e.coordinates, e.area, e.part_of) for e in _listed(edition)]
    return parts.page("map.html", stamp(listed), parts.every_card)


def _map(edition: Edition) -> MapView:
    viewpoint, placed = Viewpoint(edition, MAP), placed_entities(edition)
    frame = frame_around((each.coordinates for each in placed), WIDTH, narrowest=_NARROWEST)
    missing = sum(entity.coordinates is None for entity in _listed(edition))
    standfirst = _standfirst(len(placed), missing)
    return MapView(
        site=viewpoint.site(),
        head=viewpoint.head("Map", standfirst),
        standfirst=standfirst,
        chart=draw_map(f"Map of {counted(len(placed), 'place', 'places')}", placed, frame, viewpoint),
        notes=tuple(_notes(placed, basemap_of(edition))),
        rows=tuple(_row(entity, viewpoint) for entity in _listed(edition)),
    )


def _listed(edition: Edition) -> list[Entity]:
    """All places, and all else that has coordinates, by name."""
    entities = edition.content.registry.entities
    found = (entity for entity in entities if entity.kind == PLACE or entity.coordinates)
    return sorted(found, key=lambda entity: (entity.name.casefold(), entity.id))


def _standfirst(placed: int, missing: int) -> str:
    shown = f"{counted(placed, 'place', 'places')}, each as large as the number of entries that name it"
    if not missing:
        return f"{shown}."
    verb = "is" if missing == 1 else "are"
    return f"{shown}. {spelt(missing).capitalize()} without coordinates {verb} in the list alone."


def _notes(placed: tuple[Placed, ...], basemap: Basemap) -> Iterator[str]:
    if any(not each.is_area for each in placed):
        yield "Triangle: a spot."
    if any(each.is_area for each in placed):
        yield "Dashed ring: a country or a region, at its middle; nothing is said of where in it."
    if basemap.source:
        yield f"Coasts and borders: {basemap.source}. A border is drawn where it is held, whoever claims it."
    if basemap.disputed:
        names = enumerated(basemap.disputed)
        yield f"Dashed borders: those of territories without a country code of ISO 3166-1, which are {names}."


def _row(entity: Entity, viewpoint: Viewpoint) -> MapRowView:
    parents = parents_of(viewpoint.edition.content.registry, entity.id)
    return MapRowView(
        chip=viewpoint.chip(entity.id),
        inside=viewpoint.chip(parents[0]) if parents else None,
        entries=len(viewpoint.edition.times[entity.id]),
        coordinates=in_degrees(entity.coordinates) if entity.coordinates else "",
    )
