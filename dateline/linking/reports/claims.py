"""Turn what events say of people, with nothing to show how sure it is or who says so, into advice."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.linking.linked import Linked, LinkedEntity, LinkedEvent
from dateline.linking.reports.advice import Advice, AdviceCode, by_weight
from dateline.model.article import COURT_STATUSES
from dateline.model.entity import Registry
from dateline.model.names import EntityId
from dateline.reading.content import Content

_PERSON = "person"
_PERSON_TYPE = "Person"  # of schema.org


def report_unsupported(content: Content, linked: Linked) -> tuple[Advice, ...]:
    """Return one piece of advice for each event that names a person and has neither a status nor a source.

    Those count of whose part in it a status is told.
    """
    unsourced = (event for event in _unsourced(linked) if event.event.status is None)
    found = ((event, _people(event, content)) for event in unsourced)
    return by_weight(_advise(event, people, content.registry) for event, people in found if people)


def report_court(content: Content, linked: Linked) -> tuple[Advice, ...]:
    """Return one piece of advice for each event that gives a court's word and has no source."""
    found = ((event, list(_court_words(event, content.registry))) for event in _unsourced(linked))
    return by_weight(_advise_court(event, words) for event, words in found if words)


def _unsourced(linked: Linked) -> Iterator[LinkedEvent]:
    for article in linked.articles:
        if not article.article.sources:
            yield from (event for event in article.events if not event.event.sources)
    for entity in linked.entities:
        yield from (_of_its_own(event, entity) for event in entity.events if not event.event.sources)


def _of_its_own(linked: LinkedEvent, entity: LinkedEntity) -> LinkedEvent:
    """An event of an entity's own file, in which that takes part whether it is named or not."""
    event = linked.event
    return replace(linked, event=replace(event, entities=(*event.entities, entity.entity.id)))


def _people(linked: LinkedEvent, content: Content) -> list[EntityId]:
    """The people whom an event names or lists, but those whose part has a status."""
    event, said = linked.event, linked.section or linked.text
    mentions = [*linked.title.mentions, *(said.mentions if said else ())]
    told = {role.entity for role in event.roles if role.status}
    named = {mention.means for mention in mentions if mention.means}
    return sorted(each for each in {*named, *event.entities} - told if _is_person(each, content))


def _is_person(identity: EntityId, content: Content) -> bool:
    kind = content.registry.by_id[identity].kind
    return kind == _PERSON or content.settings.kind(kind).schema_type == _PERSON_TYPE


def _court_words(linked: LinkedEvent, registry: Registry) -> Iterator[str]:
    """Each court's word that an event gives, and of whom."""
    event = linked.event
    if event.status in COURT_STATUSES:
        yield f"'{event.status}'"
    for role in event.roles:
        if role.status in COURT_STATUSES:
            yield f"'{role.status}' of {_name(role.entity, registry)}"


def _advise(linked: LinkedEvent, people: list[EntityId], registry: Registry) -> Advice:
    names = _listed(_name(each, registry) for each in people)
    message = f"'{_title(linked)}' names {names}, and has neither a status nor a source"
    hint = "say how sure it is (status: alleged, reported, confirmed …), or what it rests on (sources:)"
    return Advice(AdviceCode.CLAIM_UNSUPPORTED, message, linked.event.location, hint, len(people))


def _advise_court(linked: LinkedEvent, words: list[str]) -> Advice:
    message = f"'{_title(linked)}' says {_listed(words)}, and has no source"
    hint = "a court's word needs one: add the judgment, or whoever reported it, to sources:"
    return Advice(AdviceCode.COURT_UNSOURCED, message, linked.event.location, hint, len(words))


def _title(linked: LinkedEvent) -> str:
    return " ".join(linked.title.blocks)


def _name(identity: EntityId, registry: Registry) -> str:
    return f"{identity} ({registry.by_id[identity].name})"


def _listed(items: Iterable[str]) -> str:
    *others, last = items
    return f"{', '.join(others)} and {last}" if others else last
