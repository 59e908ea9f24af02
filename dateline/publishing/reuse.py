"""Decide what of the last build still holds: which articles have to be read or linked again, and why no others.

What linking makes of a text depends on the registry only through the names that stand in the text, the entities that
bear them, and whom the author names by hand. So a text in which no changed name stands is as it was.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dateline.linking.name_forms import Name
from dateline.linking.names import name_forms
from dateline.linking.references import References, index_references
from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity, Registry
from dateline.model.names import EntityId
from dateline.model.problem import Code, Problem
from dateline.model.settings import Settings
from dateline.model.text import Passage, SourceMap

_HANG_ON_OTHERS = frozenset(
    {Code.REFERENCE_AMBIGUOUS, Code.REFERENCE_UNKNOWN, Code.LINK_DEAD, Code.LINK_UNSAFE, Code.SLUG_DUPLICATE}
)
_NOTHING = Passage("", SourceMap((0,), ()))


@dataclass(frozen=True, slots=True)
class Change:
    """What of the registry is not what it was; nothing, where nobody says otherwise."""

    forms: frozenset[str] = frozenset()
    """Folded names: a text is linked again where one of them stands in it."""
    handles: frozenset[str] = frozenset()
    """Ids and slugs that mean somebody else now, or nobody: a header that uses one is read again."""
    names_changed: bool = False
    """Whether what authors may write by hand means somebody else now: texts that do are linked again."""

    @property
    def is_nothing(self) -> bool:
        """Whether the registry, as far as texts are concerned, is as it was."""
        return not (self.forms or self.handles or self.names_changed)

    def moves(self, references: Iterable[str]) -> bool:
        """Return whether what a header calls entities by means somebody else now."""
        return any(reference in self.handles for reference in references)

    def bears_on(self, words: str) -> bool:
        """Return whether a changed name stands in a text, folded as `Trace.words` is."""
        return any(form in words for form in self.forms)


def compare_registries(before: Registry, after: Registry, settings: Settings) -> Change:
    """Return what changed between two registries; the settings are those of both."""
    old, new = _bare(before), _bare(after)
    if old == new:
        return Change()
    changed = {identity for identity in old.keys() | new.keys() if old.get(identity) != new.get(identity)}
    names_changed = any(_names(old.get(identity)) != _names(new.get(identity)) for identity in changed)
    hinted = _hinted_anew(before, after, changed) if names_changed else set()
    forms = {form for identity in hinted for form in _forms(new[identity], settings)}
    forms.update(*(_changed_forms(old.get(identity), new.get(identity), settings) for identity in changed))
    moved = [(old.get(i) or new[i]) for i in changed if _place(old.get(i)) != _place(new.get(i))]
    handles = frozenset(handle for entity in moved for handle in (entity.id, entity.slug))
    return Change(frozenset(forms), handles, names_changed)


def bare(entity: Entity) -> Entity:
    """Return an entity without its own texts, which matter to its own page alone."""
    events = tuple(replace(event, title=_NOTHING, text=None) for event in entity.events)
    return replace(entity, body=_NOTHING, summary=None, events=events)


def can_be_kept(problems: Iterable[Problem]) -> bool:
    """Return whether these problems hang on nothing but their own file."""
    return not any(problem.code in _HANG_ON_OTHERS for problem in problems)


def _bare(registry: Registry) -> Mapping[EntityId, Entity]:
    return {entity.id: bare(entity) for entity in registry.entities}


def _names(entity: Entity | None) -> tuple[str, ...] | None:
    return (entity.name, *entity.aliases, *entity.weak_aliases, *entity.forms) if entity else None


def _place(entity: Entity | None) -> tuple[str, str] | None:
    return (entity.slug, entity.kind) if entity else None


def _changed_forms(old: Entity | None, new: Entity | None, settings: Settings) -> Iterable[str]:
    """The names under which a text may be linked otherwise: all of them, where more than the names has changed."""
    before, after = _forms(old, settings), _forms(new, settings)
    if old and new and _beside_names(old) == _beside_names(new):
        return (form for form in before.keys() | after.keys() if before.get(form) != after.get(form))
    return before.keys() | after.keys()


def _forms(entity: Entity | None, settings: Settings) -> Mapping[str, Name]:
    return dict(name_forms(entity, settings)) if entity else {}


def _beside_names(entity: Entity) -> Entity:
    alike = replace(entity, name="", aliases=(), weak_aliases=(), forms=(), coordinates=None, redirects=(), extra={})
    return replace(alike, relations=(), events=())


def _hinted_anew(before: Registry, after: Registry, changed: set[EntityId]) -> set[EntityId]:
    """Those whose context names somebody else now, though their own files are as they were."""
    hinting = [entity for entity in after.entities if entity.context and entity.id not in changed]
    if not hinting:
        return set()
    old, new = index_references(before), index_references(after)
    return {entity.id for entity in hinting if _found(entity, old) != _found(entity, new)}


def _found(entity: Entity, references: References) -> list[tuple[EntityId, ...]]:
    return [references.find(hint) for hint in entity.context]
