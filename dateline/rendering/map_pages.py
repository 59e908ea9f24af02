"""Turn the places of the site into the page that shows them all on one map, and in one list."""

from collections.abc import Iterator

from dateline.indexes.places import parents_of
from dateline.indexes.records import Stamps
from dateline.model.entity import Entity
from dateline.model.urls import MAP
from dateline.reading.references import PLACE
from dateline.rendering.basemap import Basemap
from dateline.rendering.edition import Edition
from dateline.rendering.keys import ingredients, stamp
from dateline.rendering.linked_data import describe_page
from dateline.rendering.map_drawing import Placed, basemap_of, draw_map, in_degrees, placed_entities
from dateline.rendering.map_views import MapRowView, MapView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.projection import frame_around
from dateline.rendering.tongues import open_with
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.words import Words, message

WIDTH = 800
"""Of the drawing, in units of its own."""
_OF_BASEMAP = (
    message("Natural Earth 4.1.0, 1:50 million, by way of world-atlas 2.0.2"),
    message("Kosovo"),
    message("Northern Cyprus"),
    message("Siachen Glacier"),
    message("Somaliland"),
)
"""What the outlines of the theme are called, and the territories that they name."""
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
    words = viewpoint.words
    frame = frame_around((each.coordinates for each in placed), WIDTH, narrowest=_NARROWEST)
    missing = sum(entity.coordinates is None for entity in _listed(edition))
    standfirst = _standfirst(len(placed), missing, words)
    return MapView(
        site=viewpoint.site(),
        head=describe_page(viewpoint.head(words.gettext("Map"), standfirst), viewpoint, standfirst),
        standfirst=standfirst,
        chart=draw_map(words.ngettext("Map of {n} place", "Map of {n} places", len(placed)), placed, frame, viewpoint),
        notes=tuple(_notes(placed, basemap_of(edition), words)),
        rows=tuple(_row(entity, viewpoint) for entity in _listed(edition)),
    )


def _listed(edition: Edition) -> list[Entity]:
    """All places, and all else that has coordinates, by name."""
    entities = edition.content.registry.entities
    found = (entity for entity in entities if entity.kind == PLACE or entity.coordinates)
    return sorted(found, key=lambda entity: (entity.name.casefold(), entity.id))


def _standfirst(placed: int, missing: int, words: Words) -> str:
    shown = words.ngettext(
        "{n} place, as large as the number of entries that name it.",
        "{n} places, each as large as the number of entries that name it.",
        placed,
    )
    if not missing:
        return shown
    others = words.ngettext(
        "one without coordinates is in the list alone.",
        "{number} without coordinates are in the list alone.",
        missing,
    )
    return f"{shown} {open_with(others, str.upper)}"


def _notes(placed: tuple[Placed, ...], basemap: Basemap, words: Words) -> Iterator[str]:
    if any(not each.is_area for each in placed):
        yield words.gettext("Triangle: a spot.")
    if any(each.is_area for each in placed):
        yield words.gettext("Dashed ring: a country or a region, at its middle; nothing is said of where in it.")
    if basemap.source:
        yield words.gettext(
            "Coasts and borders: {source}. A border is drawn where it is held, whoever claims it.",
            source=words.gettext(basemap.source),
        )
    if basemap.disputed:
        names = words.enumerated([words.gettext(name) for name in basemap.disputed])
        yield words.gettext(
            "Dashed borders: those of territories without a country code of ISO 3166-1, which are {names}.", names=names
        )


def _row(entity: Entity, viewpoint: Viewpoint) -> MapRowView:
    parents = parents_of(viewpoint.edition.content.registry, entity.id)
    return MapRowView(
        chip=viewpoint.chip(entity.id),
        inside=viewpoint.chip(parents[0]) if parents else None,
        entries=len(viewpoint.edition.times[entity.id]),
        coordinates=in_degrees(entity.coordinates, viewpoint.words) if entity.coordinates else "",
    )
