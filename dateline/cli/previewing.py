"""Turn the command `serve` into a preview that follows every change."""

import signal
import tempfile
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import click

from dateline.cli.options import FOLDER, examples, reading_options, talking_options
from dateline.cli.outcomes import tell_outcome
from dateline.cli.telling import Teller, level_of, tell_failure
from dateline.model.problem import DatelineError
from dateline.publishing.engine import Engine
from dateline.publishing.folders import check_folders
from dateline.publishing.sources import default_theme, own_templates
from dateline.publishing.wishes import Wish

try:
    from dateline.publishing.rebuilding import Changed, Ended
    from dateline.publishing.serve import Preview
    from dateline.publishing.serve import serve as serve_preview
except ModuleNotFoundError:  # pragma: no cover - the extra `serve` is not installed
    CAN_SERVE = False
else:
    CAN_SERVE = True


@click.command(epilog=examples("dateline serve --open"))
@reading_options
@click.option("--output", type=FOLDER, help="The folder to write; else one of its own, gone at the end.")
@click.option("--port", type=click.IntRange(1, 65535), help="The port; else 8000, or the next free one.")
@click.option("--open", "open_browser", is_flag=True, help="Open the preview in the browser.")
@talking_options
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
    teller = Teller(level_of(quiet=quiet, verbose=verbose))
    with tempfile.TemporaryDirectory(prefix="dateline-") as own:
        folder = output or Path(own)
        check_folders(wish.content, folder, own_templates(wish.content, wish.templates))
        engine = Engine(wish, folder, None, is_own=output is None)
        try:
            serve_preview(_preview(wish, folder, teller, engine, port, open_browser=open_browser))
        except KeyboardInterrupt:
            teller.say("")
        finally:
            engine.close()


def _preview(
    wish: Wish, output: Path, teller: Teller, engine: Engine, port: int | None, *, open_browser: bool
) -> "Preview":
    stop = Event()

    def advance(stage: str, done: int, total: int) -> None:
        if stop.is_set():
            raise Ended
        teller.advance(stage, done, total)

    def rebuild(changed: frozenset[Path]) -> Changed:
        teller.restart()
        try:
            outcome = engine.build(advance, changed)
        except DatelineError as error:
            tell_failure(str(error))
            raise
        tell_outcome(outcome, wish.content, output, teller)
        written = outcome.written
        return Changed(frozenset((*written.written, *written.removed) if written else ()), outcome.problems)

    def greet(url: str) -> None:
        teller.say(f"preview at {url} - Ctrl-C ends it")

    return Preview(output, _watched(wish), rebuild, greet, port, open_browser, stop)


def _watched(wish: Wish) -> tuple[Path, ...]:
    """What is read; the site's own templates are waited for where it has none yet."""
    return (wish.content, default_theme(), wish.templates or wish.content.parent / "templates")
