"""Cut files of data into pieces, each with a digest of what it is made from: only those that differ need be made."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from dateline.indexes.entries import Entry
from dateline.indexes.records import ArticleRecord, EntityRecord, Stamps
from dateline.model.light import light
from dateline.rendering.exports.rows import Material
from dateline.rendering.keys import fold, stamp, stamp_words


class Reads:
    """Digests of what pieces are made from."""

    def __init__(self, material: Material, stamps: Stamps, shared: bytes) -> None:
        """Take the digests of records, and one of what all pieces share: the settings, the program, who is public."""
        self.material = material
        self.stamps = stamps
        self.shared = shared
        self._runs: dict[tuple[str, int], bytes] = {}

    def run(self, table: str, place: int) -> bytes:
        """Return the digest of what the rows of a run of a table are made from."""
        if (table, place) not in self._runs:
            self._runs[table, place] = fold(self.shared, self._run(self.material.runs(table)[place]))
        return self._runs[table, place]

    def nameless_run(self, place: int) -> bytes:
        """Return the digest of what a run of articles tells but for whom their texts name, and what others are called.

        `place` is that of the run among those of the table of articles.
        """
        articles = (each for each in self.material.runs("articles")[place] if isinstance(each, ArticleRecord))
        return fold(self.shared, self.called, *(self.stamps.nameless(article.slug) for article in articles))

    def _run(self, things: Sequence[object]) -> bytes:
        return fold(*(each for thing in things for each in self._thing(thing)))

    def _thing(self, thing: object) -> Iterable[bytes]:
        if isinstance(thing, ArticleRecord):
            return (self.stamps.article(thing.slug),)
        if isinstance(thing, EntityRecord):
            told = self.material.indexes.dossiers.told.get(thing.entity.id, ())
            return self.stamps.entity(thing.entity.id), stamp_words(entry.id for entry in told)
        assert isinstance(thing, Entry), "tables tell of nothing else in runs"  # noqa: S101
        return stamp_words((thing.id,)), self._teller(thing)

    def _teller(self, entry: Entry) -> bytes:
        if entry.article:
            return self.stamps.article(entry.article.slug)
        assert entry.entity is not None, "what no article tells an entity does"  # noqa: S101
        return self.stamps.entity(entry.entity.entity.id)

    @cached_property
    def public(self) -> bytes:
        """Whom pages may name."""
        return stamp_words(record.entity.id for record in self.material.records.entities)

    @cached_property
    def called(self) -> bytes:
        """What entities are called and of which kind they are, and the words of the interface."""
        entities = (record.entity for record in self.material.records.entities)
        words = self.material.words
        return stamp(([(e.id, e.kind, e.name) for e in entities], words.language, sorted(words.messages.items())))

    @cached_property
    def nameless(self) -> bytes:
        """What articles and entities tell of entries, but for whom the texts of articles name without an event."""
        records = self.material.records
        words = self.material.words.messages.items()
        told = ((each.entity.name, each.entity.kind, each.entity.life, each.events) for each in records.entities)
        articles = (self.stamps.nameless(article.slug) for article in records.articles)
        return fold(self.shared, self.public, stamp((sorted(words), list(told))), *articles)

    @cached_property
    def casts(self) -> dict[str, bytes]:
        """Whom each entry of the timeline names or lists, by its id."""
        entries = self.material.indexes.timeline.entries
        return {entry.id: stamp_words((entry.id, *entry.entities)) for entry in entries}


@light
class Piece:
    """A part of a file of data."""

    make: Callable[[], bytes]
    key: Callable[[Reads], bytes] | None = None
    """Returns the digest of all that it is made from; None: it is made each time."""


def constant(text: str) -> Piece:
    """Return a piece that always holds this text."""
    return Piece(text.encode)


def whole(pieces: Iterable[Piece]) -> bytes:
    """Return what all pieces hold."""
    return b"".join(piece.make() for piece in pieces)
