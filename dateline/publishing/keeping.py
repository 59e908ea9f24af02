"""Turn what files tell into what is kept of it, and back: long parts go into segments, short ones stay at hand."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from operator import attrgetter
from typing import TypeVar

from dateline.indexes.dates import sort_key
from dateline.indexes.records import (
    ArticleRecord,
    ArticleText,
    EntityRecord,
    Quotation,
    Records,
    Told,
    Trace,
    split_translations,
)
from dateline.linking.linked import LinkedEntity, LinkedPage, Ties
from dateline.model.article import Article
from dateline.model.dataclass import dataclass
from dateline.model.date import UNKNOWN_DATE, SortKey
from dateline.model.entity import Registry
from dateline.model.names import EntityId, Slug
from dateline.publishing.codec import STAMP_LENGTH, Packed, pack, pack_map, stamp, unpack, unpack_map
from dateline.publishing.kept import KeptArticle, KeptEntity, KeptPage, KeptTrace, State
from dateline.publishing.reuse import bare, can_be_kept
from dateline.publishing.segments import Pointer, SegmentReader, SegmentWriter
from dateline.reading.articles import Candidate, ReadArticle
from dateline.rendering.recording import record_entity, record_page, record_trace

_FARTHEST_DAY = 1 << 62

T = TypeVar("T")

_MOST_OPENED = 2500


class LostError(Exception):
    """What was kept cannot be had back: the memory is damaged."""


def keep_article(read: ReadArticle, digest: bytes, told: Told, ties: Ties, writer: SegmentWriter) -> KeptArticle:
    """Keep an article that was read and linked. Raises OSError where nothing can be written."""
    assert read.claim is not None, "only articles are linked"  # noqa: S101
    assert read.article is not None, "only articles are linked"  # noqa: S101
    record, text = pack(told.record), pack(told.text)
    quotations = {entity: pack(quotation) for entity, quotation in told.quotations.items()}
    return KeptArticle(
        digest=digest,
        holds=not ties.problems and can_be_kept(read.problems),
        claim=read.claim,
        is_draft=read.candidate.is_draft,
        first_day=_within_reach(read.candidate.first_day),
        references=read.references,
        problems=read.problems,
        record=told.record,
        stamp=stamp(record),
        outline=stamp(pack(replace(told.record, named=dict.fromkeys(told.record.named, 0)))),
        nameless=stamp(pack(replace(told.record, named={}))),
        text=writer.append(text),
        text_stamp=stamp(text),
        quotations=writer.append(pack_map(quotations)),
        quotation_stamps=b"".join(stamp(data) for data in quotations.values()),
        trace=keep_trace(told.trace, ties, writer, names_file=_names_file(read.article)),
    )


def _names_file(article: Article) -> bool:
    """Whether the header names a file of the content folder."""
    return bool(article.image) or any(citation.file for citation in article.citations())


def keep_trace(trace: Trace, ties: Ties, writer: SegmentWriter, *, names_file: bool = False) -> KeptTrace:
    """Keep what the texts of a file left behind; `names_file`: its header names a file of the content folder.

    Raises OSError where nothing can be written.
    """
    return KeptTrace(
        words=writer.append("\n".join(filter(None, (trace.words, ties.read))).encode("utf-8", "surrogatepass")),
        ledger=writer.append(trace.ledger.encode()),
        files=tuple(sorted(ties.files)),
        links=ties.links,
        leans=bool(names_file or ties.files or ties.links or ties.problems),
        is_by_hand=trace.is_by_hand or ties.has_brackets,
    )


def keep_entity(linked: LinkedEntity, ties: Ties, writer: SegmentWriter) -> KeptEntity:
    """Keep an entity that was read and linked. Raises OSError where nothing can be written."""
    record = record_entity(linked)
    return restamped(
        KeptEntity(
            holds=not ties.problems,
            stamp=b"",
            entity=bare(record.entity),
            description=record.description,
            summary=record.summary,
            body=record.body,
            events=record.events,
            quotations=record.quotations,
            trace=keep_trace(record_trace(linked.texts()), ties, writer),
            notes=record.notes,
        )
    )


def restamped(kept: KeptEntity) -> KeptEntity:
    """Return what is kept of an entity with the stamp of the record as it is now."""
    return replace(kept, stamp=stamp_of(entity_record(kept)))


def keep_page(linked: LinkedPage, ties: Ties, writer: SegmentWriter) -> KeptPage:
    """Keep a page that was read and linked. Raises OSError where nothing can be written."""
    record = record_page(linked)
    return KeptPage(not ties.problems, stamp_of(record), record, keep_trace(record_trace([linked.body]), ties, writer))


def stamp_of(record: object) -> bytes:
    """Return the stamp of a record; of one that cannot be packed, of what `repr` says of it."""
    try:
        return stamp(pack(record))
    except ValueError:
        return stamp(repr(record).encode("utf-8", "surrogatepass"))


def entity_record(kept: KeptEntity) -> EntityRecord:
    """Return the record of an entity that was kept; its own texts are there as HTML alone."""
    return EntityRecord(
        entity=kept.entity,
        description=kept.description,
        summary=kept.summary,
        body=kept.body,
        events=kept.events,
        quotations=kept.quotations,
        notes=kept.notes,
    )


@dataclass(frozen=True, slots=True)
class KeptLibrary:
    """A library that reads the long parts of articles from segments, when a page asks for them. Raises LostError."""

    articles: dict[Slug, KeptArticle]
    reader: SegmentReader
    opened: dict[Slug, Mapping[str, Packed]] = field(default_factory=dict)

    def text(self, slug: Slug) -> ArticleText:
        """Return what only the article's own page shows."""
        return fetch_value(self.articles[slug].text, ArticleText, self.reader)

    def quotation(self, slug: Slug, entity: EntityId) -> Quotation:
        """Return what the article says of an entity; it names or lists it."""
        try:
            if slug not in self.opened:
                if len(self.opened) == _MOST_OPENED:
                    self.opened.clear()
                self.opened[slug] = unpack_map(fetch(self.articles[slug].quotations, self.reader))
            return unpack(self.opened[slug][entity], Quotation)
        except (KeyError, ValueError):
            raise LostError from None

    def renew(self, articles: Iterable[KeptArticle]) -> None:
        """Read from now on what these articles say."""
        for kept in articles:
            slug = kept.record.slug
            if self.articles.get(slug) is not kept:
                self.articles[slug] = kept
                self.opened.pop(slug, None)


