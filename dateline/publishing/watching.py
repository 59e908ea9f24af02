"""Turn folders that are being written into the paths below them that have changed, as soon as they have."""

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import field
from pathlib import Path
from threading import Event

from dateline.model.dataclass import dataclass
from dateline.publishing.sources import is_ignored

try:
    from watchfiles._rust_notify import RustNotify, WatchfilesRustInternalError
except ModuleNotFoundError:  # pragma: no cover - the extra `serve` is not whole
    CAN_BE_TOLD = False
else:
    CAN_BE_TOLD = True

_GAP = 10  # milliseconds without a change end a batch of saves; the wait for the first costs as much again
_LONGEST = 200  # milliseconds: a batch is told after that, even while saves go on
_PATIENCE = 500  # milliseconds without a change, after which folders that came or went are noticed
_LOOK_EVERY = 0.3  # seconds between two looks where the system tells nothing
_LOOK_SELDOM = 2.0  # seconds between two looks where it does
_LOOK_SHARE = 100  # looking takes no more than one part in so many of the time

Fingerprint = dict[str, tuple[int, int, int]]
"""Path, and the time of the last change (nanoseconds), the size (bytes) and the number of each file."""


def fingerprint(folders: Iterable[Path]) -> Fingerprint:
    """Return the fingerprint of all files that a build may read; a folder that is missing adds nothing."""
    return {name: state for folder in folders for name in _files(str(folder)) if (state := _state(name))}


@dataclass(slots=True)
class Watch:
    """Waits for changes below folders, from the moment it is made.

    The system tells of changes at once, where it can. A look at all files, now and then, finds what it does not
    tell: on folders of other machines, or where more has changed at once than it keeps. Where it tells nothing at
    all, or watchfiles is not installed, looks are all there is, and they are frequent.

    Nothing is lost between two waits: what changes while a build runs is told by the next one. A path is told after
    it has changed, and again if it changes after that.
    """

    folders: tuple[Path, ...]
    """Those that are not there yet are waited for."""
    may_be_told: bool = CAN_BE_TOLD
    _told_by: "RustNotify | None" = field(init=False, default=None)
    _roots: tuple[object, ...] = field(init=False, default=())
    _known: Fingerprint = field(init=False, default_factory=dict)
    _next_look: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self.folders = tuple(dict.fromkeys(folder.resolve() for folder in self.folders))
        self._begin()

    def wait(self, stop: Event) -> frozenset[Path]:
        """Return the paths that have changed since the last wait, as soon as there are any; none once `stop` is set.

        They are absolute. A folder stands for everything below it.
        """
        changed: frozenset[Path] = frozenset()
        while not changed and not stop.is_set():
            changed = self._hear(self._told_by, stop) if self._told_by else self._look_until_settled(stop)
            if self._roots != _identities(self.folders):
                self._begin()
                changed = frozenset(self.folders)
        return changed

    def _begin(self) -> None:
        """Have the system tell of changes from now on, and know what is there."""
        self._roots = _identities(self.folders)
        self._told_by = _listen(self.folders) if self.may_be_told else None
        self._known = fingerprint(self.folders)
        self._next_look = time.monotonic() + _LOOK_SELDOM

    def _hear(self, told_by: "RustNotify", stop: Event) -> frozenset[Path]:
        told = told_by.watch(_LONGEST, _GAP, _PATIENCE, stop)
        if isinstance(told, str):
            return self._look() if time.monotonic() >= self._next_look else frozenset()
        changed = frozenset(Path(name) for _, name in told if self._counts(name))
        if changed & set(self.folders):
            self._roots = ()  # a folder that itself has moved is told of no more
        self._remember(changed)
        return changed

    def _look(self) -> frozenset[Path]:
        """What differs from what is known."""
        started = time.monotonic()
        now = fingerprint(self.folders)
        before, self._known = self._known, now
        ended = time.monotonic()
        self._next_look = ended + max(_LOOK_SELDOM, _LOOK_SHARE * (ended - started))
        return frozenset(Path(name) for name, _ in before.items() ^ now.items())

    def _look_until_settled(self, stop: Event) -> frozenset[Path]:
        """Look until nothing has changed since the look before."""
        stop.wait(_LOOK_EVERY)
        changed: frozenset[Path] = frozenset()
        while (more := self._look()) and not stop.wait(_LOOK_EVERY):
            changed |= more
        return changed | more

    def _counts(self, name: str) -> bool:
        """Whether a build may read what is there: an editor's own files build nothing."""
        return any(
            not any(map(is_ignored, path.relative_to(folder).parts))
            for path in (Path(name),)
            for folder in self.folders
            if path.is_relative_to(folder)
        )

    def _remember(self, changed: Iterable[Path]) -> None:
        """Know what has been told, so that no look finds it again."""
        for path in changed:
            name = str(path)
            for gone in [known for known in self._known if known.startswith(name + os.sep)] if path.is_dir() else ():
                del self._known[gone]
            self._known.pop(name, None)
            self._known |= fingerprint((path,)) if path.is_dir() else _states(name)


def _files(top: str) -> Iterator[str]:
    for folder, below, names in os.walk(top):
        below[:] = [name for name in below if not is_ignored(name)]
        yield from (os.path.join(folder, name) for name in names if not is_ignored(name))  # noqa: PTH118


def _states(name: str) -> Fingerprint:
    state = _state(name)
    return {name: state} if state else {}


def _state(name: str) -> tuple[int, int, int] | None:
    # A file may go between the listing and the look.
    try:
        state = os.stat(name)  # noqa: PTH116 - a Path for each of ten thousand files doubles the time of a look
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino


def _identities(folders: Iterable[Path]) -> tuple[object, ...]:
    """Which folders are there: one that is put in the place of another is told of only once it is listened to."""
    return tuple((state.st_dev, state.st_ino) if (state := _stat(folder)) else None for folder in folders)


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def _listen(folders: Iterable[Path]) -> "RustNotify | None":
    """What the system tells; None where it cannot tell anything of these folders."""
    there = [str(folder) for folder in folders if folder.is_dir()]
    if not there:
        return None
    try:
        return RustNotify(
            there, debug=False, force_polling=False, poll_delay_ms=0, recursive=True, ignore_permission_denied=True
        )
    except (OSError, WatchfilesRustInternalError):
        return None
