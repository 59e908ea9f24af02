"""Turn the command `build` into a site on the disk."""

import sys
from pathlib import Path
from typing import Any

import click

from dateline.cli.options import FOLDER, examples, reading_options, talking_options
from dateline.cli.remembering import changes_since, ledger_of, memory_of, memory_options, tell_changes
from dateline.cli.telling import VERBOSE, Teller, counts, exit_code, level_of, tally, tell_failure, tell_problems
from dateline.model.problem import has_errors
from dateline.model.source import Build
from dateline.publishing.memory import Memory
from dateline.publishing.output import Written, check_folders, write_outputs
from dateline.publishing.site import Wish, build_from_disk
from dateline.publishing.sources import own_templates

_MOST_LISTED = 1000  # changes among links


@click.command(epilog=examples("dateline build", "dateline build --strict --base-url https://example.org/chronology/"))
@reading_options
@click.option("--output", type=FOLDER, default="site", show_default=True, help="The folder to write.")
@click.option("--strict", is_flag=True, help="End with exit code 1 where there are warnings.")
@memory_options
@talking_options
def build(
    output: Path, cache: Path | None, *, no_cache: bool, strict: bool, quiet: bool, verbose: bool, **reading: Any
) -> None:
    """Build the site.

    Every problem in the content is told, with its place and a remedy. Where there is an error,
    nothing is written: the last good site stays. Where a build is remembered, the links that came,
    went or became ambiguous since then are counted; --verbose lists them.
    """
    wish = Wish(**reading)
    check_folders(wish.content, output, own_templates(wish.content, wish.templates))
    teller = Teller(level_of(quiet=quiet, verbose=verbose))
    made = build_from_disk(wish, teller.advance)
    memory = memory_of(wish.content, output, cache, no_cache=no_cache)
    write_build(made, wish.content, output, teller, memory)
    sys.exit(exit_code(made.problems, strict=strict))


def write_build(made: Build, content: Path, output: Path, teller: Teller, memory: Memory | None = None) -> Written:
    """Write a build that has no errors, and remember its links; tell its problems and what it holds.

    Return what that changed: nothing where there are errors.
    """
    if has_errors(made.problems):
        teller.end()
        tell_problems(made.problems)
        tell_failure(f"{output.as_posix()}/ left as it was: {tally(made.problems)}")
        return Written((), 0, ())
    teller.begin("write")
    written = write_outputs(made.outputs, content, output)
    changes = changes_since(made, memory) or ()
    if memory:
        memory.keep(ledger_of(made))
    teller.end()
    for path in written.written:
        teller.say(f"wrote {path}", VERBOSE)
    for path in written.removed:
        teller.say(f"removed {path}", VERBOSE)
    tell_problems(made.problems)
    teller.say(f"{counts(made.summary)} in {teller.elapsed:.1f} s")
    teller.say(f"{output.as_posix()}/: {_changes(written)}")
    tell_changes(changes, content, teller, _MOST_LISTED, VERBOSE)
    if made.problems:
        teller.say(tally(made.problems))
    return written


def _changes(written: Written) -> str:
    files = "file" if len(written.written) == 1 else "files"
    return f"{len(written.written)} {files} written, {written.unchanged} unchanged, {len(written.removed)} removed"
