"""Turn a folder into a site on a free port of this machine, each file gzipped as GitHub Pages sends it."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

LEVEL = 6
"""How hard is compressed: what nginx and most hosts do."""


@lru_cache(maxsize=4096)
def gzipped(file: Path) -> bytes:
    """Return what a file is when it is sent."""
    return gzip.compress(file.read_bytes(), LEVEL, mtime=0)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    folder: Path

    def do_GET(self) -> None:
        """Send a file, or say that there is none."""
        path = unquote(urlsplit(self.path).path)
        file = self.folder / path.lstrip("/") / ("index.html" if path.endswith("/") else "")
        found = file.is_file() and file.resolve().is_relative_to(self.folder)
        body = gzipped(file) if found else gzip.compress(b"There is nothing here.")
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", _type(file) if found else "text/plain")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(BrokenPipeError, ConnectionResetError):  # a browser that has seen enough
            self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder; give the origin, without a slash at its end."""
    handler = type("Handler", (_Handler,), {"folder": folder.resolve()})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def _type(file: Path) -> str:
    kind = guess_type(file.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
