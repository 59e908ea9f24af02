"""Turn the timeline into a document to print: entries with numbered sources and an index, cut as the timeline is."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import partial
from itertools import count

from dateline.indexes.entries import Entry
from dateline.indexes.records import CitationRecord, Stamps
from dateline.indexes.sources import bibliography, sources_of, work_of
from dateline.indexes.timeline import Year
from dateline.model.names import EntityId
from dateline.model.settings import Kind
from dateline.model.urls import PRINT
from dateline.rendering.counting import count_entries
from dateline.rendering.date_words import DatePart, mark_parts
from dateline.rendering.edition import Edition
from dateline.rendering.entry_views import view_told
from dateline.rendering.evidence_views import SourceView
from dateline.rendering.keys import NOTHING, ingredients, stamp
from dateline.rendering.linked_data import describe_page
from dateline.rendering.parts import LinkView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.print_index_pages import NAMES, plan_print_index
from dateline.rendering.print_views import PrintEntryView, PrintNamesView, PrintNameView, PrintView, PrintYearView
from dateline.rendering.sections import Section, all_sections, printed_url, year_title
from dateline.rendering.source_views import view_source
from dateline.rendering.spans import reach_parts, words
from dateline.rendering.timeline_pages import section_key, trail_links
from dateline.rendering.viewpoint import Viewpoint

_Work = tuple[Hashable, str, str]
"""What one note stands for: a work, and where in it."""
_Cited = list[tuple[CitationRecord, str]]


class _Notes:
    """The sources of a page by their numbers: each work, and each place in it, has one."""

    def __init__(self) -> None:
        self._numbers: dict[_Work, int] = {}
        self._citations: list[CitationRecord] = []

    def cite(self, cited: _Cited) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self._number(citation, teller) for citation, teller in cited))

    def view(self, viewpoint: Viewpoint) -> tuple[SourceView, ...]:
        listed = enumerate(self._citations, start=1)
        return tuple(view_source(citation, viewpoint, f"note-{number}") for number, citation in listed)

    def _number(self, citation: CitationRecord, teller: str) -> int:
        work = (work_of(citation, teller), citation.pages, citation.at)
        if work not in self._numbers:
            self._citations.append(citation)
            self._numbers[work] = len(self._citations)
        return self._numbers[work]


def plan_print(edition: Edition) -> Iterator[PlannedPage]:
    """Return the chronology to print, in pages as the timeline is cut; nothing where there is no entry."""
    if not edition.timeline.count:
        return
    for section in all_sections(edition.timeline):
        make, key = partial(_print, edition, section), partial(_key, edition, section)
        yield PlannedPage(printed_url(section), "print.html", make, key, "the chronology to print")
    yield from plan_print_index(edition)


def _key(edition: Edition, section: Section, stamps: Stamps) -> bytes:
    parts, entries = ingredients(edition, stamps), section.entries
    return parts.page(
        "print.html",
        section_key(section),
        NOTHING if section.parts else parts.lines(entries),
        stamp((_span(section, "en"), bool(edition.indexes.dossiers.told))),
        NOTHING if section.parts else _files_key(edition, entries),
    )


def _files_key(edition: Edition, entries: Iterable[Entry]) -> bytes:
    """Return the digest of the digests of cited files, which stand in the list of sources."""
    digests = edition.records.digests
    if not digests:
        return NOTHING
    return stamp([digests.get(citation.file, "") for entry in entries for citation, _ in _cited(entry)])


def _print(edition: Edition, section: Section) -> PrintView:
    viewpoint, notes = Viewpoint(edition, printed_url(section)), _Notes()
    entries = () if section.parts else section.entries
    gettext = viewpoint.words.gettext
    title = gettext("{title}: the whole chronology", title=edition.content.settings.title)
    if section.words:
        title = f"{edition.content.settings.title}: {section.words[-1]}"
    standfirst = _standfirst(section, viewpoint)
    head = viewpoint.head(title, standfirst)
    numbers = count(1)
    years = [] if section.parts else [_year(year, numbers.__next__, notes, viewpoint) for year in section.years]
    return PrintView(
        site=viewpoint.site(),
        head=describe_page(head, viewpoint, standfirst),
        trail=trail_links(section, LinkView(gettext("The chronology in print"), viewpoint.link(PRINT))),
        standfirst=standfirst,
        address=viewpoint.permalink() if edition.base_url else "",
        parts=tuple(_part(part, viewpoint) for part in section.parts),
        years=tuple(years),
        sources=notes.view(viewpoint),
        names=tuple(_index(entries, viewpoint)),
        index=_index_link(section, viewpoint),
    )


def _index_link(section: Section, viewpoint: Viewpoint) -> LinkView | None:
    """The index over all parts, from the page that has them."""
    if section.words or not (section.parts and viewpoint.edition.indexes.dossiers.told):
        return None
    return LinkView(viewpoint.words.gettext("Index of all parts"), viewpoint.link(NAMES))


def _standfirst(section: Section, viewpoint: Viewpoint) -> str:
    counted = count_entries(section.count, viewpoint.words)
    span = words(_span(section, viewpoint.language))
    return f"{counted}, {span}" if span else counted


def _span(section: Section, language: str) -> tuple[DatePart, ...]:
    return reach_parts(section.entries, language)


def _part(section: Section, viewpoint: Viewpoint) -> LinkView:
    return LinkView(
        section.words[-1], viewpoint.link(printed_url(section)), count=count_entries(section.count, viewpoint.words)
    )


def _year(year: Year, number: Callable[[], int], notes: _Notes, viewpoint: Viewpoint) -> PrintYearView:
    entries = tuple(_entry(entry, number(), notes, viewpoint) for entry in year.entries)
    title = mark_parts(year_title(year, viewpoint.language), viewpoint.language)
    return PrintYearView(year.anchor, title, count_entries(year.count, viewpoint.words), entries)


def _entry(entry: Entry, number: int, notes: _Notes, viewpoint: Viewpoint) -> PrintEntryView:
    return PrintEntryView(number, view_told(entry, viewpoint), notes.cite(_cited(entry)))


def _cited(entry: Entry) -> _Cited:
    """The sources that an entry rests on, each with who cites it."""
    if entry.article:
        own = sources_of(entry.event, entry.article) if entry.event else bibliography(entry.article)
        return [(citation, entry.article.slug) for citation in own]
    if entry.event and entry.entity:
        return [(citation, entry.entity.entity.id) for citation in entry.event.sources]
    return []


def _index(entries: Iterable[Entry], viewpoint: Viewpoint) -> Iterator[PrintNamesView]:
    """Whom and what entries name, by kind, with the numbers of the entries."""
    found: dict[EntityId, list[int]] = {}
    for number, entry in enumerate(entries, start=1):
        for identity in entry.entities:
            found.setdefault(identity, []).append(number)
    for kind in viewpoint.edition.kinds:
        names = tuple(_names(kind, found, viewpoint))
        if names:
            yield PrintNamesView(viewpoint.plural_label(kind), names)


def _names(kind: Kind, found: dict[EntityId, list[int]], viewpoint: Viewpoint) -> Iterator[PrintNameView]:
    members = (viewpoint.edition.entity(identity) for identity in found)
    own = [entity for entity in members if entity.kind == kind.name]
    for entity in sorted(own, key=lambda each: (each.name.casefold(), each.id)):
        yield PrintNameView(viewpoint.chip(entity.id), tuple(found[entity.id]))
