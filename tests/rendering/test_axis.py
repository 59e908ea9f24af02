"""One axis holds every entry of a site, whatever the span, in few enough slots and labels."""

from datetime import date as day

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.linked import date, linked_article, linked_event, recorded

from dateline.indexes.dates import read_date
from dateline.indexes.entries import Entry, collect_entries
from dateline.rendering.axis import MOST_LABELS, Axis, axis_of, day_span, footprint, footprints


def entries(*dates: str) -> tuple[Entry, ...]:
    """Return an event at each of these dates."""
    events = tuple(linked_event(when, f"Event {number}") for number, when in enumerate(dates))
    return collect_entries(recorded(linked_article("a", "2020-01-01", "", *events)))


def axis(*dates: str) -> Axis:
    """Return the axis of events at these dates."""
    made = axis_of(entries(*dates))
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("2020-05-05",), Axis(2020, 1, 1, 1)),
        (("2019", "2024-06-30"), Axis(2019, 6, 1, 1)),
        (("1990-01", "2014-12"), Axis(1990, 26, 1, 2)),
        (("1990-01", "2015-12"), Axis(1990, 26, 12, 2)),
        (("1651", "1945"), Axis(1650, 300, 120, 50)),
        (("-0299", "0079"), Axis(-299, 400, 120, 100)),
        (("Y-12000", "2020"), Axis(-14999, 20000, 1200, 5000)),
    ],
)
def test_slots_and_cells_fit_the_span(dates: tuple[str, ...], expected: Axis) -> None:
    """Months up to 25 years, then years, decades, centuries; labels at round years."""
    assert axis(*dates) == expected


def test_nothing_dated_has_no_axis() -> None:
    """Without a date there is nothing to lay out."""
    assert axis_of(entries("unknown")) is None
    assert axis_of(()) is None


def test_an_axis_within_another_is_that_one() -> None:
    """A dossier is drawn on the axis of the site, and on a longer one only where it must be."""
    site = axis("2019", "2024")
    assert axis_of(entries("2020"), site) is site
    assert axis_of((), site) is site
    assert axis_of(entries("2026"), site) == axis("2019", "2026")


def test_an_open_end_lies_where_the_known_one_does() -> None:
    """What is not known takes no room."""
    assert day_span(date("../2019-10-18")) == day_span(date("2019-10-18"))
    assert day_span(date("2019-10-18/..")) == day_span(date("2019-10-18"))


@pytest.mark.parametrize(
    ("when", "first", "last", "firm"),
    [
        ("2019-10-14/2019-10-18", 9, 9, True),
        ("2019-10-18", 9, 9, True),
        ("../2019-10-18", 9, 9, False),
        ("2019-10~", 9, 9, False),
        ("2019", 0, 11, False),
        ("2019-12-30/2020-01-02", 11, 12, False),
    ],
)
def test_a_date_is_firm_in_one_slot_only(when: str, first: int, last: int, firm: bool) -> None:
    """Solid means: it was then, and nothing about that is open."""
    found = footprint(date(when), axis("2019", "2024"))
    assert (found.first, found.last, found.is_firm) == (first, last, firm)


@pytest.mark.parametrize(("months", "words"), [(1, "February 2000"), (12, "2001"), (120, "2010 to 2019")])
def test_a_slot_has_words(months: int, words: str) -> None:
    """They are read out for its bar."""
    assert Axis(2000, 100, months, 10).slot_words(1, "en") == words


@pytest.mark.property
@given(st.lists(st.integers(-9000, 9999), min_size=1, max_size=4))
def test_every_date_has_its_slot(years: list[int]) -> None:
    """Slots and labels stay few, and none lies outside."""
    dates = [f"{year:04d}" if year >= 0 else f"-{-year:04d}" for year in years]
    made = axis(*dates)
    assert made.cells <= MOST_LABELS
    assert made.slots <= 500
    for entry in entries(*dates):
        place = footprint(entry.date, made)
        assert 0 <= place.first <= place.last < made.slots
        assert 0 <= made.cell_of(entry.date.year or 0) < made.cells


@given(st.dates(min_value=day(1000, 1, 1)), st.sampled_from((1, 12, 120)))
def test_a_plain_day_lies_where_it_lies_when_it_is_read(when: day, months: int) -> None:
    """The way around reading it leads to the same place."""
    axis = Axis(1000, 9000, months, 1000)
    assert footprints(axis)[when.isoformat()] == footprint(read_date(when.isoformat()), axis)
