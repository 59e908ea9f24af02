"""Turn pages without a date, in all their languages, and the page for what is not found, into pages."""

from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

from dateline.indexes.records import PageRecord, Stamps
from dateline.model.names import UrlPath
from dateline.model.urls import NOT_FOUND, page_url
from dateline.rendering.edition import Edition
from dateline.rendering.keys import ingredients, stamp
from dateline.rendering.linked_data import describe_page
from dateline.rendering.note_views import view_notes
from dateline.rendering.parts import Html
from dateline.rendering.plan import PlannedPage
from dateline.rendering.translations import link_versions, view_translations
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.views import NotFoundView, PageView


def plan_plain_pages(edition: Edition) -> Iterator[PlannedPage]:
    """Return the pages without a date in the order of their slugs, their translations, and the 404 page."""
    for page in (*edition.records.pages, *edition.records.translated_pages):
        url = page_url(page.slug)
        make, key = partial(_page, edition, url, page), partial(_key, edition, page)
        yield PlannedPage(url, "page.html", make, key, page.location.path, page.location)
    make_missing, key_missing = partial(_not_found, edition), partial(_key_of_not_found, edition)
    maker, root = "the page for what is not found", _root_of_not_found(edition)
    yield PlannedPage(NOT_FOUND, "404.html", make_missing, key_missing, maker, root=root)


def _key(edition: Edition, page: PageRecord, stamps: Stamps) -> bytes:
    versions = edition.versions.get(page_url(page.slug), ())
    return ingredients(edition, stamps).page("page.html", stamps.page(page.slug), stamp(versions))


def _key_of_not_found(edition: Edition, stamps: Stamps) -> bytes:
    return ingredients(edition, stamps).page("404.html")


def _page(edition: Edition, url: UrlPath, page: PageRecord) -> PageView:
    viewpoint = Viewpoint(edition, url, page.language)
    head = describe_page(viewpoint.head(page.title, page.summary), viewpoint, page.summary)
    return PageView(
        site=viewpoint.site(),
        head=link_versions(head, viewpoint),
        standfirst=page.summary,
        translations=view_translations(viewpoint),
        body=Html(page.body),
        notes=view_notes(page.notes, viewpoint),
        extra=page.extra,
    )


def _root_of_not_found(edition: Edition) -> str:
    """What leads to the site's root from any depth, where it is known; else ''."""
    if not edition.base_url or edition.options.offline:
        return ""
    return urlsplit(edition.base_url).path or "/"


def _not_found(edition: Edition) -> NotFoundView:
    viewpoint = Viewpoint(edition, NOT_FOUND)
    return NotFoundView(viewpoint.site(), viewpoint.head(viewpoint.words.gettext("Not found")))
