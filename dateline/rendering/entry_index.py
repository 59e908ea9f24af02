"""Turn all entries into the two scripts that the filter of the timeline loads when it is first used.

They are classic scripts, since pages that are opened from a disk may load scripts and nothing else. What many entries
share (a date in words and as drawn, an article, a name) stands in a table once, and columns hold its place there; -1
stands where there is none. Links begin with `./`: the site's root. Each table and each
column is JSON in a string of its own.
"""

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from html import escape

from dateline.indexes.choices import choose_by_tag
from dateline.indexes.corrections import latest_correction
from dateline.indexes.dates import filed_under, is_known, read_date
from dateline.indexes.entries import Entry
from dateline.indexes.places import parents_among
from dateline.indexes.records import ROOT, ArticleRecord, RoleRecord
from dateline.indexes.timeline import Timeline
from dateline.model.article import Status
from dateline.model.date import HistoricalDate
from dateline.model.entity import Entity
from dateline.model.names import Slug, UrlPath, slugify
from dateline.model.settings import Kind
from dateline.rendering.catalogues import mark_words
from dateline.rendering.date_phrases import mark_phrase
from dateline.rendering.date_words import DatePart, date_parts, mark_parts, marked_note, told_words
from dateline.rendering.evidence_views import RestView
from dateline.rendering.exports.pieces import Piece, Reads, constant, whole
from dateline.rendering.exports.rows import Material
from dateline.rendering.extents import draw_extent
from dateline.rendering.keys import fold, stamp_words
from dateline.rendering.known_words import say_kind
from dateline.rendering.lag_words import happened_words, lag_words
from dateline.rendering.search_index import LINE_ENDS, escape_signs
from dateline.rendering.sections import LONGEST, period_title, year_title
from dateline.rendering.source_views import link_rest, view_own_rest
from dateline.rendering.status_views import view_status
from dateline.rendering.tellers import title_of
from dateline.rendering.tongues import open_with, tell_script
from dateline.rendering.viewpoint import sort_by_kind
from dateline.rendering.words import Words

_NONE = -1
_RUN = 1000
"""How many texts a browser reads at once."""
_AXIS = "axis M0 7.5h96|"
"""How the drawing of nearly every date begins; it is left out."""
_STATUSES = tuple(Status)
_COLUMNS = (
    "slug title teller when names place status note told lag rest "
    "published roles articles dates periods notes rests entities kinds tags statuses undated"
)
"""The columns and tables, in their order."""


def entry_index(material: Material) -> bytes:
    """Return the script that calls `datelineEntries` with the tables and columns of all entries."""
    return whole(entry_index_pieces(material))


def entry_index_pieces(material: Material) -> Iterator[Piece]:
    """Return the pieces of that script: what changes with whom texts name stands apart from all else."""
    index = _Index(material)
    before, _, after = _COLUMNS.partition(" names ")
    middle, _, end = after.partition(" entities ")
    yield constant("datelineEntries({")
    yield _piece(before, index, "")
    yield Piece(lambda: _tables({"names": index.names()}, ",").encode(), index.names_key)
    yield _piece(middle, index, ",")
    yield Piece(lambda: _tables({"entities": index.listed_entities()}, ",").encode())
    yield _piece(end, index, ",")
    yield constant("});\n")


def _piece(names: str, index: "_Index", between: str) -> Piece:
    """Some of the tables and columns, which say nothing of whom the texts of articles name."""
    chosen = names.split()

    def make() -> bytes:
        known = index.columns()
        return tell_script(_tables({name: known[name] for name in chosen}, between), index.words.language).encode()

    return Piece(make, lambda reads: fold(stamp_words(chosen), reads.nameless))


def entry_texts(material: Material) -> bytes:
    """Return the script that calls `datelineTexts` with the text of each entry as HTML, in their order, in runs."""
    texts = [entry.text.replace(ROOT, "./") for entry in material.indexes.timeline.entries]
    starts = range(0, len(texts), _RUN)
    return _script("datelineTexts", {str(start): texts[start : start + _RUN] for start in starts})


_Column = Callable[[Entry], object]
"""Returns what stands in a column for an entry."""


class _Table:
    """Values, each once, by their places."""

    def __init__(self) -> None:
        self.places: dict[Hashable, int] = {}

    def place(self, value: Hashable) -> int:
        """Return the place of a value, which is its own from the first time that it is asked for."""
        return self.places.setdefault(value, len(self.places))

    @property
    def values(self) -> list[Hashable]:
        """All of them, in order."""
        return list(self.places)


