"""Charts are plain geometry: what is solid is known, what is hollow or dashed is not."""

import pytest
from support.linked import linked_article, linked_event, recorded

from dateline.indexes.entries import Entry, collect_entries
from dateline.rendering.axis import Axis, axis_of
from dateline.rendering.charts import Routes, draw_bar, draw_spark, draw_strip, slot_words, spark_years
from dateline.rendering.parts import StripView
from dateline.rendering.words import ENGLISH

ROUTES = Routes(lambda entry: f"bar-{entry.id}", lambda entry: f"label-{entry.id}")


def entries(*dates: str) -> tuple[Entry, ...]:
    """Return an event at each of these dates."""
    events = tuple(linked_event(when, f"Event {number}") for number, when in enumerate(dates))
    return collect_entries(recorded(linked_article("a", "2020-01-01", "", *events)))


def strip(*dates: str) -> StripView:
    """Return the strip of events at these dates, on their own axis."""
    listed = entries(*dates)
    drawn = draw_strip(listed, axis_of(listed), ROUTES, "en", ENGLISH)
    assert drawn is not None
    return drawn


def test_bars_tell_month_and_count() -> None:
    """The words are enough: a bar says what it shows."""
    names = [bar.name for bar in strip("2019-10-18", "2019-10", "2020-07").bars]
    assert names == ["October 2019: 2 entries", "July 2020: 1 entry"]


def test_known_is_solid_and_the_rest_on_it_is_hollow() -> None:
    """Two firm entries stand below one of which only the latest day is known."""
    (bar,) = strip("2019-10-18", "2019-10-14/2019-10-18", "../2019-10-20").bars
    assert [(shape.style, shape.path) for shape in bar.shapes] == [
        ("hit", "M750 0h83.33v100h-83.33z"),
        ("solid", "M758.33 100v-59.33h66.67v59.33z"),
        ("hollow", "M758.33 40.67v-29.67h66.67v29.67z"),
    ]


def test_a_year_is_a_hollow_box_as_wide_as_the_year() -> None:
    """It stands behind the narrow bars, and its words say what is missing."""
    wide, narrow = strip("2019", "2019-05", "2020-05").bars[:2]
    assert wide.name == "In 2019, month not given: 1 entry"
    assert [shape.style for shape in wide.shapes] == ["hollow"]
    assert narrow.name == "May 2019: 1 entry"


def test_a_span_over_months_is_told_by_its_dates() -> None:
    """One date in its own words; several by the months that they cover."""
    assert strip("2019-05-30/2019-06-02").bars[0].name == "30 May–2 June 2019: 1 entry"
    both = strip("2019-05-30/2019-06-02", "2019-05-29/2019-06-02").bars[0]
    assert both.name == "May 2019 to June 2019: 2 entries"


def test_the_undated_have_a_dashed_block_of_their_own() -> None:
    """And a label beneath it."""
    drawn = strip("2019", "unknown", "unknown")
    assert drawn.undated is not None
    assert drawn.undated_label is not None
    assert (drawn.undated.name, drawn.undated.shapes[1].style) == ("Undated: 2 entries", "dashed")
    assert (drawn.undated_label.label, drawn.undated_label.count) == ("undated", "2")
    assert strip("2019").undated is None


def test_labels_lead_to_the_first_entry_of_their_years() -> None:
    """Years without entries are told and lead nowhere."""
    labels = [(label.label, label.url, label.count, label.unit) for label in strip("2019", "2021-05", "2021").labels]
    assert labels == [
        ("2019", "label-a.event-0", "1", "entry"),
        ("2020", "", "", ""),
        ("2021", "label-a.event-2", "2", "entries"),
    ]


def test_labels_of_several_years_say_which() -> None:
    """Aloud, after the count."""
    first = strip("1650", "1949").labels[0]
    assert (first.label, first.unit) == ("1650", "entry, 1650 to 1699")


def test_nothing_dated_draws_nothing() -> None:
    """An empty chart would say nothing."""
    assert draw_strip(entries("unknown"), None, ROUTES, "en", ENGLISH) is None
    assert draw_strip((), Axis(2019, 1, 1, 1), ROUTES, "en", ENGLISH) is None


@pytest.mark.parametrize(
    ("dates", "density"),
    [(("2019", "2024"), "few"), (("2010", "2021"), "some"), (("-0299", "0079"), "some")],
)
def test_tight_labels_can_be_thinned(dates: tuple[str, ...], density: str) -> None:
    """More than seven, or wide ones."""
    assert strip(*dates).density == density


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (1, ("Entries by month", "Each bar is a month and leads to it. ")),
        (1200, ("Entries by century", "Each bar is a century and leads to it. ")),
        (12000, ("Entries by 1,000 years", "Each bar is 1,000 years and leads to them. ")),
    ],
)
def test_a_slot_has_words(months: int, words: tuple[str, str]) -> None:
    """The caption says what a bar is."""
    name, caption = slot_words(Axis(0, 10_000, months, 1000), ENGLISH)
    assert name == words[0]
    assert caption.startswith(words[1])


def test_a_spark_keeps_the_rule() -> None:
    """Solid, hollow on it, dashed for the undated; `most` fills the height, and all bars of a style are one path."""
    listed = entries("2019-05", "2019", "2021-05", "unknown")
    drawn = draw_spark(listed, Axis(2019, 3, 1, 1), 2)
    assert [(shape.style, shape.path) for shape in drawn.shapes] == [
        ("axis", "M0 10h60"),
        ("solid", "M2 10v-4.5h16v4.5zM42 10v-4.5h16v4.5z"),
        ("hollow", "M2 5.5v-4.5h16v4.5z"),
        ("dashed", "M63 10v-4.5h6v4.5z"),
    ]


def test_a_spark_of_a_long_span_has_a_bar_per_label() -> None:
    """Thirty bars are as many as can be told apart."""
    assert spark_years(Axis(1990, 30, 12, 5)) == 1
    assert spark_years(Axis(1650, 300, 120, 50)) == 50


@pytest.mark.parametrize(("number", "path"), [(3, "M0 0h100v8H0z"), (1, "M0 0h33.33v8H0z"), (0, "M0 0h0v8H0z")])
def test_a_ranked_bar_is_a_share_of_the_most(number: int, path: str) -> None:
    """Nothing is nothing, and a little can be seen."""
    assert draw_bar(number, 3) == path
