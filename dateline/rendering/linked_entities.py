"""Turn what a dossier shows of its entity into JSON-LD, in the words that schema.org has for its kind.

schema.org has words for few relations, and none for how sure one is or when it held. So each is an `additionalProperty`
with the words of the page, and what qualifies it is its `valueReference`: no relation goes without its status.
"""

from collections.abc import Iterable, Iterator, Sequence

from dateline.indexes.citations import record_citation
from dateline.indexes.entries import Entry
from dateline.indexes.records import EntityRecord
from dateline.indexes.relations import RelationEnd, StatedRelation
from dateline.model.date import HistoricalDate
from dateline.model.entity import Coordinates
from dateline.model.names import EntityId
from dateline.rendering.linked_data import (
    Node,
    add_written,
    article_link,
    describe,
    entity_link,
    entry_nodes,
    iso_date,
    make_node,
    page_node,
    property_value,
    work_node,
    write_list,
)
from dateline.rendering.parts import LinkView
from dateline.rendering.relation_rows import relation_words, shown_relations
from dateline.rendering.shared_views import HeadView
from dateline.rendering.viewpoint import Viewpoint

_PROFILED = frozenset({"Organization", "Person"})
_WHOLES = {"Organization": "parentOrganization", "Place": "containedInPlace"}
_LIFE = {
    ("Person", "born"): "birthDate",
    ("Person", "died"): "deathDate",
    ("Organization", "founded"): "foundingDate",
    ("Organization", "dissolved"): "dissolutionDate",
}


def describe_entity(
    head: HeadView,
    viewpoint: Viewpoint,
    record: EntityRecord,
    entries: Iterable[Entry],
    parents: Sequence[EntityId] = (),
    trail: Sequence[LinkView] = (),
) -> HeadView:
    """Return the head of a dossier, or of a year of it (with a trail), with what machines read of its entity."""
    kind = viewpoint.edition.content.settings.kind(record.entity.kind).schema_type
    link = entity_link(record.entity.id, viewpoint)
    about = link if trail else {**link, **_facts(kind, record, parents, viewpoint)}
    told = add_written(about, "subjectOf", write_list(entry_nodes(entries, viewpoint, placed=False)))
    page = page_node("ProfilePage" if kind in _PROFILED else "WebPage", head, viewpoint)
    return describe(head, viewpoint, add_written(page, "mainEntity", told), trail)


def _facts(kind: str, record: EntityRecord, parents: Sequence[EntityId], viewpoint: Viewpoint) -> Node:
    entity = record.entity
    dates = dict(_dates(kind, record))
    spot = entity.coordinates
    whole = entity_link(parents[0], viewpoint) if parents else None
    return make_node(
        kind,
        alternateName=list(entity.aliases),
        description=record.description,
        **{name: value for name, value in dates.items() if isinstance(value, str)},
        **{_WHOLES.get(kind, "isPartOf"): whole},
        geo=_geo(spot) if spot else None,
        additionalProperty=[
            *(value for value in dates.values() if not isinstance(value, str)),
            *(_relation(end, viewpoint) for end in shown_relations(entity.id, viewpoint)),
        ],
    )


def _dates(kind: str, record: EntityRecord) -> Iterator[tuple[str, str | Node]]:
    """When it was born, died, founded, dissolved: under the word of schema.org, else as a property with EDTF."""
    for name in ("born", "died", "founded", "dissolved"):
        date: HistoricalDate | None = getattr(record.entity, name)
        if date is None or not date.is_known:
            continue
        word, told = _LIFE.get((kind, name)), iso_date(date)
        yield (word, told) if word and told else (name, property_value(name, date.edtf))


def _geo(spot: Coordinates) -> Node:
    return make_node("GeoCoordinates", latitude=spot.latitude, longitude=spot.longitude)


def _relation(end: RelationEnd, viewpoint: Viewpoint) -> Node:
    """How the entity of the page stands to another, and who says so."""
    relation, other = end.relation, entity_link(end.other, viewpoint)
    articles = (viewpoint.edition.articles.get(slug) for slug in relation.articles)
    return make_node(
        "PropertyValue",
        name=relation_words(end, viewpoint),
        value=other["name"],
        url=other["@id"],
        valueReference=[property_value(name, value) for name, value in _qualifiers(relation)],
        description=" ".join(relation.notes),
        subjectOf=[
            *(article_link(article, viewpoint) for article in articles if article),
            *(work_node(record_citation(source), viewpoint) for source in relation.sources),
        ],
    )


def _qualifiers(relation: StatedRelation) -> Iterator[tuple[str, str]]:
    """How sure a relation is, and when it held, in EDTF."""
    if relation.status:
        yield "status", relation.status.value
    for name, date in zip(("since", "until"), relation.span, strict=True):
        if date and date.is_known:
            yield name, date.edtf
