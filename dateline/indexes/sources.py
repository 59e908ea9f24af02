"""Turn what articles and events rest on into works: each listed once, with those that rest on it."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import replace

from dateline.indexes.citations import record_citation
from dateline.indexes.dates import sort_key
from dateline.indexes.records import ArticleRecord, CitationRecord, EntityRecord, EventRecord
from dateline.model.date import SortKey
from dateline.model.light import light
from dateline.model.names import EntityId, slugify


@light
class Use:
    """An article that rests on a work."""

    article: ArticleRecord
    events: tuple[EventRecord, ...]
    """Those of its events that name the work themselves."""


@light
class Told:
    """An entity whose own file tells of events that rest on a work."""

    entity: EntityId
    events: tuple[EventRecord, ...]


@light
class Work:
    """A source of the site, whatever number of articles cite it."""

    citation: CitationRecord
    """As it is cited, without what is said of one article's use of it."""
    uses: tuple[Use, ...]
    """The articles that rest on it, in the order of publication."""
    events: int
    """How many events rest on it: they name it, or name nothing and their article does."""
    alone: int
    """How many of these rest on one source."""
    entities: tuple[EntityId, ...] = ()
    """Those of whom a relation rests on it, as their own files state it; in the order of their ids."""
    told: tuple[Told, ...] = ()
    """Those whose own files tell of events that rest on it, in the order of their ids."""


def work_of(citation: CitationRecord, article: str) -> Hashable:
    """Return what two citations of one work have in common: the address; else the file; else title, publisher and date.

    Where one of these three is missing nobody can tell two works of one name apart: then those of one article, given
    by its slug (or of one entity, by its id), are held to be the same, and no others.
    """
    if citation.url or citation.file:
        return citation.url or f"file {citation.file}"
    whose = citation.publisher or citation.authors
    words = (citation.title.casefold(), citation.publisher.casefold(), citation.authors, citation.date)
    if citation.title and citation.publisher and citation.date:
        return words[0], words[1], citation.date
    return words if citation.title and whose and citation.date else (article, *words, not words[0] and citation.note)


def bibliography(article: ArticleRecord) -> tuple[CitationRecord, ...]:
    """Return what an article rests on, then what its events name beyond it; each work once."""
    found: dict[Hashable, CitationRecord] = {}
    for citation in _citations(article):
        found.setdefault(work_of(citation, article.slug), citation)
    return tuple(found.values())


def sources_of(event: EventRecord, article: ArticleRecord) -> tuple[CitationRecord, ...]:
    """Return what an event rests on: what it names itself; else what its article does."""
    return event.sources or article.sources


def rests_on_one(event: EventRecord, article: ArticleRecord) -> bool:
    """Return whether an event rests on one source: all that it rests on is of one publisher, or of one author.

    Two reports of one publisher are one source. Where neither publisher nor author is named, each work is one.
    """
    return is_one_voice(sources_of(event, article), article.slug)


def is_one_voice(citations: Iterable[CitationRecord], teller: str) -> bool:
    """Return whether these are one source, as `rests_on_one` has it; `teller`: the slug or id of who cites them."""
    return len({_voice(citation, teller) for citation in citations}) == 1


def count_events(articles: Iterable[ArticleRecord], entities: Iterable[EntityRecord]) -> tuple[int, int]:
    """Return how many events articles and the files of entities tell of, and how many of them rest on one source."""
    lone = [rests_on_one(event, article) for article in articles for event in article.events]
    lone += [is_one_voice(event.sources, record.entity.id) for record in entities for event in record.events]
    return len(lone), sum(lone)


def cited_files(articles: Iterable[ArticleRecord]) -> frozenset[str]:
    """Return the files of the content folder that articles and their events cite, by path."""
    cited = (citation for article in articles for citation in _citations(article))
    return frozenset(citation.file for citation in cited if citation.file)


