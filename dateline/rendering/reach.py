"""Turn the little that has changed since a build into the pages that can have read any of it.

What the key of a page is made from says which pages these are. Who lets a view of an article, a dossier or a comparison
read more puts that into its key, and looks here for whom that concerns.
"""

from collections.abc import Collection, Iterator
from itertools import chain

from dateline.indexes.places import parents_of
from dateline.model.dataclass import dataclass
from dateline.model.names import EntityId, Slug, UrlPath
from dateline.model.urls import COMPARE, article_url, compare_url, entity_url, output_path
from dateline.rendering.article_pages import plan_articles
from dateline.rendering.compare_pages import plan_compare
from dateline.rendering.dossier_pages import plan_dossier, plan_overview
from dateline.rendering.edition import Edition
from dateline.rendering.plan import PlannedPage


@dataclass(frozen=True, slots=True)
class Reach:
    """What has changed: long parts of articles and whom these name, and other names of entities; nothing else."""

    articles: frozenset[Slug]
    """Those that were edited, or linked anew."""
    named: frozenset[EntityId]
    """Whom one of them names now and did not, or no more."""
    said: frozenset[EntityId]
    """Those of whom one of them says something else, and those with other names; the `named` are among them."""
    together: frozenset[EntityId]
    """All whom one of them names or lists, or did."""


def plan_reached_articles(edition: Edition, reach: Reach) -> Iterator[PlannedPage]:
    """Return the pages of articles that can have read what changed: those that name the same show what is new on it."""
    articles = edition.indexes.dossiers.articles
    also = {article.slug for identity in reach.named for article in articles(identity)}
    return plan_articles(edition, reach.articles | also)


def plan_reached_comparisons(edition: Edition, reach: Reach) -> Iterator[PlannedPage]:
    """Return the comparisons that can have read what changed, and the page that lists them."""
    return plan_compare(edition, reach.together | reach.said)


def plan_reached_dossiers(edition: Edition, reach: Reach) -> Iterator[PlannedPage]:
    """Return the pages of dossiers that can have read what changed."""
    registry = edition.content.registry
    # The small map of a place shows how much there is of its parts.
    around = chain.from_iterable(parents_of(registry, identity) for identity in reach.named)
    partners = chain.from_iterable(edition.compared.get(identity, ()) for identity in reach.named)
    for identity in sorted({*reach.together, *around, *partners} - reach.said):
        yield from plan_overview(edition, registry.by_id[identity])
    for identity in sorted(reach.said):
        yield from plan_dossier(edition, registry.by_id[identity])


def untouched_pages(edition: Edition, reach: Reach, before: Collection[str]) -> set[str] | None:
    """Return which of the pages before may be as they were, by their output paths: of articles, dossiers, comparisons.

    Pages that were planned are among them. None where there are other comparisons than before, which dossiers tell.
    """
    compared = {output_path(compare_url(pair.first, pair.second)) for pair in edition.pairs}
    listing = {output_path(COMPARE)} if edition.has_company else set[str]()
    if {path for path in before if path.startswith(COMPARE)} != compared | listing:
        return None
    records = edition.records
    articles = {output_path(article_url(each.slug)) for each in (*records.articles, *records.translations)}
    entities = {entity_url(each.entity.id) for each in records.entities if each.entity.id not in reach.said}
    return {path for path in before if path in compared or path in articles or _folder(path) in entities}


def _folder(path: str) -> UrlPath:
    """The folder of the dossier in which a page stands, if it does in one: `people/ann/`."""
    return UrlPath("/".join(path.split("/", 2)[:2]) + "/")
