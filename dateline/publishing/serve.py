"""Turn a site that is being written into a preview in the browser, built again at every change."""

import asyncio
import errno
import json
import logging
import webbrowser
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from livereload import Server
from livereload.handlers import LiveReloadHandler
from tornado import web
from tornado.ioloop import IOLoop, PeriodicCallback

from dateline.model.problem import DatelineError, Problem, Severity
from dateline.publishing.answers import Answer, answer
from dateline.publishing.watching import Watch

HOST = "127.0.0.1"
FIRST_PORT = 8000
PROBLEMS = "problems.json"

_PORTS_TRIED = 50
_LOOK_EVERY = 300  # milliseconds: a save is built after two looks
_LOCAL_NAMES = frozenset({HOST, "localhost"})

Rebuild = Callable[[], tuple[Problem, ...]]
"""Builds the site into the folder that is served, and returns its problems; raises DatelineError."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What is served, and what is watched."""

    folder: Path
    watched: tuple[Path, ...]
    rebuild: Rebuild
    on_start: Callable[[str], None]
    """Told the URL of the preview once it answers."""
    port: int | None = None
    """None: 8000, or the next one that is free."""
    open_browser: bool = False


def serve(preview: Preview) -> None:
    """Build, serve, and build again at every change, until the user interrupts.

    The folder always holds the last site that could be built; what is wrong with the newest sources is
    at `/problems.json`. Raises DatelineError where the port is taken.
    """
    asyncio.run(_serve(preview))


async def _serve(preview: Preview) -> None:
    state = _State(preview)
    state.build()
    port = _listen(preview, state)
    PeriodicCallback(state.look, _LOOK_EVERY).start()
    url = f"http://{HOST}:{port}/"
    preview.on_start(url)
    if preview.open_browser:
        IOLoop.current().run_in_executor(None, webbrowser.open, url)
    await asyncio.Event().wait()


class _State:
    """What the preview remembers between two looks at the sources."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        self._watch = Watch(preview.watched)
        self.problems = b"[]"

    def look(self) -> None:
        """Build and reload the pages that are open, where the sources have changed."""
        if self._watch.has_settled():
            self.build()
            # livereload's own polling lets a change go that comes within three seconds of the last; this does not.
            LiveReloadHandler.reload_waiters("*")

    def build(self) -> None:
        """Build, and remember what is wrong."""
        try:
            self.problems = problems_json(self._preview.rebuild())
        except DatelineError as error:
            self.problems = _json([{"severity": "error", "code": "", "place": "", "message": str(error), "hint": ""}])


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


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=True).encode()


class _Pages(web.RequestHandler):
    """Answers from the folder; nothing is kept by the browser."""

    def initialize(self, folder: Path, state: _State) -> None:
        self._folder = folder
        self._state = state

    def get(self, path: str) -> None:
        """Answer with a page, or with what is wrong with the sources."""
        if path == PROBLEMS:
            self._give(Answer(200, "application/json", self._state.problems))
        else:
            self._give(answer(self._folder, path))

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


class _Server(Server):  # type: ignore[misc]
    """livereload's server, with our own pages."""

    def __init__(self, preview: Preview, state: _State) -> None:
        super().__init__()
        self._pages = {"folder": preview.folder, "state": state}

    def get_web_handlers(self, script: bytes) -> list[tuple[str, type, dict[str, Any]]]:  # noqa: ARG002
        """Return the routes beside those of livereload itself."""
        return [("/(.*)", _Pages, self._pages)]


def _listen(preview: Preview, state: _State) -> int:
    """Listen on the port that was asked for, or on the first free one; return which."""
    for name in ("tornado.access", "livereload"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    first = FIRST_PORT if preview.port is None else preview.port
    server = _Server(preview, state)
    for port in range(first, first + (_PORTS_TRIED if preview.port is None else 1)):
        try:
            server.application(port, HOST)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
        else:
            return port
    raise DatelineError(f"port {first} is taken; name another with --port")
