"""Every page is complete with scripts off; scripts add filtering and nothing else."""

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

BROUGHT = ".map-tools, .chooser, .copy, noscript"


def test_pages_hold_the_same_words_without_scripts(browser: Browser, origin: str, one_of_each: tuple[str, ...]) -> None:
    """With scripts off the main part of each kind of page says what it says with them, but for what scripts bring."""
    with_scripts = browser.new_context()
    without = browser.new_context(java_script_enabled=False)
    for path in one_of_each:
        texts = []
        for context in (with_scripts, without):
            page = context.new_page()
            page.goto(origin + path)
            expect(page.locator(".waiting")).to_have_count(0)
            page.evaluate("names => document.querySelectorAll(names).forEach((tools) => tools.remove())", BROUGHT)
            texts.append(page.locator("#entries" if "timeline" in path else "main").inner_text())
            page.close()
        assert texts[0] == texts[1], path
        assert len(texts[1]) > 40, path
    with_scripts.close()
    without.close()


def test_the_filter_says_that_it_needs_scripts(browser: Browser, origin: str) -> None:
    """Without scripts the filter is not shown, and one sentence leads to the registers instead."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{origin}/repo/timeline/")
        assert not page.locator("#filter").is_visible()
        assert page.locator("noscript p").is_visible()
        assert page.locator("noscript a").count() >= 3
