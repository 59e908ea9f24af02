"""A feed tells what an article rests on, its events one by one, and holds its notes."""

from xml.etree import ElementTree as ET

from support.keyed import edition_of

from dateline.model.settings import Settings
from dateline.rendering.feed import atom_feed
from dateline.rendering.feed_texts import names_of_cast

ATOM = "{http://www.w3.org/2005/Atom}"
ARTICLE = """---
title: One
date: 2020-07-18
lang: en
sources:
  - id: post
    title: She is gone & lost
    publisher: The Post
    authors: [Ann, Ben]
    date: 2020-07-18
    url: https://post.example/gone
    archive: https://web.archive.org/web/20200719120000/https://post.example/gone
    pages: 3
    language: es
    note: as quoted
  - {url: https://b.example/}
events:
  - {date: 2020-07-17, title: She leaves, sources: [post]}
  - {date: 2020-07-16, title: She waits}
---
She left.[^post] It rained.[^1]

[^1]: For *hours*.

## 2020-07-15: She packs {.event sources="post, 2"}

Bags.
"""


def entry(text: str) -> ET.Element:
    """Return the one entry of the feed of an article."""
    records = edition_of({"articles/one.md": text}).records
    names = names_of_cast(records.articles, records.entities)
    settings = Settings(title="Record", base_url="https://example.org/")
    feed = ET.fromstring(atom_feed(records.articles, records.library, settings, names))  # noqa: S314
    found = feed.find(f"{ATOM}entry")
    assert found is not None
    return found


def content(text: str) -> str:
    """Return the HTML of an article in the feed."""
    found = entry(text).find(f"{ATOM}content")
    assert found is not None
    return found.text or ""


def test_sources_are_listed_after_the_text() -> None:
    """With all that is known of them, escaped."""
    assert (
        "<h2>Sources</h2>\n<ol>\n"
        '<li>Ann and Ben, <a href="https://post.example/gone">She is gone &amp; lost</a>, The Post, 18 July 2020, '
        "in Spanish, p. 3, as quoted, "
        '<a href="https://web.archive.org/web/20200719120000/https://post.example/gone">archived copy</a> '
        "of 19 July 2020.</li>\n"
        '<li><a href="https://b.example/">https://b.example/</a>.</li>\n</ol>\n'
    ) in content(ARTICLE)
    assert "<h2>Sources</h2>" not in content("---\ndate: 2020\n---\n# One\n")


def test_sources_on_the_web_are_via_links() -> None:
    """RFC 4287, section 4.2.7.2: `via` is where the information came from."""
    via = [link.get("href") for link in entry(ARTICLE).findall(f"{ATOM}link") if link.get("rel") == "via"]
    assert via == ["https://post.example/gone", "https://b.example/"]


def test_notes_stand_before_the_sources() -> None:
    """Their marks lead to the article's page."""
    html = content(ARTICLE)
    assert 'href="https://example.org/articles/one/#note-1"' in html
    notes = html[html.index("<h2>Notes</h2>") : html.index("<h2>Sources</h2>")]
    assert "She is gone" in notes
    assert "For <em>hours</em>." in notes


def test_each_event_tells_what_it_rests_on() -> None:
    """Where it has a source of its own."""
    html = content(ARTICLE)
    assert "She leaves</a>; one source: The Post, p. 3</li>" in html
    assert "She waits</a></li>" in html
    assert "<p>Sources: The Post, p. 3, https://b.example/.</p>" in html
