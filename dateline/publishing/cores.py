"""Say how many processes can work side by side, and whether one may be forked."""

import os
import sys
import threading


def count_cores() -> int:
    """Return how many processes the system lets this program run at the same time."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def can_fork() -> bool:
    """Return whether a process can be forked that takes over all that this one holds.

    Elsewhere libraries of the system break in such a process, and everywhere where a program has several threads.
    """
    return sys.platform == "linux" and threading.active_count() == 1