@dataclass(frozen=True, slots=True)
class KeptStamps:
    """The stamps of everything that is kept."""

    articles: Mapping[Slug, KeptArticle]
    entities: Mapping[EntityId, KeptEntity]
    pages: Mapping[Slug, KeptPage]
    quoted: dict[Slug, Mapping[EntityId, bytes]] = field(default_factory=dict)

    def article(self, slug: Slug) -> bytes:
        """Return the stamp of an article's record."""
        return self.articles[slug].stamp

    def nameless(self, slug: Slug) -> bytes:
        """Return the stamp of that record but for whom the article names."""
        return self.articles[slug].nameless

    def text(self, slug: Slug) -> bytes:
        """Return the stamp of what only the article's own page shows."""
        return self.articles[slug].text_stamp

    def quotation(self, slug: Slug, entity: EntityId) -> bytes:
        """Return the stamp of what an article says of an entity."""
        return self.quotations(slug)[entity]

    def quotations(self, slug: Slug) -> Mapping[EntityId, bytes]:
        """Return the stamps of what an article says of each entity that it names or lists."""
        known = self.quoted.get(slug)
        if known is None:
            known = self.quoted[slug] = quotation_stamps(self.articles[slug])
        return known

    def entity(self, identity: EntityId) -> bytes:
        """Return the stamp of an entity's record."""
        return self.entities[identity].stamp

    def page(self, slug: Slug) -> bytes:
        """Return the stamp of a page without a date."""
        return self.pages[slug].stamp


def concerned(record: ArticleRecord) -> list[EntityId]:
    """Return whom an article names or lists, in the order of their ids: those of whom it has quotations."""
    return sorted(record.cast)


