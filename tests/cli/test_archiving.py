"""The command `archive`: what it lists, what it asks, what it writes; and that no other command asks anybody."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.archive import Archive, served_archive

from dateline.cli import main
from dateline.publishing.wayback import Wayback

ARTICLE = """---
title: One
date: 2022-08-01
sources:
  - {title: A, url: https://example.org/a, accessed: 2022-08-02}
  - {title: B, url: https://example.org/b}
  - {title: C, url: https://example.org/c, archive: https://web.archive.org/web/20220803000000/https://example.org/c}
  - {title: D}
---
Words.
"""
OTHER = "---\nname: Ann\nrelations:\n- type: leads\n  entity: x\n  source:\n    url: https://example.org/a\n---\n"
COPY = "https://web.archive.org/web/20220803101112/https://example.org/a"


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article of the site in the working folder."""
    monkeypatch.chdir(tmp_path)
    content = tmp_path / "content"
    group = "---\nname: X\n---\n"
    for path, text in (("articles/one.md", ARTICLE), ("people/ann.md", OTHER), ("groups/x.md", group)):
        (content / path).parent.mkdir(parents=True)
        (content / path).write_text(text, encoding="utf-8")
    return content / "articles/one.md"


@pytest.fixture
def archive() -> Iterator[Archive]:
    """An archive with a copy of one page."""
    with served_archive() as made:
        made.copies["https://example.org/a"] = "20220803101112"
        yield made


def run(*arguments: str, archive: Archive | None = None) -> Result:
    """Run the command, with an archive of our own."""
    return CliRunner().invoke(main, ("archive", *arguments), obj=archive.wayback if archive else None)


@pytest.mark.usefixtures("article")
def test_sources_without_a_copy_are_listed() -> None:
    """With their places, and without a question to anybody."""
    done = run()
    assert done.output == (
        "content/articles/one.md:5:21: no archived copy of https://example.org/a\n"
        "content/articles/one.md:6:21: no archived copy of https://example.org/b\n"
        "content/people/ann.md:7:10: no archived copy of https://example.org/a\n"
        "4 sources have a web address, 3 of them without an archived copy\n"
    )
    assert done.exit_code == 1


def test_the_archive_is_asked_once_for_each_address(article: Path, archive: Archive) -> None:
    """And what to write is told; files stay as they are."""
    done = run("--ask", archive=archive)
    assert f"one.md:5:21: there is a copy of 2022-08-03; write archive: {COPY}\n" in done.output
    assert "one.md:6:21: no archived copy of https://example.org/b: the archive has no copy; --save" in done.output
    assert [path.split("?")[1] for path in archive.asked] == [
        "url=https%3A%2F%2Fexample.org%2Fa&timestamp=20220802",
        "url=https%3A%2F%2Fexample.org%2Fb",
    ]
    assert done.exit_code == 1
    assert article.read_text(encoding="utf-8") == ARTICLE


def test_copies_are_made_and_written(article: Path, archive: Archive) -> None:
    """Wherever the source is cited; then nothing is left to do."""
    done = run("--save", "--write", archive=archive)
    assert done.exit_code == 0, done.output
    made = f"{archive.address.replace('http:', 'https:')}/web/20260102030405/https://example.org/b"
    assert article.read_text(encoding="utf-8") == ARTICLE.replace(
        "https://example.org/a,", f'https://example.org/a, archive: "{COPY}",'
    ).replace("https://example.org/b}", f'https://example.org/b, archive: "{made}"}}')
    assert "4 sources have a web address, 3 of them without an archived copy; 3 written now\n" in done.output
    again = run()
    assert (again.exit_code, again.output) == (
        0,
        "4 sources have a web address, 0 of them without an archived copy\n",
    )


def test_a_file_that_cannot_be_edited_is_told(article: Path, archive: Archive) -> None:
    """And the others are written all the same."""
    article.write_text("---\ntitle: One\nsources: https://example.org/a\n---\n", encoding="utf-8")
    done = run("--write", archive=archive)
    assert done.exit_code == 1
    assert "write them there by hand" in done.stderr
    assert f"one.md:3:10: there is a copy of 2022-08-03; write archive: {COPY}\n" in done.output
    assert f"ann.md:7:10: written, a copy of 2022-08-03: {COPY}\n" in done.output


def test_without_a_network_the_list_is_told_all_the_same(article: Path) -> None:
    """With one calm sentence, and the files as they were."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{taken.getsockname()[1]}/"
    done = CliRunner().invoke(main, ("archive", "--ask", "--write"), obj=Wayback(nowhere, nowhere, pause=0.0))
    assert done.exit_code == 1
    assert done.stderr.count("the archive cannot be reached") == 1
    assert "nothing else was asked" in done.stderr
    assert "3 of them without an archived copy\n" in done.stdout
    assert article.read_text(encoding="utf-8") == ARTICLE


@pytest.mark.usefixtures("article")
def test_json_tells_the_same(archive: Archive) -> None:
    """One object."""
    rows = json.loads(run("--format", "json", "--ask", archive=archive).stdout)
    assert (rows["sources"], len(rows["missing"])) == (4, 3)
    assert rows["missing"][0] == {
        "path": "content/articles/one.md",
        "line": 5,
        "column": 21,
        "url": "https://example.org/a",
        "archive": COPY,
        "archived": "2022-08-03",
        "written": False,
        "failure": None,
    }
    assert rows["missing"][1]["failure"] == "the archive has no copy; --save has one made"


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.usefixtures("article")
def test_no_other_command_asks_anybody(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build works where there is no network, and tells nobody what is being written."""

    def refuse(*_arguments: object, **_keywords: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    done = CliRunner().invoke(main, (command,))
    assert not isinstance(done.exception, AssertionError), done.output
    assert "1 article" in done.output
