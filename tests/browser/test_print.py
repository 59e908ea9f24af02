"""On paper a page is one of a book: its words can be read back, links are printed, nothing of the interface is."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from support.built_site import build_into

pytestmark = pytest.mark.browser

INTERFACE = ("Search", "Skip to the text", "How to read it", "In print", "Feed of corrections")
CONTENT = {
    "articles/2020-01-01-new.md": (
        "---\ntitle: New\nsources:\n  - {title: Report, publisher: The Gazette, url: https://gazette.example/report}\n"
        "---\nAna Gil spoke, as [the log](https://log.example/one) has it.\n"
    ),
    "people/ana.md": "---\nname: Ana Gil\n---\n",
}

Printed = Callable[[str], list[str]]


@pytest.fixture
def printed(page: Page, origin: str) -> Printed:
    """Print a page of the built site; return the text of each sheet."""

    def print_page(path: str) -> list[str]:
        page.goto(f"{origin}/repo/{path}")
        return sheets(page)

    return print_page


def sheets(page: Page) -> list[str]:
    """Print what is open, and return the text of each sheet below its number, its white space folded."""
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    texts = [sheet.extract_text().split() for sheet in reader.pages]
    assert [text[0] for text in texts] == [str(number) for number in range(1, len(texts) + 1)]
    return [" ".join(text[1:]) for text in texts]


def test_the_whole_chronology_is_a_book(printed: Printed, page: Page) -> None:
    """A sheet with the title, one with the contents, every headline with its date, then sources and index."""
    texts = printed("print/")
    assert "the whole chronology" in texts[0]
    assert "Contents" not in texts[0]
    assert texts[1].startswith("Contents")
    whole = " ".join(texts)
    titles = page.locator(".entry-title").all_inner_texts()
    assert len(titles) > 10
    assert [title for title in titles if title not in whole] == []
    assert [date for date in page.locator("main time").all_inner_texts() if date not in whole] == []
    places = [whole.index(each) for each in ("Mexico forms a National Guard", "Javelins are taken")]
    assert places == sorted(places)
    assert any(text.startswith("Sources") for text in texts)
    assert any(text.startswith("Index") for text in texts)


@pytest.mark.parametrize(
    "path", ["print/", "articles/shootout-at-la-laguna/", "people/nemesio-oseguera-cervantes/", "timeline/"]
)
def test_nothing_of_the_interface_is_printed(printed: Printed, path: str) -> None:
    """No menu, no search box, no filter, no way to other pages."""
    whole = " ".join(printed(path))
    assert len(whole) > 400
    assert [words for words in INTERFACE if re.search(rf"\b{words}\b", whole)] == []


def test_links_are_printed_as_addresses(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Those that lead out of the site: in texts, and in the list of sources of a page and of the book."""
    folder = tmp_path_factory.mktemp("printed")
    for path, text in CONTENT.items():
        (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / path).write_text(text, encoding="utf-8")
    build_into(folder / "site", folder / "content", "--offline", "--base-url", "https://site.example/")
    with browser.new_context() as context:
        page = context.new_page()

        def words(path: str) -> str:
            page.goto((folder / "site" / path / "index.html").as_uri())
            return " ".join(sheets(page))

        article = words("articles/new")
        assert "the log <https://log.example/one>" in article
        assert "<https://gazette.example/report>" in article
        assert "https://site.example/articles/new/" in article
        assert "<https://gazette.example/report>" in words("print")


def test_all_that_a_filter_finds_is_printed(page: Page, tmp_path: Path) -> None:
    """Also what the page shows only when asked for more, or is about to show; and nothing that was filtered away."""
    events = "".join(
        f"  - {{date: {1900 + number}-05, title: {'Odd' if number % 2 else 'Even'} year {number}}}\n"
        for number in range(240)
    )
    (tmp_path / "content" / "articles").mkdir(parents=True)
    (tmp_path / "content" / "articles" / "2020-01-01-new.md").write_text(
        f"---\ntitle: New\nevents:\n{events}---\nIt was.\n", encoding="utf-8"
    )
    build_into(tmp_path / "site", tmp_path / "content", "--offline")
    page.goto((tmp_path / "site" / "timeline" / "index.html").as_uri() + "?words=odd")
    expect(page.locator("#found .entry").first).to_be_visible()
    text = " ".join(sheets(page))
    assert re.findall(r"(Odd|Even) year (\d+)", text) == [("Odd", str(number)) for number in range(1, 240, 2)]
    assert "Show more" not in text


def test_the_sheets_of_an_article_are_filled(printed: Printed) -> None:
    """A long list does not begin a new sheet because it does not fit on this one as a whole."""
    texts = printed("articles/shootout-at-la-laguna/")
    assert len(texts) < 5
    assert all(len(text) > 300 for text in texts[:-1])
