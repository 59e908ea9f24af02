"""What pages share they share only where it is the same for all of them."""

from dataclasses import replace

import pytest
from support.keyed import edition_of

from dateline.model.names import UrlPath
from dateline.model.urls import ARTICLES, HOME, NOT_FOUND, TIMELINE
from dateline.rendering.edition import Edition
from dateline.rendering.memo import Memo
from dateline.rendering.viewpoint import Viewpoint

FILES = {
    "articles/2020-01-01-one.md": "# One\n\nAna Gil.\n",
    "articles/2020-01-02-two.md": "# Two\n",
    "people/ana.md": "---\nname: Ana Gil\n---\n",
    "pages/about.md": "# About\n",
    "pages/us.md": "# Us\n",
}
CHOSEN = "[navigation]\nTimeline = 'timeline/'\n"
URLS = [UrlPath(url) for url in ("articles/one/", "articles/two/", "people/", "people/ana/", "about/", "us/", "a/b/c/")]


@pytest.fixture(params=["", CHOSEN], ids=["navigation", "chosen"])
def edition(request: pytest.FixtureRequest) -> Edition:
    """The edition of a small site, whose author may have chosen what its head says."""
    return edition_of({**FILES, "site.toml": request.param})


def test_what_a_page_shares_is_what_it_would_have_alone(edition: Edition) -> None:
    """Whichever page was first to ask."""
    urls = [HOME, TIMELINE, ARTICLES, NOT_FOUND, *URLS]
    alone = {url: Viewpoint(replace(edition, memo=Memo()), url).site() for url in urls}
    for order in (urls, urls[::-1]):
        shared = replace(edition, memo=Memo())
        assert {url: Viewpoint(shared, url).site() for url in order} == alone


def test_pages_of_one_part_share_one_view(edition: Edition) -> None:
    """It is printed once for all of them."""
    urls = ("articles/one/", "articles/two/parts/", "about/")
    one, below, about = (Viewpoint(edition, UrlPath(url)).site() for url in urls)
    assert one is below
    assert one is not about


def test_a_link_in_the_foot_knows_its_own_page(edition: Edition) -> None:
    """Also where the head does not name it."""
    current = {
        url: [link.label for link in Viewpoint(edition, UrlPath(url)).site().footer if link.current == "page"]
        for url in ("timeline/", "about/", "us/")
    }
    assert current == {"timeline/": [], "about/": ["About"], "us/": ["Us"]}
