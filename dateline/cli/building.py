"""Turn the command `build` into a site on the disk."""

import sys
from pathlib import Path
from typing import Any

import click

from dateline.cli.options import FOLDER, examples, reading_options, talking_options, working_options
from dateline.cli.remembering import memory_of, memory_options, tell_changes
from dateline.cli.telling import VERBOSE, Teller, counts, exit_code, level_of, tally, tell_failure, tell_problems
from dateline.publishing.crew import Hands
from dateline.publishing.engine import Engine, Outcome
from dateline.publishing.output import check_folders
from dateline.publishing.site import Wish
from dateline.publishing.sources import own_templates
from dateline.publishing.writing import Written

_MOST_LISTED = 1000  # changes among links


@click.command(epilog=examples("dateline build", "dateline build --strict --base-url https://example.org/chronology/"))
@reading_options
@click.option("--output", type=FOLDER, default="site", show_default=True, help="The folder to write.")
@click.option("--strict", is_flag=True, help="End with exit code 1 where there are warnings.")
@memory_options
@working_options
@talking_options
def build(
    output: Path,
    cache: Path | None,
    jobs: int | None,
    *,
    no_cache: bool,
    strict: bool,
    quiet: bool,
    verbose: bool,
    **reading: Any,
) -> None:
    """Build the site.

    Every problem in the content is told, with its place and a remedy. Where there is an error,
    nothing is written: the last good site stays. What the last build made, and nothing has
    changed, is not made again. The links that came, went or became ambiguous since then are
    counted; --verbose lists them.
    """
    wish = Wish(**reading)
    check_folders(wish.content, output, own_templates(wish.content, wish.templates))
    teller = Teller(level_of(quiet=quiet, verbose=verbose))
    engine = Engine(wish, output, memory_of(wish.content, output, cache, no_cache=no_cache), Hands(jobs))
    try:
        outcome = engine.build(teller.advance)
    finally:
        engine.close()
    tell_outcome(outcome, wish.content, output, teller)
    sys.exit(exit_code(outcome.problems, strict=strict))


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
