"""The rule beneath a date is its year, and shows as much as is known."""

import pytest
from support.linked import date

from dateline.rendering.extents import draw_extent


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2024-06-30", ["axis M0 7.5h96", "solid M47.5 0h2v8h-2z"]),
        ("2021-09", ["axis M0 7.5h96", "solid M63.9 0h7.9v8h-7.9z"]),
        ("2019", ["axis M0 7.5h96", "hollow M0.5 1.5h95v6h-95z"]),
        ("2001-21", ["axis M0 7.5h96", "hollow M15.5 1.5h24.2v6h-24.2z", "solid M15.5 4.5h24.2v3h-24.2z"]),
        (
            "2019-10-14/2019-10-18",
            ["axis M0 7.5h96", "hollow M75.2 1.5h8v6h-8z", "solid M75.2 0h2v8h-2zM81.2 0h2v8h-2z"],
        ),
        ("2024-12-31", ["axis M0 7.5h96", "solid M94 0h2v8h-2z"]),
        ("2019-10-18~", ["axis M0 7.5h96", "hollow M76.3 4.5l2-3h4l2 3l-2 3h-4z"]),
        ("../2019-10-18", ["axis M0 7.5h96", "dashed M0 4h76.3", "solid M76.3 0h2v8h-2z"]),
        ("2019-10-18/..", ["axis M0 7.5h96", "dashed M76.5 4H96", "solid M76.3 0h2v8h-2z"]),
        ("/2019", ["axis M0 7.5h96", "dashed M0 4h0", "hollow M0.5 1.5h95v6h-95z"]),
        (
            "2019-12-31/2020-01-01",
            ["axis M0 7.5h96M47.9 7.5v-3", "hollow M47.8 1.5h8v6h-8z", "solid M47.8 0h2v8h-2zM53.8 0h2v8h-2z"],
        ),
        ("unknown", ["dashed M.5 1.5h95v6h-95z"]),
    ],
)
def test_an_extent_shows_what_is_known(when: str, expected: list[str]) -> None:
    """Solid a day or a month, hollow what lies within limits, dashed an open end."""
    assert [f"{shape.style} {shape.path}" for shape in draw_extent(date(when)).shapes] == expected


@pytest.mark.parametrize(("when", "ticks"), [("201X", 9), ("18XX", 9), ("1914/1918", 4), ("0100/1899", 1)])
def test_years_are_told_apart_by_few_ticks(when: str, ticks: int) -> None:
    """A decade has nine within it, a century nine again, and more centuries only the millennium."""
    assert draw_extent(date(when)).shapes[0].path.count("v-3") == ticks
