"""Turn all corrections into their list: newest first, by year, on one page or where there are many on one per year."""

from collections.abc import Iterator, Mapping
from functools import partial

from dateline.indexes.corrections import ListedCorrection
from dateline.indexes.records import Stamps
from dateline.model.names import UrlPath
from dateline.model.urls import CORRECTIONS, CORRECTIONS_FEED
from dateline.rendering.counting import counted
from dateline.rendering.date_words import period_words
from dateline.rendering.edition import Edition
from dateline.rendering.keys import ingredients, stamp
from dateline.rendering.listed_views import CorrectionRowView, CorrectionYearView
from dateline.rendering.parts import LinkView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.shelves import Shelf, cut_shelves, part_links, shelve, year_anchor
from dateline.rendering.source_views import view_correction
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.views import CorrectionsView

_Year = Shelf[ListedCorrection]
_MAKER = "the list of corrections"


def plan_corrections(edition: Edition) -> Iterator[PlannedPage]:
    """Return the list of corrections, and its pages of years where it is cut; nothing where there is no correction."""
    if not edition.corrections:
        return
    shelves = shelve(edition.corrections, lambda each: each.correction.date)
    parts = cut_shelves(shelves, CORRECTIONS)
    make = partial(_list, Viewpoint(edition, CORRECTIONS), shelves, parts)
    key = partial(_key, edition, [] if parts else shelves, parts)
    yield PlannedPage(CORRECTIONS, "corrections.html", make, key, _MAKER)
    for url, shelf in parts.items():
        make, key = partial(_year_page, Viewpoint(edition, url), shelf), partial(_key, edition, [shelf], {})
        yield PlannedPage(url, "corrections.html", make, key, _MAKER)


def _key(edition: Edition, here: list[_Year], parts: Mapping[UrlPath, _Year], stamps: Stamps) -> bytes:
    shape = [(year, [(each.article.slug, each.correction, each.number) for each in listed]) for year, listed in here]
    cut = [(url, year, len(listed)) for url, (year, listed) in parts.items()]
    rows = (stamps.article(each.article.slug) for _, listed in here for each in listed)
    return ingredients(edition, stamps).page("corrections.html", stamp((shape, cut)), *rows)


def _list(viewpoint: Viewpoint, shelves: list[_Year], parts: Mapping[UrlPath, _Year]) -> CorrectionsView:
    standfirst = _standfirst(len(viewpoint.edition.corrections))
    return CorrectionsView(
        site=viewpoint.site(),
        head=viewpoint.head("Corrections", standfirst),
        standfirst=standfirst,
        feed=_feed(viewpoint),
        trail=(),
        years=() if parts else tuple(_year(shelf, viewpoint) for shelf in shelves),
        parts=part_links(parts, viewpoint, _count),
    )


def _year_page(viewpoint: Viewpoint, shelf: _Year) -> CorrectionsView:
    standfirst = _standfirst(len(shelf[1]))
    return CorrectionsView(
        site=viewpoint.site(),
        head=viewpoint.head(f"Corrections, {period_words(shelf[0], viewpoint.language)}", standfirst),
        standfirst=standfirst,
        feed=_feed(viewpoint),
        trail=(LinkView("Corrections", viewpoint.link(CORRECTIONS)),),
        years=(_year(shelf, viewpoint),),
        parts=(),
    )


def _count(number: int) -> str:
    return counted(number, "correction", "corrections")


def _standfirst(number: int) -> str:
    return f"What was wrong in articles and has been mended: {_count(number)}{', newest first' if number > 1 else ''}."


def _feed(viewpoint: Viewpoint) -> LinkView:
    return LinkView("Feed of corrections", viewpoint.link(CORRECTIONS_FEED))


def _year(shelf: _Year, viewpoint: Viewpoint) -> CorrectionYearView:
    year, listed = shelf
    rows = tuple(_row(each, viewpoint) for each in listed)
    return CorrectionYearView(year_anchor(year), period_words(year, viewpoint.language), _count(len(rows)), rows)


def _row(listed: ListedCorrection, viewpoint: Viewpoint) -> CorrectionRowView:
    correction = view_correction(listed.correction, viewpoint.language, short=True)
    return CorrectionRowView(correction, viewpoint.article(listed.article))
