"""Marks are as large as what is told of them; names stand where they cover nothing."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.rendering.map_marks import NARROW, WIDE, WIDEST_MARK, Label, Spot, mark_size, place_labels
from dateline.rendering.projection import Frame

FRAME = Frame(0, 80, 0, 60, 800, 600)


def labels(*spots: Spot) -> tuple[Label | None, ...]:
    """Where the names of marks of one size stand."""
    return place_labels(spots, [10.0] * len(spots), FRAME)


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_who_is_named_more_has_the_larger_mark(one: int, other: int) -> None:
    """Up to the widest; nobody is too small to be hit."""
    most = max(one, other)
    sizes = mark_size(one, most), mark_size(other, most)
    assert 6 <= min(sizes) <= max(sizes) <= WIDEST_MARK
    assert (sizes[0] > sizes[1]) == (one > other)


def test_a_name_stands_to_the_right() -> None:
    """To the left at the right edge, above or below where both sides are taken."""
    assert labels(Spot(400, 300, "Lima", 1)) == (Label(0, 0),)
    assert labels(Spot(780, 300, "Lima", 1)) == (Label(1, 0),)
    assert labels(Spot(400, 300, "Lima", 1), Spot(440, 300, "Ica", 1), Spot(360, 300, "Rio", 1))[0] == Label(2, 0)


def test_a_name_stands_aside_below_or_above_where_no_side_has_room() -> None:
    """Even at a corner of the drawing, where a long name fits neither beside its mark nor in the middle below it."""
    name = "San Miguel de Tucumán, San Salvador de Jujuy"
    corners = [Spot(x, y, name, 1) for y in (20, 580) for x in (200, 600)]
    assert [label and label.side for label in (labels(spot)[0] for spot in corners)] == [4, 5, 6, 7]


def test_a_name_without_room_waits_until_the_map_is_enlarged() -> None:
    """On a screen letters are smaller than on a phone, for their map; two marks at one spot never both have room."""
    crowd = [Spot(400 + 45 * (n % 5), 300 + 21 * (n // 5), "Antananarivo", 1) for n in range(25)]
    assert {0, 1, 2} < {label.zoom for label in labels(*crowd) if label}
    assert labels(Spot(10, 300, "A" * 1000, 1)) == (None,)


SPOTS = st.lists(
    st.builds(Spot, st.floats(0, 800), st.floats(0, 600), st.text("abc", min_size=1, max_size=20), st.integers(0, 9)),
    max_size=30,
)


@given(SPOTS)
def test_no_name_covers_a_name(spots: list[Spot]) -> None:
    """Whatever is shown at a size."""
    found = place_labels(spots, [10.0] * len(spots), FRAME)
    for zoom, letters in ((0, NARROW), (1, WIDE), (4, WIDE)):
        pairs = zip(spots, found, strict=True)
        shown = [(spot, label) for spot, label in pairs if label and label.zoom <= zoom]
        boxes = [_box(spot, label, letters, max(zoom, 1)) for spot, label in shown]
        for number, (left, top, right, bottom) in enumerate(boxes):
            for other in boxes[number + 1 :]:
                assert left >= other[2] or right <= other[0] or top >= other[3] or bottom <= other[1]


def _box(spot: Spot, label: Label, letters: float, scale: int) -> tuple[float, float, float, float]:
    """Where letters of half their size in width stand."""
    x, y, wide, tall = spot.x * scale, spot.y * scale, len(spot.name) * letters / 2, letters
    corners = {4: x - 10, 5: x + 10 - wide, 6: x - 10, 7: x + 10 - wide}
    left = {0: x + 15, 1: x - 15 - wide, **corners}.get(label.side, x - wide / 2)
    below, above = y + 11, y - 11 - tall
    top = {2: below, 3: above, 4: below, 5: below, 6: above, 7: above}.get(label.side, y - tall / 2)
    return left, top, left + wide, top + tall
