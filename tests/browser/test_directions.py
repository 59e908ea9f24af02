"""A site in a script that runs from right to left is mirrored, not broken."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FloatRect
from support.built_site import build_into

pytestmark = pytest.mark.browser

ARTICLE = """---
title: معركة عند الميناء
date: 1911-03-04
summary: وصل القارب إلى الميناء.
events:
  - {date: 1911-03-03, title: وصول القارب, places: [harbour], status: reported}
sources:
  - {title: A history of the boats, publisher: Gazette, date: 1911-03-05, accessed: 2020-01-30, language: en}
---
وصل القارب إلى الميناء في المساء، كما قال ريان و Jack "Tar" (كما قيل).
"""
LETTER = """---
title: A letter from a boat
lang: en
date: 1921-05-01
events: [{date: 1921-04, title: A letter from ريان}]
---
A letter of ريان to Jack "Tar".
"""


@pytest.fixture(scope="module")
def arabic(web_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of a built site whose language is Arabic."""
    content = tmp_path_factory.mktemp("arabic")
    for name, text in {
        "site.toml": 'title = "سجل الميناء"\nlanguage = "ar"\n',
        "articles/1911-03-04-battle.md": ARTICLE,
        "articles/1921-05-01-letter.md": LETTER,
        "people/rayan.md": "---\nname: ريان\n---\n",
        "people/jack.md": '---\nname: Jack "Tar"\n---\n',
        "places/harbour.md": "---\nname: الميناء\ncoordinates: [31.2, 29.9]\n---\n",
    }.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, "utf-8")
    build_into(web_folder / "arabic", content)
    return "/arabic/"


@pytest.mark.parametrize("width", [320, 1280])
def test_pages_are_mirrored(browser: Browser, origin: str, arabic: str, width: int) -> None:
    """The page runs from right to left, is as wide as the window, and pleases axe."""
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        for path in ("", "timeline/", "articles/battle/", "people/rayan/", "places/"):
            page.goto(origin + arabic + path)
            assert page.locator("html").get_attribute("dir") == "rtl"
            assert page.evaluate("document.scrollingElement.scrollWidth") <= width, path
            report = Axe().run(page)
            assert report.violations_count == 0, f"{path}\n{report.generate_report()}"
        page.goto(origin + arabic)
        nameplate = page.locator(".nameplate").bounding_box()
        assert nameplate is not None
        assert page.locator(".nameplate").evaluate("e => getComputedStyle(e).direction") == "rtl"


@pytest.mark.parametrize("path", ["map/", "places/harbour/"])
def test_names_in_drawings_stand_beside_their_marks(browser: Browser, origin: str, arabic: str, path: str) -> None:
    """As they were set: from left to right, whichever way the page runs."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{origin}{arabic}{path}")
        marks = page.locator(".map .mark")
        assert marks.count() >= 1
        for mark in marks.all():
            shape = mark.locator(":is(.spot, .ring)").bounding_box()
            name = mark.locator("text").bounding_box()
            assert shape is not None
            assert name is not None
            assert not _meet(shape, name), mark.get_attribute("aria-label")


def _meet(one: FloatRect, other: FloatRect) -> bool:
    """Whether two boxes share more than their edges, which are drawn with a pen of some width."""
    across = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
    down = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
    return across > 4 and down > other["height"] / 2


def test_names_in_arabic_are_links(browser: Browser, origin: str, arabic: str) -> None:
    """The prose names a person and a place, and leads to both."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{origin}{arabic}articles/battle/")
        assert page.locator(".prose a.person").first.inner_text() == "ريان"
        assert page.locator(".prose a.place").last.inner_text() == "الميناء"


ENDS = """(element) => {
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walk.nextNode()) texts.push(walk.currentNode);
  return [[texts[0], 0], [texts.at(-1), texts.at(-1).length - 1]].map(([text, place]) => {
    const range = document.createRange();
    range.setStart(text, place);
    range.setEnd(text, place + 1);
    return range.getBoundingClientRect().left;
  });
}"""
"""Where the first and the last letter of an element stand."""


@pytest.mark.parametrize(
    ("path", "selector"),
    [
        ("articles/battle/", ".cite bdi:last-child"),
        ("articles/battle/", ".prose a.person:last-of-type"),
        ("print/", "section h2 .count"),
    ],
)
def test_what_is_in_latin_letters_is_not_turned_round(
    browser: Browser, origin: str, arabic: str, path: str, selector: str
) -> None:
    """An address ends with its `/`, and a count begins with its number: both run from left to right."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{origin}{arabic}{path}")
        first, last = page.locator(selector).first.evaluate(ENDS)
        assert first < last


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("articles/letter/", ".also li"),
        ("timeline/", ".meta span:has(> a[lang=en])"),
        ("timeline/", ".meta span:has(> a:not([lang]) + time)"),
    ],
)
def test_a_date_stands_behind_the_title_before_it(
    browser: Browser, origin: str, arabic: str, path: str, line: str
) -> None:
    """In sentences in Latin letters, whichever way the page and the title run."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(origin + arabic + path)
        found = page.locator(line).first
        title, date = found.locator("a").bounding_box(), found.locator("time").bounding_box()
        assert title is not None
        assert date is not None
        assert title["x"] + title["width"] <= date["x"]


BROKEN = """() => [...document.querySelectorAll("main :is(p, li, dd) time")]
  .filter((time) => new Set([...time.getClientRects()].map(({ bottom }) => Math.round(bottom))).size > 1)
  .map((time) => time.textContent)"""
"""Dates of which one part ends a line and another begins the next."""


@pytest.mark.parametrize("path", ["timeline/", "articles/battle/", "people/rayan/"])
@pytest.mark.parametrize("width", [320, 390, 640])
def test_no_date_is_broken_where_it_would_be_read_backwards(
    browser: Browser, origin: str, arabic: str, path: str, width: int
) -> None:
    """An Arabic date in an English line: its first part would end that line, its second begin another, turned round."""
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        page.goto(origin + arabic + path)
        assert page.evaluate(BROKEN) == []


@pytest.mark.parametrize(
    ("path", "line", "first", "second"),
    [
        ("print/", ".book-index li", "a.person", "a[href^='#']"),
        ("search/?q=ريان", "#found li", "a", ".count"),
        ("people/rayan/", ".cite", "bdi >> nth=0", "i"),
    ],
)
def test_lines_of_names_alone_run_as_the_page_does(
    browser: Browser, origin: str, arabic: str, path: str, line: str, first: str, second: str
) -> None:
    """Names are set apart from the line, which has then no letter of its own that tells how it runs."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(origin + arabic + path)
        found = page.locator(line).first
        start, then = found.locator(first).bounding_box(), found.locator(second).first.bounding_box()
        assert start is not None
        assert then is not None
        assert start["x"] >= then["x"] + then["width"]
