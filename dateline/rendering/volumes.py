"""Turn the timeline of a dossier into its pages: one, or where it is long an overview and pages of years and less."""

from collections.abc import Mapping
from functools import partial

from dateline.indexes.entries import Entry
from dateline.indexes.timeline import build_timeline
from dateline.model.names import EntityId, UrlPath
from dateline.model.urls import entity_url
from dateline.rendering.edition import Edition
from dateline.rendering.sections import LONGEST, EntryPlace, Section, cut_timeline, entry_places


def cut_dossier(edition: Edition, identity: EntityId) -> Section:
    """Return the pages of the timeline of an entity, which only a long one needs in years."""
    url = entity_url(identity)
    if len(edition.times[identity]) <= LONGEST:
        return Section(url, (), ())
    return edition.memo.once((Section, identity), partial(_cut, edition, identity, url))


def own_places(edition: Edition, identity: EntityId) -> Mapping[str, EntryPlace]:
    """Return where each entry of a dossier stands, by its id; none where they all stand on one page."""
    return edition.memo.once((EntryPlace, identity), lambda: entry_places(cut_dossier(edition, identity)))


def page_of(edition: Edition, identity: EntityId, entry: Entry) -> UrlPath:
    """Return the page of the dossier of an entity on which an entry stands."""
    place = own_places(edition, identity).get(entry.id)
    return place.url if place else entity_url(identity)


def _cut(edition: Edition, identity: EntityId, url: UrlPath) -> Section:
    entries, language = edition.indexes.dossiers[identity].entries, edition.content.settings.language
    return cut_timeline(build_timeline(entries).years, url, language, edition.words(), by_spans=True)
