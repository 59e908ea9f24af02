"""Turn a planned page into its bytes, and a theme into what pages are made from."""

from collections.abc import Mapping

from dateline.model.problem import Problem
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
    return (name_pages(said) if view.site.is_offline else said).encode(), problems
