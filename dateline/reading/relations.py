"""Turn the `relations:` of an entity into values, and tell where its other end states the same otherwise."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.model.article import Status
from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity
from dateline.model.names import EntityId, Slug
from dateline.model.problem import Code, Problem, Severity
from dateline.model.relation import Relation, Span, agree
from dateline.model.relation_type import RelationType
from dateline.reading.citations import read_citations, without_files
from dateline.reading.findings import Findings
from dateline.reading.nodes import TextNode
from dateline.reading.references import References
from dateline.reading.relation_types import Meaning, find_type, known_words
from dateline.reading.values import Form, suggest

_NOBODY = EntityId("")


@dataclass(frozen=True, slots=True)
class Stated:
    """A relation whose other end is still a word in the header."""

    relation: Relation
    other: TextNode


def read_relations(form: Form, types: Sequence[RelationType]) -> tuple[Stated, ...]:
    """Return the relations that an entity's header states, in its order; `types` are those of the site."""
    message = "a relation cannot cite a file"
    hint = "cite it beneath sources: in an article, and write article: and the slug of that"
    tables = (without_files(table, form, message, hint) for table in form.tables("relations", "relation"))
    read = (_read_relation(form.inner(table), types) for table in tables)
    return tuple(stated for stated in read if stated)


def settle_relations(
    stated: Iterable[Stated], owner: Entity, references: References, findings: Findings
) -> tuple[Relation, ...]:
    """Return relations with their other ends found; one of which there is no such end is told and left out."""
    settled = []
    for each in stated:
        other = references.resolve(each.other, findings)
        if other == owner.id:
            message, hint = "the relation leads to the entity that states it", "write the slug of the other one"
            findings.add(Code.RELATION_TO_ITSELF, message, each.other.place, hint)
        elif other:
            settled.append(replace(each.relation, entity=other))
    return tuple(settled)


def find_differing(
    entity: Entity, by_id: Mapping[EntityId, Entity], types: Sequence[RelationType]
) -> Iterator[Problem]:
    """Return a problem for each relation of an entity that its other end states otherwise.

    Of two that differ the one is told whose id comes later, so that each difference is told once.
    """
    symmetric = {each.name for each in types if each.is_symmetric}
    for relation in entity.relations:
        other = by_id.get(relation.entity)
        if other is None or other.id > entity.id:
            continue
        is_symmetric = relation.type in symmetric
        ends = relation.ends(entity.id, is_symmetric=is_symmetric)
        same = [each for each in other.relations if each.ends(other.id, is_symmetric=is_symmetric) == ends]
        contested = [each for each in same if not relation.span.is_apart(each.span)]
        if contested and not any(_difference(relation, each) == "" for each in same):
            yield _tell_difference(relation, other, _difference(relation, contested[0]))


def _read_relation(form: Form, types: Sequence[RelationType]) -> Stated | None:
    meaning, other = _read_type(form, types), _read_other(form)
    relation = Relation(
        type=meaning[0].name if meaning else "",
        entity=_NOBODY,
        location=form.findings.locate(form.table.place),
        is_inverse=meaning[1] if meaning else False,
        span=_read_span(form),
        status=form.word(Status, "status", code=Code.STATUS_UNKNOWN),
        note=form.text("note"),
        sources=read_citations(form),
        articles=tuple(Slug(slug) for slug in form.texts("article", "articles")),
    )
    form.close("it is left out")
    if not (relation.sources or relation.articles):
        hint = "write source: and who says so, or article: and the slug of an article of yours that says so"
        form.findings.add(Code.RELATION_UNSOURCED, "the relation has no source", form.table.place, hint)
    return Stated(relation, other) if meaning and other else None


def _read_type(form: Form, types: Sequence[RelationType]) -> Meaning | None:
    node = form.text_node("type")
    labels = ", ".join(each.label for each in types)
    if node is None:
        if form.node("type") is None:
            hint = f"write type: and one of {labels}"
            form.findings.add(Code.RELATION_UNKNOWN, "the relation has no type", form.table.place, hint)
        return None
    found = find_type(node.text, types)
    if found is None:
        text = " ".join(node.text.split())
        hint = suggest(text, known_words(types)) or f"write one of {labels}, or add a type in site.toml"
        form.findings.add(Code.RELATION_UNKNOWN, f"'{text}' is no type of relation", node.place, hint)
    return found


def _read_other(form: Form) -> TextNode | None:
    node = form.text_node("entity")
    if node is None and form.node("entity") is None:
        form.refuse("the relation names nobody", form.table.place, "write entity: and the slug of the other end")
    return node


def _read_span(form: Form) -> Span:
    span, end = Span(form.date("since"), form.date("until")), form.text_node("until")
    if span.is_backwards and end:
        message = f"the relation ends ({span.until}) before it begins ({span.since})"
        hint = "write the earlier date after since: and the later one after until:"
        form.findings.add(Code.RELATION_BACKWARDS, message, end.place, hint)
    return span


def _difference(here: Relation, there: Relation) -> str:
    """What the other end says that does not agree with what is said here; '' where all of it does."""
    pairs = (
        ("since", here.span.since, there.span.since),
        ("until", here.span.until, there.span.until),
        ("status", here.status, there.status),
    )
    return next((f"{key}: {other}" for key, own, other in pairs if not agree(own, other)), "")


def _tell_difference(relation: Relation, other: Entity, difference: str) -> Problem:
    message = f"{other.location.path} states this relation too, with {difference}"
    hint = "write the same at both ends, or state it at one end only"
    return Problem(Code.RELATION_DIFFERS, message, relation.location, hint, Severity.WARNING)
