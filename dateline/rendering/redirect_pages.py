"""Turn old addresses into pages that lead on to where an article, an entity or a page is now."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from dateline.indexes.records import Records, Stamps
from dateline.model.dataclass import dataclass
from dateline.model.names import UrlPath
from dateline.model.problem import Code, Location, Problem
from dateline.model.urls import article_url, entity_url, output_path, page_url
from dateline.rendering.edition import Edition
from dateline.rendering.keys import ingredients, stamp
from dateline.rendering.parts import LinkView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.views import RedirectView


@dataclass(frozen=True, slots=True)
class _Redirect:
    old: UrlPath
    new: UrlPath
    title: str
    """Of the page to which it leads."""
    location: Location
    """The file that asks for it."""
    is_dossier: bool = False


def redirect_paths(records: Records) -> frozenset[str]:
    """Return the output paths of all pages that only lead on: no reader and no search engine is sent there."""
    return frozenset(output_path(redirect.old) for redirect in _redirects(records))


def plan_redirects(edition: Edition) -> Iterator[PlannedPage]:
    """Return a page for each old address."""
    for redirect in _redirects(edition.records):
        make, key = partial(_redirect, edition, redirect), partial(_key, edition, redirect)
        location = redirect.location
        yield PlannedPage(redirect.old, "redirect.html", make, key, location.path, location, redirect.new)


def tell_taken(page: PlannedPage, first: PlannedPage) -> Problem:
    """Return the problem of a page that only leads on, and is planned where another one stands."""
    old = f"'/{page.url}'"
    if page.leads_to == first.url:
        message, hint = f"the redirect from {old} would lead to itself", "leave it out of redirects:"
    elif first.leads_to is not None:
        message = f"{old} would be redirected twice: by {first.maker} and by {page.maker}"
        hint = "leave it in the redirects: of one page"
    else:
        message = f"the redirect from {old} would take the place of {first.maker}"
        hint = "leave it out of redirects:, or give the page that stands there another slug"
    return Problem(Code.URL_COLLISION, message, page.location or Location(page.maker), hint)


def _redirects(records: Records) -> Iterator[_Redirect]:
    for article in (*records.articles, *records.translations):
        for old in article.redirects:
            yield _Redirect(old, article_url(article.slug), article.title, article.location)
    for record in records.entities:
        entity = record.entity
        for old in entity.redirects:
            yield _Redirect(old, entity_url(entity.id), entity.name, entity.location, is_dossier=True)
    for page in (*records.pages, *records.translated_pages):
        for old in page.redirects:
            yield _Redirect(old, page_url(page.slug), page.title, page.location)


def _key(edition: Edition, redirect: _Redirect, stamps: Stamps) -> bytes:
    told = stamp((redirect.old, redirect.new, redirect.title))
    return ingredients(edition, stamps).page("redirect.html", told)


def _redirect(edition: Edition, redirect: _Redirect) -> RedirectView:
    here, there = Viewpoint(edition, redirect.old), Viewpoint(edition, redirect.new)
    target = LinkView(redirect.title, here.link(redirect.new))
    canonical = there.permalink() if edition.base_url else target.url
    head = replace(here.head(here.words.gettext("This page has moved")), canonical=canonical)
    return RedirectView(here.site(), head, target, _anchors(redirect))


def _anchors(redirect: _Redirect) -> tuple[str, ...]:
    """With what the ids of entries that the file of an entity tells began and begin: they are made of its own id."""
    if not redirect.is_dossier or not redirect.old.endswith("/"):
        return ()
    return tuple(path.replace("/", ".") for path in (redirect.old, redirect.new))
