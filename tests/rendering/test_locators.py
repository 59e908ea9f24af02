"""The dossier of a place shows where it is."""

import re

import pytest
from support.site import render

ARTICLES = {"articles/2020-07-18-port.md": "---\ntitle: Rain\n---\nIt rained in Porto Velho.\n"}
MARK = re.compile(r'aria-label="place: ([^,]+), .*?<(circle|path)')


def marks(path: str, **places: str) -> list[tuple[str, str]]:
    """Whom the small map of a dossier shows, and how."""
    files = {f"places/{name}.md": f"---\n{text}\n---\n" for name, text in places.items()}
    return MARK.findall(render({**ARTICLES, **files}).page(f"places/{path}/index.html"))


def test_a_spot_is_a_triangle_and_an_area_a_dashed_ring() -> None:
    """An area is what says so, or what has parts."""
    assert marks("a", a="name: A\ncoordinates: [1, 2]") == [("A", "path")]
    assert marks("a", a="name: A\ncoordinates: [1, 2]\narea: true") == [("A", "circle")]


def test_the_parts_that_lie_near_are_shown_with_it() -> None:
    """Not those beyond the edge of the map, nor those of which nobody knows where they are."""
    far, near, unknown = ("name: {}\npart_of: a\n{}".format(*each) for each in PARTS)
    assert marks("a", a="name: A\ncoordinates: [1, 2]", far=far, near=near, unknown=unknown) == [
        ("A", "circle"),
        ("Near", "path"),
    ]


PARTS = [("Far", "coordinates: [60, 90]"), ("Near", "coordinates: [3, 4]"), ("Unknown", "")]


@pytest.mark.parametrize("text", ["name: A", "name: A\narea: true"])
def test_without_coordinates_there_is_no_map(text: str) -> None:
    """Nothing is guessed."""
    assert marks("a", a=text) == []
    assert marks("a", a=text, b="name: B\npart_of: a\ncoordinates: [1, 2]") == []
