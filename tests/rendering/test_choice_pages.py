"""Every tag and every status has a page of its entries."""

import pytest
from support.site import Site, dead_links, render

MANY = 119

FILES = {
    "articles/2019-01-01-a.md": "---\ntitle: Rain\ntags: [storms, boats]\n---\nIt rained.\n",
    "articles/2019-01-02-b.md": (
        "---\ntitle: Wind\ntags: [Storms]\nevents: [{date: 2018, title: A gale, status: alleged}]\n---\nMore.\n"
    ),
}


@pytest.fixture
def site() -> Site:
    """A site with two tags and a status."""
    return render(FILES)


def test_a_tag_and_a_status_list_their_entries(site: Site) -> None:
    """With how many they are, and as the timeline shows them."""
    storms = site.page("tags/storms/index.html")
    assert "<h1>Tag: Storms</h1>" in storms
    assert "2 entries, oldest first." in storms
    assert storms.index('id="b.a-gale"') < storms.index('id="a"')
    assert 'id="a"' not in site.page("statuses/alleged/index.html")
    assert dead_links(site) == []


def test_an_article_leads_to_its_tags(site: Site) -> None:
    """Beside the text."""
    assert '<a href="../../tags/boats/">boats</a>' in site.page("articles/a/index.html")


def test_without_tags_and_statuses_there_are_no_such_pages() -> None:
    """Nor lists of none."""
    site = render({"articles/2019-01-01-a.md": "---\ntitle: Rain\n---\nIt rained.\n"})
    assert not [path for path in site.outputs if path.startswith(("tags/", "statuses/"))]


def test_a_tag_of_many_entries_is_cut_by_year() -> None:
    """As the timeline is."""
    told = "---\ntitle: Rain {0}\ntags: [rain]\n---\nIt rained.\n"
    files = {f"articles/{2018 + each % 2}-01-01-r{each}.md": told.format(each) for each in range(MANY)}
    site = render(files)
    whole = site.page("tags/rain/index.html")
    assert '<li class="entry"' not in whole
    assert "60 entries" in whole
    assert site.page("tags/rain/2018/index.html").count('<li class="entry"') == 60
    assert dead_links(site) == []
