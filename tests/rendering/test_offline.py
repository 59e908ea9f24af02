"""A page that is opened from a folder leads to pages, and is otherwise what it is on a server."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.site import OPTIONS, render

from dateline.rendering.offline import name_pages, page_address

FILES = {
    "site.toml": 'base_url = "https://chronicle.example/sub/"\n',
    "articles/2020-01-01-new.md": "---\ntitle: New\nredirects: [/old/]\n---\nAna Gil: [us](../pages/about.md).\n",
    "people/ana.md": "---\nname: Ana Gil\n---\n",
    "pages/about.md": '---\ntitle: About\n---\n`<a href="x/">` is written so: <a href="https://a.example/b/">b</a>.\n',
}
OFFLINE = replace(OPTIONS, offline=True)


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("../people/ana/", "../people/ana/index.html"),
        ("./", "./index.html"),
        ("..", "../index.html"),
        ("../../", "../../index.html"),
        ("a/#part", "a/index.html#part"),
        ("a/?who=x/#part", "a/index.html?who=x/#part"),
        ("a/o&#39;neil/", "a/o&#39;neil/index.html"),
        ("#part", "#part"),
        ("?q=a/", "?q=a/"),
        ("", ""),
        ("feed.xml", "feed.xml"),
        ("https://a.example/b/", "https://a.example/b/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_an_address_of_a_folder_names_its_page(url: str, page: str) -> None:
    """With the place on it; all others stay."""
    assert page_address(url) == page
    assert name_pages(f'<a class="x" href="{url}">y</a>') == f'<a class="x" href="{page}">y</a>'


@given(st.text(st.sampled_from("./#?ab:&;"), max_size=12))
def test_a_page_is_named_once(url: str) -> None:
    """What names a page already is left alone."""
    assert page_address(page_address(url)) == page_address(url)


@pytest.mark.parametrize(
    "html",
    [
        '<p>href="a/"</p>',
        '<script src="a.js" data-root="../../" defer></script>',
        '<img src="a/">',
        '<p title=" href=&quot;a/&quot;">x</p>',
        '<script type="application/ld+json">{"@id":"../../people/ana/"}</script>',
        '<meta name="description" content="a/">',
    ],
)
def test_what_leads_nowhere_stays(html: str) -> None:
    """Words, roots for scripts, data."""
    assert name_pages(html) == html


def test_nothing_else_of_a_site_changes() -> None:
    """Every page leads to `index.html` where it led to a folder; redirects too, with scripts and without."""
    online, offline = render(FILES), render(FILES, OFFLINE)
    assert online.outputs.keys() == offline.outputs.keys()
    changed = {path for path, data in online.outputs.items() if offline.outputs[path] != data}
    assert changed == {path for path in online.outputs if path.endswith(".html")}
    for path in changed - {"404.html"}:
        assert offline.page(path) == name_pages(online.page(path))
    assert 'content="0; url=../articles/new/index.html"' in offline.page("old/index.html")
    assert 'data-target="../articles/new/index.html"' in offline.page("old/index.html")
    about = offline.page("about/index.html")
    assert "&lt;a href=&quot;x/&quot;&gt;" in about or '&lt;a href="x/"&gt;' in about
    assert '<a href="https://a.example/b/"' in about


def test_the_page_for_what_is_not_found_leads_from_where_it_is() -> None:
    """No path begins at the root of a disk, whatever the base URL."""
    assert 'href="/sub/"' in render(FILES).page("404.html")
    assert 'href="./index.html"' in render(FILES, OFFLINE).page("404.html")
    assert 'href="/' not in render(FILES, OFFLINE).page("404.html")
