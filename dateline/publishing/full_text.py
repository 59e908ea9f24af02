"""Turn content into a site whose texts can be searched: what Pagefind makes of its pages is a part of it.

The site is made aside, with all that Pagefind makes of it, and put into place as a whole: where either fails, the last
good site stays as it was. https://pagefind.app/docs/
"""

import gzip
import importlib.util
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from dateline.linking.guard import Guard, guard_names
from dateline.linking.withheld import tell_outputs
from dateline.model.dataclass import dataclass
from dateline.model.problem import DatelineError, Problem, sort_problems
from dateline.model.urls import FULL_TEXT
from dateline.pipeline import Report
from dateline.publishing.crew import Hands
from dateline.publishing.engine import Engine
from dateline.publishing.manifest import MANIFEST
from dateline.publishing.memory import Memory
from dateline.publishing.outcome import Outcome
from dateline.publishing.output import write_outputs
from dateline.publishing.site import inspect_from_disk
from dateline.publishing.wishes import Wish
from dateline.reading.content import Content

_FURNITURE = "pagefind-"
"""How the names of Pagefind's own boxes and buttons begin, which no page of ours loads."""
_ENTRY = "pagefind-entry.json"
_GZIP = b"\x1f\x8b"
"""What gzipped data begins with (RFC 1952)."""


@dataclass(frozen=True, slots=True)
class Folder(Mapping[str, bytes]):
    """The files of some folders as outputs: each is read when its turn comes, so that not all are held at once."""

    files: Mapping[str, Path]

    def __getitem__(self, path: str) -> bytes:
        """Read a file."""
        return self.files[path].read_bytes()

    def __iter__(self) -> Iterator[str]:
        """Return the output paths."""
        return iter(self.files)

    def __len__(self) -> int:
        """Return their number."""
        return len(self.files)


def check_pagefind() -> None:
    """Raise DatelineError, with a remedy, where Pagefind is not installed."""
    if importlib.util.find_spec("pagefind") is None:
        raise DatelineError("searching texts needs Pagefind; install it with `pip install 'dateline[search]'`")


def build_searchable(wish: Wish, output: Path, memory: Memory | None, hands: Hands, report: Report) -> Outcome:
    """Build a site with an index of its texts. Raises DatelineError, and then leaves the output folder as it was.

    `memory` is one of its own: what it remembers stands in no output folder.
    """
    check_pagefind()
    with tempfile.TemporaryDirectory(prefix="dateline-") as aside:
        site = Path(aside) / "site"
        engine = Engine(wish, site, memory, hands)
        try:
            outcome = engine.build(report)
        finally:
            engine.close()
        if outcome.written is None:
            return outcome
        content = engine.proof.edition.content if engine.proof else inspect_from_disk(wish, report).content
        report("search", 0, 0)
        return _place(outcome, content, site, output, wish)


def _place(outcome: Outcome, content: Content, site: Path, output: Path, wish: Wish) -> Outcome:
    index = index_texts(site, site.parent / "index", content.settings.language)
    guard = guard_names(content.private, content.registry, content.settings)
    problems = tell_index(index, guard)
    if problems:
        return replace(outcome, problems=sort_problems((*outcome.problems, *problems)), written=None)
    files = {**_files(site), **index.files}
    return replace(outcome, written=write_outputs(Folder(files), wish.content, output))


def index_texts(site: Path, folder: Path, language: str) -> Folder:
    """Have Pagefind make its index of a site in a folder, and return it as outputs. Raises DatelineError.

    All texts are one index, in the language of the site (a BCP 47 tag), so that one question finds all of them.
    """
    paths = ["--site", str(site), "--output-path", str(folder)]
    command = [sys.executable, "-m", "pagefind", *paths, "--force-language", language.casefold(), "--silent"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    if done.returncode or not (folder / _ENTRY).is_file():
        said = (done.stderr or done.stdout).strip().splitlines() or ["it made no index"]
        raise DatelineError(f"Pagefind could not read the texts, and the site is as it was: {said[-1]}")
    made = {path: file for path, file in _files(folder).items() if _is_wanted(path)}
    return Folder({f"{FULL_TEXT}{path}": file for path, file in made.items()})


def tell_index(index: Mapping[str, bytes], guard: Guard) -> tuple[Problem, ...]:
    """Return a problem for each file of an index that holds a private name, however it is packed."""
    if guard.pattern is None:
        return ()
    return tell_outputs(((path, _unpacked(data)) for path, data in index.items()), guard)


def _unpacked(data: bytes) -> bytes:
    return gzip.decompress(data) if data.startswith(_GZIP) else data


def _is_wanted(path: str) -> bool:
    return path == _ENTRY or not path.startswith(_FURNITURE)


def _files(folder: Path) -> dict[str, Path]:
    found = sorted(file for file in folder.rglob("*") if file.is_file())
    return {path: file for file in found if (path := file.relative_to(folder).as_posix()) != MANIFEST}
