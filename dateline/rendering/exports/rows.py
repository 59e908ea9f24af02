"""Turn records into the rows of tables: plain values by field, those that nobody knows left out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import lru_cache
from hashlib import blake2b
from itertools import chain, groupby
from pathlib import PurePosixPath
from typing import Any

from dateline.indexes.citations import record_citation
from dateline.indexes.dates import read_date
from dateline.indexes.dossiers import Indexes
from dateline.indexes.entries import Entry
from dateline.indexes.records import ArticleRecord, CitationRecord, EntityRecord, EventRecord, Records
from dateline.indexes.relations import Relations, StatedRelation, index_relations
from dateline.indexes.sources import is_one_voice
from dateline.model.calendar import from_ordinal
from dateline.model.dataclass import dataclass
from dateline.model.date import HistoricalDate
from dateline.model.names import UrlPath
from dateline.model.settings import Settings
from dateline.model.urls import article_url, entity_url
from dateline.rendering.plain_text import plain
from dateline.rendering.tellers import title_of
from dateline.rendering.words import ENGLISH, Words

Row = Mapping[str, object]
"""What is known of one thing, by the name of the field."""

_LAST_YEAR = 9999
_MANY = 1 << 16


@dataclass(frozen=True, slots=True)
class Material:
    """Everything of which the data of a site is made."""

    records: Records
    indexes: Indexes
    settings: Settings
    words: Words = ENGLISH
    """Those of the interface in the language of the site."""
    made: dict[tuple[str, int], list[Row]] = field(default_factory=dict, compare=False)
    """The rows of tables that were made already, by table and run."""
    cut: dict[str, Sequence[Sequence[object]]] = field(default_factory=dict, compare=False, repr=False)
    """The runs of tables."""
    relate: Callable[[], Relations] | None = field(default=None, compare=False, repr=False)
    """Returns how entities stand to each other, where that is known already."""

    def address(self, url: UrlPath, anchor: str = "") -> str:
        """Return the full URL of a page, or its path from the root where the site has no base URL."""
        return f"{self.settings.base_url or '/'}{url}" + (f"#{anchor}" if anchor else "")

    def _relate(self) -> Relations:
        return self.relate() if self.relate else index_relations(self.records.entities, self.settings.relations)

    @property
    def relations(self) -> Iterator[tuple[str, StatedRelation]]:
        """Every relation with its id, in their order; of those of one type and the same ends the later are numbered."""
        seen: defaultdict[str, int] = defaultdict(int)
        for relation in self._relate().stated:
            name = f"{relation.ends.type}:{relation.ends.subject}:{relation.ends.object}"
            seen[name] += 1
            yield (name if seen[name] == 1 else f"{name}:{seen[name]}"), relation

    def rows(self, table: str) -> list[Row]:
        """Return the rows of a table."""
        return list(chain.from_iterable(self.rows_of_run(table, place) for place in range(len(self.runs(table)))))

    def rows_of_run(self, table: str, place: int) -> list[Row]:
        """Return the rows of a run of a table, by its place."""
        if (table, place) not in self.made:
            self.made[table, place] = list(map(known, _ROWS[table](self, self.runs(table)[place])))
        return self.made[table, place]

    def runs(self, table: str) -> Sequence[Sequence[object]]:
        """Return the runs of a table: records of which rows are made together; of a short one there is one, empty."""
        if table not in self.cut:
            self.cut[table] = tuple(_RUNS[table](self)) if table in _RUNS else ((),)
        return self.cut[table]


def _entry_runs(material: Material) -> Iterator[tuple[Entry, ...]]:
    """The lines of the timeline, in its order: a run is a month, or what else a heading of the timeline holds."""
    return (period.entries for year in material.indexes.timeline.years for period in year.periods)


def _article_runs(material: Material) -> Iterator[tuple[ArticleRecord, ...]]:
    """The articles, in the order of publication: a run is a month."""
    articles = material.records.articles
    return (tuple(group) for _, group in groupby(articles, key=lambda article: article.edtf[: len("2019-10")]))


def _entity_runs(material: Material) -> Iterator[tuple[EntityRecord, ...]]:
    """The entities, in the order of their ids: a run is those of a kind that begin with the same two letters."""
    return (tuple(group) for _, group in groupby(material.records.entities, key=_beginning))


def _beginning(record: EntityRecord) -> str:
    identity = record.entity.id
    return identity[: identity.index("/") + len("/ab")]


def _entry_rows(material: Material, entries: Iterable[Any]) -> Iterator[Row]:
    return (_entry(entry, material) for entry in entries)


def _article_rows(material: Material, articles: Iterable[Any]) -> Iterator[Row]:
    language = material.settings.language
    for article in articles:
        yield {
            "slug": article.slug,
            "title": article.title,
            "date": article.edtf,
            "language": article.language or language,
            "summary": article.description,
            "events": [f"{article.slug}.{event.slug}" for event in article.events],
            "entities": sorted(article.cast),
            "sources": list(dict.fromkeys(map(source_id, article.sources))),
            "corrections": _corrections(article),
            "url": material.address(article_url(article.slug)),
        }


def _entity_rows(material: Material, records: Iterable[Any]) -> Iterator[Row]:
    kinds = {kind.name: kind.schema_type for kind in material.settings.kinds}
    told = material.indexes.dossiers.told
    for record in records:
        entity, spot = record.entity, record.entity.coordinates
        yield {
            "id": entity.id,
            "kind": entity.kind,
            "type": kinds[entity.kind],
            "name": entity.name,
            "aliases": list(entity.aliases),
            "summary": record.description,
            **_life(record),
            "part_of": entity.part_of,
            "latitude": spot and spot.latitude,
            "longitude": spot and spot.longitude,
            "entries": [entry.id for entry in told.get(entity.id, ())],
            "url": material.address(entity_url(entity.id)),
        }


def _source_rows(material: Material, _: Iterable[object]) -> Iterator[Row]:
    """What there is of each source, in the order in which it is first cited."""
    cited: dict[str, tuple[CitationRecord, dict[str, None]]] = {}
    for citation, by in _citings(material):
        cited.setdefault(source_id(citation), (citation, {}))[1][by] = None
    for citation, citers in cited.values():
        yield _source(citation, list(citers), material.records.digests)


def _relation_rows(material: Material, _: Iterable[object]) -> Iterator[Row]:
    """What there is of each relation, in their order."""
    labels = {each.name: each.label for each in material.settings.relations}
    for identity, relation in material.relations:
        since, until = relation.span
        yield {
            "id": identity,
            "type": relation.ends.type,
            "label": labels.get(relation.ends.type, relation.ends.type),
            "subject": relation.ends.subject,
            "object": relation.ends.object,
            "since": since and since.edtf,
            "until": until and until.edtf,
            "status": relation.status and relation.status.value,
            "notes": list(relation.notes),
            "sources": [source_id(record_citation(each)) for each in relation.sources],
            "articles": list(relation.articles),
        }


@lru_cache(_MANY)
def source_id(citation: CitationRecord) -> str:
    """Return what tells a source from all others: a digest of what it says, but for what one article calls it."""
    return f"s-{blake2b(repr(replace(citation, id='')).encode(), digest_size=6).hexdigest()}"


def known(row: Mapping[str, object]) -> Row:
    """Return a row without what nobody knows; 0 and false are known."""
    return {name: value for name, value in row.items() if value is not None and value not in ("", [])}


def day_text(ordinal: int | None) -> str:
    """Return a day number as ISO 8601 has it; '' where there is none, and outside of the years 0 to 9999."""
    if ordinal is None:
        return ""
    year, month, day = from_ordinal(ordinal)
    return f"{year:04d}-{month:02d}-{day:02d}" if 0 <= year <= _LAST_YEAR else ""


@lru_cache(_MANY)
def _limits(edtf: str) -> tuple[str, str]:
    """The first and the last day that a date may be."""
    date = read_date(edtf)
    return day_text(date.first_day), day_text(date.last_day)


@lru_cache(_MANY)
def _lag(happened: str, published: str) -> int | None:
    return lag_days(read_date(happened), read_date(published))


def lag_days(happened: HistoricalDate, published: HistoricalDate) -> int | None:
    """Return how many days at least lie between an event and its report; None where that is not known, or not after."""
    last, first = happened.last_day, published.first_day
    return None if last is None or first is None or first < last else first - last


def _entry(entry: Entry, material: Material) -> dict[str, object]:
    event, article, limits = entry.event, entry.article, _limits(entry.happened)
    cited = (event.sources if event else ()) or (article.sources if article else ())
    return {
        "id": entry.id,
        "kind": "event" if event else "article",
        "title": title_of(entry, material.settings.language),
        "date": entry.happened,
        "earliest": limits[0],
        "latest": limits[1],
        "status": entry.status and entry.status.value,
        "text": plain(entry.text),
        "note": event.note if event else "",
        "places": list(entry.places),
        "entities": list(entry.entities),
        "roles": _roles(event) if event else [],
        "article": article and article.slug,
        "told_by": entry.entity and entry.entity.entity.id,
        "published": article and article.edtf,
        "lag_days": _lag(entry.happened, article.edtf) if event and article else None,
        "sources": list(dict.fromkeys(map(source_id, cited))),
        "single_source": is_one_voice(cited, entry.id) if event and cited else None,
        "corrections": _corrections(article) if article else [],
        "url": _address_of(entry, material),
    }


def _address_of(entry: Entry, material: Material) -> str:
    """Where an entry is told: in its article, or in the dossier of its entity."""
    if entry.entity:
        return material.address(entity_url(entry.entity.entity.id), entry.id)
    assert entry.article is not None, "what no entity tells an article does"  # noqa: S101
    return material.address(article_url(entry.article.slug), f"e-{entry.event.slug}" if entry.event else "")


def event_facts(event: EventRecord) -> Row:
    """Return when an event happened, how sure that is, and as what who took part."""
    facts = {"date": event.edtf, "status": event.status and event.status.value, "note": event.note}
    return known({**facts, "places": list(event.places), "roles": _roles(event)})


def _roles(event: EventRecord) -> list[Row]:
    return [
        known({"entity": role.entity, "as": role.words, "status": role.status and role.status.value, "note": role.note})
        for role in event.roles
    ]


def _corrections(article: ArticleRecord) -> list[Row]:
    return [{"date": each.date, "note": each.note} for each in article.corrections]


def _life(record: EntityRecord) -> dict[str, object]:
    dates = {name: getattr(record.entity, name) for name in ("born", "died", "founded", "dissolved")}
    return {name: date.edtf for name, date in dates.items() if date}


def _source(citation: CitationRecord, citers: list[str], digests: Mapping[str, str]) -> dict[str, object]:
    return {
        "id": source_id(citation),
        "title": citation.title,
        "publisher": citation.publisher,
        "authors": list(citation.authors),
        "date": citation.date,
        "url": citation.url,
        "archive": citation.archive,
        "archived": citation.archived,
        "accessed": citation.accessed,
        "pages": citation.pages,
        "at": citation.at,
        "language": citation.language,
        "file": PurePosixPath(citation.file).name,
        "sha256": digests.get(citation.file, ""),
        "note": citation.note,
        "cited_by": citers,
    }


def _citings(material: Material) -> Iterator[tuple[CitationRecord, str]]:
    """Every source with what cites it."""
    for article in material.records.articles:
        yield from ((citation, article.slug) for citation in article.sources)
        for event in article.events:
            yield from ((citation, f"{article.slug}.{event.slug}") for citation in event.sources)
    for record in material.records.entities:
        for event in record.events:
            name = f"{record.entity.id.replace('/', '.')}.{event.slug}"
            yield from ((citation, name) for citation in event.sources)
    for identity, relation in material.relations:
        yield from ((record_citation(citation), identity) for citation in relation.sources)


_RUNS: Mapping[str, Callable[[Material], Iterator[Sequence[object]]]] = {
    "entries": _entry_runs,
    "articles": _article_runs,
    "entities": _entity_runs,
}
_ROWS: Mapping[str, Callable[[Material, Iterable[object]], Iterator[Row]]] = {
    "entries": _entry_rows,
    "articles": _article_rows,
    "entities": _entity_rows,
    "sources": _source_rows,
    "relations": _relation_rows,
}
"""Of a short table all rows, whatever the run."""
