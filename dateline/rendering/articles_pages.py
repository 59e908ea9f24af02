"""Turn all articles into their register: newest first, by year, on one page or, of many, on one per decade or year."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from operator import attrgetter

from dateline.indexes.records import ArticleRecord, Stamps
from dateline.model.names import UrlPath
from dateline.model.urls import ARTICLES
from dateline.rendering.counting import count_articles
from dateline.rendering.date_words import date_parts
from dateline.rendering.edition import Edition
from dateline.rendering.keys import ingredients, stamp
from dateline.rendering.linked_data import article_link, describe_list
from dateline.rendering.listed_views import ArticleRowView, ArticleYearView
from dateline.rendering.parts import Html, LinkView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.shared_views import HeadView
from dateline.rendering.shelves import Part, Shelf, cut_shelves, lead_on, part_links, shelf_words, shelve, year_anchor
from dateline.rendering.source_views import view_corrected
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.views import ArticlesView
from dateline.rendering.words import Words

_Year = Shelf[ArticleRecord]
_Part = Part[ArticleRecord]


def plan_articles_register(edition: Edition) -> Iterator[PlannedPage]:
    """Return the register of articles, and its pages where it is cut."""
    shelves = shelve(edition.records.articles[::-1], attrgetter("edtf"))
    parts = cut_shelves(shelves, ARTICLES)
    make = partial(_register, Viewpoint(edition, ARTICLES), shelves, parts)
    key = partial(_key, edition, [] if parts else shelves, parts)
    yield PlannedPage(ARTICLES, "articles.html", make, key, "the register of articles")
    for url, part in (parts | lead_on(shelves, ARTICLES, parts)).items():
        make, key = partial(_part_page, Viewpoint(edition, url), part), partial(_part_key, edition, part)
        yield PlannedPage(url, "articles.html", make, key, "the register of articles")


def _key(edition: Edition, here: Sequence[_Year], parts: Mapping[UrlPath, _Part], stamps: Stamps) -> bytes:
    shape = [(year, len(articles)) for year, articles in here]
    cut = [(url, part.span, [(year, len(articles)) for year, articles in part.shelves]) for url, part in parts.items()]
    rows = (stamps.nameless(article.slug) for _, articles in here for article in articles)
    return ingredients(edition, stamps).page("articles.html", stamp((shape, cut)), *rows)


def _part_key(edition: Edition, part: _Part, stamps: Stamps) -> bytes:
    return stamp((_key(edition, part.here, part.parts, stamps), part.number))


def _register(viewpoint: Viewpoint, shelves: list[_Year], parts: Mapping[UrlPath, _Part]) -> ArticlesView:
    number = len(viewpoint.edition.records.articles)
    words = viewpoint.words
    standfirst = _standfirst(number, words) if number else words.gettext("There is nothing here yet.")
    return ArticlesView(
        site=viewpoint.site(),
        head=_head(words.gettext("Articles"), standfirst, viewpoint, [] if parts else shelves),
        standfirst=standfirst,
        trail=(),
        years=() if parts else tuple(_year(shelf, viewpoint) for shelf in shelves),
        parts=part_links(parts, viewpoint, lambda number: count_articles(number, words)),
    )


def _part_page(viewpoint: Viewpoint, part: _Part) -> ArticlesView:
    words, year = viewpoint.words, part.words(viewpoint)
    title = words.gettext("Articles, {year}", year=year)
    trail = (LinkView(words.gettext("Articles"), viewpoint.link(ARTICLES)),)
    standfirst = _standfirst(part.count, words)
    return ArticlesView(
        site=viewpoint.site(),
        head=_head(title, standfirst, viewpoint, part.here, trail),
        standfirst=standfirst,
        trail=trail,
        years=tuple(_year(shelf, viewpoint) for shelf in part.here),
        parts=part_links(part.parts, viewpoint, lambda number: count_articles(number, words)),
    )


def _head(
    title: str, standfirst: str, viewpoint: Viewpoint, here: Sequence[_Year], trail: tuple[LinkView, ...] = ()
) -> HeadView:
    nodes = [article_link(article, viewpoint) for _, articles in here for article in articles]
    return describe_list(viewpoint.head(title, standfirst), viewpoint, nodes, trail)


def _year(shelf: _Year, viewpoint: Viewpoint) -> ArticleYearView:
    year, articles = shelf
    rows = tuple(_row(article, viewpoint) for article in articles)
    words, number = shelf_words(year, viewpoint), count_articles(len(rows), viewpoint.words)
    return ArticleYearView(year_anchor(year), words, number, rows)


def _row(article: ArticleRecord, viewpoint: Viewpoint) -> ArticleRowView:
    link = replace(viewpoint.article(article), date=date_parts(article.date, viewpoint.language, short=True))
    sources, corrected = _rests_on(article, viewpoint.words), view_corrected(article, viewpoint)
    return ArticleRowView(link, Html(article.summary), sources, corrected)


def _rests_on(article: ArticleRecord, words: Words) -> str:
    """Who published the sources: `Ann and Ben`; where some name nobody: `five sources, among them Ann`."""
    sources = [source.publisher for source in article.sources]
    publishers = list(dict.fromkeys(publisher for publisher in sources if publisher))
    if all(sources):
        return words.enumerated(publishers)
    number = words.ngettext("one source", "{number} sources", len(sources))
    if not publishers:
        return number
    return words.gettext("{sources}, among them {names}", sources=number, names=words.enumerated(publishers))


def _standfirst(number: int, words: Words) -> str:
    return words.gettext("{articles}, newest first.", articles=count_articles(number, words))
