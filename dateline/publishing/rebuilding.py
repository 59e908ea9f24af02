"""Turn paths that have changed into builds, one after the other, so that the last save is always built."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

from dateline.model.dataclass import dataclass
from dateline.model.problem import DatelineError, Problem
from dateline.publishing.watching import Watch


@dataclass(frozen=True, slots=True)
class Changed:
    """What a build has changed."""

    outputs: frozenset[str]
    """Those that differ, came or went; paths below the output folder. Empty where there are errors."""
    problems: tuple[Problem, ...]
    """All that is wrong with the sources as they are now."""


Builder = Callable[[frozenset[Path]], Changed]
"""Builds the site into the folder that is served.

It is told the absolute paths of the sources that have changed since it was last called; a folder stands for everything
below it, and the first call names the folders that are watched. A path that is told must be read again, whatever its
time and size say: it may have been saved while it was read. All calls come from one thread. Raises DatelineError where
going on is meaningless, and is then told the same paths again with the next ones. Raises Ended where it ends early.
"""


class Ended(Exception):  # noqa: N818 - an end that was asked for is no error
    """Raised out of a build that nobody waits for any more."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be shown after a build."""

    outputs: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    failure: str = ""
    """Why nothing could be built; empty: it could."""


def rebuild_for_ever(build: Builder, watch: Watch, stop: Event) -> Iterator[Outcome]:
    """Build at once, and again after every change, until `stop` is set; yield what came of each build.

    What changes while a build runs is built after it.
    """
    changed = frozenset(watch.folders)
    while not stop.is_set():
        try:
            made = build(changed)
        except DatelineError as error:
            yield Outcome(failure=str(error))
        except Ended:
            return
        else:
            changed = frozenset()
            yield Outcome(made.outputs, made.problems)
        changed |= watch.wait(stop)
