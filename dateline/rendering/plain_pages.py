"""Turn pages without a date, and the page for what is not found, into pages."""

from collections.abc import Iterator
from functools import partial

from dateline.indexes.records import PageRecord
from dateline.model.names import UrlPath
from dateline.model.urls import NOT_FOUND, page_url
from dateline.rendering.edition import Edition
from dateline.rendering.plan import PlannedPage
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.views import NotFoundView, PageView


def plan_plain_pages(edition: Edition) -> Iterator[PlannedPage]:
    """Return the pages without a date in the order of their slugs, and the 404 page."""
    for page in edition.records.pages:
        url = page_url(page.slug)
        make = partial(_page, edition, url, page)
        yield PlannedPage(url, "page.html", make, page.location.path, page.location)
    yield PlannedPage(NOT_FOUND, "404.html", partial(_not_found, edition), "the page for what is not found")


def _page(edition: Edition, url: UrlPath, page: PageRecord) -> PageView:
    viewpoint = Viewpoint(edition, url)
    return PageView(
        site=viewpoint.site(),
        head=viewpoint.head(page.title, page.summary),
        standfirst=page.summary,
        body=viewpoint.prose(page.body),
        extra=page.extra,
    )


def _not_found(edition: Edition) -> NotFoundView:
    viewpoint = Viewpoint(edition, NOT_FOUND)
    return NotFoundView(viewpoint.site(), viewpoint.head("Not found"))
