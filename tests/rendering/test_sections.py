"""A long timeline is cut by year, then by month, then by number."""

import pytest
from support.linked import linked_article, linked_event, recorded

from dateline.indexes.entries import collect_entries
from dateline.indexes.timeline import Year, build_timeline
from dateline.model.urls import TIMELINE
from dateline.rendering.sections import (
    LONGEST,
    Section,
    all_sections,
    cut_timeline,
    entry_places,
    period_title,
    year_title,
)
from dateline.rendering.words import ENGLISH


def years(*dates: str) -> tuple[Year, ...]:
    """Return the years of events at these dates."""
    events = tuple(linked_event(when, f"Event {number}") for number, when in enumerate(dates))
    return build_timeline(collect_entries(recorded(linked_article("a", "2020-01-01", "", *events)))).years


def cut(*dates: str) -> Section:
    """Return the timeline of events at these dates, cut."""
    return cut_timeline(years(*dates), TIMELINE, "en", ENGLISH)


def test_a_short_timeline_is_one_page() -> None:
    """As long as it holds no more entries than a page bears."""
    whole = cut(*["2019-05"] * LONGEST)
    assert (whole.parts, whole.count) == ((), LONGEST)


def test_a_long_one_is_cut_by_year_and_month_and_number() -> None:
    """Every leaf is short enough, and says what it holds."""
    dates = ["2018"] * 2 + ["2019"] + ["2019-05"] * (LONGEST + 1) + ["2019-21", "unknown", "201X"]
    sections = {section.url: section.words for section in all_sections(cut(*dates))}
    assert sections == {
        "timeline/": (),
        "timeline/201x/": ("The 2010s",),
        "timeline/2018/": ("2018",),
        "timeline/2019/": ("2019",),
        "timeline/2019/all/": ("2019", "2019, month not given"),
        "timeline/2019/21/": ("2019", "Spring 2019"),
        "timeline/2019/05/": ("2019", "May 2019"),
        "timeline/2019/05/1/": ("2019", "May 2019", "May 2019, part 1"),
        "timeline/2019/05/2/": ("2019", "May 2019", "May 2019, part 2"),
        "timeline/undated/": ("Undated",),
    }


def test_years_and_months_of_little_stand_on_a_page_together() -> None:
    """A decade if it is short enough, else five years, else a year; of a year its half, its quarter or a month."""
    some, half = LONGEST // 4, LONGEST // 2
    dates = ["1994", "1996"] * some + [f"{year}-05" for year in (2001, 2004, 2007, 2009)] * (some + 1)
    dates += ["2019-02", "2019-03", "2019-04", "2019-08", "2019-09", "2019-11"] * (half - 1) + ["2019"]
    sections = {section.url: (section.words, section.count) for section in all_sections(cut(*dates))}
    assert sections == {
        "timeline/": ((), len(dates)),
        "timeline/199x/": (("The 1990s",), 2 * some),
        "timeline/2000-2004/": (("2000–2004",), 2 * some + 2),
        "timeline/2005-2009/": (("2005–2009",), 2 * some + 2),
        "timeline/2019/": (("2019",), 6 * (half - 1) + 1),
        "timeline/2019/all/": (("2019", "2019, month not given"), 1),
        "timeline/2019/01-03/": (("2019", "January–March 2019"), 2 * (half - 1)),
        "timeline/2019/04/": (("2019", "April 2019"), half - 1),
        "timeline/2019/07-09/": (("2019", "July–September 2019"), 2 * (half - 1)),
        "timeline/2019/11/": (("2019", "November 2019"), half - 1),
    }


def test_every_entry_has_one_place() -> None:
    """On a leaf, whose year is known too."""
    places = entry_places(cut("2018", *["2019-05"] * LONGEST))
    assert len(places) == LONGEST + 1
    assert {place.url for place in places.values()} == {"timeline/2018/", "timeline/2019/"}
    one = entry_places(cut("2018"))["a.event-0"]
    assert (one.url, one.period, one.year, one.year_url) == ("timeline/", "p2018", "y2018", "timeline/")


@pytest.mark.parametrize(
    ("when", "year", "period"),
    [
        ("2019-10", "2019", "October 2019"),
        ("2019", "2019", "Month not given"),
        ("2001-21", "2001", "Spring 2001"),
        ("201X", "The 2010s", "Year not given"),
        ("-0043", "44 BC", "Month not given"),
        ("unknown", "Undated", "No date in any article"),
    ],
)
def test_headings_say_what_is_known(when: str, year: str, period: str) -> None:
    """A year that is all we have stands under its year."""
    (only,) = years(when)
    assert "".join(part.text for part in year_title(only, "en")) == year
    assert "".join(part.text for part in period_title(only.periods[0], only, "en")) == period
