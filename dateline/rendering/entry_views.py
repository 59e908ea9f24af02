"""Turn entries of the timeline into what templates see of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from operator import attrgetter

from dateline.indexes.entries import Clock, Entry
from dateline.indexes.excerpts import Excerpt
from dateline.model.article import Status
from dateline.model.names import EntityId, UrlPath
from dateline.rendering.date_phrases import mark_phrase
from dateline.rendering.date_words import DatePart, date_parts, mark_parts, marked_note, told_words
from dateline.rendering.extents import draw_extent
from dateline.rendering.lag_words import happened_words, lag_words
from dateline.rendering.parts import EntryView, ExcerptView, Html, LinkView, PieceView
from dateline.rendering.status_views import view_cast, view_part, view_status
from dateline.rendering.tellers import (
    corrected,
    is_at_home,
    language_of,
    notes_page,
    own_url,
    quoted,
    rests_on,
    shown_date,
    timeline_url,
    title_of,
    told_by,
    told_in,
    told_url,
)
from dateline.rendering.viewpoint import Viewpoint

_NAMES = tuple(field.name for field in fields(EntryView))
_PLACES = {name: place for place, name in enumerate(_NAMES)}
_values = attrgetter(*_NAMES)


def view_entry(entry: Entry, viewpoint: Viewpoint, *, short: bool = False) -> EntryView:
    """Return an entry as a line of a timeline; `short`: with no year in its date, as a heading tells it."""
    elsewhere = {*entry.places[:1], *(role.entity for role in entry.roles)}
    others = [identity for identity in entry.entities if identity not in elsewhere]
    return _with(
        _bare(entry, viewpoint),
        **_filed(entry, viewpoint, short=short),
        text=Html(entry.text),
        chips=tuple(viewpoint.chip(identity) for identity in viewpoint.by_kind_and_name(others)),
    )


def view_told(entry: Entry, viewpoint: Viewpoint) -> EntryView:
    """Return an entry as a document to print tells it below the heading of its year: with its text, without chips."""
    return _with(_bare(entry, viewpoint), **_filed(entry, viewpoint, short=True), text=Html(entry.text))


def view_event(entry: Entry, viewpoint: Viewpoint) -> EntryView:
    """Return an event as a line on the page of its own article: its title leads to the timeline."""
    assert entry.event is not None, "only events stand on the pages of their articles"  # noqa: S101
    url = timeline_url(entry, viewpoint)
    return _with(_bare(entry, viewpoint), anchor=f"e-{entry.event.slug}", url=url, told_in=None, corrected=None)


def view_appearance(entry: Entry, entity: EntityId, viewpoint: Viewpoint) -> EntryView:
    """Return an entry as a line of the dossier of an entity: with the sentences that name it."""
    bare = _bare(entry, viewpoint)
    shown = view_excerpts(quoted(entry, entity, viewpoint), notes_page(entry), viewpoint)
    if not entry.roles:
        return _with(bare, excerpts=shown)
    own, others = view_part(entry.roles, entity, viewpoint), view_cast(entry.roles, viewpoint, but=entity)
    return _with(bare, excerpts=shown, own=own, cast=others)


def view_excerpts(excerpts: Iterable[Excerpt], page: UrlPath, viewpoint: Viewpoint) -> tuple[ExcerptView, ...]:
    """Return excerpts in their pieces, with links to them and to their footnotes on the page that they are from."""
    return tuple(
        ExcerptView(
            tuple(_pieces(excerpt, page, viewpoint)),
            viewpoint.link(page, excerpt.anchor) if excerpt.anchor else "",
        )
        for excerpt in excerpts
    )


def _pieces(excerpt: Excerpt, page: UrlPath, viewpoint: Viewpoint) -> Iterator[PieceView]:
    if not excerpt.notes:
        for text, is_marked in excerpt.pieces:
            yield PieceView(text, is_marked, ())
        return
    for place, (text, is_marked) in enumerate(excerpt.pieces, start=1):
        notes = (number for behind, number in excerpt.notes if behind == place)
        links = (LinkView(str(number), viewpoint.link(page, f"note-{number}")) for number in notes)
        yield PieceView(text, is_marked, tuple(links))


def _with(view: EntryView, **changes: object) -> EntryView:
    """A view with some fields changed: `dataclasses.replace` in a third of its time, for what is done most."""
    values = list(_values(view))
    for name, value in changes.items():
        values[_PLACES[name]] = value
    return EntryView(*values)


def _filed(entry: Entry, viewpoint: Viewpoint, *, short: bool) -> Mapping[str, object]:
    """When an entry is filed, as its page says it, where that is not as `_bare` has it."""
    happened = entry.clock is Clock.HAPPENED
    date = {"date": _date(entry, viewpoint.language, short=short)} if short or not happened else {}
    return date if happened else {**date, "note": _note(entry, viewpoint), "extent": draw_extent(shown_date(entry))}


def _bare(entry: Entry, viewpoint: Viewpoint) -> EntryView:
    """An entry at the whole date on which it happened, without its text and its chips, which cost the most.

    It is alike on all pages but those of the article or the entity that tells it.
    """
    key = (entry.id, is_at_home(entry, viewpoint))
    known = viewpoint.bare.get(key)
    if known is None:
        happened = entry if entry.clock is Clock.HAPPENED else replace(entry, clock=Clock.HAPPENED)
        known = viewpoint.bare.keep(key, _make_bare(happened, viewpoint))
    return known


def _make_bare(entry: Entry, viewpoint: Viewpoint) -> EntryView:
    return EntryView(
        anchor=entry.id,
        title=title_of(entry, viewpoint.language),
        url=told_url(entry, viewpoint),
        own_url=own_url(entry, viewpoint),
        date=_date(entry, viewpoint.language, short=False),
        note=_note(entry, viewpoint),
        extent=draw_extent(shown_date(entry)),
        is_published=entry.event is None,
        dateline=viewpoint.chip(entry.places[0]) if entry.places else None,
        text=Html(""),
        excerpts=(),
        status=view_status(entry.status, viewpoint.words),
        is_retracted=entry.status is Status.RETRACTED,
        cast=view_cast(entry.roles, viewpoint),
        own=None,
        told_in=told_in(entry, viewpoint),
        told_by=told_by(entry, viewpoint),
        rests_on=rests_on(entry, viewpoint),
        corrected=corrected(entry, viewpoint),
        lag=mark_phrase(lag_words(entry.lag, viewpoint.language), viewpoint.language) if entry.lag else "",
        chips=(),
        language=language_of(entry, viewpoint),
    )


def _date(entry: Entry, language: str, *, short: bool) -> tuple[DatePart, ...]:
    short = short and (entry.article is not None or entry.date.is_known)
    return mark_parts(date_parts(shown_date(entry), language, short=short), language)


def _note(entry: Entry, viewpoint: Viewpoint) -> str:
    """The author's hint; else the weekday or what is not known; for the undated, when it was told."""
    language = viewpoint.language
    if entry.event is None:
        return viewpoint.words.gettext("published")
    if entry.clock is Clock.PUBLISHED and entry.article:
        return mark_phrase(happened_words(entry.event.date, entry.date, language), language)
    if entry.event.note:
        return entry.event.note
    if entry.event.date.is_known or entry.article is None:
        return marked_note(entry.event.date, language)
    return mark_phrase(told_words(entry.article.date, language), language)
