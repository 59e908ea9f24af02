"""How sure a claim is stands wherever the claim does, in words."""

import csv
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import count
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from support.site import OPTIONS, Site, render, theme_templates

from dateline.model.article import Status
from dateline.model.source import Sources
from dateline.model.urls import ENTRY_INDEX, FEED, JSON_FEED
from dateline.pipeline import build_site

PEOPLE = {f"people/{name[:3].lower()}.md": f"# {name}\n" for name in ("Ann Able", "Ben Bold", "Cem Cray")}
ROME = {"places/rome.md": "# Rome\n"}
RAID = """---
title: What came of it
date: 2020-08-01
events:
  - date: 2020-07-17
    title: A warehouse is searched
    text: Ann Able was there with Ben Bold.
    status: confirmed
    places: [rome]
    roles:
      - {entity: ann, as: owner, status: alleged, note: says Cem}
      - {entity: ben, as: witness}
      - {entity: ann, as: tenant, status: disputed}
      - {entity: rome, as: scene}
  - {date: 2020-07-18, title: Ben flees, entities: [ben], status: retracted}
  - {date: 2020-07-19, title: The trial, status: reported, roles: [{entity: ann, status: acquitted}]}
  - {date: 2020-07-20, title: It rains, entities: [cem], status: reported}
---
Ann Able, Ben Bold and Cem Cray were in Rome.
"""


def words(html: str) -> str:
    """Return the text of HTML, its white space folded."""
    return " ".join(re.sub(r"<[^>]+>", "", re.sub(r"</(?:a|h\d|li|p)>", r"\g<0> ", html)).replace(" ,", ",").split())


def entry(html: str, title: str) -> str:
    """Return the words of the entry with a title."""
    (found,) = (part for part in html.split('<li class="entry"')[1:] if f">{title}</a></h" in part)
    return words(f"<li {found.partition('</ol>')[0]}")


@pytest.fixture(scope="module")
def site() -> Site:
    """An article with events of every sort."""
    return render({**PEOPLE, **ROME, "articles/raid.md": RAID})


def test_a_part_stands_beside_its_name_on_the_timeline(site: Site) -> None:
    """Those who have one first; the place of the dateline too, where it has a part."""
    html = site.page("timeline/index.html")
    assert entry(html, "A warehouse is searched").endswith(
        "person: Ann Able owner, alleged (says Cem); tenant, disputed person: Ben Bold witness place: Rome scene"
    )
    assert entry(html, "Ben flees").endswith("person: Ben Bold")


@pytest.mark.parametrize("page", ["index.html", "articles/raid/index.html", "people/cem/index.html"])
def test_a_retracted_title_says_so(site: Site, page: str) -> None:
    """And it can still be read."""
    html = site.page(page)
    assert "Retracted: It rains" not in words(html)
    if page != "people/cem/index.html":
        assert "Retracted: Ben flees" in words(html)
        assert '<span class="status retracted">retracted</span>' in html


@pytest.mark.parametrize("page", ["index.html", "articles/raid/index.html"])
def test_parts_stand_where_names_are_not_listed(site: Site, page: str) -> None:
    """On the home page and on the page of the article."""
    assert "person: Ann Able owner, alleged (says Cem); tenant, disputed" in words(site.page(page))
    assert "person: Ann Able acquitted" in words(site.page(page))


def test_a_dossier_says_as_what_its_entity_took_part(site: Site) -> None:
    """In a line of its own; a status alone stands beside the name, so that it is not taken for that of the event."""
    html = site.page("people/ann/index.html")
    searched = entry(html, "A warehouse is searched")
    assert "confirmed as owner, alleged (says Cem); as tenant, disputed told in" in searched
    assert searched.endswith("person: Ben Bold witness place: Rome scene")
    assert "reported Ann Able: acquitted told in" in entry(html, "The trial")


def test_a_dossier_says_as_what_others_took_part(site: Site) -> None:
    """Its excerpts may name them."""
    searched = entry(site.page("people/ben/index.html"), "A warehouse is searched")
    assert "confirmed as witness told in" in searched
    assert "person: Ann Able owner, alleged (says Cem); tenant, disputed" in searched


