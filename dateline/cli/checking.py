"""Turn the command `check` into a list of problems, and of what may cost readers a link."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from dateline.cli.annotations import annotate
from dateline.cli.options import FOLDER, examples, memory_options, reading_options, talking_options
from dateline.cli.remembering import changes_since, memory_of, place_of, tell_changes
from dateline.cli.telling import Teller, counts, exit_code, level_of, printable, tally, tell_problems
from dateline.linking.changes import Change
from dateline.linking.reports import Findings, advise
from dateline.linking.reports.advice import Advice
from dateline.model.dataclass import dataclass
from dateline.model.problem import Location, Problem
from dateline.model.source import Build
from dateline.publishing.memory import Memory
from dateline.publishing.pausing import no_collections_to_the_end
from dateline.publishing.readiness import check_readiness
from dateline.publishing.site import check_from_disk
from dateline.publishing.wishes import Wish

_LIMIT = 10


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check has to tell."""

    made: Build
    findings: Findings
    changes: tuple[Change, ...] | None
    """None where no build is remembered."""
    content: Path


@click.command(
    epilog=examples(
        "dateline check --publish", "dateline check --drafts --future", "dateline check --format github --limit 20"
    )
)
@reading_options
@click.option(
    "--output", type=FOLDER, default="site", show_default=True, help="Whose last build links are compared with."
)
@click.option("--publish", is_flag=True, help="Tell also what matters only once strangers read the site.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True,
              help="Lines to read, one JSON object, or annotations on a pull request.")  # fmt: skip
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=_LIMIT,
    show_default=True,
    metavar="N",
    help="The most that each report tells; 0: all.",
)
@memory_options
@talking_options
def check(
    output: Path,
    form: str,
    limit: int,
    cache: Path | None,
    *,
    publish: bool,
    no_cache: bool,
    quiet: bool,
    verbose: bool,
    **reading: Any,
) -> None:
    """Tell every problem of the content, and what may cost readers a link; write nothing.

    Ends with exit code 1 where there is an error or a warning. Reports on links are advice: they
    never count. With --publish it tells all that is to be known before the site is published.
    """
    wish = Wish(**reading)
    teller = Teller(level_of(quiet=quiet or form != "text", verbose=verbose and form == "text"))
    with no_collections_to_the_end():
        checked = _check(wish, teller, memory_of(wish.content, output, cache, no_cache=no_cache), publish=publish)
        _FORMS[form](checked, limit or sys.maxsize, teller)
    sys.exit(exit_code(checked.made.problems, strict=True))


def _check(wish: Wish, teller: Teller, memory: Memory | None, *, publish: bool) -> Checked:
    inspection, made = check_from_disk(wish, teller.advance)
    if publish:
        made = replace(made, problems=check_readiness(wish, inspection, made))
    teller.begin("report")
    findings = advise(inspection.content, inspection.linked)
    changes = changes_since(made, memory)
    teller.end()
    return Checked(made, findings, changes, wish.content)


def _tell_text(checked: Checked, limit: int, teller: Teller) -> None:
    made = checked.made
    tell_problems(made.problems)
    for report, advice in checked.findings:
        teller.say(f"{report.title}: {len(advice)}")
        for item in advice[:limit]:
            teller.say(f"  {item}")
        if len(advice) > limit:
            teller.say(f"  … and {len(advice) - limit} more")
    tell_changes(checked.changes or (), checked.content, teller, limit)
    teller.say(f"{counts(made.summary)} in {teller.elapsed:.1f} s")
    teller.say(tally(made.problems) or "no problems")


def _tell_github(checked: Checked, limit: int, _teller: Teller) -> None:
    for problem in checked.made.problems:
        click.echo(printable(annotate(problem)))
    for _, advice in checked.findings:
        for item in advice[:limit]:
            click.echo(printable(annotate(item)))


def _tell_json(checked: Checked, limit: int, _teller: Teller) -> None:
    changes = None if checked.changes is None else [_change(change, checked.content) for change in checked.changes]
    document = {
        "problems": [_problem(problem) for problem in checked.made.problems],
        "reports": [
            {
                "code": report.code,
                "title": report.title,
                "total": len(advice),
                "advice": [_advice(item) for item in advice[:limit]],
            }
            for report, advice in checked.findings
        ],
        "changes": changes,
    }
    click.echo(json.dumps(document, ensure_ascii=True, indent=2))


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "code": problem.code,
        "severity": problem.severity.name.lower(),
        **_place(problem.location),
        "message": problem.message,
        "hint": problem.hint,
    }


def _advice(item: Advice) -> dict[str, object]:
    return {**_place(item.location), "message": item.message, "hint": item.hint, "weight": item.weight}


def _change(change: Change, content: Path) -> dict[str, object]:
    row = change.row
    return {
        "became": change.became,
        **_place(place_of(change, content)),
        "surface": row.surface,
        "entity": change.entity if change.became == "gone" else row.entity,
        "before": None if change.became == "new" else change.entity,
        "candidates": row.candidates,
    }


def _place(location: Location) -> dict[str, object]:
    return {"path": location.path, "line": location.line, "column": location.column}


_FORMS = {"text": _tell_text, "json": _tell_json, "github": _tell_github}
