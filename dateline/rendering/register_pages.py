"""Turn the entities of each kind into a register, A to Z, and a long one into a page per letter."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from string import ascii_uppercase

from dateline.indexes.dossiers import Dossier
from dateline.indexes.places import parents_of
from dateline.indexes.records import Stamps
from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity
from dateline.model.names import UrlPath
from dateline.model.settings import Kind
from dateline.model.urls import register_url
from dateline.rendering.charts import draw_spark
from dateline.rendering.date_words import span_parts
from dateline.rendering.edition import Edition
from dateline.rendering.keys import ingredients, stamp, stamp_words
from dateline.rendering.linked_data import describe_list, entity_link
from dateline.rendering.parts import LinkView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.register_views import LetterView, RegisterGroupView, RegisterRowView, RegisterView
from dateline.rendering.spans import month_parts
from dateline.rendering.spark_scales import Scale, find_scale, scale_title
from dateline.rendering.viewpoint import Viewpoint

_NO_LETTER = "#"


LONGEST = 200
"""How many names stand on a page at most: a row is short."""


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The entities under one letter, by name, and the page on which they stand."""

    letter: str
    entities: tuple[Entity, ...]
    url: UrlPath

    @property
    def anchor(self) -> str:
        return f"l-{self.letter}" if self.letter != _NO_LETTER else "l-other"


def plan_registers(edition: Edition) -> Iterator[PlannedPage]:
    """Return the registers of all kinds that have entities, in the order of the kinds."""
    for kind in edition.kinds:
        yield from _plan_register(edition, kind)


def letter_of(name: str) -> str:
    """Return the letter under which a name is listed: its first, in upper case, without diacritics; or `#`."""
    for char in unicodedata.normalize("NFKD", name):
        if char.isalnum():
            return char.upper()[:1] if char.isalpha() else _NO_LETTER
    return _NO_LETTER


def letter_folder(letter: str) -> str:
    """Return the last folder in the URL path of the page of a letter: `letter-a`; of `#`, `letter-other`."""
    return "letter-other" if letter == _NO_LETTER else f"letter-{letter.casefold()}"


def _plan_register(edition: Edition, kind: Kind) -> Iterator[PlannedPage]:
    url = register_url(kind.folder)
    members = [record.entity for record in edition.by_kind[kind.name]]
    is_cut = len(members) > LONGEST
    shelves = _shelves(members, url, is_cut=is_cut)
    pages = [(url, []), *((shelf.url, [shelf]) for shelf in shelves)] if is_cut else [(url, shelves)]
    for page_url, here in pages:
        make = partial(_register, Viewpoint(edition, page_url), kind, shelves, here)
        key = partial(_key, edition, kind, shelves, here)
        maker = f"the register of {kind.plural}"
        yield PlannedPage(page_url, "register.html", make, key, maker, members[0].location)


def _key(edition: Edition, kind: Kind, shelves: list[_Shelf], here: list[_Shelf], stamps: Stamps) -> bytes:
    parts = ingredients(edition, stamps)
    letters = [(shelf.letter, shelf.url) for shelf in shelves]
    number = sum(len(shelf.entities) for shelf in shelves)
    shape = stamp((kind.name, letters, number, [shelf.letter for shelf in here], _scale(edition, kind)))
    return parts.page("register.html", shape, *(_row_key(each, edition) for shelf in here for each in shelf.entities))


def _row_key(entity: Entity, edition: Edition) -> bytes:
    parents = parents_of(edition.content.registry, entity.id)[:1]
    remark = tuple(edition.entity(identity).name for identity in parents) or entity.aliases
    articles, times = len(edition.indexes.dossiers.articles(entity.id)), edition.times[entity.id]
    to_come = len(edition.announced.intersection(times)) if edition.announced else 0
    return stamp_words((entity.id, entity.name, f"{articles} {len(parents)} {len(remark)} {to_come}", *remark, *times))


def _shelves(members: list[Entity], url: UrlPath, *, is_cut: bool) -> list[_Shelf]:
    return [
        _Shelf(letter, group, UrlPath(f"{url}{letter_folder(letter)}/") if is_cut else url)
        for letter, group in by_letter(members)
    ]


def by_letter(entities: Iterable[Entity]) -> Iterator[tuple[str, tuple[Entity, ...]]]:
    """Return entities from A to Z, those under each letter together."""
    for letter, group in groupby(sorted(entities, key=_place), key=lambda entity: letter_of(entity.name)):
        yield letter, tuple(group)


