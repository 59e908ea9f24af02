"""Turn places on the earth into a frame around them, and degrees into the units of a drawing."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import asin, ceil, cos, floor, radians, sin, sqrt

from dateline.model.dataclass import dataclass
from dateline.model.entity import Coordinates

MARGIN = 0.14
"""How much of the span of its places a frame has on each side."""
_WIDEST = 170.0  # degrees of longitude: what is wider is drawn as the whole world
_WORLD = (-60.0, 84.0)  # latitudes: Antarctica is left out where no place is on it
_FLATTEST = 0.2  # the cosine of the latitude beyond which maps are drawn no narrower: that of 78 degrees
# The polynomial of the Equal Earth projection: Šavrič, Patterson and Jenny, "The Equal Earth map projection",
# International Journal of Geographical Information Science 33 (2019), equations 2 and 3.
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the earth as a drawing shows it; x goes from 0 to `width`, y downwards from 0 to `height`."""

    west: float
    """Longitude of its left edge, in degrees; the right one is east of it, perhaps beyond 180."""
    east: float
    south: float
    north: float
    width: int
    """In units of the drawing."""
    height: int
    is_world: bool = False
    """Drawn in equal areas (Equal Earth); else with equal degrees, true to scale at its middle latitude."""

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return x and y of a spot; its longitude is one within the frame, or near it."""
        return self.place_all((longitude,), (latitude,))[0]

    def place_all(self, longitudes: Sequence[float], latitudes: Sequence[float]) -> list[tuple[float, float]]:
        """Return x and y of the points of a line."""
        points = zip(longitudes, latitudes, strict=True)
        if self.is_world:
            middle, top, scale = (self.west + self.east) / 2, _equal_earth(0, self.north)[1], self.width / _EARTH
            projected = (_equal_earth(longitude - middle, latitude) for longitude, latitude in points)
            return [((x + _EARTH / 2) * scale, (top - y) * scale) for x, y in projected]
        across, down = self.width / (self.east - self.west), self.height / (self.north - self.south)
        west, north = self.west, self.north
        return [((x - west) * across, (north - y) * down) for x, y in points]

    def holds(self, coordinates: Coordinates) -> bool:
        """Return whether a spot lies within the frame."""
        x, y = self.spot(coordinates)
        return 0 <= x <= self.width and 0 <= y <= self.height

    def spot(self, coordinates: Coordinates) -> tuple[float, float]:
        """Return x and y of coordinates, which are brought round the earth to where the frame is."""
        middle = (self.west + self.east) / 2
        turns = round((middle - coordinates.longitude) / 360)
        return self.place(coordinates.longitude + 360 * turns, coordinates.latitude)


def frame_around(spots: Iterable[Coordinates], width: int, *, narrowest: float, tallest: float = 0.75) -> Frame:
    """Return the frame that shows these spots, at least one, with room around them.

    It spans at least `narrowest` degrees of latitude; its height is between 0.45 and `tallest` of its width. Spots on
    both sides of the 180th meridian lie near each other; spots all over the earth are shown on a map of the world.
    """
    listed = list(spots)
    west, east = _shortest_span(sorted({spot.longitude for spot in listed}))
    south, north = min(spot.latitude for spot in listed), max(spot.latitude for spot in listed)
    if east - west > _WIDEST:
        return _world(max(min(south - 4, _WORLD[0]), -90.0), min(max(north + 2, _WORLD[1]), 90.0), width)
    flatness = _flatness(south, north)
    tall = max((north - south) * (1 + 2 * MARGIN), narrowest)
    wide = max((east - west) * (1 + 2 * MARGIN) * flatness, tall / tallest)
    tall = max(tall, wide * 0.45)
    return _local((west + east) / 2, (south + north) / 2, wide / flatness, tall, width)


def snapped_frame(spot: Coordinates, wide: float, width: int, shape: float = 0.64) -> Frame:
    """Return a frame with a spot well within it that places nearby share, `wide` degrees of the equator across.

    Its height is `shape` of its width.
    """
    step_y = wide * shape / 4
    middle_y = _snap(spot.latitude, step_y)
    flatness = max(cos(radians(middle_y)), _FLATTEST)
    middle_x = _snap(spot.longitude, wide / flatness / 4)
    return _local(middle_x, middle_y, wide / flatness, wide * shape, width)


def _snap(degrees: float, step: float) -> float:
    return floor(degrees / step + 0.5) * step


def _local(middle_x: float, middle_y: float, wide: float, tall: float, width: int) -> Frame:
    south, north = max(middle_y - tall / 2, -90.0), min(middle_y + tall / 2, 90.0)
    wide = min(wide, 360.0)
    height = width * (north - south) / (wide * _flatness(south, north))
    return Frame(middle_x - wide / 2, middle_x + wide / 2, south, north, width, max(ceil(height), 1))


def _world(south: float, north: float, width: int) -> Frame:
    top, bottom = _equal_earth(0, north)[1], _equal_earth(0, south)[1]
    height = ceil(width * (top - bottom) / _EARTH)
    return Frame(-180, 180, south, north, width, height, is_world=True)


def _shortest_span(longitudes: list[float]) -> tuple[float, float]:
    """The west and east of the shortest way round the earth that passes all of these; east may be beyond 180."""
    gaps = [(after - before, before, after) for before, after in pairwise([*longitudes, longitudes[0] + 360])]
    _, east, west = max(gaps, key=lambda gap: (gap[0], gap[1]))
    west = west - 360 if west > 180 else west
    return west, east if east >= west else east + 360


def _flatness(south: float, north: float) -> float:
    """How long a degree of longitude is, in degrees of latitude, in the middle between two latitudes."""
    return max(cos(radians((south + north) / 2)), _FLATTEST)


def _equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    theta = asin(sqrt(3) / 2 * sin(radians(latitude)))
    square = theta * theta
    power = square * square * square
    slope = 9 * _A4 * power * square + 7 * _A3 * power + 3 * _A2 * square + _A1
    x = 2 * sqrt(3) * radians(longitude) * cos(theta) / (3 * slope)
    return x, theta * (_A4 * power * square + _A3 * power + _A2 * square + _A1)


_EARTH = 2 * _equal_earth(180, 0)[0]
