"""Turn where an entity is into the small map of its dossier."""

from dateline.model.names import EntityId
from dateline.rendering.edition import Edition
from dateline.rendering.keys import NOTHING, stamp
from dateline.rendering.map_drawing import Placed, draw_map, place
from dateline.rendering.map_views import MapChartView
from dateline.rendering.projection import snapped_frame
from dateline.rendering.viewpoint import Viewpoint

WIDTH = 350
"""Of the drawing, in units of its own."""
_AROUND_A_SPOT, _AROUND_AN_AREA = 24.0, 48.0  # degrees of the equator across


def locator_key(edition: Edition, identity: EntityId) -> bytes:
    """Return the digest of what the small map shows, beside the names of what is part of the entity."""
    if not edition.entity(identity).coordinates:
        return NOTHING
    shown = _shown(edition, identity)
    return stamp([(each.entity.id, each.coordinates, each.entries, each.is_area) for each in shown])


def draw_locator(identity: EntityId, viewpoint: Viewpoint) -> MapChartView | None:
    """Return a map of where an entity is, and of those of its parts that lie near; None without coordinates."""
    edition = viewpoint.edition
    shown = _shown(edition, identity)
    if not shown:
        return None
    entity, spot, is_wide = shown[0].entity, shown[0].coordinates, shown[0].is_area
    frame = snapped_frame(spot, _AROUND_AN_AREA if is_wide else _AROUND_A_SPOT, WIDTH)
    near = [each for each in shown if frame.holds(each.coordinates)]
    return draw_map(viewpoint.words.gettext("Where {name} is", name=entity.name), near, frame, viewpoint, is_small=True)


def _shown(edition: Edition, identity: EntityId) -> list[Placed]:
    """The entity, and what is directly part of it; nothing without coordinates."""
    entities = map(edition.entity, (identity, *edition.indexes.dossiers.children.get(identity, ())))
    shown = list(place(entities, edition))
    return shown if shown and shown[0].entity.id == identity else []
