"""The calendar counts days as datetime does, and goes on where datetime stops."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.calendar import days_in_month, from_ordinal, is_leap, to_ordinal, weekday

pytestmark = pytest.mark.property


@given(st.dates())
def test_agrees_with_datetime(day: date) -> None:
    """From year 1 to 9999 day numbers, their inverse and weekdays are those of datetime."""
    ordinal = to_ordinal(day.year, day.month, day.day)
    assert ordinal == day.toordinal()
    assert from_ordinal(ordinal) == (day.year, day.month, day.day)
    assert weekday(ordinal) == day.weekday()


@given(st.integers() | st.integers(-400_000, 400_000))
def test_a_day_number_names_one_day(ordinal: int) -> None:
    """Every day number is the number of the day that it stands for, however far away."""
    year, month, day = from_ordinal(ordinal)
    assert 1 <= month <= 12
    assert 1 <= day <= days_in_month(year, month)
    assert to_ordinal(year, month, day) == ordinal


@given(st.integers(-(10**30), 10**30), st.integers(1, 12))
def test_months_follow_one_another(year: int, month: int) -> None:
    """The day after the last of a month is the first of the next."""
    last = to_ordinal(year, month, days_in_month(year, month))
    following = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    assert from_ordinal(last + 1) == following


@given(st.integers())
def test_the_calendar_repeats(year: int) -> None:
    """After 400 years the calendar is the same again, weekdays included."""
    assert is_leap(year) == is_leap(year + 400)
    assert weekday(to_ordinal(year)) == weekday(to_ordinal(year + 400))


@pytest.mark.parametrize(
    ("year", "leap"), [(0, True), (-4, True), (-1, False), (1900, False), (2000, True), (2004, True), (-100, False)]
)
def test_leap_years(year: int, leap: bool) -> None:
    """Year 0 is a leap year, and centuries are only every 400 years."""
    assert is_leap(year) is leap


def test_day_numbers_go_below_one() -> None:
    """The day before 1 January of year 1 is number 0, 31 December of year 0."""
    assert from_ordinal(0) == (0, 12, 31)
    assert from_ordinal(date(2020, 7, 18).toordinal()) == (2020, 7, 18)
    assert date(1, 1, 1) + timedelta(days=to_ordinal(9999, 12, 31) - 1) == date(9999, 12, 31)
