"""Turn the command `check` into a list of problems."""

import sys
from typing import Any

import click

from dateline.cli.options import examples, reading_options, talking_options
from dateline.cli.telling import Teller, counts, exit_code, level_of, tally, tell_problems
from dateline.publishing.site import Wish, build_from_disk


@click.command(epilog=examples("dateline check --drafts --future"))
@reading_options
@talking_options
def check(*, quiet: bool, verbose: bool, **reading: Any) -> None:
    """Tell every problem of the content; write nothing.

    Ends with exit code 1 where there is an error or a warning.
    """
    teller = Teller(level_of(quiet=quiet, verbose=verbose))
    made = build_from_disk(Wish(**reading), teller.advance)
    teller.end()
    tell_problems(made.problems)
    teller.say(f"{counts(made.summary)} in {teller.elapsed:.1f} s")
    teller.say(tally(made.problems) or "no problems")
    sys.exit(exit_code(made.problems, strict=True))
