"""Which dates are still to come on a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import dates

from dateline.indexes.announced import announced_dates
from dateline.indexes.dates import first_day
from dateline.model.date import HistoricalDate

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("edtf", "to_come"),
    [
        ("2026-11-22", False),
        ("2026-11-23", True),
        ("2026-11", False),
        ("2026-12", True),
        ("2026-11-20/2027", False),
        ("2026-12/..", True),
        ("../2030", False),
        ("202X", False),
        ("203X", True),
        ("2027~", True),
        ("Y12000", True),
        ("-0043-03-15", False),
        ("unknown", False),
    ],
)
def test_what_may_have_happened_is_not_to_come(edtf: str, to_come: bool) -> None:
    """Whichever day of its month or year a date means, all of them must be after the day."""
    assert bool(announced_dates([edtf], DAY)) is to_come


@pytest.mark.property
@given(dates(), st.dates())
def test_dates_that_are_not_read_are_not_to_come(when: HistoricalDate, today: date) -> None:
    """The short way by the year gives what reading every date would give."""
    first = first_day(when.edtf)
    assert bool(announced_dates([when.edtf], today)) is (first is not None and first > today.toordinal())
