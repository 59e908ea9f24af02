"""Hold what the texts of a file, taken together, tell of the names in them."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import field

from dateline.model.dataclass import dataclass
from dateline.model.names import EntityId


# Not frozen: two are made for each file, and a frozen dataclass takes several times as long to make.
@dataclass(slots=True)
class Knowledge:
    """What is known when the names of a text are given their sense."""

    present: AbstractSet[EntityId]
    """Those that the texts name in full, or list: weak names count for them."""
    common: AbstractSet[str]
    """Words that they write with a small letter."""
    clear: AbstractSet[EntityId] | None = None
    """Those among the present whom a name of their own names, which no hint or date had to settle; None: all."""
    off: AbstractSet[str] = frozenset()
    """Rules that the site does without."""
    unborn: AbstractSet[EntityId] = frozenset()
    """Those that did not exist yet when the texts were written."""
    gone: AbstractSet[EntityId] = frozenset()
    """Those that existed no longer."""
    hinted: AbstractSet[EntityId] = frozenset()
    """Those of whose `context` something stands in the texts."""
    named: Mapping[EntityId, int] | None = None
    """How often the texts name an entity in full; None while they are read for that."""
    strangers: Mapping[str, int] = field(default_factory=dict)
    """How often a folded short name stands in the name of somebody else."""
    surnames: AbstractSet[str] = frozenset()
    """Folded names of places and groups that are, in these texts, the surname of a person nobody registered."""


def stand_alike(one: Knowledge, other: Knowledge) -> bool:
    """Return whether both give a full name that one entity alone bears the same sense, in the same layout."""
    return (
        one.common is other.common
        and one.off == other.off
        and one.unborn == other.unborn
        and one.surnames == other.surnames
    )
