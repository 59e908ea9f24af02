"""Hold one decision of the linker: what stands where, whom it names, and why."""

from enum import StrEnum
from typing import NamedTuple

from dateline.model.names import EntityId, Slug
from dateline.model.text import Place


class Decision(StrEnum):
    """What became of a name in a text."""

    LINKED = "linked"
    COUNTED = "counted"
    """Means the entity; another mention of it nearby is the link."""
    AMBIGUOUS = "ambiguous"
    SUPPRESSED = "suppressed"


LINKED, COUNTED, AMBIGUOUS, SUPPRESSED = Decision
"""The same by names of their own: an attribute of an enumeration takes ten times as long to look up."""


# A named tuple: a large site has a million of them, and a frozen dataclass takes five times as long to make.
class Mention(NamedTuple):
    """One row of the mention ledger."""

    path: str
    """The source file, below the content folder."""
    place: Place
    """Where the mention starts in that file."""
    surface: str
    """The author's words, a line end among them read as a space."""
    entity: EntityId | None
    """Whom it means; None where it is ambiguous. A suppressed one keeps whom it would have meant."""
    name: str
    """The name it matched, as the registry has it."""
    rule: str
    """How the name was recognised, and for a shared one how it was chosen; why, where it is only listed."""
    decision: Decision
    candidates: tuple[EntityId, ...]
    """All that it may mean, in the order of their ids."""
    article: Slug | None
    """None in an entity's or a page's own text."""
    part: str
    """Which text of the file: `title`, `summary`, `body`, `event:<slug>:title`, `event:<slug>:text`."""
    block: int
    """Which paragraph (or other block of text) of that part, from 0."""
    start: int
    """Where it starts in the block's plain text, in code points from 0."""
    end: int
    kept: str = ""
    """What keeps a counted name from being a link: `heading`, `own-page`, `policy` or `repeated`; empty for others."""

    @property
    def means(self) -> EntityId | None:
        """The entity that it counts for: linked or counted; None for every other decision."""
        return self.entity if self.decision is LINKED or self.decision is COUNTED else None
