"""Turn all articles into their register: newest first, by year, on one page or where there are many on one per year."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import groupby

from dateline.indexes.dates import year_of
from dateline.indexes.records import ArticleRecord, Stamps
from dateline.model.names import UrlPath
from dateline.model.urls import ARTICLES
from dateline.rendering.counting import counted, enumerated, spelt_count
from dateline.rendering.date_words import date_parts, period_words
from dateline.rendering.edition import Edition
from dateline.rendering.keys import ingredients, stamp
from dateline.rendering.parts import LinkView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.sections import LONGEST
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.views import ArticleRowView, ArticlesView, ArticleYearView

Shelf = tuple[int | None, tuple[ArticleRecord, ...]]
"""A year and its articles, newest first; None: undated."""


def plan_articles_register(edition: Edition) -> Iterator[PlannedPage]:
    """Return the register of articles, and its pages of years where it is cut."""
    shelves = _shelves(edition)
    parts = _cut(shelves) if len(edition.records.articles) > LONGEST else {}
    make = partial(_register, Viewpoint(edition, ARTICLES), shelves, parts)
    key = partial(_key, edition, [] if parts else shelves, parts)
    yield PlannedPage(ARTICLES, "articles.html", make, key, "the register of articles")
    for url, shelf in parts.items():
        make, key = partial(_year_page, Viewpoint(edition, url), shelf), partial(_key, edition, [shelf], {})
        yield PlannedPage(url, "articles.html", make, key, "the register of articles")


def _key(edition: Edition, here: list[Shelf], parts: Mapping[UrlPath, Shelf], stamps: Stamps) -> bytes:
    shape = [(year, len(articles)) for year, articles in here]
    cut = [(url, year, len(articles)) for url, (year, articles) in parts.items()]
    rows = (stamps.article(article.slug) for _, articles in here for article in articles)
    return ingredients(edition, stamps).page("articles.html", stamp((shape, cut)), *rows)


def _shelves(edition: Edition) -> list[Shelf]:
    newest = edition.records.articles[::-1]
    return [(year, tuple(group)) for year, group in groupby(newest, key=lambda article: year_of(article.edtf))]


def _cut(shelves: list[Shelf]) -> dict[UrlPath, Shelf]:
    """The pages of years; a year of very many articles takes several."""
    parts: dict[UrlPath, Shelf] = {}
    for year, articles in shelves:
        for start in range(0, len(articles), LONGEST):
            part = f"-{start // LONGEST + 1}" if start else ""
            parts[UrlPath(f"{ARTICLES}{_name(year)}{part}/")] = (year, articles[start : start + LONGEST])
    return parts


def _name(year: int | None) -> str:
    return "in-undated" if year is None else f"in-{year}"


def _register(viewpoint: Viewpoint, shelves: list[Shelf], parts: Mapping[UrlPath, Shelf]) -> ArticlesView:
    number = len(viewpoint.edition.records.articles)
    standfirst = f"{counted(number, 'article', 'articles')}, newest first." if number else "There is nothing here yet."
    return ArticlesView(
        site=viewpoint.site(),
        head=viewpoint.head("Articles", standfirst),
        standfirst=standfirst,
        trail=(),
        years=() if parts else tuple(_year(shelf, viewpoint) for shelf in shelves),
        parts=tuple(
            LinkView(period_words(year), viewpoint.link(url), count=counted(len(articles), "article", "articles"))
            for url, (year, articles) in parts.items()
        ),
    )


def _year_page(viewpoint: Viewpoint, shelf: Shelf) -> ArticlesView:
    title = f"Articles, {period_words(shelf[0])}"
    standfirst = f"{counted(len(shelf[1]), 'article', 'articles')}, newest first."
    return ArticlesView(
        site=viewpoint.site(),
        head=viewpoint.head(title, standfirst),
        standfirst=standfirst,
        trail=(LinkView("Articles", viewpoint.link(ARTICLES)),),
        years=(_year(shelf, viewpoint),),
        parts=(),
    )


def _year(shelf: Shelf, viewpoint: Viewpoint) -> ArticleYearView:
    year, articles = shelf
    rows = tuple(_row(article, viewpoint) for article in articles)
    anchor = "undated" if year is None else f"y{year}"
    return ArticleYearView(anchor, period_words(year), counted(len(rows), "article", "articles"), rows)


def _row(article: ArticleRecord, viewpoint: Viewpoint) -> ArticleRowView:
    link = replace(viewpoint.article(article), date=date_parts(article.date, short=True))
    return ArticleRowView(link, viewpoint.prose(article.summary), _rests_on(article.publishers))


def _rests_on(sources: tuple[str, ...]) -> str:
    """Who published the sources: `Ann and Ben`; where some name nobody: `five sources, among them Ann`."""
    publishers = list(dict.fromkeys(publisher for publisher in sources if publisher))
    if all(sources):
        return enumerated(publishers)
    among = f", among them {enumerated(publishers)}" if publishers else ""
    return spelt_count(len(sources), "source", "sources") + among
