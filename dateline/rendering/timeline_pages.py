"""Turn the timeline into its pages: one, or where it is long an overview and pages of years, months and parts."""

from collections.abc import Iterator
from functools import partial

from dateline.indexes.entries import Clock
from dateline.indexes.records import Stamps
from dateline.indexes.timeline import Period, Year
from dateline.model.dataclass import dataclass
from dateline.rendering.charts import draw_strip
from dateline.rendering.citables import cite_page, view_cite
from dateline.rendering.counting import count_entries
from dateline.rendering.date_words import mark_parts
from dateline.rendering.edition import Edition
from dateline.rendering.entry_views import view_entry
from dateline.rendering.families import list_families
from dateline.rendering.filter_views import FilterView
from dateline.rendering.keys import NOTHING, ingredients, outline_key, stamp
from dateline.rendering.legend import make_legend
from dateline.rendering.linked_data import describe_list, entry_nodes
from dateline.rendering.parts import LinkView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.readings import Reading, clock_links, list_readings
from dateline.rendering.routes import timeline_routes
from dateline.rendering.sections import NO_TURNS, Section, Turns, all_sections, period_title, turns_of, year_title
from dateline.rendering.spans import span_words
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.views import (
    PeriodView,
    TimelineView,
    YearView,
)
from dateline.rendering.words import Words, messages

