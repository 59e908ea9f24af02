"""Footnotes have numbers, lead back, and follow their sentence to every page that quotes it."""

import re

import pytest
from support.site import Site, dead_links, render

FILES = {
    "people/ann.md": "---\nname: Ann Able\nsummary: A poet.[^b]\n---\nBorn here.[^b]\n\n[^b]: Says Ben.\n",
    "pages/about.md": "# About\n\nWords.[^1]\n\n[^1]: More words.\n",
    "articles/one.md": """---
title: One
date: 2020-07-18
summary: Of Ann Able.[^ap]
sources:
  - id: ap
    title: A report
    url: https://ap.example/x
    archive: https://web.archive.org/web/20200719120000/https://ap.example/x
events:
  - {date: 2020-07-17, title: E, text: "Ann Able left.[^2]"}
---
Ann Able sang.[^1] Rain fell. Then *Ann Able*[^1][^ap] slept <b>well</b>; see [this](https://ap.example/x),
[that](https://ap.example/y) and [the copy](https://web.archive.org/web/20200719120000/https://ap.example/x).

[^1]: A note on Ann Able.
[^2]: For the event.
""",
}
MARK = re.compile(r'<sup class="note-mark"><a href="([^"]*)"([^>]*)>(\d+)</a></sup>')


@pytest.fixture(scope="module")
def site() -> Site:
    """An article, a page and a dossier, each with notes."""
    return render(FILES)


def note(site: Site, page: str, number: int) -> str:
    """Return the HTML of a note on a page."""
    found = re.search(rf'<li id="note-{number}">(.*?)</li>', site.page(page), re.DOTALL)
    assert found
    return found[1]


def test_marks_of_a_page_have_numbers_and_ids(site: Site) -> None:
    """In the order of its texts; raw HTML beside them takes nothing away."""
    marks = MARK.findall(site.page("articles/one/index.html"))
    assert [(url, number) for url, _, number in marks] == [
        ("#note-1", "1"), ("#note-2", "2"), ("#note-2", "2"), ("#note-1", "1"),
    ]  # fmt: skip
    assert [re.findall(r'id="([^"]*)"', more) for _, more, _ in marks] == [[], ["mark-2"], ["mark-2-2"], ["mark-1"]]
    assert all('role="doc-noteref"' in more and "aria-label" not in more for _, more, _ in marks)
    assert "<b>well</b>" in site.page("articles/one/index.html")


def test_notes_lead_back_to_their_marks(site: Site) -> None:
    """To each of them; one of an event alone to the event."""
    page = "articles/one/index.html"
    backs = {
        number: re.findall(r'<a href="(#[^"]*)" role="doc-backlink"', note(site, page, number)) for number in (1, 2, 3)
    }
    assert backs == {1: ["#mark-1"], 2: ["#mark-2", "#mark-2-2"], 3: ["#e-e"]}
    assert "mark 2 of 2" in note(site, page, 2)
    assert dead_links(site) == []


def unlinked(page: str) -> str:
    """Return a dossier without the links from its quoted sentences to where they stand."""
    return re.sub(r'<a class="said" href="[^"]*">(.*?)</a>', r"\1", page)


def test_a_note_may_be_a_source(site: Site) -> None:
    """It is printed like one; names in notes are found."""
    assert 'data-versionurl="https://web.archive.org/' in note(site, "articles/one/index.html", 1)
    assert "A note on" in note(site, "articles/one/index.html", 2)
    assert "A note on <mark>Ann Able</mark>." in unlinked(site.page("people/ann/index.html"))


def test_a_quoted_sentence_keeps_its_notes(site: Site) -> None:
    """As links to the article's page, in the place where they stand; no id stands there twice."""
    page = unlinked(site.page("people/ann/index.html"))
    to = "../../articles/one/#note-"
    quoted = re.sub(r'<sup class="note-mark"><a href="([^"]*)" aria-label="Note \d">\d</a></sup>', r"{\1}", page)
    assert f"<mark>Ann Able</mark> sang.{{{to}2}}</p>" in quoted
    assert f"Then <mark>Ann Able</mark>{{{to}2}}{{{to}1}} slept well" in quoted
    assert f"<mark>Ann Able</mark> left.{{{to}3}}</p>" in quoted
    assert f"Of <mark>Ann Able</mark>.{{{to}1}}</p>" in quoted


def test_the_timeline_links_to_the_notes_of_its_articles(site: Site) -> None:
    """With roles, and without ids."""
    ((url, more, number),) = MARK.findall(site.page("timeline/index.html"))
    assert (url, number, "id=" in more) == ("../articles/one/#note-3", "3", False)


def test_dossiers_and_pages_have_notes_too(site: Site) -> None:
    """Of their own texts."""
    assert re.findall(r'<a href="#note-1"( id="mark-1")?', site.page("people/ann/index.html")) == ["", ' id="mark-1"']
    assert "Says Ben." in note(site, "people/ann/index.html", 1)
    assert "More words." in note(site, "about/index.html", 1)
    assert "doc-endnotes" not in render({"articles/a.md": "# A\n"}).page("articles/a/index.html")


def test_links_of_a_text_to_its_sources_are_robust(site: Site) -> None:
    """Both to the source and to the copy; no other link is."""
    page = site.page("articles/one/index.html")
    body = page[page.index('<div class="prose"') : page.index("doc-endnotes")]
    copy, day = "https://web.archive.org/web/20200719120000/https://ap.example/x", 'data-versiondate="2020-07-19"'
    for link in (
        f'<a href="https://ap.example/x" rel="noopener" data-versionurl="{copy}" {day}>this</a>',
        f'<a href="{copy}" rel="noopener" data-originalurl="https://ap.example/x" {day}>the copy</a>',
        '<a href="https://ap.example/y" rel="noopener">that</a>',
    ):
        attributes = set(re.findall(r'[\w-]+="[^"]*"', link))
        words = re.sub("<[^>]+>", "", link)
        found = next(tag for tag in re.findall(r"<a [^>]*>[^<]*</a>", body) if f">{words}</a>" in tag)
        assert set(re.findall(r'[\w-]+="[^"]*"', found)) == attributes
