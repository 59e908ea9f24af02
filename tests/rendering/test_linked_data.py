"""Pages tell machines in JSON-LD what they tell readers: no more, and never an event without its status."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape
from typing import Any
from urllib.parse import urljoin

import pytest
from hypothesis import given
from strategies import dates
from support.site import OPTIONS, Site, render

from dateline.model.date import HistoricalDate, Precision
from dateline.model.edtf import parse_edtf
from dateline.rendering.date_words import full_words, short_words
from dateline.rendering.linked_data import iso_date

BASE = "https://example.org/record/"
ARTICLE = """---
title: Ann goes to Rome
date: 2020-07-18
summary: A journey of Ann Able.
authors: [Zoe]
updated: 2020-07-19
events:
  - {date: 2020-07-17, title: Ann Able leaves, text: She meets Ben Bold., places: [rome], status: alleged,
     roles: [{entity: ben, as: driver, status: disputed, note: he says no}],
     sources: [{title: Film, url: "https://film.example/", at: "00:03:15", accessed: 2020-07-18, language: es}]}
  - {date: 2019-10~, title: Ann Able waits, status: disputed}
  - {date: 2020-01-02/2020-01-05, title: Ann Able hides, status: denied}
  - {date: unknown, title: Ann Able sleeps}
sources:
  - {title: "Report </script><b>", publisher: The Post, authors: [Yan], date: 2020-07, pages: 12–14,
     url: "https://post.example/a?b=1&c=2",
     archive: "https://web.archive.org/web/20200801000000/https://post.example/a?b=1&c=2"}
  - {title: Letter, date: 1989~}
corrections:
  - {date: 2020-07-20, note: It was Rome & not Oslo.}
