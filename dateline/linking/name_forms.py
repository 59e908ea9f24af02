"""Turn an entity into the forms by which a text may name it, each with the rule that makes it one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.linking.common_words import BUILDERS, FUNCTION_WORDS, PARTICLES
from dateline.linking.folding import fold
from dateline.linking.rules import ALIAS, CAPITALS, GIVEN_NAME, NAME, SURNAME, WEAK_ALIAS
from dateline.model.entity import Entity
from dateline.model.names import EntityId

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


def entity_names(entity: Entity, is_person: bool) -> Iterator[tuple[str, Name]]:  # noqa: FBT001
    """Return folded forms, each with its name, the plainest rule first: of two that give one form the first counts."""
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
