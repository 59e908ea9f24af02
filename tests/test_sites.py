"""Whole sites: a folder of content becomes the outputs and the console text that are written beside it.

Each folder of `tests/sites/` holds `content/`, perhaps `templates/`, and `expected/`: `console.txt`, and every output
that depends on the content, in a form that can be read:

- of a page its `<main>` (`index.html`), and the lines of its `<head>` that are its own, JSON-LD set out in lines
  (`index.head.txt`);
- feeds, data files, sitemap and every other text as it is;
- of pictures and other bytes their SHA-256 (`quay.png.sha256`).

After a change that is meant, `DATELINE_UPDATE=1 pytest tests/test_sites.py` writes them anew: read the difference
before you commit it.
"""

import hashlib
import json
import os
import re
import shutil
import string
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.messages import LANGUAGES
from support.visible import visible_words, words_in_script, words_of

from dateline.cli import main
from dateline.rendering.exports.files import EXPORTS
from dateline.rendering.exports.tables import TABLES
from dateline.rendering.po import read_po

SITES = sorted(path for path in (Path(__file__).parent / "sites").iterdir() if path.is_dir())
ASSETS = Path(__file__).parents[1] / "templates" / "assets"
MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
HEAD = re.compile(r"<head>\n(.*?)</head>", re.DOTALL)
ALIKE = re.compile(
    r'<meta (?:charset|name="(?:viewport|generator|theme-color)"|http-equiv="Content-Security-Policy")'
    r'|<link rel="(?:icon|stylesheet)"|<script src='
)
"""Begins a line of a head that says nothing of its page."""
JSON_LD = re.compile(r'(<script type="application/ld\+json">)(.*)(</script>)')


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


def outputs(folder: Path) -> dict[str, bytes]:
    """Return every output that depends on the content, in the forms that are kept."""
    found: dict[str, bytes] = {}
    for path, data in bytes_below(folder).items():
        if path == ".dateline.json" or (path.startswith("assets/") and (ASSETS / path[len("assets/") :]).is_file()):
            continue
        if path.endswith(".html"):
            found |= of_page(path, data.decode())
        elif is_text(data):
            found[path] = data
        else:
            found[f"{path}.sha256"] = f"{hashlib.sha256(data).hexdigest()}\n".encode()
    return found


def of_page(path: str, html: str) -> dict[str, bytes]:
    """Return the main part of a page, if it has one, and what its head says of it."""
    match = HEAD.search(html)
    assert match, f"{path} has no head"
    lines = [line for line in match[1].splitlines() if not ALIKE.match(line)]
    head = "\n".join(JSON_LD.sub(_in_lines, line) for line in lines)
    found = {f"{path.removesuffix('.html')}.head.txt": f"{head}\n".encode()}
    if match := MAIN.search(html):
        found[path] = f"{match.group()}\n".encode()
    return found


def _in_lines(block: re.Match[str]) -> str:
    return f"{block[1]}\n{json.dumps(json.loads(block[2]), ensure_ascii=False, indent=1)}\n{block[3]}"


def is_text(data: bytes) -> bool:
    """Return whether bytes are text in UTF-8."""
    try:
        return "\0" not in data.decode()
    except UnicodeDecodeError:
        return False


def test_a_site_is_what_it_was(site: Path) -> None:
    """Every output and the console text are as they were accepted, no file more and none less."""
    found = {"console.txt": build().encode(), **outputs(Path("site"))}
    expected = site / "expected"
    if os.environ.get("DATELINE_UPDATE"):
        shutil.rmtree(expected, ignore_errors=True)
        for path, data in found.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_bytes(data)
    accepted = bytes_below(expected)
    assert sorted(found) == sorted(accepted)
    for path, data in accepted.items():
        assert found[path].decode() == data.decode(), path


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


SPANISH = Path(__file__).parent / "sites" / "crecida"
FROM_CLDR = "enero febrero marzo agosto sábado domingo meses español inglés"
FROM_PHRASES = "conoce ocurrido"
"""Words of `date_phrases.py` and of `lag_words.py`."""
PROPER = "Atlas Earth Natural World Data Package Atom Feed JSON Lines XML string array integer boolean mentions jsonl"


def known_words(site: Path) -> set[str]:
    """Return the words that a Spanish site may hold: those of its author and of the catalogue, and names."""
    names = [FROM_CLDR, FROM_PHRASES, PROPER, *string.ascii_uppercase, *(table.name for table in TABLES)]
    written = [file.read_text("utf-8") for file in (site / "content").rglob("*.*") if file.suffix in (".md", ".toml")]
    said = [form for forms in read_po((LANGUAGES / "es.po").read_bytes()).messages.values() for form in forms]
    files = [f"{export.name} {export.form}" for export in EXPORTS]
    return {word.casefold() for text in (*names, *written, *said, *files) for word in words_of(text)}


def test_a_spanish_site_speaks_spanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every word that stands on it in Spanish is its author's or the catalogue's, in what scripts show too."""
    shutil.copytree(SPANISH / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    build()
    known = known_words(SPANISH)
    pages = {path: visible_words(path.read_text("utf-8"), "es") for path in (tmp_path / "site").rglob("*.html")}
    folders = ("cards", "search", "timeline")
    scripts = (path for folder in folders for path in (tmp_path / "site" / folder).glob("*.js"))
    pages |= {path: words_in_script(path.read_text("utf-8")) for path in scripts}
    strange = {(path.name, *each) for path, words in pages.items() for each in words if each[0] not in known}
    assert sorted(strange) == []
    assert len(pages) > 30
