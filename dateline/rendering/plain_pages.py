"""Turn pages without a date, and the page for what is not found, into pages."""

from collections.abc import Iterator
from functools import partial

from dateline.linking.linked import LinkedPage
from dateline.model.names import UrlPath
from dateline.model.urls import NOT_FOUND, page_url
from dateline.rendering.edition import Edition
from dateline.rendering.plan import PlannedPage
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.views import NotFoundView, PageView


def plan_plain_pages(edition: Edition) -> Iterator[PlannedPage]:
    """Return the pages without a date in the order of their slugs, and the 404 page."""
    for linked in edition.linked.pages:
        url = page_url(linked.page.slug)
        make = partial(_page, edition, url, linked)
        yield PlannedPage(url, "page.html", make, linked.page.location.path, linked.page.location)
    yield PlannedPage(NOT_FOUND, "404.html", partial(_not_found, edition), "the page for what is not found")


def _page(edition: Edition, url: UrlPath, linked: LinkedPage) -> PageView:
    viewpoint, page = Viewpoint(edition, url), linked.page
    summary = page.summary.text if page.summary else ""
    return PageView(
        site=viewpoint.site(),
        head=viewpoint.head(page.title.text, summary),
        standfirst=summary,
        body=viewpoint.prose(linked.body),
        extra=page.extra,
    )


def _not_found(edition: Edition) -> NotFoundView:
    viewpoint = Viewpoint(edition, NOT_FOUND)
    return NotFoundView(viewpoint.site(), viewpoint.head("Not found"))
