"""Turn the command `build` into a site on the disk."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from dateline.cli.options import (
    FILE,
    FOLDER,
    examples,
    memory_options,
    reading_options,
    talking_options,
    working_options,
)
from dateline.cli.telling import Teller, counts, exit_code, level_of, tally, tell_problems
from dateline.model.problem import Problem, has_errors
from dateline.model.urls import FULL_TEXT
from dateline.publishing.caches import memory_folder
from dateline.publishing.folders import check_file, check_folders
from dateline.publishing.glance import Told, glance, may_tell
from dateline.publishing.pausing import no_collections_to_the_end
from dateline.publishing.sources import own_templates
from dateline.publishing.survey import surveying
from dateline.publishing.wishes import Wish


@click.command(
    epilog=examples(
        "dateline build",
        "dateline build --strict --base-url https://example.org/chronology/",
        "dateline build --offline --output stick --bundle chronology.zip",
    )
)
@reading_options
@click.option("--output", type=FOLDER, default="site", show_default=True, help="The folder to write.")
@click.option("--offline", is_flag=True, help="Make a site that is opened from its folder, without a server.")
@click.option("--bundle", type=FILE, help="Put the site into one zip as well, with a list of SHA-256 digests.")
@click.option("--search", "full_text", is_flag=True, help="Make texts searchable too, with Pagefind (extra `search`).")
@click.option("--strict", is_flag=True, help="End with exit code 1 where there are warnings.")
@memory_options
@working_options
@talking_options
def build(
    output: Path,
    bundle: Path | None,
    cache: Path | None,
    jobs: int | None,
    *,
    no_cache: bool,
    offline: bool,
    full_text: bool,
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
    if offline and full_text:
        raise click.UsageError("--search needs a server: from a folder no browser lets a page read the index")
    wish = Wish(**reading, offline=offline, full_text=full_text)
    check_folders(wish.content, output, own_templates(wish.content, wish.templates))
    if bundle:
        check_file(bundle, output, wish.content)
    teller = Teller(level_of(quiet=quiet, verbose=verbose))
    memory = None if no_cache else memory_folder(wish.content, output / FULL_TEXT if full_text else output, cache)
    with no_collections_to_the_end():
        problems = (_build_searchable if full_text else _build)(wish, output, memory, jobs, teller)
    if bundle and not has_errors(problems):
        _bundle(output, bundle, teller)
    sys.exit(exit_code(problems, strict=strict))


def _build(wish: Wish, output: Path, memory: Path | None, jobs: int | None, teller: Teller) -> tuple[Problem, ...]:
    """Build, where a glance does not tell that nothing has changed."""
    is_glancing = memory is not None and may_tell(memory)
    with surveying(wish.content, output, jobs if memory else 1, is_all=not is_glancing) as survey:
        told = glance(wish, memory, survey) if memory and is_glancing else None
        if told:
            _tell_same(told, output, teller)
            return told.problems
        # 0.3 s of imports, which a build that has nothing to do can do without.
        build_and_tell = import_module("dateline.cli.outcomes").build_and_tell
        problems: tuple[Problem, ...] = build_and_tell(wish, output, memory, jobs, teller, survey)
        return problems


def _build_searchable(
    wish: Wish, output: Path, memory: Path | None, jobs: int | None, teller: Teller
) -> tuple[Problem, ...]:
    # The same imports, and those of what makes the index.
    build_and_tell = import_module("dateline.cli.searchable").build_and_tell
    problems: tuple[Problem, ...] = build_and_tell(wish, output, memory, jobs, teller)
    return problems


def _bundle(output: Path, bundle: Path, teller: Teller) -> None:
    # zipfile takes 20 ms to import, which no other build needs.
    count = import_module("dateline.publishing.bundle").write_bundle(output, bundle)
    teller.say(f"{bundle.as_posix()}: {count} files of the site, and their SHA-256")


def _tell_same(told: Told, output: Path, teller: Teller) -> None:
    """Tell again what the last build told: nothing has changed since."""
    teller.end()
    tell_problems(told.problems)
    teller.say(f"{counts(told.summary)} in {teller.elapsed:.1f} s")
    teller.say(f"{output.as_posix()}/: 0 files written, {told.files} unchanged, 0 removed")
    if told.problems:
        teller.say(tally(told.problems))
