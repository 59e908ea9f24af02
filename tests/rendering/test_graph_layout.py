"""A network is laid out the same each time, within its drawing, and shows who is tied to whom."""

from math import dist

from hypothesis import given
from hypothesis import strategies as st

from dateline.rendering.graph_layout import Tie, lay_out

WIDTH, HEIGHT = 800, 640


@st.composite
def networks(draw: st.DrawFn) -> tuple[int, list[Tie]]:
    """Return so many points, and ties between some of them."""
    points = draw(st.integers(1, 14))
    ends = st.integers(0, points - 1)
    ties = draw(st.lists(st.tuples(ends, ends, st.floats(0.1, 2)), max_size=30))
    return points, [tie for tie in ties if tie[0] != tie[1]]


@given(networks())
def test_every_point_stands_alone_within_the_drawing(network: tuple[int, list[Tie]]) -> None:
    """In whole units, and in the same place each time."""
    points, ties = network
    places = lay_out(points, ties, WIDTH, HEIGHT)
    assert len(set(places)) == len(places) == points
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in places)
    assert places == lay_out(points, ties, WIDTH, HEIGHT)


def test_those_who_are_tied_stand_nearer() -> None:
    """Two groups with one tie between them lie apart."""
    groups = [range(5), range(5, 10)]
    ties = [(one, other, 1.0) for group in groups for one in group for other in group if one < other]
    places = lay_out(10, [*ties, (0, 5, 1.0)], WIDTH, HEIGHT)
    inside = [dist(places[one], places[other]) for one, other, _ in ties]
    across = [dist(places[one], places[other]) for one in groups[0] for other in groups[1]]
    assert sum(inside) / len(inside) < 0.6 * sum(across) / len(across)


def test_known_places() -> None:
    """Of one point the middle; of three, what every machine must come to."""
    assert lay_out(0, [], WIDTH, HEIGHT) == ()
    assert lay_out(1, [], WIDTH, HEIGHT) == ((400, 320),)
    assert lay_out(3, [(0, 1, 1.0)], WIDTH, HEIGHT) == KNOWN


KNOWN = ((564, 493), (241, 600), (236, 40))
