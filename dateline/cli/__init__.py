"""Turn the words of a command line into one call and an exit code; the only room that prints."""

import os
from typing import Any

import click

from dateline import __version__
from dateline.cli.beginning import new
from dateline.cli.building import build
from dateline.cli.checking import check
from dateline.cli.explaining import why
from dateline.cli.options import examples
from dateline.cli.previewing import serve
from dateline.cli.suggesting import suggest
from dateline.cli.telling import tell_failure
from dateline.model.problem import DatelineError


class Commands(click.Group):
    """The commands; `build` where none is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read `dateline --strict` as `dateline build --strict`."""
        is_own = bool(args) and args[0] in ("-h", "--help", "--version")
        if not args or (args[0].startswith("-") and not is_own):
            args = ["build", *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what makes going on meaningless is told in one sentence."""
        if os.environ.get("NO_COLOR"):
            ctx.color = False
        try:
            return super().invoke(ctx)
        except DatelineError as error:
            tell_failure(str(error))
            ctx.exit(1)
        except (click.ClickException, click.exceptions.Exit, click.Abort, OSError):
            raise
        except Exception:
            click.echo(
                "This is a fault of Dateline, not of your articles; please report it, with these lines:", err=True
            )
            raise


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples(
        "dateline                  build content/ into site/",
        "dateline serve            see it in the browser while you write",
        'dateline new article "Gunmen fire on the guard"',
    ),
)
@click.version_option(__version__, prog_name="dateline")
def main() -> None:
    """Turn a folder of dated Markdown articles into a website: a cross-linked chronology.

    Without a command the site is built.
    """


for command in (build, check, why, suggest, serve, new):
    main.add_command(command)
