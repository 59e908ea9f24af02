"""Turn those with whom an entity appears into a ranked list whose every number opens the entries that prove it."""

from collections.abc import Mapping, Sequence

from dateline.indexes.dossiers import Companion, Dossier
from dateline.indexes.entries import Entry
from dateline.model.light import light
from dateline.model.names import EntityId, UrlPath
from dateline.reading.references import PLACE
from dateline.rendering.charts import draw_bar
from dateline.rendering.counting import entry_noun
from dateline.rendering.date_words import DatePart, date_parts
from dateline.rendering.keys import Ingredients, fold, stamp
from dateline.rendering.parts import ChipView, StatusView
from dateline.rendering.sections import EntryPlace
from dateline.rendering.status_views import view_status
from dateline.rendering.tellers import comparison_url, language_of, shown_date, title_of
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.volumes import own_places

MOST_COMPANIONS = 30
MOST_PROOFS = 10
"""So many entries stand below the number of a companion at most: the latest."""
MOST_AROUND = 8


@light
class ProofView:
    """An entry in which two entities are."""

    title: str
    """Its title."""
    url: str
    """Its line in this dossier, with the sentences that name the entity."""
    date: tuple[DatePart, ...]
    """When it is dated."""
    language: str
    """Its language where that is not the page's own; else empty."""
    status: StatusView | None
    """How sure the claim is; None: not told. Who took part as what stands in that line."""


@light
class CompanionView:
    """Somebody with whom an entity appears."""

    chip: ChipView
    """Who."""
    count: str
    """In how many entries, in figures."""
    unit: str
    """What is counted, for speech: `entries`."""
    bar: str
    """The path of its bar; the chart is 100 by 8 units."""
    proofs: tuple[ProofView, ...]
    """These entries, in order; of very many the latest."""
    earlier: str
    """How many more there are, earlier ones, in figures; empty: none."""
    comparison: str
    """The page that compares the two; empty: there is none."""


def view_companions(dossier: Dossier, viewpoint: Viewpoint) -> tuple[CompanionView, ...]:
    """Return with whom an entity appears, those with whom it does most first."""
    shown = dossier.companions[:MOST_COMPANIONS]
    shared = _shared_entries(dossier, shown)
    latest = {other: entries[-MOST_PROOFS:] for other, entries in shared.items()}
    # One entry proves several: each of them is made once.
    proving = {entry.id: entry for entries in latest.values() for entry in entries}
    places = own_places(viewpoint.edition, dossier.entity.entity.id)
    made = {name: _proof(entry, _page_in(places, entry, viewpoint), viewpoint) for name, entry in proving.items()}
    proofs = {other: tuple(made[entry.id] for entry in entries) for other, entries in latest.items()}
    return tuple(_view(each, dossier, proofs[each.entity], shown[0].entries, viewpoint) for each in shown)


def company_key(dossier: Dossier, parts: Ingredients) -> bytes:
    """Return the digest of what both lists show, but for the words of the entries that prove it."""
    shown = dossier.companions[:MOST_COMPANIONS]
    latest = {other: entries[-MOST_PROOFS:] for other, entries in _shared_entries(dossier, shown).items()}
    counted = [(each.entity, each.entries, [entry.id for entry in latest[each.entity]]) for each in shown]
    around = _around(dossier)
    cards = map(parts.cards.__getitem__, (*(each.entity for each in shown), *around))
    return fold(stamp((counted, around)), *cards)


def list_around(dossier: Dossier, viewpoint: Viewpoint) -> tuple[ChipView, ...]:
    """Return the places that are in most of the entries of a place, without those inside and around that are told."""
    return tuple(map(viewpoint.chip, _around(dossier)))


def _around(dossier: Dossier) -> list[EntityId]:
    entity, by_id = dossier.entity.entity, dossier.registry.by_id
    if entity.kind != PLACE:
        return []
    told = {*dossier.parents, *dossier.children}
    found = (each.entity for each in dossier.companions if by_id[each.entity].kind == PLACE)
    return [identity for identity in found if identity not in told][:MOST_AROUND]


def _shared_entries(dossier: Dossier, shown: Sequence[Companion]) -> Mapping[EntityId, list[Entry]]:
    shared: dict[EntityId, list[Entry]] = {each.entity: [] for each in shown}
    for entry in dossier.told:
        for identity in entry.entities:
            if identity in shared:
                shared[identity].append(entry)
    return shared


def _view(
    each: Companion, dossier: Dossier, proofs: tuple[ProofView, ...], most: int, viewpoint: Viewpoint
) -> CompanionView:
    earlier = each.entries - MOST_PROOFS
    return CompanionView(
        chip=viewpoint.chip(each.entity),
        count=viewpoint.words.figures(each.entries),
        unit=entry_noun(each.entries, viewpoint.words),
        bar=draw_bar(each.entries, most),
        proofs=proofs,
        earlier=viewpoint.words.figures(earlier) if earlier > 0 else "",
        comparison=comparison_url(dossier.entity.entity.id, each.entity, viewpoint),
    )


def _page_in(places: Mapping[str, EntryPlace], entry: Entry, viewpoint: Viewpoint) -> UrlPath:
    """The page of the dossier on which an entry stands."""
    place = places.get(entry.id)
    return place.url if place else viewpoint.url


def _proof(entry: Entry, page: UrlPath, viewpoint: Viewpoint) -> ProofView:
    return ProofView(
        title=title_of(entry, viewpoint.language),
        url=viewpoint.link(page, entry.id),
        date=date_parts(shown_date(entry), viewpoint.language, short=False),
        language=language_of(entry, viewpoint),
        status=view_status(entry.status, viewpoint.words),
    )
