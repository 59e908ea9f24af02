"""Turn a URL path into what a web server answers from a folder: a page, a way on, or that there is none."""

import mimetypes
from pathlib import Path
from urllib.parse import quote

from dateline.model.dataclass import dataclass
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
MISSING = "404.html"
"""The page that says that there is no such page."""

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
    if _is_public(folder, path) and file.is_dir() and path and not path.endswith("/"):
        return Answer(301, location=quote(f"{path.rpartition('/')[2]}/"))
    found = find_file(folder, path)
    return _read(folder / found, 404 if found == MISSING else 200)


def find_file(folder: Path, path: str) -> str:
    """Return which file answers a GET of this path, below the folder: `404.html` where nothing else does."""
    file = folder / path
    if not _is_public(folder, path):
        return MISSING
    page = file / "index.html" if file.is_dir() else file
    return page.relative_to(folder).as_posix() if page.is_file() and _is_inside(folder, page) else MISSING


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


def _read(page: Path, status: int) -> Answer:
    # A build may take a page away between the look and the reading.
    try:
        return Answer(status, content_type(page.name), page.read_bytes())
    except OSError:
        return Answer(404, body=b"There is no such page.\n")
