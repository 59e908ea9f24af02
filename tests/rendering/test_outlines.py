"""Of the outlines of the world a frame shows what lies in it, and nothing else."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from support.site import THEME

from dateline.model.entity import Coordinates
from dateline.rendering.basemap import BASEMAP, Basemap, Outline, read_basemap
from dateline.rendering.outlines import draw_ground
from dateline.rendering.projection import Frame, frame_around

FRAME = Frame(-10, 10, -5, 5, 200, 100)
WORLD = read_basemap((THEME / "assets" / BASEMAP).read_bytes())


def outline(*points: tuple[float, float]) -> Outline:
    """A line through these places, longitude first."""
    longitudes, latitudes = [x for x, _ in points], [y for _, y in points]
    return Outline(longitudes, latitudes, min(longitudes), max(longitudes), min(latitudes), max(latitudes))


def points(path: str) -> list[list[tuple[float, float]]]:
    """Where the lines of a path go through."""
    return [_places(line) for line in path.split("M") if line]


def _places(line: str) -> list[tuple[float, float]]:
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", line)]
    places = [(numbers[0], numbers[1])]
    for x, y in zip(numbers[2::2], numbers[3::2], strict=True):
        places.append((round(places[-1][0] + x, 1), round(places[-1][1] + y, 1)))
    return places


def land(*coasts: Outline, frame: Frame = FRAME) -> list[list[tuple[float, float]]]:
    """The rings that a frame shows."""
    return points(draw_ground(Basemap(coasts=coasts), frame).land)


def test_an_island_is_drawn_whole() -> None:
    """From 0, 0 at the north-west, ten units to a degree."""
    assert land(outline((-1, 1), (1, 1), (1, -1), (-1, -1))) == [[(90, 40), (110, 40), (110, 60), (90, 60)]]


def test_what_is_elsewhere_is_left_out() -> None:
    """And an island that is no more than a dot."""
    assert land(outline((50, 1), (51, 1), (51, 0)), outline((0, 0), (0.05, 0), (0.05, 0.05))) == []


def test_land_is_cut_beyond_the_edge_so_that_the_cut_is_not_seen() -> None:
    """A land that is wider than the frame covers all of it."""
    (ring,) = land(outline((-90, 60), (90, 60), (90, -60), (-90, -60)))
    assert {(x < 0 or x > 200, y < 0 or y > 100) for x, y in ring} == {(True, True)}
    assert max(abs(x) for x, _ in ring) < 250


def test_what_crosses_the_180th_meridian_is_drawn_on_both_edges_of_the_world() -> None:
    """Once at its eastern end, and once at its western one."""
    island = outline((170, 10), (190, 10), (190, -10), (170, -10))
    world = frame_around([Coordinates(0, -120), Coordinates(0, 0), Coordinates(0, 120)], 800, narrowest=8)
    east, west = land(island, frame=world)
    assert min(x for x, _ in west + east) >= -0.1
    assert max(x for x, _ in west + east) <= 800.1
    assert {sum(x > 400 for x, _ in ring) in (0, len(ring)) for ring in (east, west)} == {True}


def test_borders_are_lines_and_end_just_outside() -> None:
    """Those that are disputed apart from the others."""
    border = outline((-30, 0), (-20, 0), (-5, 0), (0, 0), (30, 0), (60, 0))
    ground = draw_ground(Basemap(borders=(border,), disputed_borders=(outline((0, 1), (0, 2)),)), FRAME)
    assert points(ground.borders) == [[(-100, 50), (50, 50), (100, 50), (400, 50)]]
    assert points(ground.disputed_borders) == [[(100, 40), (100, 30)]]


@settings(max_examples=25)
@given(st.floats(-60, 70), st.floats(-180, 180), st.sampled_from([4.0, 20.0, 60.0]))
def test_no_line_of_the_world_crosses_a_frame_that_should_not(latitude: float, longitude: float, tall: float) -> None:
    """Every long step of a drawn ring lies along an edge outside the frame: nothing is closed across the map."""
    frame = frame_around([Coordinates(latitude, longitude)], 400, narrowest=tall)
    for ring in points(draw_ground(WORLD, frame).land):
        for one, other in pairwise([*ring, ring[0]]):
            if abs(one[0] - other[0]) > 200:
                assert one[1] < 1 or one[1] > frame.height - 1 or abs(one[1] - other[1]) > 1
