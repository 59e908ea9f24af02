"""A HistoricalDate knows its precision, its extent and its place in the order of all dates."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import dates, points, refined

from dateline.model.calendar import from_ordinal
from dateline.model.date import (
    UNKNOWN_DATE,
    Bound,
    DatePoint,
    HistoricalDate,
    ImpossibleDateError,
    Precision,
    write_year,
)
from dateline.model.edtf import parse_edtf

YEAR_2019 = DatePoint(2019, Precision.YEAR)
AFTERNOON = DatePoint(2020, Precision.MINUTE, month=7, day=18, hour=14, minute=5)

_EXTENTS = {
    "2019-10-18": ((2019, 10, 18), (2019, 10, 18)),
    "2020-02": ((2020, 2, 1), (2020, 2, 29)),
    "2019": ((2019, 1, 1), (2019, 12, 31)),
    "2019-XX": ((2019, 1, 1), (2019, 12, 31)),
    "2019-10-XX": ((2019, 10, 1), (2019, 10, 31)),
    "2004-XX-05": ((2004, 1, 5), (2004, 12, 5)),
    "2001-21": ((2001, 3, 1), (2001, 5, 31)),
    "2001-22": ((2001, 6, 1), (2001, 8, 31)),
    "2001-23": ((2001, 9, 1), (2001, 11, 30)),
    "2001-24": ((2001, 12, 1), (2001, 12, 31)),
    "201X": ((2010, 1, 1), (2019, 12, 31)),
    "19XX": ((1900, 1, 1), (1999, 12, 31)),
    "-00XX": ((-99, 1, 1), (0, 12, 31)),
    "2019-10-14/2019-11": ((2019, 10, 14), (2019, 11, 30)),
    "../2019": (None, (2019, 12, 31)),
    "2019/": ((2019, 1, 1), None),
    "unknown": (None, None),
}

_IN_ORDER = """
    Y-20000 -0043 00XX 19XX 198X 1980 1980-01 1980-01-01 1980-01-01/1980-01-05 1980-01-01/ 2010
    2019-XX-05 2019 2019/2020 2019/.. 2019-01-01 2019-10 2019-10-XX ../2019-10-18 2019-10-18 2019-10-18~
    2019-10-18T09:00 2019-10-18T14:05 2019-10-18T14:05:30 2019-10-18T15:00-05:00 2019-10-19 Y12000 unknown
