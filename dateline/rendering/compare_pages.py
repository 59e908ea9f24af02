"""Turn those who appear together most into pages that set two of them side by side, and into a list of these."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from heapq import nsmallest
from itertools import chain

from dateline.indexes.entries import Entry
from dateline.indexes.pairs import Pair
from dateline.indexes.records import Stamps
from dateline.model.article import Status
from dateline.model.date import HistoricalDate
from dateline.model.names import EntityId
from dateline.model.urls import COMPARE, compare_url
from dateline.reading.references import PLACE
from dateline.rendering.citables import cite_page, view_cite
from dateline.rendering.compare_views import (
    CommonGroupView,
    CommonView,
    CompareLineView,
    CompareView,
    PairPageView,
    PairView,
    SideView,
)
from dateline.rendering.counting import count_entries
from dateline.rendering.date_words import date_parts
from dateline.rendering.edition import Edition
from dateline.rendering.entry_views import view_entry
from dateline.rendering.keys import ingredients, stamp
from dateline.rendering.linked_data import describe_page
from dateline.rendering.parts import LinkView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.status_views import view_cast, view_status
from dateline.rendering.tellers import language_of, shown_date, title_of, told_url
from dateline.rendering.viewpoint import Viewpoint

MOST_TOGETHER = 20
MOST_LINES = 80
MOST_COMMON = 12
"""Rows of each table at most."""


def plan_compare(edition: Edition, only: Collection[EntityId] | None = None) -> Iterator[PlannedPage]:
    """Return the comparisons and the page that lists them; nothing where nobody is in an entry with anybody.

    `only` those of some entities; None: all.
    """
    if not edition.has_company:
        return
    listing = partial(_compare, edition)
    yield PlannedPage(COMPARE, "compare.html", listing, partial(_compare_key, edition), "the page of comparisons")
    for pair in edition.pairs:
        if only is not None and pair.first not in only and pair.second not in only:
            continue
        make, key = partial(_pair, edition, pair), partial(_pair_key, edition, pair)
        maker = f"the comparison of {pair.first} and {pair.second}"
        yield PlannedPage(compare_url(pair.first, pair.second), "pair.html", make, key, maker)


def _compare_key(edition: Edition, stamps: Stamps) -> bytes:
    parts = ingredients(edition, stamps)
    return parts.page("compare.html", stamp(edition.pairs), parts.every_card)


def _pair_key(edition: Edition, pair: Pair, stamps: Stamps) -> bytes:
    parts, entries = ingredients(edition, stamps), _entries_of(edition, pair)
    columns = [_column(entry, pair) for entry in entries]
    shared = [entry for entry, column in zip(entries, columns, strict=True) if column == "both"]
    spans = [(len(found), *_first_and_last(found)) for found in _told(edition, pair)]
    common = _find_common(edition, pair)
    counted = (len(entries), columns[-MOST_LINES:], len(shared), repr(spans), common)
    named = (pair.first, pair.second, *(other for _, rows in common for other, *_ in rows))
    lines = parts.plain_lines(entries[-MOST_LINES:]), parts.lines(shared[-MOST_TOGETHER:])
    return parts.page("pair.html", stamp(counted), *lines, *map(parts.cards.__getitem__, named))


def _compare(edition: Edition) -> CompareView:
    viewpoint = Viewpoint(edition, COMPARE)
    words = viewpoint.words
    standfirst = words.gettext("Two or three people, groups or places side by side: what is told of each, and of all.")
    return CompareView(
        site=viewpoint.site(),
        head=describe_page(viewpoint.head(words.gettext("Compare"), standfirst), viewpoint, standfirst),
        standfirst=standfirst,
        pairs=tuple(_view_pair(pair, viewpoint) for pair in edition.pairs),
    )


def _view_pair(pair: Pair, viewpoint: Viewpoint) -> PairView:
    return PairView(
        first=viewpoint.chip(pair.first),
        second=viewpoint.chip(pair.second),
        count=count_entries(pair.entries, viewpoint.words),
        url=viewpoint.link(compare_url(pair.first, pair.second)),
    )


def _pair(edition: Edition, pair: Pair) -> PairPageView:
    url = compare_url(pair.first, pair.second)
    viewpoint = Viewpoint(edition, url)
    words, entries = viewpoint.words, _entries_of(edition, pair)
    shared = [entry for entry in entries if _column(entry, pair) == "both"]
    names = [edition.entity(identity).name for identity in (pair.first, pair.second)]
    title = words.enumerated(names)
    standfirst = words.ngettext("Together in {n} entry.", "Together in {n} entries.", len(shared))
    return PairPageView(
        site=viewpoint.site(),
        head=describe_page(viewpoint.head(title, f"{title}. {standfirst}"), viewpoint, standfirst),
        trail=(LinkView(words.gettext("Compare"), viewpoint.link(COMPARE)),),
        standfirst=standfirst,
        sides=tuple(_side(identity, viewpoint) for identity in (pair.first, pair.second)),
        together=tuple(view_entry(entry, viewpoint) for entry in shared[-MOST_TOGETHER:]),
        together_count=_shown(len(shared), MOST_TOGETHER, viewpoint),
        common=tuple(_common(pair, viewpoint)),
        lines=tuple(_line(entry, pair, viewpoint) for entry in entries[-MOST_LINES:]),
        lines_count=_shown(len(entries), MOST_LINES, viewpoint),
        cite=view_cite(cite_page(url.strip("/"), title, viewpoint), viewpoint),
    )


def _entries_of(edition: Edition, pair: Pair) -> list[Entry]:
    """The entries that name or list either, in order."""
    found = {entry.id: entry for told in _told(edition, pair) for entry in told}
    entries = edition.indexes.timeline.entries
    places = edition.memo.once(_entries_of, lambda: {entry.id: place for place, entry in enumerate(entries)})
    return [found[each] for each in sorted(found, key=places.__getitem__)]


def _told(edition: Edition, pair: Pair) -> tuple[Sequence[Entry], Sequence[Entry]]:
    """The entries that name or list the one, and those that do the other."""
    told = edition.indexes.dossiers.told
    return told[pair.first], told[pair.second]


def _side(identity: EntityId, viewpoint: Viewpoint) -> SideView:
    entries = viewpoint.edition.indexes.dossiers.told[identity]
    dates = _first_and_last(entries)
    first, last = (date_parts(date, viewpoint.language, short=False) if date else () for date in dates)
    return SideView(viewpoint.chip(identity), count_entries(len(entries), viewpoint.words), first, last)


def _first_and_last(entries: Sequence[Entry]) -> Iterator[HistoricalDate | None]:
    """When the first and the last of these entries are dated that have a date."""
    return (next((each.date for each in found if each.date.is_known), None) for found in (entries, reversed(entries)))


def _column(entry: Entry, pair: Pair) -> str:
    if pair.first not in entry.entities:
        return "second"
    return "both" if pair.second in entry.entities else "first"


def _line(entry: Entry, pair: Pair, viewpoint: Viewpoint) -> CompareLineView:
    sides = (pair.first, pair.second)
    return CompareLineView(
        date=date_parts(shown_date(entry), viewpoint.language, short=False),
        title=title_of(entry, viewpoint.language),
        url=told_url(entry, viewpoint),
        language=language_of(entry, viewpoint),
        status=view_status(entry.status, viewpoint.words),
        is_retracted=entry.status is Status.RETRACTED,
        column=_column(entry, pair),
        names=tuple(viewpoint.edition.entity(each).name for each in sides if each in entry.entities),
        cast=view_cast(entry.roles, viewpoint),
    )


def _common(pair: Pair, viewpoint: Viewpoint) -> Iterator[CommonGroupView]:
    """Whom and what the entries of both name, the places apart."""
    words = viewpoint.words
    labels = {True: words.gettext("Places"), False: words.gettext("People and groups")}
    for is_place, rows in _find_common(viewpoint.edition, pair):
        views = tuple(CommonView(viewpoint.chip(each), *map(words.figures, counts)) for each, *counts in rows)
        yield CommonGroupView(labels[is_place], views)


def _find_common(edition: Edition, pair: Pair) -> list[tuple[bool, list[tuple[EntityId, int, int]]]]:
    """The same as values: whether they are places, and of each of those in most entries how many of either name it."""
    return edition.memo.once((_find_common, pair), lambda: list(_rank_common(edition, pair)))


def _rank_common(edition: Edition, pair: Pair) -> Iterator[tuple[bool, list[tuple[EntityId, int, int]]]]:
    first, second = (_count_others(identity, edition) for identity in (pair.first, pair.second))
    both = [other for other in first if other in second and other not in (pair.first, pair.second)]
    for is_place in (True, False):
        listed = (other for other in both if (edition.entity(other).kind == PLACE) is is_place)
        ranked = nsmallest(MOST_COMMON, ((-first[other] - second[other], other) for other in listed))
        if ranked:
            yield is_place, [(other, first[other], second[other]) for _, other in ranked]


def _count_others(identity: EntityId, edition: Edition) -> Mapping[EntityId, int]:
    casts = (entry.entities for entry in edition.indexes.dossiers.told[identity])
    return edition.memo.once((_count_others, identity), lambda: Counter(chain.from_iterable(casts)))


def _shown(number: int, most: int, viewpoint: Viewpoint) -> str:
    words = viewpoint.words
    if number <= most:
        return words.figures(number)
    return words.gettext("the latest {shown} of {all}", shown=words.figures(most), all=words.figures(number))
