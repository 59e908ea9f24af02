"""What a page holds of the calendar is the longest span of it that fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.rendering.packing import Span, decade_of, five_years_of, months_of, pack

SIZES = st.dictionaries(st.integers(1900, 2020), st.integers(1, 40), max_size=40)
MOST = 60


def packed(sizes: dict[int, int]) -> list[tuple[tuple[int, ...], Span | None]]:
    """Return the runs of years of these sizes."""
    keys = (lambda year: decade_of(str(year)), lambda year: five_years_of(str(year)))
    return [(run.members, run.span) for run in pack(sorted(sizes), keys, sizes.__getitem__, MOST)]


@given(SIZES)
def test_every_year_stands_once_and_in_order(sizes: dict[int, int]) -> None:
    """And no run of several is too long."""
    runs = packed(sizes)
    assert [year for members, _ in runs for year in members] == sorted(sizes)
    assert all(sum(map(sizes.__getitem__, members)) <= MOST for members, span in runs if span)


@given(SIZES)
def test_no_two_pages_have_one_address(sizes: dict[int, int]) -> None:
    """A span has one run, and a year alone has its own address."""
    names = [span.name if span else str(members[0]) for members, span in packed(sizes)]
    assert len(set(names)) == len(names)


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
        (months_of("2019", 12, 6), Span("07-12", "2019-07/2019-12")),
        (months_of("2019", 4, 3), Span("04-06", "2019-04/2019-06")),
        (months_of("2019", None, 3), None),
    ],
)
def test_spans_are_those_of_the_calendar(found: Span | None, span: Span | None) -> None:
    """What has no year, or no month, belongs to none."""
    assert found == span
