"""An archive on a port of this machine, which answers as the Wayback Machine does."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from dateline.publishing.wayback import Wayback


@dataclass(slots=True)
class Archive:
    """What the archive holds, and what it was asked."""

    copies: dict[str, str] = field(default_factory=dict)
    """The moment of the copy of each address, as fourteen digits."""
    answers: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    """What it says of an address instead: a status and a body."""
    asked: list[str] = field(default_factory=list)
    address: str = ""

    @property
    def wayback(self) -> Wayback:
        """The archive as one asks it."""
        return Wayback(f"{self.address}/wayback/available", f"{self.address}/save/", timeout=5.0, pause=0.0)

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """Return the status, where the question leads, and the body of an answer."""
        self.asked.append(path)
        if path.startswith("/save/"):
            url = path.removeprefix("/save/")
            status, body = self.answers.get(url, (302, b""))
            return status, f"/web/20260102030405/{url}", body
        if path.startswith("/web/"):
            return 200, "", b"<p>A copy.</p>"
        url = parse_qs(urlsplit(path).query)["url"][0]
        status, body = self.answers.get(url, (200, self._available(url)))
        return status, "", body

    def _available(self, url: str) -> bytes:
        moment = self.copies.get(url)
        closest = {"available": True, "status": "200", "timestamp": moment}
        closest["url"] = f"http://web.archive.org/web/{moment}/{url}"
        return json.dumps({"url": url, "archived_snapshots": {"closest": closest} if moment else {}}).encode()


@contextmanager
def served_archive() -> Iterator[Archive]:
    """Serve an empty archive."""
    archive = Archive()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, target, body = archive.answer(self.path)
            self.send_response(status)
            if target:
                self.send_header("Location", target)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        archive.address = f"http://127.0.0.1:{server.server_port}"
        try:
            yield archive
        finally:
            server.shutdown()
            thread.join()
