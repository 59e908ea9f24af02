"""Tell whether a site is as the last build left it, by the times and sizes of files: before anything else is loaded.

A glance says yes only where nothing a build reads, and nothing it wrote, can have changed; else it says nothing.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from dateline import __version__
from dateline.model.problem import Code, Location, Problem, Severity
from dateline.model.source import Summary
from dateline.publishing.clock import today
from dateline.publishing.sources import Found, FoundFile, find_content, find_theme
from dateline.publishing.whole_files import replace_file
from dateline.publishing.wishes import Wish

FILE = "glance.json"

Times = Mapping[str, tuple[int, int]]
"""Size and time of last change, in nanoseconds, of files by path."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the last build told."""

    summary: Summary
    problems: tuple[Problem, ...]
    files: int
    """How many it found or left in the output folder."""


def glance(wish: Wish, output: Path, folder: Path) -> Told | None:
    """Return what the last build told, where another would tell and write the same; None where that is not sure.

    `folder` is where the site's memory is. Raises DatelineError where the content folder is missing.
    """
    try:
        stamp, _, data = (folder / FILE).read_bytes().partition(b"\n")
        if stamp != _stamp(data):
            return None
        kept = json.loads(data)
        outputs, day = kept["outputs"], today(kept["timezone"]).isoformat()
        if kept["sources"] == _digest(wish, day, find_content(wish.content)) and _stand(output, outputs):
            return _told(kept, len(outputs))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return None


def keep_glance(wish: Wish, folder: Path, timezone: str, found: Found, outputs: Times, told: Told) -> None:
    """Keep what a glance compares, after a build: none of its files may have changed too lately to be known again.

    Raises OSError where nothing can be written.
    """
    kept = {
        "timezone": timezone,
        "sources": _digest(wish, today(timezone).isoformat(), found),
        "outputs": {path: list(times) for path, times in sorted(outputs.items())},
        "summary": asdict(told.summary),
        "problems": [_plain(problem) for problem in told.problems],
    }
    data = json.dumps(kept).encode()
    replace_file(folder / FILE, _stamp(data) + b"\n" + data)


def forget_glance(folder: Path) -> None:
    """Make the next build look for itself. Raises OSError."""
    (folder / FILE).unlink(missing_ok=True)


def _stamp(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).hexdigest().encode()


def _digest(wish: Wish, day: str, found: Found) -> str:
    """Of everything that a build reads, but for what files hold."""
    theme = find_theme(wish.content, wish.templates)
    parts = [repr((__version__, wish, day, found.problems))]
    parts += [f"{path}\0{file.size}\0{file.changed}" for path, file in _all(found)]
    parts += [f"{file.file}\0{file.size}\0{file.changed}" for file in theme]
    return blake2b("\n".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _all(found: Found) -> Iterable[tuple[str, FoundFile]]:
    yield from found.texts.items()
    yield "", FoundFile("", 0, 0)
    yield from found.files.items()


def _stand(output: Path, outputs: Mapping[str, list[int]]) -> bool:
    """Whether all outputs are there as they were written."""
    root, look = f"{output}/", os.lstat
    for path, (size, changed) in outputs.items():
        found = look(root + path)
        if found.st_size != size or found.st_mtime_ns != changed:
            return False
    return True


def _told(kept: Mapping[str, Any], files: int) -> Told:
    problems = tuple(
        Problem(Code(code), message, Location(*where), hint, Severity(severity))
        for code, message, where, hint, severity in kept["problems"]
    )
    return Told(Summary(**kept["summary"]), problems, files)


def _plain(problem: Problem) -> list[object]:
    where = problem.location
    return [problem.code, problem.message, [where.path, where.line, where.column], problem.hint, problem.severity]
