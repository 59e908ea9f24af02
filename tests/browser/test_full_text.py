"""The texts of articles are searched on the page of search, beneath names and titles, without leaving the site."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from support.built_site import ROOT, build_into
from support.serving import served

pytestmark = pytest.mark.browser

ORIGIN = "/deep/repo/"


@pytest.fixture(scope="module")
def searchable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the repository with an index of its texts, in a folder to serve."""
    folder = tmp_path_factory.mktemp("searchable")
    build_into(folder / "deep/repo", ROOT / "content", "--search")
    return folder


@pytest.fixture(scope="module")
def site(searchable: Path) -> Iterator[str]:
    """Its address, below a path."""
    with served(searchable) as origin:
        yield f"{origin}{ORIGIN}"


def test_a_word_of_a_text_is_found_without_diacritics(page: Page, site: str) -> None:
    """From the box of any page by keyboard; a hit shows its date, its statuses and the words, and leads to the text."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    page.goto(f"{site}people/")
    page.keyboard.press("/")
    page.keyboard.type("culiacan operation")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=culiacan%20operation")
    hit = page.locator("#texts li", has_text="Ovidio Guzmán goes free")
    hit.wait_for()
    assert "18 October 2019" in hit.inner_text()
    assert "reported" in hit.inner_text()
    assert "Culiacán" in hit.locator("mark").all_inner_texts()
    assert page.locator("#texts [role=status]").inner_text().endswith(": culiacan operation")
    hit.locator("a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}articles/ovidio-guzman-released/")
    assert said == []
    assert {url for url in asked if not url.startswith(site)} == set()


def test_names_and_titles_stand_above_texts(page: Page, site: str) -> None:
    """Both are found by one question."""
    page.goto(f"{site}search/?q=jalisco")
    page.wait_for_selector("#texts li")
    assert page.locator("#found li").count() > 0
    top, below = (page.locator(each).bounding_box() for each in ("#found", "#texts"))
    assert top
    assert below
    assert top["y"] < below["y"]


def test_a_text_in_another_language_says_so(page: Page, tmp_path: Path) -> None:
    """And a text in that of the site has no need to."""
    for name, text in {
        "site.toml": 'title = "Port"\n',
        "articles/storm.md": "---\ntitle: The storm\ndate: 1911-03-04\n---\nA letter tells of the storm.\n",
        "articles/carta.md": "---\ntitle: La carta\nlang: es\ndate: 1911-03-05\n---\nLa carta (letter).\n",
    }.items():
        (tmp_path / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / name).write_text(text, "utf-8")
    build_into(tmp_path / "web", tmp_path / "content", "--search")
    with served(tmp_path / "web") as origin:
        page.goto(f"{origin}/search/?q=letter")
        page.wait_for_selector("#texts li")
        hits = page.locator("#texts li a")
        languages = hits.evaluate_all("all => all.map((e) => [e.textContent, e.closest('[lang]').lang])")
    assert sorted(languages) == [["La carta", "es"], ["The storm", "en"]]


def test_what_no_text_holds_is_told(page: Page, site: str) -> None:
    """In a line that screen readers read; markup in a question is only words."""
    page.goto(f"{site}search/?q=<b>zzyzx</b>")
    page.locator("#texts [role=status]", has_text="0 texts: <b>zzyzx</b>").wait_for()
    assert page.locator("#texts li").count() == 0


def test_from_a_folder_it_is_told_that_texts_are_not_searched(page: Page, searchable: Path) -> None:
    """Names and titles are found all the same."""
    page.goto(f"{(searchable / 'deep/repo/search/index.html').as_uri()}?q=culiacan")
    page.wait_for_selector("#found li")
    assert page.locator("#texts .from-disk").is_visible()
    assert page.locator("#texts li").count() == 0


def test_no_other_page_may_compile(page: Page, site: str) -> None:
    """The page of search alone lets its scripts compile WebAssembly."""
    policies = {}
    for path in ("", "search/"):
        page.goto(f"{site}{path}")
        policies[path] = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
    assert "wasm" not in policies[""]
    assert policies["search/"] == policies[""].replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
