"""Turn articles and other pages into what others cite: the view of their templates, and data."""

from collections.abc import Sequence

from dateline.indexes.corrections import latest_correction
from dateline.indexes.dates import is_known, read_date
from dateline.indexes.records import ArticleRecord
from dateline.model.settings import Settings
from dateline.model.urls import article_url
from dateline.rendering.cite_views import CiteView
from dateline.rendering.citing import Citable, bibtex, csl_json
from dateline.rendering.date_words import full_words
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.words import Words

_CLOSING_MARKS = (".", "!", "?", "…")


def cite_article(article: ArticleRecord, authors: Sequence[str], settings: Settings, words: Words) -> Citable:
    """Return what is cited of an article; where it names no authors, they are those of the site."""
    language = article.language or settings.language
    url = f"{settings.base_url}{article_url(article.slug)}" if settings.base_url else ""
    return Citable(
        key=article.slug.replace("/", "-"),
        title=article.title,
        site=settings.title,
        authors=tuple(authors) or settings.authors,
        date=article.date,
        remark=_corrected(article, language, words),
        url=url,
        language=language,
    )


def cite_page(key: str, title: str, viewpoint: Viewpoint) -> Citable:
    """Return what is cited of a page without a date of its own: a dossier, a timeline."""
    settings = viewpoint.edition.content.settings
    url = viewpoint.permalink() if settings.base_url else ""
    return Citable(key, title, settings.title, settings.authors, url=url, language=settings.language)


def view_cite(page: Citable, viewpoint: Viewpoint) -> CiteView:
    """Return how the page is cited, in words and as data."""
    words = [full_words(page.date, page.language)] if page.date else []
    return CiteView(
        authors=_closed(viewpoint.words.enumerated(page.authors)),
        title=_closed(page.title),
        date=", ".join([*words, *([page.remark] if page.remark else [])]),
        permalink=viewpoint.permalink(),
        bibtex=bibtex(page),
        csl=csl_json([page]),
    )


def _corrected(article: ArticleRecord, language: str, words: Words) -> str:
    latest = latest_correction(article)
    if latest is None:
        return ""
    if not is_known(latest.date):
        return words.gettext("corrected")
    return words.gettext("corrected {date}", date=full_words(read_date(latest.date), language))


def _closed(words: str) -> str:
    return words if not words or words.endswith(_CLOSING_MARKS) else f"{words}."
