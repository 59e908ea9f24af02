"""Points on a map are entries of which a place has coordinates."""

import json

from support.exported import FILES, material

from dateline.rendering.exports.geojson import geojson_file, located

SMALL = material(FILES)


def test_an_entry_stands_at_its_place() -> None:
    """East first, as the format has it; with its status, its roles and the correction of its article."""
    document = json.loads(geojson_file(SMALL))
    assert document["type"] == "FeatureCollection"
    (feature,) = document["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [12.5, 41.9]}
    said = feature["properties"]
    assert (said["place"], said["place_name"], said["date"]) == ("places/rome", "Rome", "2020-07-17")
    assert (said["status"], said["roles"][0]["status"], len(said["corrections"])) == ("alleged", "disputed", 1)
    assert said["sources"]


def test_what_lies_nowhere_is_left_out() -> None:
    """An entry without a place, and one whose place has no coordinates."""
    assert [row["id"] for row, _ in located(SMALL)] == ["first.ann-able-leaves"]
    assert json.loads(geojson_file(material({"articles/a.md": "---\ntitle: A\ndate: 2021\n---\n"})))["features"] == []