---
Ann Able told Ben Bold of the Guard.
"""
FILES = {
    "site.toml": 'title = "Record"\ndescription = "What was said."\n',
    "people/ann.md": "---\nname: Ann Able\naliases: [A. Able]\nborn: 1960\ndied: 2021~\nsummary: She knows Ben.\n"
    "relations:\n  - {type: leads, entity: guard, since: 1998~, until: 2004, status: alleged, note: So the police.,\n"
    "     article: first, source: {title: Roll, publisher: The Post, date: 2005}}\n---\n",
    "people/ben.md": "---\nname: Ben Bold\n---\n",
    "groups/guard.md": "---\nname: Guard\nfounded: 1950-05\n---\n",
    "places/rome.md": "---\nname: Rome\npart_of: italy\ncoordinates: [41.9, 12.5]\n---\n",
    "places/italy.md": "---\nname: Italy\n---\n",
    "pages/about.md": "---\ntitle: About\nsummary: Who we are.\n---\n",
    "articles/first.md": ARTICLE,
    "articles/second.md": "---\ntitle: Who is Ann?\ndate: 2021-01~\n---\nAnn Able was seen.\n",
}
TYPES = {
    "Article": "@id about additionalProperty author citation correction dateModified datePublished description "
    "headline inLanguage isBasedOn isPartOf mentions url",
    "BreadcrumbList": "itemListElement",
    "CollectionPage": "inLanguage isPartOf mainEntity name url",
    "CorrectionComment": "about datePublished text",
    "CreativeWork": "additionalProperty archivedAt author datePublished inLanguage name pagination publisher url",
    "Event": "@id about additionalProperty location name startDate subjectOf temporalCoverage",
    "GeoCoordinates": "latitude longitude",
    "ItemList": "itemListElement numberOfItems",
    "ListItem": "item name position",
    "Organization": "@id additionalProperty foundingDate name subjectOf",
    "Person": "@id additionalProperty alternateName birthDate description name subjectOf",
    "Place": "@id containedInPlace geo name subjectOf",
    "ProfilePage": "inLanguage isPartOf mainEntity name url",
    "PropertyValue": "description name subjectOf url value valueReference",
    "Role": "about description roleName",
    "WebPage": "description inLanguage isPartOf mainEntity name url",
    "WebSite": "@id description inLanguage name url",
}
"""What the pages of the site say, and nothing else: all of it in the vocabulary of schema.org."""
DATES = {"birthDate", "dateModified", "datePublished", "deathDate", "died", "foundingDate", "startDate"}
DATES |= {"accessed", "archived", "since", "temporalCoverage", "until"}
ADDRESSES = {"@id", "archivedAt", "correction", "isBasedOn", "item", "url"}
OF_THE_PAGE = {"@type", "inLanguage", "numberOfItems", "position"}
"""What says how the page is made, and nothing of the world."""

Thing = Mapping[str, Any]


@pytest.fixture(scope="module", params=["", BASE], ids=["without a base URL", "with a base URL"])
def site(request: pytest.FixtureRequest) -> Site:
    """A small site with all there is."""
    return render(FILES, replace(OPTIONS, base_url=request.param or None))


def linked_data(html: str) -> list[Thing]:
    """Return what a page tells machines; nothing where it tells nothing."""
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    documents = [json.loads(block) for block in blocks]
    assert all(document.keys() == {"@context", "@graph"} for document in documents)
    assert all(document["@context"] == "https://schema.org" for document in documents)
    return [node for document in documents for node in document["@graph"]]


def things(value: object) -> Iterator[Thing]:
    """Return every thing that is told of, at any depth."""
    if isinstance(value, list):
        for item in value:
            yield from things(item)
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from things(item)


def told(path: str, site: Site) -> list[Thing]:
    """Return every thing of which a page tells."""
    return list(things(linked_data(site.page(path))))


def pages(site: Site) -> dict[str, str]:
    """Return every page that is not about an address alone."""
    found = {path: site.page(path) for path in site.outputs if path.endswith(".html") and path != "404.html"}
    assert len(found) > 12
    return found


def words(html: str) -> str:
    """Return the text of a page as it stands between its tags."""
    main = html[html.index("<title>") :]
    bare = re.sub(r"<script\b.*?</script>", "", main, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", bare)).split())


def test_every_page_tells_what_it_is(site: Site) -> None:
    """In one block, whose words cannot end it."""
    for path, html in pages(site).items():
        nodes = linked_data(html)
        assert 1 <= len(nodes) <= 2, path
        assert html.count("application/ld+json") == 1
    assert linked_data(site.page("404.html")) == []


def test_only_words_of_schema_org_are_used(site: Site) -> None:
    """And each of them somewhere."""
    used: dict[str, set[str]] = {}
    for path in pages(site):
        for thing in told(path, site):
            used.setdefault(thing["@type"], set()).update(thing.keys() - {"@type"})
    assert {kind: " ".join(sorted(names)) for kind, names in sorted(used.items())} == TYPES


def facts(thing: Thing) -> Iterator[tuple[str, object]]:
    """Return what is said of a thing itself, without its type and what the page is made of."""
    if thing["@type"] == "PropertyValue":
        yield (thing["name"] if thing["name"] != "status" else "text"), thing["value"]
        thing = {name: value for name, value in thing.items() if name not in ("name", "value")}
    for name, value in thing.items():
        for item in value if isinstance(value, list) else [value]:
            if name not in OF_THE_PAGE and not isinstance(item, dict):
                yield name, item


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows."""

    words: str
    addresses: frozenset[str]

    @classmethod
    def of(cls, html: str, url: str) -> "Shown":
        """Return what the page at a URL shows: its words, where its links lead, and the places on it."""
        links = [unescape(link) for link in re.findall(r'\shref="([^"]*)"', html)]
        places = [f"#{place}" for place in re.findall(r'\sid="([^"]*)"', html)]
        return cls(words(html), frozenset(urljoin(url, each) for each in [*links, *places, url]))

    def has(self, name: str, value: object, url: str) -> bool:
        """Return whether a fact is among it; below the heading of a year a date is told without the year."""
        if name in ADDRESSES:
            return urljoin(url, str(value)) in self.addresses
        if name in DATES:
            date = parse_edtf(str(value))
            return (
                full_words(date, "en") in self.words
                or f"{date.year} " in self.words.partition(short_words(date, "en"))[0]
            )
        return (f"{abs(value):g}°" if isinstance(value, float) else str(value)) in self.words


def test_nothing_is_said_that_the_page_does_not_show(site: Site) -> None:
    """Neither a name, nor a date, nor an address."""
    for path, html in pages(site).items():
        url = BASE + path.removesuffix("index.html")
        shown = Shown.of(html, url)
        said = [(thing["@type"], *fact) for thing in told(path, site) for fact in facts(thing)]
        assert [each for each in said if not shown.has(*each[1:], url)] == [], path


STATUSES = {"Ann Able leaves": "alleged", "Ann Able waits": "disputed", "Ann Able hides": "denied"}


def test_no_event_goes_without_its_status(site: Site) -> None:
    """On every page that tells of it."""
    found = 0
    for path in pages(site):
        for event in (thing for thing in told(path, site) if thing["@type"] == "Event"):
            status = STATUSES.get(event["name"])
            expected = [{"@type": "PropertyValue", "name": "status", "value": status}] if status else None
            assert event.get("additionalProperty") == expected, path
            found += 1
    assert found >= 4 * 3  # on the article, on the timeline, in the dossier of Ann


