"""The preview shows in the browser what is wrong, reloads the page by itself, and keeps the last good site."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
ARTICLE = "---\ntitle: A storm\ndate: {date}\n---\n{text}\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """The one article of a site."""
    file = tmp_path / "content" / "articles" / "storm.md"
    file.parent.mkdir(parents=True)
    file.write_text(ARTICLE.format(date="1911-03-04", text="Rain fell."), "utf-8")
    return file


@pytest.fixture
def address(article: Path) -> Iterator[str]:
    """Where a running preview of that site is."""
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--content", str(article.parents[1])]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as preview:
        assert preview.stdout is not None
        lines = iter(preview.stdout.readline, "")
        yield next(found.group() for line in lines if (found := re.search(r"http://\S+/", line)))
        preview.send_signal(signal.SIGINT)
        preview.communicate(timeout=20)


def test_problems_are_shown_and_go_when_they_are_mended(article: Path, address: str, page: Page) -> None:
    """Nobody touches the browser: the page follows what is written, and an error leaves the last good text."""
    page.goto(f"{address}articles/storm/")
    expect(page.locator(".prose")).to_contain_text("Rain fell.")
    expect(page.locator(".preview-problems")).to_have_count(0)
    article.write_text(ARTICLE.format(date="4 Marhc 1911", text="Snow fell."), "utf-8")
    box = page.locator(".preview-problems")
    expect(box).to_contain_text("date-unreadable", timeout=20_000)
    expect(box).to_contain_text("articles/storm.md:3:7")
    expect(box).to_contain_text("write 1911-03-04")
    expect(page.locator(".prose")).to_contain_text("Rain fell.")
    article.write_text(ARTICLE.format(date="1911-03-04", text="Hail fell."), "utf-8")
    expect(page.locator(".prose")).to_contain_text("Hail fell.", timeout=20_000)
    expect(box).to_have_count(0)
