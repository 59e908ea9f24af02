"""Rows far below wait with their layout until the page is there, and nothing moves, or is missing, for that."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from support.built_site import build_into
from support.serving import served

pytestmark = pytest.mark.browser

SHIFTS = """
  window.shifts = 0;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) window.shifts += shift.value;
  }).observe({ type: "layout-shift", buffered: true });
"""
HEIGHT = "document.documentElement.scrollHeight"
MARKED = "document.querySelectorAll('.waiting').length"
DAYS = 40


def many(folder: Path) -> str:
    """A site whose timeline and dossier have many entries, below `folder`; return the path of the dossier."""
    told = "".join(f"  - {{date: 2019-05-{n % 28 + 1:02}, title: Day {n} with Ana Gil}}\n" for n in range(DAYS))
    build_of(folder, told, ["ana-gil"])
    return "/repo/people/ana-gil/"


def many_pairs(folder: Path) -> str:
    """A site in which everybody is twice with everybody else, below `folder`; return the path of the comparisons."""
    slugs = [f"{first}-{last}" for first in ("ana", "eva", "ida") for last in ("gil", "paz", "rey")]
    told = "".join(f"  - {{date: 2019-05-0{n}, title: Day {n}, entities: [{', '.join(slugs)}]}}\n" for n in (1, 2))
    build_of(folder, told, slugs)
    return "/repo/compare/"


def build_of(folder: Path, told: str, slugs: list[str]) -> None:
    """Build the site of one article with these events, and of these people, the first of whom its text names."""
    names = {slug: slug.replace("-", " ").title() for slug in slugs}
    (folder / "content/articles").mkdir(parents=True)
    (folder / "content/people").mkdir()
    header = f"---\ntitle: All\nevents:\n{told}---\n"
    (folder / "content/articles/2020-01-01-all.md").write_text(f"{header}{names[slugs[0]]}.\n")
    for slug, name in names.items():
        (folder / f"content/people/{slug}.md").write_text(f"---\nname: {name}\n---\n")
    build_into(folder / "repo", folder / "content")


@contextmanager
def held(browser: Browser, folder: Path) -> Iterator[tuple[Page, str]]:
    """Serve what stands in `folder` to a page that finds no time for what waits; give both."""
    with served(folder) as origin, browser.new_context() as context:
        page = context.new_page()
        page.add_init_script("window.requestIdleCallback = () => 0")
        yield page, origin


@pytest.mark.parametrize("make", [many, many_pairs])
def test_rows_wait_and_then_are_there_without_a_shift(
    browser: Browser, tmp_path: Path, make: Callable[[Path], str]
) -> None:
    """What waits is laid out by itself, moves nothing, and leaves the page as large as where nothing waited."""
    path = make(tmp_path)
    with served(tmp_path) as origin, browser.new_context() as context:
        whole, page = context.new_page(), context.new_page()
        whole.goto(f"{origin}{path}#cite")
        page.add_init_script(SHIFTS)
        page.goto(origin + path)
        expect(page.locator(".waiting")).to_have_count(0)
        assert (page.evaluate(HEIGHT), page.evaluate("window.shifts")) == (whole.evaluate(HEIGHT), 0)


def test_pairs_wait_too(browser: Browser, tmp_path: Path) -> None:
    """The list of those who are most often together is long where many are."""
    path = many_pairs(tmp_path)
    with held(browser, tmp_path) as (page, origin):
        page.goto(origin + path)
        assert 0 < page.evaluate(MARKED) < page.locator(".pairs > li").count()


def test_what_waits_is_in_the_page(browser: Browser, tmp_path: Path) -> None:
    """As long as rows wait, the words of all are there, the first is laid out, and the last can be scrolled to."""
    path = many(tmp_path)
    with held(browser, tmp_path) as (page, origin):
        page.goto(origin + path)
        assert 0 < page.evaluate(MARKED) < DAYS
        assert "waiting" not in (page.locator(".entry").first.get_attribute("class") or "")
        assert (page.locator("main").text_content() or "").count("with Ana Gil") >= DAYS
        page.locator(".entry").last.scroll_into_view_if_needed()
        assert page.locator(".entry").last.bounding_box()


@pytest.mark.parametrize("how", ["a place in the page", "back"])
def test_who_comes_to_a_place_finds_all_laid_out(browser: Browser, tmp_path: Path, how: str) -> None:
    """Nothing waits where an address names a place in the page, and where somebody comes back."""
    path = many(tmp_path)
    with held(browser, tmp_path) as (page, origin):
        if how == "back":
            page.goto(origin + path)
            assert page.evaluate(MARKED) > 0
            page.goto(f"{origin}/repo/")
            page.go_back()
        else:
            page.goto(f"{origin}{path}#cite")
        page.wait_for_load_state()
        assert page.evaluate(MARKED) == 0
