"""Turn articles and pages, and their translations, into the addresses at which each is read in each language."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from dateline.indexes.records import ArticleRecord, PageRecord, Records
from dateline.model.dataclass import dataclass
from dateline.model.names import Slug, UrlPath
from dateline.model.translations import original_slug
from dateline.model.urls import article_url, page_url

X_DEFAULT = "x-default"
"""Stands, where search engines ask for the language of a version, for all languages that have none."""


@dataclass(frozen=True, slots=True)
class Version:
    """One text in one language."""

    language: str
    """A BCP 47 tag."""
    url: UrlPath


Versions = Mapping[UrlPath, tuple[Version, ...]]
"""By the address of each text that there is in several languages: all of them, the original first."""


def find_versions(records: Records, language: str) -> Versions:
    """Return what there is in several languages; `language` is the site's, which a text has that says none."""
    found: dict[UrlPath, tuple[Version, ...]] = {}
    for versions in (
        *_group(records.articles, records.translations, article_url, language),
        *_group(records.pages, records.translated_pages, page_url, language),
    ):
        found.update(dict.fromkeys((each.url for each in versions), versions))
    return found


def named_versions(versions: tuple[Version, ...]) -> tuple[Version, ...]:
    """Return versions as search engines ask for them: all, and `x-default`, which is the original; none of none."""
    return (*versions, Version(X_DEFAULT, versions[0].url)) if versions else ()


def _group(
    originals: Iterable[ArticleRecord | PageRecord],
    translations: Iterable[ArticleRecord | PageRecord],
    address: Callable[[Slug], UrlPath],
    language: str,
) -> Iterator[tuple[Version, ...]]:
    others: dict[Slug, list[Version]] = {}
    for each in translations:
        if original := original_slug(each.slug):
            others.setdefault(original, []).append(Version(each.language, address(each.slug)))
    if not others:
        return
    for each in originals:
        if each.slug in others:
            yield Version(each.language or language, address(each.slug)), *others[each.slug]
