"""Turn the command `build` into a site on the disk."""

import sys
from pathlib import Path
from typing import Any

import click

from dateline.cli.options import FOLDER, examples, reading_options, talking_options
from dateline.cli.telling import VERBOSE, Teller, counts, exit_code, level_of, tally, tell_failure, tell_problems
from dateline.model.problem import has_errors
from dateline.model.source import Build
from dateline.publishing.output import Written, check_folders, write_outputs
from dateline.publishing.site import Wish, build_from_disk
from dateline.publishing.sources import own_templates


@click.command(epilog=examples("dateline build", "dateline build --strict --base-url https://example.org/chronology/"))
@reading_options
@click.option("--output", type=FOLDER, default="site", show_default=True, help="The folder to write.")
@click.option("--strict", is_flag=True, help="End with exit code 1 where there are warnings.")
@talking_options
def build(output: Path, *, strict: bool, quiet: bool, verbose: bool, **reading: Any) -> None:
    """Build the site.

    Every problem in the content is told, with its place and a remedy. Where there is an error,
    nothing is written: the last good site stays.
    """
    wish = Wish(**reading)
    check_folders(wish.content, output, own_templates(wish.content, wish.templates))
    teller = Teller(level_of(quiet=quiet, verbose=verbose))
    made = build_from_disk(wish, teller.advance)
    write_build(made, wish.content, output, teller)
    sys.exit(exit_code(made.problems, strict=strict))


def write_build(made: Build, content: Path, output: Path, teller: Teller) -> None:
    """Write a build that has no errors; tell its problems and what it holds."""
    if has_errors(made.problems):
        teller.end()
        tell_problems(made.problems)
        tell_failure(f"{output.as_posix()}/ left as it was: {tally(made.problems)}")
        return
    teller.begin("write")
    written = write_outputs(made.outputs, content, output)
    teller.end()
    for path in written.written:
        teller.say(f"wrote {path}", VERBOSE)
    for path in written.removed:
        teller.say(f"removed {path}", VERBOSE)
    tell_problems(made.problems)
    teller.say(f"{counts(made.summary)} in {teller.elapsed:.1f} s")
    teller.say(f"{output.as_posix()}/: {_changes(written)}")
    if made.problems:
        teller.say(tally(made.problems))


def _changes(written: Written) -> str:
    files = "file" if len(written.written) == 1 else "files"
    return f"{len(written.written)} {files} written, {written.unchanged} unchanged, {len(written.removed)} removed"
