"""Hold what a build remembers of what it read, linked and wrote, so that the next one need not do it again."""

from collections.abc import Mapping
from dataclasses import field
from typing import NamedTuple

from dateline.indexes.excerpts import Excerpt
from dateline.indexes.records import ArticleRecord, EventRecord, NoteRecord, PageRecord
from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity
from dateline.model.names import EntityId, Slug
from dateline.model.problem import Problem
from dateline.publishing.segments import Pointer
from dateline.reading.markdown_links import InternalLink
from dateline.reading.source_file import Claim


class Seen(NamedTuple):
    """A file of the content folder as it was when it was read."""

    size: int
    changed: int
    """When it was last changed, in nanoseconds of the file system's clock; 0: too recently to be sure."""
    digest: bytes
    """16 bytes that tell its content from all others."""


class KeptDigest(NamedTuple):
    """The digest of a file that articles cite."""

    size: int
    changed: int
    """When it was last changed, in nanoseconds of the file system's clock; 0: too recently to be sure."""
    sha256: str
    """In hexadecimal."""


@dataclass(frozen=True, slots=True)
class KeptTrace:
    """What the texts of one file left behind when they were linked."""

    words: Pointer
    ledger: Pointer
    files: tuple[str, ...]
    """The files of the content folder that they use."""
    links: tuple[InternalLink, ...]
    leans: bool
    """Whether they ask for other files or pages: which of these there are then matters."""
    is_by_hand: bool


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """An article that was read, linked and published."""

    digest: bytes
    """Of its file."""
    holds: bool
    """Whether it has no fault that hangs on other files: one that has is read again."""
    claim: Claim
    is_draft: bool
    first_day: int | None
    """The number of the first day on which it may be dated."""
    references: tuple[str, ...]
    """What its header calls entities by."""
    problems: tuple[Problem, ...]
    record: ArticleRecord
    stamp: bytes
    """Of the record."""
    outline: bytes
    """Of the record but for how often it names whom, which no page but its own shows."""
    nameless: bytes
    """Of the record without whom it names, which most files of data do not tell."""
    text: Pointer
    text_stamp: bytes
    quotations: Pointer
    quotation_stamps: bytes
    """16 bytes for each entity that it names or lists, in the order of their ids."""
    trace: KeptTrace


@dataclass(frozen=True, slots=True)
class KeptEntity:
    """An entity that was read and linked."""

    holds: bool
    """Whether its texts have no fault that hangs on other files."""
    stamp: bytes
    """Of its record."""
    entity: Entity
    """Without its texts."""
    description: str
    summary: str
    body: str
    events: tuple[EventRecord, ...]
    quotations: Mapping[EntityId, Mapping[Slug, tuple[Excerpt, ...]]]
    """As in `EntityRecord`."""
    trace: KeptTrace
    notes: tuple[NoteRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page without a date that was read and linked."""

    holds: bool
    """Whether its text has no fault that hangs on other files."""
    stamp: bytes
    """Of the record."""
    record: PageRecord
    trace: KeptTrace


@dataclass(frozen=True, slots=True)
class KeptOutput:
    """A file that was written."""

    key: bytes
    """A digest of everything that it was made from."""
    digest: str
    """SHA-256, in hexadecimal."""
    size: int
    changed: int
    """When it was written, in nanoseconds of the file system's clock."""
    is_page: bool = False
    """Whether it was made from a template."""


@dataclass(frozen=True, slots=True)
class State:
    """Everything that a build remembers."""

    terms: bytes = b""
    """A digest of what decides how every file is read and linked: settings, Dateline's version."""
    targets: bytes = b""
    """A digest of which pages and files links can lead to."""
    files: bytes = b""
    """A digest of which files there are that are no texts."""
    seen: Mapping[str, Seen] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    """Texts that are none of an article, an entity or a page."""
    articles: Mapping[str, KeptArticle] = field(default_factory=dict)
    """By path."""
    entities: Mapping[EntityId, KeptEntity] = field(default_factory=dict)
    registry_problems: tuple[Problem, ...] = ()
    page_problems: tuple[Problem, ...] = ()
    bearers: Pointer | None = None
    """Every form of every name, and who bears it."""
    pages: Mapping[str, KeptPage] = field(default_factory=dict)
    """By path."""
    digests: Mapping[str, KeptDigest] = field(default_factory=dict)
    """Of the files that articles cite, by path."""
    ground: bytes = b""
    """A digest of everything that more than one page is made from, but articles and entities."""
    frame: bytes = b""
    """A digest of everything that more than one page is made from, but quotations."""
    outputs: Mapping[str, KeptOutput] = field(default_factory=dict)
    pieces: Mapping[str, bytes] = field(default_factory=dict)
    """Of files of data that are joined from pieces, by path: how, as `piecing.py` has it."""
