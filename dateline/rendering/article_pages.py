"""Turn articles into their pages."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial

from dateline.indexes.corrections import latest_correction
from dateline.indexes.dates import read_date
from dateline.indexes.entries import Entry, article_entries, collect_entries
from dateline.indexes.places import parents_of
from dateline.indexes.records import ArticleRecord, ArticleText, Stamps
from dateline.indexes.sources import bibliography
from dateline.model.date import HistoricalDate
from dateline.model.names import EntityId, Slug
from dateline.model.translations import original_slug
from dateline.model.urls import ARTICLES, article_url
from dateline.rendering.also import also, also_key
from dateline.rendering.article_texts import list_events, share_picture, view_picture, view_text
from dateline.rendering.citables import cite_article, view_cite
from dateline.rendering.date_words import DatePart, date_parts, span_parts
from dateline.rendering.edition import Edition
from dateline.rendering.entry_views import view_event
from dateline.rendering.families import tag_link
from dateline.rendering.keys import NOTHING, Ingredients, fold, ingredients, stamp
from dateline.rendering.linked_data import article_node, describe
from dateline.rendering.note_views import view_notes
from dateline.rendering.parts import FactView, Html, LinkView
from dateline.rendering.plain_text import first_words
from dateline.rendering.plan import PlannedPage
from dateline.rendering.shared_views import HeadView
from dateline.rendering.source_views import view_corrections, view_sources
from dateline.rendering.translations import (
    complete,
    complete_text,
    link_versions,
    original_of,
    versions_of,
    view_translations,
)
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.views import ArticleView
from dateline.rendering.words import Words

_Neighbour = ArticleRecord | None


def plan_articles(
    edition: Edition, only: Collection[Slug] | None = None, newer: Mapping[Slug, ArticleRecord] | None = None
) -> Iterator[PlannedPage]:
    """Return the page of each article, in the order of publication; `only` of some: None is all of them.

    `newer` are records in place of those of the edition, of which no page but their own shows more.
    """
    articles = edition.records.articles
    wanted = {original_slug(slug) or slug for slug in only} if only is not None else None
    neighbours = zip((None, *articles[:-1]), articles, (*articles[1:], None), strict=True) if articles else ()
    for before, article, after in neighbours:
        if wanted is None or article.slug in wanted:
            yield from plan_article(edition, before, (newer or {}).get(article.slug, article), after, only)


def plan_article(
    edition: Edition, before: _Neighbour, article: ArticleRecord, after: _Neighbour, only: Collection[Slug] | None
) -> Iterator[PlannedPage]:
    """Return the page of an article that stands between two others, and those of its translations; `only` as above."""
    for version in versions_of(article, edition):
        # What a translation does not say of itself its original says, in its long parts too.
        if only is not None and version.slug not in only and article.slug not in only:
            continue
        make = partial(_article, edition, version, before, after)
        key = partial(_key, edition, version, before, after)
        location = version.location
        yield PlannedPage(article_url(version.slug), "article.html", make, key, location.path, location)


def _key(edition: Edition, article: ArticleRecord, before: _Neighbour, after: _Neighbour, stamps: Stamps) -> bytes:
    parts, original, known = ingredients(edition, stamps), original_of(article, edition), edition.records.digests
    # Most sites have no translation and cite no file.
    versions = versions_of(article, edition) if edition.records.translations else ()
    digests = [known.get(each.file, "") for each in bibliography(complete(article, edition))] if known else ()
    return parts.page(
        "article.html",
        parts.told(original),
        stamps.text(original.slug),
        parts.link(before),
        parts.link(after),
        _events_key(original, parts) if original.events else NOTHING,
        also_key(article, parts) if article is original else _translation_key(article, parts),
        stamp(digests) if any(digests) else NOTHING,
        stamp([(each.slug, each.language) for each in versions]) if len(versions) > 1 else NOTHING,
    )


def _translation_key(article: ArticleRecord, parts: Ingredients) -> bytes:
    """What a translation says itself, and links to all whom it names."""
    slug, stamps = article.slug, parts.stamps
    return fold(stamps.article(slug), stamps.text(slug), *map(parts.cards.__getitem__, article.cast))


def _events_key(article: ArticleRecord, parts: Ingredients) -> bytes:
    """Where its events stand on the timeline, and what the place of all of them is part of."""
    entries = article_entries(article)
    where = [parts.edition.places[entry.id].url for entry in entries]
    return stamp((where, [parts.cards[identity] for identity in _scene(entries, parts.edition)]))


def _article(edition: Edition, version: ArticleRecord, before: _Neighbour, after: _Neighbour) -> ArticleView:
    viewpoint = Viewpoint(edition, article_url(version.slug), version.language)
    article, text, original = complete(version, edition), complete_text(version, edition), original_of(version, edition)
    events = [entry for entry in collect_entries([original]) if entry.event]
    named, language = _named(article, edition), viewpoint.language
    return ArticleView(
        site=viewpoint.site(),
        head=_head(article, text, events, viewpoint),
        standfirst=Html(article.summary),
        picture=view_picture(text.picture, viewpoint),
        facts=_facts(article, text, events, viewpoint),
        dateline=tuple(viewpoint.chip(identity) for identity in _scene(events, edition)),
        contents=list_events(events, language, viewpoint.words) if version is original else (),
        body=view_text(text.body, events, viewpoint),
        events=tuple(view_event(entry, viewpoint) for entry in _listed(events, text)),
        notes=view_notes(text.notes, viewpoint),
        sources=view_sources(article, viewpoint),
        corrections=view_corrections(article, language),
        cite=view_cite(cite_article(article, text.authors, edition.content.settings, viewpoint.words), viewpoint),
        who_and_where=viewpoint.chip_groups(named),
        also=tuple(also(article, named, viewpoint)) if version is original else (),
        translations=view_translations(viewpoint),
        before=viewpoint.article(before) if before else None,
        after=viewpoint.article(after) if after else None,
        tags=article.tags,
        extra=text.extra,
    )


def _listed(events: Iterable[Entry], text: ArticleText) -> Iterator[Entry]:
    """The events of which no heading in a text tells; a translation has no such headings."""
    headed = {part.event for part in text.body if part.event}
    return (entry for entry in events if entry.event and entry.event.slug not in headed)


def _head(article: ArticleRecord, text: ArticleText, events: list[Entry], viewpoint: Viewpoint) -> HeadView:
    head = viewpoint.head(article.title, article.description or first_words(part.html for part in text.body))
    head = share_picture(head, text.picture, viewpoint)
    trail = [LinkView(viewpoint.words.gettext("Articles"), viewpoint.link(ARTICLES))]
    described = describe(head, viewpoint, article_node(article, text, events, viewpoint), trail)
    return link_versions(described, viewpoint)


def _named(article: ArticleRecord, edition: Edition) -> list[EntityId]:
    """Everybody and every place that the article names or lists: the most named first, then by name."""
    counts = article.named
    return sorted(article.cast, key=lambda each: (-counts.get(each, 0), edition.entity(each).name.casefold(), each))


def _facts(
    article: ArticleRecord, text: ArticleText, events: list[Entry], viewpoint: Viewpoint
) -> tuple[FactView, ...]:
    language, words = viewpoint.language, viewpoint.words
    facts = [FactView(words.gettext("Published"), date_parts(article.date, language, short=False))]
    if text.authors:
        facts.append(_fact(words.pgettext("authors", "By"), words.enumerated(text.authors)))
    if text.updated:
        facts.append(FactView(words.gettext("Updated"), date_parts(read_date(text.updated), language, short=False)))
    if latest := latest_correction(article):
        corrected = date_parts(read_date(latest.date), language, short=False)
        facts.append(FactView(words.gettext("Corrected"), corrected, url="#corrections"))
    if events:
        facts.append(FactView(words.gettext("Tells of"), _tells_of(events, language, words)))
    if sources := bibliography(article):
        facts.append(
            _fact(words.gettext("Rests on"), words.ngettext("one source", "{number} sources", len(sources)), "#sources")
        )
    if article.tags:
        facts.append(FactView(words.gettext("Tags"), links=tuple(tag_link(tag, viewpoint) for tag in article.tags)))
    return tuple(facts)


def _fact(label: str, text: str, url: str = "") -> FactView:
    return FactView(label, (DatePart(text, ""),), url)


def _tells_of(events: list[Entry], language: str, words: Words) -> tuple[DatePart, ...]:
    """From when to when: `September 2021 to 30 July 2022, and two things undated`."""
    dated = [entry.date for entry in events if entry.date.is_known]
    undated = len(events) - len(dated)
    span = _span(dated[0], dated[-1], language) if dated else ()
    if not undated:
        return span
    rest = words.ngettext("one thing undated", "{number} things undated", undated)
    return (*span, DatePart(words.gettext(", and {rest}", rest=rest) if dated else rest, ""))


def _span(first: HistoricalDate, last: HistoricalDate, language: str) -> tuple[DatePart, ...]:
    if _holds(first, last):
        return date_parts(first, language, short=False)
    start = HistoricalDate.at(first.start) if first.start else first
    end = HistoricalDate.at(last.end) if last.end else last
    return span_parts(date_parts(start, language, short=False), date_parts(end, language, short=False), language)


def _holds(whole: HistoricalDate, part: HistoricalDate) -> bool:
    """Whether a time lies within another, as 4 March does in March."""
    if whole == part:
        return True
    days = (whole.first_day, part.first_day, part.last_day, whole.last_day)
    known = [day for day in days if day is not None]
    return len(known) == len(days) and known == sorted(known)


def _scene(events: Iterable[Entry], edition: Edition) -> tuple[EntityId, ...]:
    """Where all events happened, and the place that it is part of."""
    places = {entry.places[:1] for entry in events}
    if len(places) != 1 or not (only := places.pop()):
        return ()
    return (*only, *parents_of(edition.content.registry, only[0])[:1])
