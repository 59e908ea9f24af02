"""A site that was built for a folder works from the disk: every link, search, filter and redirect."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from support.built_site import ROOT, build_into

pytestmark = pytest.mark.browser

LEADING = "a[href], area[href], link[href], script[src], img[src], source[src], video[src], audio[src], form[action]"
COLLECT = f"""() => ({{
  links: [...document.querySelectorAll('{LEADING}')].map((each) =>
    ['href', 'src', 'action'].map((name) => each.getAttribute(name)).find((url) => url !== null)),
  ids: [...document.querySelectorAll('[id]')].map((each) => each.id),
}})"""
CANCELLED = "net::ERR_ABORTED"
"""What becomes of a request when the page is left before it is answered."""
OWN = {
    "articles/2020-01-01-new.md": "---\ntitle: New\nredirects: [/old/]\n---\nAna Gil spoke.\n",
    "people/ana.md": "---\nname: Ana Gil\n---\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the repository, in a folder whose name a URL must hide."""
    made = tmp_path_factory.mktemp("a stick #1") / "site"
    build_into(made, ROOT / "content", "--offline")
    return made


@pytest.fixture
def silent(browser: Browser) -> Iterator[BrowserContext]:
    """A browser with scripts off."""
    with browser.new_context(java_script_enabled=False) as context:
        yield context


def pages(folder: Path) -> list[Path]:
    """Return every page of a site."""
    return sorted(folder.rglob("*.html"))


def one_of_each(folder: Path) -> list[Path]:
    """Return a page of each kind: the first in each folder of the root."""
    kinds: dict[tuple[str, int], Path] = {}
    for page in pages(folder):
        parts = page.relative_to(folder).parts
        kinds.setdefault((parts[0], len(parts)), page)
    return list(kinds.values())


def test_every_link_leads_to_a_file(folder: Path, silent: BrowserContext) -> None:
    """And every fragment to an element of it; nothing is asked for by a path from the root of the disk."""
    page = silent.new_page()
    links: dict[str, list[str]] = {}
    ids: dict[str, set[str]] = {}
    for file in pages(folder):
        page.goto(file.as_uri())
        seen = page.evaluate(COLLECT)
        links[file.as_uri()], ids[file.as_uri()] = seen["links"], set(seen["ids"])
    dead = {f"{uri} -> {link}" for uri in links for link in links[uri] if not leads_somewhere(uri, link, ids)}
    assert dead == set()


def leads_somewhere(uri: str, link: str, ids: dict[str, set[str]]) -> bool:
    """Return whether a link leads elsewhere, or to a file by a relative path, and to a place on it."""
    if urlsplit(link).scheme:
        return True
    url, fragment = urldefrag(urljoin(uri, link))
    is_file = Path(unquote(urlsplit(url).path)).is_file() and not link.startswith("/")
    return is_file and (not fragment or url not in ids or unquote(fragment) in ids[url])


def test_pages_open_from_the_disk(folder: Path, page: Page) -> None:
    """No script fails, no file is missing, and the words are those that are there without scripts."""
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("requestfailed", lambda request: said.append(f"{request.url}: {request.failure}"))
    for file in one_of_each(folder):
        page.goto(file.as_uri())
        assert len(page.locator("main").inner_text()) > 40
    assert [line for line in said if not line.endswith(CANCELLED)] == []


def test_names_are_found_from_the_disk(folder: Path, page: Page) -> None:
    """A hit leads to its page, and all hits stand on the page of search."""
    page.goto((folder / "articles/index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("el mencho")
    page.wait_for_selector("#finder-list li")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/nemesio-oseguera-cervantes/index.html")
    page.keyboard.press("/")
    page.keyboard.type("guatemala")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html?q=guatemala")
    page.locator("#found a").first.click()
    page.wait_for_function("!location.pathname.includes('/search/')")
    assert page.url.startswith("file://")
    assert "index.html" in page.url


def test_the_timeline_is_filtered_from_the_disk(folder: Path, page: Page) -> None:
    """As from a server."""
    page.goto((folder / "timeline/index.html").as_uri())
    box = page.locator(".filter [name=words]")
    if not box.is_visible():
        page.locator(".filter summary").click()
    box.fill("culiacan")
    found = page.locator("#found .entry")
    found.first.wait_for()
    assert 0 < found.count() < page.locator(".timeline:not(#found) .entry").count()
    found.first.locator(".entry-title a").first.click()
    page.wait_for_url("**/index.html*")
    assert "/timeline/" not in page.url


@pytest.mark.parametrize("scripts", [True, False])
def test_an_old_address_leads_on(browser: Browser, tmp_path: Path, *, scripts: bool) -> None:
    """To a page, with scripts and without."""
    for path, text in OWN.items():
        (tmp_path / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / path).write_text(text, encoding="utf-8")
    build_into(tmp_path / "site", tmp_path / "content", "--offline")
    with browser.new_context(java_script_enabled=scripts) as context:
        page = context.new_page()
        page.goto((tmp_path / "site/old/index.html").as_uri(), wait_until="commit")
        page.wait_for_url("**/articles/new/index.html")
        page.get_by_role("link", name="Ana Gil").first.click()
        page.wait_for_url("**/people/ana/index.html")
