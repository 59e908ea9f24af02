"""Turn the files of data that a site has into the page that explains them."""

from collections.abc import Iterator
from functools import partial

from dateline.indexes.records import Stamps
from dateline.model.names import UrlPath
from dateline.model.urls import CORRECTIONS_FEED, DATA, FEED, JSON_FEED, MENTIONS
from dateline.rendering.citables import cite_page, view_cite
from dateline.rendering.data_views import DataFieldView, DataFileView, DataTableView, DataView
from dateline.rendering.edition import Edition
from dateline.rendering.exports.files import EXPORTS, Export
from dateline.rendering.exports.rows import Material
from dateline.rendering.exports.tables import TABLES, Table
from dateline.rendering.keys import ingredients, stamp
from dateline.rendering.linked_data import describe, page_node
from dateline.rendering.plan import PlannedPage
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.words import Words, message

_STANDFIRST = message(
    "Everything that these pages tell, for programs. Dates are in EDTF, as exact as they are known; "
    "what nobody knows is left out."
)
_PARTIAL = ("entries.geojson", "events.ics", "timelinejs.json")
"""Files that do not hold all entries."""


def material_of(edition: Edition) -> Material:
    """Return what the data of an edition is made of; rows that were made are kept."""
    records, indexes, settings = edition.records, edition.indexes, edition.content.settings
    make = partial(Material, records, indexes, settings, edition.words().opened(""), relate=lambda: edition.relations)
    return edition.memo.once(Material, make)


def plan_data_page(edition: Edition) -> Iterator[PlannedPage]:
    """Return the page on the data."""
    make, key = partial(_page, edition), partial(_key, edition)
    yield PlannedPage(DATA, "data.html", make, key, "the page on the data")


def _key(edition: Edition, stamps: Stamps) -> bytes:
    return ingredients(edition, stamps).page("data.html", stamp(_counts(edition)))


def _counts(edition: Edition) -> list[int | None]:
    return edition.memo.once((Export, "counts"), lambda: _count(edition))


def _count(edition: Edition) -> list[int | None]:
    material = material_of(edition)
    return [export.count(material) if export.count else None for export in EXPORTS]


def _page(edition: Edition) -> DataView:
    viewpoint = Viewpoint(edition, DATA)
    words = viewpoint.words
    title, standfirst = words.gettext("Data"), words.gettext(_STANDFIRST)
    head = viewpoint.head(title, standfirst)
    counts = zip(EXPORTS, _counts(edition), strict=True)
    files = (_file(export, count, len(edition.indexes.timeline.entries), words) for export, count in counts)
    return DataView(
        site=viewpoint.site(),
        head=describe(head, viewpoint, page_node("WebPage", head, viewpoint, description=standfirst)),
        standfirst=standfirst,
        files=(*files, *_others(viewpoint)),
        tables=tuple(_table(table, words) for table in TABLES),
        cite=view_cite(cite_page("data", title, viewpoint), viewpoint),
    )


def _file(export: Export, count: int | None, entries: int, words: Words) -> DataFileView:
    """A file and how much it holds; what does not hold all entries says of how many."""
    figures = "" if count is None else words.figures(count)
    if figures and export.name in _PARTIAL:
        figures = words.gettext("{n} of {total}", n=figures, total=words.figures(entries))
    return DataFileView(export.name, export.name, export.form, words.gettext(export.about), figures)


def _others(viewpoint: Viewpoint) -> Iterator[DataFileView]:
    """The files that have a page or a purpose of their own."""
    say = viewpoint.words.gettext
    ledger = message(
        "Every place in which an entity is named: a line for each, with the rule by which it is linked, or is not."
    )
    yield DataFileView("mentions.jsonl", viewpoint.link(MENTIONS), "JSON Lines", say(ledger), "")
    yield _feed(FEED, message("The latest articles, for readers of feeds."), viewpoint)
    about = message(
        "The same, with the dates of events in EDTF, their status and their roles in the object `_dateline`."
    )
    yield DataFileView(str(JSON_FEED), viewpoint.link(JSON_FEED), "JSON Feed", say(about), "")
    if viewpoint.edition.corrections:
        yield _feed(CORRECTIONS_FEED, message("The latest corrections, for readers of feeds."), viewpoint)


def _feed(url: UrlPath, about: str, viewpoint: Viewpoint) -> DataFileView:
    return DataFileView(str(url), viewpoint.link(url), "Atom", viewpoint.words.gettext(about), "")


def _table(table: Table, words: Words) -> DataTableView:
    fields = tuple(DataFieldView(field.name, field.type, words.gettext(field.about)) for field in table.fields)
    return DataTableView(f"table-{table.name}", table.name, words.gettext(table.about), fields)
