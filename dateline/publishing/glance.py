"""Tell whether a site is as the last build left it, by the times and sizes of files: before anything else is loaded.

A glance says yes only where nothing a build reads, and nothing it wrote, can have changed; else it says nothing.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import Any

from dateline.model.dataclass import dataclass
from dateline.model.problem import Code, Location, Problem, Severity
from dateline.model.source import Summary
from dateline.publishing.clock import today
from dateline.publishing.program import program
from dateline.publishing.sources import Found, FoundFile, find_theme
from dateline.publishing.survey import Survey, Times
from dateline.publishing.whole_files import replace_file
from dateline.publishing.wishes import Wish

FILE = "glance.json"


@dataclass(frozen=True, slots=True)
class Told:
    """What the last build told."""

    summary: Summary
    problems: tuple[Problem, ...]
    files: int
    """How many it found or left in the output folder."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a build reads, as it was before it was read."""

    wish: Wish
    day: date
    """What the build took for today."""
    content: Found
    theme: tuple[FoundFile, ...]
    problems: tuple[Problem, ...]
    """Of the folders of the theme."""

    @property
    def latest(self) -> int:
        """When the last of all files was changed, in nanoseconds of the file system's clock."""
        files = chain(self.content.texts.values(), self.content.files.values(), self.theme)
        return max((file.changed for file in files), default=0)

    def digest(self) -> str:
        """Return a digest of everything but what the files hold."""
        content = self.content
        parts = [repr((program(), self.wish, self.day.isoformat(), content.problems, self.problems))]
        parts += _lines(content.texts.items())
        parts += ["", *_lines(content.files.items()), "", *_lines((file.file, file) for file in self.theme)]
        return blake2b("\n".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def glance(wish: Wish, folder: Path, survey: Survey) -> Told | None:
    """Return what the last build told, where another would tell and write the same; None where that is not sure.

    `folder` is where the site's memory is, `survey` what stands in its other folders. Raises DatelineError where the
    content folder is missing.
    """
    try:
        stamp, _, data = (folder / FILE).read_bytes().partition(b"\n")
        if stamp != _stamp(data):
            return None
        begin, rest = data.split(b"\n")
        looked = json.loads(begin)
        read = _look(wish, looked["timezone"], survey)
        # After most edits the time of the last tells; the digest takes longer, and what follows it as long again.
        if looked["latest"] == read.latest and looked["sources"] == read.digest():
            kept = json.loads(rest)
            return _told(kept) if survey.stands(_times(kept["outputs"])) else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return None


def keep_glance(read: Read, folder: Path, timezone: str, outputs: Times, told: Told) -> None:
    """Keep what a glance compares, after a build: none of its files may have changed too lately to be known again.

    `outputs` are all files that must stand as they do. Raises OSError where nothing can be written.
    """
    looked = {"timezone": timezone, "latest": read.latest, "sources": read.digest()}
    kept = {
        "outputs": {path: list(times) for path, times in sorted(outputs.items())},
        "summary": asdict(told.summary),
        "problems": [_plain(problem) for problem in told.problems],
        "files": told.files,
    }
    data = b"\n".join(json.dumps(each).encode() for each in (looked, kept))
    replace_file(folder / FILE, _stamp(data) + b"\n" + data)


def forget_glance(folder: Path) -> None:
    """Make the next build look for itself. Raises OSError."""
    (folder / FILE).unlink(missing_ok=True)


def _stamp(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).hexdigest().encode()


def may_tell(folder: Path) -> bool:
    """Return whether there is anything in the site's memory that a glance can compare."""
    return (folder / FILE).is_file()


def _look(wish: Wish, timezone: str, survey: Survey) -> Read:
    """What a build would read now."""
    return Read(wish, today(timezone), survey.found, *find_theme(wish.content, wish.templates))


def _lines(files: Iterable[tuple[str, FoundFile]]) -> list[str]:
    return [f"{path}\0{file.size}\0{file.changed}" for path, file in files]


def _times(outputs: Mapping[str, list[int]]) -> Times:
    return {path: (size, changed) for path, (size, changed) in outputs.items()}


def _told(kept: Mapping[str, Any]) -> Told:
    problems = tuple(
        Problem(Code(code), message, Location(*where), hint, Severity(severity))
        for code, message, where, hint, severity in kept["problems"]
    )
    return Told(Summary(**kept["summary"]), problems, kept["files"])


def _plain(problem: Problem) -> list[object]:
    where = problem.location
    return [problem.code, problem.message, [where.path, where.line, where.column], problem.hint, problem.severity]
