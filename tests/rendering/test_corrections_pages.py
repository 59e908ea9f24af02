"""What was wrong stands on a page of its own, and marks what is taken from its article elsewhere."""

import re

import pytest
from support.site import Site, dead_links, render

MARK = re.compile(r'<a class="corrected" href="([^"]*)">(.*?)</a>')
PEOPLE = {"people/ann.md": "---\nname: Ann Able\n---\n", "people/ben.md": "---\nname: Ben Bold\n---\n"}
WRONG = """---
title: Ann leaves
date: 2020-07-18
events:
  - {date: 2020-07-17, title: Ann Able leaves}
corrections:
  - {date: 2021-01-05, note: It was Rome & Oslo.}
  - {date: 2020-07-20, note: She left at noon.}
---
Ann Able left.
"""
PUBLISHED = (
    "---\ntitle: Ben stays\ndate: 2020-08-01\ncorrections: [{date: 2020-09, note: He stayed.}]\n---\nBen Bold.\n"
)
RIGHT = "---\ntitle: Rain\ndate: 2021-02-01\n---\nAnn Able and Ben Bold.\n"
FILES = {**PEOPLE, "articles/wrong.md": WRONG, "articles/stays.md": PUBLISHED, "articles/right.md": RIGHT}


def words(html: str) -> str:
    """Return the text of HTML, its white space folded."""
    return " ".join(re.sub(r"<[^>]+>", "", re.sub(r"</(?:h\d|li|p)>", " ", html)).split())


def marks(html: str) -> list[tuple[str, str]]:
    """Return where each mark leads, and its words."""
    return [(url, words(text)) for url, text in MARK.findall(html)]


@pytest.fixture(scope="module")
def site() -> Site:
    """Two articles that were corrected, and one that was not."""
    return render(FILES)


def test_corrections_stand_newest_first_by_year(site: Site) -> None:
    """With what was wrong, and in which article."""
    text = words(site.page("corrections/index.html"))
    assert "What was wrong in articles and has been mended: 3 corrections, newest first. Feed of corrections" in text
    assert (
        "2021 1 correction 5 January Ann leaves It was Rome &amp; Oslo. published 18 July 2020 2020 2 corrections"
        in text
    )
    assert text.index("September Ben stays He stayed.") < text.index("20 July Ann leaves She left at noon.")
    assert dead_links(site) == []


def test_the_page_leads_to_its_feed(site: Site) -> None:
    """For programs in its head, for readers in its text."""
    head, _, body = site.page("corrections/index.html").partition("</head>")
    assert '<link rel="alternate" type="application/atom+xml" href="../corrections.xml"' in head
    assert '<a href="../corrections.xml">Feed of corrections</a>' in body
    assert "corrections.xml" not in site.page("index.html")


def test_every_page_leads_to_the_corrections(site: Site) -> None:
    """At its foot."""
    for path in (path for path in site.outputs if path.endswith(".html")):
        assert '/corrections/">Corrections</a>' in site.page(path).partition("<footer")[2], path


def test_a_site_without_corrections_has_no_page_and_no_link() -> None:
    """Nor any mark."""
    site = render({**PEOPLE, "articles/right.md": RIGHT})
    assert [path for path in site.outputs if "correct" in path] == []
    explained = "data/index.html"  # tells of every column that data may have
    pages = [path for path in site.outputs if path.endswith(".html") and path != explained]
    shown = {path: re.sub(r'data-corrected="[^"]*"', "", site.page(path)) for path in pages}  # words for the script
    assert [path for path in pages if "orrect" in shown[path]] == []


def test_a_row_of_the_timeline_is_marked(site: Site) -> None:
    """With the date of the latest correction; that of an article that was right is not."""
    wrong, published = ("../articles/wrong/#corrections", "../articles/stays/#corrections")
    expected = [(wrong, "corrected 5 January 2021"), (published, "corrected September 2020")]
    assert marks(site.page("timeline/index.html")) == expected
    assert [text for _, text in marks(site.page("index.html"))] == [text for _, text in reversed(expected)]
    assert [text for _, text in marks(site.page("articles/index.html"))] == [text for _, text in reversed(expected)]


def test_excerpts_in_a_dossier_are_marked(site: Site) -> None:
    """Its entries and the articles that name it: an event, an article that tells of none, and a backlink."""
    url = "../../articles/wrong/#corrections"
    assert marks(site.page("people/ann/index.html")) == [(url, "corrected 5 January 2021")] * 2
    assert marks(site.page("people/ben/index.html")) == [
        ("../../articles/stays/#corrections", "corrected September 2020")
    ]


def test_the_page_of_the_article_itself_has_no_mark(site: Site) -> None:
    """Its head says it; its corrections have the latest last."""
    html = site.page("articles/wrong/index.html")
    assert marks(html) == []
    assert '<a href="#corrections"><time datetime="2021-01-05">5 January 2021</time></a>' in html
    assert "20 July 2020. She left at noon. 5 January 2021. It was Rome &amp; Oslo." in words(html)


def test_a_correction_without_a_date_is_said_without_one() -> None:
    """The mark is the word alone; on the page it closes the list."""
    site = render(
        {**PEOPLE, "articles/wrong.md": WRONG.replace("2021-01-05", "unknown").replace("2020-07-20", "unknown")}
    )
    assert {text for _, text in marks(site.page("timeline/index.html"))} == {"corrected"}
    assert "18 July 2020, corrected. /articles/wrong/" in words(site.page("articles/wrong/index.html"))
    assert "Undated 2 corrections Undated Ann leaves" in words(site.page("corrections/index.html"))


def test_many_corrections_are_cut_by_year() -> None:
    """And a year of very many takes several pages."""
    made = "".join(f"  - {{date: '{2000 + n % 2}-05-{n % 28 + 1:02d}', note: Note {n}.}}\n" for n in range(230))
    site = render({"articles/a.md": f"---\ntitle: A\ndate: 2000\ncorrections:\n{made}---\n"})
    pages = sorted(path for path in site.outputs if path.startswith("corrections/"))
    assert pages == [
        f"corrections/{name}index.html" for name in ("in-2000-2/", "in-2000/", "in-2001-2/", "in-2001/", "in-200x/", "")
    ]
    for page in ("", "in-200x/"):
        text = words(site.page(f"corrections/{page}index.html"))
        assert "2001, part 1 100 corrections 2001, part 2 15 corrections 2000, part 1 100" in text
    assert site.page("corrections/in-200x/index.html").count('<li class="entry"') == 0
    assert site.page("corrections/in-2001/index.html").count('<li class="entry"') == 100
    assert '<a href="../../corrections/">Corrections</a>' in site.page("corrections/in-2001-2/index.html")
    assert dead_links(site) == []
