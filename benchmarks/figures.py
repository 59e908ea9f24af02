"""Turn measured runs into tables of medians and ratios, and into the exponent with which they grow."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import linear_regression, median

from benchmarks.watched import Taken

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Run:
    """One build: what it took, and what there was in the end."""

    taken: Taken
    files: int
    size: int
    """Bytes of all files together."""


Runs = Mapping[str, Sequence[Run]]
"""The runs of each program, by its name: Dateline's first."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Something that is measured of a run."""

    name: str
    of: Callable[[Run], float]
    digits: int = 0


FIGURES = (
    Figure("wall, s", lambda run: run.taken.wall, 2),
    Figure("processor, s", lambda run: run.taken.processor, 2),
    Figure("peak memory, MiB", lambda run: run.taken.memory / MEBIBYTE),
    Figure("files", lambda run: run.files),
    Figure("size, MiB", lambda run: run.size / MEBIBYTE),
)
GROWING = FIGURES[:3]


def count_files(folder: Path) -> tuple[int, int]:
    """Return how many files are in a folder, at any depth, and their bytes together."""
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file()]
    return len(sizes), sum(sizes)


def case_rows(articles: int, case: str, runs: Runs, figures: Sequence[Figure] = FIGURES) -> list[str]:
    """Return the rows of a Markdown table for one case: each program's median (least to most), then their ratio."""
    return [
        _row(
            f"{articles:,}",
            case,
            figure.name,
            *(_spread(figure, these) for these in runs.values()),
            _ratio(figure, runs),
        )
        for figure in figures
    ]


def case_head(programs: Iterable[str]) -> list[str]:
    """Return the head of the table of cases."""
    return _head("articles", "case", "figure", *programs, "ratio")


def growth_table(found: Mapping[str, Mapping[int, Runs]]) -> list[str]:
    """Return the lines of a Markdown table that tells how each program's figures grow with the articles of each case.

    The exponent is fitted: 1 is linear. Beside it, the figures of the most articles over those of the fewest.
    """
    sizes = sorted({size for by_articles in found.values() for size in by_articles})
    return [
        *_head("case", "figure", "program", "exponent", f"{sizes[-1]:,} against {sizes[0]:,} articles"),
        *(row for case, by_articles in found.items() for row in _growth_rows(case, by_articles)),
    ]


def middle(figure: Figure, runs: Sequence[Run]) -> float:
    """Return the median of a figure over runs."""
    return median(figure.of(run) for run in runs)


def exponent(points: Mapping[int, float]) -> float:
    """Return the power with which the values grow with their keys, fitted to the logarithms of both."""
    return linear_regression([log(key) for key in points], [log(value) for value in points.values()]).slope


def _growth_rows(case: str, by_articles: Mapping[int, Runs]) -> Iterator[str]:
    for figure in GROWING:
        for program in next(iter(by_articles.values())):
            points = {articles: middle(figure, runs[program]) for articles, runs in by_articles.items()}
            times = points[max(points)] / points[min(points)]
            yield _row(case, figure.name, program, f"{exponent(points):.2f}", f"{times:.1f} ×")


def _spread(figure: Figure, runs: Sequence[Run]) -> str:
    values = [f"{value:,.{figure.digits}f}" for value in sorted(map(figure.of, runs))]
    found = f"{middle(figure, runs):,.{figure.digits}f}"
    return found if values[0] == values[-1] else f"{found} ({values[0]}–{values[-1]})"


def _ratio(figure: Figure, runs: Runs) -> str:
    first, *others = (middle(figure, these) for these in runs.values())
    return ", ".join(f"{first / other:.2f}" for other in others)


def _head(*names: str) -> list[str]:
    return [_row(*names), "|" + "---|" * len(names)]


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
