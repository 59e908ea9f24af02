"""Share work out among this process and others, and gather what comes of it, in no certain order.

Where a process can be forked, its share is there at once. Where it cannot (other systems, or a program with several
threads) a new one is started, and told everything.
"""

import gc
import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from dateline.model.dataclass import dataclass
from dateline.model.problem import DatelineError
from dateline.publishing.codec import UnkeepableError, pack, unpack
from dateline.publishing.cores import can_fork, count_cores
from dateline.publishing.desk import Batch, Desk, Orders, Share, Surroundings
from dateline.publishing.keeping import LostError
from dateline.reading.articles import Candidate

_LIGHTER = 8
"""This process leaves one of so many pieces of its part to the others."""
_ENDED_EARLY = "a process of the build ended before its work was done"

Message = TypeVar("Message")
Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Hands:
    """How many processes may work side by side, and how they are started."""

    most: int | None = None
    """None: one per core."""
    fewest: int = 250
    """How many pieces of work are worth another process, which takes a while to start."""
    start: str = ""
    """`fork` or `spawn`; empty: as the system and the program allow."""

    def for_work(self, pieces: int) -> int:
        """Return among how many processes to share so many pieces of work."""
        return max(1, min(count_cores() if self.most is None else self.most, pieces // self.fewest))

    @property
    def can_fork(self) -> bool:
        """Whether a process takes over all that this one holds; else it has to be told, in bytes."""
        return self.start == "fork" if self.start else can_fork()


def read_and_link(
    share: Share, around: Surroundings, settle: "Settle", hands: Hands, report: Report
) -> Iterator[Batch]:
    """Read articles, ask `settle` which are published, link those, and entities. Raises DatelineError, OSError.

    `settle` is given what decides it for each file.
    """
    total = len(share.files) + len(share.entities)
    done = 0
    is_little = hands.for_work(total) == 1
    for batch in _alone(share, around, settle) if is_little else _together(share, around, settle, hands):
        done += len(batch.articles) + len(batch.entities)
        report(done, total)
        yield batch


Settle = Callable[[Iterable[Candidate]], Orders]


def _alone(share: Share, around: Surroundings, settle: Settle) -> Iterator[Batch]:
    desk = Desk(around, share)
    orders = settle(list(desk.hear()))
    yield from desk.link(orders)


def _together(share: Share, around: Surroundings, settle: Settle, hands: Hands) -> Iterator[Batch]:
    processes = hands.for_work(len(share.files) + len(share.entities))
    own, *others = [part_of(share, number, processes) for number in range(processes)]
    with Crew[bytes | Batch]([(_read_and_link, (part, around)) for part in others], hands) as crew:
        desk = Desk(around, own)
        heard = list(desk.hear())
        orders = settle([*heard, *(candidate for found in crew.gather_one_each() for candidate in found)])
        crew.tell(orders)
        for data in crew.gather_beside(desk.link(orders)):
            yield unpack(data, Batch) if isinstance(data, bytes) else data


def part_of(share: Share, number: int, parts: int) -> Share:
    """Return what one of so many processes gets; the first, this one, which also gathers, gets the least."""
    round_of = parts * _LIGHTER - 1

    def is_own(place: int) -> bool:
        return (place % round_of + 1) % parts == number

    files = {path: file for place, (path, file) in enumerate(share.files.items()) if is_own(place)}
    return Share(files, tuple(entity for place, entity in enumerate(share.entities) if is_own(place)))


def _read_and_link(channel: Connection, share: Share, around: Surroundings) -> None:
    desk = Desk(around, share)
    channel.send(list(desk.hear()))
    for batch in desk.link(channel.recv()):
        channel.send(_packed(batch))


def _packed(batch: Batch) -> bytes | Batch:
    """The bytes of a batch, which are had sooner than those of `pickle`; itself where it has no such bytes."""
    try:
        return pack(batch)
    except UnkeepableError:
        return batch


@dataclass(frozen=True, slots=True)
class Fault:
    """What a process sends where it cannot go on."""

    error: Exception


class Crew(Generic[Message]):
    """Processes at work, each with a line to this one; those still at work when it is left are stopped."""

    def __init__(self, tasks: Sequence[tuple[Callable[..., None], tuple[object, ...]]], hands: Hands) -> None:
        context = multiprocessing.get_context("fork" if hands.can_fork else "spawn")
        self._lines: list[Connection] = []
        self._processes: list[BaseProcess] = []
        gc.freeze()  # what is there now is not touched by collections, and stays shared with forked processes
        try:
            for function, arguments in tasks:
                here, there = context.Pipe()
                # A forked process holds every open line: with its parent's end of one it would outlive its parent.
                inherited = [*self._lines, here] if hands.can_fork else []
                task = (function, there, inherited, *arguments)
                process = context.Process(target=_run, args=task, daemon=True)  # type: ignore[attr-defined]
                process.start()
                there.close()
                self._lines.append(here)
                self._processes.append(process)
        finally:
            gc.unfreeze()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            for process in self._processes:
                process.terminate()
        for line, process in zip(self._lines, self._processes, strict=True):
            line.close()
            process.join()
        if kind is None and any(process.exitcode for process in self._processes):
            raise RuntimeError(_ENDED_EARLY)

    def tell(self, message: object) -> None:
        """Send a message to each process."""
        for line in self._lines:
            try:
                line.send(message)
            except OSError as error:
                raise RuntimeError(_ENDED_EARLY) from error

    def gather_one_each(self) -> Iterator[Any]:
        """Return the next message of each process."""
        for line in self._lines:
            try:
                message = line.recv()
            except (EOFError, OSError) as error:
                raise RuntimeError(_ENDED_EARLY) from error
            yield _checked(message)

    def gather_beside(self, own: Iterable[Message]) -> Iterator[Message]:
        """Return what this process makes, and between that and after it every message of the others."""
        open_lines = list(self._lines)
        for made in own:
            yield made
            yield from self._arrived(open_lines, timeout=0)
        while open_lines:
            yield from self._arrived(open_lines)

    def gather(self) -> Iterator[Message]:
        """Return every message until all processes have ended."""
        return self.gather_beside(())

    def _arrived(self, open_lines: list[Connection], timeout: float | None = None) -> Iterator[Message]:
        """The next message of each process that has sent one; lines of those that have ended are taken from the list.

        Waits until there is one, or so many seconds.
        """
        ready = wait(open_lines, timeout)
        for line in [line for line in open_lines if line in ready]:
            try:
                message = line.recv()
            except (EOFError, OSError):  # ended: how, its exit code says
                open_lines.remove(line)
            else:
                yield _checked(message)


def _checked(message: Any) -> Any:
    if isinstance(message, Fault):
        raise message.error
    return message


def _run(
    function: Callable[..., None], channel: Connection, inherited: Sequence[Connection], *arguments: object
) -> None:
    gc.disable()  # a share is over before garbage matters
    for line in inherited:
        line.close()
    try:
        function(channel, *arguments)
    except (DatelineError, LostError, UnkeepableError, OSError) as error:
        channel.send(Fault(error))
    finally:
        channel.close()