class _Index:
    """The entries of a site as columns."""

    def __init__(self, material: Material) -> None:
        self.settings = material.settings
        self.language = material.settings.language
        self.words = mark_words(material.words, self.language)
        self.timeline = material.indexes.timeline
        self.by_id = {record.entity.id: record.entity for record in material.records.entities}
        in_order = sort_by_kind(self.by_id.values(), self.settings)
        self.entities = {entity.id: place for place, entity in enumerate(in_order)}
        self.material = material
        self.dates, self.notes, self.rests, self.periods = _Table(), _Table(), _Table(), _Table()
        self.made: dict[str, object] = {}

    @cached_property
    def published(self) -> Timeline | None:
        """The entries by when they were published; None where that is when they happened."""
        return self.material.indexes.published

    @cached_property
    def articles(self) -> Mapping[Slug, int]:
        """The places of articles."""
        return {article.slug: place for place, article in enumerate(self.material.records.articles)}

    @cached_property
    def listed_tags(self) -> list[tuple[str, str]]:
        """The tags, as addresses have them and as readers do."""
        return [(choice.slug, choice.words) for choice in choose_by_tag(self.timeline.entries)]

    @cached_property
    def tags(self) -> Mapping[str, int]:
        """Their places."""
        return {slug: place for place, (slug, _) in enumerate(self.listed_tags)}

    @cached_property
    def headings(self) -> Mapping[str, tuple[str, str]]:
        """The headings of years and periods."""
        return dict(_headings(self._timelines(), self.language))

    def names(self) -> list[object]:
        """Return the column of whom entries name or list."""
        return [sorted(self.entities[identity] for identity in entry.entities) for entry in self.timeline.entries]

    def names_key(self, reads: Reads) -> bytes:
        """Return the digest of what that column is made from."""
        return fold(stamp_words(("names", *self.entities)), *reads.casts.values())

    def listed_entities(self) -> list[object]:
        """Return the table of entities."""
        return [self._entity(self.by_id[identity]) for identity in self.entities]

    def columns(self) -> Mapping[str, object]:
        """Return all other tables and columns by name; the columns first, since they fill the tables."""
        if not self.made:
            self.made.update(self._make_columns())
        return self.made

    def _make_columns(self) -> Mapping[str, object]:
        entries = self.timeline.entries
        columns = {name: [column(entry) for entry in entries] for name, column in self._column_makers().items()}
        articles = [self._article(article) for article in self.material.records.articles]
        dates = [self._date(str(edtf)) for edtf in self.dates.values]
        return {
            **columns,
            "published": self._order(),
            "roles": {place: self._roles(entry.roles) for place, entry in enumerate(entries) if entry.roles},
            "articles": articles,
            "dates": dates,
            "periods": self.periods.values,
            "notes": self.notes.values,
            "rests": self.rests.values,
            "kinds": [(kind.name, self._label(kind)) for kind in self.settings.kinds],
            "tags": self.listed_tags,
            "statuses": [_status_row(status, self.words) for status in _STATUSES],
            "undated": [dict(_headings([each], self.language)).get("") for each in self._timelines()],
        }

    def _column_makers(self) -> Mapping[str, _Column]:
        return {
            "slug": lambda entry: entry.event.slug if entry.event else "",
            "title": lambda entry: title_of(entry, self.language) if entry.event else "",
            "teller": self._teller,
            "when": lambda entry: self.dates.place(entry.happened),
            "place": lambda entry: self.entities[entry.places[0]] if entry.places else _NONE,
            "status": lambda entry: _status_place(entry.status),
            "note": lambda entry: self._placed(self._note(entry)),
            "told": lambda entry: self._placed(self._note_by_publication(entry)),
            "lag": lambda entry: self._placed(self._phrase(lag_words(entry.lag, self.language)) if entry.lag else ""),
            "rest": self._rest,
        }

    def _teller(self, entry: Entry) -> int:
        """The place of the article that tells it; of the entity whose file does, counted down from -1."""
        if entry.article:
            return self.articles[entry.article.slug]
        assert entry.entity is not None, "what no article tells an entity does"  # noqa: S101
        return -1 - self.entities[entry.entity.entity.id]

    def _placed(self, note: str) -> int:
        return self.notes.place(note) if note else _NONE

    def _note(self, entry: Entry) -> str:
        """What stands beside the date by when it happened; nothing where that is what stands beside every such date."""
        if entry.event is None or entry.event.note:
            return entry.event.note if entry.event else ""
        is_told = entry.article is not None and not entry.event.date.is_known
        return self._phrase(told_words(entry.article.date, self.language)) if is_told and entry.article else ""

    def _note_by_publication(self, entry: Entry) -> str:
        if not (entry.event and entry.article):
            return ""
        return self._phrase(happened_words(entry.event.date, entry.article.date, self.language))

    def _phrase(self, text: str) -> str:
        return mark_phrase(text, self.language)

    def _rest(self, entry: Entry) -> int:
        if entry.event is None:
            return _NONE
        event, article, words = entry.event, entry.article, self.material.words
        rest = link_rest(event, article, _from_root, words) if article else view_own_rest(event.sources, words)
        return self.rests.place(_rest_row(rest)) if rest else _NONE

    def _roles(self, roles: Iterable[RoleRecord]) -> list[object]:
        return [(self.entities[each.entity], each.words, _status_place(each.status), each.note) for each in roles]

    def _order(self) -> list[int]:
        """The places of the entries by when they were published; none where that is when they happened."""
        places = {entry.id: place for place, entry in enumerate(self.timeline.entries)}
        return [places[entry.id] for entry in self.published.entries] if self.published else []

    def _article(self, article: ArticleRecord) -> object:
        """Its slug, title, date, tags, language where it has one of its own, and when it was corrected, or nothing."""
        tags = sorted({self.tags[slug] for tag in article.tags if (slug := slugify(tag))} if article.tags else ())
        language = article.language if article.language != self.language else ""
        latest = latest_correction(article)
        row = (article.slug, article.title, self.dates.place(article.edtf), tags, language)
        return row if latest is None else (*row, self._html(read_date(latest.date)) if is_known(latest.date) else "")

    def _label(self, kind: Kind) -> str:
        return open_with(say_kind(kind.label, self.words), str.lower)

    def _entity(self, entity: Entity) -> object:
        """Its id, name, kind, and the places of what it is part of; 1 where its dossier has several pages."""
        kind = next(place for place, kind in enumerate(self.settings.kinds) if kind.name == entity.kind)
        row = entity.id, entity.name, kind, [self.entities[each] for each in parents_among(self.by_id, entity.id)]
        return (*row, 1) if len(self.material.indexes.dossiers.times(entity.id)) > LONGEST else row

    def _date(self, edtf: str) -> object:
        """A date in words, with its year and without where a heading tells it; its note, drawing, days and headings."""
        date = read_date(edtf)
        whole, short = (self._parts(date, short=each) for each in (False, True))
        headings = self.headings.get(filed_under(edtf)) if date.is_known else None
        return (
            _flat(whole),
            [part.text for part in short] if [*map(_time, whole)] == [*map(_time, short)] else _flat(short),
            marked_note(date, self.language),
            "|".join(f"{shape.style} {shape.path}" for shape in draw_extent(date).shapes).removeprefix(_AXIS),
            date.first_day,
            date.last_day,
            self.periods.place(headings) if headings else _NONE,
        )

    def _timelines(self) -> Iterator[Timeline]:
        yield self.timeline
        if self.published:
            yield self.published

    def _html(self, date: HistoricalDate) -> str:
        return _html(self._parts(date, short=False))

    def _parts(self, date: HistoricalDate, *, short: bool) -> tuple[DatePart, ...]:
        return mark_parts(date_parts(date, self.language, short=short), self.language)


