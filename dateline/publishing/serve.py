"""Turn a site that is being written into a preview in the browser, built again at every change."""

import asyncio
import errno
import json
import logging
import secrets
import socket
import webbrowser
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import field, replace
from html import escape
from pathlib import Path
from threading import Event
from typing import Any

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from dateline.model.dataclass import dataclass
from dateline.model.problem import DatelineError, Problem, Severity
from dateline.publishing.answers import Answer, answer
from dateline.publishing.rebuilding import Builder, Outcome, rebuild_for_ever
from dateline.publishing.showing import PROBLEMS, Opened, Rounds
from dateline.publishing.watching import Watch

HOST = "127.0.0.1"
FIRST_PORT = 8000

_PORTS_TRIED = 50
_LOCAL_NAMES = frozenset({HOST, "localhost"})
_HEAD_END = b"</head>"
_EMPTY = (
    "<!doctype html><html lang=en><head><title>Preview</title></head><body><h1>There is no such page</h1><pre>{}</pre>"
)


@dataclass(frozen=True, slots=True)
class Preview:
    """What is served, and what is watched."""

    folder: Path
    watched: tuple[Path, ...]
    build: Builder
    """Builds into the folder."""
    on_start: Callable[[str], None]
    """Told the URL of the preview once it answers."""
    port: int | None = None
    """None: 8000, or the next one that is free."""
    open_browser: bool = False
    stop: Event = field(default_factory=Event)
    """Set when nobody waits for a build any more."""


def serve(preview: Preview) -> None:
    """Build, serve, and build again at every change, until the user interrupts.

    The folder always holds the last site that could be built; what is wrong with the newest sources is
    at `/problems.json`. Raises DatelineError where the port is taken.
    """
    asyncio.run(_serve(preview))


async def _serve(preview: Preview) -> None:
    sockets = _bind(preview.port)
    state = _State(preview.folder)
    server = HTTPServer(_application(state))
    outcomes = rebuild_for_ever(preview.build, Watch(preview.watched), preview.stop)
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1) as thread:
        try:
            state.show(await loop.run_in_executor(thread, next, outcomes, Outcome()))
            server.add_sockets(sockets)
            _greet(preview, sockets)
            await loop.run_in_executor(
                thread, _follow, outcomes, lambda outcome: loop.call_soon_threadsafe(state.show, outcome)
            )
        finally:
            preview.stop.set()
            state.close()
            server.stop()
            await server.close_all_connections()


def _follow(outcomes: Iterator[Outcome], show: Callable[[Outcome], object]) -> None:
    for outcome in outcomes:
        show(outcome)


