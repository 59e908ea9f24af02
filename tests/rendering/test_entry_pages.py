"""Each event has a page of its own, which tells all of it; an article without events is its own."""

import json
import re

import pytest
from support.site import Site, dead_links, render

FILES = {
    "people/ann.md": "---\nname: Ann Able\nevents: [{date: 2001, title: Ann sails}]\n---\n",
    "places/rome.md": "---\nname: Rome\n---\n",
    "articles/2019-05-01-raid.md": (
        "---\ntitle: The raid\ntags: [storms]\nlang: es\nsources: [{title: A report, publisher: The Post}]\n"
        "corrections: [{date: 2020, note: It was Rome.}]\nevents:\n"
        "  - date: 2018-04~\n    title: A house is searched\n    text: Ann Able watched it.\n"
        "    places: [rome]\n    status: retracted\n    roles: [{entity: ann, as: owner, status: denied}]\n"
        "  - {date: 2018-05, title: It burns, sources: [{publisher: The Star}]}\n---\nAnn Able.\n"
    ),
    "articles/2019-06-01-calm.md": "---\ntitle: Calm\n---\nAll is well.\n",
}


@pytest.fixture
def site() -> Site:
    """A site with events of an article and of a person."""
    return render(FILES)


def test_the_page_of_an_event_tells_all_of_it(site: Site) -> None:
    """When and where, how sure, who took part, what it rests on, who tells it, and what was mended since."""
    html = site.page("entries/raid.a-house-is-searched/index.html")
    words = " ".join(re.sub(r"<[^>]*>", " ", html.partition("<main")[2]).split())
    for said in ("A house is searched", "2018", "Rome", "Ann Able watched it", "owner", "A report", "The raid"):
        assert said in words
    for link in ("../../articles/raid/", "../../people/ann/", "../../places/rome/", "../../tags/storms/"):
        assert f'href="{link}"' in html
    assert "It was Rome." in words
    assert 'class="status retracted"' in html
    assert '<html lang="es"' in html
    assert "Retractado:" in words.partition("A house is searched")[0]
    assert dead_links(site) == []


def test_it_rests_on_its_own_sources_where_it_names_any(site: Site) -> None:
    """And not on those of its article."""
    html = site.page("entries/raid.it-burns/index.html").partition('id="sources"')[2]
    assert "The Star" in html.partition("</section>")[0]
    assert "The Post" not in html.partition("</section>")[0]


def test_it_leads_to_the_entries_before_and_after_it(site: Site) -> None:
    """In the order of the timeline, titles in their own language; an article without events has its own page alone."""
    html = site.page("entries/raid.it-burns/index.html")
    assert '<a href="../../entries/raid.a-house-is-searched/" rel="prev">A house is searched</a>' in html
    assert '<a href="../../articles/calm/" rel="next" lang="en">Calm</a>' in html
    first = site.page("entries/people.ann.ann-sails/index.html")
    assert 'rel="prev"' not in first
    assert 'rel="next" lang="es">A house is searched</a>' in first
    assert "entries/calm/index.html" not in site.outputs


def test_machines_read_the_event(site: Site) -> None:
    """With its date as far as ISO 8601 can say it, its status, and its line of the timeline above it."""
    html = site.page("entries/raid.it-burns/index.html")
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert data
    page, trail = json.loads(data[1])["@graph"]
    event = page["mainEntity"]
    assert (event["@type"], event["name"], event["startDate"]) == ("Event", "It burns", "2018-05")
    assert trail["itemListElement"][0]["item"] == "../../timeline/#raid.it-burns"


def test_each_line_of_the_timeline_leads_to_the_page_of_its_own(site: Site) -> None:
    """That of the article where it tells of no event."""
    html = site.page("timeline/index.html")
    assert re.findall(r'class="permalink" href="([^"]*)"', html) == [
        "../entries/people.ann.ann-sails/",
        "../entries/raid.a-house-is-searched/",
        "../entries/raid.it-burns/",
        "../articles/calm/",
    ]
