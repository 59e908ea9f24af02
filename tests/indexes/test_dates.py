"""What orders and files a date is read from its text: plain days take a short way, to the same end."""

from math import inf

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import dates

from dateline.indexes.dates import days_of, filed_under, first_day, is_known, read_date, sort_key, year_of, years_of
from dateline.model.date import HistoricalDate
from dateline.model.edtf import parse_edtf

DAYS = st.dates().map(lambda day: parse_edtf(day.isoformat()))


@pytest.mark.property
@given(st.one_of(dates(), DAYS))
@example(parse_edtf("2019-02-28"))
@example(parse_edtf("0999-02-28"))
@example(parse_edtf("unknown"))
def test_the_short_way_ends_where_the_long_one_does(date: HistoricalDate) -> None:
    """Whatever the date."""
    assert read_date(date.edtf) == date
    assert sort_key(date.edtf) == date.sort_key
    assert is_known(date.edtf) == date.is_known
    assert year_of(date.edtf) == date.year
    assert first_day(date.edtf) == date.first_day
    first, last = days_of(date.edtf) or (None, None)
    assert (None if first == -inf else first, None if last == inf else last) == (date.first_day, date.last_day)
    assert (days_of(date.edtf) is None) is not date.is_known


@pytest.mark.parametrize(
    ("edtf", "filed", "years"),
    [
        ("2019-10-14", "2019-10", (2019, 2019)),
        ("2019-10", "2019-10", (2019, 2019)),
        ("2019", "2019", (2019, 2019)),
        ("2001-21", "2001-21", (2001, 2001)),
        ("201X", "201X", (2010, 2019)),
        ("19XX/2004-05-03", "19XX", (1900, 2004)),
        ("../2004", "2004", (2004, 2004)),
        ("-0043-03-15", "-0043-03", (-43, -43)),
        ("unknown", "", ()),
    ],
)
def test_a_date_is_filed_as_exactly_as_it_is_known(edtf: str, filed: str, years: tuple[int, ...]) -> None:
    """Under its month, season, year or decade; and it reaches over so many years."""
    assert (filed_under(edtf), years_of(edtf)) == (filed, years)
