"""Cut a long timeline into pages, by year (or longer spans), by month, by number, none of them too long."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter

from dateline.indexes.dates import read_date
from dateline.indexes.entries import Clock, Entry
from dateline.indexes.timeline import Period, Year
from dateline.model.date import UNKNOWN_DATE
from dateline.model.light import light
from dateline.model.names import UrlPath
from dateline.model.urls import PRINT, TIMELINE
from dateline.rendering.date_phrases import find_phrases
from dateline.rendering.date_words import DatePart, date_parts
from dateline.rendering.packing import Run, Span, decade_of, five_years_of, outgrown, pack
from dateline.rendering.words import Words

LONGEST = 60
"""How many entries stand on a page at most: a telephone sets one in some 1.6 ms, and nobody is to wait for that."""

_SPANS = (lambda year: decade_of(year.edtf), lambda year: five_years_of(year.edtf))


@light
class Section:
    """A page of a timeline."""

    url: UrlPath
    words: tuple[str, ...]
    """What of the time it holds, and what the pages above it do: `2019`, `October 2019`; empty: it holds all."""
    years: tuple[Year, ...]
    """Its entries."""
    parts: tuple["Section", ...] = ()
    """The pages on which its entries stand; empty: they stand on this one."""
    kept: tuple["Section", ...] = ()
    """The pages of spans that hold too much by now; whoever still comes there is led to these parts."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Its entries, without their years."""
        return tuple(entry for year in self.years for entry in year.entries)

    @property
    def count(self) -> int:
        """How many entries it holds."""
        return sum(year.count for year in self.years)


Turns = tuple[Section | None, Section | None]
"""The page before and the page after one; None: there is none."""

NO_TURNS: Turns = (None, None)


@light
class EntryPlace:
    """Where an entry stands in a timeline that is cut into pages."""

    url: UrlPath
    period: str
    """The anchor of its month."""
    year: str
    """The anchor of its year."""
    year_url: UrlPath
    """The page of its whole year."""


def printed_url(section: Section) -> UrlPath:
    """Return the page to print of what a page of the timeline by when it happened shows."""
    return UrlPath(f"{PRINT}{section.url.removeprefix(TIMELINE)}")


def cut_timeline(
    years: tuple[Year, ...], url: UrlPath, language: str, words: Words, *, by_spans: bool = False
) -> Section:
    """Return the page of all entries, with the pages below it where they are too many for one.

    One for each year; `by_spans`: for each decade that one page holds, or five years, else for each year.
    """
    whole = Section(url, (), years)
    if whole.count <= LONGEST:
        return whole
    runs = pack(years, _SPANS if by_spans else (), attrgetter("count"), LONGEST)
    parts = tuple(_cut_run(run, url, language, words) for run in runs)
    return replace(whole, parts=parts, kept=tuple(_keep(years, parts, url, language)) if by_spans else ())


def all_sections(section: Section) -> Iterator[Section]:
    """Return a section and every section below it, in order."""
    yield section
    yield from section.kept
    for part in section.parts:
        yield from all_sections(part)


def turns_of(whole: Section) -> Mapping[UrlPath, Turns]:
    """Return the page before and the page after each one on which entries stand, by its URL."""
    leaves = [section for section in all_sections(whole) if not section.parts]
    around = zip((None, *leaves), leaves, (*leaves[1:], None), strict=False)
    return {leaf.url: (before, after) for before, leaf, after in around}


def entry_places(section: Section) -> Mapping[str, EntryPlace]:
    """Return where each entry stands, by its id."""
    places: dict[str, EntryPlace] = {}
    for part in section.parts or (section,):
        for leaf in all_sections(part):
            places |= _places_on(leaf, part.url) if not leaf.parts else {}
    return places


def period_title(period: Period, year: Year, language: str) -> tuple[DatePart, ...]:
    """Return the heading of a period below that of its year."""
    phrases = find_phrases(language)
    if not period.edtf:
        is_by_publication = period.entries[0].clock is Clock.PUBLISHED
        return (DatePart(phrases.never_told if is_by_publication else phrases.never_dated, ""),)
    if period.edtf != year.edtf:
        return _heading(period.edtf, language)
    return (DatePart(phrases.month_not_given if period.year is not None else phrases.year_not_given, ""),)


