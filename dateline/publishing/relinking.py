"""Turn articles that were edited into what is kept of them, by what the brief of the last build says of all else."""

from collections.abc import Mapping
from pathlib import Path

from dateline.linking.linker import open_site
from dateline.linking.names import index_bearers
from dateline.model.dataclass import dataclass
from dateline.model.entity import Registry
from dateline.model.names import EntityId, UrlPath
from dateline.model.settings import Settings
from dateline.model.source import Sources
from dateline.model.urls import page_urls_by_file
from dateline.publishing.brief import Brief
from dateline.publishing.brief_edition import ClosedError, Whole
from dateline.publishing.desk import Desk, Orders, Share, Surroundings
from dateline.publishing.edits import claims_anew, framed_parts
from dateline.publishing.keeping import fetch_value
from dateline.publishing.kept import KeptArticle, KeptPage
from dateline.publishing.segments import SegmentReader
from dateline.publishing.sources import Found
from dateline.reading.markdown_links import Targets
from dateline.reading.references import References


@dataclass(frozen=True, slots=True)
class Against:
    """What articles are read and linked against."""

    brief: Brief
    found: Found
    registry: Registry
    settings: Settings
    """As the site says them."""
    pages: Mapping[str, KeptPage]
    segments: SegmentReader
    folder: Path
    """That of the segments."""


def relink(held: Mapping[str, KeptArticle], against: Against) -> Mapping[str, KeptArticle]:
    """Return the articles as they are now, by path, of those that were held.

    Raises ClosedError where more than their long parts, and how often they name whom, has changed; DatelineError,
    LostError, OSError.
    """
    around = _surround(against)
    desk = Desk(around, Share({path: against.found.texts[path] for path in held}, ()))
    if any(claims_anew(candidate, held[candidate.path]) for candidate in desk.hear()):
        raise ClosedError("an article asks for another place")
    batches = desk.link(Orders(frozenset(held), around.site.targets))
    linked = [article for batch in batches for article in batch.articles]
    if any(each.problems or framed_parts(each.kept) != framed_parts(held[each.kept.record.path]) for each in linked):
        raise ClosedError("more than words has changed")
    return {each.kept.record.path: each.kept for each in linked}


def _surround(against: Against) -> Surroundings:
    brief, found = against.brief, against.found
    bearers = fetch_value(brief.bearers, dict[str, tuple[EntityId, ...]], against.segments)
    names = index_bearers(bearers, against.registry, against.settings)
    # Most articles have no link to another: then nobody asks where links may lead.
    targets = Targets(Whole(lambda: _urls(against)), frozenset(found.files))
    site = open_site(against.registry, against.settings, targets, names)
    sources = Sources({}, targets.files, content_folder=found.folder)
    return Surroundings(sources, against.settings, References.to(against.registry), site, against.folder)


def _urls(against: Against) -> Mapping[str, UrlPath]:
    brief = against.brief
    return page_urls_by_file(
        zip(brief.paths, brief.slugs, strict=True),
        ((entity.path, entity.id) for entity in against.registry.entities),
        ((path, each.record.slug) for path, each in against.pages.items()),
    )
