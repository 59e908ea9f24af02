"""Turn a folder into a preview that runs in a process of its own, and into a page that listens to it."""

import asyncio
import http.client
import json
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

ARTICLE = "---\ntitle: Shootout\ndate: {date}\n---\n\n{text}\n"
PATIENCE = 60.0


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
        return fetch(self.port, path, host)

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


def fetch(port: int, path: str, host: str = "127.0.0.1") -> Reply:
    """Ask a preview for a path."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        connection.request("GET", path, headers={"Host": f"{host}:{port}"})
        response = connection.getresponse()
        return Reply(response.status, dict(response.getheaders()), response.read().decode())


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
    return subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heed_interrupts,
    )


def heed_interrupts() -> None:
    """Take Ctrl-C as at a terminal: whoever runs the tests in the background has children ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


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


@dataclass(frozen=True, slots=True)
class Line:
    """The line of an open page to the preview."""

    connection: WebSocketClientConnection

    async def hear(self) -> str:
        """Wait for the next path that is to be shown anew."""
        message = await asyncio.wait_for(self.connection.read_message(), PATIENCE)
        said = json.loads(message or "{}")
        assert said["command"] == "reload"
        assert said["liveCSS"] is True
        return str(said["path"])

    async def end(self) -> None:
        """Close the page."""
        self.connection.close()
        while await self.connection.read_message() is not None:
            pass


async def listen(port: int, path: str, token: str | None = None) -> Line:
    """Open a page as livereload's script does, with the token that it bore when it was loaded."""
    shown = token or token_of(await asyncio.to_thread(fetch, port, path))
    request = HTTPRequest(f"ws://127.0.0.1:{port}/livereload", headers={"Origin": f"http://127.0.0.1:{port}"})
    connection = await websocket_connect(request)
    await connection.write_message(json.dumps({"command": "hello"}))
    assert json.loads(await connection.read_message() or "{}")["command"] == "hello"
    plugins = {"preview": {"shown": shown, "version": "1"}}
    info = {"command": "info", "url": f"http://127.0.0.1:{port}{path}", "plugins": plugins}
    await connection.write_message(json.dumps(info))
    return Line(connection)


def token_of(reply: Reply) -> str:
    """Return what a page bears that says when it was loaded."""
    found = re.search(r"livereload\.js\?shown=([0-9a-f-]+)", reply.text)
    assert found
    return found[1]
