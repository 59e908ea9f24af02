"""Turn staged outputs into the site: a writing looks first, then puts everything into place or nothing at all."""

import contextlib
import os
import secrets
import shutil
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import NamedTuple

from dateline.model.dataclass import dataclass
from dateline.model.problem import DatelineError
from dateline.publishing.manifest import MANIFEST, Manifest, is_writable, temporary_name, write_manifest
from dateline.publishing.placing import place, remove, remove_folder
from dateline.publishing.staging import Staged, digest_of_file, no_page_at
from dateline.publishing.standing import Listed, Standing, below, folders_above, look_at, read_lists
from dateline.publishing.whole_files import replace_file

_NAMED_IN_FULL = 3
_TICK = 50_000_000  # nanoseconds; a change this soon after another may leave the time of the file as it was
_EARLIER = 2 * _TICK
_COARSE = 10_000_000  # nanoseconds; times in whole hundredths: the file system counts too coarsely to tell two changes


class FileStamp(NamedTuple):
    """What a build remembers of a file that it wrote, to know it again without reading it."""

    digest: str
    size: int
    """In bytes."""
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Written:
    """What writing a build changed; paths below the output folder, in order."""

    written: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]
    stamps: Mapping[str, FileStamp] = field(default_factory=dict, compare=False, repr=False)
    """The outputs that the next writing may know without reading them."""


@dataclass(frozen=True, slots=True)
class Writing:
    """One build on its way into the output folder; end it with `commit` or `abandon`, once."""

    output: Path
    staging: Path
    """Where `stage` and `stage_copy` let files wait: in the output folder, so that a new name puts one into place."""
    paths: frozenset[str]
    """All outputs of the build."""
    standing: Standing
    listed: Listed
    known: Mapping[str, FileStamp]
    begun: int
    """When the writing looked into the folder, in nanoseconds of the system's clock."""
    made: tuple[Path, ...]
    """The output folder and those above it that were not there, the innermost first."""
    hashed: dict[str, str] = field(default_factory=dict)
    """Digests of the files that had to be read."""

    def digest_there(self, path: str) -> str | None:
        """Return the digest of the file that stands at a path; None where none does. Raises DatelineError.

        The file is read only where it is not as it is known.
        """
        found = self.standing.files.get(path)
        if found is None:
            return None
        known = self.known.get(path)
        if known and known[1:] == found:
            return known.digest
        if path not in self.hashed:
            with _told(self.output):
                self.hashed[path] = digest_of_file(f"{self.output}/{path}")
        return self.hashed[path]

    def commit(self, staged: Iterable[Staged], unchanged: Mapping[str, str]) -> Written:
        """Put what was staged into place, and remove what the site has no more.

        `unchanged` are the outputs that were not staged since they stay as they are, with their digests. The
        two together are all that was announced: ValueError where they are not. Raises DatelineError; where a
        file of somebody else is in the way, before anything of the site is touched. A process that is killed
        meanwhile leaves each file old or new; the next writing tidies up.
        """
        done = sorted(staged)
        digests = {**unchanged, **{item.path: item.digest for item in done}}
        if digests.keys() != self.paths:
            raise ValueError("not all outputs were staged, or more than were announced")
        new = tuple(item for item in done if item.temporary)
        self._refuse(item.path for item in new if not self._may_replace(item.path))
        stale = tuple(sorted(path for path in self.listed.ours.files.keys() - self.paths if self._is_stale(path)))
        before_placing = time.time_ns()
        with _told(self.output):
            new = tuple(date_back(item, before_placing) for item in new)
            self._carry_out(new, stale, Manifest({path: frozenset({digests[path]}) for path in digests}))
        stamps = _lasting(self._stamps(digests), self.begun) | _lasting(_stamps_of(new), before_placing)
        return Written(tuple(item.path for item in new), len(digests) - len(new), stale, stamps)

    def abandon(self) -> None:
        """Leave the output folder as it was found; do nothing where a commit has begun to put files into place."""
        if (self.staging / MANIFEST).exists():
            return
        shutil.rmtree(self.staging, ignore_errors=True)
        for folder in self.made:
            with contextlib.suppress(OSError):
                folder.rmdir()

    def check(self) -> None:
        """Raise DatelineError where an output cannot be written, whatever it holds."""
        for path in self.paths:
            if not is_writable(path):
                raise DatelineError(no_page_at(path))
        folders = folders_above(self.paths)
        for path in sorted(folders & self.paths):
            raise DatelineError(f"'{path}' cannot be a page and a folder of pages at once; give one another name")
        taken = self.standing.others & (self.paths | folders)
        taken |= {path for path in folders & self.standing.files.keys() if not self._is_stale(path)}
        in_the_way = sorted(self.paths & self.standing.folders)
        taken.update(path for folder in in_the_way for path in self._kept_below(folder))
        self._refuse(taken)
        ours = folders_above(self.listed.ours.files)
        for folder in in_the_way:
            self._refuse_folders(folder, ours)

    def _kept_below(self, folder: str) -> Iterator[str]:
        """Files that are no build's in a folder that must make room for a page."""
        with _told(self.output):
            for path, is_folder in below(self.output, folder):
                if not is_folder and not self._is_stale(path):
                    yield path

    def _refuse_folders(self, folder: str, ours: set[str]) -> None:
        """Raise DatelineError where a folder that must make room is, or holds, one that no build has made."""
        with _told(self.output):
            folders = [folder, *(path for path, is_folder in below(self.output, folder) if is_folder)]
        for path in folders:
            if path not in ours:
                raise DatelineError(f"cannot write '{self.output / folder}': the folder '{path}' is in the way")

    def _is_stale(self, path: str) -> bool:
        """Whether a file is a build's, just as it was written, and this build has it no more."""
        if path in self.paths or path not in self.listed.ours.files:
            return False
        digest = self.digest_there(path)
        return digest is not None and self.listed.ours.wrote(path, digest)

    def _may_replace(self, path: str) -> bool:
        return path not in self.standing.files or path in self.listed.ours.files

    def _refuse(self, taken: Iterable[str]) -> None:
        foreign = sorted(taken)
        if foreign:
            self.abandon()
            raise DatelineError(_in_the_way(self.output, foreign))

    def _carry_out(self, new: tuple[Staged, ...], stale: tuple[str, ...], after: Manifest) -> None:
        if new:
            # A build that is killed leaves a list of all that may be its own: nothing is orphaned.
            coming = Manifest({item.path: frozenset({item.digest}) for item in new}, complete=False)
            replace_file(self.staging / MANIFEST, write_manifest(coming))
        in_the_way = self._make_room(new, stale)
        place(self.output, self.staging, new, set() if in_the_way else self.standing.folders)
        remove(self.output, [path for path in stale if path not in in_the_way])
        if after != self.listed.manifest:
            self.output.mkdir(parents=True, exist_ok=True)
            replace_file(self.output / MANIFEST, write_manifest(after))
        self._tidy()

    def _make_room(self, new: tuple[Staged, ...], stale: tuple[str, ...]) -> set[str]:
        """Remove what stands where a folder must be, or is a folder where a file must be, and return all of it."""
        files = _making_room(new, stale)
        remove(self.output, files)
        emptied = [item.path for item in new if item.path in self.standing.folders]
        for folder in emptied:
            # With its files it went already; a build that was killed may have left it empty.
            if (self.output / folder).exists():
                remove_folder(self.output, folder)
        return {*files, *emptied}

    def _tidy(self) -> None:
        for path in self.listed.leftovers:
            left = self.output / path
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                remove(self.output, [path])
        shutil.rmtree(self.staging, ignore_errors=True)

    def _stamps(self, digests: Mapping[str, str]) -> dict[str, FileStamp]:
        files = self.standing.files
        return {path: FileStamp(digest, *files[path]) for path, digest in digests.items() if path in files}


