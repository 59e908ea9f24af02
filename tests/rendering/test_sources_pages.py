"""What the site rests on stands on a page of its own, and beside each event that has a source."""

import re

import pytest
from support.keyed import keyed_pages
from support.site import Site, dead_links, render

PEOPLE = {"people/ann.md": "---\nname: Ann Able\n---\n"}
ONE = """---
title: Ann leaves
date: 2020-07-18
sources:
  - id: post
    title: She is gone
    publisher: The Post
    date: 2020-07-18
    url: https://post.example/gone
    archive: https://web.archive.org/web/20200719120000/https://post.example/gone
    accessed: 2020-08-01
    language: es
  - {title: A letter, authors: [Ben Bold]}
events:
  - {date: 2020-07-17, title: Ann Able leaves, sources: [post]}
  - {date: 2020-07-16, title: Ann Able packs, sources: [{id: post, pages: 3}, A postcard]}
  - {date: 2020-07-15, title: Ann Able waits}
---
Ann Able left.
"""
TWO = """---
title: Rain
date: 2021-02-01
sources: [{title: She is gone, publisher: Post, url: 'https://post.example/gone'}]
events: [{date: 2021-01-31, title: Rain on Ann Able}]
---
"""
FILES = {**PEOPLE, "articles/one.md": ONE, "articles/two.md": TWO}
REST = re.compile(r'<span class="rest">(.*?)</span>')


def words(html: str) -> str:
    """Return the text of HTML, its white space folded."""
    return " ".join(re.sub(r"<[^>]+>", "", re.sub(r"</(?:h\d|li|p|dt|dd)>", " ", html)).split())


@pytest.fixture(scope="module")
def site() -> Site:
    """Two articles that share a source, and an event without one of its own."""
    return render(FILES)


def rests(site: Site, page: str) -> list[str]:
    """Return what stands beside the entries of a page of what they rest on, in words."""
    return [words(found) for found in REST.findall(site.page(page))]


@pytest.mark.parametrize("page", ["timeline/index.html", "people/ann/index.html", "articles/one/index.html"])
def test_an_event_shows_its_sources_wherever_it_appears(site: Site, page: str) -> None:
    """One source is marked; an event whose article has several names none."""
    assert rests(site, page)[:2] == ["sources: The Post, p. 3, A postcard", "one source: The Post"]


def test_the_one_source_of_an_article_is_that_of_its_events(site: Site) -> None:
    """Though they do not name it."""
    assert rests(site, "articles/two/index.html") == ["one source: Post"]
    assert "one source: Post" in rests(site, "index.html")


def test_links_are_robust(site: Site) -> None:
    """To the source itself from other pages, and to its line from the article's own."""
    robust = (
        'href="https://post.example/gone" data-versionurl="https://web.archive.org/web/20200719120000/'
        'https://post.example/gone" data-versiondate="2020-07-19"'
    )
    assert robust in site.page("timeline/index.html")
    article = site.page("articles/one/index.html")
    assert robust.replace(" data-versionurl", ' hreflang="es" data-versionurl') in article
    assert 'data-originalurl="https://post.example/gone" data-versiondate="2020-07-19">Archived copy</a> of' in article
    assert '<span class="rest">one source: <a href="#source-1">The Post</a></span>' in article
    assert [*re.findall(r'<li id="(source-\d)">', article)] == ["source-1", "source-2", "source-3"]
    assert '<a href="../articles/one/#source-3">A postcard</a>' in site.page("timeline/index.html")


def test_sources_are_listed_by_publisher(site: Site) -> None:
    """Each once, with what rests on it."""
    text = words(site.page("sources/index.html"))
    assert "What this record rests on: 3 sources, by publisher." in text
    assert "publishers named 1 with an archived copy 1 events 4 of them on one source 2" in text
    assert "The Post 1 source She is gone, The Post, 18 July 2020, in Spanish." in text
    assert "2 articles, 4 events, two of them on one source" in text
    assert text.index("Rain, 1 February 2021") < text.index("Ann leaves, 18 July 2020: Ann Able leaves; Ann Able packs")
    assert "No publisher named 2 sources" in text
    assert '<a href="../articles/one/#e-ann-able-leaves">Ann Able leaves</a>' in site.page("sources/index.html")
    assert dead_links(site) == []


