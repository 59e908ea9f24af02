"""Turn what was gathered into the files beside the pages: ledger, feeds, sitemap, robots.txt."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import accumulate

from dateline import __version__
from dateline.indexes.records import EntityRecord, EventRecord, Records
from dateline.model.dataclass import dataclass
from dateline.model.source import Options
from dateline.model.urls import (
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
from dateline.publishing.keeping import fetch, stamps_of
from dateline.publishing.kept import State
from dateline.publishing.memory import traces_of
from dateline.publishing.piecing import Joint, Standing
from dateline.publishing.segments import Pointer, SegmentReader
from dateline.rendering.cards import shard_cards
from dateline.rendering.data_page import material_of
from dateline.rendering.edition import Edition
from dateline.rendering.exports.files import EXPORTS
from dateline.rendering.exports.pieces import Reads
from dateline.rendering.exports.rows import Material
from dateline.rendering.feed import as_of, latest_articles, latest_corrections
from dateline.rendering.feed_texts import names_of_cast
from dateline.rendering.pieced import PIECED
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
    joint: Joint | None = None
    """What the parts are joined from, where they are pieces that stay."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The mention ledger that the last build wrote."""

    parts: Mapping[str, Pointer]
    """Of each file, by path, where its lines are kept."""
    read: Callable[[], bytes]
    """Reads all of it. Raises OSError."""


def key_data(
    state: State,
    edition: Edition,
    options: Options,
    pages: Iterable[str],
    reader: SegmentReader,
    last: Ledger,
    standing: Callable[[str], Standing | None] = lambda _: None,
) -> tuple[DataFile, ...]:
    """Return the files beside the pages; `pages` are the output paths of these. Making one may raise LostError.

    `standing` returns what the last build wrote at a path, where pieces of that are remembered.
    """
    material, listed = material_of(edition), sorted(pages)
    parts = {path: trace.ledger for path, trace in sorted(traces_of(state).items())}
    ledger = partial(ledger_parts, parts, last, reader)
    data = plan_data(material, options.today, edition.announced, listed, lambda: b"".join(ledger()))
    keys = {
        MENTIONS: _key(list(parts.values())),
        SITEMAP: _key(
            material.settings.base_url,
            listed,
            sorted(find_versions(material.records, material.settings.language).items()),
        ),
        ROBOTS: _key(material.settings.base_url),
        NO_JEKYLL: _key(),
        **_keys_of_feeds(state, material, options),
        **_keys_of_exports(state, material, sorted(edition.announced), data),
    }
    joints = _joints(state, material, standing)
    parts_of = {MENTIONS: ledger} | {path: joint.parts for path, joint in joints.items()}
    return tuple(DataFile(path, keys[path], make, parts_of.get(path), joints.get(path)) for path, make in data.items())


def _keys_of_feeds(state: State, material: Material, options: Options) -> Mapping[str, bytes]:
    records, settings = material.records, material.settings
    articles, words = as_of(records.articles, options.today), sorted(material.words.messages.items())
    newest, mended = latest_articles(articles, settings), latest_corrections(articles, settings)
    latest, cast = [state.articles[each.path] for each in newest], names_of_cast(newest, records.entities)
    due = [len(article.corrections) for article in newest]
    feed = _key(repr(settings), words, [(article.stamp, article.text_stamp) for article in latest], due, cast)
    corrected = [(state.articles[each.article.path].stamp, each.correction, each.number) for each in mended]
    return {FEED: feed, JSON_FEED: feed, CORRECTIONS_FEED: _key(repr(settings), words, corrected)}


def _keys_of_exports(
    state: State, material: Material, announced: list[str], paths: Container[str]
) -> Mapping[str, bytes]:
    """The keys of tables and other files of data, and of what scripts of pages load."""
    settings, words = repr(material.settings), sorted(material.words.messages.items())
    shared = __version__, settings, [*state.articles, *state.entities], sorted(material.records.digests.items())
    entities = [entity.stamp for entity in state.entities.values()]
    exported = _key(shared, entities, [article.outline for article in state.articles.values()])
    articles = [article.nameless for article in state.articles.values()]
    nameless = _key(shared, articles, [_outline(record) for record in material.records.entities])
    described = _key(nameless, entities)
    return {
        **{
            f"{DATA}{each.name}": exported if each.tells_names else described if each.tells_aliases else nameless
            for each in EXPORTS
        },
        SEARCH_INDEX: _key(settings, words, _searched(material.records)),
        ENTRY_INDEX: _key(exported, words),
        ENTRY_TEXTS: nameless,
        **{path: _key(settings, words, announced, cards) for path, cards in _carded(material) if path in paths},
    }


def _joints(state: State, material: Material, standing: Callable[[str], Standing | None]) -> Mapping[str, Joint]:
    """The files that are joined from pieces, by path."""
    # What is said of an entity that may be named does not say which others may not.
    public = {record.entity.id for record in material.records.entities}
    shared = _key(__version__, repr(material.settings), sorted(state.entities.keys() - public))
    reads = cache(lambda: Reads(material, stamps_of(state), shared))
    return {path: Joint(partial(cut, material), reads, standing(path)) for path, cut in PIECED.items()}


def _carded(material: Material) -> Iterator[tuple[str, object]]:
    """What files of cards are made from, by path: what is said of each entity, and when its entries are dated."""
    times = material.indexes.dossiers.times
    for path, records in shard_cards(material.records.entities).items():
        said = [(each.entity.id, each.entity.name, each.entity.kind, each.description) for each in records]
        yield path, (said, [times(each.entity.id) for each in records])


def _outline(record: EntityRecord) -> object:
    """What tables say of an entity where they tell of something else: not its aliases, nor its texts."""
    entity = record.entity
    life = [(what, date.edtf) for what, date in entity.life]
    told = record.events, entity.relations
    return entity.id, entity.kind, entity.name, entity.part_of, entity.coordinates, life, told


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


def ledger_parts(parts: Mapping[str, Pointer], last: Ledger, reader: SegmentReader) -> Iterator[bytes | memoryview]:
    """Return the lines of all files, in the order of these paths; those that were written before are not fetched.

    Raises LostError.
    """
    written = _written(last)
    if written is None:
        yield from (fetch(pointer, reader) for pointer in parts.values())
        return
    places = _places(last.parts)
    start = end = 0  # of a run of lines that were written before
    for path, pointer in parts.items():
        if last.parts.get(path) == pointer and places[path] == end:
            end += pointer.length
            continue
        yield written[start:end]
        start = end = places.get(path, 0)
        if last.parts.get(path) == pointer:
            end += pointer.length
        else:
            yield fetch(pointer, reader)
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
    return memoryview(data) if len(data) == sum(pointer.length for pointer in last.parts.values()) else None


def _places(parts: Mapping[str, Pointer]) -> Mapping[str, int]:
    """Where in the ledger the lines of each file begin, in bytes."""
    lengths = [parts[path].length for path in sorted(parts)]
    return dict(zip(sorted(parts), accumulate(lengths, initial=0), strict=False))


def _key(*parts: object) -> bytes:
    return stamp(pack(parts))