def open_writing(paths: Collection[str], output: Path, known: Mapping[str, FileStamp]) -> Writing:
    """Look at what stands where these outputs shall be written; nothing is written yet.

    `known` is what the last build of this site into this folder returned as `Written.stamps`: a file whose size
    and time are still as they were then is not read again. Raises DatelineError where a path is none that a
    page may have, or something that Dateline did not write is in the way of one.
    """
    begun = time.time_ns()
    with _told(output):
        listed = read_lists(output)
        wanted = frozenset(paths)
        standing = look_at(output, wanted | listed.ours.files.keys())
    made = tuple(folder for folder in (output, *output.parents) if not folder.exists())
    staging = output / temporary_name(secrets.token_hex(8))
    writing = Writing(output, staging, wanted, standing, listed, known, begun, made)
    writing.check()
    return writing


def _lasting(stamps: Mapping[str, FileStamp], seen: int) -> dict[str, FileStamp]:
    """Those that a later change of the file cannot leave as they are.

    The clock of a file system ticks: a file that is changed twice within a tick has the same time after both.
    """
    return {path: stamp for path, stamp in stamps.items() if is_lasting(stamp.mtime_ns, seen)}


def date_back(item: Staged, now: int) -> Staged:
    """Return a staged file with a time that tells it from a change right after it; `now` in nanoseconds.

    Raises OSError.
    """
    if is_lasting(item.mtime_ns, now):
        return item
    os.utime(item.temporary, ns=(now - _EARLIER, now - _EARLIER))
    return item._replace(mtime_ns=os.stat(item.temporary).st_mtime_ns)  # noqa: PTH116 - a text, as it was handed on


def is_lasting(changed: int, seen: int) -> bool:
    """Return whether a file of this time, seen at that one, cannot change and bear the same time; in nanoseconds."""
    return changed < seen - _TICK and changed % _COARSE != 0


def _stamps_of(new: Iterable[Staged]) -> dict[str, FileStamp]:
    return {item.path: FileStamp(item.digest, item.size, item.mtime_ns) for item in new}


def _making_room(new: Iterable[Staged], stale: Iterable[str]) -> list[str]:
    """Stale files that stand where a folder must be, or in a folder where a file must be."""
    files = {item.path for item in new}
    folders = folders_above(files)
    return [path for path in stale if path in folders or files & folders_above([path])]


def _in_the_way(output: Path, foreign: list[str]) -> str:
    named = ", ".join(f"'{path}'" for path in foreign[:_NAMED_IN_FULL])
    more = f" and {len(foreign) - _NAMED_IN_FULL} more" if len(foreign) > _NAMED_IN_FULL else ""
    return (
        f"'{output}' holds files that Dateline did not write, where pages should go: {named}{more}; "
        "move them away, or choose another folder with --output"
    )


@contextlib.contextmanager
def _told(output: Path) -> Iterator[None]:
    """Turn what the system refuses into a sentence."""
    try:
        yield
    except OSError as error:
        raise DatelineError(f"cannot write '{error.filename or output}': {error.strerror}") from error
