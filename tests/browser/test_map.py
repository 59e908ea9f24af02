"""A map is enlarged by scripts, and is a whole map without them."""

import pytest
from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser


@pytest.fixture
def chart(page: Page, origin: str) -> Locator:
    """The map of the repository's own site."""
    page.goto(f"{origin}/repo/map/")
    return page.locator("svg.map")


def shown(chart: Locator) -> int:
    """How many names can be read."""
    return sum(text.is_visible() for text in chart.locator("text").all())


def width_of(mark: Locator) -> float:
    """How wide a mark is on the screen."""
    box = mark.bounding_box()
    assert box
    return box["width"]


def test_enlarging_makes_room_for_names_and_leaves_marks_as_they_are(page: Page, chart: Locator) -> None:
    """Until the map is as large as it can be; then all of it is shown again."""
    whole, names, size = chart.get_attribute("viewBox"), shown(chart), width_of(chart.locator(".spot").first)
    page.get_by_role("button", name="Enlarge").click()
    page.get_by_role("button", name="Enlarge").click()
    page.get_by_role("button", name="Enlarge").click()
    assert page.get_by_role("button", name="Enlarge").is_disabled()
    assert chart.locator("text.shown").count() > names
    assert width_of(chart.locator(".spot").first) == pytest.approx(size, rel=0.05)
    page.get_by_role("button", name="Show all").click()
    assert chart.get_attribute("viewBox") == whole
    assert shown(chart) == names


def test_a_mark_that_gets_the_focus_is_brought_into_view(page: Page, chart: Locator) -> None:
    """However the map was enlarged before: every mark can be reached with the Tab key."""
    page.get_by_role("button", name="Enlarge").click()
    page.get_by_role("button", name="Enlarge").click()
    for mark in chart.locator(".mark").all():
        mark.focus()
        frame, box = chart.bounding_box(), mark.locator(".spot, .ring").bounding_box()
        assert frame
        assert box
        assert frame["x"] <= box["x"] + box["width"] / 2 <= frame["x"] + frame["width"]
        assert frame["y"] <= box["y"] + box["height"] / 2 <= frame["y"] + frame["height"]


def test_a_dragged_map_moves_and_follows_no_link(page: Page, chart: Locator) -> None:
    """One that shows all of itself stays."""
    page.get_by_role("button", name="Enlarge").click()
    before, url = chart.get_attribute("viewBox"), page.url
    box = chart.bounding_box()
    assert box
    page.mouse.move(box["x"] + 300, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 150, steps=4)
    page.mouse.up()
    assert chart.get_attribute("viewBox") != before
    assert page.url == url


def test_without_scripts_the_map_is_whole(browser: Browser, origin: str) -> None:
    """Each mark is a link; there are no buttons that do nothing."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{origin}/repo/map/")
        assert page.locator("button").count() == 0
        assert page.locator("svg.map .mark").count() == 12
        page.locator("svg.map .mark[aria-label^='place: Chile']").click()
        assert page.url.endswith("/places/chile/")
