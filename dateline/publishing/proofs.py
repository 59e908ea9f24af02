"""Turn what was gathered into a proof: everything that pages are made from, put in order.

A proof serves as long as its frame holds: as long as nothing changes but the long parts of articles.
"""

from collections.abc import Mapping

from dateline.indexes import index_records
from dateline.model.dataclass import dataclass
from dateline.model.names import EntityId, Slug
from dateline.model.source import Options, Summary
from dateline.pipeline import summarise
from dateline.publishing.codec import pack, stamp
from dateline.publishing.keeping import KeptLibrary, changed_quotations, records_of
from dateline.publishing.kept import State
from dateline.publishing.segments import SegmentReader
from dateline.publishing.tasks import Gathered
from dateline.reading.content import Content
from dateline.rendering.edition import Edition, make_edition


@dataclass(frozen=True, slots=True)
class Proof:
    """Everything that pages are made from."""

    ground: bytes
    """The digest of everything that more than one page is made from, but what articles and entities say."""
    frame: bytes
    """The digest of all of it but the long parts of articles."""
    edition: Edition
    library: KeptLibrary
    """The long parts."""
    summary: Summary
    """What the site holds; its pages are yet to be counted."""


def frame_of(gathered: Gathered, ground: bytes) -> bytes:
    """Return the digest of everything that more than one page is made from, but quotations; `ground` is part of it.

    While it stays the same, an edited article concerns its own page, and the dossiers of those of whom it now says
    something else.
    """
    return _frame([article.outline for article in gathered.state.articles.values()], gathered, ground)


def _strict_frame(gathered: Gathered, ground: bytes) -> bytes:
    """The digest of everything that pages are made from but the long parts of articles."""
    return _frame([article.stamp for article in gathered.state.articles.values()], gathered, ground)


def _frame(articles: list[bytes], gathered: Gathered, ground: bytes) -> bytes:
    entities = [entity.stamp for entity in gathered.state.entities.values()]
    return stamp(pack([ground, b"".join(articles), b"".join(entities)]))


def _ground_of(gathered: Gathered, options: Options, theme: Mapping[str, bytes]) -> bytes:
    """The digest of everything that more than one page is made from, but what articles and entities say."""
    state = gathered.state
    stamps = [page.stamp for page in state.pages.values()]
    paths = [*state.articles, *state.entities, *state.pages]
    digests = [(path, each.sha256) for path, each in state.digests.items()]
    site = repr((gathered.settings, options.version, options.preview, options.offline, options.full_text, digests))
    return stamp(pack([site, sorted(theme.items()), paths, sorted(gathered.announced), b"".join(stamps)]))


def prove(
    last: Proof | None,
    gathered: Gathered,
    options: Options,
    theme: Mapping[str, bytes],
    reader: SegmentReader,
) -> Proof:
    """Return the proof of what was gathered: the last one, brought up to date, where long parts alone have changed."""
    ground = _ground_of(gathered, options, theme)
    frame = _strict_frame(gathered, ground)
    if last is not None and last.frame == frame:
        last.library.renew(gathered.state.articles.values())
        return last
    public = gathered.registry.public()
    records, library = records_of(gathered.state, reader, public)
    content = Content(gathered.settings, public, (), (), gathered.registry.private)
    indexes = index_records(records, public, life=gathered.settings.life_events)
    edition = make_edition(content, records, indexes, options, theme)
    return Proof(ground, frame, edition, library, summarise(records, indexes, ()))


def compare_long_parts(before: State, after: State) -> tuple[set[Slug], list[EntityId]]:
    """Return the articles with another text, and the entities of whom articles say something else, of one frame."""
    texts: set[Slug] = set()
    entities: set[EntityId] = set()
    for path, article in after.articles.items():
        old = before.articles[path]
        if article is not old:
            if (article.stamp, article.text_stamp) != (old.stamp, old.text_stamp):
                texts.add(article.record.slug)
            entities.update(changed_quotations(old, article))
    return texts, sorted(entities)
