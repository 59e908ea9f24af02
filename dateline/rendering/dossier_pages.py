"""Turn what there is about each entity into its dossier, and a long one into a dossier with pages of years."""

from collections.abc import Collection, Iterator
from functools import partial

from dateline.indexes.dossiers import Dossier
from dateline.indexes.entries import Entry
from dateline.indexes.records import ArticleRecord, Library, Stamps
from dateline.indexes.silences import Silence
from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity
from dateline.model.names import EntityId, Slug, UrlPath
from dateline.model.urls import article_url, entity_url
from dateline.rendering.axis import axis_of
from dateline.rendering.charts import draw_strip
from dateline.rendering.citables import cite_page, view_cite
from dateline.rendering.companion_views import company_key, list_around, view_companions
from dateline.rendering.counting import count_articles, count_entries
from dateline.rendering.date_phrases import mark_phrase
from dateline.rendering.date_words import DatePart, date_parts, full_words, running_words
from dateline.rendering.edition import Edition
from dateline.rendering.entry_views import view_appearance, view_excerpts
from dateline.rendering.keys import fold, ingredients, stamp_words
from dateline.rendering.lag_words import amount_words
from dateline.rendering.linked_entities import describe_entity
from dateline.rendering.locators import draw_locator, locator_key
from dateline.rendering.map_drawing import in_degrees
from dateline.rendering.note_views import view_notes
from dateline.rendering.parts import BacklinkView, FactView, Html, LinkView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.relation_rows import view_relations
from dateline.rendering.routes import own_routes
from dateline.rendering.sections import NO_TURNS, Section, Turns, all_sections, turns_of
from dateline.rendering.source_views import view_corrected
from dateline.rendering.status_views import view_doubts
from dateline.rendering.timeline_pages import part_links, section_key, trail_links, turns_key, view_turn
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.views import DossierView
from dateline.rendering.volumes import cut_dossier, page_of
from dateline.rendering.words import Words, message

MOST_BACKLINKS = 100
MOST_OPEN = 25
"""How many of them, the latest, are not folded away: what is folded costs a browser nothing until it is opened."""

_LIFE = {
    "born": message("Born"),
    "died": message("Died"),
    "founded": message("Founded"),
    "dissolved": message("Dissolved"),
}


@dataclass(frozen=True, slots=True)
class _Volume:
    """A dossier, and how its timeline is cut into pages."""

    dossier: Dossier
    whole: Section
    edition: Edition

    @property
    def entity(self) -> Entity:
        return self.dossier.entity.entity

    def page_of(self, entry: Entry) -> UrlPath:
        """Return the page on which an entry stands."""
        return page_of(self.edition, self.entity.id, entry)


def plan_dossiers(edition: Edition) -> Iterator[PlannedPage]:
    """Return the pages of every dossier, in the order of their ids."""
    for record in edition.records.entities:
        yield from plan_dossier(edition, record.entity)


def plan_dossier(edition: Edition, entity: Entity, quoting: Collection[Slug] | None = None) -> Iterator[PlannedPage]:
    """Return the pages of the dossier of one entity; `quoting` those that show what some articles say of it."""
    identity, location = entity.id, entity.location
    whole = cut_dossier(edition, identity)
    if quoting is None or not whole.parts or any(_is_linked_back(slug, edition) for slug in quoting):
        yield from plan_overview(edition, entity)
    if not whole.parts:
        return
    turns = turns_of(whole)
    for section in all_sections(whole):
        if section.words and (quoting is None or _shows(section, quoting)):
            around = turns.get(section.url, NO_TURNS)
            make = partial(_part, edition, identity, section, around)
            key = partial(_part_key, edition, identity, section, around)
            yield PlannedPage(section.url, "dossier.html", make, key, location.path, location)


def plan_overview(edition: Edition, entity: Entity) -> Iterator[PlannedPage]:
    """Return the page of the dossier of one entity, which its years, where it is long, are not."""
    identity, location = entity.id, entity.location
    make, key = partial(_dossier, edition, identity), partial(_key, edition, identity)
    yield PlannedPage(entity_url(identity), "dossier.html", make, key, location.path, location)


def _is_linked_back(slug: Slug, edition: Edition) -> bool:
    """Whether an article may stand below a timeline: one without events is a line of it."""
    article = edition.articles.get(slug)
    return article is None or bool(article.events)


def _shows(section: Section, quoting: Collection[Slug]) -> bool:
    """Whether entries of one of these articles stand on a page."""
    own = () if section.parts else section.entries
    return any(entry.article.slug in quoting for entry in own if entry.article)


def _volume(edition: Edition, identity: EntityId) -> _Volume:
    return _Volume(edition.indexes.dossiers[identity], cut_dossier(edition, identity), edition)


