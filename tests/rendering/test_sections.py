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


def cut(*dates: str, by_spans: bool = False) -> Section:
    """Return the timeline of events at these dates, cut."""
    return cut_timeline(years(*dates), TIMELINE, "en", ENGLISH, by_spans=by_spans)


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


def test_years_of_little_have_pages_of_their_own_or_stand_together() -> None:
    """By spans: a decade if it is short enough, else five years, else a year. What holds too much leads on."""
    some = LONGEST // 4
    dates = ["1994", "1996"] * some + [f"{year}-05" for year in (2001, 2004, 2007, 2009)] * (some + 1)
    assert [part.url for part in cut(*dates).parts] == [
        f"timeline/{year}/" for year in (1994, 1996, 2001, 2004, 2007, 2009)
    ]
    whole = cut(*dates, by_spans=True)
    assert [(part.url, part.words, part.count) for part in whole.parts] == [
        ("timeline/199x/", ("The 1990s",), 2 * some),
        ("timeline/2000-2004/", ("2000–2004",), 2 * some + 2),
        ("timeline/2005-2009/", ("2005–2009",), 2 * some + 2),
    ]
    assert [(kept.url, kept.parts) for kept in whole.kept] == [("timeline/200x/", whole.parts[1:])]
    assert [section.url for section in all_sections(whole)][:2] == ["timeline/", "timeline/200x/"]
    assert {place.url for place in entry_places(whole).values()} == {part.url for part in whole.parts}


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
