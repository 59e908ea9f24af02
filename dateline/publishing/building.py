"""Turn the folders of a site into a site on the disk, once, by an engine that does again only what it has to."""

from pathlib import Path

from dateline.pipeline import Report
from dateline.publishing.crew import Hands
from dateline.publishing.engine import Engine
from dateline.publishing.memory import Memory
from dateline.publishing.outcome import Outcome
from dateline.publishing.sources import Found
from dateline.publishing.wishes import Wish


def build_all(
    wish: Wish, output: Path, memory: Memory | None, jobs: int | None, report: Report, looked: Found | None
) -> Outcome:
    """Build a site whatever has changed, after `touching` was tried. Raises DatelineError.

    `jobs` is how many processes may work at once, None: as many as there are cores; `looked` is what is in the
    content folder, where somebody has looked at that a moment ago.
    """
    engine = Engine(wish, output, memory, Hands(jobs), looked=looked, is_touched=True)
    try:
        return engine.build(report)
    finally:
        engine.close()