""".split()

_ATTRIBUTES = {
    "2019": ("2019",),
    "2019~": ("2019",),
    "0079-10": ("0079-10",),
    "2019-XX-XX": ("2019",),
    "2019-XX-05": ("2019",),
    "2020-07-18T14:05": ("2020-07-18T14:05",),
    "2020-07-18T14:05:06Z": ("2020-07-18T14:05:06Z",),
    "2020-07-18T14:05-05:00[America/Mexico_City]": ("2020-07-18T14:05-05:00",),
    "2019-10-14/2019-10-18": ("2019-10-14", "2019-10-18"),
    "../2019-10-18?": ("2019-10-18",),
    "2019-10/..": ("2019-10",),
    "2001-21/2001-10": ("2001-10",),
    "2001-21": (),
    "201X": (),
    "20XX": (),
    "0000": (),
    "-0043": (),
    "Y12000": (),
    "unknown": (),
}


@pytest.mark.parametrize(("text", "extent"), _EXTENTS.items())
def test_extents(text: str, extent: tuple[tuple[int, int, int] | None, ...]) -> None:
    """The extent runs from the first to the last day that the date may be."""
    date = parse_edtf(text)
    days = (date.first_day, date.last_day)
    assert tuple(None if day is None else from_ordinal(day) for day in days) == extent


def test_dates_stand_in_order() -> None:
    """Coarser dates open their year and month, times follow the clock, the unknown date closes."""
    in_order_of_text = [parse_edtf(text) for text in sorted(_IN_ORDER)]
    assert [str(date) for date in sorted(in_order_of_text)] == _IN_ORDER


@pytest.mark.parametrize(("text", "attributes"), _ATTRIBUTES.items())
def test_datetime_attributes(text: str, attributes: tuple[str, ...]) -> None:
    """HTML is given what is known and no more, and nothing where it has no form for it."""
    assert parse_edtf(text).datetime_attributes == attributes


def test_a_date_is_filed_by_its_start_or_else_its_end() -> None:
    """The anchor gives the year, month and precision by which a date is filed."""
    until = parse_edtf("../2019-10-18")
    assert (until.year, until.month, until.precision) == (2019, 10, Precision.DAY)
    across = parse_edtf("2019-12/2020-01-05")
    assert (across.year, across.month, across.precision) == (2019, 12, Precision.MONTH)
    assert (parse_edtf("2019").month, parse_edtf("2001-21").month) == (None, None)


def test_the_unknown_date_has_nothing() -> None:
    """Of the unknown date neither anchor, year, month nor precision is known."""
    assert not UNKNOWN_DATE.is_known
    assert not UNKNOWN_DATE.is_single
    assert UNKNOWN_DATE.anchor is None
    assert (UNKNOWN_DATE.year, UNKNOWN_DATE.month, UNKNOWN_DATE.precision) == (None, None, None)
    assert str(UNKNOWN_DATE) == "unknown"


def test_a_date_compares_with_dates_only() -> None:
    """A date is neither before nor after something that is no date."""
    assert HistoricalDate.at(YEAR_2019).__lt__("2020") is NotImplemented


def test_years_have_four_digits_or_a_letter() -> None:
    """A year is written with its sign and four digits, and `Y` before a longer one."""
    assert [write_year(year) for year in (79, 0, -43, 10_000, -10_000)] == [
        "0079",
        "0000",
        "-0043",
        "Y10000",
        "Y-10000",
    ]


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"precision": Precision.MONTH}, "precise to the month"),
        ({"precision": Precision.YEAR, "month": 7}, "precise to the year"),
        ({"precision": Precision.YEAR, "unspecified": Precision.SECOND}, "unspecified"),
        ({"precision": Precision.SEASON, "season": 25}, "no season 25"),
        ({"precision": Precision.DECADE}, "no decade begins in 2019"),
        ({"precision": Precision.CENTURY, "year": -100}, "no century begins in -100"),
        ({"precision": Precision.MONTH, "month": 7, "year": 12_000}, "stands alone"),
        ({"precision": Precision.YEAR, "unspecified": Precision.MONTH, "year": 12_000}, "stands alone"),
        ({"precision": Precision.DAY, "month": 7, "day": 18, "zone": "UTC"}, "needs a time"),
        ({"precision": Precision.DAY, "month": 7, "day": 18, "offset": 0}, "needs a time"),
        (
            {"precision": Precision.MINUTE, "month": 7, "day": 18, "hour": 14, "minute": 5, "uncertain": True},
            "leave out",
        ),
    ],
)
def test_points_that_cannot_be(parts: dict[str, object], sentence: str) -> None:
    """A point is made of the parts that its precision says, each within its range."""
    with pytest.raises(ImpossibleDateError, match=sentence):
        DatePoint(**{"year": 2019, **parts})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "parts",
    [
        (None, YEAR_2019, Bound.KNOWN, Bound.KNOWN),
        (YEAR_2019, None, Bound.KNOWN, Bound.KNOWN),
        (YEAR_2019, YEAR_2019, Bound.OPEN, Bound.KNOWN),
        (YEAR_2019, YEAR_2019, Bound.KNOWN, Bound.UNKNOWN),
        (None, None, Bound.OPEN, Bound.UNKNOWN),
        (None, None, Bound.UNKNOWN, Bound.OPEN),
        (AFTERNOON, None, Bound.KNOWN, Bound.OPEN),
        (DatePoint(2020, Precision.YEAR), YEAR_2019, Bound.KNOWN, Bound.KNOWN),
    ],
)
def test_intervals_that_cannot_be(parts: tuple[DatePoint | None, DatePoint | None, Bound, Bound]) -> None:
    """An end is a date or says what its absence means; intervals run forwards and have no times."""
    with pytest.raises(ImpossibleDateError):
        HistoricalDate(*parts)


@pytest.mark.property
@given(st.lists(dates(), max_size=6), st.randoms())
def test_the_order_is_total(some: list[HistoricalDate], random: Random) -> None:
    """Sorting gives one order, whatever order the dates came in."""
    shuffled = random.sample(some, len(some))
    assert sorted(some) == sorted(shuffled)


@pytest.mark.property
@given(dates(), dates())
def test_order_and_equality_agree(one: HistoricalDate, other: HistoricalDate) -> None:
    """Of two dates one comes first, or they are the same date with the same hash."""
    assert (one < other) + (other < one) + (one == other) == 1
    assert (one.sort_key == other.sort_key) is (one == other)
    assert one != other or hash(one) == hash(other)


@pytest.mark.property
@given(dates())
def test_extents_run_forwards(date: HistoricalDate) -> None:
    """No extent ends before it begins, and the unknown date comes after every other."""
    assert date.first_day is None or date.last_day is None or date.first_day <= date.last_day
    assert not date > UNKNOWN_DATE


@pytest.mark.property
@given(st.data(), points() | points(st.integers(-9999, 9900)))
def test_a_date_holds_what_says_more(data: st.DataObject, point: DatePoint) -> None:
    """201X holds 2019, which holds 2019-10, which holds 2019-10-17: to the finest that there is."""
    finer = data.draw(refined(point))
    while finer != point:
        assert point.first_day <= finer.first_day <= finer.last_day <= point.last_day
        point, finer = finer, data.draw(refined(finer))


@pytest.mark.property
@given(st.data(), dates())
def test_an_interval_holds_what_says_more_of_its_ends(data: st.DataObject, date: HistoricalDate) -> None:
    """To say more of an end never leads out of the interval."""
    if not date.start or not date.end or date.is_single:
        return
    start, end = data.draw(refined(date.start)), data.draw(refined(date.end))
    if start.has_time or end.has_time or start.first_day > end.last_day:
        return
    finer = HistoricalDate(start, end)
    assert finer.first_day is not None
    assert finer.last_day is not None
    assert date.start.first_day <= finer.first_day <= finer.last_day <= date.end.last_day


@pytest.mark.property
@given(points(st.integers(1, 9999)))
def test_attributes_never_say_more_than_the_date(point: DatePoint) -> None:
    """What HTML is given begins the date's own text, so it is never more precise."""
    attribute = point.datetime_attribute
    assert point.edtf.startswith(attribute)
    assert bool(attribute) is (point.precision is Precision.YEAR or point.precision >= Precision.MONTH)
