"""The preview shows in the browser what is wrong, reloads the page by itself, and keeps the last good site."""

import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
PATIENCE = 60_000  # milliseconds
ARTICLE = "---\ntitle: A storm\ndate: {date}\n---\n{text}\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """The one article of a site."""
    file = tmp_path / "content" / "articles" / "storm.md"
    file.parent.mkdir(parents=True)
    save(file, "Rain fell.")
    save(file.with_name("fire.md"), "Smoke rose.")
    return file


@pytest.fixture
def stylesheet(article: Path) -> Path:
    """The site's own stylesheet, in place of the theme's."""
    file = article.parents[2] / "templates" / "assets" / "style.css"
    file.parent.mkdir(parents=True)
    paint(file, "black")
    return file


def save(article: Path, text: str, date: str = "1911-03-04") -> None:
    """Save an article."""
    article.write_text(ARTICLE.format(date=date, text=text), "utf-8")


def paint(stylesheet: Path, colour: str) -> None:
    """Save a stylesheet in which all text has one colour."""
    stylesheet.write_text(f"* {{ color: {colour} }}\n", "utf-8")


def mark(page: Page) -> None:
    """Leave a mark that a reload takes away."""
    page.evaluate("document.documentElement.dataset.kept = 'yes'")


def is_kept(page: Page) -> bool:
    """Return whether a page was not reloaded since it was marked."""
    return bool(page.evaluate("document.documentElement.dataset.kept === 'yes'"))


@pytest.fixture
def address(article: Path) -> Iterator[str]:
    """Where a running preview of that site is."""
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--content", str(article.parents[1])]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as preview:
        assert preview.stdout is not None
        lines = iter(preview.stdout.readline, "")
        yield next(found.group() for line in lines if (found := re.search(r"http://\S+/", line)))
        preview.send_signal(signal.SIGINT)
        preview.communicate(timeout=60)


def test_problems_are_shown_and_go_when_they_are_mended(article: Path, address: str, page: Page) -> None:
    """Nobody touches the browser: the page follows what is written, and an error leaves the last good text."""
    page.goto(f"{address}articles/storm/")
    expect(page.locator(".prose")).to_contain_text("Rain fell.")
    expect(page.locator(".preview-problems")).to_have_count(0)
    mark(page)
    save(article, "Snow fell.", "4 Marhc 1911")
    box = page.locator(".preview-problems")
    expect(box).to_contain_text("date-unreadable", timeout=PATIENCE)
    expect(box).to_contain_text("articles/storm.md:3:7")
    expect(box).to_contain_text("write 1911-03-04")
    expect(page.locator(".prose")).to_contain_text("Rain fell.")
    save(article, "Rain fell.")
    expect(box).to_have_count(0, timeout=PATIENCE)
    assert is_kept(page)
    save(article, "Snow fell.", "4 Marhc 1911")
    expect(box).to_have_count(1, timeout=PATIENCE)
    save(article, "Hail fell.")
    expect(page.locator(".prose")).to_contain_text("Hail fell.", timeout=PATIENCE)
    expect(box).to_have_count(0)
    assert not is_kept(page)


def test_a_stylesheet_is_swapped_without_a_reload(stylesheet: Path, address: str, page: Page) -> None:
    """Twice, one after the other."""
    page.goto(f"{address}articles/storm/")
    mark(page)
    for name, colour in (("red", "rgb(255, 0, 0)"), ("green", "rgb(0, 128, 0)")):
        paint(stylesheet, name)
        expect(page.locator(".prose")).to_have_css("color", colour, timeout=PATIENCE)
    assert is_kept(page)


def test_a_page_that_did_not_change_is_not_reloaded(
    article: Path, stylesheet: Path, address: str, context: BrowserContext
) -> None:
    """It hears of the stylesheet that was changed last, so it has heard of all that came before."""
    storm, fire = context.new_page(), context.new_page()
    storm.goto(f"{address}articles/storm/")
    fire.goto(f"{address}articles/fire/")
    mark(fire)
    save(article, "Hail fell.")
    expect(storm.locator(".prose")).to_contain_text("Hail fell.", timeout=PATIENCE)
    paint(stylesheet, "red")
    expect(fire.locator(".prose")).to_have_css("color", "rgb(255, 0, 0)", timeout=PATIENCE)
    assert is_kept(fire)


def test_the_last_of_many_saves_is_shown(article: Path, address: str, page: Page) -> None:
    """At random distances, some of them shorter than a build or a reload."""
    chance = random.Random(4)  # noqa: S311 - no secret
    page.goto(f"{address}articles/storm/")
    for number in range(1, 21):
        save(article, f"Save {number}.")
        time.sleep(chance.uniform(0.02, 0.3))
    expect(page.locator(".prose")).to_contain_text("Save 20.", timeout=PATIENCE)
