"""Turn a site into the page that shows what was searched for."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from dateline.indexes.records import Stamps
from dateline.model.urls import ARTICLES, SEARCH, TIMELINE
from dateline.rendering.edition import Edition
from dateline.rendering.keys import ingredients, stamp
from dateline.rendering.linked_data import describe_page
from dateline.rendering.parts import LinkView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.search_views import SearchView
from dateline.rendering.viewpoint import Viewpoint, allow_wasm
from dateline.rendering.words import message

_STANDFIRST = message("Names of people, groups and places, and titles of articles and events.")

_WITH_TEXTS = message("Names of people, groups and places, titles of articles and events, and the texts.")


def plan_search(edition: Edition) -> Iterator[PlannedPage]:
    """Return the page of search."""
    yield PlannedPage(SEARCH, "search.html", partial(_search, edition), partial(_key, edition), "the page of search")


def _key(edition: Edition, stamps: Stamps) -> bytes:
    return ingredients(edition, stamps).page("search.html", stamp(edition.options.full_text))


def _search(edition: Edition) -> SearchView:
    viewpoint = Viewpoint(edition, SEARCH)
    words, all_found = viewpoint.words, _WITH_TEXTS if edition.options.full_text else _STANDFIRST
    standfirst = words.gettext(all_found)
    head = describe_page(viewpoint.head(words.gettext("Search"), standfirst), viewpoint, standfirst)
    site, full_text = viewpoint.site(), edition.options.full_text
    if full_text:
        site = replace(site, policy=allow_wasm(site.policy))
    return SearchView(site, head, standfirst, full_text, _registers(viewpoint))


def _registers(viewpoint: Viewpoint) -> tuple[LinkView, ...]:
    """Where a reader without scripts finds the same."""
    targets = ((viewpoint.words.gettext("Articles"), ARTICLES), (viewpoint.words.gettext("Timeline"), TIMELINE))
    others = (LinkView(label, viewpoint.link(target)) for label, target in targets)
    return (*map(viewpoint.register, viewpoint.edition.kinds), *others)
