"""Turn planned pages into files that wait for their place, on several cores where there are many of them."""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from functools import lru_cache
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from dateline.linking.guard import Guard
from dateline.linking.withheld import tell_outputs
from dateline.model.dataclass import dataclass
from dateline.model.problem import Problem
from dateline.publishing.codec import pack, stamp
from dateline.publishing.crew import Crew, Hands
from dateline.publishing.sources import Theme
from dateline.publishing.staging import Staged, stage
from dateline.rendering.pages import render_page
from dateline.rendering.plan import PlannedPage
from dateline.rendering.template_codes import Codes
from dateline.rendering.templates import TemplateSet

_BATCH = 50
_MOST_HANDFULS, _NUMBER = 1000, 4  # bytes for each: together less than any pipe takes in

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
    sheets: list[Sheet],
    theme: Theme,
    staging: Path,
    hands: Hands,
    report: Report,
    guard: Guard,
    beside: Callable[[], None] = lambda: None,
) -> Iterator[PrintedPage]:
    """Render pages and stage them, in no certain order. Raises DatelineError, and LostError as pages do.

    `beside` is called in this process, while others, if there are any, are at work already.

    A page that holds a name that `guard` knows is a problem.
    """
    # A page makes its view from all that was gathered, which no other process could be told.
    is_alone = hands.for_work(len(sheets)) == 1 or not hands.can_fork
    if is_alone:
        beside()
        printed = _print(sheets, theme, staging, guard)
    else:
        printed = _print_together(sheets, theme, staging, hands, guard, beside)
    for done, page in enumerate(printed):
        report(done, len(sheets))
        yield page


@lru_cache(2)
def _templates_of(stamped: "_Stamped") -> TemplateSet:
    """The templates of a theme, compiled: a preview prints with the same ones again and again."""
    theme = stamped.theme
    return TemplateSet(theme.templates, theme.folder, theme.codes)


@dataclass(frozen=True, slots=True)
class _Stamped:
    """A theme, the same as another where their templates are, and are kept by the same."""

    stamp: bytes
    codes: Codes | None
    theme: Theme = field(compare=False)


def compiled(theme: Theme) -> TemplateSet:
    """Return the templates of a theme, compiled when first used; those of the last theme are kept."""
    return _templates_of(_Stamped(stamp(pack([theme.folder, sorted(theme.templates.items())])), theme.codes, theme))


def try_pages(pages: Mapping[str, PlannedPage], theme: Theme, guard: Guard) -> list[Problem]:
    """Return what is wrong with pages that nobody will write."""
    templates = compiled(theme)
    return [problem for path, page in pages.items() for problem in _render(path, page, templates, guard)[1]]


def _render(path: str, page: PlannedPage, templates: TemplateSet, guard: Guard) -> tuple[bytes, tuple[Problem, ...]]:
    html, problems = render_page(templates, page)
    return html, (*problems, *tell_outputs([(path, html)], guard))


def _print(sheets: Iterable[Sheet], theme: Theme, staging: Path, guard: Guard) -> Iterator[PrintedPage]:
    templates = compiled(theme)
    for sheet in sheets:
        html, problems = _render(sheet.path, sheet.page, templates, guard)
        yield PrintedPage(stage(staging, sheet.path, html, sheet.there), problems)


def _print_together(
    sheets: list[Sheet], theme: Theme, staging: Path, hands: Hands, guard: Guard, beside: Callable[[], None]
) -> Iterator[PrintedPage]:
    # What was compiled, and made for many pages, before others are forked, they need not make again.
    openers = _openers(sheets)
    yield from _print(openers.values(), theme, staging, guard)
    rest = [sheet for sheet in sheets if openers[sheet.page.template] is not sheet]
    with _pile_of(rest) as pile:
        task = (_print_share, (pile, rest, theme, staging, guard))
        with Crew[list[PrintedPage]]([task] * (hands.for_work(len(sheets)) - 1), hands) as crew:
            beside()
            own = ([page] for page in _print(_taken(pile, rest), theme, staging, guard))
            for batch in crew.gather_beside(own):
                yield from batch


def _openers(sheets: list[Sheet]) -> Mapping[str, Sheet]:
    """One page of each template: the last, which is seldom the longest."""
    return {sheet.page.template: sheet for sheet in sheets}


@contextlib.contextmanager
def _pile_of(sheets: list[Sheet]) -> Iterator[int]:
    """A pipe that holds the numbers of all handfuls of sheets: whoever has nothing left to do takes the next.

    So nobody is idle while another still has much to do, which on a busy machine nobody can tell before.
    """
    reading, writing = os.pipe()
    try:
        handfuls = -(-len(sheets) // _handful(sheets))
        os.write(writing, b"".join(number.to_bytes(_NUMBER, "big") for number in range(handfuls)))
        os.close(writing)
        yield reading
    finally:
        os.close(reading)


def _handful(sheets: list[Sheet]) -> int:
    return max(1, -(-len(sheets) // _MOST_HANDFULS))


def _taken(pile: int, sheets: list[Sheet]) -> Iterator[Sheet]:
    """Take sheets from the pile until there are none left."""
    size = _handful(sheets)
    while number := os.read(pile, _NUMBER):
        first = int.from_bytes(number, "big") * size
        yield from sheets[first : first + size]


def _print_share(
    channel: Connection, pile: int, sheets: list[Sheet], theme: Theme, staging: Path, guard: Guard
) -> None:
    batch: list[PrintedPage] = []
    for printed in _print(_taken(pile, sheets), theme, staging, guard):
        batch.append(printed)
        if len(batch) == _BATCH:
            channel.send(batch)
            batch = []
    channel.send(batch)
