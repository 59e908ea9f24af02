"""A preview is told what changed, and looks at nothing else; what it shows is right all the same."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.bench import ONE, TEXTS, THREE, TWO, Bench, open_bench
from support.changing import files_in, markdown


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A site that was built once."""
    bench = open_bench(tmp_path)
    bench.build()
    return bench


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Bench]:
    """A site that was built as the preview builds it: into a folder of its own."""
    bench = open_bench(tmp_path)
    bench.engine.is_own, bench.engine.memory = True, None
    bench.build()
    yield bench
    bench.engine.close()


def test_a_preview_follows_edits_and_all_else_in_between(preview: Bench) -> None:
    """What came with an edit goes with its article; what was put aside is gone."""
    edited = [preview.site.content / ONE]
    for number in range(3):
        preview.site.texts[ONE]["body"] = f"Edit {number}."
        preview.build(edited)
        preview.site.texts[f"articles/2020-02-0{number + 1}-new.md"] = {"title": f"New {number}", "slug": f"{number}"}
        preview.build([preview.site.content])
        preview.site.texts[ONE]["body"] = f"Edit {number} again."
        preview.build(edited)
        assert preview.is_right()
    del preview.site.texts[ONE], preview.site.texts[THREE]
    outcome = preview.build([preview.site.content])
    assert preview.is_right()
    assert outcome.written
    assert outcome.written.removed == ("articles/one/index.html", "articles/three/index.html", "media/articles/a.png")


def test_an_edit_with_a_fault_leaves_the_preview_as_it_was(preview: Bench) -> None:
    """Be it in the article or in its template."""
    before = files_in(preview.engine.output)
    preview.site.texts[ONE]["body"] = "[[nobody]]"
    assert preview.build([preview.site.content / ONE]).written is None
    preview.site.texts[ONE]["body"] = "Somebody."
    preview.site.templates["article.html"], kept = b"{{ nobody }}", preview.site.templates["article.html"]
    assert preview.build([preview.site.folder / "templates/article.html"]).written is None
    assert files_in(preview.engine.output) == before
    preview.site.templates["article.html"] = kept
    preview.build([preview.site.folder / "templates/article.html"])
    assert preview.is_right()


def test_what_was_told_before_an_error_is_read_after_it(bench: Bench) -> None:
    """An edit that leaves size and time as they were is told once; the next build mends another file."""
    file = bench.site.content / TWO
    moment = file.stat().st_mtime_ns
    bench.site.texts[ONE]["body"] = "[[nobody]]"
    bench.site.write()
    file.write_bytes(file.read_bytes().replace(b"silent", b"listen"))
    os.utime(file, ns=(moment, moment))
    told = frozenset({file.resolve(), (bench.site.content / ONE).resolve()})
    assert bench.engine.build(lambda *_: None, told).written is None
    (bench.site.content / ONE).write_bytes(markdown(TEXTS[ONE]))
    bench.engine.build(lambda *_: None, frozenset({(bench.site.content / ONE).resolve()}))
    assert b"listen" in (bench.engine.output / "articles/two/index.html").read_bytes()
