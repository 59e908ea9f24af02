"""The preview: a real server in a process of its own."""

import asyncio
import http.client
import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tornado.websocket import websocket_connect

from dateline.model.problem import Code, Location, Problem, Severity
from dateline.publishing.serve import problems_json

ARTICLE = "---\ntitle: Shootout\ndate: {date}\n---\n\n{text}\n"
PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str


@dataclass(frozen=True, slots=True)
class Running:
    """A preview that answers."""

    process: subprocess.Popen[str]
    port: int
    folder: Path

    def get(self, path: str, host: str = "127.0.0.1") -> "Reply":
        """Ask for a path, as a browser would that reached the preview by this name."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)) as connection:
            connection.request("GET", path, headers={"Host": f"{host}:{self.port}"})
            response = connection.getresponse()
            return Reply(response.status, dict(response.getheaders()), response.read().decode())

    def text(self, path: str) -> str:
        """Return what stands at a path."""
        return self.get(path).text

    def problems(self) -> list[dict[str, str]]:
        """Return what the page's script would show."""
        shown: list[dict[str, str]] = json.loads(self.text("/problems.json"))
        return shown

    def write(self, **article: str) -> None:
        """Save an article."""
        write_article(self.folder, **article)


def write_article(
    folder: Path, name: str = "2020-07-18-shootout", date: str = "2020-07-18", text: str = "One.", head: str = ""
) -> None:
    """Save an article in the site in this folder."""
    file = folder / "content/articles" / f"{name}.md"
    file.write_text(ARTICLE.format(date=f"{date}{head}", text=text), encoding="utf-8")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
    return port


def start(folder: Path, *options: str) -> subprocess.Popen[str]:
    """Start the preview of the site in a folder."""
    command = [sys.executable, "-m", "dateline", "serve", "--content", str(folder / "content"), *options]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def await_start(process: subprocess.Popen[str]) -> None:
    """Wait until the preview says that it answers."""
    assert process.stdout
    for line in process.stdout:
        if "preview at" in line:
            return
    pytest.fail("the preview ended before it answered")


def await_true(condition: Callable[[], bool]) -> None:
    """Wait until something holds; fail where it does not come to hold."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


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


def test_a_name_that_a_stranger_gave_this_machine_is_refused(preview: Running) -> None:
    """A web page elsewhere cannot read drafts by pointing its own name here."""
    assert preview.get("/", host="evil.example").status == 403
    assert preview.get("/", host="localhost").status == 200


def test_open_pages_are_reloaded_after_each_change(preview: Running) -> None:
    """Two changes one after the other lead to two reloads."""

    async def count() -> int:
        socket_ = await websocket_connect(f"ws://127.0.0.1:{preview.port}/livereload")
        await socket_.write_message(json.dumps({"command": "hello"}))
        await socket_.read_message()
        await socket_.write_message(json.dumps({"command": "info", "url": "/"}))
        for number in range(2):
            preview.write(text=f"Change {number}.")
            message: Any = await asyncio.wait_for(socket_.read_message(), PATIENCE)
            assert json.loads(message)["command"] == "reload"
        socket_.close()
        return number + 1

    # In a thread of its own: tests in a browser leave a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(asyncio.run, count()).result() == 2
    assert "Change 1." in preview.text("/articles/shootout/")


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
