"""Turn what was gathered into the files beside the pages: ledger, feed, sitemap, robots.txt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.indexes.records import Records
from dateline.model.settings import Settings
from dateline.model.urls import FEED, MENTIONS, ROBOTS, SITEMAP
from dateline.publishing.codec import pack, stamp
from dateline.publishing.keeping import fetch
from dateline.publishing.kept import State
from dateline.publishing.memory import traces_of
from dateline.publishing.segments import SegmentReader
from dateline.rendering.crawlers import robots, sitemap
from dateline.rendering.feed import atom_feed, latest_articles

NO_JEKYLL = ".nojekyll"


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that is not made from a template."""

    path: str
    key: bytes
    """A digest of everything that it is made from."""
    make: Callable[[], bytes]


def plan_data(
    state: State, records: Records, settings: Settings, pages: Iterable[str], reader: SegmentReader
) -> tuple[DataFile, ...]:
    """Return the files beside the pages; `pages` are the output paths of these. Making one may raise LostError."""
    ledgers = [trace.ledger for _, trace in sorted(traces_of(state).items())]
    latest = [state.articles[article.path] for article in latest_articles(records.articles, settings)]
    listed = sorted(pages)
    return (
        DataFile(MENTIONS, _key(ledgers), lambda: b"".join(fetch(ledger, reader) for ledger in ledgers)),
        DataFile(
            FEED,
            _key(repr(settings), [(article.stamp, article.text_stamp) for article in latest]),
            lambda: atom_feed(records.articles, records.library, settings),
        ),
        DataFile(SITEMAP, _key(settings.base_url, listed), lambda: sitemap(listed, settings)),
        DataFile(ROBOTS, _key(settings.base_url), lambda: robots(settings)),
        DataFile(NO_JEKYLL, _key(), lambda: b""),
    )


def _key(*parts: object) -> bytes:
    return stamp(pack(parts))