def _key(edition: Edition, identity: EntityId, stamps: Stamps) -> bytes:
    parts = ingredients(edition, stamps)
    own = fold(*(parts.noted[entry.id] for entry in edition.indexes.dossiers.noted.get(identity, ())))
    compared = fold(stamp_words(edition.compared.get(identity, ())), parts.announced(identity))
    company = company_key(edition.indexes.dossiers[identity], parts)
    kin = parts.relatives(identity), parts.relations(identity), locator_key(edition, identity), compared, company
    return parts.page("dossier.html", stamps.entity(identity), parts.about(identity), own, parts.axis, *kin)


def _part_key(edition: Edition, identity: EntityId, section: Section, turns: Turns, stamps: Stamps) -> bytes:
    parts = ingredients(edition, stamps)
    own = () if section.parts else section.entries
    entries = parts.appearances(own, identity)
    return parts.page("dossier.html", stamps.entity(identity), entries, section_key(section), turns_key(turns))


def _dossier(edition: Edition, identity: EntityId) -> DossierView:
    volume = _volume(edition, identity)
    viewpoint, section = Viewpoint(edition, volume.whole.url), volume.whole
    dossier, entity, entries = volume.dossier, volume.entity, volume.dossier.entries
    axis = axis_of(entries, viewpoint.edition.axis)
    silence = dossier.so_far(edition.announced).silence
    known = _known_backlinks(dossier, edition.records.library)
    backlinks = tuple(_backlink(article, entity, viewpoint) for article in known[-MOST_BACKLINKS:])
    folded = max(0, len(backlinks) - MOST_OPEN)
    shown, routes = () if section.parts else entries, own_routes(viewpoint, volume.page_of)
    return DossierView(
        site=viewpoint.site(),
        head=describe_entity(
            viewpoint.head(entity.name, dossier.entity.description), viewpoint, dossier.entity, shown, dossier.parents
        ),
        trail=(),
        kind=entity.kind,
        kind_label=viewpoint.kind_label(entity.kind),
        standfirst=Html(dossier.entity.summary),
        facts=tuple(_facts(volume, silence, viewpoint)),
        strip=draw_strip(entries, axis, routes, viewpoint.language, viewpoint.words, silence),
        body=Html(dossier.entity.body),
        notes=view_notes(dossier.entity.notes, viewpoint),
        relations=view_relations(entity.id, viewpoint),
        entries=tuple(view_appearance(each, entity.id, viewpoint) for each in shown),
        entries_count=count_entries(len(entries), viewpoint.words),
        parts=part_links(section, viewpoint),
        earlier=count_articles(folded, viewpoint.words) if folded else "",
        earlier_backlinks=backlinks[:folded],
        backlinks=backlinks[folded:],
        backlinks_count=_shown(len(known), viewpoint.words),
        companions=view_companions(dossier, viewpoint),
        around=list_around(dossier, viewpoint),
        children=tuple(viewpoint.chip(identity) for identity in dossier.children),
        cite=view_cite(cite_page(entity.id, entity.name, viewpoint), viewpoint),
        locator=draw_locator(identity, viewpoint),
        before=None,
        after=None,
        extra=entity.extra,
    )


def _part(edition: Edition, identity: EntityId, section: Section, turns: Turns) -> DossierView:
    """A page of a dossier that is cut: a year (or less) of its timeline, and nothing else."""
    viewpoint = Viewpoint(edition, section.url)
    record = edition.indexes.dossiers.entities[identity]
    entity = record.entity
    own = () if section.parts else section.entries
    title = ", ".join([entity.name, *section.words[-1:]])
    trail = trail_links(section, LinkView(entity.name, viewpoint.link(entity_url(identity))))
    return DossierView(
        site=viewpoint.site(),
        head=describe_entity(viewpoint.head(title, record.description), viewpoint, record, own, trail=trail),
        trail=trail,
        kind=entity.kind,
        kind_label=viewpoint.kind_label(entity.kind),
        standfirst=Html(""),
        facts=(),
        strip=None,
        body=Html(""),
        notes=(),
        relations=None,
        entries=tuple(view_appearance(each, entity.id, viewpoint) for each in own),
        entries_count=count_entries(section.count, viewpoint.words),
        parts=part_links(section, viewpoint),
        earlier="",
        earlier_backlinks=(),
        backlinks=(),
        backlinks_count="",
        companions=(),
        around=(),
        children=(),
        cite=view_cite(cite_page(section.url.strip("/"), title, viewpoint), viewpoint),
        locator=None,
        before=view_turn(turns[0], viewpoint),
        after=view_turn(turns[1], viewpoint),
        extra=entity.extra,
    )


