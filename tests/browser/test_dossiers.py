"""A dossier proves what it says: its numbers open, and its sentences lead to where they stand."""

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

DOSSIER = "groups/jalisco-new-generation-cartel/"


def test_a_marked_name_leads_to_its_sentence(page: Page, origin: str) -> None:
    """The sentence is in view, and it is the only one that stands out."""
    page.goto(f"{origin}/repo/{DOSSIER}")
    excerpt = page.locator(".excerpt:has(.said)").first
    excerpt.scroll_into_view_if_needed()
    words = excerpt.inner_text()
    excerpt.locator(".said").first.click()
    sentence = page.locator(".prose span:target")
    expect(sentence).to_be_in_viewport()
    assert sentence.inner_text() == words


def test_a_number_opens_what_proves_it(browser: Browser, origin: str) -> None:
    """By keyboard, and without scripts."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origin}/repo/{DOSSIER}")
    row = page.locator(".with > li").first
    row.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(row.get_by_role("listitem").first).to_be_visible()
    assert row.locator("li a[href^='#']").count() == int(row.locator("summary").inner_text().split()[0])
    row.locator("li a").first.click()
    expect(page.locator(".entry:target")).to_be_in_viewport()
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_an_open_list_covers_nothing(page: Page, origin: str, width: int) -> None:
    """It stands below the name and before the next one."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{origin}/repo/{DOSSIER}")
    row, after = page.locator(".with > li").first, page.locator(".with > li").nth(1)
    row.locator("summary").click()
    name, opened, following = (each.bounding_box() for each in (row.locator("> .chip"), row.locator("ul"), after))
    assert name
    assert opened
    assert following
    assert name["y"] + name["height"] <= opened["y"] + 1
    assert opened["y"] + opened["height"] <= following["y"] + 1
