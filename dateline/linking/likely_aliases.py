"""Find which of the names that nobody registered are likely short for others, or for an entity of the registry."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from dateline.linking.capitals import plain
from dateline.linking.common_words import PARTICLES
from dateline.linking.likeness import close_pairs
from dateline.linking.linked import Linked
from dateline.linking.sightings import Sighting
from dateline.model.entity import Entity, Registry
from dateline.model.names import EntityId

Value = TypeVar("Value", bound=str)

Groups = Mapping[str, Sequence[Sighting]]
"""The sightings of each name, by its plain words with spaces between."""

PARENTHESIS, INITIALS, FORM, SURNAME = "parenthesis", "initials", "legal-form", "surname"

_IN_PARENTHESES = re.compile(r"(?:['’]s)? \([\"“]?([^\W_][\w.&-]{1,9})[\"”]?\)")
_LEGAL_FORMS = frozenset("co corp corporation inc incorporated limited llc ltd plc sa cv".split())
_UNCOUNTED = PARTICLES | {"of", "the", "and", "for"}
_FEWEST_INITIALS = 3
_ALIKE = 0.88
_SHORTEST_ALIKE = 6


def short_names(groups: Groups, people: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return, for each article (its slug), which names are short for a person whom it names in full.

    They are the given name, the surname, and two surnames.
    """
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    naming: dict[str, set[str]] = defaultdict(set)
    for person in people:
        for sighting in groups[person]:
            naming[sighting.article].add(person)
    for article, named in naming.items():
        surnames = {" ".join(person.split(" ")[-2:]) for person in named if person.count(" ") > 1}
        for person in named - surnames:
            first, *_, last = words = person.split(" ")
            for form in {first, last, " ".join(words[-2:])} - {person}:
                found[article][form].add(person)
    return {
        article: {word: next(iter(full)) for word, full in words.items() if len(full) == 1}
        for article, words in found.items()
    }


def names_for(groups: Groups) -> dict[str, str]:
    """Return which names (keys of the groups) are short for which others: acronyms, and companies without Inc."""
    found: dict[str, str] = {}
    for name, sightings in groups.items():
        for sighting in sightings:
            alias = _acronym_after(sighting.block, sighting.end)
            if alias in groups and alias != name:
                found[alias] = name
    by_initials = _unique((initials, name) for name in groups for initials in _initials(name.split(" ")))
    for key, sightings in groups.items():
        full = by_initials.get(key) if _is_acronym(sightings[0].surface) else None
        if full and _meet(sightings, groups[full]):
            found.setdefault(key, full)
    for name in groups:
        bare = _without_legal_form(name)
        if bare != name and bare in groups:
            found.setdefault(name, bare)
    # What is short for something cannot have short forms of its own.
    return {alias: name for alias, name in found.items() if name not in found}


def entities_for(groups: Groups, linked: Linked, registry: Registry) -> dict[str, tuple[EntityId, str]]:
    """Return which names (keys of the groups) are likely aliases of which entities, and what makes them so."""
    forms = [(_plain(name), entity) for entity in registry.entities for name in (entity.name, *entity.aliases)]
    legal = _unique((_without_legal_form(form), entity.id) for form, entity in forms)
    initials = _unique((each, entity.id) for form, entity in forms for each in _initials(form.split(" ")))
    surnames = _unique((_plain(each.name).split(" ")[-1], each.id) for each in registry.entities if _is_person(each))
    named = _articles_naming(linked)
    found: dict[str, tuple[EntityId, str]] = {}
    for key, sightings in groups.items():
        by_initials = initials.get(key) if _is_acronym(sightings[0].surface) else None
        if by_initials and any(sighting.article in named[by_initials] for sighting in sightings):
            found[key] = (by_initials, INITIALS)
        elif bare := legal.get(_without_legal_form(key)):
            found[key] = (bare, FORM)
        elif key in surnames:
            found[key] = (surnames[key], SURNAME)
    return found | {key: (entity, PARENTHESIS) for key, entity in _in_parentheses(linked) if key in groups}


def alike_names(groups: Groups, registry: Registry) -> dict[str, EntityId]:
    """Return which names (keys of the groups) are spelt nearly as a name of which entity."""
    owners = _unique((name, each.id) for each in registry.entities for name in (each.name, *each.aliases))
    surfaces = {sightings[0].surface: key for key, sightings in groups.items() if len(key) >= _SHORTEST_ALIKE}
    found: dict[str, EntityId] = {}
    for one, other, _ in close_pairs((*surfaces, *owners), _ALIKE):
        for surface, name in ((one, other), (other, one)):
            if surface in surfaces and name in owners:
                found.setdefault(surfaces[surface], owners[name])
    return found


def _acronym_after(text: str, end: int) -> str:
    match = _IN_PARENTHESES.match(text, end)
    return plain(match[1]) if match and _is_acronym(match[1]) else ""


def _in_parentheses(linked: Linked) -> Iterator[tuple[str, EntityId]]:
    for article in linked.articles:
        for text in article.texts():
            for mention in text.mentions:
                alias = _acronym_after(text.blocks[mention.block], mention.end)
                if alias and mention.means:
                    yield alias, mention.means


def _articles_naming(linked: Linked) -> Mapping[EntityId, set[str]]:
    naming: dict[EntityId, set[str]] = defaultdict(set)
    for article in linked.articles:
        for mention in article.mentions:
            if mention.means:
                naming[mention.means].add(article.article.slug)
    return naming


def _is_acronym(surface: str) -> bool:
    return sum(char.isupper() for char in surface) > 1 and not any(char.islower() for char in surface)


def _initials(words: Sequence[str]) -> Iterator[str]:
    """The first letters of a name, with its small words and without them."""
    every = "".join(word[0] for word in words if word)
    chief = "".join(word[0] for word in words if word and word not in _UNCOUNTED)
    yield from (initials for initials in {every, chief} if len(initials) >= _FEWEST_INITIALS)


def _without_legal_form(name: str) -> str:
    words = name.split(" ")
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    return " ".join(words)


def _unique(pairs: Iterable[tuple[str, Value]]) -> dict[str, Value]:
    """The pairs whose first half has one second half only."""
    found: dict[str, set[Value]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return {key: next(iter(values)) for key, values in found.items() if len(values) == 1}


def _meet(some: Sequence[Sighting], others: Sequence[Sighting]) -> bool:
    return not {sighting.article for sighting in some}.isdisjoint(sighting.article for sighting in others)


def _is_person(entity: Entity) -> bool:
    return entity.kind == "person"


def _plain(name: str) -> str:
    return " ".join(plain(word) for word in name.replace(",", " ").split())
