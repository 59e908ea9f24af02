"""Turn an edition into its front page: what there is, when it happened, the latest and the most connected."""

from collections.abc import Iterator
from functools import partial
from itertools import islice

from dateline.indexes.dates import is_known
from dateline.indexes.dossiers import Dossiers
from dateline.indexes.entries import Entry
from dateline.indexes.records import Stamps
from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity
from dateline.model.settings import Kind
from dateline.model.urls import ARTICLES, HOME, SOURCES, TIMELINE
from dateline.rendering.charts import draw_bar, draw_strip
from dateline.rendering.counting import count_entries, entry_noun
from dateline.rendering.date_words import DatePart
from dateline.rendering.edition import Edition
from dateline.rendering.entry_views import view_entry
from dateline.rendering.keys import ingredients, stamp
from dateline.rendering.linked_data import describe, site_node
from dateline.rendering.parts import FigureView, KeyView, LinkView, RankedGroupView, RankedView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.routes import timeline_routes
from dateline.rendering.sections import capitalised
from dateline.rendering.spans import reach_parts
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.views import HomeView
from dateline.rendering.words import Words, message

LATEST = 5
CONNECTED = 5

_UNDERLINES = {
    "double": message("a double line"),
    "solid": message("a single line"),
    "dotted": message("dots"),
    "dashed": message("dashes"),
    "wavy": message("a wavy line"),
}

_MARKS = {
    "square": message("Square"),
    "disc": message("Disc"),
    "triangle": message("Triangle"),
    "diamond": message("Diamond"),
    "ring": message("Ring"),
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
    latest = parts.lines(_latest(edition))
    ranked = [(each.entity.id, each.others) for kind in edition.kinds for each in _ranking(kind, edition)]
    number = stamp((len(edition.records.articles), len(edition.works), ranked))
    return parts.page("home.html", parts.outline, parts.every_card, latest, number)


def _home(viewpoint: Viewpoint) -> HomeView:
    edition = viewpoint.edition
    entries = edition.indexes.timeline.entries
    settings = edition.content.settings
    return HomeView(
        site=viewpoint.site(),
        head=describe(viewpoint.head(settings.title, settings.description), viewpoint, site_node(viewpoint)),
        figures=_figures(viewpoint),
        strip=draw_strip(
            entries, edition.axis, timeline_routes(viewpoint, edition.places), viewpoint.language, viewpoint.words
        ),
        latest=tuple(view_entry(entry, viewpoint) for entry in _latest(edition)),
        all_entries=LinkView(_all_words(len(entries), viewpoint.words), viewpoint.link(TIMELINE)),
        connected=tuple(_connected(kind, viewpoint) for kind in edition.kinds),
        key=tuple(_key(kind, viewpoint) for kind in edition.kinds),
    )


def _figures(viewpoint: Viewpoint) -> tuple[FigureView, ...]:
    edition = viewpoint.edition
    entries, articles = edition.indexes.timeline.entries, len(edition.records.articles)
    words = viewpoint.words
    figures = [
        _figure(entry_noun(len(entries), words), len(entries), viewpoint.link(TIMELINE), words),
        _figure(words.ngettext("article", "articles", articles), articles, viewpoint.link(ARTICLES), words),
    ]
    if edition.has_sources:
        works = len(edition.works)
        figures.append(_figure(words.ngettext("source", "sources", works), works, viewpoint.link(SOURCES), words))
    for kind in edition.kinds:
        number = len(edition.by_kind[kind.name])
        figures.append(_figure(viewpoint.kind_noun(kind, number), number, viewpoint.register(kind).url, words))
    span = reach_parts(entries, viewpoint.language)
    return (*figures, *([FigureView(words.gettext("span"), capitalised(span), "")] if span else []))


def _figure(label: str, number: int, url: str, words: Words) -> FigureView:
    return FigureView(label, (DatePart(words.figures(number), ""),), url)


def _latest(edition: Edition) -> list[Entry]:
    """The latest dated entries that have happened, newest first; where there are none, the first of all."""
    entries, announced = edition.indexes.timeline.entries, edition.announced
    happened = (entry for entry in reversed(entries) if is_known(entry.edtf) and entry.edtf not in announced)
    return list(islice(happened, LATEST)) or list(entries[:LATEST])


def _all_words(number: int, words: Words) -> str:
    if number == 1:
        return words.gettext("The timeline")
    return words.gettext("All {entries}, oldest first", entries=count_entries(number, words))


def _connected(kind: Kind, viewpoint: Viewpoint) -> RankedGroupView:
    first, number = _ranking(kind, viewpoint.edition), len(viewpoint.edition.by_kind[kind.name])
    most = max(1, first[0].others)
    words, kinds = viewpoint.words, viewpoint.kind_noun(kind, 0)
    label = words.gettext("Register of {kind}", kind=kinds)
    if number > CONNECTED:
        label = words.gettext("All {n} {kind}", n=words.figures(number), kind=kinds)
    more = LinkView(label, viewpoint.register(kind).url)
    return RankedGroupView(viewpoint.plural_label(kind), tuple(_ranked(each, most, viewpoint) for each in first), more)


def _ranking(kind: Kind, edition: Edition) -> list[_Connected]:
    """The first entities of a kind: who appears with the most others, then by name."""
    return edition.memo.once((_Connected, kind.name), lambda: _rank(kind, edition))


def _rank(kind: Kind, edition: Edition) -> list[_Connected]:
    dossiers, members = edition.indexes.dossiers, [record.entity for record in edition.by_kind[kind.name]]
    found: list[_Connected] = []
    # Nobody is with more others than its entries name: those who may be with most are asked first, the rest not at all.
    for bound, entity in sorted(((_bound(dossiers, each), each) for each in members), key=lambda each: -each[0]):
        if len(found) == CONNECTED and bound < found[-1].others:
            break
        found.append(_Connected(entity, dossiers.others(entity.id)))
        found = sorted(found, key=lambda each: (-each.others, each.entity.name.casefold(), each.entity.id))[:CONNECTED]
    return found


def _bound(dossiers: Dossiers, entity: Entity) -> int:
    return sum([len(entry.entities) - 1 for entry in dossiers.told.get(entity.id, ())])


def _ranked(connected: _Connected, most: int, viewpoint: Viewpoint) -> RankedView:
    others, words = connected.others, viewpoint.words
    chip = viewpoint.chip(connected.entity.id)
    return RankedView(chip, words.figures(others), words.ngettext("other", "others", others), draw_bar(others, most))


def _key(kind: Kind, viewpoint: Viewpoint) -> KeyView:
    example = _ranking(kind, viewpoint.edition)[0]
    words, chip = viewpoint.words, viewpoint.chip(example.entity.id)
    underline = words.gettext(_UNDERLINES.get(kind.underline, kind.underline))
    mark = words.gettext(_MARKS.get(kind.mark, kind.mark))
    return KeyView(kind.name, viewpoint.kind_label(kind.name), mark, underline, chip)
