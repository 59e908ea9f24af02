"""Every link of the built site leads somewhere, and nothing leaves it."""

from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

COLLECT = """() => ({
  links: [...document.querySelectorAll('a[href]')].map((a) => typeof a.href === 'string' ? a.href
    : new URL(a.getAttribute('href'), document.baseURI).href),
  ids: [...document.querySelectorAll('[id]')].map((e) => e.id),
})"""


class Crawl:
    """What a visit to every page of the site has seen."""

    def __init__(self, page: Page, origin: str) -> None:
        self.links: dict[str, set[str]] = {}
        self.ids: dict[str, set[str]] = {}
        self.requests: set[str] = set()
        self.complaints: list[str] = []
        self.origin = origin
        self.page = page
        page.on("request", lambda request: self.requests.add(request.url))
        page.on("console", lambda message: self.complaints.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))

    def visit(self, path: str) -> None:
        """Open a page and remember its links, its anchors and what it asked for."""
        answer = self.page.goto(self.origin + path)
        assert answer is not None
        assert answer.ok, path
        found = self.page.evaluate(COLLECT)
        self.links[self.origin + path] = set(found["links"])
        self.ids[self.origin + path] = set(found["ids"])


@pytest.fixture(scope="module")
def crawl(browser: Browser, origin: str, page_paths: tuple[str, ...]) -> Crawl:
    """All pages, visited once."""
    seen = Crawl(browser.new_page(), origin)
    for path in page_paths:
        seen.visit(path)
    seen.page.close()
    return seen


def test_no_request_leaves_the_origin(crawl: Crawl) -> None:
    """Pages load nothing from anywhere but the site itself."""
    assert {url for url in crawl.requests if not url.startswith(crawl.origin + "/repo/")} == set()


def test_nothing_is_said_on_the_console(crawl: Crawl) -> None:
    """No script fails and nothing breaks the Content-Security-Policy."""
    assert crawl.complaints == []


def test_every_page_is_reached(crawl: Crawl) -> None:
    """From the home page every page but the 404 one can be reached by links."""
    reached, waiting = set(), {crawl.origin + "/repo/"}
    while waiting:
        url = waiting.pop()
        reached.add(url)
        waiting |= {urldefrag(link).url for link in crawl.links.get(url, ())} & set(crawl.links) - reached
    assert set(crawl.links) - reached == {crawl.origin + "/repo/404.html"}


def test_no_internal_link_is_dead(crawl: Crawl, page: Page) -> None:
    """Every link below the origin leads to a page or file of the site, and every fragment to an element of it."""
    dead: set[str] = set()
    for source, links in crawl.links.items():
        for link in links:
            if urlsplit(link)[:2] != urlsplit(crawl.origin)[:2]:
                continue
            url, fragment = urldefrag(link)
            known = url.startswith(crawl.origin + "/repo/") and (url in crawl.ids or page.request.get(url).ok)
            if not known or (fragment and unquote(fragment) not in crawl.ids.get(url, ())):
                dead.add(f"{source} -> {link}")
    assert dead == set()