def test_dates_are_as_exact_as_they_are_known(site: Site) -> None:
    """An interval is a time within which something happened: it begins nothing and ends nothing."""
    events = [thing for thing in told("articles/first/index.html", site) if thing["@type"] == "Event"]
    spans = {each["name"]: (each.get("startDate"), each.get("temporalCoverage")) for each in events}
    assert spans == {
        "Ann Able leaves": ("2020-07-17", None),
        "Ann Able waits": (None, "2019-10~"),
        "Ann Able hides": (None, "2020-01-02/2020-01-05"),
        "Ann Able sleeps": (None, None),
    }


def test_an_article_tells_what_it_rests_on_and_what_was_wrong(site: Site) -> None:
    """Sources with their copies, corrections with their dates."""
    (article, breadcrumbs) = linked_data(site.page("articles/first/index.html"))
    assert (article["@type"], article["datePublished"], article["dateModified"]) == (
        "Article",
        "2020-07-18",
        "2020-07-20",
    )
    assert article["author"] == ["Zoe"]
    assert article["citation"][0] == {
        "@type": "CreativeWork",
        "name": "Report </script><b>",
        "author": ["Yan"],
        "publisher": "The Post",
        "datePublished": "2020-07",
        "additionalProperty": [{"@type": "PropertyValue", "name": "archived", "value": "2020-08-01"}],
        "pagination": "12–14",
        "url": "https://post.example/a?b=1&c=2",
        "archivedAt": "https://web.archive.org/web/20200801000000/https://post.example/a?b=1&c=2",
    }
    correction = {"@type": "CorrectionComment", "text": "It was Rome & not Oslo.", "datePublished": "2020-07-20"}
    assert article["correction"] == [correction]
    assert [each["name"] for each in breadcrumbs["itemListElement"]] == ["Articles", "Ann goes to Rome"]


def test_an_event_keeps_a_source_without_an_address() -> None:
    """By who published it and what it is called."""
    events = "events: [{date: 2019, title: E, sources: [{publisher: P, title: Roll}, {publisher: P, title: Roll}]}]"
    site = render({"articles/a.md": f"---\ntitle: A\ndate: 2020\n{events}\n---\n"})
    (event,) = (thing for thing in told("timeline/index.html", site) if thing["@type"] == "Event")
    assert event["subjectOf"][1:] == [{"@type": "CreativeWork", "name": "Roll", "publisher": "P"}]


@pytest.mark.parametrize(
    ("path", "name", "other"),
    [("people/ann", "Leads", "groups/guard"), ("groups/guard", "Led by", "people/ann")],
)
def test_a_relation_is_told_at_both_ends_with_what_qualifies_it(path: str, name: str, other: str, site: Site) -> None:
    """In the words for that end, with how sure it is, when it held, and who says so."""
    (relation,) = (thing for thing in told(f"{path}/index.html", site) if thing.get("name") == name)
    assert relation["url"].endswith(f"{other}/")
    assert relation["value"] == {"groups/guard": "Guard", "people/ann": "Ann Able"}[other]
    assert [(each["name"], each["value"]) for each in relation["valueReference"]] == [
        ("status", "alleged"),
        ("since", "1998~"),
        ("until", "2004"),
    ]
    assert relation["description"] == "So the police."
    assert [each.get("headline", each.get("name")) for each in relation["subjectOf"]] == ["Ann goes to Rome", "Roll"]


def test_a_corrected_article_is_known_by_its_mark_elsewhere(site: Site) -> None:
    """Wherever one of its events stands."""
    for path in ("timeline/index.html", "people/ann/index.html"):
        tellers = [thing["subjectOf"][0] for thing in told(path, site) if thing["@type"] == "Event"]
        assert tellers
        assert all(teller["correction"].endswith("articles/first/#corrections") for teller in tellers)


def test_full_addresses_where_there_is_a_base_url() -> None:
    """So that what is copied from the page still leads back to it."""
    based = render(FILES, replace(OPTIONS, base_url=BASE))
    for path in pages(based):
        for thing in told(path, based):
            addresses = [value for name, value in facts(thing) if name in ADDRESSES]
            assert all(str(each).startswith("https://") for each in addresses)


@pytest.mark.property
@given(dates())
def test_iso_says_no_more_than_is_known(date: HistoricalDate) -> None:
    """What reads back from it is the same date, and what is about, perhaps or between has no such form."""
    iso = iso_date(date)
    if iso:
        assert date.start is not None
        assert date.start.precision >= Precision.YEAR
        assert parse_edtf(iso) == HistoricalDate.at(replace(date.start, zone=None))
    else:
        point = date.start if date.is_single else None
        assert point is None or point.edtf != f"{point.year:04d}" or not 1 <= point.year <= 9999
