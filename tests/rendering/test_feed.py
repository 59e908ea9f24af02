"""Articles become an Atom feed that goes by publication."""

from dataclasses import replace
from datetime import date as day
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.linked import all_recorded, date, linked_article, linked_event, registry

from dateline.linking.linked import LinkedArticle
from dateline.model.article import Correction
from dateline.model.settings import Settings
from dateline.rendering.feed import LENGTH, as_of, atom_feed, corrections_feed

ATOM = {"a": "http://www.w3.org/2005/Atom"}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
SITE = Settings(
    title="Record", base_url="https://example.org/record/", timezone="America/Mexico_City", authors=("Ana",)
)


def feed(*articles: LinkedArticle, settings: Settings = SITE) -> ET.Element:
    """Return the parsed feed of these articles."""
    records = all_recorded(articles, registry())
    return ET.fromstring(atom_feed(records.articles, records.library, settings, {}))  # noqa: S314


def corrected(slug: str, when: str, *corrections: tuple[str, str]) -> LinkedArticle:
    """Return an article with corrections: date and note of each."""
    linked = linked_article(slug, when)
    made = tuple(Correction(date(day), note) for day, note in corrections)
    return replace(linked, article=replace(linked.article, corrections=made))


def feed_of_corrections(*articles: LinkedArticle, settings: Settings = SITE) -> ET.Element:
    """Return the parsed feed of what was corrected in these articles."""
    return ET.fromstring(corrections_feed(all_recorded(articles, registry()).articles, settings))  # noqa: S314


def texts(parent: ET.Element, path: str) -> list[str | None]:
    """Return the text of each element on a path."""
    return [element.text for element in parent.findall(path, ATOM)]


def test_the_newest_publication_comes_first() -> None:
    """Events have no part in the order of a feed."""
    made = feed(linked_article("old", "2019-10-18"), linked_article("new", "2022-08-01"))
    assert texts(made, "a:entry/a:title") == ["new", "old"]


def test_a_day_is_its_first_moment_in_the_zone_of_the_site() -> None:
    """Atom wants a moment; it is told in UTC."""
    made = feed(
        linked_article("a", "2022-08-01"), linked_article("b", "2022-08"), linked_article("c", "2022-08-02T14:05")
    )
    assert texts(made, "a:entry/a:published") == [
        "2022-08-02T19:05:00Z",
        "2022-08-01T05:00:00Z",
        "2022-08-01T05:00:00Z",
    ]
    assert texts(made, "a:updated") == ["2022-08-02T19:05:00Z"]


@pytest.mark.parametrize(
    ("when", "moment"),
    [
        ("2022-08-02T23:30-05:00", "2022-08-03T04:30:00Z"),
        ("2022-08-02T23:30Z", "2022-08-02T23:30:00Z"),
        ("2022-08-02T14:05:06+05:30", "2022-08-02T08:35:06Z"),
        ("2022-08-02T14:05[Europe/Madrid]", "2022-08-02T12:05:00Z"),
        ("2020-10-25T01:30+01:00[Europe/London]", "2020-10-25T00:30:00Z"),
        ("2020-10-25T01:30+00:00[Europe/London]", "2020-10-25T01:30:00Z"),
    ],
)
def test_a_time_is_in_the_zone_that_it_names(when: str, moment: str) -> None:
    """Of its distance from UTC and the name of its zone, the distance is exact."""
    assert texts(feed(linked_article("a", when)), "a:entry/a:published") == [moment]


def test_a_correction_brings_an_article_up_to_date() -> None:
    """`updated` is the latest of publication, update and corrections."""
    mended = corrected("a", "2022-08-01", ("2022-08-03", "Three."))
    assert texts(feed(mended), "a:entry/a:updated") == ["2022-08-03T05:00:00Z"]


def test_links_are_full_where_the_site_knows_its_address() -> None:
    """An article's id is its permalink."""
    made = feed(linked_article("a", "2022-08-01"))
    assert texts(made, "a:entry/a:id") == ["https://example.org/record/articles/a/"]
    assert made.find("a:link[@rel='self']", ATOM).get("href") == "https://example.org/record/feed.xml"  # type: ignore[union-attr]


