"""Hold what was found on the disk before anybody has read it."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from dateline.model.dataclass import dataclass
from dateline.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Sources:
    """All that a build reads, as values."""

    texts: Mapping[str, bytes]
    """Markdown files and `site.toml`, by path below the content folder, with forward slashes."""
    files: frozenset[str] = frozenset()
    """Every other file below the content folder (images, PDFs), by path; copied where a page uses it."""
    templates: Mapping[str, bytes] = field(default_factory=dict)
    """Templates by name, the site's own over the default theme's: `base.html`."""
    assets: Mapping[str, bytes] = field(default_factory=dict)
    """Files of the theme by path below `assets/`: `style.css`."""
    content_folder: str = "content"
    """How the user names the content folder, for the places of problems."""
    templates_folder: str = "templates"
    digests: Mapping[str, str] = field(default_factory=dict)
    """The SHA-256 of those other files that articles cite, in hexadecimal, by path; empty while nobody knows which."""
    problems: tuple[Problem, ...] = ()
    """What went wrong in finding them: symbolic links that were left alone."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says of one build."""

    today: date
    """The day in the site's zone; articles dated after it are left out unless `future`."""
    version: str
    base_url: str | None = None
    """Overrides the setting."""
    drafts: bool = False
    future: bool = False
    preview: bool = False
    """Built for the preview server: pages load its script."""
    full_text: bool = False
    """Built for an index of all texts: the page of search asks it."""
    offline: bool = False
    """Built to be opened from a folder, without a server: what leads to a folder leads to the page in it."""


@dataclass(frozen=True, slots=True)
class CopiedFile:
    """An output that is a file of the content folder, byte for byte."""

    path: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build holds, for the line at its end."""

    articles: int = 0
    events: int = 0
    entities: int = 0
    mentions: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Build:
    """The result of a build: every file of the site by its path, and every problem."""

    outputs: Mapping[str, bytes | CopiedFile]
    problems: tuple[Problem, ...]
    summary: Summary = Summary()
