"""Any two or three can be compared: the choice stands in the address, and Back undoes it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

CARTEL, MEXICO = "Jalisco New Generation Cartel", "Mexico"
WITH = "?with=groups/jalisco-new-generation-cartel,places/mexico"


def choose(page: Page, *names: str) -> None:
    """Write names into the boxes and ask for the comparison."""
    for box, name in zip(page.locator("#chooser input").all(), names, strict=False):
        box.fill(name)
    page.get_by_role("button", name="Compare").click()


def columns(page: Page) -> int:
    """How many columns the side-by-side timeline has, its dates among them."""
    styles = page.locator(".both-lines > li").last.evaluate("line => getComputedStyle(line).gridTemplateColumns")
    return len(str(styles).split())


def test_a_choice_is_drawn_and_can_be_shared(page: Page, origin: str) -> None:
    """Every line says whose it is; the address leads to the same comparison."""
    page.goto(f"{origin}/repo/compare/")
    choose(page, CARTEL, MEXICO.lower())
    expect(page).to_have_url(f"{origin}/repo/compare/{WITH}")
    timelines = page.locator("#compared section").last
    expect(timelines.locator("li").first).to_be_visible()
    shown = timelines.inner_text()
    page.goto("about:blank")
    page.goto(f"{origin}/repo/compare/{WITH}")
    expect(timelines.locator("li").first).to_be_visible()
    assert timelines.inner_text() == shown
    for meta in timelines.locator("li .meta").all():
        words = meta.inner_text()
        assert CARTEL in words or MEXICO in words
    assert columns(page) == 3


def test_back_undoes_a_choice(page: Page, origin: str) -> None:
    """And forward does it again."""
    page.goto(f"{origin}/repo/compare/")
    choose(page, CARTEL, MEXICO)
    expect(page.locator("#compared section").first).to_be_visible()
    choose(page, CARTEL, MEXICO, "Guatemala")
    expect(page.locator("#compared .chip", has_text="Guatemala").first).to_be_visible()
    assert columns(page) == 4
    page.go_back()
    expect(page.locator("#compared > .chips .chip")).to_have_count(2)
    page.go_back()
    expect(page.locator("#compared section")).to_have_count(0)
    assert [box.input_value() for box in page.locator("#chooser input").all()] == ["", "", ""]
    page.go_forward()
    expect(page.locator("#compared > .chips .chip")).to_have_count(2)


def test_it_agrees_with_the_page_of_the_pair(page: Page, origin: str) -> None:
    """The same lines in the same order."""
    page.goto(f"{origin}/repo/compare/groups.jalisco-new-generation-cartel--places.mexico/")
    dated = "lines => lines.map((line) => ['.count', '.line'].map((part) => line.querySelector(part).textContent))"
    expected = page.locator(".both-lines > li").evaluate_all(dated)
    page.goto(f"{origin}/repo/compare/{WITH}")
    lines = page.locator("#compared section").last.locator(".both-lines > li")
    expect(lines.first).to_be_visible()
    assert lines.evaluate_all(dated) == expected


def test_a_name_that_nobody_has_is_told(page: Page, origin: str) -> None:
    """And one alone is no comparison."""
    page.goto(f"{origin}/repo/compare/")
    choose(page, CARTEL, "Nobody at all")
    expect(page.locator("#chooser-said")).to_contain_text("Nobody at all")
    choose(page, CARTEL, "")
    expect(page.locator("#chooser-said")).to_have_text("Choose two or three.")


def test_it_works_from_a_disk(page: Page, web_folder: Path) -> None:
    """With a choice in the address, too."""
    page.goto((web_folder / "repo" / "compare" / "index.html").as_uri())
    choose(page, CARTEL, MEXICO)
    expect(page.locator("#compared section").first).to_be_visible()
    page.locator("#compared .line a").first.click()
    expect(page.locator("main h1")).to_be_visible()


def test_without_scripts_there_is_the_list_of_pairs(browser: Browser, origin: str) -> None:
    """No control that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origin}/repo/compare/")
    assert page.locator("#chooser").is_hidden()
    page.locator(".pairs .more").first.click()
    expect(page.locator(".both-lines li").first).to_be_visible()
    context.close()