def test_without_an_address_links_are_relative_and_ids_still_last() -> None:
    """The id is made of the site's title and the article's path, and is the same on every build."""
    made = [feed(linked_article("a", "2022-08-01"), settings=Settings(title="Record")) for _ in range(2)]
    assert made[0].find("a:entry/a:link", ATOM).get("href") == "articles/a/"  # type: ignore[union-attr]
    (identity,) = texts(made[0], "a:entry/a:id")
    assert str(identity).startswith("urn:uuid:")
    assert texts(made[1], "a:entry/a:id") == [identity]


@pytest.mark.parametrize("when", ["-0043", "Y12345", "unknown"])
def test_an_article_that_has_no_moment_is_left_out(when: str) -> None:
    """RFC 3339 ends at the years 1 and 9999."""
    made = feed(linked_article("old", when))
    assert made.findall("a:entry", ATOM) == []
    assert texts(made, "a:updated") == ["0001-01-01T00:00:00Z"]


def test_a_feed_holds_the_latest_only() -> None:
    """Fifty are enough for a reader that looks once a week."""
    articles = [linked_article(f"a{n:03d}", f"{1900 + n}") for n in range(LENGTH + 10)]
    titles = texts(feed(*articles), "a:entry/a:title")
    assert (len(titles), titles[0], titles[-1]) == (LENGTH, "a059", "a010")


def test_authors_tags_and_summary_are_told() -> None:
    """An article's own authors stand beside the feed's."""
    linked = linked_article("a", "2022", summary="Short.")
    made = feed(replace(linked, article=replace(linked.article, authors=("Bea",), tags=("storms",))))
    assert texts(made, "a:author/a:name") == ["Ana"]
    assert texts(made, "a:entry/a:author/a:name") == ["Bea"]
    assert made.find("a:entry/a:category", ATOM).get("term") == "storms"  # type: ignore[union-attr]
    assert len(made.findall("a:entry/a:summary", ATOM)) == 1


def test_an_article_in_another_language_says_so() -> None:
    """RFC 4287, 2: `xml:lang` holds for what is within; that of the feed is the site's."""
    own, other = linked_article("own", "2020"), linked_article("other", "2021")
    made = feed(own, replace(other, article=replace(other.article, language="es")))
    assert [each.get(LANGUAGE) for each in (made, *made.findall("a:entry", ATOM))] == ["en", "es", None]


