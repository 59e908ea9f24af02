"""Turn what happens in a build into lines on the terminal."""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import field

import click

from dateline.model.dataclass import dataclass
from dateline.model.problem import Problem, Severity
from dateline.model.source import Summary
from dateline.publishing.clock import seconds

QUIET, NORMAL, VERBOSE = range(3)

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}
_PATIENCE = 1.0  # seconds without a sign of life
_REFRESH = 0.1  # seconds between two drawings of the bar
_BAR = 30  # characters


@dataclass(slots=True)
class Teller:
    """Tells how a build goes on: nothing where it is quick, or where nobody looks."""

    level: int
    terminal: bool = field(default_factory=lambda: sys.stderr.isatty())
    started: float = field(default_factory=seconds)
    stage: str = ""
    since: float = 0.0
    elapsed: float = 0.0
    drawn: float = 0.0
    """When the line on the terminal was last drawn."""

    def begin(self, stage: str) -> None:
        """Tell that a stage begins, and how long the one before took."""
        self._end_stage()
        self.stage, self.since, self.drawn = stage, seconds(), 0.0
        self._draw(f"{stage} …")

    def advance(self, stage: str, done: int, total: int) -> None:
        """Tell how far a stage is; with no total it only begins."""
        if stage != self.stage:
            self.begin(stage)
        if total and seconds() - self.drawn > _REFRESH:
            full = _BAR * done // total
            self._draw(f"{stage:<6} {'━' * full}{'─' * (_BAR - full)} {done} of {total}")

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
            click.echo(printable(line))

    def _draw(self, line: str) -> None:
        now = seconds()
        if self.level != QUIET and self.terminal and now - self.started > _PATIENCE:
            click.echo(f"\r\x1b[K{line}", nl=False, err=True)
            self.drawn = now

    def _end_stage(self) -> None:
        if self.stage:
            self.say(f"{self.stage}: {seconds() - self.since:.2f} s", VERBOSE)
        self.stage = ""


def level_of(*, quiet: bool, verbose: bool) -> int:
    """Return how much the user wants to be told."""
    return QUIET if quiet else VERBOSE if verbose else NORMAL


def exit_code(problems: Sequence[Problem], *, strict: bool) -> int:
    """Return 1 where a problem is an error (`strict`: or a warning), else 0."""
    worst = Severity.WARNING if strict else Severity.ERROR
    return int(any(problem.severity <= worst for problem in problems))


def tell_problems(problems: Sequence[Problem]) -> None:
    """Print each problem on a line of standard error, in the colour of its severity."""
    for problem in problems:
        click.echo(click.style(printable(str(problem)), fg=_COLOURS[problem.severity]), err=True)


def tell_failure(sentence: str) -> None:
    """Print why Dateline did not go on."""
    click.echo(click.style(printable(f"dateline: {sentence}"), fg="red"), err=True)


def counts(summary: Summary) -> str:
    """Return what a build holds, in words."""
    nouns = (
        (summary.articles, "article", "articles"),
        (summary.events, "event", "events"),
        (summary.entities, "entity", "entities"),
        (summary.mentions, "mention", "mentions"),
        (summary.pages, "page", "pages"),
    )
    return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in nouns)


def tally(problems: Sequence[Problem]) -> str:
    """How many problems there are of each severity; empty where there are none."""
    counts = Counter(problem.severity for problem in problems)
    return ", ".join(
        f"{counts[severity]} {severity.name.lower()}{'' if counts[severity] == 1 else 's'}"
        for severity in Severity
        if counts[severity]
    )


def printable(line: str) -> str:
    """The line with control characters spelt out: content must not command the terminal."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in line)
