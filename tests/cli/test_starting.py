"""Starting: a command imports what it uses, and the list of commands next to nothing."""

import os
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from dateline.cli import COMMANDS, main

LOADED = """
import atexit, sys
atexit.register(lambda: print("\\n" + "\\n".join(sys.modules), file=sys.stderr))
from dateline.cli import main
main()
"""
LIBRARIES = frozenset(
    """
    ahocorasick_rs babel dateutil jinja2 livereload markdown_it nh3 platformdirs rapidfuzz tornado watchfiles yaml
    """.split()
)
ARTICLE = "# Shootout\n\nOne.\n"


def loaded(folder: Path, *arguments: str) -> frozenset[str]:
    """Run a command in a process of its own, and return the modules that it imported."""
    command = [sys.executable, "-c", LOADED, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return frozenset(done.stderr.splitlines())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a site of one article."""
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/articles/2020-07-18-shootout.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("arguments", [("--help",), ("--version",)])
def test_help_imports_no_command(folder: Path, arguments: tuple[str, ...]) -> None:
    """And of all libraries click alone."""
    modules = loaded(folder, *arguments)
    assert modules & LIBRARIES == set()
    assert modules & {"dateline.pipeline", "dateline.publishing.site", "asyncio"} == set()
    assert [name for name in COMMANDS.values() if f"dateline.cli.{name[0]}" in modules] == []


def test_a_build_imports_neither_the_preview_nor_the_reports(folder: Path) -> None:
    """Nor what either of them rests on."""
    modules = loaded(folder, "build", "--no-cache")
    assert (folder / "site/index.html").exists()
    assert modules & {"babel", "livereload", "tornado", "watchfiles", "rapidfuzz", "asyncio"} == set()
    assert [
        name for name in modules if name.startswith(("dateline.linking.reports", "dateline.publishing.serve"))
    ] == []
    assert [name for name in COMMANDS.values() if f"dateline.cli.{name[0]}" in modules] == [COMMANDS["build"]]


def test_plain_headers_and_dates_need_no_parser(folder: Path) -> None:
    """The parsers of YAML and of dates in words are imported where a header or a date asks for them."""
    article = folder / "content/articles/2020-07-18-shootout.md"
    article.write_text(f"---\ntitle: Shootout\ndate: 2020-07-18\n---\n{ARTICLE}", encoding="utf-8")
    assert loaded(folder, "build", "--no-cache") & {"dateutil", "yaml"} == set()
    article.write_text(f"---\ntitle: |\n  Shootout\ndate: 18 July 2020\n---\n{ARTICLE}", encoding="utf-8")
    assert loaded(folder, "build", "--no-cache") & {"dateutil", "yaml"} == {"dateutil", "yaml"}


def test_a_build_of_words_imports_what_its_pages_need(folder: Path) -> None:
    """Neither what builds all of a site, nor what makes feeds, where these hold no edited article."""
    articles = [folder / f"content/articles/{year}-07-18-letter-{year}.md" for year in range(1950, 2024)]
    for article in articles:
        article.write_text(ARTICLE, encoding="utf-8")
    past = time.time() - 60
    for file in folder.rglob("*.md"):
        os.utime(file, (past, past))
    loaded(folder, "build", "--cache", "cache")
    articles[0].write_text(f"{ARTICLE}\nTwo.\n", encoding="utf-8")
    modules = loaded(folder, "build", "--cache", "cache")
    assert "Two." in (folder / "site/articles/letter-1950/index.html").read_text(encoding="utf-8")
    assert "dateline.publishing.touching" in modules
    assert modules & {"dateline.publishing.engine", "dateline.rendering.feed", "xml.etree.ElementTree"} == set()


def test_only_other_languages_than_english_need_babel(folder: Path) -> None:
    """English is written without it."""
    (folder / "content/site.toml").write_text('language = "es"\n', encoding="utf-8")
    assert "babel" in loaded(folder, "build", "--no-cache")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_says_of_a_command_what_the_command_says_of_itself(name: str) -> None:
    """In the first sentence of its help."""
    command = main.get_command(click.Context(main), name)
    assert command
    assert command.help
    assert " ".join(command.help.split("\n\n")[0].split()) == COMMANDS[name][1]


def test_a_command_that_there_is_not_is_refused() -> None:
    """As a mistake in the command line."""
    assert main.get_command(click.Context(main), "paint") is None
