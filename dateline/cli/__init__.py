"""Turn the words of a command line into one call and an exit code; the only room that prints."""

import os
from importlib import import_module
from typing import Any

import click

from dateline import __version__
from dateline.cli.options import examples
from dateline.cli.telling import tell_failure
from dateline.model.problem import DatelineError

COMMANDS = {
    "archive": (
        "archiving",
        "List the sources of which no archived copy is named; a copy is what stays when a page goes.",
    ),
    "build": ("building", "Build the site."),
    "check": ("checking", "Tell every problem of the content, and what may cost readers a link; write nothing."),
    "new": ("beginning", "Begin a new article, person, group or place, with everything that its file may say."),
    "serve": ("previewing", "Show the site in the browser, and build it again at every change."),
    "suggest": (
        "suggesting",
        "List names in the articles that nobody has registered, and likely aliases of those registered.",
    ),
    "why": ("explaining", "Say why words of an article are a link, or are none; or where an entity is named."),
}
"""The module of each command, and the sentence on it in the list of all.

A module is imported when its command is asked for: all of them together take 0.5 s, what `--help` needs 0.1 s.
"""


class Commands(click.Group):
    """The commands; `build` where none is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of the alphabet; none of them is imported."""
        return sorted({*COMMANDS, *super().list_commands(ctx)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of this name, and import what it needs; None where there is none."""
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            module, _ = COMMANDS[cmd_name]
            self.add_command(getattr(import_module(f"dateline.cli.{module}"), cmd_name))
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of all commands, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, sentence) for name, (_, sentence) in sorted(COMMANDS.items())])

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
