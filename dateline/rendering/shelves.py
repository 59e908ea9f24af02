"""Turn what is listed newest first into shelves, one for each year, and many shelves into pages."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from dateline.indexes.dates import year_of
from dateline.model.names import UrlPath
from dateline.rendering.date_words import period_words
from dateline.rendering.parts import LinkView
from dateline.rendering.viewpoint import Viewpoint

LONGEST = 400
"""How many lines of a list, which are shorter than entries, stand on a page at most."""

T = TypeVar("T")

Shelf = tuple[int | None, tuple[T, ...]]
"""A year and what is listed of it, newest first; None: undated."""


def shelve(newest: Iterable[T], when: Callable[[T], str]) -> list[Shelf[T]]:
    """Return what is listed newest first by year; `when` tells the date of one of it, in EDTF."""
    found: dict[int | None, list[T]] = {}
    for each in newest:
        found.setdefault(year_of(when(each)), []).append(each)
    return [(year, tuple(listed)) for year, listed in found.items()]


def cut_shelves(shelves: list[Shelf[T]], top: UrlPath) -> dict[UrlPath, Shelf[T]]:
    """Return the pages of years below `top`, a year of very much on several; none where one page holds everything."""
    if sum(len(listed) for _, listed in shelves) <= LONGEST:
        return {}
    parts: dict[UrlPath, Shelf[T]] = {}
    for year, listed in shelves:
        for start in range(0, len(listed), LONGEST):
            part = f"-{start // LONGEST + 1}" if start else ""
            parts[UrlPath(f"{top}{_name(year)}{part}/")] = (year, listed[start : start + LONGEST])
    return parts


def part_links(
    parts: Mapping[UrlPath, Shelf[T]], viewpoint: Viewpoint, count: Callable[[int], str]
) -> tuple[LinkView, ...]:
    """Return the pages of years as links; `count` puts how much one holds into words."""
    return tuple(
        LinkView(period_words(year, viewpoint.language), viewpoint.link(url), count=count(len(listed)))
        for url, (year, listed) in parts.items()
    )


def year_anchor(year: int | None) -> str:
    """Return the `id` of a year on its page."""
    return "undated" if year is None else f"y{year}"


def _name(year: int | None) -> str:
    return "in-undated" if year is None else f"in-{year}"
