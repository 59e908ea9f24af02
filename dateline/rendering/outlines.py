"""Turn the outlines of the world into the paths that one frame shows of them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil, floor

from dateline.model.dataclass import dataclass
from dateline.rendering.basemap import Basemap, Outline
from dateline.rendering.projection import Frame

_BEYOND = 0.06
"""How much of a frame's span is drawn outside it, so that no cut edge is seen."""
FINE, COARSE = 0.7, 1.4
"""How near to the last one a point is left out, in units of the drawing: on a large map, and on a small one."""
_SMALLEST = 0.6  # units of the drawing: islands less wide and less tall than this are left out

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a map is drawn on: the `d` of SVG paths, in the units of the frame; empty where nothing is seen."""

    land: str
    """Closed rings, of which those within others are lakes (the even-odd rule)."""
    borders: str
    disputed_borders: str


def draw_ground(basemap: Basemap, frame: Frame, nearest: float = FINE) -> Ground:
    """Return what a frame shows of land and borders, without points that are `nearest` or nearer to the last one."""
    window = _Window.of(frame)
    return Ground(
        "".join(_rings(basemap.coasts, frame, window, nearest)),
        "".join(_lines(basemap.borders, frame, window, nearest)),
        "".join(_lines(basemap.disputed_borders, frame, window, nearest)),
    )


@dataclass(frozen=True, slots=True)
class _Window:
    """What is drawn of the earth, in degrees: the frame, and a little beyond it."""

    west: float
    east: float
    south: float
    north: float

    @classmethod
    def of(cls, frame: Frame) -> "_Window":
        if frame.is_world:
            return cls(frame.west, frame.east, frame.south, frame.north)
        wide, tall = (frame.east - frame.west) * _BEYOND, (frame.north - frame.south) * _BEYOND
        return cls(frame.west - wide, frame.east + wide, frame.south - tall, frame.north + tall)

    def turns(self, outline: Outline) -> Iterator[int]:
        """How often round the earth a line must be moved to be seen: some are seen twice, most not at all."""
        if outline.north < self.south or outline.south > self.north:
            return
        yield from range(ceil((self.west - outline.east) / 360), floor((self.east - outline.west) / 360) + 1)

    def holds(self, outline: Outline, turns: int) -> bool:
        """Whether all of a line that is moved so is seen."""
        west, east = outline.west + 360 * turns, outline.east + 360 * turns
        is_across = self.west <= west and east <= self.east
        return is_across and self.south <= outline.south and outline.north <= self.north


def _rings(coasts: Iterable[Outline], frame: Frame, window: _Window, nearest: float) -> Iterator[str]:
    for outline, turns, points in _seen(coasts, window):
        kept = points if window.holds(outline, turns) else _clip(points, window)
        drawn = _thin(_drawn(kept, frame), nearest)
        if len(drawn) > 2 and _is_seen(drawn):
            yield f"{_path(drawn)}z"


def _lines(borders: Iterable[Outline], frame: Frame, window: _Window, nearest: float) -> Iterator[str]:
    for outline, turns, points in _seen(borders, window):
        for piece in [points] if window.holds(outline, turns) else _pieces(points, window):
            drawn = _thin(_drawn(piece, frame), nearest)
            if len(drawn) > 1:
                yield _path(drawn)


def _seen(outlines: Iterable[Outline], window: _Window) -> Iterator[tuple[Outline, int, Sequence[Point]]]:
    for outline in outlines:
        for turns in window.turns(outline):
            shift = 360 * turns
            longitudes = [x + shift for x in outline.longitudes] if shift else outline.longitudes
            yield outline, turns, list(zip(longitudes, outline.latitudes, strict=True))


def _clip(ring: Sequence[Point], window: _Window) -> Sequence[Point]:
    """Return the part of a ring within a window.

    Sutherland and Hodgman, "Reentrant polygon clipping", Communications of the ACM 17 (1974): side by side, so that
    parts that fall apart are joined along the edge of the window, which lies beyond the frame.
    """
    for axis, limit, sign in ((0, window.west, 1), (0, window.east, -1), (1, window.south, 1), (1, window.north, -1)):
        ring = list(_clip_side(ring, axis, limit, sign))
    return ring


def _clip_side(ring: Sequence[Point], axis: int, limit: float, sign: int) -> Iterator[Point]:
    if not ring:
        return
    before = ring[-1]
    was_in = sign * (before[axis] - limit) >= 0
    for point in ring:
        is_in = sign * (point[axis] - limit) >= 0
        if is_in is not was_in:
            yield _crossing(before, point, axis, limit)
        if is_in:
            yield point
        before, was_in = point, is_in


def _crossing(one: Point, other: Point, axis: int, limit: float) -> Point:
    share = (limit - one[axis]) / (other[axis] - one[axis])
    along = one[1 - axis] + share * (other[1 - axis] - one[1 - axis])
    return (limit, along) if axis == 0 else (along, limit)


def _pieces(line: Sequence[Point], window: _Window) -> Iterator[Sequence[Point]]:
    """Return the pieces of a line that touch a window, each with the points just outside it."""
    piece: list[Point] = []
    for one, other in pairwise(line):
        if _may_cross(one, other, window):
            piece = piece or [one]
            piece.append(other)
        elif piece:
            yield piece
            piece = []
    if piece:
        yield piece


def _may_cross(one: Point, other: Point, window: _Window) -> bool:
    return (
        max(one[0], other[0]) >= window.west
        and min(one[0], other[0]) <= window.east
        and max(one[1], other[1]) >= window.south
        and min(one[1], other[1]) <= window.north
    )


def _drawn(points: Sequence[Point], frame: Frame) -> list[Point]:
    return frame.place_all([x for x, _ in points], [y for _, y in points])


def _thin(points: list[Point], nearest: float) -> list[Point]:
    """Leave out what no eye can tell apart; the ends stay."""
    if len(points) < 3:
        return points
    kept = [points[0]]
    last_x, last_y = points[0]
    for x, y in points[1:-1]:
        if abs(x - last_x) > nearest or abs(y - last_y) > nearest:
            kept.append((x, y))
            last_x, last_y = x, y
    return [*kept, points[-1]]


def _is_seen(ring: Sequence[Point]) -> bool:
    return any(_span([point[axis] for point in ring]) >= _SMALLEST for axis in (0, 1))


def _span(values: Sequence[float]) -> float:
    return max(values) - min(values)


def _path(points: Sequence[Point]) -> str:
    """Return points as a path: the first in full, then the steps between them, in tenths of a unit."""
    places = [(round(x * 10), round(y * 10)) for x, y in points]
    steps = [((x - left), (y - top)) for (left, top), (x, y) in pairwise(places)]
    return f"M{_tenths(places[0])}l{' '.join(map(_tenths, steps))}"


def _tenths(step: tuple[int, int]) -> str:
    return f"{_short(step[0])} {_short(step[1])}"


def _short(tenths: int) -> str:
    return f"{tenths / 10:g}"
