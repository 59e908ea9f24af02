"""Places on the earth lie in frames that show them, undistorted as far as a plane can be."""

from math import cos, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.entity import Coordinates
from dateline.rendering.projection import Frame, frame_around, snapped_frame

SPOTS = st.builds(Coordinates, st.floats(-90, 90), st.floats(-180, 180))


@given(st.lists(SPOTS, min_size=1, max_size=8))
def test_all_spots_lie_in_the_frame_around_them(spots: list[Coordinates]) -> None:
    """Whichever side of the 180th meridian they are on."""
    frame = frame_around(spots, 800, narrowest=8)
    for spot in spots:
        x, y = frame.spot(spot)
        assert -1e-6 <= x <= 800 + 1e-6
        assert -1 <= y <= frame.height + 1


@given(SPOTS, st.sampled_from([24.0, 48.0]))
def test_a_spot_lies_well_within_its_small_map(spot: Coordinates, wide: float) -> None:
    """In the middle half, but near the poles, where the map ends."""
    frame = snapped_frame(spot, wide, 350)
    x, y = frame.spot(spot)
    assert 350 / 4 - 1e-6 <= x <= 350 * 3 / 4 + 1e-6
    assert frame.holds(spot)
    if abs(spot.latitude) < 60:
        assert frame.height / 4 - 1 <= y <= frame.height * 3 / 4 + 1


def test_neighbours_share_a_small_map() -> None:
    """So that its land is drawn once for both."""
    assert snapped_frame(Coordinates(20.6, -103.7), 24, 350) == snapped_frame(Coordinates(21.1, -103.1), 24, 350)


def test_islands_on_both_sides_of_the_180th_meridian_lie_near_each_other() -> None:
    """The frame goes on beyond it, and shows no other side of the earth."""
    frame = frame_around([Coordinates(-17, 178), Coordinates(-14, -171)], 800, narrowest=8)
    assert frame.east - frame.west < 20
    assert frame.spot(Coordinates(-17, 178))[0] < frame.spot(Coordinates(-14, -171))[0]


@pytest.mark.parametrize("latitude", [0.0, 20.0, -45.0, 60.0])
def test_a_frame_is_true_to_scale_in_its_middle(latitude: float) -> None:
    """A degree of longitude is as much shorter than one of latitude as it is on earth."""
    frame = frame_around([Coordinates(latitude, 10)], 800, narrowest=8)
    (x, y), (right, _), (_, up) = frame.place_all([10, 11, 10], [latitude, latitude, latitude + 1])
    assert (right - x) / (y - up) == pytest.approx(cos(radians(latitude)), rel=0.01)


def test_north_is_up_and_east_is_right() -> None:
    """From 0, 0 at the north-west."""
    frame = Frame(-10, 10, 40, 50, 200, 100)
    assert frame.place(-10, 50) == (0, 0)
    assert frame.place(10, 40) == (200, 100)


def test_places_all_over_the_earth_are_shown_on_a_map_of_the_world() -> None:
    """In equal areas; Antarctica is there where a place is on it."""
    around = [Coordinates(40, -100), Coordinates(-30, 140), Coordinates(50, 10)]
    world, whole = (frame_around([*around, *more], 800, narrowest=8) for more in ([], [Coordinates(-80, 0)]))
    assert world.is_world
    assert world.south == -60
    assert whole.south == -84
    assert whole.height > world.height


def test_the_world_is_drawn_in_equal_areas() -> None:
    """Of two cells of as many degrees the one at 60 degrees has the area that it has on earth, nearly half."""
    world = frame_around([Coordinates(0, -120), Coordinates(0, 0), Coordinates(0, 120)], 8000, narrowest=8)
    areas = [_area(world, south) for south in (-0.5, 59.5)]
    assert areas[1] / areas[0] == pytest.approx(0.5, rel=0.01)


def _area(frame: Frame, south: float) -> float:
    """The area of a cell of one degree, which the projection makes a trapezium."""
    (left, bottom), (right, _), (far_left, top), (far_right, _) = frame.place_all(
        [0, 1, 0, 1], [south, south, south + 1, south + 1]
    )
    return ((right - left) + (far_right - far_left)) / 2 * (bottom - top)
