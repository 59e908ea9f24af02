"""Turn the outputs that a build has changed into what the pages that are open must do: reload, or swap a stylesheet."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from dateline.model.dataclass import dataclass
from dateline.publishing.answers import find_file

PROBLEMS = "problems.json"
"""Where the page's script finds what is wrong with the sources; named among outputs where that has changed."""

_STYLE = ".css"
_TAG = re.compile(rb"<(?:script|img|link)\b[^>]*>", re.IGNORECASE)
_TARGET = re.compile(rb"""\b(?:src|href)=["']?([^"'\s>]+)""", re.IGNORECASE)


@dataclass(slots=True)
class Rounds:
    """Which outputs were changed by which build, so that a page that was loaded before it can be told."""

    number: int = 0
    """How many builds there were."""
    _changed: dict[str, int] = field(default_factory=dict)

    def add(self, outputs: Iterable[str]) -> None:
        """Count a build that changed these."""
        self.number += 1
        self._changed |= dict.fromkeys(outputs, self.number)

    def since(self, number: int) -> frozenset[str]:
        """Return what has changed after so many builds."""
        return frozenset(output for output, changed in self._changed.items() if changed > number)


@dataclass(frozen=True, slots=True)
class Opened:
    """A page that is open in a browser."""

    folder: Path
    """What is served."""
    path: str
    """Of its URL: unquoted, below the root, with no leading slash."""
    file: str
    """What answered when it was loaded, below the folder."""

    @classmethod
    def of(cls, folder: Path, url: str) -> "Opened":
        """Return the page at a URL."""
        path = unquote(urlsplit(url).path).removeprefix("/")
        return cls(folder, path, find_file(folder, path))

    def news(self, changed: frozenset[str]) -> tuple[str, ...]:
        """Return what the page must be told of these outputs: itself alone, to be reloaded; else stylesheets to swap.

        Empty where nothing that the page shows has changed.
        """
        files = {self.file, find_file(self.folder, self.path)}
        parts = self._parts() if changed - files else frozenset()
        if changed & (files | self._kept(parts)):
            return (self.file,)
        return tuple(sorted(changed & {PROBLEMS, *(part for part in parts if part.endswith(_STYLE))}))

    def _parts(self) -> frozenset[str]:
        """The files that the page loads: scripts, pictures, stylesheets."""
        return frozenset(_parts(f"/{quote(self.path)}", _bytes(self.folder / self.file)))

    def _kept(self, parts: frozenset[str]) -> frozenset[str]:
        """Those of them that cannot be swapped."""
        return frozenset(part for part in parts if not part.endswith(_STYLE))


def _parts(base: str, page: bytes) -> Iterator[str]:
    for tag in _TAG.findall(page):
        target = _TARGET.search(tag)
        if target and (not tag[:5].lower().startswith(b"<link") or b"stylesheet" in tag.lower()):
            url = urlsplit(urljoin(base, target[1].decode("utf-8", "replace")))
            if not url.netloc:
                yield posixpath.normpath(unquote(url.path)).removeprefix("/")


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
