"""Turn spots on a map into marks sized by what is told of them, and names set beside them where they fit."""

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import Protocol

from dateline.model.dataclass import dataclass

WIDEST_MARK = 22.0
"""Half the width of the largest mark, in units of the drawing."""
NARROW, WIDE = 24.0, 14.0
"""The size of letters, in units of the drawing, on a phone, where the drawing is small, and on a screen."""
ZOOMS = (2, 4, 8)
"""How far a map can be enlarged, step by step."""
BELOW = (2, 4, 5)
"""The sides that are below a mark."""

_CELL = 64.0  # units of the drawing: what lies in other cells is no neighbour
_SMALLEST_MARK = 6.0
_BESIDE = 5.0  # between a mark and its name
_LETTER = 0.56  # how wide a letter is, on average, for its size; wider than most, so that names keep a distance
_SIDES = 8
_LINE = 1.15  # how tall a line is, for the size of its letters


class Canvas(Protocol):
    """What is drawn on, such as a frame of a map."""

    @property
    def width(self) -> int:
        """In units of the drawing."""

    @property
    def height(self) -> int:
        """In the same."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Something to be shown at a place of a drawing."""

    x: float
    y: float
    name: str
    weight: int
    """How much is told of it: 0 or more."""


@dataclass(frozen=True, slots=True)
class Label:
    """Where the name of a mark stands."""

    side: int
    """0: to its right, 1: to its left, 2: below it, 3: above it; 4 to 7: below or above it, from its near edge on to
    the right (4, 6) or from its far edge to the left (5, 7)."""
    zoom: int
    """How far the map must be enlarged for it to have room; 0: it has room on a phone, 1: on a screen as it is."""


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        """Whether two boxes share any room."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def lies_in(self, frame: "Canvas", zoom: int) -> bool:
        """Whether nothing of a box is cut off."""
        return (
            self.left >= 0 and self.top >= 0 and self.right <= frame.width * zoom and self.bottom <= frame.height * zoom
        )


def mark_size(weight: int, most: int) -> float:
    """Return half the width of a mark: its area grows with its weight, up to that of the one with the most."""
    return _SMALLEST_MARK + (WIDEST_MARK - _SMALLEST_MARK) * sqrt(weight / max(most, 9))


def place_labels(
    spots: Sequence[Spot], sizes: Sequence[float], frame: Canvas, narrow: float = NARROW
) -> tuple[Label | None, ...]:
    """Return where the name of each spot stands, so that no name covers a mark or a name; None where none has room.

    The spots are served in their order. A name that has room at one size keeps its side at all that follow: letters
    grow smaller there, and what is between them wider. `narrow` is the size of letters on a phone.
    """
    labels: dict[int, Label] = {}
    for zoom, letters in ((0, narrow), (1, WIDE), *((zoom, WIDE) for zoom in ZOOMS)):
        _place_at(spots, sizes, frame, letters, zoom, labels)
    return tuple(labels.get(number) for number in range(len(spots)))


def _place_at(
    spots: Sequence[Spot], sizes: Sequence[float], frame: Canvas, letters: float, zoom: int, labels: dict[int, Label]
) -> None:
    scale = max(zoom, 1)
    taken = _Taken()
    for spot, size in zip(spots, sizes, strict=True):
        taken.add(_Box(spot.x * scale - size, spot.y * scale - size, spot.x * scale + size, spot.y * scale + size))
    for number, label in labels.items():
        taken.add(_box(spots[number], sizes[number], label.side, letters, scale))
    for number, spot in enumerate(spots):
        if number not in labels:
            for side in range(_SIDES):
                box = _box(spot, sizes[number], side, letters, scale)
                if box.lies_in(frame, scale) and taken.is_free(box):
                    labels[number] = Label(side, zoom)
                    taken.add(box)
                    break


def _box(spot: Spot, size: float, side: int, letters: float, scale: int) -> _Box:
    wide, tall = len(spot.name) * letters * _LETTER, letters * _LINE
    x, y = spot.x * scale, spot.y * scale
    if side < 2:
        left = x + size + _BESIDE if side == 0 else x - size - _BESIDE - wide
        return _Box(left, y - tall / 2, left + wide, y + tall / 2)
    top = y + size + 1 if side in BELOW else y - size - 1 - tall
    left = x - wide / 2 if side < 4 else x - size if side % 2 == 0 else x + size - wide
    return _Box(left, top, left + wide, top + tall)


class _Taken:
    """What is taken of a drawing, in cells, so that a name is compared with its neighbours alone."""

    def __init__(self) -> None:
        self._boxes: dict[tuple[int, int], list[_Box]] = {}

    def add(self, box: _Box) -> None:
        """Take a box."""
        for cell in _cells(box):
            self._boxes.setdefault(cell, []).append(box)

    def is_free(self, box: _Box) -> bool:
        """Whether nothing that is taken meets a box."""
        return not any(box.meets(other) for cell in _cells(box) for other in self._boxes.get(cell, ()))


def _cells(box: _Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left // _CELL), int(box.right // _CELL) + 1):
        for row in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1):
            yield column, row
