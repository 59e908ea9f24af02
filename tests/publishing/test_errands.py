"""What another process does comes back as if this one had done it."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.publishing.errands import Errand

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="no process can be forked here"),
    # The program forks where it has one thread; a test may run beside the thread of a server.
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]

VALUES: list[object] = [
    None,
    7,
    -(2**63),
    "a",
    "\udcff",
    (1, "b"),
    {"a": ("x", 1, 2**62)},
    [],
    {"long": "x" * 1_000_000},
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: str(value)[:20])
def test_what_is_made_elsewhere_comes_back(value: object) -> None:
    """Whatever it is, and however long: a pipe holds 64 kB."""
    assert Errand(lambda: value).result() == value


def test_it_is_another_process_that_does_it() -> None:
    """And nothing that it changes is changed here."""
    done: list[int] = []

    def do() -> int:
        done.append(1)
        return os.getpid()

    assert Errand(do).result() != os.getpid()
    assert done == []


def _fail() -> None:
    raise FileNotFoundError("gone")


def _die() -> int:
    """End as a process does that the system kills; but not in the process that waits for it."""
    if os.getpid() != PARENT:
        os.kill(os.getpid(), signal.SIGKILL)
    return 1


PARENT = os.getpid()


def test_what_fails_there_is_done_here(capfd: pytest.CaptureFixture[str]) -> None:
    """So that it is raised where it can be told, and told once."""
    with pytest.raises(FileNotFoundError, match="gone"):
        Errand(_fail).result()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("do", [_die, lambda: Path("no text or number")], ids=["killed", "unspeakable"])
def test_what_does_not_come_back_is_done_here(do: Callable[[], object]) -> None:
    """Where the other process ended without a word, or has none for what it made."""
    assert Errand(do).result() == do()


def test_it_ends_where_nobody_can_read_it_any_more() -> None:
    """As where the process that has begun it was killed."""
    errand = Errand(lambda: "long" * 1_000_000)
    known, until = vars(errand), time.monotonic() + 30
    os.close(known["_pipe"])
    while not (ended := os.waitpid(known["_process"], os.WNOHANG))[0] and time.monotonic() < until:
        time.sleep(0.01)
    assert ended[1] != 0


def test_nobody_waits_for_what_is_dropped() -> None:
    """And no process is left behind; what was asked for may be dropped as well."""
    begun = time.monotonic()
    errand = Errand(lambda: time.sleep(60))
    process = vars(errand)["_process"]
    errand.drop()
    assert time.monotonic() - begun < 30
    with pytest.raises(ChildProcessError):
        os.waitpid(process, os.WNOHANG)
    other = Errand(lambda: 1)
    assert other.result() == 1
    other.drop()
