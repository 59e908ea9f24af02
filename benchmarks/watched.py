"""Run a command and print, as one line of JSON, what it and every process that it starts take.

    python benchmarks/watched.py COMMAND ...

- `wall`: seconds until the command itself ends;
- `processor`: seconds of processor time, user and system, of all its processes, those included that outlive it;
- `memory`: the most bytes that its processes held at one moment: the sum of their proportional set sizes, in which a
  page that several share is counted once, divided among them; or what the system says was the peak of the largest one,
  where that is more;
- `processes`: the most processes seen at one moment.

The memory of all processes together is known on Linux; elsewhere only that of the largest one. The system adds up the
shares of a process page by page, some milliseconds for each 100 MB: that is asked for five times a second, and only
while the resident memory, which is never less and had at once, is more than the most so far.
"""

import ctypes
import json
import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

_LOOK_EVERY = 0.2  # seconds: a peak that is shorter may go unseen
_BECOME_REAPER = 36  # PR_SET_CHILD_SUBREAPER of <linux/prctl.h>
_PAGE = resource.getpagesize()
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Taken:
    """What a run took."""

    wall: float
    processor: float
    memory: int
    processes: int


def run_watched(command: Sequence[str], folder: Path) -> Taken:
    """Run a command in a folder, in the care of a process of its own, and return what it took.

    What the command prints is dropped; raises SystemExit with its complaints where it fails.
    """
    watcher = [sys.executable, __file__, *command]
    done = subprocess.run(watcher, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\nended with {done.returncode}:\n{done.stderr[-2000:]}")
    return Taken(**json.loads(done.stdout))


class _Looks:
    """Looks at all processes below this one, again and again, in a thread."""

    def __init__(self) -> None:
        self.memory = self.processes = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look_on)
        self._thread.start()

    def end(self) -> None:
        self._over.set()
        self._thread.join()

    def _look_on(self) -> None:
        while not self._over.wait(_LOOK_EVERY):
            processes = list(_below(os.getpid()))
            if sum(map(_resident, processes)) > self.memory:
                self.memory = max(self.memory, sum(map(_share, processes)))
            self.processes = max(self.processes, len(processes))


def _below(process: int) -> Iterator[int]:
    for tasks in Path(f"/proc/{process}/task").glob("*/children"):
        for child in _read(tasks).split():
            yield int(child)
            yield from _below(int(child))


def _resident(process: int) -> int:
    fields = _read(Path(f"/proc/{process}/statm")).split()
    return int(fields[1]) * _PAGE if fields else 0


def _share(process: int) -> int:
    """The proportional set size: proc_pid_smaps(5)."""
    lines = _read(Path(f"/proc/{process}/smaps_rollup")).splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _read(file: Path) -> str:
    # A process may end between the listing and the look.
    try:
        return file.read_text(encoding="ascii")
    except OSError:
        return ""


def _watch(command: Sequence[str]) -> tuple[int, Taken]:
    # Processes that lose their parent, such as those of a fork server, are then waited for, and counted, here.
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_BECOME_REAPER, 1)
    looks = _Looks()
    began = time.perf_counter()
    code = subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode
    wall = time.perf_counter() - began
    _wait_for_all()
    looks.end()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    memory = max(looks.memory, used.ru_maxrss * _PEAK_UNIT)
    return code, Taken(wall, used.ru_utime + used.ru_stime, memory, max(1, looks.processes))


def _wait_for_all() -> None:
    while True:
        try:
            os.wait()
        except ChildProcessError:
            return


def main() -> int:
    """Run the command and print what it took; return its exit code."""
    code, taken = _watch(sys.argv[1:])
    print(json.dumps(asdict(taken)))
    return code


if __name__ == "__main__":
    sys.exit(main())
