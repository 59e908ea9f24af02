"""Names and titles are found from every page, by keyboard, and from a disk too."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def type_in(page: Page, text: str) -> list[str]:
    """Type into the search box, and return what it offers."""
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.wait_for_selector("#finder-list li")
    return page.locator("#finder-list li").all_inner_texts()


def test_a_name_is_found_by_its_alias_without_diacritics(page: Page, origin: str) -> None:
    """The key / leads to the box, the arrows to a hit, Enter to its page."""
    page.goto(f"{origin}/repo/timeline/")
    assert type_in(page, "el mencho")[0] == "Nemesio Oseguera Cervantes Person, El Mencho"
    page.keyboard.press("ArrowDown")
    box = page.locator("#finder input")
    assert box.get_attribute("aria-activedescendant") == "finder-0"
    assert page.locator("#finder-0").get_attribute("aria-selected") == "true"
    page.keyboard.press("Enter")
    page.wait_for_url(f"{origin}/repo/people/nemesio-oseguera-cervantes/")


def test_whole_names_come_before_names_that_begin_so(page: Page, origin: str) -> None:
    """And names before titles; diacritics make no difference."""
    page.goto(f"{origin}/repo/")
    assert type_in(page, "MÉXICO")[0] == "Mexico Place"


def test_escape_closes_the_list(page: Page, origin: str) -> None:
    """And so does leaving the box."""
    page.goto(f"{origin}/repo/")
    type_in(page, "cartel")
    assert page.locator("#finder input").get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert not page.locator("#finder-list").is_visible()
    assert page.locator("#finder input").get_attribute("aria-expanded") == "false"


def test_all_hits_stand_on_a_page_that_can_be_shared(page: Page, origin: str) -> None:
    """Enter without a choice leads there; a hit is a link."""
    page.goto(f"{origin}/repo/people/")
    type_in(page, "guatemala")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{origin}/repo/search/?q=guatemala")
    page.wait_for_selector("#found li")
    hits = page.locator("#found li").count()
    assert hits > 2
    assert page.locator("#search-count").inner_text() == f"{hits} hits: guatemala"
    page.get_by_role("link", name="Guatemala", exact=True).click()
    page.wait_for_url(f"{origin}/repo/places/guatemala/")


def test_names_are_found_from_a_disk(page: Page, web_folder: Path) -> None:
    """Where no request is possible but for scripts."""
    page.goto((web_folder / "repo/timeline/index.html").as_uri())
    assert type_in(page, "cjng")[0].startswith("Jalisco New Generation Cartel")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/groups/jalisco-new-generation-cartel/index.html")


def test_without_scripts_there_is_no_box(browser: Browser, origin: str) -> None:
    """The page of search leads to the registers instead."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{origin}/repo/search/")
        assert not page.locator("#finder").is_visible()
        assert page.locator("noscript p").is_visible()
        assert page.locator("main li a").count() >= 4
