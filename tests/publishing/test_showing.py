"""What a page that is open must do when outputs have changed."""

from pathlib import Path

import pytest

from dateline.publishing.showing import PROBLEMS, Opened, Rounds

PAGE = """<!doctype html>
<link rel="icon" href="../../assets/icon.svg">
<link rel="alternate" href="../../feed.xml">
<link rel="stylesheet" href="../../assets/style.css?v=1">
<script src="../../assets/filter.js" defer></script>
<p>The <a href="../other/">other</a> one.
<img alt='' src='../../media/a%20photo.png'>
<img alt="" src="https://example.org/media/far.png">
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of two articles and the page for what is not there."""
    for path in ("articles/storm/index.html", "articles/other/index.html", "404.html"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(PAGE, encoding="utf-8")
    return tmp_path


def news(folder: Path, *changed: str) -> tuple[str, ...]:
    """What the page of the storm is told."""
    return Opened.of(folder, "http://127.0.0.1:8000/articles/storm/?a#b").news(frozenset(changed))


@pytest.mark.parametrize("changed", ["articles/storm/index.html", "assets/filter.js", "media/a photo.png"])
def test_a_page_is_reloaded_where_it_or_what_it_loads_has_changed(folder: Path, changed: str) -> None:
    """And is told nothing else then."""
    assert news(folder, changed, "assets/style.css", PROBLEMS) == ("articles/storm/index.html",)


def test_a_stylesheet_is_swapped(folder: Path) -> None:
    """Where the page has it."""
    assert news(folder, "assets/style.css", "assets/print.css") == ("assets/style.css",)


@pytest.mark.parametrize(
    "changed", ["articles/other/index.html", "feed.xml", "assets/icon.svg", "media/far.png", "data/mentions.jsonl"]
)
def test_what_a_page_does_not_show_is_nothing_to_it(folder: Path, changed: str) -> None:
    """It may link it."""
    assert news(folder, changed) == ()


def test_problems_are_shown_on_every_page(folder: Path) -> None:
    """Without a reload."""
    assert news(folder, PROBLEMS, "articles/other/index.html") == (PROBLEMS,)


def test_a_page_that_comes_or_goes_is_reloaded(folder: Path) -> None:
    """Whoever waits for a page sees it come."""
    missing = Opened.of(folder, "http://127.0.0.1:8000/articles/new/")
    going = Opened.of(folder, "http://127.0.0.1:8000/articles/other/index.html")
    (folder / "articles/new").mkdir()
    (folder / "articles/new/index.html").touch()
    (folder / "articles/other/index.html").unlink()
    assert missing.news(frozenset({"articles/new/index.html"})) == ("404.html",)
    assert going.news(frozenset({"articles/other/index.html"})) == ("articles/other/index.html",)
    assert missing.news(frozenset({"404.html"})) == ("404.html",)


def test_what_changed_since_a_page_was_loaded_is_known() -> None:
    """By the number of builds there were then."""
    rounds = Rounds()
    rounds.add(("a", "b"))
    rounds.add(("b", "c"))
    assert rounds.number == 2
    assert [rounds.since(number) for number in range(3)] == [{"a", "b", "c"}, {"b", "c"}, frozenset()]
