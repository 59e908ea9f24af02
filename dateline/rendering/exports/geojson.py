"""Turn the lines of the timeline into points on a map (GeoJSON, RFC 7946)."""

from collections.abc import Iterator

from dateline.rendering.exports.rows import Material, Row
from dateline.rendering.exports.tabular import encode

_LEFT_OUT = ("earliest", "latest", "entities", "lag_days", "places", "text")


def located(material: Material) -> Iterator[tuple[Row, Row]]:
    """Return each entry of which a place has coordinates, with the first such place."""
    spots = {str(row["id"]): row for row in material.rows("entities") if "latitude" in row}
    for row in material.rows("entries"):
        places = row.get("places", [])
        assert isinstance(places, list), "places are a list"  # noqa: S101
        found = next((spots[place] for place in places if place in spots), None)
        if found:
            yield row, found


def count_located(material: Material) -> int:
    """Return how many these are, without making rows of them."""
    spots = {record.entity.id for record in material.records.entities if record.entity.coordinates}
    return sum(1 for entry in material.indexes.timeline.entries if not spots.isdisjoint(entry.places))


def geojson_file(material: Material) -> bytes:
    """Return a point for each entry of which a place has coordinates, as UTF-8; a line for each."""
    lines = ",\n".join(encode(_feature(*each)) for each in located(material))
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'.encode()


def _feature(row: Row, place: Row) -> Row:
    said = {name: value for name, value in row.items() if name not in _LEFT_OUT}
    point = {"type": "Point", "coordinates": [place["longitude"], place["latitude"]]}
    properties = {**said, "place": place["id"], "place_name": place["name"]}
    return {"type": "Feature", "id": row["id"], "geometry": point, "properties": properties}
