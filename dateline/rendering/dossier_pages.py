"""Turn what there is about each entity into its dossier, and a long one into a dossier with pages of years."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from dateline.indexes.dossiers import Dossier
from dateline.indexes.entries import Entry
from dateline.indexes.records import ArticleRecord
from dateline.indexes.timeline import build_timeline
from dateline.model.date import HistoricalDate
from dateline.model.entity import Coordinates, Entity
from dateline.model.urls import entity_url
from dateline.rendering.axis import axis_of
from dateline.rendering.charts import draw_bar, draw_strip
from dateline.rendering.counting import counted, plural, spelt
from dateline.rendering.date_words import DatePart, date_parts
from dateline.rendering.edition import Edition
from dateline.rendering.entry_views import view_appearance, view_excerpts
from dateline.rendering.parts import FactView, Html, LinkView, RankedView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.routes import own_routes
from dateline.rendering.sections import EntryPlace, Section, all_sections, cut_timeline, entry_places
from dateline.rendering.timeline_pages import part_links, trail_links
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.views import BacklinkView, DossierView

MOST_BACKLINKS = 100
MOST_COMPANIONS = 30

_LIFE = (("Born", "born"), ("Died", "died"), ("Founded", "founded"), ("Dissolved", "dissolved"))


@dataclass(frozen=True, slots=True)
class _Volume:
    """A dossier, and how its timeline is cut into pages."""

    dossier: Dossier
    whole: Section
    places: Mapping[str, EntryPlace]
    """Where each entry stands, by its id."""

    @property
    def entity(self) -> Entity:
        return self.dossier.entity.entity


def plan_dossiers(edition: Edition) -> Iterator[PlannedPage]:
    """Return the pages of every dossier, in the order of their ids."""
    for dossier in edition.indexes.dossiers.values():
        url = entity_url(dossier.entity.entity.id)
        whole = cut_timeline(build_timeline(dossier.entries).years, url)
        volume = _Volume(dossier, whole, entry_places(whole))
        location = volume.entity.location
        for section in all_sections(whole):
            make = partial(_part if section.words else _dossier, Viewpoint(edition, section.url), volume, section)
            yield PlannedPage(section.url, "dossier.html", make, location.path, location)


def _dossier(viewpoint: Viewpoint, volume: _Volume, section: Section) -> DossierView:
    dossier, entity = volume.dossier, volume.entity
    entries = dossier.entries
    axis = axis_of(entries, viewpoint.edition.axis)
    known = _known_backlinks(dossier)
    return DossierView(
        site=viewpoint.site(),
        head=viewpoint.head(entity.name, dossier.entity.description),
        trail=(),
        kind=entity.kind,
        kind_label=viewpoint.edition.content.settings.kind(entity.kind).label,
        standfirst=viewpoint.prose(dossier.entity.summary),
        facts=tuple(_facts(volume, viewpoint)),
        strip=draw_strip(entries, axis, own_routes(viewpoint, volume.places)),
        body=viewpoint.prose(dossier.entity.body),
        entries=() if section.parts else tuple(view_appearance(each, entity.id, viewpoint) for each in entries),
        entries_count=counted(len(entries), "entry", "entries"),
        parts=part_links(section, viewpoint),
        backlinks=tuple(_backlink(article, entity, viewpoint) for article in known[-MOST_BACKLINKS:]),
        backlinks_count=_shown(len(known), MOST_BACKLINKS),
        companions=_companions(dossier, viewpoint),
        children=tuple(viewpoint.chip(identity) for identity in dossier.children),
        extra=entity.extra,
    )


def _part(viewpoint: Viewpoint, volume: _Volume, section: Section) -> DossierView:
    """A page of a dossier that is cut: a year (or less) of its timeline, and nothing else."""
    entity = volume.entity
    wanted = {entry.id for year in section.years for entry in year.entries}
    own = [each for each in volume.dossier.entries if each.id in wanted and not section.parts]
    title = ", ".join([entity.name, *section.words[-1:]])
    return DossierView(
        site=viewpoint.site(),
        head=viewpoint.head(title, volume.dossier.entity.description),
        trail=trail_links(section, LinkView(entity.name, viewpoint.link(volume.whole.url))),
        kind=entity.kind,
        kind_label=viewpoint.edition.content.settings.kind(entity.kind).label,
        standfirst=Html(""),
        facts=(),
        strip=None,
        body=Html(""),
        entries=tuple(view_appearance(each, entity.id, viewpoint) for each in own),
        entries_count=counted(len(wanted), "entry", "entries"),
        parts=part_links(section, viewpoint),
        backlinks=(),
        backlinks_count="",
        companions=(),
        children=(),
        extra=entity.extra,
    )


def _known_backlinks(dossier: Dossier) -> list[ArticleRecord]:
    """The articles that its timeline does not show as published: it shows events of theirs."""
    published = {entry.article.slug for entry in dossier.entries if entry.event is None}
    return [article for article in dossier.backlinks if article.slug not in published]


def _shown(number: int, most: int) -> str:
    return f"{number:,}" if number <= most else f"the latest {most:,} of {number:,}"


def _backlink(article: ArticleRecord, entity: Entity, viewpoint: Viewpoint) -> BacklinkView:
    quotation = viewpoint.edition.records.library.quotation(article.slug, entity.id)
    return BacklinkView(viewpoint.article(article), view_excerpts(quotation.article))


def _companions(dossier: Dossier, viewpoint: Viewpoint) -> tuple[RankedView, ...]:
    shown = dossier.companions[:MOST_COMPANIONS]
    return tuple(
        RankedView(
            chip=viewpoint.chip(companion.entity),
            count=f"{companion.entries:,}",
            unit=plural(companion.entries, "entry", "entries"),
            bar=draw_bar(companion.entries, shown[0].entries),
        )
        for companion in shown
    )


def _facts(volume: _Volume, viewpoint: Viewpoint) -> Iterator[FactView]:
    dossier, entity = volume.dossier, volume.entity
    for label, entry in (("First seen", dossier.first), ("Last seen", dossier.last)):
        if entry:
            yield FactView(label, date_parts(entry.date, short=False), _entry_link(entry, volume, viewpoint))
    yield _fact("Told in", _told_in(dossier))
    if entity.aliases:
        yield _fact("Also called", ", ".join(entity.aliases))
    for label, name in _LIFE:
        date: HistoricalDate | None = getattr(entity, name)
        if date:
            yield FactView(label, date_parts(date, short=False))
    if dossier.parents:
        yield FactView("Part of", chips=tuple(viewpoint.chip(identity) for identity in dossier.parents))
    if entity.coordinates:
        yield _fact("Coordinates", _coordinates(entity.coordinates))


def _entry_link(entry: Entry, volume: _Volume, viewpoint: Viewpoint) -> str:
    return viewpoint.link(volume.places[entry.id].url, entry.id)


def _fact(label: str, text: str) -> FactView:
    return FactView(label, (DatePart(text, ""),))


def _told_in(dossier: Dossier) -> str:
    """How much there is: `2 articles, 3 entries, one of them undated`."""
    articles = {entry.article.slug for entry in dossier.entries} | {article.slug for article in dossier.backlinks}
    if not articles:
        return "no article yet"
    entries = len(dossier.entries)
    undated = sum(not entry.date.is_known for entry in dossier.entries)
    told = [counted(len(articles), "article", "articles"), counted(entries, "entry", "entries")]
    if undated:
        told.append(f"{spelt(undated)} of them undated" if entries > 1 else "undated")
    return ", ".join(told)


def _coordinates(spot: Coordinates) -> str:
    """The spot in degrees, as exact as the author gave it: `19.43° N, 99.13° W`."""
    north, east = ("N" if spot.latitude >= 0 else "S"), ("E" if spot.longitude >= 0 else "W")
    return f"{abs(spot.latitude):g}° {north}, {abs(spot.longitude):g}° {east}"
