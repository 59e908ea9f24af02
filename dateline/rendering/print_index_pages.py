"""Turn a chronology that is printed in parts into the index of its names, each with the parts in which it stands."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain

from dateline.indexes.records import Stamps
from dateline.model.entity import Entity
from dateline.model.light import light
from dateline.model.names import EntityId, UrlPath
from dateline.model.urls import PRINT
from dateline.rendering.edition import Edition
from dateline.rendering.keys import fold, ingredients, stamp
from dateline.rendering.linked_data import describe_page
from dateline.rendering.parts import LinkView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.print_views import PrintIndexView, PrintPlacesView, PrintStandingView
from dateline.rendering.register_pages import by_letter, letter_folder
from dateline.rendering.sections import Section, all_sections, printed_url
from dateline.rendering.viewpoint import Viewpoint

NAMES = UrlPath(f"{PRINT}names/")
"""The index, or the contents of its pages where it is cut by letters."""
LONGEST = 150
"""How many names stand on a page at most; each may have a link for every part of the chronology."""

_MAKER = "the index of the chronology to print"

_Standing = Mapping[EntityId, Mapping[str, tuple[UrlPath, str]]]
"""Where names stand: by what each part is called, the page and the anchor of the first entry of it that names them."""


@light
class _Page:
    """A page of the index."""

    url: UrlPath
    label: str
    members: tuple[Entity, ...]


def plan_print_index(edition: Edition) -> Iterator[PlannedPage]:
    """Return the index of the chronology to print; nothing where its one page has it, or where it names nobody."""
    letters = _letters(edition)
    if not (edition.timeline.parts and letters):
        return
    pages = _cut(letters)
    if len(pages) > 1:
        yield _planned(edition, _Page(NAMES, "", ()), pages)
    for page in pages:
        yield _planned(edition, page, [])


def _letters(edition: Edition) -> list[tuple[str, tuple[Entity, ...]]]:
    """Whom and what entries name, A to Z, by letter."""
    told = edition.indexes.dossiers.told
    return [*by_letter(each for each in edition.content.registry.entities if told.get(each.id))]


def _cut(letters: list[tuple[str, tuple[Entity, ...]]]) -> list[_Page]:
    members = tuple(chain.from_iterable(listed for _, listed in letters))
    if len(members) <= LONGEST:
        return [_Page(NAMES, "", members)]
    pages = []
    for letter, listed in letters:
        for start in range(0, len(listed), LONGEST):
            number = f"{start // LONGEST + 1}" if start else ""
            url = UrlPath(f"{NAMES}{letter_folder(letter)}{number and f'-{number}'}/")
            pages.append(_Page(url, f"{letter}{number and f', {number}'}", listed[start : start + LONGEST]))
    return pages


def _planned(edition: Edition, page: _Page, below: list[_Page]) -> PlannedPage:
    make, key = partial(_index, edition, page, below), partial(_key, edition, page, below)
    return PlannedPage(page.url, "names.html", make, key, _MAKER)


def _key(edition: Edition, page: _Page, below: list[_Page], stamps: Stamps) -> bytes:
    parts = ingredients(edition, stamps)
    shape = (page.url, page.label, [(each.url, each.label, len(each.members)) for each in below])
    if below:
        return parts.page("names.html", stamp(shape))
    names = (digest for each in page.members for digest in (parts.cards[each.id], parts.told_ids(each.id)))
    return parts.page("names.html", stamp(shape), parts.outline, fold(*names))


def _index(edition: Edition, page: _Page, below: list[_Page]) -> PrintIndexView:
    viewpoint = Viewpoint(edition, page.url)
    words = viewpoint.words
    title = words.gettext("{title}: index", title=edition.content.settings.title)
    head = viewpoint.head(f"{title}, {page.label}" if page.label else title)
    members = [member for each in below or [page] for member in each.members]
    counted = words.ngettext("{n} name", "{n} names", len(members))
    trail = [LinkView(words.gettext("The chronology in print"), viewpoint.link(PRINT))]
    if page.label:
        trail.append(LinkView(words.gettext("Index"), viewpoint.link(NAMES)))
    return PrintIndexView(
        site=viewpoint.site(),
        head=describe_page(head, viewpoint, counted),
        trail=tuple(trail),
        standfirst=counted,
        parts=tuple(LinkView(each.label, viewpoint.link(each.url), count=str(len(each.members))) for each in below),
        names=tuple(_places(page, viewpoint)),
    )


def _places(page: _Page, viewpoint: Viewpoint) -> Iterator[PrintPlacesView]:
    edition = viewpoint.edition
    standing = edition.memo.once((plan_print_index,), lambda: _standing(edition.timeline))
    for kind in edition.kinds:
        own = [member for member in page.members if member.kind == kind.name]
        if own:
            names = tuple(_name(member, standing, viewpoint) for member in own)
            yield PrintPlacesView(viewpoint.plural_label(kind), names)


def _name(member: Entity, standing: _Standing, viewpoint: Viewpoint) -> PrintStandingView:
    places = standing.get(member.id, {})
    links = tuple(LinkView(part, viewpoint.link(url, anchor)) for part, (url, anchor) in places.items())
    return PrintStandingView(viewpoint.chip(member.id), links)


def _standing(whole: Section) -> _Standing:
    found: dict[EntityId, dict[str, tuple[UrlPath, str]]] = {}
    for part in whole.parts:
        for leaf in all_sections(part):
            url = printed_url(leaf)
            for number, entry in enumerate(() if leaf.parts else leaf.entries, start=1):
                place = url, f"n-{number}"
                for identity in entry.entities:
                    found.setdefault(identity, {}).setdefault(part.words[-1], place)
    return found
