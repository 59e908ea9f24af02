"""The data in the head of each page is there for programs, and the policy of the page has nothing against it."""

import json

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_every_kind_of_page_carries_its_data(page: Page, origin: str, one_of_each: tuple[str, ...]) -> None:
    """It can be read, tells of this very page, and nothing is refused; the page for what is not found has none."""
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    for path in one_of_each:
        page.goto(origin + path)
        blocks = page.locator('script[type="application/ld+json"]').all_text_contents()
        if path.endswith("404.html"):
            assert blocks == []
            continue
        (block,) = blocks
        node = json.loads(block)["@graph"][0]
        address = page.evaluate("url => new URL(url, location.href).href", node.get("url", node.get("@id")))
        assert address == origin + path
    assert told == []


def test_citations_fold_out_without_scripts(page: Page, origin: str) -> None:
    """One click shows them, another one selects one of them whole."""
    page.goto(f"{origin}/repo/articles/shootout-at-la-laguna/")
    page.locator(".cite-data summary").click()
    page.locator(".cite-data pre").first.click()
    selected = page.evaluate("getSelection().toString()")
    assert selected.strip().startswith("@online{shootout-at-la-laguna,")
    assert selected.strip().endswith("}")
