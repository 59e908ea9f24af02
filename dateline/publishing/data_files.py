"""Turn what was gathered into the files beside the pages: ledger, feeds, sitemap, robots.txt."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import accumulate

from dateline import __version__
from dateline.indexes.records import EventRecord, Records
from dateline.model.dataclass import dataclass
from dateline.model.source import Options
from dateline.model.urls import (
    CARDS,
    CORRECTIONS_FEED,
    DATA,
    ENTRY_INDEX,
    ENTRY_TEXTS,
    FEED,
    JSON_FEED,
    MENTIONS,
    ROBOTS,
    SEARCH_INDEX,
    SITEMAP,
)
from dateline.pipeline import NO_JEKYLL, plan_data
from dateline.publishing.codec import pack, stamp
from dateline.publishing.keeping import fetch
from dateline.publishing.kept import State
from dateline.publishing.memory import traces_of
from dateline.publishing.segments import SegmentReader, Spot
from dateline.rendering.data_page import material_of
from dateline.rendering.edition import Edition
from dateline.rendering.exports.files import EXPORTS
from dateline.rendering.exports.rows import Material
from dateline.rendering.feed import as_of, latest_articles, latest_corrections
from dateline.rendering.feed_texts import names_of_cast
from dateline.rendering.versions import find_versions


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that is not made from a template."""

    path: str
    key: bytes
    """A digest of everything that it is made from."""
    make: Callable[[], bytes]
    parts: Callable[[], Iterable[bytes | memoryview]] | None = None
    """Makes a large one in parts; None: it is made at once."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The mention ledger that the last build wrote."""

    parts: Mapping[str, Spot]
    """Of each file, by path, where its lines are kept."""
    read: Callable[[], bytes]
    """Reads all of it. Raises OSError."""


def key_data(
    state: State, edition: Edition, options: Options, pages: Iterable[str], reader: SegmentReader, last: Ledger
) -> tuple[DataFile, ...]:
    """Return the files beside the pages; `pages` are the output paths of these. Making one may raise LostError."""
    material, announced = material_of(edition), edition.announced
    records, settings = material.records, material.settings
    articles = as_of(records.articles, options.today)
    parts = {path: trace.ledger for path, trace in sorted(traces_of(state).items())}
    newest = latest_articles(articles, settings)
    latest, cast = [state.articles[each.path] for each in newest], names_of_cast(newest, records.entities)
    due = [len(article.corrections) for article in newest]
    mended = latest_corrections(articles, settings)
    listed = sorted(pages)
    words = sorted(material.words.messages.items())
    feed = _key(repr(settings), words, [(article.stamp, article.text_stamp) for article in latest], due, cast)
    keys = {
        MENTIONS: _key(list(parts.values())),
        FEED: feed,
        JSON_FEED: feed,
        CORRECTIONS_FEED: _key(
            repr(settings),
            words,
            [(state.articles[each.article.path].stamp, each.correction, each.number) for each in mended],
        ),
        SEARCH_INDEX: _key(repr(settings), words, _searched(records)),
        SITEMAP: _key(settings.base_url, listed, sorted(find_versions(records, settings.language).items())),
        ROBOTS: _key(settings.base_url),
        NO_JEKYLL: _key(),
    }
    always = _key_of_exports(state, material)
    exported = _key(always, [article.outline for article in state.articles.values()])
    nameless = _key(always, [article.nameless for article in state.articles.values()])
    keys |= {f"{DATA}{each.name}": exported if each.tells_names else nameless for each in EXPORTS}
    keys |= {ENTRY_INDEX: _key(exported, words), ENTRY_TEXTS: nameless}
    ledger = partial(ledger_parts, parts, last, reader)
    data = plan_data(material, options.today, announced, listed, lambda: b"".join(ledger()))
    keys |= {path: _key(exported, words, sorted(announced)) for path in data if path.startswith(CARDS)}
    return tuple(DataFile(path, keys[path], make, ledger if path == MENTIONS else None) for path, make in data.items())


def _key_of_exports(state: State, material: Material) -> bytes:
    """A digest of what tables are made from beside the records of articles: those of entities for one."""
    entities = [entity.stamp for entity in state.entities.values()]
    paths = [*state.articles, *state.entities]
    files = sorted(material.records.digests.items())
    return _key(__version__, repr(material.settings), paths, entities, files)


def _searched(records: Records) -> list[object]:
    """What the search box finds of entities, articles and events."""
    found: list[object] = [(e.entity.id, e.entity.name, e.entity.aliases, e.entity.forms) for e in records.entities]
    for each in records.entities:
        found += [_searched_event(event) for event in each.events]
    for article in records.articles:
        found.append((article.slug, article.title, article.edtf))
        found += [_searched_event(event) for event in article.events]
    return found


def _searched_event(event: EventRecord) -> object:
    roles = [(role.entity, role.words, role.status, role.note) for role in event.roles]
    return event.slug, event.title, event.edtf, event.status, roles


def ledger_parts(parts: Mapping[str, Spot], last: Ledger, reader: SegmentReader) -> Iterator[bytes | memoryview]:
    """Return the lines of all files, in the order of these paths; those that were written before are not fetched.

    Raises LostError.
    """
    written = _written(last)
    if written is None:
        yield from (fetch(spot, reader) for spot in parts.values())
        return
    places = _places(last.parts)
    start = end = 0  # of a run of lines that were written before
    for path, spot in parts.items():
        if last.parts.get(path) == spot and places[path] == end:
            end += spot.length
            continue
        yield written[start:end]
        start = end = places.get(path, 0)
        if last.parts.get(path) == spot:
            end += spot.length
        else:
            yield fetch(spot, reader)
            start = end = end + (last.parts[path].length if path in last.parts else 0)
    yield written[start:end]


def _written(last: Ledger) -> memoryview | None:
    """The last ledger, if it can be had and has the length that it had."""
    if not last.parts:
        return None
    try:
        data = last.read()
    except OSError:
        return None
    return memoryview(data) if len(data) == sum(spot.length for spot in last.parts.values()) else None


def _places(parts: Mapping[str, Spot]) -> Mapping[str, int]:
    """Where in the ledger the lines of each file begin, in bytes."""
    lengths = [parts[path].length for path in sorted(parts)]
    return dict(zip(sorted(parts), accumulate(lengths, initial=0), strict=False))


def _key(*parts: object) -> bytes:
    return stamp(pack(parts))
