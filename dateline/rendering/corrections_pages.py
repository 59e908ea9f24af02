"""Turn all corrections into their list: newest first, by year, on one page or, of many, on one per decade or year."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from dateline.indexes.corrections import ListedCorrection
from dateline.indexes.records import Stamps
from dateline.model.names import UrlPath
from dateline.model.urls import CORRECTIONS, CORRECTIONS_FEED
from dateline.rendering.edition import Edition
from dateline.rendering.keys import ingredients, stamp
from dateline.rendering.linked_data import article_link, correction_node, describe_list
from dateline.rendering.listed_views import CorrectionRowView, CorrectionYearView
from dateline.rendering.parts import LinkView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.shared_views import HeadView
from dateline.rendering.shelves import Part, Shelf, cut_shelves, lead_on, part_links, shelf_words, shelve, year_anchor
from dateline.rendering.source_views import view_correction
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.views import CorrectionsView
from dateline.rendering.words import Words

_Year = Shelf[ListedCorrection]
_Part = Part[ListedCorrection]
_MAKER = "the list of corrections"


def plan_corrections(edition: Edition) -> Iterator[PlannedPage]:
    """Return the list of corrections, and its pages where it is cut; nothing where there is no correction."""
    if not edition.corrections:
        return
    shelves = shelve(edition.corrections, lambda each: each.correction.date)
    parts = cut_shelves(shelves, CORRECTIONS)
    make = partial(_list, Viewpoint(edition, CORRECTIONS), shelves, parts)
    key = partial(_key, edition, [] if parts else shelves, parts)
    yield PlannedPage(CORRECTIONS, "corrections.html", make, key, _MAKER)
    for url, part in (parts | lead_on(shelves, CORRECTIONS, parts)).items():
        make, key = partial(_part_page, Viewpoint(edition, url), part), partial(_part_key, edition, part)
        yield PlannedPage(url, "corrections.html", make, key, _MAKER)


def _key(edition: Edition, here: Sequence[_Year], parts: Mapping[UrlPath, _Part], stamps: Stamps) -> bytes:
    shape = [(year, [(each.article.slug, each.correction, each.number) for each in listed]) for year, listed in here]
    cut = [(url, part.span, [(year, len(listed)) for year, listed in part.shelves]) for url, part in parts.items()]
    rows = (stamps.article(each.article.slug) for _, listed in here for each in listed)
    return ingredients(edition, stamps).page("corrections.html", stamp((shape, cut)), *rows)


def _part_key(edition: Edition, part: _Part, stamps: Stamps) -> bytes:
    return stamp((_key(edition, part.here, part.parts, stamps), part.number))


def _list(viewpoint: Viewpoint, shelves: list[_Year], parts: Mapping[UrlPath, _Part]) -> CorrectionsView:
    standfirst = _standfirst(len(viewpoint.edition.corrections), viewpoint.words)
    return CorrectionsView(
        site=viewpoint.site(),
        head=_head(viewpoint.words.gettext("Corrections"), standfirst, viewpoint, [] if parts else shelves),
        standfirst=standfirst,
        feed=_feed(viewpoint),
        trail=(),
        years=() if parts else tuple(_year(shelf, viewpoint) for shelf in shelves),
        parts=part_links(parts, viewpoint, lambda number: _count(number, viewpoint.words)),
    )


def _part_page(viewpoint: Viewpoint, part: _Part) -> CorrectionsView:
    standfirst = _standfirst(part.count, viewpoint.words)
    words, period = viewpoint.words, part.words(viewpoint)
    trail = (LinkView(words.gettext("Corrections"), viewpoint.link(CORRECTIONS)),)
    return CorrectionsView(
        site=viewpoint.site(),
        head=_head(words.gettext("Corrections, {year}", year=period), standfirst, viewpoint, part.here, trail),
        standfirst=standfirst,
        feed=_feed(viewpoint),
        trail=trail,
        years=tuple(_year(shelf, viewpoint) for shelf in part.here),
        parts=part_links(part.parts, viewpoint, lambda number: _count(number, words)),
    )


def _head(
    title: str, standfirst: str, viewpoint: Viewpoint, here: Sequence[_Year], trail: tuple[LinkView, ...] = ()
) -> HeadView:
    listed = [each for _, corrections in here for each in corrections]
    nodes = [
        correction_node(each.correction, about=article_link(each.article, viewpoint, is_marked=False))
        for each in listed
    ]
    return describe_list(viewpoint.head(title, standfirst), viewpoint, nodes, trail)


def _count(number: int, words: Words) -> str:
    return words.ngettext("{n} correction", "{n} corrections", number)


def _standfirst(number: int, words: Words) -> str:
    return words.ngettext(
        "What was wrong in articles and has been mended: {corrections}.",
        "What was wrong in articles and has been mended: {corrections}, newest first.",
        number,
        corrections=_count(number, words),
    )


def _feed(viewpoint: Viewpoint) -> LinkView:
    return LinkView(viewpoint.words.gettext("Feed of corrections"), viewpoint.link(CORRECTIONS_FEED))


def _year(shelf: _Year, viewpoint: Viewpoint) -> CorrectionYearView:
    year, listed = shelf
    rows = tuple(_row(each, viewpoint) for each in listed)
    return CorrectionYearView(year_anchor(year), shelf_words(year, viewpoint), _count(len(rows), viewpoint.words), rows)


def _row(listed: ListedCorrection, viewpoint: Viewpoint) -> CorrectionRowView:
    correction = view_correction(listed.correction, viewpoint.language, short=True)
    return CorrectionRowView(correction, viewpoint.article(listed.article))
