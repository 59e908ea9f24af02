"""Turn an entity into the forms by which a text may name it, each with the rule that makes it one."""

import re
from collections.abc import Iterable, Iterator

from dateline.linking.common_words import BUILDERS, FUNCTION_WORDS, TITLES
from dateline.linking.folding import fold
from dateline.linking.person_forms import full_forms, short_forms, surnames
from dateline.linking.rules import (
    ALIAS,
    CAPITALS,
    FIRST_PART,
    FORM,
    NAME,
    PEOPLE,
    SMALL_NOUN,
    SPELLING,
    SURNAME,
    WEAK_ALIAS,
)
from dateline.linking.spellings import spellings, with_other_noun
from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity
from dateline.model.names import EntityId

_LETTERS = re.compile(r"[^\W\d_]")
PERSON, GROUP = "person", "group"
_NO_GIVEN_NAMES = FUNCTION_WORDS | BUILDERS | TITLES
_FEWEST_CAPITALS = 4
_PEOPLE = " people"

Pair = tuple[str, "Name"]


@dataclass(frozen=True, slots=True)
class Name:
    """One way to name an entity."""

    text: str
    """As the registry has it; a derived name has the one that it comes from."""
    entity: EntityId
    rule: str
    is_weak: bool = False
    """Whether it counts only where a full name of the entity stands in the same article."""
    kind: str = ""
    """`person`, `group` or `place`; for any other, the name of its kind."""

    @property
    def is_person(self) -> bool:
        """Whether it names a person: of such there are families, and surnames."""
        return self.kind == PERSON


def entity_names(entity: Entity, is_person: bool) -> Iterator[tuple[str, Name]]:  # noqa: FBT001
    """Return folded forms, each with its name, the plainest rule first: of two that give one form the first counts."""

    def named(text: str, rule: str, *, is_weak: bool = False) -> Name:
        return Name(text, entity.id, rule, is_weak, PERSON if is_person else entity.kind)

    written = [
        named(entity.name, NAME),
        *(named(alias, ALIAS) for alias in entity.aliases),
        *(named(form, FORM) for form in entity.forms),
    ]
    strong = [(fold(name.text.strip()), name) for name in written]
    weak = [(fold(alias.strip()), named(alias, WEAK_ALIAS, is_weak=True)) for alias in entity.weak_aliases]
    if is_person:
        strong += [(form, named(entity.name, rule)) for form, rule in full_forms(strong[0][0])]
        weak += [(form, named(entity.name, rule, is_weak=True)) for form, rule in short_forms(strong[0][0])]
        weak += [(form, named(alias, SURNAME, is_weak=True)) for form, alias in _alias_surnames(entity)]
    else:
        strong += [(other, named(name.text, SMALL_NOUN)) for form, name in strong if (other := with_other_noun(form))]
        weak += [
            (first, named(name.text, FIRST_PART, is_weak=True)) for form, name in strong if (first := _first_part(form))
        ]
    strong += [
        (form.removesuffix(_PEOPLE), named(name.text, PEOPLE)) for form, name in strong if form.endswith(_PEOPLE)
    ]
    strong += [(other, named(name.text, SPELLING)) for form, name in strong for other in spellings(form)]
    usable = [(form, name) for form, name in (*strong, *weak) if is_findable(form)]
    yield from usable
    yield from _capitals(usable)


def is_findable(form: str) -> bool:
    """Return whether a folded name has letters enough to be looked for: a single one stands for too much."""
    return len(_LETTERS.findall(form)) > 1


def _alias_surnames(entity: Entity) -> Iterator[tuple[str, str]]:
    """The surnames of aliases that are full names too; El Mencho and Big Papi have none."""
    for alias in entity.aliases:
        form = fold(alias.strip())
        if len(form.split()) > 1 and form.split()[0].lower() not in _NO_GIVEN_NAMES:
            yield from ((surname, alias) for surname in surnames(form))


def _first_part(form: str) -> str:
    """Irving, of Irving, Texas; empty where there is no comma."""
    first, comma, _ = form.partition(", ")
    return first if comma else ""


def _capitals(pairs: Iterable[Pair]) -> Iterator[Pair]:
    for form, name in pairs:
        if len(_LETTERS.findall(form)) >= _FEWEST_CAPITALS and not form.isupper():
            yield form.upper(), Name(name.text, name.entity, CAPITALS, name.is_weak, name.kind)
