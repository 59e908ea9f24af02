"""What a page holds of the calendar is the longest span of it that fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.rendering.packing import Span, decade_of, five_years_of, outgrown, pack

SIZES = st.dictionaries(st.integers(1900, 2020), st.integers(1, 40), max_size=40)
MOST = 60
KEYS = (lambda year: decade_of(str(year)), lambda year: five_years_of(str(year)))


def packed(sizes: dict[int, int]) -> list[tuple[tuple[int, ...], Span | None]]:
    """Return the runs of years of these sizes."""
    return [(run.members, run.span) for run in pack(sorted(sizes), KEYS, sizes.__getitem__, MOST)]


def names(sizes: dict[int, int]) -> set[str]:
    """Return the last folders of the addresses of all pages."""
    return {span.name if span else str(members[0]) for members, span in packed(sizes)}


@given(SIZES)
def test_every_year_stands_once_and_in_order(sizes: dict[int, int]) -> None:
    """And no run of several is too long."""
    runs = packed(sizes)
    assert [year for members, _ in runs for year in members] == sorted(sizes)
    assert all(sum(map(sizes.__getitem__, members)) <= MOST for members, span in runs if span)


@given(SIZES)
def test_no_two_pages_have_one_address(sizes: dict[int, int]) -> None:
    """A span has one run, and a year alone has its own address."""
    assert len(names(sizes)) == len(packed(sizes))


@given(SIZES, st.integers(1900, 2020), st.integers(1, 70))
def test_no_address_is_lost_while_more_is_added(sizes: dict[int, int], year: int, more: int) -> None:
    """A page of a span still holds everything, or leads on; a year that had a page of its own keeps it."""
    grown = sizes | {year: sizes.get(year, 0) + more}
    leading_on = {span.name for span, _ in outgrown(sorted(grown), KEYS, grown.__getitem__, MOST)}
    assert not leading_on & names(grown)
    assert names(sizes) <= names(grown) | leading_on


def test_a_span_that_is_interrupted_is_not_packed() -> None:
    """Its address would not be its own."""
    keys = (decade_of,)
    runs = list(pack(["1991", "19XX", "1992"], keys, lambda _: 1, MOST))
    assert [(run.members, run.span) for run in runs] == [(("1991",), None), (("19XX",), None), (("1992",), None)]


@pytest.mark.parametrize(
    ("found", "span"),
    [
        (decade_of("1994"), Span("199x", "199X")),
        (decade_of("199X"), Span("199x", "199X")),
        (decade_of("-0043"), Span("-004x", "-004X")),
        (decade_of("19XX"), None),
        (decade_of("Y12000"), None),
        (decade_of(""), None),
        (five_years_of("1994"), Span("1990-1994", "1990/1994")),
        (five_years_of("0007"), Span("0005-0009", "0005/0009")),
        (five_years_of("199X"), None),
        (five_years_of("-0043"), None),
    ],
)
def test_spans_are_those_of_the_calendar(found: Span | None, span: Span | None) -> None:
    """What has no year belongs to none."""
    assert found == span