def test_the_list_is_linked_where_there_is_one(site: Site) -> None:
    """In the foot of every page, and among the figures of the home page."""
    assert '<a href="../sources/">Sources</a>' in site.page("timeline/index.html")
    assert "<dt>sources</dt>" in site.page("index.html")
    bare = render({"articles/a.md": "---\ntitle: A\ndate: 2020\n---\n"})
    assert "sources/index.html" not in bare.outputs
    assert "sources/" not in bare.page("index.html")


def test_a_long_list_is_cut_by_letter() -> None:
    """And a letter with very many sources by number; no page grows without bound."""
    many = "".join(f"  - {{publisher: Post {number % 3}, title: T {number}, date: 2020}}\n" for number in range(250))
    others = "  - {publisher: Älva, title: U, date: 2020}\n  - {publisher: 3sat}\n  - A letter\n"
    site = render({"articles/a.md": f"---\ntitle: A\ndate: 2020\nsources:\n{many}{others}---\n"})
    top = words(site.page("sources/index.html"))
    assert "A 1 source P 200 sources P, 2 50 sources No publisher named 1 source" in top
    assert "T 98," not in top
    second = words(site.page("sources/letter-p-2/index.html"))
    assert "Sources P, 2" not in second
    assert "T 98," in second
    assert "T 0," in words(site.page("sources/letter-p/index.html"))
    assert {"sources/letter-a/index.html", "sources/letter-other/index.html", "sources/no-publisher/index.html"} <= {
        *site.outputs
    }
    assert dead_links(site) == []


def test_a_source_that_everybody_uses_names_the_latest() -> None:
    """So that its line does not grow with the site."""
    article = "---\ntitle: A {0}\ndate: 2020-01-{0:02}\nsources: [{{url: 'https://a.example/'}}]\n---\n"
    site = render({f"articles/a{number}.md": article.format(number) for number in range(1, 10)})
    text = words(site.page("sources/index.html"))
    assert "A 9, 9 January 2020 A 8" in text
    assert "A 4, 4 January 2020 and 3 more articles" in text
    assert "A 3," not in text


def test_an_edit_of_a_source_renews_the_pages_that_show_it() -> None:
    """The list, the article, and each line of its events."""
    before = keyed_pages(FILES)
    after = keyed_pages({**FILES, "articles/one.md": ONE.replace("publisher: The Post", "publisher: Times")})
    renewed = {path for path, page in after.items() if page.key != before[path].key}
    assert {path for path, page in after.items() if page.html != before[path].html} <= renewed
    assert "sources/index.html" in renewed
    assert "articles/two/index.html" not in renewed


def test_events_of_entities_rest_on_sources_too() -> None:
    """Listed with the entity whose file tells of them, and counted, also where no article names a source."""
    source = "{title: A list, publisher: The Post, date: 2019}"
    ann = f"events: [{{date: 2019, title: Ann Able is born, sources: [{source}, {{publisher: the post}}]}}]"
    site = render({"people/ann.md": f"---\nname: Ann Able\n{ann}\n---\n"})
    text = words(site.page("sources/index.html"))
    assert "events 1 of them on one source 1" in text
    assert "A list, The Post, 2019. 1 event, on one source In the dossier of Ann Able: Ann Able is born" in text
    assert rests(site, "people/ann/index.html") == ["one source: The Post, the post"]
    before = keyed_pages({"people/ann.md": f"---\nname: Ann Able\n{ann}\n---\n"})
    after = keyed_pages({"people/ann.md": f"---\nname: Ann Able\n{ann.replace('is born', 'dies')}\n---\n"})
    assert before["sources/index.html"].key != after["sources/index.html"].key


def test_relations_rest_on_sources_too() -> None:
    """Listed with the entity whose file states it, also where nothing else rests on them."""
    relation = (
        "relations: [{type: member-of, entity: guard, source: {title: A list, publisher: The Post, date: 2019}}]\n"
    )
    files = {"people/ann.md": f"---\nname: Ann Able\n{relation}---\n", "groups/guard.md": "# Guard\n"}
    site = render({**files, "articles/a.md": "---\ntitle: A\ndate: 2020\n---\n"})
    text = words(site.page("sources/index.html"))
    assert "The Post 1 source A list, The Post, 2019. relations of 1 entity Relations of Ann Able" in text
    assert dead_links(site) == []
