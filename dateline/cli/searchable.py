"""Turn what became of a build with an index of all texts into lines on the terminal."""

from pathlib import Path

from dateline.cli.outcomes import tell_outcome
from dateline.cli.telling import Teller
from dateline.model.problem import Problem
from dateline.publishing.crew import Hands
from dateline.publishing.full_text import build_searchable
from dateline.publishing.memory import Memory
from dateline.publishing.wishes import Wish


def build_and_tell(
    wish: Wish, output: Path, memory: Path | None, jobs: int | None, teller: Teller
) -> tuple[Problem, ...]:
    """Build a site once, with an index of its texts, tell what became of it, and return its problems.

    Raises DatelineError, and then leaves the output folder as it was.
    """
    kept = Memory(memory) if memory else None
    outcome = build_searchable(wish, output, kept, Hands(jobs), teller.advance)
    tell_outcome(outcome, wish.content, output, teller)
    return outcome.problems
