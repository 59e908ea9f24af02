"""The legend shows a date of each form, and no two are drawn alike."""

import re

from support.keyed import edition_of
from support.site import render

from dateline.rendering.legend import make_legend

NUMBERS = r"[-.0-9]+"
FILES = {"articles/2019-01-01-a.md": "---\ntitle: Rain\n---\nIt rained.\n"}


def test_no_two_forms_are_drawn_alike() -> None:
    """By their shapes alone, however wide these are and wherever they stand."""
    lines = (
        [shape for shape in line.extent.shapes if shape.style != "axis"] for line in make_legend(edition_of(FILES))
    )
    drawn = [tuple((each.style, re.sub(NUMBERS, "", each.path)) for each in shapes) for shapes in lines]
    tick, month = drawn.pop(0), drawn.pop(0)
    assert tick == month  # they differ in their width
    assert len({tick, *drawn}) == len(drawn) + 1 == 7


def test_the_timeline_says_how_dates_are_drawn() -> None:
    """Where it shows entries."""
    html = render(FILES).page("timeline/index.html")
    assert html.partition('id="legend"')[2].count("<dt>") == 8
    assert 'id="legend"' not in render({"site.toml": ""}).page("timeline/index.html")
