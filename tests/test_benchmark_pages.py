"""What benchmarks/pages.py measures is what it says: the events, the pages, the server, and what Lighthouse reports."""

import gzip
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from support.site import render

from benchmarks.browsed import Visit, heaviest, kinds_of_pages
from benchmarks.event_site import write_events
from benchmarks.gzipped import serving
from benchmarks.lighthouse import Verdict, middle, read_verdict
from benchmarks.pages import visit_table
from dateline.model.problem import Severity


def content_of(folder: Path) -> dict[str, str]:
    """Return the content folder that was written."""
    root = folder / "content"
    return {file.relative_to(root).as_posix(): file.read_text("utf-8") for file in root.rglob("*") if file.is_file()}


def ask(origin: str, path: str) -> tuple[int, str | None, bytes]:
    """Return the status, the type and the body of an answer."""
    connection = HTTPConnection(origin.removeprefix("http://"))
    connection.request("GET", path)
    answer = connection.getresponse()
    found = (answer.status, answer.headers["Content-Type"], answer.read())
    connection.close()
    return found


def report(performance: float, *, failed: bool = False) -> dict[str, Any]:
    """Return what is read of a report of Lighthouse."""
    audits = {
        "total-blocking-time": {"numericValue": 1000 * performance},
        "cumulative-layout-shift": {"numericValue": performance / 10},
        "color-contrast": {"score": 0 if failed else 1},
        "tap-targets": {"score": 0},
    }
    parts = [{"id": "color-contrast", "weight": 7}, {"id": "tap-targets", "weight": 0}]
    told = {"performance": {"score": performance}, "accessibility": {"score": 0.5 if failed else 1, "auditRefs": parts}}
    return {"categories": told, "audits": audits}


def test_a_site_tells_as_many_events_as_were_asked_for(tmp_path: Path) -> None:
    """Each with its own title, all of them dated, and the same each time; no content has a fault."""
    told = write_events(tmp_path / "one", 20)
    built = render(content_of(tmp_path / "one"))
    assert [problem for problem in built.problems if problem.severity is Severity.ERROR] == []
    pages = "".join(text.decode() for path, text in built.outputs.items() if path.startswith("timeline/"))
    assert len({event.title for event in told}) == 20
    assert all(f">{event.title}</a>" in pages for event in told)
    assert write_events(tmp_path / "one", 20) == told
    write_events(tmp_path / "two", 20)
    assert content_of(tmp_path / "one") == content_of(tmp_path / "two")


def test_a_folder_of_another_site_is_left_alone(tmp_path: Path) -> None:
    """And a number that articles cannot tell is refused."""
    write_events(tmp_path, 20)
    with pytest.raises(FileExistsError, match="holds another site"):
        write_events(tmp_path, 22)
    with pytest.raises(ValueError, match="21 is no multiple"):
        write_events(tmp_path, 21)


def test_files_are_sent_gzipped(tmp_path: Path) -> None:
    """A folder by its index page; what is not there is not found."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text("<p>Here</p>", encoding="utf-8")
    with serving(tmp_path) as origin:
        status, kind, body = ask(origin, "/a/")
        assert (status, kind, gzip.decompress(body)) == (200, "text/html; charset=utf-8", b"<p>Here</p>")
        assert ask(origin, "/b/")[0] == 404
        assert ask(origin, "/%2e%2e/")[0] == 404


def test_the_heaviest_page_of_each_kind_is_taken(tmp_path: Path) -> None:
    """Of those that do not only lead on."""
    for path, text in {"": "x", "people/a": "a", "people/b": "abcdefgh" * 9, "people": "y"}.items():
        (tmp_path / path).mkdir(parents=True, exist_ok=True)
        (tmp_path / path / "index.html").write_text(text, encoding="utf-8")
    (tmp_path / "people" / "c").mkdir()
    (tmp_path / "people" / "c" / "index.html").write_text('<meta http-equiv="refresh">' + "abc" * 99, encoding="utf-8")
    assert kinds_of_pages(tmp_path) == {"/": "", "/people/": "people/", "/people/…": "people/b/"}
    assert heaviest(tmp_path)[1] == "people/c/index.html"


def test_a_report_of_lighthouse_is_read() -> None:
    """Scores of a hundred, milliseconds, and the audits that cost accessibility; of rounds the medians."""
    assert read_verdict(report(0.5, failed=True)) == Verdict(50, 500, 0.05, 50, ("color-contrast",))
    rounds = [read_verdict(report(each)) for each in (0.1, 0.9, 0.5)]
    assert middle([*rounds[:2], read_verdict(report(0.5, failed=True))]) == Verdict(
        50, 500, 0.05, 100, ("color-contrast",)
    )
    with pytest.raises(ValueError, match="no page"):
        read_verdict({"runtimeError": {"message": "no page"}})


def test_a_row_has_the_medians_of_the_visits() -> None:
    """And sizes in kilobytes of a thousand."""
    visits = [Visit(100, 5, 0.01, 12_300, 2_000), Visit(300, 1, 0.02, 12_300, 2_000), Visit(200, 0, 0, 12_300, 2_000)]
    assert list(visit_table({"/map/": visits}))[2:] == ["| /map/ | 200 | 1 | 0.010 | 12.3 | 2.0 |"]