@given(st.lists(st.sampled_from(["2019", "2020-02", "2020-02-03", "2021-05-06T07:08Z", "2022~"]), max_size=6))
def test_every_feed_has_what_the_format_asks_for(dates: list[str]) -> None:
    """RFC 4287, 4.1: one id, title and moment each, no id twice, an author, a link to itself; none older than told."""
    made = feed(*(linked_article(f"a{number}", when) for number, when in enumerate(dates)))
    entries = made.findall("a:entry", ATOM)
    for each in (made, *entries):
        assert [len(texts(each, f"a:{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
    ids = [text for each in (made, *entries) for text in texts(each, "a:id")]
    assert len(set(ids)) == len(dates) + 1
    assert texts(made, "a:author/a:name") == ["Ana"]
    links = {(link.get("rel"), link.get("href")) for link in made.findall("a:link", ATOM)}
    assert links == {
        ("self", "https://example.org/record/feed.xml"),
        ("alternate", "https://example.org/record/"),
    }
    for entry in entries:
        (published,), (updated,) = texts(entry, "a:published"), texts(entry, "a:updated")
        assert published
        assert updated
        assert published <= updated
    assert texts(made, "a:updated") == [max(texts(made, "a:entry/a:updated"), default="0001-01-01T00:00:00Z", key=str)]


def test_corrections_have_a_feed_of_their_own() -> None:
    """The newest first, each at the first moment of its day in the zone of the site."""
    made = feed_of_corrections(
        corrected("a", "2022-08-01", ("2022-08-03", "Three & four.")),
        corrected("b", "2020", ("2023-01", "It was Ann.")),
    )
    assert texts(made, "a:title") == ["Record: corrections"]
    assert texts(made, "a:updated") == ["2023-01-01T06:00:00Z"]
    assert texts(made, "a:entry/a:title") == ["Correction: b", "Correction: a"]
    assert texts(made, "a:entry/a:updated") == ["2023-01-01T06:00:00Z", "2022-08-03T05:00:00Z"]
    assert texts(made, "a:entry/a:content") == ["It was Ann.", "Three & four."]


def test_a_correction_leads_to_its_article() -> None:
    """To the corrections there; the feed to the page of all of them."""
    made = feed_of_corrections(corrected("a", "2022-08-01", ("2022-08-03", "Three.")))
    links = {link.get("rel"): link.get("href") for link in made.findall("a:link", ATOM)}
    assert links == {
        "alternate": "https://example.org/record/corrections/",
        "self": "https://example.org/record/corrections.xml",
    }
    assert made.find("a:entry/a:link", ATOM).get("href") == "https://example.org/record/articles/a/#corrections"  # type: ignore[union-attr]


def test_a_correction_keeps_its_id() -> None:
    """Whatever is corrected later, and however its note is worded; no two have the same."""
    first = feed_of_corrections(corrected("a", "2022", ("2022-08-03~", "Three."), ("2022-08-03~", "Four.")))
    later = corrected("a", "2022", ("2022-08-03~", "Three!"), ("2022-08-03~", "Four."), ("2022-08-04", "Five."))
    second = feed_of_corrections(later, corrected("b", "2021", ("2022-08-03~", "Three.")))
    assert texts(first, "a:entry/a:id") == [
        "https://example.org/record/articles/a/#correction-2022-08-03~-2",
        "https://example.org/record/articles/a/#correction-2022-08-03~-1",
    ]
    identities = texts(second, "a:entry/a:id")
    assert {*texts(first, "a:entry/a:id")} < {*identities}
    assert len({*identities}) == 4


def test_an_id_is_an_address_whatever_the_date() -> None:
    """EDTF has signs that an address may not have."""
    made = feed_of_corrections(corrected("a", "2022", ("2022-08-03/2022-08-04%", "Three.")))
    (identity,) = texts(made, "a:entry/a:id")
    assert str(identity).endswith("#correction-2022-08-03%2F2022-08-04%25-1")


def test_corrections_that_have_no_moment_are_left_out_of_their_feed() -> None:
    """They stand on the page."""
    made = feed_of_corrections(corrected("a", "2022", ("unknown", "x"), ("-0043", "y"), ("2022", "z")))
    assert texts(made, "a:entry/a:content") == ["z"]


def test_the_feed_of_corrections_holds_the_latest_only() -> None:
    """As that of articles does."""
    made = feed_of_corrections(corrected("a", "1900", *((f"{1901 + n}", f"n{n}") for n in range(LENGTH + 10))))
    notes = texts(made, "a:entry/a:content")
    assert (len(notes), notes[0], notes[-1]) == (LENGTH, "n59", "n10")


TODAY = day(2022, 8, 1)


def due(*articles: LinkedArticle) -> list[tuple[str, list[str]]]:
    """Return the slugs of the articles that a feed may hold today, with the dates of their corrections."""
    found = as_of(all_recorded(articles, registry()).articles, TODAY)
    return [(article.slug, [each.date for each in article.corrections]) for article in found]


@pytest.mark.parametrize("when", ["2022-08-01", "2022-08", "2022", "2022-08-01T23:59", "../2030", "unknown", "2022~"])
def test_a_feed_may_hold_what_is_published_by_today(when: str) -> None:
    """Or may have been: on whichever day of its month or year."""
    assert due(corrected("a", when, (when, "x"))) == [("a", [when])]


@pytest.mark.parametrize("when", ["2022-08-02", "2022-09", "2023", "2022-08-02/2022-08-05", "2030/.."])
def test_a_feed_is_never_ahead_of_a_publication(when: str) -> None:
    """Nor of a correction, whatever the pages show of them before."""
    assert due(corrected("a", when), corrected("b", "2022", (when, "x"), ("2022-08-01", "y"))) == [
        ("b", ["2022-08-01"])
    ]


def test_an_event_to_come_stands_in_a_feed_once_it_is_told() -> None:
    """What counts is when it was published."""
    announced = linked_event("2030", "Vote")
    assert due(linked_article("a", "2022-07-30", "", announced), linked_article("b", "2022-08-02", "", announced)) == [
        ("a", [])
    ]


@pytest.mark.property
@given(st.lists(st.integers(-9, 9), max_size=8))
def test_the_day_of_a_feed_is_the_day_of_its_articles(days: list[int]) -> None:
    """Of articles around today those stay whose day has come."""
    around = [(n, (TODAY + timedelta(days=n)).isoformat()) for n in days]
    found = due(*(linked_article(f"a{place}", when) for place, (_, when) in enumerate(around)))
    assert {slug for slug, _ in found} == {f"a{place}" for place, (n, _) in enumerate(around) if n <= 0}
