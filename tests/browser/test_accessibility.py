"""axe-core finds nothing to complain of, in light and dark, on a desk and on a phone."""

from itertools import pairwise
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_violation(
    browser: Browser, origin: str, one_of_each: tuple[str, ...], scheme: Literal["light", "dark"], width: int
) -> None:
    """Each kind of page passes all of axe's rules."""
    with browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        for path in one_of_each:
            page.goto(origin + path)
            report = Axe().run(page)
            assert report.violations_count == 0, f"{path}\n{report.generate_report()}"


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1600, 1920, 3840])
def test_no_page_scrolls_sideways(browser: Browser, origin: str, one_of_each: tuple[str, ...], width: int) -> None:
    """From a small phone to a 4K screen the page is as wide as the window."""
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        for path in one_of_each:
            page.goto(origin + path)
            assert page.evaluate("document.scrollingElement.scrollWidth") <= width, path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_are_drawn_in_the_colours_of_a_reader_who_has_chosen_them(
    browser: Browser, origin: str, scheme: Literal["light", "dark"]
) -> None:
    """Bars are those of links, which they are; the axis that of text: no ink of the house on a ground it is not for."""
    with browser.new_context(color_scheme=scheme, forced_colors="active") as context:
        page = context.new_page()
        page.goto(f"{origin}/repo/timeline/")
        asked = "([query, name]) => getComputedStyle(document.querySelector(query))[name]"
        link, text = (page.evaluate(asked, [query, "color"]) for query in (".nav a", "h1"))
        assert link != text
        assert page.evaluate(asked, [".strip .solid", "fill"]) == link
        assert page.evaluate(asked, [".strip .axis", "stroke"]) == text


def test_the_skip_link_is_the_first_stop(page: Page, origin: str) -> None:
    """The first press of Tab shows a link that leads past the navigation."""
    page.goto(f"{origin}/repo/timeline/")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.get_attribute("href") == "#main"
    assert focused.is_visible()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_every_page_has_one_heading_and_its_landmarks(page: Page, origin: str, one_of_each: tuple[str, ...]) -> None:
    """One h1, one main, a banner, a navigation and a footer; headings leave out no level."""
    for path in one_of_each:
        page.goto(origin + path)
        assert page.locator("h1").count() == 1, path
        for landmark in ("main", "header.masthead", "nav[aria-label]", "footer"):
            assert page.locator(landmark).first.is_visible(), (path, landmark)
        levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) => +h.tagName[1])")
        assert all(deeper - level <= 1 for level, deeper in pairwise(levels)), (path, levels)
