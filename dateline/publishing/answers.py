"""Turn a URL path into what a web server answers from a folder: a page, a way on, or that there is none."""

import mimetypes
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from dateline.publishing.manifest import is_safe

_TYPES = {
    ".csv": "text/csv",
    ".geojson": "application/geo+json",
    ".graphml": "application/xml",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".md": "text/markdown",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
}
_UNKNOWN = "application/octet-stream"
_TEXTS = frozenset({"application/json", "application/xml", "application/geo+json", "image/svg+xml"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back over the wire."""

    status: int
    content_type: str = "text/plain; charset=utf-8"
    body: bytes = b""
    location: str = ""
    """Where to ask instead; empty: here."""


def answer(folder: Path, path: str) -> Answer:
    """Return the answer to a GET of this path: unquoted, below the root, with no leading slash.

    A folder is answered with its `index.html`, with a slash at its end; what is not there with `404.html`
    and the status 404. Hidden files, and what links lead out of the folder to, are not there.
    """
    file = folder / path
    if not _is_public(folder, path):
        return _missing(folder)
    if file.is_dir() and path and not path.endswith("/"):
        return Answer(301, location=quote(f"{path.rpartition('/')[2]}/"))
    page = file / "index.html" if file.is_dir() else file
    return _found(page) if page.is_file() and _is_inside(folder, page) else _missing(folder)


def content_type(name: str) -> str:
    """Return the media type of a file with this name."""
    suffix = Path(name).suffix.lower()
    kind = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or _UNKNOWN
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind in _TEXTS else kind


def _is_public(folder: Path, path: str) -> bool:
    below = path.removesuffix("/")
    hidden = any(part.startswith(".") for part in below.split("/"))
    return not below or (is_safe(below) and not hidden and _is_inside(folder, folder / below))


def _is_inside(folder: Path, file: Path) -> bool:
    return file.resolve().is_relative_to(folder.resolve())


def _found(page: Path, status: int = 200) -> Answer:
    return Answer(status, content_type(page.name), page.read_bytes())


def _missing(folder: Path) -> Answer:
    page = folder / "404.html"
    return _found(page, 404) if page.is_file() else Answer(404, body=b"There is no such page.\n")
