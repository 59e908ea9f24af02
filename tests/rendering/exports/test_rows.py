"""Rows of tables say what is known, and where nobody knows, nothing."""

import pytest
from hypothesis import given
from strategies import dates
from support.exported import FILES, material

from dateline.model.date import HistoricalDate
from dateline.model.edtf import parse_edtf
from dateline.rendering.exports.rows import Row, day_text, lag_days
from dateline.rendering.exports.tables import FOREIGN_KEYS, TABLES

SMALL = material(FILES)


def row(table: str, key: str) -> Row:
    """Return the row of a table with this key."""
    name = next(each.fields[0].name for each in TABLES if each.name == table)
    return next(each for each in SMALL.rows(table) if each[name] == key)


def test_an_entry_says_all_that_its_line_says() -> None:
    """Date, status, roles, sources, the correction of its article, and how late it was told."""
    (source,) = (each for each in SMALL.rows("sources") if each["title"] == "Report, one")
    assert row("entries", "first.ann-able-leaves") == {
        "id": "first.ann-able-leaves",
        "kind": "event",
        "title": "Ann Able leaves",
        "date": "2020-07-17",
        "earliest": "2020-07-17",
        "latest": "2020-07-17",
        "status": "alleged",
        "text": "She meets Ben Bold, so they say & laugh.",
        "places": ["places/rome"],
        "entities": ["people/ann", "people/ben", "places/rome"],
        "roles": [{"entity": "people/ben", "as": "driver", "status": "disputed", "note": "he says no"}],
        "article": "first",
        "published": "2020-07-18",
        "lag_days": 1,
        "sources": [source["id"]],
        "single_source": True,
        "corrections": [{"date": "2020-07-20", "note": "It was Rome, not Oslo."}],
        "url": "https://example.org/record/articles/first/#e-ann-able-leaves",
    }


def test_what_nobody_knows_is_left_out() -> None:
    """An undated event has no limits and no lag; a published article no status."""
    undated = row("entries", "first.ann-able-sleeps")
    assert undated["date"] == "unknown"
    assert undated.keys() & {"earliest", "latest", "lag_days", "status", "roles"} == set()
    published = row("entries", "second")
    assert (published["kind"], published["date"]) == ("article", "2021-01")
    assert published.keys() & {"status", "lag_days", "single_source", "sources"} == set()


def test_the_number_of_a_footnote_is_no_word() -> None:
    """Of an event that an entity's file tells, too, whether it rests on one source."""
    article = (
        "---\ntitle: A\ndate: 2020\nevents: [{date: 2019, title: E, text: 'It rained.[^a]'}]\n---\nB.\n\n[^a]: C.\n"
    )
    ann = "---\nname: Ann Able\nevents: [{date: 2018, title: Born, sources: [{publisher: P}, {publisher: p}]}]\n---\n"
    made = material({"articles/a.md": article, "people/ann.md": ann})
    born, rain = made.rows("entries")
    assert rain["text"] == "It rained."
    assert born["single_source"] is True


def test_a_source_says_where_it_is_and_what_cites_it() -> None:
    """Articles, events and relations."""
    cited = {str(each["title"]): each["cited_by"] for each in SMALL.rows("sources")}
    assert cited == {
        "Letter": ["first"],
        "Report, one": ["first.ann-able-leaves"],
        "Roll": ["member-of:people/ann:groups/guard"],
    }


def test_a_relation_says_who_stands_how_to_whom() -> None:
    """With its time, its status and its source."""
    (relation,) = SMALL.rows("relations")
    (source,) = (each["id"] for each in SMALL.rows("sources") if each["title"] == "Roll")
    assert relation == {
        "id": "member-of:people/ann:groups/guard",
        "type": "member-of",
        "label": "member of",
        "subject": "people/ann",
        "object": "groups/guard",
        "since": "2001",
        "status": "reported",
        "sources": [source],
    }


def test_articles_and_entities_say_what_their_pages_say() -> None:
    """Plain words, without markup."""
    article, ann, rome = row("articles", "first"), row("entities", "people/ann"), row("entities", "places/rome")
    assert (article["summary"], article["language"]) == ("A journey of Ann Able, told.", "en")
    assert row("articles", "second")["language"] == "es"
    assert article["corrections"] == [{"date": "2020-07-20", "note": "It was Rome, not Oslo."}]
    assert (ann["type"], ann["born"], ann["aliases"]) == ("Person", "1960~", ["A. Able"])
    assert (rome["part_of"], rome["latitude"], rome["longitude"]) == ("places/italy", 41.9, 12.5)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_keys_are_unique_and_only_described_fields_occur(table: object) -> None:
    """And every field occurs, so that none is described in vain."""
    names = [field.name for field in table.fields]  # type: ignore[attr-defined]
    rows = SMALL.rows(table.name)  # type: ignore[attr-defined]
    assert len({each[names[0]] for each in rows}) == len(rows) > 0
    assert all(each.keys() <= set(names) for each in rows)


def test_what_is_named_is_there() -> None:
    """Each key that a row names is the key of a row."""
    for table, name, target, key in FOREIGN_KEYS:
        known = {each[key] for each in SMALL.rows(target)}
        assert {each[name] for each in SMALL.rows(table) if name in each} <= known


@pytest.mark.property
@given(dates())
def test_limits_hold_the_date(date: HistoricalDate) -> None:
    """In the order of days; a year out of four digits has none."""
    earliest, latest = day_text(date.first_day), day_text(date.last_day)
    assert not earliest or not latest or earliest <= latest
    for limit, day in ((earliest, date.first_day), (latest, date.last_day)):
        assert not limit or parse_edtf(limit).first_day == day


@pytest.mark.parametrize(
    ("happened", "published", "expected"),
    [
        ("2020-07-17", "2020-07-18", 1),
        ("2020-07", "2020-08-01", 1),
        ("2020-07", "2020-07-18", None),
        ("2019", "2020-07", 183),
        ("unknown", "2020", None),
        ("2019/..", "2020", None),
        ("2021", "2020", None),
    ],
)
def test_a_lag_is_what_is_certain_of_it(happened: str, published: str, expected: int | None) -> None:
    """From the last day on which it may have happened to the first on which it may have been told."""
    assert lag_days(parse_edtf(happened), parse_edtf(published)) == expected
