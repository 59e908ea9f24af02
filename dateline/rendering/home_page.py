"""Turn an edition into its front page: what there is, when it happened, the latest and the most connected."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from dateline.indexes.dates import is_known
from dateline.indexes.entries import Entry
from dateline.indexes.records import Stamps
from dateline.model.entity import Entity
from dateline.model.settings import Kind
from dateline.model.urls import ARTICLES, HOME, SOURCES, TIMELINE
from dateline.rendering.charts import draw_bar, draw_strip
from dateline.rendering.counting import counted, plural
from dateline.rendering.date_words import DatePart
from dateline.rendering.edition import Edition
from dateline.rendering.entry_views import view_entry
from dateline.rendering.keys import ingredients, stamp
from dateline.rendering.parts import FigureView, KeyView, LinkView, RankedGroupView, RankedView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.routes import timeline_routes
from dateline.rendering.sections import capitalised
from dateline.rendering.spans import span_parts
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.views import HomeView

LATEST = 5
CONNECTED = 5

_UNDERLINES = {
    "double": "a double line",
    "solid": "a single line",
    "dotted": "dots",
    "dashed": "dashes",
    "wavy": "a wavy line",
}


@dataclass(frozen=True, slots=True)
class _Connected:
    """An entity, and with how many others it appears."""

    entity: Entity
    others: int


def plan_home(edition: Edition) -> Iterator[PlannedPage]:
    """Return the front page."""
    make, key = partial(_home, Viewpoint(edition, HOME)), partial(_home_key, edition)
    yield PlannedPage(HOME, "home.html", make, key, "the home page")


def _home_key(edition: Edition, stamps: Stamps) -> bytes:
    parts = ingredients(edition, stamps)
    latest = parts.lines(_latest(edition.indexes.timeline.entries))
    number = stamp((len(edition.records.articles), len(edition.works)))
    return parts.page("home.html", parts.outline, parts.casts, parts.every_card, latest, number)


def _home(viewpoint: Viewpoint) -> HomeView:
    edition = viewpoint.edition
    entries = edition.indexes.timeline.entries
    settings = edition.content.settings
    return HomeView(
        site=viewpoint.site(),
        head=viewpoint.head(settings.title, settings.description),
        figures=_figures(viewpoint),
        strip=draw_strip(entries, edition.axis, timeline_routes(viewpoint, edition.places), viewpoint.language),
        latest=tuple(view_entry(entry, viewpoint) for entry in _latest(entries)),
        all_entries=LinkView(_all_words(len(entries)), viewpoint.link(TIMELINE)),
        connected=tuple(_connected(kind, viewpoint) for kind in edition.kinds),
        key=tuple(_key(kind, viewpoint) for kind in edition.kinds),
    )


def _figures(viewpoint: Viewpoint) -> tuple[FigureView, ...]:
    edition = viewpoint.edition
    entries, articles = edition.indexes.timeline.entries, len(edition.records.articles)
    figures = [
        _figure(plural(len(entries), "entry", "entries"), len(entries), viewpoint.link(TIMELINE)),
        _figure(plural(articles, "article", "articles"), articles, viewpoint.link(ARTICLES)),
    ]
    if edition.has_sources:
        works = len(edition.works)
        figures.append(_figure(plural(works, "source", "sources"), works, viewpoint.link(SOURCES)))
    for kind in edition.kinds:
        number = len(edition.by_kind[kind.name])
        label = plural(number, kind.label, kind.plural)
        figures.append(_figure(label[:1].lower() + label[1:], number, viewpoint.register(kind).url))
    span = span_parts(entries, viewpoint.language)
    return (*figures, *([FigureView("span", capitalised(span), "")] if span else []))


def _figure(label: str, number: int, url: str) -> FigureView:
    return FigureView(label, (DatePart(f"{number:,}", ""),), url)


def _latest(entries: tuple[Entry, ...]) -> list[Entry]:
    """The latest dated entries, newest first; where none is dated, the first of the undated."""
    dated = islice((entry for entry in reversed(entries) if is_known(entry.edtf)), LATEST)
    return list(dated) or list(entries[:LATEST])


def _all_words(number: int) -> str:
    return f"All {counted(number, 'entry', 'entries')}, oldest first" if number != 1 else "The timeline"


def _connected(kind: Kind, viewpoint: Viewpoint) -> RankedGroupView:
    everybody = _ranking(kind, viewpoint.edition)
    most = max(1, everybody[0].others)
    plural_words = kind.plural[:1].lower() + kind.plural[1:]
    words = f"All {len(everybody):,} {plural_words}" if len(everybody) > CONNECTED else f"Register of {plural_words}"
    more = LinkView(words, viewpoint.register(kind).url)
    return RankedGroupView(kind.plural, tuple(_ranked(each, most, viewpoint) for each in everybody[:CONNECTED]), more)


def _ranking(kind: Kind, edition: Edition) -> list[_Connected]:
    """The entities of a kind: first who appears with the most others, then by name."""
    return edition.memo.once((_Connected, kind.name), lambda: _rank(kind, edition))


def _rank(kind: Kind, edition: Edition) -> list[_Connected]:
    others = edition.indexes.dossiers.others
    members = (record.entity for record in edition.by_kind[kind.name])
    connected = (_Connected(entity, others(entity.id)) for entity in members)
    return sorted(connected, key=lambda each: (-each.others, each.entity.name.casefold(), each.entity.id))


def _ranked(connected: _Connected, most: int, viewpoint: Viewpoint) -> RankedView:
    others = connected.others
    chip = viewpoint.chip(connected.entity.id)
    return RankedView(chip, f"{others:,}", plural(others, "other", "others"), draw_bar(others, most))


def _key(kind: Kind, viewpoint: Viewpoint) -> KeyView:
    example = _ranking(kind, viewpoint.edition)[0]
    underline = _UNDERLINES.get(kind.underline, "a line")
    chip = viewpoint.chip(example.entity.id)
    return KeyView(kind.name, kind.label, kind.mark.capitalize(), underline, chip)
