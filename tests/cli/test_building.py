"""Building where nothing has changed: the same lines as ever, and next to nothing is imported for them."""

import os
import re
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

LOADED = """
import atexit, sys
atexit.register(lambda: print("loaded:", *sys.modules, file=sys.stderr))
from dateline.cli import main
main()
"""
BUILDING = frozenset({"dateline.publishing.engine", "dateline.cli.outcomes", "jinja2", "markdown_it"})
LONG_AGO = 1_600_000_000_000_000_001
TEXTS = {
    "content/articles/2020-07-18-shootout.md": "---\ntitle: Shootout\ncolour: red\n---\n\nAna Gil met the Gils.\n",
    "content/people/ana.md": "---\nname: Ana Gil\naliases: [Gil]\n---\n",
    "content/people/bob.md": "---\nname: Bob Gil\naliases: [Gil]\n---\n",
}


class Site:
    """A site that is built in processes of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for path, text in TEXTS.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        self.age("content")

    def age(self, folder: str) -> None:
        """Let all files of a folder be old."""
        for file in (self.folder / folder).rglob("*"):
            os.utime(file, ns=(LONG_AGO, LONG_AGO))

    def build(self, *options: str) -> CompletedProcess[str]:
        """Build, and tell on the last line of standard error what was imported."""
        command = [sys.executable, "-c", LOADED, "build", "--cache", "cache", *options]
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site that was built a while ago, and again; nothing of it is to be changed."""
    return built_twice(tmp_path_factory.mktemp("site"))


def built_twice(folder: Path) -> Site:
    """Return a site whose outputs bear times that can be known again."""
    found = Site(folder)
    found.build()
    found.age("site")
    found.build()
    return found


def imported(done: CompletedProcess[str]) -> frozenset[str]:
    """Return which modules that do the work of a build were imported."""
    return BUILDING & set(done.stderr.splitlines()[-1].split())


def told(done: CompletedProcess[str]) -> tuple[int, str, list[str]]:
    """Return what a build told, but for the time that it took."""
    return done.returncode, re.sub(r" in [\d.]+ s", "", done.stdout), done.stderr.splitlines()[:-1]


@pytest.mark.parametrize("options", [(), ("--quiet",), ("--strict", "--jobs", "2")], ids=str)
def test_where_nothing_changed_a_build_says_so_at_a_glance(site: Site, options: tuple[str, ...]) -> None:
    """With the same lines and the same exit code as a build that looks at everything."""
    glanced, whole = site.build(*options), site.build("--no-cache", *options)
    assert imported(glanced) == set()
    assert imported(whole) == BUILDING
    assert told(glanced) == told(whole)
    assert glanced.returncode == int("--strict" in options)


def test_what_a_glance_tells(site: Site) -> None:
    """Counts, files, problems."""
    _, out, problems = told(site.build())
    files = sum(1 for file in (site.folder / "site").rglob("*") if file.is_file() and file.name != ".dateline.json")
    assert out.splitlines()[:2] == [
        "1 article, 0 events, 2 entities, 1 mention, 11 pages",
        f"site/: 0 files written, {files} unchanged, 0 removed",
    ]
    assert "front-matter-unknown" in problems[0]


def test_what_is_asked_for_anew_and_what_was_edited_is_built(tmp_path: Path) -> None:
    """Though no file, or one alone, has changed."""
    site = built_twice(tmp_path)
    assert imported(site.build("--drafts")) == BUILDING
    with (tmp_path / "content/people/ana.md").open("a", encoding="utf-8") as file:
        file.write("Hers.\n")
    assert imported(site.build("--drafts")) == BUILDING
    assert "Hers." in (tmp_path / "site/people/ana/index.html").read_text(encoding="utf-8")


def test_a_site_is_put_into_a_bundle(tmp_path: Path) -> None:
    """For a folder if asked; where nothing has changed too, and never where an error kept the site as it was."""
    site = Site(tmp_path)
    assert "chron.zip: " in site.build("--offline", "--bundle", "chron.zip").stdout
    assert 'href="../index.html"' in (tmp_path / "site/articles/index.html").read_text("utf-8")
    before = (tmp_path / "chron.zip").read_bytes()
    site.age("site")
    site.build("--offline")
    (tmp_path / "chron.zip").unlink()
    again = site.build("--offline", "--bundle", "chron.zip")
    assert not BUILDING & set(again.stderr.splitlines()[-1].split())
    assert (tmp_path / "chron.zip").read_bytes() == before
    (tmp_path / "content/articles/bad.md").write_text("---\ndate: never\n---\n", encoding="utf-8")
    assert site.build("--bundle", "chron.zip").returncode == 1
    assert (tmp_path / "chron.zip").read_bytes() == before


def test_a_bundle_lies_beside_the_site(tmp_path: Path) -> None:
    """Within the site it is refused before anything is built."""
    refused = Site(tmp_path).build("--bundle", "site/chron.zip")
    assert refused.returncode == 1
    assert "'site/chron.zip' would lie in 'site'; write it somewhere else" in refused.stderr
    assert not (tmp_path / "site").exists()


def test_a_missing_pagefind_is_told_with_a_remedy(tmp_path: Path) -> None:
    """Before anything is built."""
    site = Site(tmp_path)
    hidden = LOADED.replace("import atexit, sys", "import atexit, sys\nsys.modules['pagefind'] = None")
    command = [sys.executable, "-c", hidden, "build", "--search", "--no-cache"]
    done = subprocess.run(command, cwd=site.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "install it with `pip install 'dateline[search]'`" in done.stderr
    assert not (tmp_path / "site").exists()


def test_texts_are_not_searched_from_a_folder(tmp_path: Path) -> None:
    """The two options do not go together."""
    refused = Site(tmp_path).build("--offline", "--search")
    assert refused.returncode == 2
    assert "--search needs a server" in refused.stderr
