"""The preview: a real server in a process of its own."""

import json
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.previewing import PATIENCE, Running, await_start, await_true, free_port, start, write_article

from dateline.model.problem import Code, Location, Problem, Severity
from dateline.publishing.serve import problems_json


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Running]:
    """The preview of a site of one article."""
    (tmp_path / "content/articles").mkdir(parents=True)
    write_article(tmp_path)
    port = free_port()
    with start(tmp_path, "--port", str(port)) as process:
        await_start(process)
        yield Running(process, port, tmp_path)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)


def test_a_change_is_built_and_shown(preview: Running) -> None:
    """A save, and another one at once: the last one wins."""
    assert "One." in preview.text("/articles/shootout/")
    preview.write(text="Two.")
    preview.write(text="Three.")
    await_true(lambda: "Three." in preview.text("/articles/shootout/"))


def test_the_last_good_site_stays_while_a_problem_is_told(preview: Running) -> None:
    """In the terminal and, by way of the page's script, in the browser."""
    preview.write(date="18 Jully 2020")
    await_true(lambda: bool(preview.problems()))
    (problem,) = preview.problems()
    assert problem["code"] == "date-unreadable"
    assert problem["place"].startswith(f"{preview.folder.as_posix()}/content/articles/2020-07-18-shootout.md:3")
    assert "One." in preview.text("/articles/shootout/")
    preview.write(text="Mended.")
    await_true(lambda: not preview.problems() and "Mended." in preview.text("/articles/shootout/"))


def test_a_folder_that_goes_is_told_and_comes_back(preview: Running) -> None:
    """Even that does not end the preview."""
    (preview.folder / "content").rename(preview.folder / "away")
    await_true(lambda: "no content folder" in str(preview.problems()))
    (preview.folder / "away").rename(preview.folder / "content")
    await_true(lambda: not preview.problems())


def test_drafts_and_articles_of_tomorrow_are_shown(preview: Running) -> None:
    """They are what an author wants to see."""
    preview.write(name="draft", head="\ndraft: true", text="Draft.")
    preview.write(name="future", date="2999-01-01", text="Future.")
    await_true(lambda: preview.get("/articles/future/").status == 200)
    assert "Draft." in preview.text("/articles/draft/")
    assert not (preview.folder / "site").exists()


def test_a_page_that_is_not_there_is_answered_with_404(preview: Running) -> None:
    """With the site's own page, and nothing from outside the folder."""
    missing = preview.get("/no/such/")
    assert missing.status == 404
    assert missing.text == preview.text("/404.html")
    assert preview.get("/..%2f..%2fetc%2fpasswd").status == 404
    assert preview.get("/articles/shootout").headers["Location"] == "shootout/"


def test_nothing_is_kept_by_the_browser(preview: Running) -> None:
    """A reload shows the newest."""
    home = preview.get("/")
    assert home.headers["Cache-Control"] == "no-store"
    assert "Etag" not in home.headers
    assert "livereload.js" in home.text


def test_a_preview_of_no_site_shows_why(tmp_path: Path) -> None:
    """Where the first build of all has an error, there is no page yet to show it in."""
    (tmp_path / "content/articles").mkdir(parents=True)
    write_article(tmp_path, date="18 <Jully> 2020")
    port = free_port()
    with start(tmp_path, "--port", str(port)) as process:
        await_start(process)
        running = Running(process, port, tmp_path)
        assert "18 &lt;Jully&gt; 2020" in running.text("/")
        assert "livereload.js" in running.text("/")
        running.write()
        await_true(lambda: running.get("/").status == 200)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)


def test_a_name_that_a_stranger_gave_this_machine_is_refused(preview: Running) -> None:
    """A web page elsewhere cannot read drafts by pointing its own name here."""
    assert preview.get("/", host="evil.example").status == 403
    assert preview.get("/", host="localhost").status == 200


def test_a_port_that_is_taken_is_told(preview: Running) -> None:
    """Where it was asked for by its number."""
    with start(preview.folder, "--port", str(preview.port)) as second:
        _, told = second.communicate(timeout=PATIENCE)
    assert second.returncode == 1
    assert told == f"dateline: port {preview.port} is taken; name another with --port\n"


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_the_preview_ends_quietly(tmp_path: Path, sent: signal.Signals) -> None:
    """With exit code 0 and no traceback; and its folder goes."""
    (tmp_path / "content").mkdir()
    (tmp_path / "own").mkdir()
    with start(tmp_path, "--output", str(tmp_path / "own/site")) as process:
        await_start(process)
        process.send_signal(sent)
        _, told = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert "Traceback" not in told


def test_notices_are_not_shown_in_the_browser() -> None:
    """They are no reason to look away from the page."""
    where = Location("content/a.md", 3, 7)
    problems = [
        Problem(Code.DATE_UNREADABLE, "cannot read the date", where, "write 2020-07-18"),
        Problem(Code.SYMLINK_IGNORED, "left alone", where, severity=Severity.NOTICE),
    ]
    assert json.loads(problems_json(problems)) == [
        {
            "severity": "error",
            "code": "date-unreadable",
            "place": "content/a.md:3:7",
            "message": "cannot read the date",
            "hint": "write 2020-07-18",
        }
    ]
