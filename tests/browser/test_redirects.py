"""An old address leads a real browser on, to the place on the page that was asked for."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page
from support.built_site import build_into

pytestmark = pytest.mark.browser

ARTICLE = """---
title: A storm
date: 1911-03-04
redirects: [/1911/old-storm.html]
events: [{date: 1911-03-03, title: The mole breaks}]
---
Rui Tavares saw it.
"""


@pytest.fixture(scope="module")
def moved(web_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of a built site whose article was renamed, and whose person was merged."""
    content = tmp_path_factory.mktemp("moved")
    for name, text in {
        "site.toml": 'title = "Harbour"\n',
        "articles/1911-03-04-storm.md": ARTICLE,
        "people/rui-tavares.md": "---\nname: Rui Tavares\nredirects: [people/tavares]\n"
        "events: [{date: 1880, title: Born}]\n---\n",
    }.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, "utf-8")
    build_into(web_folder / "moved", content)
    return "/moved/"


def test_an_old_link_to_an_event_finds_it(page: Page, origin: str, moved: str) -> None:
    """And the way back does not lead through the old address again."""
    page.goto(origin + moved)
    page.goto(f"{origin}{moved}1911/old-storm.html#e-the-mole-breaks")
    page.wait_for_url(f"{origin}{moved}articles/storm/#e-the-mole-breaks")
    assert page.locator("#e-the-mole-breaks").count() == 1
    page.go_back()
    assert page.url == origin + moved


def test_an_old_link_to_an_event_in_a_dossier_finds_it(page: Page, origin: str, moved: str) -> None:
    """Its id is made of that of its entity, which is another one now; other places keep theirs."""
    page.goto(f"{origin}{moved}people/tavares/#people.tavares.born")
    page.wait_for_url(f"{origin}{moved}people/rui-tavares/#people.rui-tavares.born")
    assert page.locator("[id='people.rui-tavares.born']").count() == 1
    page.goto(f"{origin}{moved}people/tavares/#timeline")
    page.wait_for_url(f"{origin}{moved}people/rui-tavares/#timeline")


def test_without_scripts_an_old_address_leads_on_too(browser: Browser, origin: str, moved: str) -> None:
    """By itself, to the top of the page."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{origin}{moved}people/tavares/")
        page.wait_for_url(f"{origin}{moved}people/rui-tavares/")


def test_a_browser_that_stays_is_shown_the_way(context: BrowserContext, origin: str, moved: str) -> None:
    """Where the script does not come there is a link, and the page pleases axe."""
    context.route("**/redirect.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{origin}{moved}people/tavares/")
    report = Axe().run(page)
    assert report.violations_count == 0, report.generate_report()
    page.get_by_role("main").get_by_role("link", name="Rui Tavares").click()
    page.wait_for_url(f"{origin}{moved}people/rui-tavares/")
