"""Draw values of Dateline's types for the tests that state laws."""

from typing import TypedDict

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from dateline.model.calendar import days_in_month
from dateline.model.date import SEASON_MONTHS, UNKNOWN_DATE, Bound, DatePoint, HistoricalDate, Precision

_ZONES = st.none() | st.sampled_from(["America/Mexico_City", "Etc/GMT+5", "UTC"])
_SHORT_YEARS = st.integers(-9999, 9999) | st.integers(1900, 2100)
_TIMED = (Precision.MINUTE, Precision.SECOND)


class _Qualifiers(TypedDict):
    approximate: bool
    uncertain: bool


@st.composite
def points(draw: DrawFn, years: SearchStrategy[int] = _SHORT_YEARS) -> DatePoint:
    """Draw a point of any precision, in one of the years."""
    year = draw(years)
    precision = draw(st.sampled_from(Precision))
    if precision is Precision.YEAR:
        return draw(_years(year))
    if precision <= Precision.DECADE:
        span = 100 if precision is Precision.CENTURY else 10
        first = year // span * span if year >= 0 else 1 - (-year // span + 1) * span
        return DatePoint(first, precision, **draw(_qualifiers()))
    if precision is Precision.SEASON:
        return DatePoint(year, precision, season=draw(st.integers(21, 24)), **draw(_qualifiers()))
    return draw(_days(year, precision))


@st.composite
def dates(draw: DrawFn) -> HistoricalDate:
    """Draw a date: a point, an interval, one with a missing end, or the unknown date."""
    start, end = draw(points() | _long_years()), draw(points() | _long_years())
    shape = draw(st.sampled_from(["point", "interval", "start", "end", "unknown"]))
    if shape == "unknown":
        return UNKNOWN_DATE
    if shape == "point" or start.precision in _TIMED or end.precision in _TIMED:
        return HistoricalDate.at(start)
    bound = draw(st.sampled_from([Bound.OPEN, Bound.UNKNOWN]))
    if shape == "start":
        return HistoricalDate(start, None, end_bound=bound)
    if shape == "end":
        return HistoricalDate(None, end, start_bound=bound)
    return HistoricalDate(start, end) if start.first_day <= end.last_day else HistoricalDate(end, start)


@st.composite
def refined(draw: DrawFn, point: DatePoint) -> DatePoint:
    """Draw a point that says more than this one does, and nothing else; a point with a time is returned as it is."""
    year = point.year
    if point.precision is Precision.CENTURY and draw(st.booleans()):
        # The decades of a century before year 0 begin where it does.
        return DatePoint(year + 10 * draw(st.integers(0, 9)), Precision.DECADE)
    if point.precision <= Precision.DECADE:
        span = 100 if point.precision is Precision.CENTURY else 10
        return DatePoint(draw(st.integers(year, year + span - 1)), Precision.YEAR)
    if point.precision is Precision.YEAR and abs(year) > 9999:
        return point
    if point.precision is Precision.YEAR:
        return draw(_within_a_year(point))
    if point.precision is Precision.SEASON:
        first, last = SEASON_MONTHS[point.season or 0]
        return DatePoint(year, Precision.MONTH, month=draw(st.integers(first, last)))
    if point.precision is Precision.MONTH:
        day = draw(st.integers(1, days_in_month(year, point.month or 0)))
        return DatePoint(year, Precision.DAY, month=point.month, day=day)
    if point.precision is Precision.DAY:
        return DatePoint(year, Precision.MINUTE, month=point.month, day=point.day, hour=14, minute=5)
    return point


@st.composite
def _within_a_year(draw: DrawFn, point: DatePoint) -> DatePoint:
    """A season, a month or a day of some month of a year; of a day of some month, the day itself."""
    months = [month for month in range(1, 13) if days_in_month(point.year, month) >= (point.day or 1)]
    month = draw(st.sampled_from(months))
    if point.day:
        return DatePoint(point.year, Precision.DAY, month=month, day=point.day)
    return draw(
        st.sampled_from(
            [
                DatePoint(point.year, Precision.SEASON, season=21 + (month - 1) // 3),
                DatePoint(point.year, Precision.MONTH, month=month),
                DatePoint(point.year, Precision.YEAR, day=month, unspecified=Precision.MONTH),
            ]
        )
    )


@st.composite
def _years(draw: DrawFn, year: int) -> DatePoint:
    unspecified = draw(st.sampled_from([None, Precision.MONTH, Precision.DAY]))
    day = draw(st.none() | st.integers(1, 31)) if unspecified is Precision.MONTH else None
    return DatePoint(year, Precision.YEAR, unspecified=unspecified, day=day, **draw(_qualifiers()))


@st.composite
def _long_years(draw: DrawFn) -> DatePoint:
    year = draw(st.integers(10_000, 10**12)) * draw(st.sampled_from([1, -1]))
    return DatePoint(year, Precision.YEAR, **draw(_qualifiers()))


@st.composite
def _days(draw: DrawFn, year: int, precision: Precision) -> DatePoint:
    month = draw(st.integers(1, 12))
    if precision is Precision.MONTH:
        unspecified = draw(st.sampled_from([None, Precision.DAY]))
        return DatePoint(year, precision, month=month, unspecified=unspecified, **draw(_qualifiers()))
    day = draw(st.integers(1, days_in_month(year, month)))
    if precision is Precision.DAY:
        return DatePoint(year, precision, month=month, day=day, **draw(_qualifiers()))
    return DatePoint(
        year,
        precision,
        month=month,
        day=day,
        hour=draw(st.integers(0, 23)),
        minute=draw(st.integers(0, 59)),
        second=draw(st.integers(0, 59)) if precision is Precision.SECOND else None,
        offset=draw(st.none() | st.integers(-1439, 1439)),
        zone=draw(_ZONES),
    )


def _qualifiers() -> SearchStrategy[_Qualifiers]:
    return st.builds(_Qualifiers, approximate=st.booleans(), uncertain=st.booleans())


def relations_in_headers(entities: SearchStrategy[str], articles: SearchStrategy[str]) -> SearchStrategy[object]:
    """Draw what a header may say of relations, seldom with a fault; `entities` and `articles` are slugs."""
    dates = {"since": st.sampled_from(("1999-05", "2019~")), "until": st.sampled_from(("2020-11-30", "unknown"))}
    relation = st.fixed_dictionaries(
        {
            "type": st.sampled_from(("leads", "led by", "rival of")),
            "entity": entities,
            "source": st.sampled_from(("A letter", "https://example.org/a")),
        },
        optional={
            **dates,
            "status": st.sampled_from(("alleged", "denied")),
            "note": st.sampled_from(("so the police", "so the Boss")),
            "article": articles,
        },
    )
    return st.lists(relation, max_size=2)


SAID_SOURCES = st.fixed_dictionaries(
    {"title": st.sampled_from(("The mole is gone", "A letter"))},
    optional={
        "id": st.just("mole"),
        "publisher": st.just("O Farol"),
        "date": st.just("1911"),
        "url": st.just("https://example.org/mole"),
        "archive": st.just("https://web.archive.org/web/20200719120000/https://example.org/mole"),
        "file": st.sampled_from(("/map.txt", "/img/a.png")),
        "publish": st.booleans(),
    },
)
"""Sources as a header says them; of the files that they name there may be none."""
