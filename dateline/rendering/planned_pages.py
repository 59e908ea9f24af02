"""Turn a planned page into its bytes, and a theme into what pages are made from."""

from collections.abc import Mapping

from dateline.indexes.records import ROOT
from dateline.model.problem import Problem
from dateline.model.urls import root_from
from dateline.rendering.basemap import BASEMAP
from dateline.rendering.offline import name_pages
from dateline.rendering.plan import PlannedPage
from dateline.rendering.templates import TemplateSet
from dateline.rendering.tongues import say_languages

READ = (BASEMAP,)
"""Assets that pages are drawn from, and that no page loads."""


def read_by_pages(templates: Mapping[str, bytes], assets: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of a theme that pages are made from: all templates, and of the assets the outlines of maps."""
    return {**templates, **{name: assets[name] for name in READ if name in assets}}


def render_page(template_set: TemplateSet, page: PlannedPage) -> tuple[bytes, tuple[Problem, ...]]:
    """Return a planned page as UTF-8, empty where its template fails, and what is wrong with that."""
    view = page.make_view()
    html, problems = template_set.render(page.template, view)
    said = say_languages(html, view.head.language, view.site.labels, view.site.language)
    led = _lead_from(said, page)
    return (name_pages(led) if view.site.is_offline else led).encode(), problems


def _lead_from(html: str, page: PlannedPage) -> str:
    """The page with links that lead from it, and to itself within it.

    Until then they are alike on all pages, and so is what views and macros make of them: that is made once for all.
    """
    return html.replace(f'"{ROOT}{page.url}#', '"#').replace(ROOT, page.root or root_from(page.url))
