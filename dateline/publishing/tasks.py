"""Hold what is to be gathered for a build, and what is gathered."""

from collections.abc import Callable
from pathlib import Path

from dateline.indexes.announced import Announced
from dateline.linking.names import NameIndex
from dateline.model.dataclass import dataclass
from dateline.model.entity import Registry
from dateline.model.problem import Problem
from dateline.model.settings import Settings
from dateline.model.source import Options
from dateline.pipeline import Report
from dateline.publishing.codec import pack, stamp
from dateline.publishing.crew import Hands
from dateline.publishing.kept import State
from dateline.publishing.segments import SegmentReader
from dateline.publishing.sources import Found

Names = Callable[[Registry, Settings], NameIndex]
"""Finds or makes the index of names of a registry."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be gathered, and how."""

    found: Found
    options: Options
    before: State
    """What the last build left."""
    folder: Path
    """Where segments are kept."""
    reader: SegmentReader
    """Reads them."""
    hands: Hands
    now: int
    """The present moment, in nanoseconds of the file system's clock."""
    report: Report

    def files_stamp(self) -> bytes:
        """Return the digest of which files there are that are no texts."""
        return stamp(pack(sorted(self.found.files)))


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything that pages are made from."""

    settings: Settings
    registry: Registry
    """Of everybody, the private ones among them."""
    state: State
    """What a later build can take of it; its outputs are yet to be made."""
    problems: tuple[Problem, ...]
    announced: Announced = frozenset()
    """Of all dates in it those that are still to come on the day of the build."""
