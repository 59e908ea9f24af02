"""Turn planned pages into files that wait for their place, on several cores where there are many of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from dateline.linking.guard import Guard
from dateline.linking.withheld import tell_outputs
from dateline.model.problem import Problem
from dateline.publishing.codec import pack, stamp
from dateline.publishing.crew import Crew, Hands
from dateline.publishing.sources import Theme
from dateline.publishing.staging import Staged, stage
from dateline.rendering.pages import render_page
from dateline.rendering.plan import PlannedPage
from dateline.rendering.templates import TemplateSet

_BATCH = 50

Report = Callable[[int, int], None]


class PrintedPage(NamedTuple):
    """A page that was rendered, and what is wrong with its template."""

    staged: Staged
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to render, and the digest of the file that stands in its place; None: there is none."""

    path: str
    page: PlannedPage
    there: str | None


def print_pages(
    sheets: list[Sheet], theme: Theme, staging: Path, hands: Hands, report: Report, guard: Guard
) -> Iterator[PrintedPage]:
    """Render pages and stage them, in no certain order. Raises DatelineError, and LostError as pages do.

    A page that holds a name that `guard` knows is a problem.
    """
    # A page makes its view from all that was gathered, which no other process could be told.
    is_alone = hands.for_work(len(sheets)) == 1 or not hands.can_fork
    printed = (
        _print(sheets, theme, staging, guard) if is_alone else _print_together(sheets, theme, staging, hands, guard)
    )
    for done, page in enumerate(printed):
        report(done, len(sheets))
        yield page


@lru_cache(2)
def _templates_of(stamped: "_Stamped") -> TemplateSet:
    """The templates of a theme, compiled: a preview prints with the same ones again and again."""
    return TemplateSet(stamped.theme.templates, stamped.theme.folder)


@dataclass(frozen=True, slots=True)
class _Stamped:
    """A theme, the same as another where their templates are."""

    stamp: bytes
    theme: Theme = field(compare=False)


def compiled(theme: Theme) -> TemplateSet:
    """Return the templates of a theme, compiled when first used; those of the last theme are kept."""
    return _templates_of(_Stamped(stamp(pack([theme.folder, sorted(theme.templates.items())])), theme))


def try_pages(pages: Mapping[str, PlannedPage], theme: Theme, guard: Guard) -> list[Problem]:
    """Return what is wrong with pages that nobody will write."""
    templates = compiled(theme)
    return [problem for path, page in pages.items() for problem in _render(path, page, templates, guard)[1]]


def _render(path: str, page: PlannedPage, templates: TemplateSet, guard: Guard) -> tuple[bytes, tuple[Problem, ...]]:
    html, problems = render_page(templates, page)
    return html, (*problems, *tell_outputs([(path, html)], guard))


def _print(sheets: list[Sheet], theme: Theme, staging: Path, guard: Guard) -> Iterator[PrintedPage]:
    templates = compiled(theme)
    for sheet in sheets:
        html, problems = _render(sheet.path, sheet.page, templates, guard)
        yield PrintedPage(stage(staging, sheet.path, html, sheet.there), problems)


def _print_together(
    sheets: list[Sheet], theme: Theme, staging: Path, hands: Hands, guard: Guard
) -> Iterator[PrintedPage]:
    processes = hands.for_work(len(sheets))
    tasks = [(_print_share, (sheets[first::processes], theme, staging, guard)) for first in range(1, processes)]
    own = ([page] for page in _print(sheets[::processes], theme, staging, guard))
    with Crew[list[PrintedPage]](tasks, hands) as crew:
        for batch in crew.gather_beside(own):
            yield from batch


def _print_share(channel: Connection, sheets: list[Sheet], theme: Theme, staging: Path, guard: Guard) -> None:
    batch: list[PrintedPage] = []
    for printed in _print(sheets, theme, staging, guard):
        batch.append(printed)
        if len(batch) == _BATCH:
            channel.send(batch)
            batch = []
    channel.send(batch)
