"""Turn the words of a command line into one call and an exit code; the only module that prints."""

import os
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

import click

from dateline import __version__
from dateline.model.problem import DatelineError, Problem, Severity, has_errors
from dateline.model.source import Build, Summary
from dateline.pipeline import read_timezone
from dateline.publishing.clock import seconds, today
from dateline.publishing.output import Written, check_folders, write_new, write_outputs
from dateline.publishing.site import Wish, build_from_disk
from dateline.publishing.sources import default_theme, find_settings, own_templates
from dateline.publishing.starters import FOLDERS, article_starter, entity_starter

try:
    from dateline.publishing.serve import Preview
    from dateline.publishing.serve import serve as serve_preview
except ModuleNotFoundError:  # pragma: no cover - the extra `serve` is not installed
    CAN_SERVE = False
else:
    CAN_SERVE = True

QUIET, NORMAL, VERBOSE = range(3)

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}
_PATIENCE = 1.0  # seconds without a sign of life
_FOLDER = click.Path(path_type=Path)

Command = TypeVar("Command", bound=Callable[..., Any])


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
            _tell_failure(str(error))
            ctx.exit(1)
        except (click.ClickException, click.exceptions.Exit, click.Abort, OSError):
            raise
        except Exception:
            click.echo(
                "This is a fault of Dateline, not of your articles; please report it, with these lines:", err=True
            )
            raise