_DATELESS = {
    Clock.HAPPENED: messages("{n} entry that no article dates.", "{n} entries that no article dates."),
    Clock.PUBLISHED: messages("{n} entry that no dated article tells.", "{n} entries that no dated article tells."),
}
_AND_DATELESS = {
    Clock.HAPPENED: messages(
        "{entries}: {dated} {span}, and one that no article dates.",
        "{entries}: {dated} {span}, and {number} that no article dates.",
    ),
    Clock.PUBLISHED: messages(
        "{entries}: {dated} {span}, and one that no dated article tells.",
        "{entries}: {dated} {span}, and {number} that no dated article tells.",
    ),
}


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A page of a timeline among the others."""

    reading: Reading
    section: Section
    before: Section | None
    after: Section | None


def plan_timeline(edition: Edition) -> Iterator[PlannedPage]:
    """Return the pages of the timeline, in order: by when things happened, then by when they were published."""
    for reading in list_readings(edition):
        for leaf in _leaves(reading):
            make, key = partial(_timeline, edition, leaf), partial(_key, edition, leaf)
            yield PlannedPage(leaf.section.url, "timeline.html", make, key, "the timeline")


def _leaves(reading: Reading) -> Iterator[_Leaf]:
    turns = turns_of(reading.whole)
    for section in all_sections(reading.whole):
        yield _Leaf(reading, section, *turns.get(section.url, NO_TURNS))


def _key(edition: Edition, leaf: _Leaf, stamps: Stamps) -> bytes:
    parts, section = ingredients(edition, stamps), leaf.section
    return parts.page(
        "timeline.html",
        NOTHING if section.words else outline_key(leaf.reading.entries),
        NOTHING if section.parts else parts.lines(section.entries),
        section_key(section),
        turns_key((leaf.before, leaf.after)),
        stamp(edition.indexes.published is not None),
        stamp((len(leaf.reading.entries), [family.url for family in list_families(edition)])),
    )


def section_key(section: Section) -> bytes:
    """Return the digest of a page of a timeline without its entries: what it holds, and its parts."""
    below = [(part.url, part.words, part.count) for part in section.parts]
    return stamp((section.url, section.words, section.count, below))


def turns_key(turns: Turns) -> bytes:
    """Return the digest of what a page says of those before and after it."""
    return stamp([(turn.url, turn.words) if turn else None for turn in turns])


def view_turn(section: Section | None, viewpoint: Viewpoint) -> LinkView | None:
    """Return the link to the page before or after; None where there is none."""
    return LinkView(section.words[-1], viewpoint.link(section.url)) if section else None


def part_links(section: Section, viewpoint: Viewpoint) -> tuple[LinkView, ...]:
    """Return the pages into which a timeline is cut, and how many entries each holds."""
    return tuple(
        LinkView(part.words[-1], viewpoint.link(part.url), count=count_entries(part.count, viewpoint.words))
        for part in section.parts
    )


def trail_links(section: Section, top: LinkView) -> tuple[LinkView, ...]:
    """Return the pages above a page of a timeline that is cut: `top` first, none for that itself."""
    if not section.words:
        return ()
    depth = len(section.words)
    return (top, *(LinkView(label, "../" * (depth - above)) for above, label in enumerate(section.words[:-1], start=1)))


def _timeline(edition: Edition, leaf: _Leaf) -> TimelineView:
    reading, section = leaf.reading, leaf.section
    viewpoint = Viewpoint(edition, section.url)
    entries = section.entries
    shown = () if section.parts else entries
    title = ", ".join([viewpoint.words.gettext(reading.title), *section.words[-1:]])
    standfirst = _standfirst(leaf, viewpoint)
    trail = trail_links(section, LinkView(viewpoint.words.gettext(reading.title), viewpoint.link(reading.url)))
    routes = timeline_routes(viewpoint, reading.places)
    nodes = entry_nodes(shown, viewpoint, placed=True)
    return TimelineView(
        site=viewpoint.site(),
        head=describe_list(viewpoint.head(title, standfirst), viewpoint, nodes, trail),
        trail=trail,
        standfirst=standfirst,
        clocks=clock_links(reading.clock, viewpoint),
        strip=None if section.words else draw_strip(entries, reading.axis, routes, viewpoint.language, viewpoint.words),
        legend=make_legend(edition) if entries else (),
        filter=_filter(reading, viewpoint) if entries else None,
        cite=view_cite(cite_page(section.url.strip("/"), title, viewpoint), viewpoint),
        years=view_years(section, viewpoint) if shown else (),
        parts=part_links(section, viewpoint),
        before=view_turn(leaf.before, viewpoint),
        after=view_turn(leaf.after, viewpoint),
    )


def _standfirst(leaf: _Leaf, viewpoint: Viewpoint) -> str:
    """How much there is: `18 entries, oldest first: 15 between 2019 and June 2024, and three that no article dates`."""
    section, words, clock = leaf.section, viewpoint.words, leaf.reading.clock
    entries = section.entries
    if not entries:
        return words.gettext("There is nothing here yet.")
    undated = sum(not entry.date.is_known for entry in entries)
    if undated == len(entries):
        return words.ngettext(*_DATELESS[clock], undated)
    total = _total(len(entries), clock, words)
    if section.words:
        return f"{total}."
    span = span_words(entries, viewpoint.language)
    if not undated:
        return f"{total}, {span}."
    dated = words.figures(len(entries) - undated)
    return words.ngettext(*_AND_DATELESS[clock], undated, entries=total, dated=dated, span=span)


def count_in_order(number: int, words: Words, clock: Clock = Clock.HAPPENED) -> str:
    """Return how many entries these are, and in which order: `3 entries, oldest first`, as a sentence."""
    return f"{_total(number, clock, words)}."


def _total(number: int, clock: Clock, words: Words) -> str:
    count = count_entries(number, words)
    if number < 2:
        return count
    if clock is Clock.PUBLISHED:
        return words.gettext("{entries}, first reported first", entries=count)
    return words.gettext("{entries}, oldest first", entries=count)


def view_years(section: Section, viewpoint: Viewpoint) -> tuple[YearView, ...]:
    """Return the entries of a page of a timeline, by year and period."""
    return tuple(_year(year, viewpoint) for year in section.years)


def _year(year: Year, viewpoint: Viewpoint) -> YearView:
    periods = tuple(_period(period, year, viewpoint) for period in year.periods)
    title = mark_parts(year_title(year, viewpoint.language), viewpoint.language)
    return YearView(year.anchor, title, count_entries(len(year.entries), viewpoint.words), periods)


def _period(period: Period, year: Year, viewpoint: Viewpoint) -> PeriodView:
    entries = tuple(view_entry(entry, viewpoint, short=True) for entry in period.entries)
    title = mark_parts(period_title(period, year, viewpoint.language), viewpoint.language)
    return PeriodView(period.anchor, title, len(entries), entries)


def _filter(reading: Reading, viewpoint: Viewpoint) -> FilterView:
    registers = (*map(viewpoint.register, viewpoint.edition.kinds), *_families(viewpoint))
    return FilterView(viewpoint.words.figures(len(reading.entries)), reading.clock.value, registers)


def _families(viewpoint: Viewpoint) -> Iterator[LinkView]:
    """The lists of tags and statuses, where there are any."""
    for family in list_families(viewpoint.edition):
        yield LinkView(viewpoint.words.gettext(family.title), viewpoint.link(family.url))
