"""Hold what a report says: a piece of advice on one name, one entity or one event."""

from collections.abc import Iterable
from enum import StrEnum

from dateline.model.dataclass import dataclass
from dateline.model.problem import Location


class AdviceCode(StrEnum):
    """Every report; each has a section in `docs/checking.md`."""

    NAME_AMBIGUOUS = "name-ambiguous"
    NAME_SUPPRESSED = "name-suppressed"
    SPELLING_DRIFT = "spelling-drift"
    ENTITIES_ALIKE = "entities-alike"
    NAME_SHARED = "name-shared"
    SURNAME_ONLY = "surname-only"
    ENTITY_UNMENTIONED = "entity-unmentioned"
    NAME_UNUSED = "name-unused"
    LINK_UNCERTAIN = "link-uncertain"
    NOUN_AS_NAME = "noun-as-name"
    NAME_ONE_LETTER = "name-one-letter"
    CLAIM_UNSUPPORTED = "claim-unsupported"
    COURT_UNSOURCED = "court-unsourced"


@dataclass(frozen=True, slots=True)
class Advice:
    """Something that may cost readers a link, or wrong somebody. It is no fault, and never fails a build."""

    code: AdviceCode
    message: str
    """A sentence, without its full stop."""
    location: Location
    hint: str
    """What the author can do about it: the exact line, where there is one."""
    weight: int = 0
    """How many mentions it concerns; of an event, how many people."""

    def __str__(self) -> str:
        """Return the advice on one line: `file:line:column: code: message; hint`."""
        return f"{self.location}: {self.code}: {self.message}; {self.hint}"


def by_weight(advice: Iterable[Advice]) -> tuple[Advice, ...]:
    """Return the heaviest first, then by place."""
    return tuple(sorted(advice, key=lambda item: (-item.weight, item.location, item.message)))
