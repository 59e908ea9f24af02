"""Entries stand in a total order, by year and period; nothing is dropped."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.linked import linked_article, linked_event, recorded

from dateline.indexes.entries import by_publication, collect_entries
from dateline.indexes.lags import Lag, Unit
from dateline.indexes.records import RoleRecord
from dateline.indexes.timeline import Timeline, build_timeline
from dateline.linking.linked import LinkedArticle
from dateline.model.article import Role, Status
from dateline.model.names import EntityId


def timeline(*articles: LinkedArticle) -> Timeline:
    """Return the timeline of these articles."""
    return build_timeline(collect_entries(recorded(*articles)))


def told(*dates: str) -> LinkedArticle:
    """Return an article that tells of an event on each of these dates."""
    events = [linked_event(when, f"On {when}", slug=f"e{n}") for n, when in enumerate(dates)]
    return linked_article("a", "2022-08-01", "", *events)


def outline(made: Timeline) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Return anchors of years and periods with the dates below them."""
    return [(year.anchor, [(p.anchor, [e.date.edtf for e in p.entries]) for p in year.periods]) for year in made.years]


def test_entries_stand_by_year_and_month() -> None:
    """A year opens with what only names the year; months follow; the undated close the page."""
    made = timeline(told("unknown", "2019-10-14/2019-10-18", "2019", "2021-09", "../2019-10-18", "2019-10-01"))
    assert outline(made) == [
        ("y2019", [("p2019", ["2019"]), ("p2019-10", ["2019-10-01", "2019-10-14/2019-10-18", "../2019-10-18"])]),
        ("y2021", [("p2021-09", ["2021-09"])]),
        ("undated", [("pundated", ["unknown"])]),
    ]  # fmt: skip


def test_seasons_decades_and_old_years_have_periods_of_their_own() -> None:
    """No date is rounded into a month or a year that it does not name."""
    made = timeline(told("2001-21", "2001-03-02", "201X", "2010-01", "-0043", "19XX", "1900", "Y12345"))
    assert outline(made) == [
        ("y-0043", [("p-0043", ["-0043"])]),
        ("y19XX", [("p19XX", ["19XX"])]),
        ("y1900", [("p1900", ["1900"])]),
        ("y2001", [("p2001-21", ["2001-21"]), ("p2001-03", ["2001-03-02"])]),
        ("y201X", [("p201X", ["201X"])]),
        ("y2010", [("p2010-01", ["2010-01"])]),
        ("yY12345", [("pY12345", ["Y12345"])]),
    ]
    years = [period.year for year in made.years for period in year.periods]
    assert years == [-43, None, 1900, 2001, 2001, None, 2010, 12345]


def test_an_article_without_events_is_an_entry_at_its_publication() -> None:
    """It is told apart from events, and stands for all whom the article names."""
    (entry,) = timeline(linked_article("b", "2024-06-30", "{X|people/x} left {Y|places/y}.")).entries
    assert (entry.id, entry.event, entry.status, entry.places) == ("b", None, None, ())
    assert entry.entities == ("people/x", "places/y")


def test_an_event_stands_for_those_that_it_names_and_lists() -> None:
    """Not for everybody that the article names."""
    event = linked_event(
        "2022", "{X|people/x} held", "By {G|groups/g}.", places="places/p", entities="people/z", status=Status.ALLEGED
    )
    (entry,) = timeline(linked_article("a", "2022-08-01", "{Other|people/other} spoke.", event)).entries
    assert entry.entities == ("groups/g", "people/x", "people/z", "places/p")
    assert (entry.id, entry.status, entry.places) == ("a.x-held", Status.ALLEGED, ("places/p",))


