"""The theme's outlines of the world can be read, and are whole."""

import json
from itertools import pairwise

import pytest
from support.site import THEME

from dateline.rendering.basemap import BASEMAP, Basemap, Outline, read_basemap


@pytest.fixture(scope="module")
def world() -> Basemap:
    """The theme's own."""
    return read_basemap((THEME / "assets" / BASEMAP).read_bytes())


def test_steps_become_places() -> None:
    """The first two numbers are a point in hundredths of a degree, every two after them the step to the next."""
    file = {"source": "Mine", "perDegree": 100, "disputed": ["Erewhon"], "borders": [], "disputedBorders": []}
    found = read_basemap(json.dumps({**file, "coasts": [[100, 200, 50, -100, -200, 0]]}).encode())
    assert found == Basemap("Mine", ("Erewhon",), (Outline([1.0, 1.5, -0.5], [2.0, 1.0, 1.0], -0.5, 1.5, 1.0, 2.0),))


def test_a_theme_without_outlines_has_maps_without_land() -> None:
    """It says nothing of borders then."""
    assert read_basemap(b"") == Basemap()


def test_no_line_jumps_across_the_map(world: Basemap) -> None:
    """Where one crosses the 180th meridian it goes on beyond it; only along a pole are steps wide."""
    lines = [*world.coasts, *world.borders, *world.disputed_borders]
    for line in lines:
        places = list(zip(line.longitudes, line.latitudes, strict=True))
        wide = [(one, other) for one, other in pairwise(places) if abs(one[0] - other[0]) > 180]
        assert all(one[1] == other[1] == -90 for one, other in wide)
        assert line.south >= -90
        assert line.north <= 90


def test_the_world_is_there(world: Basemap) -> None:
    """With its version, its borders, and those that are disputed."""
    assert world.source.startswith("Natural Earth 4.1.0")
    assert len(world.coasts) > 1000
    assert len(world.borders) > 300
    assert world.disputed == ("Kosovo", "Northern Cyprus", "Siachen Glacier", "Somaliland")
    assert world.disputed_borders
