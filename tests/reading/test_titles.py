"""A text without a title lends its heading."""

import pytest

from dateline.model.text import Passage, Place, map_lines
from dateline.reading.titles import take_heading


def take(text: str) -> tuple[Passage, Passage] | None:
    """Return the heading and the rest of a text that begins on line 5."""
    return take_heading(Passage(text, map_lines(text, 5)))


@pytest.mark.parametrize(
    ("text", "title", "place", "rest"),
    [
        ("# A *video*\n\nText\n", "A *video*", (5, 3), "\nText\n"),
        ("\n  ## Video ##\nText", "Video", (6, 6), "\nText"),
        ("# #5 falls\n", "#5 falls", (5, 3), ""),
        ("A video\n=======\nText", "A video", (5, 1), "Text"),
        ("A video\nof men\n---\nText", "A video of men", (5, 1), "Text"),
        ("Before\n\n# Title\n\nAfter\n", "Title", (7, 3), "Before\n\n\nAfter\n"),
        ("```\n# code\n```\n\n# Title", "Title", (9, 3), "```\n# code\n```\n\n"),
    ],
)
def test_the_heading_is_taken_out_of_the_text(text: str, title: str, place: tuple[int, int], rest: str) -> None:
    """The heading that serves as the title is not in the text any more."""
    taken = take(text)
    assert taken
    assert (taken[0].text, tuple(taken[0].locate(0)), taken[1].text) == (title, place, rest)


def test_what_is_left_keeps_its_lines() -> None:
    """Every line of the rest is where it was in the file."""
    taken = take("Before\n\n# Title\n\nAfter\nit\n")
    assert taken
    body = taken[1]
    assert body.locate(0) == Place(5, 1)
    assert body.locate(body.text.index("After") + 2) == Place(9, 3)
    assert body.locate(body.text.index("it")) == Place(10, 1)


def test_the_second_line_of_a_heading_has_its_place() -> None:
    """A heading over two lines is one line, and its characters keep their places."""
    taken = take("A video\n  of men\n---\n")
    assert taken
    assert taken[0].text == "A video   of men"
    assert taken[0].locate(taken[0].text.index("of")) == Place(6, 3)


@pytest.mark.parametrize("text", ["", "Text\n\n## Section\n", "> # Quoted\n", "#\n", "- # In a list\n"])
def test_other_headings_are_no_titles(text: str) -> None:
    """A later section, an empty heading or one inside a quotation is not the title."""
    assert take(text) is None
