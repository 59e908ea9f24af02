"""Whole sites: a folder of content becomes the pages and the console text that are written beside it.

Each folder of `tests/sites/` holds `content/`, perhaps `templates/`, and `expected/`: the `<main>` of every page and
`console.txt`. After a change that is meant, `DATELINE_UPDATE=1 pytest tests/test_sites.py` writes them anew: read the
difference before you commit it.
"""

import os
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import main

SITES = sorted(path for path in (Path(__file__).parent / "sites").iterdir() if path.is_dir())
MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)


@pytest.fixture(params=SITES, ids=lambda path: path.name)
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the site's sources, and the working folder in it."""
    source: Path = request.param
    copy = tmp_path / source.name
    shutil.copytree(source, copy, ignore=shutil.ignore_patterns("expected"))
    monkeypatch.chdir(copy)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")  # 2026-11-21: no test depends on the day it runs
    return source


def build() -> str:
    """Build the site in the working folder and return what was printed, its exit code last, times left out."""
    done = CliRunner().invoke(main, ["build"])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    printed = re.sub(r"\d+(?:\.\d+)? (?:ms|s)\b", "[TIME]", done.output)
    return f"{printed}exit code {done.exit_code}\n"


def bytes_below(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def mains(output: Path) -> dict[str, str]:
    """Return what stands in the main part of every page."""
    pages = {path: data.decode() for path, data in bytes_below(output).items() if path.endswith(".html")}
    return {path: match.group() + "\n" for path, html in pages.items() if (match := MAIN.search(html))}


def test_a_site_is_what_it_was(site: Path) -> None:
    """Every page's main part and the console text are as they were accepted, no page more and none less."""
    found = {"console.txt": build(), **mains(Path("site"))}
    expected = site / "expected"
    if os.environ.get("DATELINE_UPDATE"):
        shutil.rmtree(expected, ignore_errors=True)
        for path, text in found.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_text(text, "utf-8")
    accepted = {path: data.decode() for path, data in bytes_below(expected).items()}
    assert sorted(found) == sorted(accepted)
    for path, text in accepted.items():
        assert found[path] == text, path


def test_a_second_build_writes_the_same_bytes(site: Path) -> None:  # noqa: ARG001
    """Nothing depends on the clock, on chance, or on the build before."""
    build()
    first = bytes_below(Path("site"))
    again = build()
    assert bytes_below(Path("site")) == first
    shutil.rmtree("site", ignore_errors=True)
    build()
    assert bytes_below(Path("site")) == first
    assert "Traceback" not in again
