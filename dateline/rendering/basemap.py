"""Turn the outlines of the world, as the theme keeps them, into rings and lines of degrees.

The file is made by `tools/trim_basemap.py`, which says where it comes from.
"""

import json
from collections.abc import Iterable, Sequence
from itertools import accumulate

from dateline.model.dataclass import dataclass

BASEMAP = "basemap.json"
"""The asset that holds the outlines; a theme without it draws its maps without land."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A coast or a border: longitudes and latitudes in degrees (WGS 84), point by point.

    A line that crosses the 180th meridian goes on beyond it, so longitudes may lie outside -180 to 180.
    """

    longitudes: Sequence[float]
    latitudes: Sequence[float]
    west: float
    east: float
    south: float
    north: float


@dataclass(frozen=True, slots=True)
class Basemap:
    """The land of the world, and its borders as they are drawn by those who control them."""

    source: str = ""
    """Whose outlines these are, with their version; empty where there are none."""
    disputed: tuple[str, ...] = ()
    """Territories without a country code of ISO 3166-1, by name; `disputed_borders` are their limits."""
    coasts: tuple[Outline, ...] = ()
    """Closed rings: the last point leads to the first. Lakes are rings within rings."""
    borders: tuple[Outline, ...] = ()
    disputed_borders: tuple[Outline, ...] = ()


def read_basemap(data: bytes) -> Basemap:
    """Return the outlines that a file of the theme holds; none of an empty one."""
    if not data:
        return Basemap()
    found = json.loads(data)
    lines = {name: _outlines(found[name], found["perDegree"]) for name in ("coasts", "borders", "disputedBorders")}
    return Basemap(
        found["source"], tuple(found["disputed"]), lines["coasts"], lines["borders"], lines["disputedBorders"]
    )


def _outlines(lines: Iterable[Sequence[int]], per_degree: int) -> tuple[Outline, ...]:
    return tuple(_outline(line, 1 / per_degree) for line in lines)


def _outline(line: Sequence[int], unit: float) -> Outline:
    """The first two numbers are a point, and every two after them the step to the next one."""
    longitudes, latitudes = ([unit * n for n in accumulate(line[start::2])] for start in (0, 1))
    return Outline(longitudes, latitudes, min(longitudes), max(longitudes), min(latitudes), max(latitudes))