def _known_backlinks(dossier: Dossier, library: Library) -> list[ArticleRecord]:
    """The articles that its timeline does not show as published, and that say more of it than what stands there."""
    published = {entry.article.slug for entry in dossier.entries if entry.article and entry.event is None}
    identity = dossier.entity.entity.id
    return [
        article
        for article in dossier.backlinks
        if article.slug not in published and _says_more(article, identity, library)
    ]


def _says_more(article: ArticleRecord, identity: EntityId, library: Library) -> bool:
    """Whether an article names an entity elsewhere than below headings that tell of events."""
    has_headings = any(event.is_heading for event in article.events)
    return not has_headings or bool(library.quotation(article.slug, identity).article)


def _shown(number: int, words: Words) -> str:
    if number <= MOST_BACKLINKS:
        return words.figures(number)
    most, total = words.figures(MOST_BACKLINKS), words.figures(number)
    return words.gettext("the latest {number} of {total}", number=most, total=total)


def _backlink(article: ArticleRecord, entity: Entity, viewpoint: Viewpoint) -> BacklinkView:
    quotation = viewpoint.edition.records.library.quotation(article.slug, entity.id)
    excerpts = view_excerpts(quotation.article, article_url(article.slug), viewpoint)
    doubts = view_doubts(article, entity.id, viewpoint)
    return BacklinkView(viewpoint.article(article), excerpts, doubts, view_corrected(article, viewpoint))


def _facts(volume: _Volume, silence: Silence | None, viewpoint: Viewpoint) -> Iterator[FactView]:
    dossier, entity, words = volume.dossier, volume.entity, viewpoint.words
    announced = viewpoint.edition.announced
    so_far, to_come = dossier.so_far(announced), dossier.next(announced)
    seen = ((words.gettext("First seen"), so_far.first), (words.gettext("Last seen"), so_far.last))
    for label, entry in (*seen, (words.gettext("Announced for"), to_come)):
        if entry:
            parts = date_parts(entry.date, viewpoint.language, short=False)
            yield FactView(label, parts, _entry_link(entry, volume, viewpoint))
    if silence:
        yield _silence(silence, volume, viewpoint)
    yield _fact(words.gettext("Told in"), _told_in(dossier, words))
    if entity.aliases:
        yield _fact(words.gettext("Also called"), ", ".join(entity.aliases))
    for what, date in entity.life:
        parts = date_parts(date, viewpoint.language, short=False)
        yield FactView(words.gettext(_LIFE[what]), parts, _life_link(what, volume, viewpoint))
    if dossier.parents:
        yield FactView(words.gettext("Part of"), chips=tuple(viewpoint.chip(identity) for identity in dossier.parents))
    if entity.coordinates:
        yield _fact(words.gettext("Coordinates"), in_degrees(entity.coordinates, words))


def _silence(silence: Silence, volume: _Volume, viewpoint: Viewpoint) -> FactView:
    language = viewpoint.language
    dates = [full_words(entry.date, language) for entry in (silence.before, silence.after)]
    said = (
        f"{mark_phrase(amount_words(silence.lag, language), language)}, {running_words(dates[0], dates[1], language)}"
    )
    return FactView(
        viewpoint.words.gettext("Longest silence"), (DatePart(said, ""),), _entry_link(silence.after, volume, viewpoint)
    )


def _entry_link(entry: Entry, volume: _Volume, viewpoint: Viewpoint) -> str:
    return viewpoint.link(volume.page_of(entry), entry.id)


def _life_link(what: str, volume: _Volume, viewpoint: Viewpoint) -> str:
    """The entry that a date in the life of the entity is, or that takes its place; '' where there is none."""
    own = (entry for entry in volume.dossier.entries if entry.entity is volume.dossier.entity and entry.event)
    entry = next((entry for entry in own if entry.event and entry.event.slug == what), None)
    return _entry_link(entry, volume, viewpoint) if entry else ""


def _fact(label: str, text: str) -> FactView:
    return FactView(label, (DatePart(text, ""),))


def _told_in(dossier: Dossier, words: Words) -> str:
    """How much there is: `2 articles, 3 entries, one of them undated`."""
    told_in = {entry.article.slug for entry in dossier.entries if entry.article}
    articles = told_in | {article.slug for article in dossier.backlinks}
    entries = len(dossier.entries)
    if not articles and not entries:
        return words.gettext("no article yet")
    undated = sum(not entry.date.is_known for entry in dossier.entries)
    named = count_articles(len(articles), words) if articles else words.gettext("no article yet")
    told = [named, count_entries(entries, words)]
    if undated:
        some = words.ngettext("one of them undated", "{number} of them undated", undated)
        told.append(some if entries > 1 else words.gettext("undated"))
    return ", ".join(told)