def _headings(timelines: Iterable[Timeline], language: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """The headings of years and periods by what is known of the period, in EDTF; '' for the undated."""
    for timeline in timelines:
        for year in timeline.years:
            title = _html(mark_parts(year_title(year, language), language))
            for period in year.periods:
                yield period.edtf, (title, _html(mark_parts(period_title(period, year, language), language)))


def _status_place(status: Status | None) -> int:
    return _STATUSES.index(status) if status else _NONE


def _status_row(status: Status, words: Words) -> object:
    """As addresses have it; as readers do; and how it is drawn."""
    view = view_status(status, words)
    return (status.value, view.word, view.style) if view else ()


def _flat(parts: Iterable[DatePart]) -> list[str]:
    """Words and what machines read of them, in turn."""
    return [text for part in parts for text in (part.text, part.datetime)]


def _time(part: DatePart) -> str:
    return part.datetime


def _from_root(url: UrlPath, anchor: str) -> str:
    return f"./{url}#{anchor}"


def _rest_row(rest: RestView) -> Hashable:
    """Whether it is one source, and of each its words, its address and its archived copy."""
    return (rest.is_single, *((each.label, each.url, each.archive, each.version_date) for each in rest.links))


def _html(parts: Iterable[DatePart]) -> str:
    """A date as pages print it."""
    return "".join(
        f'<time datetime="{escape(part.datetime)}">{escape(part.text)}</time>' if part.datetime else escape(part.text)
        for part in parts
    )


def _script(name: str, tables: Mapping[str, object]) -> bytes:
    return f"{name}({{{_tables(tables, '')}}});\n".encode()


def _tables(tables: Mapping[str, object], between: str) -> str:
    """Each table is JSON in a string: a browser reads that faster than a literal, and one after the other."""
    packed = {table: escape_signs(_json(value), LINE_ENDS) for table, value in tables.items()}
    return between + _json(packed)[1:-1]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