def year_title(year: Year, language: str) -> tuple[DatePart, ...]:
    """Return the heading of a year, of a decade or century, or of the undated."""
    return _heading(year.edtf or UNKNOWN_DATE.edtf, language)


def heading_words(edtf: str, language: str) -> str:
    """Return a date as it stands in a heading or in a list of pages: `The 1990s`."""
    return _joined(_heading(edtf, language))


def capitalised(parts: tuple[DatePart, ...]) -> tuple[DatePart, ...]:
    """Return the parts of a date as they open a line."""
    first = parts[0]
    return (DatePart(first.text[:1].upper() + first.text[1:], first.datetime), *parts[1:])


@lru_cache(1 << 16)
def _heading(edtf: str, language: str) -> tuple[DatePart, ...]:
    return capitalised(date_parts(read_date(edtf), language, short=False))


def _places_on(leaf: Section, year_url: UrlPath) -> dict[str, EntryPlace]:
    places: dict[str, EntryPlace] = {}
    for year in leaf.years:
        for period in year.periods:
            place = EntryPlace(leaf.url, period.anchor, year.anchor, year_url)
            places.update((entry.id, place) for entry in period.entries)
    return places


def _cut_run(run: Run[Year], above: UrlPath, language: str, words: Words) -> Section:
    if run.span:
        return _span(run.span, run.members, above, language)
    return _cut_year(run.members[0], above, language, words)


def _keep(years: tuple[Year, ...], parts: tuple[Section, ...], above: UrlPath, language: str) -> Iterator[Section]:
    for span, members in outgrown(years, _SPANS, attrgetter("count"), LONGEST):
        within = {year.edtf for year in members}
        yield _span(span, members, above, language, tuple(part for part in parts if part.years[0].edtf in within))


def _span(
    span: Span, members: tuple[Year, ...], above: UrlPath, language: str, parts: tuple[Section, ...] = ()
) -> Section:
    return Section(UrlPath(f"{above}{span.name}/"), (heading_words(span.edtf, language),), members, parts)


def _cut_year(year: Year, above: UrlPath, language: str, words: Words) -> Section:
    url = UrlPath(f"{above}{year.edtf.casefold() or 'undated'}/")
    whole = Section(url, (_joined(year_title(year, language)),), (year,))
    if whole.count <= LONGEST:
        return whole
    return replace(whole, parts=tuple(_cut_period(period, year, whole, (language, words)) for period in year.periods))


def _cut_period(period: Period, year: Year, above: Section, tongue: tuple[str, Words]) -> Section:
    name = period.edtf.removeprefix(year.edtf).strip("-") or "all"
    only = replace(year, periods=(period,))
    whole = Section(UrlPath(f"{above.url}{name}/"), (*above.words, _period_words(period, year, tongue[0])), (only,))
    if whole.count <= LONGEST:
        return whole
    starts = range(0, len(period.entries), LONGEST)
    return replace(whole, parts=tuple(_slice(whole, only, start, tongue[1]) for start in starts))


def _slice(above: Section, year: Year, start: int, words: Words) -> Section:
    (period,) = year.periods
    part = replace(period, entries=period.entries[start : start + LONGEST])
    number = start // LONGEST + 1
    url = UrlPath(f"{above.url}{number}/")
    title = words.gettext("{period}, part {number}", period=above.words[-1], number=number)
    return Section(url, (*above.words, title), (replace(year, periods=(part,)),))


def _period_words(period: Period, year: Year, language: str) -> str:
    words = _joined(period_title(period, year, language))
    if period.edtf != year.edtf:
        return words
    return f"{_joined(year_title(year, language))}, {words[0].lower()}{words[1:]}"


def _joined(parts: tuple[DatePart, ...]) -> str:
    return "".join(part.text for part in parts)