def test_parts_in_an_event_come_with_its_entry() -> None:
    """As the author listed them; an article as published has none."""
    roles = (Role(EntityId("people/x"), "suspect", Status.ALLEGED, "n"), Role(EntityId("people/x"), "", Status.DENIED))
    event = linked_event("2022", "A raid", entities="people/x", roles=roles)
    event_entry, published = timeline(
        linked_article("a", "2022-08-01", "", event), linked_article("b", "2023", "{X|people/x} left.")
    ).entries
    assert event_entry.roles == (
        RoleRecord(EntityId("people/x"), "suspect", Status.ALLEGED, "n"),
        RoleRecord(EntityId("people/x"), "", Status.DENIED, ""),
    )
    assert published.roles == ()


def test_the_author_settles_the_order_of_one_day() -> None:
    """Entries of one date stand by `order`, then as their article lists them."""
    orders = [("c", 0), ("b", 0), ("a", 1)]
    events = [linked_event("2022-07-30", name, slug=name, order=order) for name, order in orders]
    made = timeline(linked_article("x", "2022-08-01", "", *events))
    assert [entry.id for entry in made.entries] == ["x.c", "x.b", "x.a"]


DATES = "unknown 2019 2019-10 2019-10-14 ../2019-10-14 2019-10-14/.. 201X 2019~ 2019-22 -0001".split()


@pytest.mark.property
@given(st.lists(st.sampled_from(DATES), max_size=12), st.randoms(use_true_random=False))
def test_the_order_is_total_and_nothing_is_dropped(dates: list[str], chance: random.Random) -> None:
    """Whatever order articles come in, the timeline is the same and holds every entry once, in one period."""
    articles = [linked_article(f"a{n}", "2022", "", linked_event(when, "T")) for n, when in enumerate(dates)]
    made = timeline(*articles)
    chance.shuffle(articles)
    assert timeline(*articles) == made
    below = [entry for year in made.years for period in year.periods for entry in period.entries]
    assert below == list(made.entries)
    assert len(below) == len(dates)
    anchors = [period.anchor for year in made.years for period in year.periods]
    assert len(anchors) == len(set(anchors))


def published(*articles: LinkedArticle) -> Timeline:
    """Return the timeline of these articles by publication."""
    return build_timeline(by_publication(collect_entries(recorded(*articles))))


def test_by_publication_entries_stand_under_the_date_of_their_article() -> None:
    """Those of one article by when they happened; nothing is undated, because every article has a date."""
    late = linked_article("late", "2022-08", "", linked_event("unknown", "W"), linked_event("2019", "X"))
    early = linked_article("early", "2020-07-18", "", linked_event("2021", "Y"))
    made = published(late, early, linked_article("plain", "2021"))
    assert outline(made) == [
        ("y2020", [("p2020-07", ["2020-07-18"])]),
        ("y2021", [("p2021", ["2021"])]),
        ("y2022", [("p2022-08", ["2022-08", "2022-08"])]),
    ]
    assert [entry.happened for entry in made.entries] == ["2021", "2021", "2019", "unknown"]


def test_an_event_lags_and_an_article_does_not() -> None:
    """Whichever of its dates an entry is filed under."""
    articles = [linked_article("a", "2022-08-01", "", linked_event("2019-08-01", "X")), linked_article("b", "2021")]
    for made in (timeline(*articles), published(*articles)):
        lags = {entry.id: entry.lag for entry in made.entries}
        assert lags == {"a.x": Lag(Unit.YEAR, 3, 3), "b": None}


@pytest.mark.property
@given(
    st.lists(st.tuples(st.sampled_from(DATES), st.sampled_from(("2022", "2022-05", "2019-01-01"))), max_size=10),
    st.randoms(use_true_random=False),
)
def test_the_order_by_publication_is_total_too(dates: list[tuple[str, str]], chance: random.Random) -> None:
    """Shuffled articles give the same; it holds what the timeline holds."""
    articles = [linked_article(f"a{n}", told, "", linked_event(when, "T")) for n, (when, told) in enumerate(dates)]
    made = published(*articles)
    chance.shuffle(articles)
    assert published(*articles) == made
    assert {entry.id for entry in made.entries} == {entry.id for entry in timeline(*articles).entries}
    keys = [entry.sort_key for entry in made.entries]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
