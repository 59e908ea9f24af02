"""A card says who somebody is, by pointer and by keyboard, and is in nobody's way (WCAG 2.2, 1.4.13)."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

ARTICLE = "articles/javelin-missiles/"
SHEINBAUM = "#main .prose a.person"


@pytest.fixture
def link(page: Page, origin: str) -> Locator:
    """A linked name in an article, whose card is not shown."""
    page.goto(f"{origin}/repo/{ARTICLE}")
    return page.locator(SHEINBAUM).first


def test_a_card_is_shown_while_the_pointer_is_on_the_name_or_on_the_card(page: Page, link: Locator) -> None:
    """It says who that is, and goes when the pointer does."""
    link.hover()
    card = page.locator("#card")
    expect(card).to_be_visible()
    expect(card).to_contain_text("First seen")
    assert link.get_attribute("aria-describedby") == "card"
    card.hover()
    page.wait_for_timeout(600)
    expect(card).to_be_visible()
    page.mouse.move(2, 2)
    expect(card).to_be_hidden()
    assert link.get_attribute("aria-describedby") is None


def test_a_card_is_shown_for_the_name_that_has_the_focus(page: Page, link: Locator) -> None:
    """Escape takes it away, and the focus stays."""
    page.keyboard.press("Tab")
    link.focus()
    expect(page.locator("#card")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()
    expect(link).to_be_focused()


def test_nothing_moves_and_nothing_is_cut_off(page: Page, link: Locator) -> None:
    """The card lies above the page, within the window."""
    page.set_viewport_size({"width": 320, "height": 500})
    link.scroll_into_view_if_needed()
    before, height = link.bounding_box(), page.evaluate("document.documentElement.scrollHeight")
    link.hover()
    expect(page.locator("#card")).to_be_visible()
    box = page.locator("#card").bounding_box()
    assert box
    assert link.bounding_box() == before
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert page.evaluate("document.documentElement.scrollHeight") == height
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_links_that_name_nobody_have_none(page: Page, origin: str) -> None:
    """Neither the navigation nor other articles."""
    page.goto(f"{origin}/repo/{ARTICLE}")
    for found in (page.locator(".nav a").first, page.locator(".also a:not([class])").first):
        found.hover()
        page.wait_for_timeout(700)
        expect(page.locator("#card")).to_have_count(0)


def test_a_card_is_shown_from_a_disk(page: Page, web_folder: Path) -> None:
    """Its data is a script, which pages from a disk may load."""
    page.goto((web_folder / "repo" / ARTICLE / "index.html").as_uri())
    page.locator(SHEINBAUM).first.hover()
    expect(page.locator("#card")).to_be_visible()


def test_a_finger_follows_the_link(browser: Browser, origin: str) -> None:
    """Where nothing can hover, no card is in the way."""
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{origin}/repo/{ARTICLE}")
    page.locator(SHEINBAUM).first.tap()
    expect(page).to_have_url(f"{origin}/repo/people/claudia-sheinbaum/")
    context.close()