def fetch(pointer: Pointer, reader: SegmentReader) -> bytes:
    """Return what a pointer leads to. Raises LostError where it cannot be had as it was put there."""
    data = reader.read(pointer)
    if data is None:
        raise LostError
    return data


def fetch_value(pointer: Pointer, kind: type[T], reader: SegmentReader) -> T:
    """Return the value of this type that was packed and kept, by its pointer. Raises LostError."""
    try:
        return unpack(fetch(pointer, reader), kind)
    except ValueError:
        raise LostError from None


def fetch_text(pointer: Pointer, reader: SegmentReader) -> str:
    """Return the text that a pointer leads to. Raises LostError."""
    return fetch(pointer, reader).decode("utf-8", "surrogatepass")


def candidate_of(path: str, kept: KeptArticle) -> Candidate:
    """Return what decides whether an article that was kept is published."""
    record = kept.record
    edtf = "" if record.edtf == UNKNOWN_DATE.edtf else record.edtf  # as `said_date` has it, without reading the date
    return Candidate(path, kept.claim, kept.is_draft, kept.first_day, kept.problems, edtf, record.language)


def _within_reach(day: int | None) -> int | None:
    """A day that 64 bits can say: the days of this world lie on the same side of it."""
    return None if day is None else max(-_FARTHEST_DAY, min(day, _FARTHEST_DAY))


def quotation_stamps(kept: KeptArticle) -> Mapping[EntityId, bytes]:
    """Return the stamps of what an article says of each entity that it names or lists."""
    whole = kept.quotation_stamps
    stamps = [whole[start : start + STAMP_LENGTH] for start in range(0, len(whole), STAMP_LENGTH)]
    return dict(zip(concerned(kept.record), stamps, strict=True))


def records_of(state: State, reader: SegmentReader, public: Registry | None = None) -> tuple[Records, KeptLibrary]:
    """Return the records of everything that is kept, and their library, which reads long parts as they are needed.

    `public` are the entities as pages may know them; None: as they are kept.
    """
    ordered = sorted((kept.record for kept in state.articles.values()), key=_publication)
    articles, translations = split_translations(ordered)
    library = KeptLibrary({kept.record.slug: kept for kept in state.articles.values()}, reader)
    entities = _entity_records(state, public)
    ordered_pages = sorted((kept.record for kept in state.pages.values()), key=attrgetter("slug"))
    pages, translated_pages = split_translations(ordered_pages)
    digests = {path: each.sha256 for path, each in state.digests.items()}
    return Records(articles, entities, pages, library, digests, translations, translated_pages), library


def _entity_records(state: State, public: Registry | None) -> tuple[EntityRecord, ...]:
    if public is None or len(public.entities) == len(state.entities):
        return tuple(entity_record(kept) for kept in state.entities.values())
    known = ((kept, public.by_id.get(identity)) for identity, kept in state.entities.items())
    return tuple(entity_record(replace(kept, entity=bare(entity))) for kept, entity in known if entity)


def changed_quotations(old: KeptArticle, new: KeptArticle) -> Iterator[EntityId]:
    """Return of whom an article says something else than before; it names and lists the same as then."""
    if old.quotation_stamps != new.quotation_stamps:
        before, after = quotation_stamps(old), quotation_stamps(new)
        yield from (entity for entity in after if before[entity] != after[entity])


def stamps_of(state: State) -> KeptStamps:
    """Return the stamps of everything that is kept."""
    return KeptStamps(
        {kept.record.slug: kept for kept in state.articles.values()},
        state.entities,
        {kept.record.slug: kept for kept in state.pages.values()},
    )


def dates_in(state: State) -> set[str]:
    """Return when anything is dated that pages tell of, in EDTF."""
    records, entities = [kept.record for kept in state.articles.values()], state.entities.values()
    dates = {record.edtf for record in records}
    dates.update([event.edtf for record in records for event in record.events])
    dates.update([event.edtf for kept in entities for event in kept.events])
    dates.update([date.edtf for kept in entities for _, date in kept.entity.life])
    return dates


def _publication(record: ArticleRecord) -> tuple[SortKey, int, Slug]:
    return sort_key(record.edtf), record.order, record.slug
