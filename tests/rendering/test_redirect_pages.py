"""An old address becomes a page that leads on."""

import re
from dataclasses import replace

import pytest
from support.keyed import keyed_pages
from support.site import OPTIONS, dead_links, render

FILES = {
    "articles/2020-01-01-new.md": "---\ntitle: A & B\nredirects: [/2020/01/old/, /old.html]\n---\nAna Gil spoke.\n",
    "people/ana.md": "---\nname: Ana Gil\nredirects: [people/gil]\n---\n",
    "people/rui.md": "---\nname: Rui\n---\n",
    "pages/about.md": "---\ntitle: About\nredirects: /us/\n---\n",
}
OLD = {
    "2020/01/old/index.html": "../../../articles/new/",
    "old.html": "./articles/new/",
    "people/gil/index.html": "../../people/ana/",
    "us/index.html": "../about/",
}


def taken(path: str, redirects: str) -> str:
    """Return the one problem of the site where a file has these redirects instead of its own."""
    text = re.sub(r"\nredirects: .*", f"\nredirects: {redirects}", FILES[path])
    (problem,) = render({**FILES, path: text}).problems
    return str(problem)


@pytest.mark.parametrize(("path", "target"), OLD.items())
def test_an_old_address_leads_on(path: str, target: str) -> None:
    """With scripts and without, and in words; search engines are told where."""
    page = render(FILES).page(path)
    assert f'<meta http-equiv="refresh" content="0; url={target}">' in page
    more = ' data-before="people.gil." data-now="people.ana."' if path.startswith("people/") else ""
    assert f'assets/redirect.js" data-target="{target}"{more}></script>' in page
    assert f'<link rel="canonical" href="{target}">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert re.search(rf'<p class="standfirst">It is now at <a href="{target}">[^<]+</a>\.</p>', page)
    assert page.count("Content-Security-Policy") == page.count("<h1") == page.count("<main") == 1


def test_the_new_page_is_called_by_its_title() -> None:
    """Escaped, as every text is."""
    site = render(FILES)
    assert ">A &amp; B</a>." in site.page("old.html")
    assert ">Ana Gil</a>." in site.page("people/gil/index.html")
    assert ">About</a>." in site.page("us/index.html")
    assert dead_links(site) == []
    assert site.problems == ()


def test_the_address_of_the_new_page_is_whole_where_it_is_known() -> None:
    """A search engine wants it so; the page leads on within the site all the same."""
    page = render(FILES, replace(OPTIONS, base_url="https://example.org/r/")).page("us/index.html")
    assert '<link rel="canonical" href="https://example.org/r/about/">' in page
    assert "url=../about/" in page


def test_a_redirect_takes_the_place_of_no_page() -> None:
    """Of an entity, of a register; names that differ in capitals alone are one on many disks."""
    start = "content/people/ana.md: url-collision: the redirect from"
    end = "leave it out of redirects:, or give the page that stands there another slug"
    assert taken("people/ana.md", "[people/rui]") == (
        f"{start} '/people/rui/' would take the place of content/people/rui.md; {end}"
    )
    assert taken("people/ana.md", "/People/Rui/") == (
        f"{start} '/People/Rui/' would take the place of content/people/rui.md; {end}"
    )
    assert taken("people/ana.md", "/index.html") == f"{start} '/' would take the place of the home page; {end}"


def test_a_redirect_does_not_lead_to_itself() -> None:
    """Readers would go round and round."""
    assert taken("people/ana.md", "/people/ana/") == (
        "content/people/ana.md: url-collision: the redirect from '/people/ana/' would lead to itself; "
        "leave it out of redirects:"
    )


def test_an_address_is_redirected_once() -> None:
    """Two files that want it are both named."""
    assert taken("people/ana.md", "/us/") == (
        "content/pages/about.md: url-collision: '/us/' would be redirected twice: "
        "by content/people/ana.md and by content/pages/about.md; leave it in the redirects: of one page"
    )


def test_an_edit_renews_the_old_addresses_that_show_it() -> None:
    """A title stands on them, words do not; equal keys mean equal bytes."""
    before = keyed_pages(FILES)
    for path, old, new, renewed in (
        ("articles/2020-01-01-new.md", "spoke", "slept", set()),
        ("articles/2020-01-01-new.md", "A & B", "B & A", {"2020/01/old/index.html", "old.html"}),
        ("people/ana.md", "Ana Gil", "Ana Paz", {"people/gil/index.html"}),
    ):
        after = keyed_pages({**FILES, path: FILES[path].replace(old, new)})
        assert {page for page in OLD if after[page].key != before[page].key} == renewed
        assert {page for page in OLD if after[page].html != before[page].html} == renewed
