"""Hold what the file of an entity says of how it stands to another one."""

from typing import NamedTuple

from dateline.model.article import Status
from dateline.model.citation import Citation
from dateline.model.dataclass import dataclass
from dateline.model.date import HistoricalDate
from dateline.model.names import EntityId, Slug
from dateline.model.problem import Location


class Span(NamedTuple):
    """When a relation held, as far as it is given."""

    since: HistoricalDate | None
    """When it began."""
    until: HistoricalDate | None
    """When it ended; None also where it goes on."""

    @property
    def is_backwards(self) -> bool:
        """Whether it ends before it begins."""
        return _ends_before(self, self)

    def is_apart(self, other: "Span") -> bool:
        """Return whether no day can lie in both: then they are two times, and do not contradict each other."""
        return _ends_before(self, other) or _ends_before(other, self)


def _ends_before(one: Span, other: Span) -> bool:
    last = one.until.last_day if one.until else None
    first = other.since.first_day if other.since else None
    return last is not None and first is not None and last < first


UNDATED = Span(None, None)


class Ends(NamedTuple):
    """Which relation is meant, whoever states it, and in whichever words."""

    type: str
    """The name of its type."""
    subject: EntityId
    """Who leads, is a member, succeeds; of a symmetric relation the one whose id comes first."""
    object: EntityId


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation as one of its two ends states it."""

    type: str
    """The name of its type: `member-of`."""
    entity: EntityId
    """The other end."""
    location: Location
    """Where it is stated."""
    is_inverse: bool = False
    """Whether it is the object that states it: `led by`."""
    span: Span = UNDATED
    status: Status | None = None
    note: str = ""
    sources: tuple[Citation, ...] = ()
    articles: tuple[Slug, ...] = ()
    """Articles of the site that say so."""

    def ends(self, owner: EntityId, *, is_symmetric: bool) -> Ends:
        """Return which relation this is; `owner` is who states it, `is_symmetric` whether its type is."""
        swap = owner > self.entity if is_symmetric else self.is_inverse
        return Ends(self.type, self.entity, owner) if swap else Ends(self.type, owner, self.entity)


def agree(one: object, other: object) -> bool:
    """Return whether two statements of one fact agree: they say the same, or one of them (None) says nothing."""
    return one is None or other is None or one == other
