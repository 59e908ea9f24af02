"""Hold what a build must know that only puts other words of a few articles onto their pages.

It stands beside the state, so that such a build need not unpack all of that, nor put all articles in order.
"""

from collections.abc import Mapping

from dateline.model.dataclass import dataclass
from dateline.model.names import EntityId, Slug
from dateline.model.problem import Problem
from dateline.model.source import Summary
from dateline.publishing.segments import Pointer
from dateline.publishing.state_parts import StateParts
from dateline.rendering.axis import Axis
from dateline.rendering.sections import EntryPlace


@dataclass(frozen=True, slots=True)
class Orders:
    """In what order articles stand, who is in which, and what is said of all of them; articles by their number.

    The number of an article is its place among the articles of the state.
    """

    published: tuple[int, ...]
    """All but translations, in the order of publication."""
    translations: tuple[int, ...]
    named: Mapping[EntityId, tuple[int, ...]]
    """The articles that name each entity, in the order of publication; none: it has none."""
    listed: Mapping[EntityId, tuple[int, ...]]
    """Those that only list it, in an event; likewise."""
    latest: tuple[int, ...]
    """Those that feeds hold, in the order of publication."""
    axis: Axis | None
    places: tuple[EntryPlace, ...]
    placed: Mapping[str, int]
    """Which of these places each entry of the timeline has, by its id."""
    compared: Mapping[EntityId, tuple[EntityId, ...]]
    announced: tuple[str, ...]
    has_entries: bool
    has_company: bool
    has_sources: bool
    has_corrections: bool


@dataclass(frozen=True, slots=True)
class Outputs:
    """The files of the site as they were written."""

    times: Mapping[str, tuple[int, int]]
    """Size and time of last change, in nanoseconds, by path."""
    digests: bytes
    """SHA-256, 32 bytes each, in the same order."""
    manifest: tuple[int, int]
    """Size and time of the list of them."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The files of the content folder as they were read."""

    times: Mapping[str, tuple[int, int]]
    """Size and time of last change, in nanoseconds (0: too recently to be sure), by path: those that were read."""
    digests: bytes
    """16 bytes each, in the same order."""
    unread: tuple[str, ...]
    """Texts that are none of an article, an entity or a page."""
    settings: bytes
    """The digest of `site.toml`, or of nothing."""
    files: Mapping[str, tuple[int, int]]
    """Size and time of last change of all that is no text, by path."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What such a build must know."""

    asked: str
    """What was asked for, the theme, and what was wrong with the folders, as `repr` says it."""
    timezone: str
    summary: Summary
    problems: tuple[Problem, ...]
    texts: Texts
    outputs: Outputs
    parts: StateParts
    slugs: tuple[Slug, ...]
    """Of the articles of the state, in their order."""
    paths: tuple[str, ...]
    """Likewise."""
    bearers: Pointer
    ledger: Mapping[str, int]
    """How many bytes the lines of each file take in the mention ledger, in its order."""
    digests: Mapping[str, str]
    """The SHA-256 of the files that articles cite, in hexadecimal, by path."""
    orders: Orders
