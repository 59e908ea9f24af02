"""Say what is wrong with a piece of content: a code, a place, a sentence and a remedy."""

from collections.abc import Iterable
from enum import IntEnum, StrEnum

from dateline.model.dataclass import dataclass
from dateline.model.text import Place


class DatelineError(Exception):
    """Going on is meaningless; its message is all that the user sees. Raised anywhere, caught once, in `cli`."""


class Severity(IntEnum):
    """How much a problem matters."""

    ERROR = 0
    """Nothing is written: the last good site stays."""
    WARNING = 1
    """The site is written; `check` and `--strict` end with exit code 1."""
    NOTICE = 2
    """Told, and never counted against a build."""


class Code(StrEnum):
    """Every kind of problem; each has a section in `docs/problems.md`."""

    ALIAS_SHARED = "alias-shared"
    ALT_MISSING = "alt-missing"
    BASE_URL_MISSING = "base-url-missing"
    CATALOGUE_BROKEN = "catalogue-broken"
    CONTENT_EMPTY = "content-empty"
    COORDINATES_INVALID = "coordinates-invalid"
    DATE_AMBIGUOUS = "date-ambiguous"
    DATE_MISSING = "date-missing"
    DATE_UNREADABLE = "date-unreadable"
    ENCODING_INVALID = "encoding-invalid"
    EVENT_HEADING = "event-heading"
    FILE_LARGE = "file-large"
    FILE_UNUSED = "file-unused"
    FOOTNOTE_UNDEFINED = "footnote-undefined"
    FOOTNOTE_UNUSED = "footnote-unused"
    FRONT_MATTER_BROKEN = "front-matter-broken"
    FRONT_MATTER_UNKNOWN = "front-matter-unknown"
    FRONT_MATTER_VALUE = "front-matter-value"
    LINK_DEAD = "link-dead"
    LINK_UNSAFE = "link-unsafe"
    METADATA = "metadata"
    PICTURE_UNREADABLE = "picture-unreadable"
    PLACE_CYCLE = "place-cycle"
    PRIVATE_ENTITY = "private-entity"
    PRIVATE_NAME = "private-name"
    REFERENCE_AMBIGUOUS = "reference-ambiguous"
    REFERENCE_UNKNOWN = "reference-unknown"
    RELATION_BACKWARDS = "relation-backwards"
    RELATION_DIFFERS = "relation-differs"
    RELATION_TO_ITSELF = "relation-to-itself"
    RELATION_UNKNOWN = "relation-unknown"
    RELATION_UNSOURCED = "relation-unsourced"
    SETTINGS_BROKEN = "settings-broken"
    SETTINGS_UNKNOWN = "settings-unknown"
    SETTINGS_VALUE = "settings-value"
    SLUG_DUPLICATE = "slug-duplicate"
    SLUG_INVALID = "slug-invalid"
    TRANSLATION_ALONE = "translation-alone"
    TRANSLATION_DIFFERS = "translation-differs"
    TRANSLATION_KEY = "translation-key"
    TRANSLATION_SUFFIX = "translation-suffix"
    SOURCE_DUPLICATE = "source-duplicate"
    SOURCE_UNKNOWN = "source-unknown"
    STATUS_UNKNOWN = "status-unknown"
    SYMLINK_IGNORED = "symlink-ignored"
    TEMPLATE_BROKEN = "template-broken"
    TEMPLATE_MISSING = "template-missing"
    TITLE_MISSING = "title-missing"
    URL_COLLISION = "url-collision"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A file, named from the folder the user works in, and a line and column in it (from 1; 0: the whole file)."""

    path: str
    line: int = 0
    column: int = 0

    @classmethod
    def at(cls, path: str, place: Place) -> "Location":
        """Return the location of a place in the file with this path."""
        return cls(path, place.line, place.column)

    def __str__(self) -> str:
        numbers = [str(n) for n in (self.line, self.column if self.line else 0) if n]
        return ":".join([self.path, *numbers])


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in content."""

    code: Code
    message: str
    """A sentence, without its full stop, that says what is wrong."""
    location: Location
    hint: str = ""
    """What the author can do about it."""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Return the problem on one line: `file:line:column: code: message; hint`."""
        remedy = f"; {self.hint}" if self.hint else ""
        return f"{self.location}: {self.code}: {self.message}{remedy}"


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems by place, each told once."""
    return tuple(sorted(set(problems), key=lambda p: (p.location, p.severity, p.code, p.message, p.hint)))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Return whether any of the problems forbids writing the site."""
    return any(p.severity is Severity.ERROR for p in problems)