def _reading(command: Command) -> Command:
    """Add the options that say what is read, and how."""
    options = (
        click.option("--content", type=_FOLDER, default="content", show_default=True, help="The folder of articles."),
        click.option(
            "--templates", type=_FOLDER, help="The site's own templates; else `templates` beside the content folder."
        ),
        click.option("--base-url", metavar="URL", help="Where the site will be published; overrides site.toml."),
        click.option("--drafts", is_flag=True, help="Build articles marked `draft: true` too."),
        click.option("--future", is_flag=True, help="Build articles dated after today too."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _talking(command: Command) -> Command:
    """Add the options that say how much is told."""
    quiet = click.option("--quiet", "-q", is_flag=True, help="Tell problems only.")
    verbose = click.option("--verbose", "-v", is_flag=True, help="Tell each stage, its time and each file.")
    return quiet(verbose(command))


def _examples(*lines: str) -> str:
    """The end of a help text; click leaves a paragraph that opens with a backspace as it is."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_examples(
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


@main.command(epilog=_examples("dateline build", "dateline build --strict --base-url https://example.org/chronology/"))
@_reading
@click.option("--output", type=_FOLDER, default="site", show_default=True, help="The folder to write.")
@click.option("--strict", is_flag=True, help="End with exit code 1 where there are warnings.")
@_talking
def build(output: Path, *, strict: bool, quiet: bool, verbose: bool, **reading: Any) -> None:
    """Build the site.

    Every problem in the content is told, with its place and a remedy. Where there is an error,
    nothing is written: the last good site stays.
    """
    wish = Wish(**reading)
    check_folders(wish.content, output, own_templates(wish.content, wish.templates))
    teller = Teller(_level(quiet=quiet, verbose=verbose))
    made = build_from_disk(wish, teller.begin)
    _write(made, wish.content, output, teller)
    sys.exit(_exit_code(made.problems, strict=strict))


@main.command(epilog=_examples("dateline check --drafts --future"))
@_reading
@_talking
def check(*, quiet: bool, verbose: bool, **reading: Any) -> None:
    """Tell every problem of the content; write nothing.

    Ends with exit code 1 where there is an error or a warning.
    """
    teller = Teller(_level(quiet=quiet, verbose=verbose))
    made = build_from_disk(Wish(**reading), teller.begin)
    teller.end()
    _tell_problems(made.problems)
    teller.say(f"{_counts(made.summary)} in {teller.elapsed:.1f} s")
    teller.say(_tally(made.problems) or "no problems")
    sys.exit(_exit_code(made.problems, strict=True))


@main.command(epilog=_examples("dateline serve --open"))
@_reading
@click.option("--output", type=_FOLDER, help="The folder to write; else one of its own, gone at the end.")
@click.option("--port", type=click.IntRange(1, 65535), help="The port; else 8000, or the next free one.")
@click.option("--open", "open_browser", is_flag=True, help="Open the preview in the browser.")
@_talking
def serve(
    output: Path | None, port: int | None, *, open_browser: bool, quiet: bool, verbose: bool, **reading: Any
) -> None:
    """Show the site in the browser, and build it again at every change.

    Drafts and articles dated after today are shown too. Where the content has an error, the last
    good site stays, and the error is told here and in the browser. Ctrl-C ends it.
    """
    if not CAN_SERVE:
        raise DatelineError("the preview needs livereload; install it with `pip install 'dateline[serve]'`")
    # Whoever ends the preview from outside ends it as Ctrl-C does, so that its folder goes too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    wish = replace(Wish(**reading), drafts=True, future=True, preview=True)
    teller = Teller(_level(quiet=quiet, verbose=verbose))
    with tempfile.TemporaryDirectory(prefix="dateline-") as own:
        try:
            serve_preview(_preview(wish, output or Path(own), teller, port, open_browser=open_browser))
        except KeyboardInterrupt:
            teller.say("")


@main.command(
    epilog=_examples(
        'dateline new article "Gunmen fire on the president\'s guard"', 'dateline new person "Claudia Sheinbaum"'
    )
)
@click.argument("kind", type=click.Choice(["article", *FOLDERS]))
@click.argument("title")
@click.option("--content", type=_FOLDER, default="content", show_default=True, help="The folder of articles.")
def new(kind: str, title: str, content: Path) -> None:
    """Begin a new article, person, group or place, with everything that its file may say."""
    if kind == "article":
        starter = article_starter(title, today(read_timezone(find_settings(content))))
    else:
        starter = entity_starter(kind, title)
    file = content / starter.path
    write_new(file, starter.text)
    click.echo(_printable(file.as_posix()))


@dataclass(slots=True)
class Teller:
    """Tells how a build goes on: nothing where it is quick, or where nobody looks."""

    level: int
    terminal: bool = field(default_factory=lambda: sys.stderr.isatty())
    started: float = field(default_factory=seconds)
    stage: str = ""
    since: float = 0.0
    elapsed: float = 0.0

    def begin(self, stage: str) -> None:
        """Tell that a stage begins, and how long the one before took."""
        self._end_stage()
        self.stage, self.since = stage, seconds()
        if self.level != QUIET and self.terminal and seconds() - self.started > _PATIENCE:
            click.echo(f"\r\x1b[K{stage} …", nl=False, err=True)

    def end(self) -> None:
        """Tell that the build is over."""
        self._end_stage()
        self.elapsed = seconds() - self.started
        if self.level != QUIET and self.terminal and self.elapsed > _PATIENCE:
            click.echo("\r\x1b[K", nl=False, err=True)

    def restart(self) -> None:
        """Begin to count from now."""
        self.started = seconds()

    def say(self, line: str, level: int = NORMAL) -> None:
        """Tell a line, unless the user wants less."""
        if self.level >= level:
            click.echo(_printable(line))

    def _end_stage(self) -> None:
        if self.stage:
            self.say(f"{self.stage}: {seconds() - self.since:.2f} s", VERBOSE)
        self.stage = ""


def _level(*, quiet: bool, verbose: bool) -> int:
    return QUIET if quiet else VERBOSE if verbose else NORMAL


def _write(made: Build, content: Path, output: Path, teller: Teller) -> None:
    """Write a build that has no errors; tell its problems and what it holds."""
    if has_errors(made.problems):
        teller.end()
        _tell_problems(made.problems)
        _tell_failure(f"{output.as_posix()}/ left as it was: {_tally(made.problems)}")
        return
    teller.begin("write")
    written = write_outputs(made.outputs, content, output)
    teller.end()
    for path in written.written:
        teller.say(f"wrote {path}", VERBOSE)
    for path in written.removed:
        teller.say(f"removed {path}", VERBOSE)
    _tell_problems(made.problems)
    teller.say(f"{_counts(made.summary)} in {teller.elapsed:.1f} s")
    teller.say(f"{output.as_posix()}/: {_changes(written)}")
    if made.problems:
        teller.say(_tally(made.problems))


def _preview(wish: Wish, output: Path, teller: Teller, port: int | None, *, open_browser: bool) -> "Preview":
    own = own_templates(wish.content, wish.templates)
    check_folders(wish.content, output, own)
    folders = (wish.content, default_theme(), *([own] if own else []))

    def rebuild() -> tuple[Problem, ...]:
        teller.restart()
        try:
            made = build_from_disk(wish, teller.begin)
            _write(made, wish.content, output, teller)
        except DatelineError as error:
            _tell_failure(str(error))
            raise
        return made.problems

    def greet(url: str) -> None:
        teller.say(f"preview at {url} - Ctrl-C ends it")

    return Preview(output, folders, rebuild, greet, port, open_browser)


def _exit_code(problems: Sequence[Problem], *, strict: bool) -> int:
    worst = Severity.WARNING if strict else Severity.ERROR
    return int(any(problem.severity <= worst for problem in problems))


def _tell_problems(problems: Sequence[Problem]) -> None:
    for problem in problems:
        click.echo(click.style(_printable(str(problem)), fg=_COLOURS[problem.severity]), err=True)


def _tell_failure(sentence: str) -> None:
    click.echo(click.style(_printable(f"dateline: {sentence}"), fg="red"), err=True)


def _counts(summary: Summary) -> str:
    nouns = (
        (summary.articles, "article", "articles"),
        (summary.events, "event", "events"),
        (summary.entities, "entity", "entities"),
        (summary.mentions, "mention", "mentions"),
        (summary.pages, "page", "pages"),
    )
    return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in nouns)


def _changes(written: Written) -> str:
    files = "file" if len(written.written) == 1 else "files"
    return f"{len(written.written)} {files} written, {written.unchanged} unchanged, {len(written.removed)} removed"


def _tally(problems: Sequence[Problem]) -> str:
    """How many problems there are of each severity; empty where there are none."""
    counts = Counter(problem.severity for problem in problems)
    return ", ".join(
        f"{counts[severity]} {severity.name.lower()}{'' if counts[severity] == 1 else 's'}"
        for severity in Severity
        if counts[severity]
    )


def _printable(line: str) -> str:
    """The line with control characters spelt out: content must not command the terminal."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in line)
