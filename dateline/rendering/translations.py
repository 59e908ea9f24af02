"""Turn articles and their translations into what the page of each shows of the others, and of its original."""

from collections.abc import Mapping
from dataclasses import replace

from dateline.indexes.records import ArticleRecord, ArticleText
from dateline.model.names import Slug
from dateline.model.translations import original_slug
from dateline.model.urls import article_url
from dateline.rendering.edition import Edition
from dateline.rendering.language_names import own_language_name
from dateline.rendering.shared_views import AlternateView, HeadView
from dateline.rendering.version_views import TranslationView
from dateline.rendering.viewpoint import Viewpoint


def original_of(article: ArticleRecord, edition: Edition) -> ArticleRecord:
    """Return the article of which one is a translation; itself where it is none."""
    slug = original_slug(article.slug)
    return edition.articles[slug] if slug else article


def versions_of(article: ArticleRecord, edition: Edition) -> tuple[ArticleRecord, ...]:
    """Return an article and all its translations, given any of them: the original first."""
    original = original_of(article, edition)
    return (original, *_translations(edition).get(original.slug, ()))


def complete(article: ArticleRecord, edition: Edition) -> ArticleRecord:
    """Return an article as its page shows it: a translation has date, events and evidence of its original."""
    original = original_of(article, edition)
    if original is article:
        return article
    return replace(
        article,
        edtf=original.edtf,
        events=original.events,
        sources=article.sources or original.sources,
        corrections=article.corrections or original.corrections,
        tags=article.tags or original.tags,
    )


def complete_text(article: ArticleRecord, edition: Edition) -> ArticleText:
    """Return the long parts of an article as its page shows them, in the same way."""
    library, original = edition.records.library, original_of(article, edition)
    text = library.text(article.slug)
    if original is article:
        return text
    other = library.text(original.slug)
    return replace(
        text,
        authors=text.authors or other.authors,
        updated=text.updated or other.updated,
        picture=text.picture or other.picture,
    )


def view_translations(article: ArticleRecord, viewpoint: Viewpoint) -> tuple[TranslationView, ...]:
    """Return an article in its other languages, the original first."""
    versions = versions_of(article, viewpoint.edition)
    return tuple(
        _view(each, viewpoint, is_original=each is versions[0]) for each in versions if each.slug != article.slug
    )


def link_versions(head: HeadView, article: ArticleRecord, viewpoint: Viewpoint) -> HeadView:
    """Return the head of the page of an article with the addresses of it in all its languages.

    They are as search engines ask for: each page names all, itself among them, and `x-default`, which is the original.
    """
    versions = versions_of(article, viewpoint.edition)
    if len(versions) == 1:
        return head
    named = [(_language(each, viewpoint), each) for each in versions]
    links = (AlternateView(tag, _address(each, viewpoint)) for tag, each in (*named, ("x-default", versions[0])))
    return replace(head, alternates=tuple(links))


def _translations(edition: Edition) -> Mapping[Slug, tuple[ArticleRecord, ...]]:
    return edition.memo.once(TranslationView, lambda: _by_original(edition))


def _by_original(edition: Edition) -> Mapping[Slug, tuple[ArticleRecord, ...]]:
    found: dict[Slug, tuple[ArticleRecord, ...]] = {}
    for each in edition.records.translations:
        original = original_slug(each.slug)
        if original:
            found[original] = (*found.get(original, ()), each)
    return found


def _view(article: ArticleRecord, viewpoint: Viewpoint, *, is_original: bool) -> TranslationView:
    language = _language(article, viewpoint)
    url = viewpoint.link(article_url(article.slug))
    return TranslationView(language, own_language_name(language), url, is_original)


def _language(article: ArticleRecord, viewpoint: Viewpoint) -> str:
    return article.language or viewpoint.edition.content.settings.language


def _address(article: ArticleRecord, viewpoint: Viewpoint) -> str:
    base, url = viewpoint.edition.base_url, article_url(article.slug)
    return f"{base}{url}" if base else viewpoint.link(url)
