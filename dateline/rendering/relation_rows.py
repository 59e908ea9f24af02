"""Turn the relations of an entity into what its dossier shows of them."""

from collections.abc import Iterator
from itertools import groupby

from dateline.indexes.citations import record_citation
from dateline.indexes.relations import RelationEnd
from dateline.model.names import EntityId, Slug
from dateline.rendering.known_words import RELATIONS
from dateline.rendering.relation_views import CitedArticleView, RelationGroupView, RelationRowView, RelationsView
from dateline.rendering.source_views import view_corrected, view_source
from dateline.rendering.span_words import lasting_parts
from dateline.rendering.status_views import view_status
from dateline.rendering.tongues import open_with
from dateline.rendering.viewpoint import Viewpoint

MOST_RELATIONS = 100


def view_relations(identity: EntityId, viewpoint: Viewpoint) -> RelationsView | None:
    """Return how an entity stands to others; None where nobody has said."""
    ends = viewpoint.edition.relations.of(identity)
    if not ends:
        return None
    groups = groupby(shown_relations(identity, viewpoint), key=lambda end: relation_words(end, viewpoint))
    count, words = viewpoint.words.figures(len(ends)), viewpoint.words
    if len(ends) > MOST_RELATIONS:
        count = words.gettext("the first {number} of {total}", number=MOST_RELATIONS, total=count)
    return RelationsView(
        count, tuple(RelationGroupView(label, tuple(_row(end, viewpoint) for end in group)) for label, group in groups)
    )


def shown_relations(identity: EntityId, viewpoint: Viewpoint) -> tuple[RelationEnd, ...]:
    """Return the relations of an entity that its dossier shows."""
    return viewpoint.edition.relations.of(identity)[:MOST_RELATIONS]


def relation_words(end: RelationEnd, viewpoint: Viewpoint) -> str:
    """Return the words of a relation seen from this end: `Led by`."""
    kind = viewpoint.edition.content.settings.relation_type(end.relation.ends.type)
    words = viewpoint.known("relation", kind.inverse if end.is_inverse else kind.label, RELATIONS)
    return open_with(words, str.upper)


def _row(end: RelationEnd, viewpoint: Viewpoint) -> RelationRowView:
    relation = end.relation
    return RelationRowView(
        chip=viewpoint.chip(end.other),
        dates=lasting_parts(relation.span, viewpoint.language),
        status=view_status(relation.status, viewpoint.words),
        notes=relation.notes,
        articles=tuple(_cited(relation.articles, viewpoint)),
        sources=tuple(view_source(record_citation(source), viewpoint) for source in relation.sources),
    )


def _cited(slugs: tuple[Slug, ...], viewpoint: Viewpoint) -> Iterator[CitedArticleView]:
    for slug in slugs:
        article = viewpoint.edition.articles.get(slug)
        if article:
            yield CitedArticleView(viewpoint.article(article), view_corrected(article, viewpoint))