def _place(entity: Entity) -> tuple[bool, str, str, str]:
    """What puts entities from A to Z: letter, figures last; then the name without diacritics, then the id."""
    letter = letter_of(entity.name)
    bare = "".join(c for c in unicodedata.normalize("NFKD", entity.name.casefold()) if not unicodedata.combining(c))
    return letter == _NO_LETTER, letter, bare, entity.id


def _register(viewpoint: Viewpoint, kind: Kind, shelves: list[_Shelf], here: list[_Shelf]) -> RegisterView:
    number = sum(len(shelf.entities) for shelf in shelves)
    is_part = here != shelves and bool(here)
    plural = viewpoint.plural_label(kind)
    title = f"{plural}, {here[0].letter}" if is_part else plural
    standfirst = _standfirst(number, kind, viewpoint)
    scale = _scale(viewpoint.edition, kind)
    trail = (LinkView(plural, viewpoint.link(register_url(kind.folder))),) if is_part else ()
    nodes = [entity_link(entity.id, viewpoint) for shelf in here for entity in shelf.entities]
    return RegisterView(
        site=viewpoint.site(),
        head=describe_list(viewpoint.head(title, standfirst), viewpoint, nodes, trail),
        trail=trail,
        kind=kind.name,
        plural=plural,
        standfirst=standfirst,
        letters=_letters(shelves, viewpoint),
        spark_title=scale_title(scale, viewpoint.words),
        groups=tuple(_group(shelf, scale, viewpoint) for shelf in here),
    )


def _standfirst(number: int, kind: Kind, viewpoint: Viewpoint) -> str:
    words = viewpoint.words
    counted = f"{words.figures(number)} {viewpoint.kind_noun(kind, number)}."
    return f"{counted} {words.gettext('To be listed is to have been named, nothing more.')}"


def _letters(shelves: list[_Shelf], viewpoint: Viewpoint) -> tuple[LetterView, ...]:
    """A to Z, if any of them occurs, with gaps; then the others that occur."""
    found = {shelf.letter: viewpoint.link(shelf.url, shelf.anchor) for shelf in shelves}
    latin = ascii_uppercase if any(letter in ascii_uppercase for letter in found) else ""
    others = [letter for letter in found if letter not in latin]
    return tuple(LetterView(letter, found.get(letter, "")) for letter in [*latin, *others])


def _scale(edition: Edition, kind: Kind) -> Scale | None:
    return edition.memo.once((Scale, kind.name), lambda: _find_scale(edition, kind))


def _find_scale(edition: Edition, kind: Kind) -> Scale | None:
    return find_scale((edition.times[record.entity.id] for record in edition.by_kind[kind.name]), edition.axis)


def _group(shelf: _Shelf, scale: Scale | None, viewpoint: Viewpoint) -> RegisterGroupView:
    dossiers = viewpoint.edition.indexes.dossiers
    rows = tuple(_row(dossiers[entity.id], scale, viewpoint) for entity in shelf.entities)
    return RegisterGroupView(shelf.letter, shelf.anchor, rows)


def _row(dossier: Dossier, scale: Scale | None, viewpoint: Viewpoint) -> RegisterRowView:
    entity, entries = dossier.entity.entity, dossier.entries
    articles = {entry.article.slug for entry in entries if entry.article} | {
        article.slug for article in dossier.backlinks
    }
    so_far = dossier.so_far(viewpoint.edition.announced)
    first = month_parts(so_far.first.date, viewpoint.language) if so_far.first else ()
    last = month_parts(so_far.last.date, viewpoint.language) if so_far.last else ()
    return RegisterRowView(
        chip=viewpoint.chip(entity.id),
        anchor=entity.slug,
        remark=_remark(dossier, viewpoint),
        entries=len(entries),
        articles=len(articles),
        first=first,
        last=last,
        seen=first if first == last else span_parts(first, last, viewpoint.language),
        spark=draw_spark(entries, scale.axis, scale.most) if scale else None,
    )


def _remark(dossier: Dossier, viewpoint: Viewpoint) -> str:
    if dossier.parents:
        return viewpoint.words.gettext("part of {name}", name=viewpoint.edition.entity(dossier.parents[0]).name)
    return ", ".join(dossier.entity.entity.aliases)
