"""Bytes become text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.problem import Location
from dateline.reading.encoding import decode_text


def test_a_byte_order_mark_is_dropped() -> None:
    """A byte order mark is no part of the text."""
    assert decode_text(b"\xef\xbb\xbfA", "a.md") == ("A", ())


def test_every_line_end_becomes_a_line_feed() -> None:
    """Files of Windows and of old Macintoshes keep their lines."""
    assert decode_text(b"a\r\nb\rc\n", "a.md")[0] == "a\nb\nc\n"


def test_a_bad_byte_is_placed_by_code_points() -> None:
    """The column of a bad byte counts characters, not bytes, and lines of any kind."""
    _, problems = decode_text("é\r\néé".encode() + b"\xff", "a.md")
    assert problems[0].location == Location("a.md", 2, 3)


def test_a_byte_that_windows_does_not_know_has_no_guess() -> None:
    """A byte without a character in Windows-1252 is named by its number alone."""
    _, problems = decode_text(b"\x81", "a.md")
    assert problems[0].message == "the byte 0x81 is not UTF-8"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("written", ["---\ntitle: Á\n", "---\ntitle: Ana\n"])
def test_utf_16_is_read_all_the_same(codec: str, written: str) -> None:
    """A file in UTF-16, marked as such or not, is one problem, and its text is there."""
    text, [problem] = decode_text(written.encode(codec), "a.md")
    assert (text, problem.location) == (written, Location("a.md", 1, 1))
    assert problem.message == "this file is in UTF-16, not in UTF-8"


@pytest.mark.parametrize("mark", [*"\0\x1f\uffff\ufdd0\ufdd4\ufdef\ufff9\ufffa\ufffb"], ids=ascii)
def test_what_is_no_part_of_a_text_is_told_and_replaced(mark: str) -> None:
    """Control characters, and what pages themselves are marked with until they are done."""
    text, [problem] = decode_text(f"ab\nc{mark}d".encode(), "a.md")
    assert (text, problem.location) == ("ab\nc\ufffdd", Location("a.md", 2, 2))
    assert problem.message == f"the control character U+{ord(mark):04X} cannot be printed"


@given(st.binary())
def test_any_bytes_give_printable_text(data: bytes) -> None:
    """Whatever a file holds, its text can be written as UTF-8 and holds no NUL or carriage return."""
    text, _ = decode_text(data, "a.md")
    text.encode()
    assert not {"\0", "\r", "\x0b"} & set(text)
