"""Turn who is tied to whom into places on a drawing, the same on every machine.

T. M. J. Fruchterman and E. M. Reingold, "Graph Drawing by Force-directed Placement", Software: Practice and Experience
21 (1991), pages 1129 to 1164: all points drive each other away, ties draw theirs together, and a step grows shorter
from round to round. Nothing is drawn by lot: the points begin on a circle, in their order. Only sums, products,
quotients and square roots are taken, which IEEE 754 rounds alike everywhere, and coordinates are whole numbers at last.
"""

from collections.abc import Sequence
from math import sqrt

Tie = tuple[int, int, float]
"""Two points, by their numbers from 0, and how strongly they are tied: more than 0."""
Place = tuple[int, int]
"""Across and downwards, in units of the drawing."""

ROUNDS = 100
_MARGIN = 40
"""Between the points and the edges of the drawing."""
_SPREAD = 0.75
"""Of the distance at which points would fill the drawing evenly: what is between tied ones."""
_TO_THE_MIDDLE = 1.5
"""How strongly every point is drawn to the middle, so that what is tied to nothing does not leave."""
_NEAREST = 0.01


def lay_out(points: int, ties: Sequence[Tie], width: int, height: int) -> tuple[Place, ...]:
    """Return where so many points stand on a drawing of this size; the same ties give the same places."""
    if not points:
        return ()
    xs, ys = _start(points, width, height)
    distance = _SPREAD * sqrt(width * height / points)
    # Where each point has many ties, each of them draws less, else all would stand in a heap.
    weakened = [(one, other, strength * points / max(len(ties), points)) for one, other, strength in ties]
    for number in range(ROUNDS):
        _move(xs, ys, weakened, distance, width, height, step=width / 8 * (1 - number / ROUNDS))
    return _fit(xs, ys, width, height)


def _fit(xs: Sequence[float], ys: Sequence[float], width: int, height: int) -> tuple[Place, ...]:
    """Places stretched so that they take the room that there is, as far across as downwards."""
    spans = max(xs) - min(xs), max(ys) - min(ys)
    rooms = width - 2 * _MARGIN, height - 2 * _MARGIN
    scale = min((room / span for room, span in zip(rooms, spans, strict=True) if span), default=0.0)
    across, down = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return tuple(
        (round(width / 2 + (x - across) * scale), round(height / 2 + (y - down) * scale))
        for x, y in zip(xs, ys, strict=True)
    )


def _start(points: int, width: int, height: int) -> tuple[list[float], list[float]]:
    """Points on an ellipse, by the rational form of the circle: sines may differ from machine to machine."""
    xs, ys = [], []
    for number in range(points):
        half, place = divmod(2 * number / points, 1)
        across, down = 1 - place * place, 2 * place
        unit, sign = 1 + place * place, 1 - 2 * half
        x, y = (across * across - down * down) / (unit * unit), 2 * across * down / (unit * unit)
        xs.append(width / 2 + sign * x * width / 3)
        ys.append(height / 2 + sign * y * height / 3)
    return xs, ys


def _move(
    xs: list[float], ys: list[float], ties: Sequence[Tie], distance: float, width: int, height: int, *, step: float
) -> None:
    across = [(width / 2 - x) * _TO_THE_MIDDLE for x in xs]
    down = [(height / 2 - y) * _TO_THE_MIDDLE for y in ys]
    _drive_apart(xs, ys, across, down, distance)
    _draw_together(xs, ys, ties, across, down, distance)
    for number, (x, y) in enumerate(zip(across, down, strict=True)):
        length = sqrt(x * x + y * y)
        scale = min(length, step) / length if length else 0.0
        xs[number] += x * scale
        ys[number] += y * scale


def _drive_apart(xs: list[float], ys: list[float], across: list[float], down: list[float], distance: float) -> None:
    for one in range(len(xs)):
        x, y = xs[one], ys[one]
        for other in range(one):
            aside, below = x - xs[other], y - ys[other]
            push = distance * distance / max(aside * aside + below * below, _NEAREST)
            across[one] += aside * push
            down[one] += below * push
            across[other] -= aside * push
            down[other] -= below * push


def _draw_together(
    xs: list[float], ys: list[float], ties: Sequence[Tie], across: list[float], down: list[float], distance: float
) -> None:
    for one, other, strength in ties:
        aside, below = xs[one] - xs[other], ys[one] - ys[other]
        pull = strength * sqrt(aside * aside + below * below) / distance
        across[one] -= aside * pull
        down[one] -= below * pull
        across[other] += aside * pull
        down[other] += below * pull
