"""A site with an index of its texts is put into place as a whole, or not at all, and holds no private name."""

import gzip
from pathlib import Path

import pytest
from support.changing import ChangingSite, files_in

from dateline.linking.guard import guard_names
from dateline.model.problem import Code, DatelineError
from dateline.model.source import Options, Sources
from dateline.publishing.crew import Hands
from dateline.publishing.engine import Engine
from dateline.publishing.full_text import build_searchable, index_texts, tell_index
from dateline.publishing.outcome import Outcome
from dateline.publishing.site import options_of
from dateline.publishing.wishes import Wish
from dateline.reading.content import read_content

BROKEN = "import sys\nsys.exit('there is no room left')\n"
TEXTS: dict[str, dict[str, object]] = {
    "articles/2020-01-01-one.md": {"title": "One", "body": "Ana Gil wrote of otters to somebody."},
    "people/ana.md": {"name": "Ana Gil"},
}


@pytest.fixture
def site(tmp_path: Path) -> ChangingSite:
    """A small site, in the default theme."""
    made = ChangingSite(tmp_path, {path: dict(said) for path, said in TEXTS.items()}, templates={})
    made.write()
    return made


def build(site: ChangingSite) -> Outcome:
    """Build it with an index."""
    wish = Wish(site.content, full_text=True)
    return build_searchable(wish, site.folder / "site", None, Hands(1), lambda *_: None)


def test_the_index_is_a_part_of_the_site(site: ChangingSite) -> None:
    """The same each time; a build without it takes it away again."""
    outcome = build(site)
    assert outcome.written
    first = files_in(site.folder / "site")
    assert {"pagefind/pagefind.js", "pagefind/pagefind-entry.json"} <= first.keys()
    assert not any("-ui" in path or "highlight" in path or "worker" in path for path in first)
    assert b"wasm-unsafe-eval" in first["search/index.html"]
    again = build(site).written
    assert again
    assert not again.written
    assert files_in(site.folder / "site") == first
    engine = Engine(Wish(site.content), site.folder / "site", None, Hands(1))
    engine.build(lambda *_: None)
    engine.close()
    without = files_in(site.folder / "site")
    assert {path for path in first if path not in without} == {path for path in first if path.startswith("pagefind/")}
    assert b"wasm-unsafe-eval" not in without["search/index.html"]


def test_a_site_stays_where_pagefind_fails(site: ChangingSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what it said is told."""
    build(site)
    before = files_in(site.folder / "site")
    site.texts["articles/2020-01-01-one.md"]["body"] = "Ana Gil wrote of herons."
    site.write()
    (site.folder / "broken").mkdir()
    (site.folder / "broken/pagefind.py").write_text(BROKEN, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(site.folder / "broken"))
    with pytest.raises(DatelineError, match="the site is as it was: there is no room left"):
        build(site)
    assert files_in(site.folder / "site") == before


def test_a_site_stays_where_its_content_has_an_error(site: ChangingSite) -> None:
    """As it does without an index."""
    build(site)
    before = files_in(site.folder / "site")
    site.texts["articles/2020-01-01-one.md"]["date"] = "never"
    site.write()
    assert build(site).written is None
    assert files_in(site.folder / "site") == before


def test_a_folder_without_pages_has_no_index(tmp_path: Path) -> None:
    """That is told, and nothing is taken for one."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(DatelineError, match="Pagefind could not read the texts"):
        index_texts(tmp_path / "empty", tmp_path / "index", "en")


def test_private_names_are_found_in_what_is_packed(tmp_path: Path) -> None:
    """An index holds texts gzipped."""
    private = {"people/bob.md": b"---\nname: Robert Paz\npublic: false\nlabel: a man\n---\n"}
    (tmp_path / "content").mkdir()
    options: Options = options_of(Wish(tmp_path / "content"), Sources({}))
    content, _ = read_content(Sources(private), options)
    guard = guard_names(content.private, content.registry, content.settings)
    packed = gzip.compress(b'pagefind_dcd{"content":"So said Robert Paz."}')
    index = {"pagefind/fragment/en_1.pf_fragment": packed, "pagefind/pagefind.js": b"search"}
    (problem,) = tell_index(index, guard)
    assert problem.code is Code.PRIVATE_NAME
    assert problem.location.path == "pagefind/fragment/en_1.pf_fragment"
