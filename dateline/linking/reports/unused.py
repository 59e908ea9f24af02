"""Turn what the registry holds and no article uses into advice: entities, and names of entities."""

from collections import Counter
from collections.abc import Iterator

from dateline.linking.folding import fold
from dateline.linking.linked import Linked
from dateline.linking.name_forms import is_findable
from dateline.linking.remedies import times
from dateline.linking.reports.advice import Advice, AdviceCode, by_weight
from dateline.model.entity import Entity
from dateline.model.mention import Mention
from dateline.model.names import EntityId
from dateline.reading.content import Content


def report_unmentioned(content: Content, linked: Linked) -> tuple[Advice, ...]:
    """Return one piece of advice for each entity that no article means, by a name or in an event's list."""
    mentions = _in_articles(linked)
    meant = {mention.means for mention in mentions} | set(_listed(content))
    doubtful = Counter(each for mention in mentions if not mention.means for each in mention.candidates)
    silent = [entity for entity in content.registry.entities if entity.id not in meant]
    return by_weight(_advise_entity(entity, doubtful[entity.id]) for entity in silent)


def report_unused(content: Content, linked: Linked) -> tuple[Advice, ...]:
    """Return one piece of advice for each name that no article uses, of an entity that articles do name."""
    mentions = _in_articles(linked)
    meant = {mention.means for mention in mentions}
    used = {fold(words) for mention in mentions for words in (mention.name, mention.surface)}
    found = (
        _advise_name(entity, name, what)
        for entity in content.registry.entities
        for name, what in _names(entity)
        if entity.id in meant and is_findable(fold(name)) and fold(name) not in used
    )
    return by_weight(found)


def _in_articles(linked: Linked) -> list[Mention]:
    return [mention for article in linked.articles for mention in article.mentions]


def _listed(content: Content) -> Iterator[EntityId]:
    for article in content.articles:
        for event in article.events:
            yield from (*event.places, *event.entities)


def _names(entity: Entity) -> Iterator[tuple[str, str]]:
    yield entity.name, "name"
    yield from ((alias, "alias") for alias in entity.aliases)
    yield from ((alias, "weak alias") for alias in entity.weak_aliases)


def _advise_entity(entity: Entity, doubtful: int) -> Advice:
    if doubtful:
        message = f"{entity.id} is nowhere surely meant; its names stand in doubt, {times(doubtful)}"
        hint = f"settle them: dateline why {entity.id}"
    else:
        message = f"no article mentions {entity.id}"
        hint = f"add the names that articles use for '{entity.name}' to aliases:, or take the file away"
    return Advice(AdviceCode.ENTITY_UNMENTIONED, message, entity.location, hint)


def _advise_name(entity: Entity, name: str, what: str) -> Advice:
    message = f"no article uses '{name}', {'an' if what == 'alias' else 'the' if what == 'name' else 'a'} {what}"
    key = {"alias": "aliases:", "weak alias": "weak_aliases:"}.get(what)
    hint = f"see whether it is spelt as articles spell it, or take it out of {key}" if key else "see how it is spelt"
    return Advice(AdviceCode.NAME_UNUSED, f"{message} of {entity.id}", entity.location, hint)
