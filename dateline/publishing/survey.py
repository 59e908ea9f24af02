"""Turn the folders of a site into what stands in them, seen by another process while this one still starts."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path

from dateline.publishing.cores import can_fork, count_cores
from dateline.publishing.errands import Errand
from dateline.publishing.manifest import MANIFEST, is_temporary, read_paths
from dateline.publishing.sources import Found, find_content, found_of, plain_files
from dateline.publishing.status import asking_below

Times = Mapping[str, tuple[int, int]]
"""Size and time of last change, in nanoseconds, of files by path."""
_Seen = tuple[dict[str, tuple[str, int, int]] | None, dict[str, tuple[int, int]]]
"""What is in the content folder (None: not looked at), and the outputs."""

_FEWEST = 100_000
"""Bytes of a list of outputs: of some 900. To look at fewer takes no longer than to begin a process."""


class Survey:
    """What stands in the folders of a site: each is looked at once, when it is first asked for, if not before."""

    def __init__(
        self, content: Path, output: Path, errand: Errand[_Seen] | None = None, *, is_all: bool = False
    ) -> None:
        """Take the folders, and the process that looks at the second (`is_all`: at both); None: there is none."""
        self._content = content
        self._output = output
        self._errand = errand
        self._is_all = is_all

    @cached_property
    def found(self) -> Found:
        """What is in the content folder. Raises DatelineError where it is missing or cannot be read."""
        files = self._seen[0] if self._is_all else None
        return find_content(self._content) if files is None else found_of(self._content, files)

    def stands(self, outputs: Times) -> bool:
        """Return whether these files of the output folder are as they were written, and no killed build left others.

        Raises OSError.
        """
        seen = self._seen[1] if self._errand else None
        is_same = _has(self._output, outputs) if seen is None else outputs.items() <= seen.items()
        return is_same and not any(is_temporary(name) for name in os.listdir(self._output))  # noqa: PTH208 - names alone

    @cached_property
    def _seen(self) -> _Seen:
        return self._errand.result() if self._errand else (None, {})


@contextmanager
def surveying(
    content: Path, output: Path, jobs: int | None, *, is_all: bool, fewest: int = _FEWEST
) -> Iterator[Survey]:
    """Begin to look at the folders of a site, beside this process where that is worth it.

    `jobs` is how many processes may work at once, None: one for each core. The content folder is looked at beside this
    process only with `is_all`; nothing is where the list of outputs has no more than the `fewest` bytes.
    """
    errand = _begin(content, output, is_all=is_all) if _is_worth_it(output, jobs, fewest) else None
    try:
        yield Survey(content, output, errand, is_all=is_all and errand is not None)
    finally:
        if errand:
            errand.drop()


def _is_worth_it(output: Path, jobs: int | None, fewest: int) -> bool:
    if jobs == 1 or count_cores() == 1 or not can_fork():
        return False
    try:
        return (output / MANIFEST).stat().st_size > fewest
    except OSError:
        return False


def _begin(content: Path, output: Path, *, is_all: bool) -> Errand[_Seen] | None:
    try:
        return Errand(partial(_look, content if is_all else None, output))
    except OSError:
        return None


def _look(content: Path | None, output: Path) -> _Seen:
    files = plain_files(content) if content else None
    paths = (MANIFEST, *read_paths((output / MANIFEST).read_bytes()))
    return files, _times_of(output, paths)


def _has(output: Path, outputs: Times) -> bool:
    with asking_below(output) as ask:
        for path, known in outputs.items():
            found = ask(path)
            if (found.st_size, found.st_mtime_ns) != known:
                return False
    return True


def _times_of(output: Path, paths: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Size and time of those files that there are, by path."""
    times: dict[str, tuple[int, int]] = {}
    with asking_below(output) as ask:
        for path in paths:
            try:
                found = ask(path)
            except OSError:
                continue
            times[path] = (found.st_size, found.st_mtime_ns)
    return times
