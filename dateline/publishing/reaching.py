"""Turn two states into what has changed from one to the other, where that is of a kind that reaches few pages."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeVar

from dateline.model.entity import Entity
from dateline.model.names import EntityId, Slug
from dateline.publishing.keeping import quotation_stamps
from dateline.publishing.kept import KeptArticle, KeptEntity, State
from dateline.rendering.reach import Reach

Key = TypeVar("Key")
Kept = TypeVar("Kept")

_MOST = 500
"""From more changed files on nearly every page can have read one of them."""


class _Edit(NamedTuple):
    """An article as it was and as it is."""

    before: KeptArticle
    after: KeptArticle


def reach_between(before: State, after: State) -> Reach | None:
    """Return what has changed; None where that is more than a reach can say, or nobody knows.

    Both states are of the same files, and of builds on the same ground.
    """
    edits = [_Edit(old, new) for old, new in _changed(before.articles, after.articles) if _differs(old, new)]
    entities = [(old, new) for old, new in _changed(before.entities, after.entities) if old.stamp != new.stamp]
    if not 0 < len(edits) + len(entities) <= _MOST or not all(_says_the_same(*pair) for pair in entities):
        return None
    # What else a record says is told by many pages.
    if any(old.nameless != new.nameless or old.holds != new.holds for old, new in edits):
        return None
    return _reach(edits, frozenset(new.entity.id for _, new in entities))


def _reach(edits: list[_Edit], called: frozenset[EntityId]) -> Reach:
    articles: set[Slug] = set()
    named, said, together = set[EntityId](), set[EntityId](called), set[EntityId]()
    for old, new in edits:
        articles.add(new.record.slug)
        before, after = quotation_stamps(old), quotation_stamps(new)
        named |= before.keys() ^ after.keys()
        said.update(each for each in before.keys() | after.keys() if before.get(each) != after.get(each))
        together |= before.keys() | after.keys()
    return Reach(frozenset(articles), frozenset(named), frozenset(said), frozenset(together))


def _changed(before: Mapping[Key, Kept], after: Mapping[Key, Kept]) -> Iterator[tuple[Kept, Kept]]:
    """What is kept of files that were read or linked anew: as it was and as it is."""
    return ((before[key], kept) for key, kept in after.items() if before[key] is not kept)


def _differs(old: KeptArticle, new: KeptArticle) -> bool:
    """Whether pages can show of an article what they did not."""
    before, after = ((each.stamp, each.text_stamp, each.quotation_stamps) for each in (old, new))
    return before != after


def _says_the_same(old: KeptEntity, new: KeptEntity) -> bool:
    """Whether an entity has changed in nothing but its other names."""
    told = replace(old, entity=_but_for_other_names(old.entity), stamp=new.stamp, trace=new.trace)
    return told == replace(new, entity=_but_for_other_names(new.entity))


def _but_for_other_names(entity: Entity) -> Entity:
    return replace(entity, aliases=(), weak_aliases=(), forms=())
