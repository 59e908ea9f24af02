"""The page of search leads on without scripts, and the box is on every page."""

from support.site import dead_links, render

FILES = {
    "articles/2020-07-18-port.md": "---\ntitle: Rain\n---\nIt rained on Ann.\n",
    "people/ann.md": "---\nname: Ann\n---\n",
}


def test_the_page_of_search_leads_to_the_registers() -> None:
    """Of the kinds that there are, to the articles and to the timeline."""
    site = render(FILES)
    body = site.page("search/index.html").partition("<main")[2].partition("</main>")[0]
    links = ["../people/", "../articles/", "../timeline/"]
    assert [link for link in links if f'<a href="{link}">' in body] == links
    assert "groups/" not in body
    assert "<noscript>" in body
    assert dead_links(site) == []


def test_every_page_has_the_box_and_its_script() -> None:
    """Which knows the way to the root."""
    site = render(FILES)
    for path in (path for path in site.outputs if path.endswith(".html")):
        page = site.page(path)
        root = "../" * path.count("/") or "./"
        assert f'<script src="{root}assets/search.js" data-root="{root}" defer></script>' in page, path
        assert page.count('id="finder"') == 1, path