class _State:
    """What the preview remembers between two builds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems = b"[]"
        self.pages: set[_Page] = set()
        self._session = secrets.token_hex(4)
        self._rounds = Rounds()

    @property
    def token(self) -> str:
        """What a page that is loaded now bears."""
        return f"{self._session}-{self._rounds.number}"

    def show(self, outcome: Outcome) -> None:
        """Have the pages that are open show what a build has changed."""
        before, self.problems = self.problems, _problems_of(outcome)
        changed = outcome.outputs | ({PROBLEMS} if self.problems != before else frozenset())
        self._rounds.add(changed)
        for page in tuple(self.pages) if changed else ():
            page.tell(changed)

    def close(self) -> None:
        """Take leave of the pages that are open."""
        for page in tuple(self.pages):
            page.close()

    def missed(self, token: str) -> frozenset[str] | None:
        """Return what has changed since a page with this token was loaded; None where it is of another preview."""
        session, _, number = token.partition("-")
        return self._rounds.since(int(number)) if session == self._session and number.isdecimal() else None


class _Page(LiveReloadHandler):  # type: ignore[misc]
    """The line to a page that is open in a browser."""

    def initialize(self, state: _State) -> None:
        self._state = state
        self._opened: Opened | None = None

    def check_origin(self, origin: str) -> bool:
        """Refuse pages from elsewhere: what changes here is nothing to them."""
        return origin.partition("://")[2] == self.request.host and self.request.host_name in _LOCAL_NAMES

    def open(self) -> None:
        """Send each message at once."""
        self.set_nodelay(True)

    def on_message(self, message: str | bytes) -> None:
        """Answer as livereload does; and tell a page that was loaded before the last build what it has missed."""
        said = json.loads(message)
        super().on_message(message)
        if said.get("command") == "info" and "url" in said:
            self._opened = Opened.of(self._state.folder, said["url"])
            self._state.pages.add(self)
            self._catch_up(said.get("plugins", {}).get("preview", {}).get("shown", self._state.token))

    def tell(self, changed: frozenset[str]) -> None:
        """Have the page show these outputs, where it shows them."""
        for path in self._opened.news(changed) if self._opened else ():
            self._reload(path)

    def on_close(self) -> None:
        """Forget the page."""
        super().on_close()
        self._state.pages.discard(self)

    def _catch_up(self, token: str) -> None:
        missed = self._state.missed(token)
        if missed is None:
            self._reload("*")
        elif missed:
            self.tell(missed)

    def _reload(self, path: str) -> None:
        self.send_message({"command": "reload", "path": path, "liveCSS": True, "liveImg": False})


class _Answers(web.RequestHandler):
    """Answers from the folder; nothing is kept by the browser."""

    def initialize(self, state: _State) -> None:
        self._state = state

    def get(self, path: str) -> None:
        """Answer with a page, or with what is wrong with the sources."""
        if path == PROBLEMS:
            self._give(Answer(200, "application/json", self._state.problems))
        else:
            # The token first: a page that is newer than it says is told once too often, an older one never.
            token = self._state.token
            self._give(_joined(_shown(answer(self._state.folder, path), self._state.problems), token))

    head = get

    def prepare(self) -> None:
        """Refuse other names for this machine: a page elsewhere could point one here and read drafts."""
        if self.request.host_name not in _LOCAL_NAMES:
            self.send_error(403)

    def compute_etag(self) -> None:
        """Give no tag: every load is the newest."""

    def _give(self, given: Answer) -> None:
        self.set_status(given.status)
        self.set_header("Content-Type", given.content_type)
        self.set_header("Cache-Control", "no-store")
        if given.location:
            self.set_header("Location", given.location)
        self.write(given.body)


def problems_json(problems: Iterable[Problem]) -> bytes:
    """Return what the page's script shows: errors and warnings, each with its place, sentence and remedy."""
    return _json(
        [
            {
                "severity": problem.severity.name.lower(),
                "code": problem.code.value,
                "place": str(problem.location),
                "message": problem.message,
                "hint": problem.hint,
            }
            for problem in problems
            if problem.severity is not Severity.NOTICE
        ]
    )


def _problems_of(outcome: Outcome) -> bytes:
    if outcome.failure:
        return _json([{"severity": "error", "code": "", "place": "", "message": outcome.failure, "hint": ""}])
    return problems_json(outcome.problems)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=True).encode()


def _shown(given: Answer, problems: bytes) -> Answer:
    """The answer; where the site has no page yet to show the problems in, a page of them."""
    if given.status != 404 or given.content_type.startswith("text/html"):
        return given
    lines = [f"{problem['place']}: {problem['message']}; {problem['hint']}" for problem in json.loads(problems)]
    body = _EMPTY.format(escape("\n".join(line.strip(":; ") for line in lines)))
    return Answer(404, "text/html; charset=utf-8", body.encode())


def _joined(given: Answer, token: str) -> Answer:
    """The answer; where it is a page, with livereload's script and with when it was loaded."""
    if not given.content_type.startswith("text/html"):
        return given
    script = f'<script src="/livereload.js?shown={token}" defer></script>'.encode()
    head, end, rest = given.body.partition(_HEAD_END)
    return replace(given, body=head + script + end + rest)


def _bind(port: int | None) -> list[socket.socket]:
    """Take the port that was asked for, or the first free one."""
    first = FIRST_PORT if port is None else port
    for each in range(first, first + (_PORTS_TRIED if port is None else 1)):
        try:
            return bind_sockets(each, HOST)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    raise DatelineError(f"port {first} is taken; name another with --port")


def _application(state: _State) -> web.Application:
    for name in ("tornado.access", "livereload"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    own: dict[str, Any] = {"state": state}
    return web.Application(
        [("/livereload", _Page, own), ("/livereload.js", LiveReloadJSHandler), ("/(.*)", _Answers, own)]
    )


def _greet(preview: Preview, sockets: list[socket.socket]) -> None:
    """Say where the preview is, now that it answers."""
    url = f"http://{HOST}:{sockets[0].getsockname()[1]}/"
    preview.on_start(url)
    if preview.open_browser:
        asyncio.get_running_loop().run_in_executor(None, webbrowser.open, url)
