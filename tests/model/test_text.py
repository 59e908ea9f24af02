"""Each character of a text is found in its file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.text import Place, line_starts, map_lines


@pytest.mark.property
@given(st.text(alphabet="ab\né", max_size=30))
def test_lines_start_after_line_ends(text: str) -> None:
    """The first at 0, each other one right after a line end."""
    assert line_starts(text) == (0, *(i + 1 for i, char in enumerate(text) if char == "\n"))


@pytest.mark.property
@given(st.text(alphabet="ab\né", min_size=1, max_size=30), st.integers(1, 9))
def test_whole_lines_keep_their_columns(text: str, first: int) -> None:
    """A text of whole lines has its characters where the file has them."""
    lines = text.split("\n")
    for offset, char in enumerate(text):
        place = map_lines(text, first).locate(offset)
        assert (lines[place.line - first] + "\n")[place.column - 1] == char


def test_a_text_is_placed_from_its_first_line_on() -> None:
    """Lines and columns count from 1."""
    assert map_lines("ab\nc", 5).locate(3) == Place(6, 1)
