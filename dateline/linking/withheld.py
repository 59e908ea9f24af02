"""Turn a registry with private entities into what texts must be read for before anything of them is published."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from dateline.linking.folding import fold
from dateline.linking.guard import Guard, guard_names, readings
from dateline.linking.names import NameIndex, index_names, name_forms
from dateline.linking.references import References, index_references
from dateline.linking.study import find_remarkable
from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity, Registry
from dateline.model.names import EntityId
from dateline.model.problem import Code, Location, Problem
from dateline.model.settings import Settings
from dateline.model.text import Passage

_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
"""A backslash that Markdown takes away."""
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Withheld:
    """Whose names are withheld, and what is needed to find them."""

    registry: Registry
    """Everybody, since a short name may be a public entity's."""
    names: NameIndex
    """Of everybody."""
    references: References
    remarkable: Mapping[EntityId, Entity]
    """Of everybody, those of whom more is known than names."""
    labels: Mapping[EntityId, str]
    """What is published for whom."""
    guard: Guard
    clues: frozenset[tuple[str, ...]]
    """The words of each name, folded and in small letters: a text that lacks a word of each names none of them."""

    def may_concern(self, text: str) -> bool:
        """Return whether a text may name one of them, by whatever name."""
        found = tuple(readings(_ESCAPE.sub("", text)))
        return any(all(word in plain for word in clue) for plain in found for clue in self.clues)


def withhold(everybody: Registry, settings: Settings, names: NameIndex | None = None) -> Withheld | None:
    """Return what is withheld; None where everybody is public. `names` are those of everybody, where at hand."""
    private = everybody.private
    if not private:
        return None
    clues = frozenset(clue for entity in private for clue in _clues(entity, settings) if clue)
    return Withheld(
        everybody,
        names or index_names(everybody, settings),
        index_references(everybody),
        find_remarkable(everybody),
        {entity.id: entity.label for entity in private},
        guard_names(private, everybody.public(), settings),
        clues,
    )


def tell_shared(private: Iterable[Entity], guard: Guard, settings: Settings, folder: str) -> tuple[Problem, ...]:
    """Return what keeps names from being withheld on all pages: a label or a setting with one in it.

    `folder` is how problems name the content folder.
    """
    return (*_tell_labels(private, guard), *_tell_settings(guard, settings, folder))


def is_private(problems: Iterable[Problem]) -> bool:
    """Return whether one of the problems is that of a private name: then the files of the site need no search."""
    return any(problem.code is Code.PRIVATE_NAME for problem in problems)


def tell_outputs(outputs: Iterable[tuple[str, bytes]], guard: Guard) -> tuple[Problem, ...]:
    """Return a problem for each output, given by its path and bytes, that holds a private name in either."""
    problems = []
    for path, data in outputs if guard.pattern else ():
        if owner := guard.find(path) or guard.find_bytes(data):
            problems.append(complain(owner, Location(path), "this file of the site would hold", _HINT))
    return tuple(problems)


_HINT = "take it out of what the file is made from: texts, settings, templates"


def complain(owner: EntityId, where: Location, what: str, hint: str) -> Problem:
    """Return the problem of a private name that would be published."""
    return Problem(Code.PRIVATE_NAME, f"{what} a name of {owner}, which is private", where, hint)


def _clues(entity: Entity, settings: Settings) -> Iterator[tuple[str, ...]]:
    for name in (*name_forms(entity, settings), entity.slug, entity.name, *entity.aliases, *entity.forms):
        yield tuple(_WORDS.findall(fold(name).casefold()))


def _tell_labels(private: Iterable[Entity], guard: Guard) -> Iterator[Problem]:
    for entity in private:
        if owner := guard.find(entity.label):
            yield complain(owner, entity.location, "the label holds", "write a label: that names nobody")


def _tell_settings(guard: Guard, settings: Settings, folder: str) -> Iterator[Problem]:
    for each in fields(settings):
        if owner := next(filter(None, map(guard.find, strings_in(getattr(settings, each.name)))), None):
            hint = "take it out of the settings"
            yield complain(owner, Location(f"{folder}/site.toml"), f"'{each.name}' holds", hint)


def strings_in(value: object, *, passages: bool = True) -> Iterator[str]:
    """Return every text in a value, however deep, keys of tables among them; `passages`: also those with places."""
    if isinstance(value, Passage):
        yield from (value.text,) * passages
    elif isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for pair in value.items() for each in pair for text in strings_in(each, passages=passages))
    elif isinstance(value, tuple | list):
        yield from (text for each in value for text in strings_in(each, passages=passages))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (text for each in fields(value) for text in strings_in(getattr(value, each.name), passages=passages))
