"""Turn what is listed newest first into shelves, one for each year, and many into pages of decades or years."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import Generic, TypeVar

from dateline.indexes.dates import year_of
from dateline.model.dataclass import dataclass
from dateline.model.date import write_year
from dateline.model.names import UrlPath
from dateline.rendering.date_phrases import mark_phrase
from dateline.rendering.date_words import period_words
from dateline.rendering.packing import Span, decade_of, five_years_of, outgrown, pack
from dateline.rendering.parts import LinkView
from dateline.rendering.sections import heading_words
from dateline.rendering.viewpoint import Viewpoint

LONGEST = 100
"""How many lines of a list, which are shorter than entries, stand on a page at most."""

T = TypeVar("T")

Shelf = tuple[int | None, tuple[T, ...]]
"""A year and what is listed of it, newest first; None: undated."""


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """A page of the years of a list."""

    shelves: tuple[Shelf[T], ...]
    """One year, or those of a span."""
    span: Span | None
    """The decade, or five years, that they belong to; None: it is one year alone, or some of it."""
    parts: "Mapping[UrlPath, Part[T]]" = field(default_factory=dict)
    """The pages to which it leads on, as it holds too much by now; empty: its years stand on it."""
    number: int | None = None
    """Which of the pages of its year it is, from 1; None: the only one."""

    @property
    def here(self) -> tuple[Shelf[T], ...]:
        """What stands on it."""
        return () if self.parts else self.shelves

    @property
    def count(self) -> int:
        """How much it holds."""
        return sum(map(_length, self.shelves))

    def words(self, viewpoint: Viewpoint) -> str:
        """Return what of the time it holds: `1999`, `The 1990s`, `1999, part 2`."""
        if self.span:
            return heading_words(self.span.edtf, viewpoint.language)
        year = shelf_words(self.shelves[0][0], viewpoint)
        if self.number is None:
            return year
        return viewpoint.words.gettext("{period}, part {number}", period=year, number=self.number)


def shelve(newest: Iterable[T], when: Callable[[T], str]) -> list[Shelf[T]]:
    """Return what is listed newest first by year; `when` tells the date of one of it, in EDTF."""
    found: dict[int | None, list[T]] = {}
    for each in newest:
        found.setdefault(year_of(when(each)), []).append(each)
    return [(year, tuple(listed)) for year, listed in found.items()]


def cut_shelves(shelves: list[Shelf[T]], top: UrlPath) -> dict[UrlPath, Part[T]]:
    """Return the pages below `top`; none where one page holds everything.

    One for each decade that a page holds, or five years, else one for each year; a year of very much has several.
    """
    if sum(map(_length, shelves)) <= LONGEST:
        return {}
    parts: dict[UrlPath, Part[T]] = {}
    for run in pack(shelves, (_decade, _five_years), _length, LONGEST):
        if run.span:
            parts[_span_url(run.span, top)] = Part(run.members, run.span)
        else:
            parts |= _cut_year(*run.members[0], top)
    return parts


def lead_on(shelves: list[Shelf[T]], top: UrlPath, parts: Mapping[UrlPath, Part[T]]) -> dict[UrlPath, Part[T]]:
    """Return the pages below `top` of spans that hold too much by now; they lead to some of `parts`."""
    spans = outgrown(shelves, (_decade, _five_years), _length, LONGEST)
    return {_span_url(span, top): Part(members, span, _within(members, parts)) for span, members in spans}


def _within(members: tuple[Shelf[T], ...], parts: Mapping[UrlPath, Part[T]]) -> dict[UrlPath, Part[T]]:
    years = {year for year, _ in members}
    return {url: part for url, part in parts.items() if part.shelves[0][0] in years}


def _span_url(span: Span, top: UrlPath) -> UrlPath:
    return UrlPath(f"{top}in-{span.name}/")


def _cut_year(year: int | None, listed: tuple[T, ...], top: UrlPath) -> dict[UrlPath, Part[T]]:
    if len(listed) <= LONGEST:
        return {UrlPath(f"{top}{_name(year)}/"): Part(((year, listed),), None)}
    parts: dict[UrlPath, Part[T]] = {}
    for number, start in enumerate(range(0, len(listed), LONGEST), start=1):
        name = f"{_name(year)}-{number}" if start else _name(year)
        parts[UrlPath(f"{top}{name}/")] = Part(((year, listed[start : start + LONGEST]),), None, number=number)
    return parts


def part_links(
    parts: Mapping[UrlPath, Part[T]], viewpoint: Viewpoint, count: Callable[[int], str]
) -> tuple[LinkView, ...]:
    """Return the pages below as links; `count` puts how much one holds into words."""
    return tuple(
        LinkView(part.words(viewpoint), viewpoint.link(url), count=count(part.count)) for url, part in parts.items()
    )


def shelf_words(year: int | None, viewpoint: Viewpoint) -> str:
    """Return the heading of a shelf: `1999`, `Undated`."""
    words = period_words(year, viewpoint.language)
    return mark_phrase(words, viewpoint.language) if year is None else words


def year_anchor(year: int | None) -> str:
    """Return the `id` of a year on its page."""
    return "undated" if year is None else f"y{year}"


def _name(year: int | None) -> str:
    return "in-undated" if year is None else f"in-{year}"


def _decade(shelf: Shelf[T]) -> Span | None:
    return None if shelf[0] is None else decade_of(write_year(shelf[0]))


def _five_years(shelf: Shelf[T]) -> Span | None:
    return None if shelf[0] is None else five_years_of(write_year(shelf[0]))


def _length(shelf: Shelf[T]) -> int:
    return len(shelf[1])
