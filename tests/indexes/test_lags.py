"""How much later something was told: never more than both dates say."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dateline.indexes.lags import WEEK, Lag, Unit, lag_between, measure_lag, whole_months
from dateline.model.calendar import from_ordinal, to_ordinal
from dateline.model.date import DatePoint, HistoricalDate, Precision
from dateline.model.edtf import parse_edtf

FIRST, LAST = to_ordinal(1900), to_ordinal(2100)
DAYS = st.integers(FIRST, LAST)
DATES = st.sampled_from(
    (
        "2019", "2019-05", "2020-02-29", "201X", "20XX", "2019-21", "2019-10-14/2019-10-18", "2019-05/2021",
        "2021-12-31", "2022-01-01", "2022-01-08", "2022-01-09", "2024", "1999-12-31", "2019-12/2020-01-05",
    )
).map(parse_edtf)  # fmt: skip


def day(number: int) -> HistoricalDate:
    """Return the date that is this day."""
    year, month, of_month = from_ordinal(number)
    return HistoricalDate.at(DatePoint(year, Precision.DAY, month=month, day=of_month))


def within(date: HistoricalDate) -> st.SearchStrategy[int]:
    """Return the days that a date may be."""
    assert date.first_day is not None
    assert date.last_day is not None
    return st.integers(date.first_day, date.last_day)


def counted(first: int, last: int, unit: Unit) -> int:
    """Count whole units between two days."""
    months = whole_months(first, last)
    return {Unit.DAY: last - first, Unit.MONTH: months, Unit.YEAR: months // 12}[unit]


@pytest.mark.parametrize(
    ("happened", "told", "lag"),
    [
        ("2022-07-30", "2022-08-01", None),
        ("2022-07-25", "2022-08-01", None),
        ("2022-07-24", "2022-08-01", Lag(Unit.DAY, 8, 8)),
        ("2022-06-02", "2022-08-01", Lag(Unit.DAY, 60, 60)),
        ("2022-06-01", "2022-08-01", Lag(Unit.MONTH, 2, 2)),
        ("2019-10-17", "2022-10-16", Lag(Unit.YEAR, 2, 2)),
        ("2019-10-17", "2022-10-17", Lag(Unit.YEAR, 3, 3)),
        ("2019-10-17T23:30", "2019-10-26T00:30", Lag(Unit.DAY, 9, 9)),
        ("2020-02-29", "2021-02-28", Lag(Unit.MONTH, 11, 11)),
        ("2019", "2022-08-01", Lag(Unit.YEAR, 2, 3)),
        ("2021", "2022-03-01", Lag(Unit.MONTH, 2, 14)),
        ("2021", "2022-01-05", None),
        ("2021", "2022-01-20", Lag(Unit.MONTH, 0, 12)),
        ("2021-09", "2022-08-01", Lag(Unit.MONTH, 10, 11)),
        ("2019-10-14/2019-10-18", "2019-10-30", Lag(Unit.DAY, 12, 16)),
        ("201X", "2022", Lag(Unit.YEAR, 2, 12)),
        ("../2019-10-18", "2022-08-01", Lag(Unit.YEAR, 2, None)),
        ("/2019-10-18", "2019-11-18", Lag(Unit.DAY, 31, None)),
        ("2019/..", "2022-08-01", None),
        ("2019/", "2022-08-01", None),
        ("unknown", "2022-08-01", None),
        ("2019", "unknown", None),
        ("2019", "2019-12-30", None),
        ("1989~", "2022-08-01", Lag(Unit.YEAR, 32, 33, approximate=True)),
        ("1989~", "1990-06-01", None),
        ("1989?", "1991-06-01", Lag(Unit.YEAR, 1, 2, uncertain=True)),
        ("1989-05~", "1989-06-15", None),
        ("2022-08-01%", "2022-08-15", None),
        ("2022-08-01%", "2022-08-16", Lag(Unit.DAY, 15, 15, approximate=True, uncertain=True)),
        ("2022-10-01", "2022-08-01", Lag(Unit.MONTH, 2, 2, is_before=True)),
        ("2022-08-05", "2022-08-01", None),
        ("2024", "2022-08-01", Lag(Unit.YEAR, 1, 2, is_before=True)),
        ("2023/..", "2022-08-01", Lag(Unit.MONTH, 5, None, is_before=True)),
        ("Y-170000002", "2022-08-01", Lag(Unit.YEAR, 170002023, 170002024)),
    ],
)
def test_a_lag_is_as_exact_as_its_dates(happened: str, told: str, lag: Lag | None) -> None:
    """In days up to two months, in months up to two years, of a month or a year never in days."""
    assert lag_between(happened, told) == lag


@pytest.mark.property
@given(st.data(), DATES, DATES)
def test_a_lag_holds_for_every_day_that_its_dates_may_mean(
    data: st.DataObject, happened: HistoricalDate, told: HistoricalDate
) -> None:
    """It is more than a week for each pair of days, and counts no more and no fewer units than lie between them."""
    lag = measure_lag(happened, told)
    assume(lag is not None)
    assert lag is not None
    then, later = data.draw(within(happened)), data.draw(within(told))
    first, last = (later, then) if lag.is_before else (then, later)
    assert last - first > WEEK
    assert lag.most is not None
    assert lag.least <= counted(first, last, lag.unit) <= lag.most


@pytest.mark.property
@given(DAYS, DAYS)
def test_days_are_lagged_exactly_where_they_are_more_than_a_week_apart(happened: int, told: int) -> None:
    """And one number says how much: never a negative one."""
    lag = measure_lag(day(happened), day(told))
    assert (lag is None) == (abs(told - happened) <= WEEK)
    if lag:
        assert lag.is_before == (told < happened)
        assert lag.least == lag.most == counted(min(happened, told), max(happened, told), lag.unit) > 0


@pytest.mark.property
@given(DAYS, DAYS, DAYS)
def test_what_is_told_later_lags_no_less(happened: int, told: int, later: int) -> None:
    """For days: first the unit grows, then the number."""
    told, later = sorted((told, later))
    assume(told - happened > WEEK)
    first, second = measure_lag(day(happened), day(told)), measure_lag(day(happened), day(later))
    assert first
    assert second
    assert (first.unit, first.least) <= (second.unit, second.least)


@pytest.mark.property
@given(DATES, DATES)
def test_to_swap_the_dates_is_to_swap_after_and_before(happened: HistoricalDate, told: HistoricalDate) -> None:
    """A report and an announcement are measured alike."""
    there, back = measure_lag(happened, told), measure_lag(told, happened)
    assert (there is None) == (back is None)
    if there and back:
        assert (there.unit, there.least, there.most) == (back.unit, back.least, back.most)
        assert there.is_before != back.is_before
