"""Turn content, links and indexes into the pages of the site and the assets that they load."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain

from dateline.indexes.dossiers import Indexes
from dateline.indexes.records import ArticleRecord, Records
from dateline.model.dataclass import dataclass
from dateline.model.names import EntityId, Slug
from dateline.model.problem import Code, Location, Problem, sort_problems
from dateline.model.source import Options
from dateline.model.urls import ASSETS, output_path
from dateline.reading.content import Content
from dateline.rendering.article_pages import plan_articles
from dateline.rendering.articles_pages import plan_articles_register
from dateline.rendering.choice_lists import plan_choice_lists
from dateline.rendering.choice_pages import plan_choices
from dateline.rendering.compare_pages import plan_compare
from dateline.rendering.corrections_pages import plan_corrections
from dateline.rendering.data_page import plan_data_page
from dateline.rendering.dossier_pages import plan_dossier, plan_dossiers
from dateline.rendering.edition import Edition, make_edition
from dateline.rendering.entry_pages import plan_entries
from dateline.rendering.home_page import plan_home
from dateline.rendering.kind_styles import KIND_STYLES, kind_styles
from dateline.rendering.map_pages import plan_map
from dateline.rendering.network_pages import plan_network
from dateline.rendering.plain_pages import plan_plain_pages
from dateline.rendering.plan import PlannedPage
from dateline.rendering.planned_pages import READ, read_by_pages, render_page
from dateline.rendering.print_pages import plan_print
from dateline.rendering.reach import (
    Reach,
    plan_reached_articles,
    plan_reached_comparisons,
    plan_reached_dossiers,
    untouched_pages,
)
from dateline.rendering.redirect_pages import plan_redirects, tell_taken
from dateline.rendering.register_pages import plan_registers
from dateline.rendering.search_pages import plan_search
from dateline.rendering.sources_pages import plan_sources
from dateline.rendering.templates import TemplateSet
from dateline.rendering.timeline_pages import plan_timeline

__all__ = [
    "SitePlan",
    "plan_assets",
    "plan_edition",
    "plan_pages",
    "plan_reached",
    "plan_site",
    "plan_some",
    "read_by_pages",
    "render_page",
    "render_site",
]

_PREVIEW = "preview."
"""How the names of those assets begin that only the preview loads."""


@dataclass(frozen=True, slots=True)
class SitePlan:
    """What a site will be made of."""

    pages: Mapping[str, PlannedPage]
    """Every page by its output path; of pages that claim one path the first."""
    assets: Mapping[str, bytes]
    """Every asset by its output path."""
    problems: tuple[Problem, ...]
    """Pages that claim one path."""
    untouched: frozenset[str] = frozenset()
    """The output paths of pages that are as the last build made them, and were not planned."""


def render_site(
    content: Content,
    records: Records,
    indexes: Indexes,
    templates: Mapping[str, bytes],
    assets: Mapping[str, bytes],
    options: Options,
    templates_folder: str,
    report: Callable[[int, int], None] = lambda *_: None,
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Return every page and asset by its output path, and what is wrong with templates and URLs.

    `templates` and `assets` are by name, the site's own over the theme's; `templates_folder` is what the user
    calls the folder of the templates, for the places of problems. Of outputs that claim one path the first stays.
    `report` is told how many pages are rendered, and of how many.
    """
    plan = plan_site(content, records, indexes, templates, assets, options)
    outputs, problems = dict(plan.assets), list(plan.problems)
    template_set = TemplateSet(templates, templates_folder)
    for number, (path, page) in enumerate(plan.pages.items()):
        report(number, len(plan.pages))
        outputs[path], faults = render_page(template_set, page)
        problems += faults
    return outputs, sort_problems(problems)


def plan_site(
    content: Content,
    records: Records,
    indexes: Indexes,
    templates: Mapping[str, bytes],
    assets: Mapping[str, bytes],
    options: Options,
) -> SitePlan:
    """Return which pages and assets the site has, and what is wrong with their URLs; no page is made yet."""
    return plan_edition(make_edition(content, records, indexes, options, read_by_pages(templates, assets)), assets)


