"""Turn all articles into their register: newest first, by year, on one page or where there are many on one per year."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from operator import attrgetter

from dateline.indexes.records import ArticleRecord, Stamps
from dateline.model.names import UrlPath
from dateline.model.urls import ARTICLES
from dateline.rendering.counting import counted, enumerated, spelt_count
from dateline.rendering.date_words import date_parts, period_words
from dateline.rendering.edition import Edition
from dateline.rendering.keys import ingredients, stamp
from dateline.rendering.listed_views import ArticleRowView, ArticleYearView
from dateline.rendering.parts import LinkView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.shelves import Shelf, cut_shelves, part_links, shelve, year_anchor
from dateline.rendering.source_views import view_corrected
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.views import ArticlesView

_Year = Shelf[ArticleRecord]


def plan_articles_register(edition: Edition) -> Iterator[PlannedPage]:
    """Return the register of articles, and its pages of years where it is cut."""
    shelves = shelve(edition.records.articles[::-1], attrgetter("edtf"))
    parts = cut_shelves(shelves, ARTICLES)
    make = partial(_register, Viewpoint(edition, ARTICLES), shelves, parts)
    key = partial(_key, edition, [] if parts else shelves, parts)
    yield PlannedPage(ARTICLES, "articles.html", make, key, "the register of articles")
    for url, shelf in parts.items():
        make, key = partial(_year_page, Viewpoint(edition, url), shelf), partial(_key, edition, [shelf], {})
        yield PlannedPage(url, "articles.html", make, key, "the register of articles")


def _key(edition: Edition, here: list[_Year], parts: Mapping[UrlPath, _Year], stamps: Stamps) -> bytes:
    shape = [(year, len(articles)) for year, articles in here]
    cut = [(url, year, len(articles)) for url, (year, articles) in parts.items()]
    rows = (stamps.article(article.slug) for _, articles in here for article in articles)
    return ingredients(edition, stamps).page("articles.html", stamp((shape, cut)), *rows)


def _register(viewpoint: Viewpoint, shelves: list[_Year], parts: Mapping[UrlPath, _Year]) -> ArticlesView:
    number = len(viewpoint.edition.records.articles)
    standfirst = f"{counted(number, 'article', 'articles')}, newest first." if number else "There is nothing here yet."
    return ArticlesView(
        site=viewpoint.site(),
        head=viewpoint.head("Articles", standfirst),
        standfirst=standfirst,
        trail=(),
        years=() if parts else tuple(_year(shelf, viewpoint) for shelf in shelves),
        parts=part_links(parts, viewpoint, lambda number: counted(number, "article", "articles")),
    )


def _year_page(viewpoint: Viewpoint, shelf: _Year) -> ArticlesView:
    title = f"Articles, {period_words(shelf[0], viewpoint.language)}"
    standfirst = f"{counted(len(shelf[1]), 'article', 'articles')}, newest first."
    return ArticlesView(
        site=viewpoint.site(),
        head=viewpoint.head(title, standfirst),
        standfirst=standfirst,
        trail=(LinkView("Articles", viewpoint.link(ARTICLES)),),
        years=(_year(shelf, viewpoint),),
        parts=(),
    )


def _year(shelf: _Year, viewpoint: Viewpoint) -> ArticleYearView:
    year, articles = shelf
    rows = tuple(_row(article, viewpoint) for article in articles)
    words, number = period_words(year, viewpoint.language), counted(len(rows), "article", "articles")
    return ArticleYearView(year_anchor(year), words, number, rows)


def _row(article: ArticleRecord, viewpoint: Viewpoint) -> ArticleRowView:
    link = replace(viewpoint.article(article), date=date_parts(article.date, viewpoint.language, short=True))
    sources, corrected = _rests_on(article), view_corrected(article, viewpoint)
    return ArticleRowView(link, viewpoint.prose(article.summary), sources, corrected)


def _rests_on(article: ArticleRecord) -> str:
    """Who published the sources: `Ann and Ben`; where some name nobody: `five sources, among them Ann`."""
    sources = [source.publisher for source in article.sources]
    publishers = list(dict.fromkeys(publisher for publisher in sources if publisher))
    if all(sources):
        return enumerated(publishers)
    among = f", among them {enumerated(publishers)}" if publishers else ""
    return spelt_count(len(sources), "source", "sources") + among