def test_excerpts_of_an_article_name_its_doubtful_events(site: Site) -> None:
    """Those with the entity that are not simply told as facts, be it for somebody else's part."""
    told = words(site.page("people/ben/index.html").partition('id="articles"')[2])
    assert (
        "tells of A warehouse is searched confirmed as witness Ann Able : owner, alleged (says Cem); tenant, disputed "
        "Rome : scene tells of Ben flees retracted" in told
    )
    assert "tells of" not in site.page("people/cem/index.html")


def test_the_list_of_events_at_the_head_of_an_article_says_how_sure_each_is() -> None:
    """The words stand in the list itself."""
    headings = "## 2020-01-02: Rain {.event status=denied}\n\n## 2020-01-03: Snow {.event}\n"
    html = render({"articles/a.md": f"---\ntitle: A\ndate: 2020-08-01\n---\n{headings}"}).page("articles/a/index.html")
    contents = html.partition('<nav class="contents"')[2].partition("</nav>")[0]
    assert words(f"<nav {contents}") == "2 January 2020 Rain denied 3 January 2020 Snow"


class _Parts(HTMLParser):
    """The smallest part of a page, a row or else all of it, around each place where words stand."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = [[]]
        self.found: list[list[str]] = []
        self.attributes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [value or "" for name, value in attrs if name not in ("id", "href")]
        if tag in ("li", "script"):
            self.rows.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in ("li", "script"):
            self.found.append(self.rows.pop())

    def handle_data(self, data: str) -> None:
        self.rows[-1].append(data)

    def parts(self) -> Iterator[str]:
        """Return the texts of rows, each without the rows in it, and what stands in no row."""
        yield from ("".join(pieces) for pieces in (*self.found, *self.rows))


def rows(html: str) -> list[str]:
    """Return the texts of a page, row by row, and its attributes; a heading is in one row with what is said of it.

    The list of events at the head of an article leads to where the page tells as what each took part; and so do the
    entries in a dossier which prove with whom somebody appears, and those before and after an event.
    """
    html = re.sub(r'<nav class="turn".*?</nav>', "", html, flags=re.DOTALL)
    html = re.sub(r'<ol class="ranked with".*?</ol>', "", html, flags=re.DOTALL)
    html = re.sub(r'<nav class="contents".*?</nav>', "", html, flags=re.DOTALL)
    html = re.sub(r'<ul class="chips[^>]*>.*?</ul>', lambda m: words(m[0]), html, flags=re.DOTALL)
    parser = _Parts()
    parser.feed(re.sub(r"<h([2-4])( class=.event-heading.*?)?>.*?</h\1>(\s*<p.*?</p>[^<]*)?", r"<li>\g<0></li>", html))
    parser.close()
    return [" ".join(part.split()) for part in parser.parts()] + parser.attributes


def shown(path: str, data: bytes) -> list[str]:
    """Return the parts of an output in which a claim and its status must stand together."""
    if path.endswith(".html"):
        return rows(data.decode())
    if path == FEED:
        contents = ET.fromstring(data).iter("{http://www.w3.org/2005/Atom}content")  # noqa: S314
        return [row for content in contents for row in rows(content.text or "")]
    if path == ENTRY_INDEX:
        packed = json.loads(data[len("datelineEntries(") : -len(");\n")])
        return _columns({table: json.loads(text) for table, text in packed.items()})
    if path.endswith(".ics"):
        return data.decode().replace("\r\n ", "").replace("\\", "").split("BEGIN:VEVENT")
    if path == JSON_FEED:
        feed = json.loads(data)
        texts = [row for item in feed["items"] for row in rows(item["content_html"])]
        return texts + [_said(event) for item in feed["items"] for event in item["_dateline"].get("events", [])]
    if path in ("data/entries.json", "data/entries.geojson"):
        (listed,) = (each for each in json.loads(data).values() if isinstance(each, list))
        return [_said(each.get("properties", each)) for each in listed]
    if path == "data/entries.csv":
        table = csv.DictReader(data.decode().splitlines(keepends=True))
        return [_said({**row, "roles": json.loads(row["roles"] or "[]")}) for row in table]
    return data.decode().splitlines()


def _columns(index: dict[str, Any]) -> list[str]:
    """What the index of the filter says of each event."""
    names = [value for value, *_ in index["statuses"]]
    rows = []
    for place, title in enumerate(index["title"]):
        status = names[index["status"][place]] if index["status"][place] >= 0 else ""
        roles = [
            {"as": words, **({"status": names[sure]} if sure >= 0 else {})}
            for _, words, sure, _ in index["roles"].get(str(place), [])
        ]
        rows.append(_said({"title": title, "status": status, "roles": roles}))
    return rows


def _said(row: dict[str, Any]) -> str:
    """What data say of an event; status and roles by their fields, and never by its text alone."""
    parts = [", ".join(role[name] for name in ("as", "status") if name in role) for role in row.get("roles", [])]
    return "; ".join([row["title"], row.get("status", ""), *parts])


@st.composite
def _sites(draw: DrawFn) -> tuple[dict[str, str], dict[str, list[str]]]:
    """A site, and for the title of each of its events what must stand beside it."""
    texts, wanted, number = {**PEOPLE, **ROME}, {}, count()
    statuses = st.none() | st.sampled_from(list(Status))
    for article in range(draw(st.integers(1, 2))):
        lines = [f"---\ntitle: Piece {article}\ndate: 2020-08-0{article + 1}\nevents:"]
        for _ in range(draw(st.integers(1, 3))):
            title, status = f"Happening-{next(number)}x", draw(statuses)
            roles = draw(st.lists(st.tuples(st.sampled_from(["ann", "ben", "rome"]), statuses), max_size=2))
            when = draw(st.sampled_from(["2020-07-01", "unknown", "1999"]))
            lines.append(f"  - date: {when}\n    title: {title}\n    places: [rome]\n    text: Cem Cray told of it.")
            lines += [f"    status: {status}"] if status else []
            parts = [(entity, f"part-{next(number)}x", each) for entity, each in roles]
            told = (f"{{entity: {e}, as: {words}{f', status: {s}' if s else ''}}}" for e, words, s in parts)
            lines.append(f"    roles: [{', '.join(told)}]")
            wanted[title] = [*([status] if status else []), *(f"{w}, {s}" if s else w for _, w, s in parts)]
        headings = []
        for _ in range(draw(st.integers(0, 2))):
            title, status = f"Happening-{next(number)}x", draw(statuses)
            said = f" status={status}" if status else ""
            part = f"part-{next(number)}x, alleged"
            said += f' roles="ann: {part}"' if draw(st.booleans()) else ""
            headings.append(f"\n## 2020-07-03: {title} {{.event places=rome{said}}}\n\nCem Cray told of it.\n")
            wanted[title] = [*([status] if status else []), *([part] if "roles" in said else [])]
        body = "Ann Able and Ben Bold met Cem Cray in Rome.\n"
        texts[f"articles/a{article}.md"] = "\n".join([*lines, "---", body, *headings])
    return texts, wanted


@pytest.mark.property
@settings(max_examples=12, deadline=None)
@given(_sites())
def test_no_output_shows_an_event_without_its_status(made: tuple[dict[str, str], dict[str, list[str]]]) -> None:
    """Nor without what it says of those who took part in it: in any page, feed or file of data."""
    texts, wanted = made
    sources = Sources({path: text.encode() for path, text in texts.items()}, templates=theme_templates())
    outputs = build_site(sources, OPTIONS).outputs
    seen = set()
    for path, data in outputs.items():
        assert isinstance(data, bytes)
        for part in shown(path, data):
            for title in (title for title in wanted if title in part):
                seen.add((path, title))
                assert [word for word in wanted[title] if word not in part] == [], (path, part)
    for page in ("timeline/index.html", "people/cem/index.html", "places/rome/index.html", FEED):
        assert {title for path, title in seen if path == page} == set(wanted)
