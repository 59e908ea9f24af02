"""The network follows a span of years; without scripts it is whole."""

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def test_ties_outside_of_the_span_go(page: Page, origin: str) -> None:
    """From the drawing and from the table alike, and the page says how many are left."""
    page.goto(f"{origin}/repo/network/")
    ties, rows = page.locator(".tie"), page.locator(".ties tbody tr")
    drawn, told = ties.count(), rows.count()
    page.get_by_role("slider").first.focus()
    page.keyboard.press("End")
    last = page.get_by_role("slider").first.get_attribute("max")
    expect(page.locator("#span [role=status]")).to_contain_text(f"of {drawn} ties, {last} to {last}")
    shown = [tie for tie in ties.all() if tie.is_visible()]
    assert 0 < len(shown) < drawn
    assert all(f"{last}:" in (tie.get_attribute("data-when") or "") for tie in shown)
    assert len([row for row in rows.all() if row.is_visible()]) == len(shown)
    page.keyboard.press("Home")
    expect(page.locator(".tie:not([hidden])")).to_have_count(drawn)
    expect(page.locator(".ties tbody tr:not([hidden])")).to_have_count(told)


def test_the_span_stands_in_the_address(page: Page, origin: str) -> None:
    """It can be shared, and is there again after Back; the whole span needs no words, nor does one that is none."""
    page.goto(f"{origin}/repo/network/")
    first, last = page.get_by_role("slider").all()
    start, end = int(first.get_attribute("min") or 0), int(last.get_attribute("max") or 0)
    first.focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(f"{origin}/repo/network/?from={start + 1}&to={end}")
    shown = page.locator("#span [role=status]").inner_text()
    page.goto(f"{origin}/repo/")
    page.go_back()
    expect(page.locator("#span [role=status]")).to_have_text(shown)
    page.reload()
    expect(first).to_have_value(str(start + 1))
    expect(page.locator("#span [role=status]")).to_have_text(shown)
    first.focus()
    page.keyboard.press("Home")
    expect(page).to_have_url(f"{origin}/repo/network/")
    page.goto(f"{origin}/repo/network/?from=then&to={start - 5}")
    expect(page.locator(".tie[hidden]")).to_have_count(0)
    assert [first.input_value(), last.input_value()] == [str(start), str(end)]


def test_rows_of_the_table_wait(browser: Browser, origin: str) -> None:
    """They come when the page is there; on paper they do not wait."""
    with browser.new_context() as context:
        held, page = context.new_page(), context.new_page()
        held.add_init_script("window.requestIdleCallback = () => 0")
        held.goto(f"{origin}/repo/network/")
        rows = held.locator(".ties tbody tr")
        assert 0 < held.locator("tr.waiting").count() < rows.count()
        assert not rows.last.is_visible()
        held.emulate_media(media="print")
        assert all(row.is_visible() for row in rows.all())
        page.goto(f"{origin}/repo/network/")
        expect(page.locator(".waiting")).to_have_count(0)
        assert all(row.is_visible() for row in page.locator(".ties tbody tr").all())


@pytest.mark.parametrize("width", [320, 390, 800, 1280])
def test_columns_stay_where_they_are_when_rows_come(browser: Browser, origin: str, width: int) -> None:
    """Whoever reads the first rows sees nothing move; each heading has room in its column."""
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        held, page = context.new_page(), context.new_page()
        held.add_init_script("window.requestIdleCallback = () => 0")
        held.goto(f"{origin}/repo/network/")
        page.goto(f"{origin}/repo/network/")
        expect(page.locator(".waiting")).to_have_count(0)
        heads = page.locator(".ties thead th")
        before = [head.bounding_box() for head in held.locator(".ties thead th").all()]
        assert [head.bounding_box() for head in heads.all()] == before
        assert heads.evaluate_all("all => all.filter((e) => e.scrollWidth > e.clientWidth).length") == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_names_do_not_cover_each_other(page: Page, origin: str, width: int) -> None:
    """Those that have no room are left out; the table has them. Boxes are half as tall again as the letters in them."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{origin}/repo/network/")
    boxes = [text.bounding_box() for text in page.locator(".network text").all() if text.is_visible()]
    assert len(boxes) > 5
    for number, one in enumerate(boxes):
        for other in boxes[:number]:
            assert one
            assert other
            is_apart = (
                one["x"] + one["width"] <= other["x"] + 1
                or other["x"] + other["width"] <= one["x"] + 1
                or one["y"] + one["height"] <= other["y"] + one["height"] / 2.5
                or other["y"] + other["height"] <= one["y"] + one["height"] / 2.5
            )
            assert is_apart


def test_a_mark_leads_to_the_dossier(browser: Browser, origin: str) -> None:
    """By keyboard, and without scripts; no control is shown then."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origin}/repo/network/")
    assert page.locator("#span").is_hidden()
    mark = page.locator(".mark").first
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_visible()
    assert "/network/" not in page.url
    context.close()
