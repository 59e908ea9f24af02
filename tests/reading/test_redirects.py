"""The old addresses that a header lists become URL paths at which a page can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.names import UrlPath
from dateline.model.problem import Problem
from dateline.model.text import Place, SourceMap
from dateline.model.urls import output_path
from dateline.reading.findings import Findings
from dateline.reading.nodes import Entry, ListNode, TableNode, TextNode
from dateline.reading.redirects import read_redirects
from dateline.reading.values import Form

PLACE = Place(3, 5)


def read(*paths: str) -> tuple[tuple[UrlPath, ...], list[Problem]]:
    """Return the URL paths of these redirects, and what is wrong with them."""
    listed = ListNode(tuple(TextNode(path, SourceMap((0,), (PLACE,))) for path in paths), PLACE)
    findings = Findings("content/people/ana.md")
    form = Form(TableNode((Entry("redirects", PLACE, listed),), PLACE), findings)
    return read_redirects(form), findings.problems


@pytest.mark.parametrize(
    ("written", "url", "file"),
    [
        ("/2020/07/old/", "2020/07/old/", "2020/07/old/index.html"),
        ("people/old-name", "people/old-name/", "people/old-name/index.html"),
        ("//old", "old/", "old/index.html"),
        ("/old.html", "old.html", "old.html"),
        ("/old.html/", "old.html", "old.html"),
        ("/2020/index.html", "2020/", "2020/index.html"),
        ("/index.html", "", "index.html"),
        ("/article.php", "article.php/", "article.php/index.html"),
        ("/Cafe\u0301/", "Café/", "Café/index.html"),
    ],
)
def test_an_address_is_read_however_it_is_written(written: str, url: str, file: str) -> None:
    """A folder gets its slash, a page keeps its name, an index is its folder."""
    assert read(written) == ((url,), [])
    assert output_path(UrlPath(url)) == file


def test_one_address_written_twice_is_one() -> None:
    """With a slash and without."""
    assert read("/old", "old/", "/old/index.html") == (("old/",), [])


@pytest.mark.parametrize(
    "written",
    ["/assets/old/", "/Media/a.html", "data/old", "/feed.xml", "/sitemap.xml/", "/robots.txt"],
)
def test_no_page_can_be_where_other_files_are(written: str) -> None:
    """The message says what is wrong and what to do."""
    found, problems = read(written)
    assert found == ()
    told = "cannot be the path of a page; leave it out: files of the site lie there"
    assert [str(each) for each in problems] == [f"content/people/ana.md:3:5: front-matter-value: '{written}' {told}"]


@pytest.mark.parametrize(
    "written", ["/old.html/more/", "/OLD.HTML", "/.git/", "/a/.b/", f"/{'x' * 201}/", f"/{'é' * 101}.html", "/a\u200b/"]
)
def test_no_page_can_have_a_name_that_is_no_name_of_a_file(written: str) -> None:
    """Hidden, too long, a folder that is called like a page, letters that nobody sees."""
    found, problems = read(written)
    assert found == ()
    told = "cannot be the path of a page; write a path from the site's root, such as /2020/07/old-title/"
    assert [str(each) for each in problems] == [f"content/people/ana.md:3:5: front-matter-value: '{written}' {told}"]


@pytest.mark.property
@given(st.lists(st.text(st.sampled_from("aé./\\ %:\ud800~") | st.characters(), max_size=12), max_size=3))
def test_what_is_read_stays_in_the_site(paths: list[str]) -> None:
    """Whatever is written: a path below the root, that reads the same again, or a problem."""
    found, problems = read(*paths)
    assert len({*found}) + len(problems) <= len(paths)
    for url in found:
        names = output_path(url).split("/")
        assert all(name and not name.startswith(".") for name in names)
        assert names[-1].endswith(".html")
        assert read(url or "index.html") == ((url,), [])
