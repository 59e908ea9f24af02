"""What scripts add to a page says in which language it is, where that is another than the page's."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from support.built_site import build_into

pytestmark = pytest.mark.browser

PORT = """---
title: معركة عند الميناء
date: 1911-03-04
tags: [بحر]
sources: [{title: كتاب, publisher: دار}]
corrections: [{date: 1912-01-01, note: تصحيح}]
events:
  - {date: 1911-03-03, title: وصول القارب, text: وصل ريان وسليم إلى الميناء., status: reported}
  - {date: 1909, title: بناء القارب, text: بنى ريان وسليم قاربا., status: alleged}
  - {date: unknown, title: لقاء, text: التقى ريان وسليم., status: retracted}
---
وصل القارب إلى الميناء في المساء، كما قال ريان وسليم.
"""
FILES = {
    "articles/1921-05-01-carta.md": "---\ntitle: Carta de un barco\nlang: es\ndate: 1921-05-01\n"
    "events: [{date: 1921-04, title: Llega una carta}]\n---\nLlega una carta de ريان.\n",
    "site.toml": 'title = "سجل الميناء"\nlanguage = "ar"\n',
    "articles/1911-03-04-port.md": PORT,
    "people/rayan.md": "---\nname: ريان\nsummary: بحار.\n---\n",
    "people/salim.md": "---\nname: سليم\nevents: [{date: 1920-05, title: سفر سليم}]\n---\n",
    "places/harbour.md": "---\nname: الميناء\ncoordinates: [31.2, 29.9]\n---\n",
}
UNTOLD = """() => {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const told = node.nodeType === 1 ? [...node.attributes].filter(({ name }) => !name.startsWith("data-")) : [];
    for (const { value } of told) if (/[\\ufff9-\\ufffb]/.test(value)) found.push(value);
    if (node.nodeType !== 3 || node.parentElement.closest("script, svg, noscript, .cite, .cite-data")) continue;
    const language = node.parentElement.closest("[lang]").lang;
    const isLatin = /[a-z]{3}/i.test(node.data.replace(/OpenStreetMap|BibTeX|CSL-JSON/g, ""));
    const isTold = !isLatin || ["en", "es"].includes(language);
    if (/[\\ufff9-\\ufffb]/.test(node.data) || !isTold) found.push(node.data.trim());
  }
  return found;
}"""
"""What of a page is in Latin letters and is not said to be English or Spanish, and the signs that scripts have left."""


@pytest.fixture(scope="module")
def arabic(web_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of a built site in Arabic, of which nobody has translated the interface."""
    content = tmp_path_factory.mktemp("spoken")
    for name, text in FILES.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, "utf-8")
    build_into(web_folder / "spoken", content)
    return "/spoken/"


def spoken(page: Page) -> list[str]:
    """Return what of a page does not say in which language it is."""
    found: list[str] = page.evaluate(UNTOLD)
    return found


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?order=newest", "Retracted:"),
        ("?status=alleged", "copy link"),
        ("?status=denied&tag=بحر", "without"),
        ("published/?order=newest", "happened"),
        ("published/?words=سفر", "told in the dossier of"),
    ],
)
def test_what_the_filter_finds(page: Page, origin: str, arabic: str, query: str, said: str) -> None:
    """Rows, choices, counts and what may be given up."""
    page.goto(f"{origin}{arabic}timeline/{query}")
    expect(page.locator("#found:visible, #found-nothing:visible")).to_contain_text(said)
    expect(page.locator("#filter-said")).to_contain_text("entries")
    assert spoken(page) == []


def test_what_is_searched(page: Page, origin: str, arabic: str) -> None:
    """The hits of the page, and those beneath the box."""
    page.goto(f"{origin}{arabic}search/?q=ريان")
    expect(page.locator("#search-count")).to_contain_text("hit")
    page.locator("#finder input").fill("لقاء")
    expect(page.locator("#finder-list")).to_contain_text("retracted")
    assert spoken(page) == []


def test_who_is_compared(page: Page, origin: str, arabic: str) -> None:
    """Headings and lines; and what is said where somebody is unknown."""
    page.goto(f"{origin}{arabic}compare/?with=people/rayan,people/salim")
    expect(page.locator("#compared")).to_contain_text("Timelines side by side")
    assert spoken(page) == []
    page.locator("#chooser input").first.fill("غريب")
    page.locator("#chooser button").click()
    expect(page.locator("#chooser-said")).to_contain_text("Nobody")
    assert spoken(page) == []


def test_what_is_drawn(page: Page, origin: str, arabic: str) -> None:
    """The buttons of the map, and what the network says of a span."""
    page.goto(f"{origin}{arabic}map/")
    expect(page.locator(".map-tools")).to_contain_text("Enlarge")
    assert spoken(page) == []
    page.goto(f"{origin}{arabic}network/")
    page.get_by_role("slider").first.focus()
    page.keyboard.press("End")
    expect(page.locator("#span [role=status]")).to_contain_text("ties")
    assert spoken(page) == []


def test_a_card_and_a_button(page: Page, origin: str, arabic: str) -> None:
    """A card says of whom it is; a button says that it has copied, and then what it does."""
    page.goto(f"{origin}{arabic}timeline/")
    page.locator(".chips .person").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(page.locator("#card")).to_contain_text("First seen")
    assert spoken(page) == []
    button = page.locator("#entries button.copy").first
    before = button.inner_html()
    button.click()
    expect(button).to_have_text("copied")
    assert spoken(page) == []
    expect(button).not_to_have_text("copied")
    assert button.inner_html() == before


def test_words_in_the_language_of_the_page_stand_bare(browser: Browser, origin: str) -> None:
    """No element is put around what needs none."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{origin}/repo/timeline/?order=newest")
        expect(page.locator("#found .permalink").first).to_have_text("own page")
        assert page.locator("#found span[lang], #filter span[lang]").count() == 0


@pytest.mark.parametrize(
    ("place", "question", "said"),
    [
        ("timeline/", "carta", [("es", "Carta de un barco"), ("es", "Llega una carta")]),
        ("articles/carta/", "carta", [("es", "Carta de un barco"), ("es", "Llega una carta")]),
        ("articles/carta/", "سليم", [("ar", "سليم"), ("ar", "سفر سليم")]),
    ],
)
def test_titles_that_are_found(
    page: Page, origin: str, arabic: str, place: str, question: str, said: list[tuple[str, str]]
) -> None:
    """Each is in its own language, wherever it is sought; what it is, in that of the site."""
    page.goto(f"{origin}{arabic}{place}")
    page.keyboard.press("/")
    page.keyboard.type(question)
    hits = page.locator("#finder-list li")
    expect(hits).to_have_count(len(said))
    told = hits.locator("bdi").evaluate_all(TITLES)
    assert [tuple(each) for each in told] == said
    assert hits.locator(".count").evaluate_all("all => all.map((e) => e.closest('[lang]').lang)") == ["ar"] * len(said)
    assert spoken(page) == []


TITLES = "all => all.map((e) => [(e.querySelector('[lang]') ?? e.closest('[lang]')).lang, e.textContent])"
"""What stands in each, with its language."""
