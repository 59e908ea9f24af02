"""Turn an edition into its front page: what there is, when it happened, the latest and the most connected."""

from collections.abc import Iterator
from functools import partial

from dateline.indexes.dossiers import Dossier
from dateline.indexes.entries import Entry
from dateline.model.settings import Kind
from dateline.model.urls import ARTICLES, HOME, TIMELINE
from dateline.rendering.charts import draw_bar, draw_strip
from dateline.rendering.counting import counted, plural
from dateline.rendering.date_words import DatePart
from dateline.rendering.edition import Edition
from dateline.rendering.entry_views import view_entry
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


def plan_home(edition: Edition) -> Iterator[PlannedPage]:
    """Return the front page."""
    yield PlannedPage(HOME, "home.html", partial(_home, Viewpoint(edition, HOME)), "the home page")


def _home(viewpoint: Viewpoint) -> HomeView:
    edition = viewpoint.edition
    entries = edition.indexes.timeline.entries
    settings = edition.content.settings
    return HomeView(
        site=viewpoint.site(),
        head=viewpoint.head(settings.title, settings.description),
        figures=_figures(viewpoint),
        strip=draw_strip(entries, edition.axis, timeline_routes(viewpoint)),
        latest=tuple(view_entry(entry, viewpoint) for entry in _latest(entries)),
        all_entries=LinkView(_all_words(len(entries)), viewpoint.link(TIMELINE)),
        connected=tuple(_connected(kind, viewpoint) for kind in edition.kinds),
        key=tuple(_key(kind, viewpoint) for kind in edition.kinds),
    )


def _figures(viewpoint: Viewpoint) -> tuple[FigureView, ...]:
    edition = viewpoint.edition
    entries, articles = edition.indexes.timeline.entries, len(edition.content.articles)
    figures = [
        _figure(plural(len(entries), "entry", "entries"), len(entries), viewpoint.link(TIMELINE)),
        _figure(plural(articles, "article", "articles"), articles, viewpoint.link(ARTICLES)),
    ]
    for kind in edition.kinds:
        number = len(edition.by_kind[kind.name])
        label = plural(number, kind.label, kind.plural)
        figures.append(_figure(label[:1].lower() + label[1:], number, viewpoint.register(kind).url))
    span = span_parts(entries)
    return (*figures, *([FigureView("span", capitalised(span), "")] if span else []))


def _figure(label: str, number: int, url: str) -> FigureView:
    return FigureView(label, (DatePart(f"{number:,}", ""),), url)


def _latest(entries: tuple[Entry, ...]) -> list[Entry]:
    """The latest dated entries, newest first; where none is dated, the first of the undated."""
    dated = [entry for entry in entries if entry.date.is_known]
    return dated[: -LATEST - 1 : -1] or list(entries[:LATEST])


def _all_words(number: int) -> str:
    return f"All {counted(number, 'entry', 'entries')}, oldest first" if number != 1 else "The timeline"


def _connected(kind: Kind, viewpoint: Viewpoint) -> RankedGroupView:
    dossiers = viewpoint.edition.by_kind[kind.name]
    ranked = sorted(dossiers, key=_by_companions)[:CONNECTED]
    most = max(1, len(ranked[0].companions))
    plural_words = kind.plural[:1].lower() + kind.plural[1:]
    words = f"All {len(dossiers):,} {plural_words}" if len(dossiers) > CONNECTED else f"Register of {plural_words}"
    more = LinkView(words, viewpoint.register(kind).url)
    return RankedGroupView(kind.plural, tuple(_ranked(dossier, most, viewpoint) for dossier in ranked), more)


def _by_companions(dossier: Dossier) -> tuple[int, str, str]:
    entity = dossier.entity.entity
    return -len(dossier.companions), entity.name.casefold(), entity.id


def _ranked(dossier: Dossier, most: int, viewpoint: Viewpoint) -> RankedView:
    others = len(dossier.companions)
    chip = viewpoint.chip(dossier.entity.entity.id)
    return RankedView(chip, f"{others:,}", plural(others, "other", "others"), draw_bar(others, most))


def _key(kind: Kind, viewpoint: Viewpoint) -> KeyView:
    example = min(viewpoint.edition.by_kind[kind.name], key=_by_companions)
    underline = _UNDERLINES.get(kind.underline, "a line")
    chip = viewpoint.chip(example.entity.entity.id)
    return KeyView(kind.name, kind.label, kind.mark.capitalize(), underline, chip)