def collect_works(articles: Iterable[ArticleRecord], entities: Iterable[EntityRecord] = ()) -> tuple[Work, ...]:
    """Return all works by publisher, those without one last; of one publisher the oldest first.

    Articles stand in the order of publication, entities, whose relations have sources too, in that of their ids.
    """
    cited: dict[Hashable, list[CitationRecord]] = {}
    uses: dict[Hashable, list[Use]] = {}
    events: Counter[Hashable] = Counter()
    alone: Counter[Hashable] = Counter()
    for article in articles:
        for work, citations in _cited_in(article).items():
            cited.setdefault(work, []).extend(citations)
            uses.setdefault(work, []).append(Use(article, tuple(_naming(work, article))))
        for event in article.events:
            works = {work_of(citation, article.slug) for citation in sources_of(event, article)}
            events.update(works)
            alone.update(works if rests_on_one(event, article) else ())
    known = tuple(entities)
    related, told = _related(known, cited), _told(known, cited, events, alone)
    listed = (
        Work(
            _merge(cited[key]),
            tuple(uses.get(key, ())),
            events[key],
            alone[key],
            tuple(related.get(key, ())),
            tuple(told.get(key, ())),
        )
        for key in cited
    )
    return tuple(sorted(listed, key=_place))


def _related(
    entities: Iterable[EntityRecord], cited: dict[Hashable, list[CitationRecord]]
) -> Mapping[Hashable, Iterable[EntityId]]:
    """Whose relations rest on a work; what they cite is added to what is `cited`."""
    found: dict[Hashable, dict[EntityId, None]] = {}
    for record in entities:
        entity = record.entity
        for citation in (record_citation(each) for relation in entity.relations for each in relation.sources):
            work = work_of(citation, entity.id)
            cited.setdefault(work, []).append(citation)
            found.setdefault(work, {})[entity.id] = None
    return found


def _told(
    entities: Iterable[EntityRecord],
    cited: dict[Hashable, list[CitationRecord]],
    events: Counter[Hashable],
    alone: Counter[Hashable],
) -> Mapping[Hashable, list[Told]]:
    """Whose own events rest on a work; what they cite is added to what is `cited`, and they are counted."""
    found: dict[Hashable, list[Told]] = {}
    for record in entities:
        naming: dict[Hashable, list[EventRecord]] = {}
        for event in record.events:
            works = {work_of(citation, record.entity.id): citation for citation in event.sources}
            for work, citation in works.items():
                cited.setdefault(work, []).append(citation)
                naming.setdefault(work, []).append(event)
            events.update(works.keys())
            alone.update(works.keys() if is_one_voice(event.sources, record.entity.id) else ())
        for work, named in naming.items():
            found.setdefault(work, []).append(Told(record.entity.id, tuple(named)))
    return found


def _citations(article: ArticleRecord) -> Iterator[CitationRecord]:
    yield from article.sources
    for event in article.events:
        yield from event.sources


def _voice(citation: CitationRecord, teller: str) -> Hashable:
    return citation.publisher.casefold() or citation.authors or work_of(citation, teller)


def _cited_in(article: ArticleRecord) -> dict[Hashable, list[CitationRecord]]:
    found: dict[Hashable, list[CitationRecord]] = {}
    for citation in _citations(article):
        found.setdefault(work_of(citation, article.slug), []).append(citation)
    return found


def _naming(work: Hashable, article: ArticleRecord) -> Iterator[EventRecord]:
    for event in article.events:
        if any(work_of(citation, article.slug) == work for citation in event.sources):
            yield event


def _merge(citations: list[CitationRecord]) -> CitationRecord:
    """One for all: the first that has an archived copy, else the first; a remark where all have the same."""
    chosen = next((each for each in citations if each.archive), citations[0])
    notes = {each.note for each in citations}
    return replace(chosen, pages="", at="", id="", note=notes.pop() if len(notes) == 1 else "")


def _place(work: Work) -> tuple[bool, str, str, SortKey, str, str]:
    citation = work.citation
    dated = sort_key(citation.date or "unknown")
    return not citation.publisher, slugify(citation.publisher), citation.publisher, dated, citation.title, citation.url
