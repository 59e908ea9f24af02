"""Turn what entities state of each other into relations that both ends show: each once, seen from that end."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.indexes.records import EntityRecord, Records
from dateline.model.article import Status
from dateline.model.citation import Citation
from dateline.model.date import UNKNOWN_DATE, SortKey
from dateline.model.light import light
from dateline.model.names import EntityId, Slug
from dateline.model.problem import Code, Problem
from dateline.model.relation import Ends, Relation, Span, agree
from dateline.model.relation_type import RelationType
from dateline.reading.values import suggest


@light
class StatedRelation:
    """How one entity stands to another: what their two files say of it, where they agree."""

    ends: Ends
    span: Span
    status: Status | None
    notes: tuple[str, ...]
    sources: tuple[Citation, ...]
    articles: tuple[Slug, ...]
    """Articles of the site that say so. One that is not published may be among them: it is told as a problem."""


@light
class RelationEnd:
    """A relation seen from one of its ends."""

    relation: StatedRelation
    own: EntityId
    """Whence it is seen."""
    other: EntityId
    is_inverse: bool
    """Whether it is seen from its object: the words are `led by`, not `leads`."""


@light
class Relations:
    """Every relation of a site."""

    stated: tuple[StatedRelation, ...]
    """By type, in the order of the settings; then by date; then by the names of subject and object."""
    ends: Mapping[EntityId, tuple[RelationEnd, ...]]
    """For each entity that has any: by type, seen from the subject first; then by date; then by name."""

    def of(self, identity: EntityId) -> tuple[RelationEnd, ...]:
        """Return the relations of an entity, seen from it."""
        return self.ends.get(identity, ())


def index_relations(entities: Iterable[EntityRecord], types: Sequence[RelationType]) -> Relations:
    """Return every relation that entities state; `types` are those of the site.

    What one of two statements leaves open the other fills in. Statements that do not agree stay apart.
    """
    order = _Order({record.entity.id: record.entity.name for record in entities}, types)
    stated = sorted(_merge(entities, order.symmetric), key=order.of_relation)
    seen: defaultdict[EntityId, list[RelationEnd]] = defaultdict(list)
    for relation in stated:
        _, subject, target = relation.ends
        seen[subject].append(RelationEnd(relation, subject, target, is_inverse=False))
        is_inverse = relation.ends.type not in order.symmetric
        seen[target].append(RelationEnd(relation, target, subject, is_inverse))
    return Relations(tuple(stated), {own: tuple(sorted(ends, key=order.of_end)) for own, ends in sorted(seen.items())})


def tell_unknown_articles(records: Records) -> Iterator[Problem]:
    """Return a problem for each article on which a relation rests and that the site does not have."""
    known = {article.slug for article in records.articles}
    for record in records.entities:
        for relation in record.entity.relations:
            for slug in relation.articles:
                if slug not in known:
                    hint = suggest(slug, known) or "write the slug of an article that is published"
                    message = f"there is no article '{slug}', on which the relation rests"
                    yield Problem(Code.REFERENCE_UNKNOWN, message, relation.location, hint)


class _Order:
    """The order of relations: total, since those of the same ends and dates differ in their status."""

    def __init__(self, names: Mapping[EntityId, str], types: Sequence[RelationType]) -> None:
        self.symmetric = frozenset(each.name for each in types if each.is_symmetric)
        self._names = names
        self._ranks = {each.name: rank for rank, each in enumerate(types)}

    def of_relation(self, relation: StatedRelation) -> tuple[object, ...]:
        """Return the place of a relation among all."""
        type_, subject, target = relation.ends
        return (self._ranks[type_], *_when(relation), *self._name(subject), *self._name(target), relation.status or "")

    def of_end(self, end: RelationEnd) -> tuple[object, ...]:
        """Return the place of a relation among those of one entity."""
        relation = end.relation
        rank = self._ranks[relation.ends.type]
        return (rank, end.is_inverse, *_when(relation), *self._name(end.other), relation.status or "")

    def _name(self, identity: EntityId) -> tuple[str, str]:
        return self._names[identity].casefold(), identity


def _when(relation: StatedRelation) -> tuple[SortKey, SortKey]:
    since, until = relation.span
    return (since or UNKNOWN_DATE).sort_key, (until or UNKNOWN_DATE).sort_key


def _merge(entities: Iterable[EntityRecord], symmetric: frozenset[str]) -> Iterator[StatedRelation]:
    found: defaultdict[Ends, list[StatedRelation]] = defaultdict(list)
    for record in sorted(entities, key=lambda record: record.entity.id):
        for relation in record.entity.relations:
            ends = relation.ends(record.entity.id, is_symmetric=relation.type in symmetric)
            _add(_alone(relation, ends), found[ends])
    for relations in found.values():
        yield from relations


def _add(stated: StatedRelation, told: list[StatedRelation]) -> None:
    """Let a statement fill in the first one that it agrees with, or stand beside those that there are."""
    for place, one in enumerate(told):
        if _are_one(one, stated):
            told[place] = _filled_in(one, stated)
            return
    told.append(stated)


def _alone(relation: Relation, ends: Ends) -> StatedRelation:
    notes = (relation.note,) if relation.note else ()
    return StatedRelation(ends, relation.span, relation.status, notes, relation.sources, relation.articles)


def _are_one(one: StatedRelation, other: StatedRelation) -> bool:
    pairs = (*zip(one.span, other.span, strict=True), (one.status, other.status))
    return all(agree(*pair) for pair in pairs) and not one.span.is_apart(other.span)


def _filled_in(one: StatedRelation, other: StatedRelation) -> StatedRelation:
    return replace(
        one,
        span=Span(one.span.since or other.span.since, one.span.until or other.span.until),
        status=one.status or other.status,
        notes=tuple(dict.fromkeys((*one.notes, *other.notes))),
        sources=tuple(dict.fromkeys((*one.sources, *other.sources))),
        articles=tuple(dict.fromkeys((*one.articles, *other.articles))),
    )
