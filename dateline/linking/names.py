"""Turn the registry into an index of names by their first word."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.linking.common_words import BUILDERS, FUNCTION_WORDS, PARTICLES
from dateline.linking.folding import fold
from dateline.linking.rules import ALIAS, CAPITALS, GIVEN_NAME, NAME, PIN, SURNAME, WEAK_ALIAS
from dateline.linking.words import WORD
from dateline.model.entity import Entity, Registry
from dateline.model.names import EntityId
from dateline.model.settings import Settings

_LETTERS = re.compile(r"[^\W\d_]")
_SUFFIX = re.compile(r",? (?:Jr|Sr|I{1,3}|IV)\.?$")
_NO_GIVEN_NAMES = FUNCTION_WORDS | BUILDERS
_FEWEST_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class Name:
    """One way to name an entity."""

    text: str
    """As the registry has it; a derived name has the one that it comes from."""
    entity: EntityId
    rule: str
    is_weak: bool = False
    """Whether it counts only where a full name of the entity stands in the same article."""


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Names by their folded text, and the shapes of those that start with a word."""

    names: Mapping[str, tuple[Name, ...]]
    shapes: Mapping[str, tuple[tuple[int, int], ...]]
    """By first word: (characters before that word, length of the name), the longest first."""


def index_names(registry: Registry, settings: Settings) -> NameIndex:
    """Return the index of all names, and of those that rules derive from them."""
    people = {kind.name for kind in settings.kinds if kind.schema_type == "Person"}
    return _index(pair for entity in registry.entities for pair in _entity_names(entity, entity.kind in people))


def index_pins(pins: Mapping[str, EntityId]) -> NameIndex:
    """Return the index of the names that an article pins; one in small letters stands for its capital form too."""
    return _index(
        (form, Name(text, entity, PIN))
        for text, entity in sorted(pins.items())
        for form in dict.fromkeys((fold(text), fold(text.title()) if text.islower() else fold(text)))
    )


def _index(pairs: Iterable[tuple[str, Name]]) -> NameIndex:
    names: dict[str, dict[EntityId, Name]] = {}
    for form, name in pairs:
        names.setdefault(form, {}).setdefault(name.entity, name)
    shapes: dict[str, set[tuple[int, int]]] = {}
    for form in names:
        if first := WORD.search(form):
            shapes.setdefault(first[0], set()).add((first.start(), len(form)))
    return NameIndex(
        {form: tuple(sorted(bearers.values(), key=lambda name: name.entity)) for form, bearers in names.items()},
        {word: tuple(sorted(found, key=lambda shape: (shape[0] - shape[1], shape))) for word, found in shapes.items()},
    )


def _entity_names(entity: Entity, is_person: bool) -> Iterator[tuple[str, Name]]:  # noqa: FBT001
    """Folded text and name, the plainest rule first: of two that give one text the first counts."""
    written = [
        Name(entity.name, entity.id, NAME),
        *(Name(alias, entity.id, ALIAS) for alias in entity.aliases),
        *(Name(alias, entity.id, WEAK_ALIAS, is_weak=True) for alias in entity.weak_aliases),
    ]
    plain = [(fold(name.text.strip()), name) for name in written]
    if is_person:
        plain += [(form, Name(entity.name, entity.id, rule, is_weak=True)) for form, rule in _short_names(plain[0][0])]
    usable = [(form, name) for form, name in plain if len(_LETTERS.findall(form)) > 1]
    yield from usable
    yield from (
        (form.upper(), Name(name.text, name.entity, CAPITALS, name.is_weak))
        for form, name in usable
        if len(_LETTERS.findall(form)) >= _FEWEST_CAPITALS and not form.isupper()
    )


def _short_names(name: str) -> Iterator[tuple[str, str]]:
    """The short forms of a person's folded name, and their rules; none of X of Y, and of X the Elder."""
    words = _SUFFIX.sub("", name).split()
    if any(word.islower() and word not in PARTICLES for word in words) or any("," in word for word in words):
        return
    for form in _surnames(words):
        yield form, SURNAME
    given = words[0] if len(words) > 1 else ""
    if len(given) > 2 and not given.endswith(".") and given.lower() not in _NO_GIVEN_NAMES:
        yield given, GIVEN_NAME


def _surnames(words: Sequence[str]) -> Iterator[str]:
    """Lopez Obrador, and Obrador alone; van Gogh."""
    for first in range(max(1, len(words) - 2), len(words)):
        while first > 1 and words[first - 1] in PARTICLES:
            first -= 1
        yield " ".join(words[first:])
