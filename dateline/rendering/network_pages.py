"""Turn who is in the same entries into a drawing of them, and a table that says the same."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.indexes.dates import year_of
from dateline.indexes.entries import Entry
from dateline.indexes.pairs import Pair, most_told
from dateline.indexes.records import Stamps
from dateline.indexes.relations import RelationEnd
from dateline.model.article import Status
from dateline.model.dataclass import dataclass
from dateline.model.names import EntityId
from dateline.model.urls import NETWORK
from dateline.rendering.counting import count_entries
from dateline.rendering.edition import Edition
from dateline.rendering.graph_layout import Place, lay_out
from dateline.rendering.keys import fold, ingredients, stamp, stamp_words
from dateline.rendering.linked_data import describe_page
from dateline.rendering.map_drawing import set_beside
from dateline.rendering.map_marks import Label, Spot, mark_size, place_labels
from dateline.rendering.map_views import MarkView
from dateline.rendering.network_views import NetworkRowView, NetworkView, StatedRowView, StatedView, TieView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.relation_rows import relation_words
from dateline.rendering.status_views import view_status
from dateline.rendering.tellers import comparison_url
from dateline.rendering.viewpoint import Viewpoint

WIDTH, HEIGHT = 800, 640
MOST_MARKS = 36
"""So many are drawn at most: those in most entries."""
MOST_TIES = 100
_SIZE = 0.7  # of a mark on a map: here there are lines between them, and they are to be seen
_WIDEST = 7.0  # units of the screen
_DOUBTFUL = (Status.ALLEGED, Status.DISPUTED, Status.DENIED, Status.RETRACTED)


Ends = tuple[EntityId, EntityId]
"""Two entities, the first by id first."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """The size of the drawing."""

    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class Network:
    """Who is drawn, and what ties them."""

    members: tuple[EntityId, ...]
    """Those in most entries first."""
    pairs: tuple[Pair, ...]
    """Those who are in the same entries, most of them first; of very many the first."""
    stated: Mapping[Ends, tuple[RelationEnd, ...]]
    """How two of them stand to each other, seen from the first by id."""
    years: Mapping[Ends, Counter[int]]
    """In how many entries of each year the two of a pair are together."""

    @property
    def rows(self) -> list[Pair]:
        """Every two who are tied: what is stated alone comes last."""
        together = {(pair.first, pair.second) for pair in self.pairs}
        return [*self.pairs, *(Pair(*ends, 0) for ends in sorted(self.stated) if ends not in together)]


def plan_network(edition: Edition) -> Iterator[PlannedPage]:
    """Return the page of the network; nothing where nobody is in an entry with anybody."""
    if edition.has_company:
        yield PlannedPage(
            NETWORK, "network.html", lambda: _network(edition), lambda stamps: _key(edition, stamps), "the network"
        )


def find_network(edition: Edition) -> Network:
    """Return who is drawn: those in most entries who share some with another one or are told to stand to them so."""
    return edition.memo.once(Network, lambda: _find(edition))


def _find(edition: Edition) -> Network:
    told = edition.indexes.dossiers.told
    chosen = most_told(told, MOST_MARKS)
    # They are among those of whom pairs are counted for comparisons.
    pairs = tuple(pair for pair in edition.counted if pair.first in chosen and pair.second in chosen)
    stated: dict[Ends, tuple[RelationEnd, ...]] = {}
    for identity in chosen:
        for end in edition.relations.of(identity):
            if end.other in chosen and identity < end.other:
                stated[identity, end.other] = (*stated.get((identity, end.other), ()), end)
    drawn = pairs[:MOST_TIES]
    tied = {identity for pair in drawn for identity in (pair.first, pair.second)}
    tied |= {identity for ends in stated for identity in ends}
    members = sorted(tied, key=lambda identity: (-len(told[identity]), identity))
    return Network(tuple(members), drawn, dict(sorted(stated.items())), _years_of(drawn, told))


def _key(edition: Edition, stamps: Stamps) -> bytes:
    parts = ingredients(edition, stamps)
    found = find_network(edition)
    told = edition.indexes.dossiers.told
    counts = [(identity, len(told[identity])) for identity in found.members]
    when = [sorted(years.items()) for years in found.years.values()]
    drawn = stamp([*found.pairs, counts, when, edition.pairs, list(found.stated.items())])
    return parts.page("network.html", drawn, _cards(found.members, parts.cards))


def _cards(members: Iterable[EntityId], cards: Mapping[EntityId, bytes]) -> bytes:
    listed = tuple(members)
    return fold(stamp_words(listed), *(cards[identity] for identity in listed))


def _network(edition: Edition) -> NetworkView:
    viewpoint = Viewpoint(edition, NETWORK)
    found, words = find_network(edition), viewpoint.words
    places = dict(zip(found.members, _lay_out(found), strict=True))
    standfirst = words.gettext(
        "{number} people, groups and places, those in most entries, and in how many they are together.",
        number=words.figures(len(found.members)),
    )
    return NetworkView(
        site=viewpoint.site(),
        head=describe_page(viewpoint.head(words.gettext("Network"), standfirst), viewpoint, standfirst),
        standfirst=standfirst,
        name=words.gettext("Who appears with whom"),
        width=WIDTH,
        height=HEIGHT,
        ties=tuple(_ties(found, places)),
        stated=tuple(_stated(found, places)),
        marks=tuple(_marks(found, places, viewpoint)),
        years=_span(found.years.values()),
        rows=tuple(_row(pair, found, viewpoint) for pair in found.rows),
    )


def _lay_out(found: Network) -> Sequence[Place]:
    """Where the members stand: they begin in the order of their ids, which says nothing of who is tied to whom."""
    order = sorted(found.members)
    numbers = {identity: number for number, identity in enumerate(order)}
    most = max((pair.entries for pair in found.pairs), default=1)
    ties = [
        (numbers[pair.first], numbers[pair.second], 0.5 + pair.entries / most if pair.entries else 0.5)
        for pair in found.rows
    ]
    placed = lay_out(len(order), ties, WIDTH, HEIGHT)
    return [placed[numbers[identity]] for identity in found.members]


def _years_of(pairs: Iterable[Pair], told: Mapping[EntityId, Sequence[Entry]]) -> Mapping[Ends, Counter[int]]:
    years: dict[Ends, Counter[int]] = {(pair.first, pair.second): Counter() for pair in pairs}
    for first in {first: None for first, _ in years}:
        others = {second for one, second in years if one == first}
        for entry in told[first]:
            year = year_of(entry.edtf)
            if year is not None:
                for second in others.intersection(entry.entities):
                    years[first, second][year] += 1
    return years


def _span(when: Iterable[Counter[int]]) -> tuple[str, ...]:
    years = {year for counts in when for year in counts}
    return tuple(map(str, range(min(years), max(years) + 1))) if len(years) > 1 else ()


def _when(counts: Mapping[int, int]) -> str:
    return " ".join(f"{year}:{number}" for year, number in sorted(counts.items()))


def _ties(found: Network, places: Mapping[EntityId, Place]) -> Iterator[TieView]:
    most = max((pair.entries for pair in found.pairs), default=1)
    numbers = {identity: number for number, identity in enumerate(found.members)}
    # The widest lie lowest, so that no narrow line is hidden.
    for pair in found.pairs:
        yield TieView(
            path=_line(places[pair.first], places[pair.second]),
            width=f"{1 + (_WIDEST - 1) * pair.entries / max(most, 5):.1f}",
            when=_when(found.years[pair.first, pair.second]),
            ends=f"{numbers[pair.first]} {numbers[pair.second]}",
        )


def _stated(found: Network, places: Mapping[EntityId, Place]) -> Iterator[StatedView]:
    for (first, second), ends in found.stated.items():
        is_doubtful = all(end.relation.status in _DOUBTFUL for end in ends)
        yield StatedView(_line(places[first], places[second]), is_doubtful)


def _line(one: Place, other: Place) -> str:
    return f"M{one[0]} {one[1]}L{other[0]} {other[1]}"


def _marks(found: Network, places: Mapping[EntityId, Place], viewpoint: Viewpoint) -> Iterator[MarkView]:
    edition = viewpoint.edition
    counts = [len(edition.indexes.dossiers.told[identity]) for identity in found.members]
    sizes = [mark_size(count, max(counts)) * _SIZE for count in counts]
    spots = [
        Spot(*places[identity], edition.entity(identity).name, count)
        for identity, count in zip(found.members, counts, strict=True)
    ]
    labels = place_labels(spots, sizes, Canvas())
    for identity, spot, size, label in zip(found.members, spots, sizes, labels, strict=True):
        yield _mark(identity, spot, size, label, viewpoint)


def _mark(identity: EntityId, spot: Spot, size: float, label: Label | None, viewpoint: Viewpoint) -> MarkView:
    chip = viewpoint.chip(identity)
    kind = viewpoint.edition.content.settings.kind(chip.kind)
    across, down, anchor = set_beside(label, size)
    return MarkView(
        chip=chip,
        name=f"{chip.kind_label}: {chip.name}, {count_entries(spot.weight, viewpoint.words)}",
        place=f"translate({spot.x:.0f} {spot.y:.0f})",
        shape=_shape(kind.mark, size),
        radius="",
        label=chip.name if label else "",
        label_x=f"{across:.1f}",
        label_y=f"{down:.1f}",
        anchor=anchor,
        zoom=label.zoom if label else 0,
    )


def _shape(mark: str, size: float) -> str:
    """The outline of a kind's mark, round 0, 0; a ring is a disc here."""
    half, whole = f"{size:.0f}", f"{2 * round(size):d}"
    if mark == "square":
        return f"M-{half} -{half}h{whole}v{whole}h-{whole}z"
    if mark == "triangle":
        return f"M0 -{half}L{half} {half}H-{half}z"
    if mark == "diamond":
        return f"M0 -{half}L{half} 0L0 {half}L-{half} 0z"
    return f"M-{half} 0a{half} {half} 0 1 0 {whole} 0a{half} {half} 0 1 0 -{whole} 0z"


def _row(pair: Pair, found: Network, viewpoint: Viewpoint) -> NetworkRowView:
    return NetworkRowView(
        first=viewpoint.chip(pair.first),
        second=viewpoint.chip(pair.second),
        count=viewpoint.words.figures(pair.entries),
        when=_when(found.years.get((pair.first, pair.second), {})),
        url=comparison_url(pair.first, pair.second, viewpoint),
        stated=tuple(
            StatedRowView(relation_words(end, viewpoint), view_status(end.relation.status, viewpoint.words))
            for end in found.stated.get((pair.first, pair.second), ())
        ),
    )
