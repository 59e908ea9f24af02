"""Turn each event into a page of its own, which can be linked and cited; an article without events has one already."""

from collections.abc import Iterator
from functools import partial

from dateline.indexes.choices import tags_of
from dateline.indexes.entries import Entry
from dateline.indexes.records import CitationRecord, Stamps
from dateline.indexes.sources import bibliography
from dateline.model.urls import entry_url
from dateline.rendering.citables import cite_page, view_cite
from dateline.rendering.date_words import date_parts, mark_parts
from dateline.rendering.edition import Edition
from dateline.rendering.entry_views import view_entry
from dateline.rendering.families import tag_link
from dateline.rendering.keys import ingredients, stamp
from dateline.rendering.linked_data import add_written, describe, entry_nodes, page_node
from dateline.rendering.own_entry_views import OwnEntryView
from dateline.rendering.parts import FactView, LinkView
from dateline.rendering.plain_text import plain
from dateline.rendering.plan import PlannedPage
from dateline.rendering.shared_views import HeadView
from dateline.rendering.source_views import view_corrections, view_source
from dateline.rendering.status_views import view_status
from dateline.rendering.tellers import language_of, own_url, timeline_url, title_of
from dateline.rendering.text_views import EventLinkView
from dateline.rendering.viewpoint import Viewpoint

_Neighbour = Entry | None


def plan_entries(edition: Edition) -> Iterator[PlannedPage]:
    """Return the page of each event, in the order of the timeline."""
    entries = edition.indexes.timeline.entries
    neighbours = zip((None, *entries[:-1]), entries, (*entries[1:], None), strict=True) if entries else ()
    for before, entry, after in neighbours:
        if entry.event:
            make, key = partial(_page, edition, entry, before, after), partial(_key, edition, entry, before, after)
            yield PlannedPage(entry_url(entry.id), "entry.html", make, key, f"the event '{entry.id}'")


def _key(edition: Edition, entry: Entry, before: _Neighbour, after: _Neighbour, stamps: Stamps) -> bytes:
    parts, language = ingredients(edition, stamps), edition.content.settings.language
    turns = [_turn_key(each, language) for each in (before, after) if each]
    digests = [edition.records.digests.get(each.file) for each in _sources(entry)]
    shown = (entry.id, bool(before), turns, edition.places[entry.id].url, digests)
    return parts.page("entry.html", parts.entry(entry), stamp(shown))


def _turn_key(entry: Entry, language: str) -> tuple[object, ...]:
    told = entry.article.language if entry.article else ""
    return entry.id, entry.edtf, title_of(entry, language), told, entry.status


def _page(edition: Edition, entry: Entry, before: _Neighbour, after: _Neighbour) -> OwnEntryView:
    language = entry.article.language if entry.article else ""
    viewpoint = Viewpoint(edition, entry_url(entry.id), language)
    title, trail = title_of(entry, viewpoint.language), _trail(entry, viewpoint)
    return OwnEntryView(
        site=viewpoint.site(),
        head=_head(entry, title, trail, viewpoint),
        trail=trail,
        entry=view_entry(entry, viewpoint),
        facts=tuple(_facts(entry, viewpoint)),
        sources=tuple(view_source(each, viewpoint) for each in _sources(entry)),
        corrections=view_corrections(entry.article, viewpoint.language) if entry.article else (),
        cite=view_cite(cite_page(entry.id, title, viewpoint), viewpoint),
        before=_turn(before, viewpoint),
        after=_turn(after, viewpoint),
    )


def _head(entry: Entry, title: str, trail: tuple[LinkView, ...], viewpoint: Viewpoint) -> HeadView:
    head = viewpoint.head(title, plain(entry.text))
    (node,) = entry_nodes([entry], viewpoint, placed=True)
    page = add_written(page_node("WebPage", head, viewpoint), "mainEntity", node)
    return describe(head, viewpoint, page, trail)


def _trail(entry: Entry, viewpoint: Viewpoint) -> tuple[LinkView, ...]:
    """The line of the timeline on which the event stands."""
    return (LinkView(viewpoint.words.gettext("Timeline"), timeline_url(entry, viewpoint)),)


def _facts(entry: Entry, viewpoint: Viewpoint) -> Iterator[FactView]:
    say, article = viewpoint.words.gettext, entry.article
    if article:
        yield FactView(say("Reported"), date_parts(article.date, viewpoint.language, short=False))
    if tags := tags_of(entry):
        yield FactView(say("Tags"), links=tuple(tag_link(tag, viewpoint) for tag in tags))


def _sources(entry: Entry) -> tuple[CitationRecord, ...]:
    own = entry.event.sources if entry.event else ()
    return own or (bibliography(entry.article) if entry.article else ())


def _turn(entry: _Neighbour, viewpoint: Viewpoint) -> EventLinkView | None:
    if entry is None:
        return None
    return EventLinkView(
        title=title_of(entry, viewpoint.language),
        url=own_url(entry, viewpoint),
        date=mark_parts(date_parts(entry.date, viewpoint.language, short=False), viewpoint.language),
        status=view_status(entry.status, viewpoint.words),
        language=language_of(entry, viewpoint),
    )
