"""Turn what there is in several languages into what the page of each shows of the others, and of its original."""

from collections.abc import Mapping
from dataclasses import replace

from dateline.indexes.records import ArticleRecord, ArticleText
from dateline.model.names import Slug
from dateline.model.translations import original_slug
from dateline.rendering.edition import Edition
from dateline.rendering.language_names import own_language_name
from dateline.rendering.shared_views import AlternateView, HeadView
from dateline.rendering.version_views import TranslationView
from dateline.rendering.versions import Version, named_versions
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


def view_translations(viewpoint: Viewpoint) -> tuple[TranslationView, ...]:
    """Return what stands on a page in its other languages, the original first; nothing where there is but one."""
    versions = viewpoint.edition.versions.get(viewpoint.url, ())
    return tuple(
        _view(each, viewpoint, is_original=each is versions[0]) for each in versions if each.url != viewpoint.url
    )


def link_versions(head: HeadView, viewpoint: Viewpoint) -> HeadView:
    """Return the head of a page with the addresses of what stands on it in all its languages.

    They are as search engines ask for: each page names all, itself among them, and `x-default`, which is the original.
    """
    versions = named_versions(viewpoint.edition.versions.get(viewpoint.url, ()))
    return replace(head, alternates=tuple(AlternateView(each.language, _address(each, viewpoint)) for each in versions))


def _translations(edition: Edition) -> Mapping[Slug, tuple[ArticleRecord, ...]]:
    return edition.memo.once(TranslationView, lambda: _by_original(edition))


def _by_original(edition: Edition) -> Mapping[Slug, tuple[ArticleRecord, ...]]:
    found: dict[Slug, tuple[ArticleRecord, ...]] = {}
    for each in edition.records.translations:
        original = original_slug(each.slug)
        if original:
            found[original] = (*found.get(original, ()), each)
    return found


def _view(version: Version, viewpoint: Viewpoint, *, is_original: bool) -> TranslationView:
    name = own_language_name(version.language)
    return TranslationView(version.language, name, viewpoint.link(version.url), is_original)


def _address(version: Version, viewpoint: Viewpoint) -> str:
    base = viewpoint.edition.base_url
    return f"{base}{version.url}" if base else viewpoint.link(version.url)
