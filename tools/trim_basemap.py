"""Turn the world of Natural Earth, as npm's world-atlas has it, into the outlines that maps are drawn from.

The source is `countries-50m.json` of https://www.npmjs.com/package/world-atlas, version 2.0.2, which is Natural Earth
4.1.0 (https://www.naturalearthdata.com, public domain), cultural vectors at 1:50 million, as TopoJSON. To make
`templates/assets/basemap.json` anew:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/trim_basemap.py package/countries-50m.json

Left out are names, and points that fall on their neighbour once degrees are rounded to hundredths. A line that crosses
the 180th meridian goes on beyond it, so that no line jumps across the map.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parents[1] / "templates/assets/basemap.json"
SOURCE = "Natural Earth 4.1.0, 1:50 million, by way of world-atlas 2.0.2"
PER_DEGREE = 100

Point = tuple[float, float]
Line = list[Point]


def main(file: str) -> None:
    """Write the outlines of this TopoJSON file (the TopoJSON Format Specification, version 1)."""
    topology = json.loads(Path(file).read_text("utf-8"))
    arcs = _arcs(topology)
    countries = topology["objects"]["countries"]["geometries"]
    disputed = [country for country in countries if "id" not in country and "Ter." not in country["properties"]["name"]]
    counts = Counter(_bare(number) for country in countries for number in _numbers(country["arcs"]))
    doubtful = {_bare(number) for country in disputed for number in _numbers(country["arcs"])}
    borders = sorted(number for number, count in counts.items() if count > 1)
    basemap = {
        "source": SOURCE,
        "perDegree": PER_DEGREE,
        "disputed": sorted(country["properties"]["name"].replace("N. ", "Northern ") for country in disputed),
        "coasts": [_deltas(_closed(ring, arcs)) for ring in _rings(topology["objects"]["land"])],
        "borders": [_deltas(arcs[number]) for number in borders if number not in doubtful],
        "disputedBorders": [_deltas(arcs[number]) for number in borders if number in doubtful],
    }
    TARGET.write_text(json.dumps(basemap, separators=(",", ":")) + "\n", "utf-8")


def _arcs(topology: dict[str, Any]) -> list[Line]:
    (width, height), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    return [_unbroken(_absolute(arc, width, height, left, bottom)) for arc in topology["arcs"]]


def _absolute(
    arc: Iterable[tuple[int, int]], width: float, height: float, left: float, bottom: float
) -> Iterator[Point]:
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield x * width + left, y * height + bottom


def _unbroken(points: Iterable[Point]) -> Line:
    """Go on beyond the 180th meridian where a line jumps from one side of the map to the other."""
    line: Line = []
    for x, y in points:
        turns = round((line[-1][0] - x) / 360) if line else 0
        line.append((x + 360 * turns, y))
    return line


def _bare(number: int) -> int:
    """The number of an arc whichever way it is gone along: `~n` means n, backwards."""
    return ~number if number < 0 else number


def _numbers(nested: Any) -> Iterator[int]:
    if isinstance(nested, int):
        yield nested
    else:
        for each in nested:
            yield from _numbers(each)


def _rings(land: dict[str, Any]) -> Iterator[list[int]]:
    for geometry in land.get("geometries", [land]):
        for polygon in geometry["arcs"]:
            yield from polygon if geometry["type"] == "MultiPolygon" else [polygon]


def _closed(ring: list[int], arcs: list[Line]) -> Line:
    """Join the arcs of a ring; one that goes round a pole is closed by way of it."""
    points = [point for number in ring for point in (arcs[number] if number >= 0 else arcs[~number][::-1])]
    line = _unbroken(points)
    if abs(line[-1][0] - line[0][0]) > 180:
        pole = -90.0 if line[0][1] < 0 else 90.0
        line += [(line[-1][0], pole), (line[0][0], pole)]
    return line


def _deltas(line: Line) -> list[int]:
    """Return x, y of the first point, then the steps to each next one, in hundredths of a degree."""
    whole = [(round(x * PER_DEGREE), round(y * PER_DEGREE)) for x, y in line]
    kept = [whole[0], *(here for before, here in pairwise(whole) if here != before)]
    steps = [kept[0], *((x - left, y - bottom) for (left, bottom), (x, y) in pairwise(kept))]
    return [number for step in steps for number in step]


if __name__ == "__main__":
    main(sys.argv[1])
