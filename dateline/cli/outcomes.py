"""Turn what became of a build into lines on the terminal."""

from importlib import import_module
from pathlib import Path

from dateline.cli.remembering import tell_changes
from dateline.cli.telling import VERBOSE, Teller, counts, tally, tell_failure, tell_problems
from dateline.model.problem import Problem
from dateline.publishing.memory import Memory
from dateline.publishing.outcome import Outcome
from dateline.publishing.survey import Survey
from dateline.publishing.touching import touch_up
from dateline.publishing.wishes import Wish
from dateline.publishing.writing import Written

_MOST_LISTED = 1000  # changes among links


def build_and_tell(
    wish: Wish, output: Path, memory: Path | None, jobs: int | None, teller: Teller, survey: Survey
) -> tuple[Problem, ...]:
    """Build a site once, tell what became of it, and return its problems. Raises DatelineError."""
    outcome = _build(wish, output, Memory(memory) if memory else None, jobs, teller, survey)
    tell_outcome(outcome, wish.content, output, teller)
    return outcome.problems


def _build(wish: Wish, output: Path, kept: Memory | None, jobs: int | None, teller: Teller, survey: Survey) -> Outcome:
    """Build by touching up, where that way is open, else whatever has changed."""
    outcome = touch_up(wish, output, kept, teller.advance, survey) if kept else None
    if outcome:
        return outcome
    # 0.1 s of imports, which a build of other words can do without.
    build_all = import_module("dateline.publishing.building").build_all
    built: Outcome = build_all(wish, output, kept, jobs, teller.advance, survey.found)
    return built


def tell_outcome(outcome: Outcome, content: Path, output: Path, teller: Teller) -> None:
    """Tell what became of a build: its problems, what it holds, what it wrote."""
    teller.end()
    written = outcome.written
    if written is None:
        tell_problems(outcome.problems)
        tell_failure(f"{output.as_posix()}/ left as it was: {tally(outcome.problems)}")
        return
    for path in written.written:
        teller.say(f"wrote {path}", VERBOSE)
    for path in written.removed:
        teller.say(f"removed {path}", VERBOSE)
    tell_problems(outcome.problems)
    teller.say(f"{counts(outcome.summary)} in {teller.elapsed:.1f} s")
    teller.say(f"{output.as_posix()}/: {_changes(written)}")
    tell_changes(outcome.changes or (), content, teller, _MOST_LISTED, VERBOSE)
    if outcome.problems:
        teller.say(tally(outcome.problems))


def _changes(written: Written) -> str:
    files = "file" if len(written.written) == 1 else "files"
    return f"{len(written.written)} {files} written, {written.unchanged} unchanged, {len(written.removed)} removed"
