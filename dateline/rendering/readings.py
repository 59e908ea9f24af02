"""Turn the two orders of the entries into what the pages of each share: how it is cut, and its axis."""

from collections.abc import Iterator, Mapping

from dateline.indexes.entries import Clock, Entry
from dateline.indexes.timeline import Timeline
from dateline.model.dataclass import dataclass
from dateline.model.names import UrlPath
from dateline.model.urls import PUBLISHED, TIMELINE
from dateline.rendering.axis import Axis, axis_of
from dateline.rendering.edition import Edition
from dateline.rendering.parts import LinkView
from dateline.rendering.sections import EntryPlace, Section, cut_timeline, entry_places
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.words import message

_TITLES = {Clock.HAPPENED: message("Timeline"), Clock.PUBLISHED: message("Timeline by publication")}
_URLS = {Clock.HAPPENED: TIMELINE, Clock.PUBLISHED: PUBLISHED}
_WORDS = {Clock.HAPPENED: message("by when it happened"), Clock.PUBLISHED: message("by when it was reported")}


@dataclass(frozen=True, slots=True)
class Reading:
    """All entries in one order, on their pages."""

    clock: Clock
    """By which date they are filed."""
    entries: tuple[Entry, ...]
    whole: Section
    places: Mapping[str, EntryPlace]
    """Where each entry stands, by its id."""
    axis: Axis | None
    """That of its strip; None where no entry is dated."""

    @property
    def title(self) -> str:
        """What it is called, in English."""
        return _TITLES[self.clock]

    @property
    def url(self) -> UrlPath:
        """Its first page."""
        return _URLS[self.clock]


def list_readings(edition: Edition) -> Iterator[Reading]:
    """Return the ways to read the timeline: by when things happened and, where that differs, by when they were told."""
    yield Reading(Clock.HAPPENED, edition.indexes.timeline.entries, edition.timeline, edition.places, edition.axis)
    if edition.indexes.published:
        yield _read_published(edition.indexes.published, edition)


def clock_links(clock: Clock, viewpoint: Viewpoint) -> tuple[LinkView, ...]:
    """Return the links between the ways to read the timeline, on a page of one of them; none where there is but one."""
    if viewpoint.edition.indexes.published is None:
        return ()
    return tuple(_clock_link(each, clock, viewpoint) for each in Clock)


def _clock_link(target: Clock, here: Clock, viewpoint: Viewpoint) -> LinkView:
    current = "" if target is not here else "page" if viewpoint.url == _URLS[target] else "true"
    return LinkView(viewpoint.words.gettext(_WORDS[target]), viewpoint.link(_URLS[target]), current)


def _read_published(timeline: Timeline, edition: Edition) -> Reading:
    whole = cut_timeline(timeline.years, PUBLISHED, edition.content.settings.language, edition.words())
    return Reading(Clock.PUBLISHED, timeline.entries, whole, entry_places(whole), axis_of(timeline.entries))
