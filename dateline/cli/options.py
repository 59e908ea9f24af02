"""Turn the options that commands share into decorators."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from dateline.model.addresses import NO_SITE_ADDRESS, SITE_ADDRESS_REMEDY, is_site_address

FOLDER = click.Path(path_type=Path)
FILE = click.Path(path_type=Path, dir_okay=False)

Command = TypeVar("Command", bound=Callable[..., Any])


def _check_address(_context: click.Context, _option: click.Parameter, url: str | None) -> str | None:
    """An empty one takes back that of site.toml."""
    if url and not is_site_address(url):
        raise click.BadParameter(f"{NO_SITE_ADDRESS.format(url)}; {SITE_ADDRESS_REMEDY}")
    return url


def reading_options(command: Command) -> Command:
    """Add the options that say what is read, and how."""
    options = (
        click.option("--content", type=FOLDER, default="content", show_default=True, help="The folder of articles."),
        click.option(
            "--templates", type=FOLDER, help="The site's own templates; else `templates` beside the content folder."
        ),
        click.option(
            "--base-url",
            metavar="URL",
            callback=_check_address,
            help="Where the site will be published; overrides site.toml.",
        ),
        click.option("--drafts", is_flag=True, help="Build articles marked `draft: true` too."),
        click.option("--future", is_flag=True, help="Build articles dated after today too."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def working_options(command: Command) -> Command:
    """Add the option that says how much of the machine a build may use."""
    return click.option(
        "--jobs",
        type=click.IntRange(1),
        metavar="N",
        help="The most processes that work side by side; else one for each core.",
    )(command)


def talking_options(command: Command) -> Command:
    """Add the options that say how much is told."""
    quiet = click.option("--quiet", "-q", is_flag=True, help="Tell problems only.")
    verbose = click.option("--verbose", "-v", is_flag=True, help="Tell each stage, its time and each file.")
    return quiet(verbose(command))


def examples(*lines: str) -> str:
    """The end of a help text; click leaves a paragraph that opens with a backspace as it is."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))


def memory_options(command: Command) -> Command:
    """Add the options that say where the last build is remembered, if at all."""
    cache = click.option(
        "--cache",
        type=FOLDER,
        envvar="DATELINE_CACHE",
        help="Where the last build is remembered; else your cache folder.",
    )
    without = click.option("--no-cache", is_flag=True, help="Neither remember this build nor ask for the last one.")
    return cache(without(command))