def plan_edition(edition: Edition, assets: Mapping[str, bytes]) -> SitePlan:
    """Return the same of an edition that is there already."""
    pages, problems = _settle(plan_pages(edition))
    return SitePlan(pages, plan_assets(edition, assets), problems)


def plan_reached(
    edition: Edition, assets: Mapping[str, bytes], reach: Reach, before: Collection[str]
) -> SitePlan | None:
    """Return the same, where no more has changed since the last build; None where that has to be planned as a whole.

    `before` are the output paths of the pages that the last build has made.
    """
    untouched = untouched_pages(edition, reach, before)
    pages, problems = _settle(plan_pages(edition, reach))
    rest = frozenset(untouched - pages.keys()) if untouched is not None else None
    # Of two pages that claim one path one may not have been planned.
    claimed = {path.lower() for path in pages}
    if rest is None or problems or any(path.lower() in claimed for path in rest):
        return None
    return SitePlan(pages, plan_assets(edition, assets), (), rest)


def plan_some(
    edition: Edition,
    articles: Collection[Slug],
    entities: Iterable[EntityId],
    newer: Mapping[Slug, ArticleRecord] | None = None,
) -> Mapping[str, PlannedPage]:
    """Return the pages of some articles, and those of the dossiers of some entities, by their output paths.

    `newer` are records in place of those of the edition, which only how often they name whom tells from these.
    """
    registry = edition.content.registry
    dossiers = chain.from_iterable(plan_dossier(edition, registry.by_id[identity]) for identity in entities)
    own = plan_articles(edition, articles, newer) if articles else ()
    return {output_path(page.url): page for page in (*own, *dossiers)}


def plan_pages(edition: Edition, reach: Reach | None = None) -> Iterator[PlannedPage]:
    """Return every page of the site, those that only lead on at last.

    `reach`: but for pages of articles, dossiers and comparisons that can have read nothing of it.
    """
    yield from plan_home(edition)
    yield from plan_timeline(edition)
    yield from plan_entries(edition)
    yield from plan_choice_lists(edition)
    yield from plan_choices(edition)
    yield from plan_print(edition)
    yield from plan_articles_register(edition)
    yield from plan_reached_articles(edition, reach) if reach else plan_articles(edition)
    yield from plan_corrections(edition)
    yield from plan_sources(edition)
    yield from plan_data_page(edition)
    yield from plan_registers(edition)
    yield from plan_map(edition)
    yield from plan_search(edition)
    yield from plan_reached_comparisons(edition, reach) if reach else plan_compare(edition)
    yield from plan_network(edition)
    yield from plan_reached_dossiers(edition, reach) if reach else plan_dossiers(edition)
    yield from plan_plain_pages(edition)
    yield from plan_redirects(edition)


def plan_assets(edition: Edition, assets: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return every asset of the site by its output path."""
    published = (path for path in sorted(assets) if path not in READ)
    wanted = (path for path in published if edition.options.preview or not path.startswith(_PREVIEW))
    outputs = {f"{ASSETS}{path}": assets[path] for path in wanted}
    if edition.drawn_kinds:
        outputs[f"{ASSETS}{KIND_STYLES}"] = kind_styles(edition.drawn_kinds)
    return outputs


def _settle(planned: Iterable[PlannedPage]) -> tuple[dict[str, PlannedPage], tuple[Problem, ...]]:
    """Give each output path to the first page that claims it; tell of the others."""
    pages: dict[str, PlannedPage] = {}
    claims: dict[str, PlannedPage] = {}
    problems: list[Problem] = []
    for page in planned:
        path = output_path(page.url)
        # On many disks two names that differ in capitals alone are one file.
        first = claims.setdefault(path.lower(), page)
        if first is page:
            pages[path] = page
        else:
            problems.append(_collision(page, first, path))
    return pages, tuple(problems)


def _collision(page: PlannedPage, first: PlannedPage, path: str) -> Problem:
    if page.leads_to is not None:
        return tell_taken(page, first)
    return Problem(
        Code.URL_COLLISION,
        f"'{path}' would be written twice: for {first.maker} and for {page.maker}",
        page.location or first.location or Location(path),
        "give one of them another slug",
    )
