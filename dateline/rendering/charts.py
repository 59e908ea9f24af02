"""Turn entries into charts as plain geometry: paths in the units of their viewBox, and the words for each bar."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import starmap
from typing import NamedTuple

from dateline.indexes.dates import is_known, year_of
from dateline.indexes.entries import Entry
from dateline.indexes.silences import Silence
from dateline.model.dataclass import dataclass
from dateline.model.date import Precision
from dateline.rendering.axis import Axis, Footprint, footprints, years_words
from dateline.rendering.counting import count_entries, entry_noun
from dateline.rendering.date_phrases import find_phrases, mark_phrase
from dateline.rendering.date_words import full_words, period_words, span_words
from dateline.rendering.parts import BarView, ShapeView, SparkView, StripView, TickLabelView
from dateline.rendering.words import Words, message

STRIP_WIDTH, STRIP_HEIGHT = 1000, 100
SPARK_WIDTH, SPARK_HEIGHT = 60, 10
RANKED_WIDTH = 100
MOST_SPARK_BARS = 30
"""Up to this many years, a spark has a bar per year; then one per label of the axis."""

_FEW, _MANY = 1 << 6, 1 << 14
_FULLEST = 89.0
_LOWEST = 2.0
_FEW_LABELS = 7
_SLOTS = {
    1: (
        message("Entries by month"),
        message("Each bar is a month and leads to it. Solid: dated to the month or better."),
    ),
    12: (
        message("Entries by year"),
        message("Each bar is a year and leads to it. Solid: dated to the year or better."),
    ),
    120: (
        message("Entries by decade"),
        message("Each bar is a decade and leads to it. Solid: dated to the decade or better."),
    ),
    1200: (
        message("Entries by century"),
        message("Each bar is a century and leads to it. Solid: dated to the century or better."),
    ),
}
_YEARS = (
    message("Entries by {years} years"),
    message("Each bar is {years} years and leads to them. Solid: dated to these years or better."),
)


class _Canvas(NamedTuple):
    """What bars stand in: how high that is, and the least that one rises; both in the units of its chart."""

    height: float
    lowest: float


_STRIP, _SPARK = _Canvas(STRIP_HEIGHT, _LOWEST), _Canvas(SPARK_HEIGHT, 1.5)

_Tongue = tuple[str, Words]
"""The language of a page, and the words of its interface."""

Route = Callable[[Entry], str]
"""Where a chart leads for the sake of an entry: a URL relative to the page."""


@dataclass(frozen=True, slots=True)
class Routes:
    """Where the parts of a strip lead."""

    bar: Route
    """From a bar, given its first entry."""
    label: Route
    """From a label, given the first entry above it."""


def draw_strip(
    entries: Iterable[Entry],
    axis: Axis | None,
    routes: Routes,
    language: str,
    words: Words,
    silence: Silence | None = None,
) -> StripView | None:
    """Return the density strip of entries in their order; None where there are no entries to draw."""
    listed = tuple(entries)
    dated = [entry for entry in listed if is_known(entry.edtf)]
    undated = [entry for entry in listed if not is_known(entry.edtf)] if len(dated) < len(listed) else []
    if axis is None or not dated:
        return None
    stacks = _stack(dated, axis)
    scale = _FULLEST / max(len(undated), *(len(stack) for stack in stacks.values()))
    ordered = sorted(stacks.items(), key=lambda item: (item[0][0] - item[0][1], item[0][0]))
    name, caption = slot_words(axis, words)
    return StripView(
        name=name,
        axis=_strip_axis(axis),
        bars=tuple(_bar(stack, axis, scale, routes.bar, (language, words)) for _, stack in ordered),
        labels=_labels(dated, axis, routes.label, (language, words)),
        first_month=axis.first_year * 12,
        slot_months=axis.slot_months,
        slots=axis.slots,
        density=_label_density(axis, language),
        undated=_undated_bar(undated, scale, routes.bar, (language, words)) if undated else None,
        undated_label=_undated_label(undated, routes.label, (language, words)) if undated else None,
        silence=_silence(silence, axis) if silence else None,
        caption=caption,
    )


def draw_spark(entries: Iterable[Entry], axis: Axis, most: int) -> SparkView:
    """Return the spark of an entity's entries; `most` is what the fullest bar of all sparks beside it stands for."""
    listed = tuple(entries)
    step = spark_years(axis)
    width = SPARK_WIDTH / (axis.years // step)
    shapes = [ShapeView("axis", f"M0 {SPARK_HEIGHT}h{SPARK_WIDTH}")]
    for place, stack in spark_stacks(listed, axis).items():
        shapes += _spark_bar(stack, axis, place * width, width, 9 / most)
    undated = sum(not is_known(entry.edtf) for entry in listed)
    if undated:
        shapes.append(ShapeView("dashed", _box(63, 6, SPARK_HEIGHT, max(_SPARK.lowest, min(9, undated * 9 / most)))))
    return SparkView(_joined(shapes))


def spark_years(axis: Axis) -> int:
    """Return how many years a bar of a spark stands for."""
    return 1 if axis.years <= MOST_SPARK_BARS else axis.cell_years


def spark_stacks(entries: Iterable[Entry], axis: Axis) -> Mapping[int, list[Entry]]:
    """Return the dated entries by the place of their bar in a spark, from 0."""
    stacks: dict[int, list[Entry]] = {}
    for entry in entries:
        year = year_of(entry.edtf)
        if year is not None:
            stacks.setdefault(spark_place(year, axis), []).append(entry)
    return stacks


def spark_place(year: int, axis: Axis) -> int:
    """Return the place of the bar in which a date of this year counts, from 0."""
    return (year - axis.first_year) // spark_years(axis)


def slot_words(axis: Axis, words: Words) -> tuple[str, str]:
    """Return what a strip shows, and how to read it: these tell what a slot of its axis is."""
    name, caption = _SLOTS.get(axis.slot_months, _YEARS)
    years = words.figures(axis.slot_months // 12)
    rest = words.gettext("Hollow: within these limits, or about then. Dashed: no date at all.")
    return words.gettext(name, years=years), f"{words.gettext(caption, years=years)} {rest}"


def draw_bar(number: int, most: int) -> str:
    """Return the path of a bar in a ranked list; `most` fills it."""
    width = max(_LOWEST, RANKED_WIDTH * number / most) if number else 0.0
    return f"M0 0h{_number(width)}v8H0z"


def _silence(silence: Silence, axis: Axis) -> ShapeView | None:
    """A line between the two bars, with its ends; None where they touch."""
    slot = STRIP_WIDTH / axis.slots
    left = (footprints(axis)[silence.before.edtf].last + 1) * slot
    right = footprints(axis)[silence.after.edtf].first * slot
    if right - left < slot:
        return None
    ends = "".join(f"M{_number(end)} 80v20" for end in (left, right))
    return ShapeView("silence", f"M{_number(left)} 90H{_number(right)}{ends}")


def _stack(entries: Iterable[Entry], axis: Axis) -> dict[tuple[int, int], list[tuple[Entry, Footprint]]]:
    stacks: dict[tuple[int, int], list[tuple[Entry, Footprint]]] = {}
    places = footprints(axis)
    for entry in entries:
        place = places[entry.edtf]
        stacks.setdefault((place.first, place.last), []).append((entry, place))
    return stacks


@lru_cache(_FEW)
def _strip_axis(axis: Axis) -> str:
    step = STRIP_WIDTH / axis.cells
    ticks = "".join(f"M{_number(step * cell)} 100v-4" for cell in range(1, axis.cells))
    return f"M0 100h{STRIP_WIDTH}{ticks}"


def _bar(stack: list[tuple[Entry, Footprint]], axis: Axis, scale: float, route: Route, tongue: _Tongue) -> BarView:
    entries = [entry for entry, _ in stack]
    first, last = stack[0][1].first, stack[0][1].last
    firm = sum(place.is_firm for _, place in stack)
    shapes = _bar_shapes(first, last, axis.slots, firm, len(stack) - firm, scale)
    when = _slots_words(entries, first, last, axis, tongue[0])
    return BarView(route(entries[0]), f"{when}: {count_entries(len(stack), tongue[1])}", shapes)


@lru_cache(_MANY)
def _bar_shapes(first: int, last: int, slots: int, firm: int, loose: int, scale: float) -> tuple[ShapeView, ...]:
    slot = STRIP_WIDTH / slots
    left, width = first * slot, (last - first + 1) * slot
    inset = slot / 10 if first == last else min(slot / 10, 1)
    shapes = _tower(left + inset, width - 2 * inset, firm, loose, scale, _STRIP)
    if first < last:
        return shapes
    return ShapeView("hit", f"M{_number(left)} 0h{_number(width)}v100h-{_number(width)}z"), *shapes


def _tower(left: float, width: float, firm: int, loose: int, scale: float, canvas: _Canvas) -> tuple[ShapeView, ...]:
    """A solid box for what is sure to lie here, and on top of it a hollow one for what may lie here."""
    solid = max(canvas.lowest, firm * scale) if firm else 0.0
    shapes = [ShapeView("solid", _box(left, width, canvas.height, solid))] if firm else []
    if loose:
        shapes.append(ShapeView("hollow", _box(left, width, canvas.height - solid, max(canvas.lowest, loose * scale))))
    return tuple(shapes)


def _slots_words(entries: list[Entry], first: int, last: int, axis: Axis, language: str) -> str:
    if first == last:
        return axis.slot_words(first, language)
    dates = {entry.date.edtf for entry in entries}
    date = entries[0].date
    if all(entry.date.is_single and entry.date.precision is Precision.YEAR for entry in entries):
        return find_phrases(language).bare_year.format(period_words(date.year or 0, language))
    if len(dates) == 1:
        return full_words(date, language)
    return span_words(axis.slot_words(first, language), axis.slot_words(last, language), language)


def _labels(entries: list[Entry], axis: Axis, route: Route, tongue: _Tongue) -> tuple[TickLabelView, ...]:
    cells: dict[int, list[Entry]] = {cell: [] for cell in range(axis.cells)}
    for entry in entries:
        cells[axis.cell_of(year_of(entry.edtf) or 0)].append(entry)
    return tuple(_label(cell, inside, axis, route, tongue) for cell, inside in cells.items())


def _label(cell: int, inside: list[Entry], axis: Axis, route: Route, tongue: _Tongue) -> TickLabelView:
    language, words = tongue
    first = axis.first_year + cell * axis.cell_years
    if not inside:
        return _bare_label(period_words(first, language))
    unit = entry_noun(len(inside), words)
    if axis.cell_years > 1:
        unit += f", {years_words(first, axis.cell_years, language)}"
    return TickLabelView(period_words(first, language), route(inside[0]), words.figures(len(inside)), unit)


@lru_cache(_MANY)
def _bare_label(label: str) -> TickLabelView:
    return TickLabelView(label, "", "", "")


def _label_density(axis: Axis, language: str) -> str:
    """How tightly the labels stand: by their number, wide ones (`400 BC`) counting double."""
    wide = len(period_words(axis.first_year, language)) > len("2019")
    return "few" if axis.cells * (2 if wide else 1) <= _FEW_LABELS else "some"


def _undated_bar(entries: list[Entry], scale: float, route: Route, tongue: _Tongue) -> BarView:
    height = max(_LOWEST, len(entries) * scale)
    shapes = (ShapeView("hit", "M0 0h100v100H0z"), ShapeView("dashed", _box(1, 98, STRIP_HEIGHT, height)))
    name = f"{period_words(None, tongue[0])}: {count_entries(len(entries), tongue[1])}"
    return BarView(route(entries[0]), name, shapes)


def _undated_label(entries: list[Entry], route: Route, tongue: _Tongue) -> TickLabelView:
    (language, words), number = tongue, len(entries)
    undated = period_words(None, language)
    label = mark_phrase(undated[:1].lower() + undated[1:], language)
    return TickLabelView(label, route(entries[0]), words.figures(number), entry_noun(number, words))


def _spark_bar(stack: list[Entry], axis: Axis, left: float, width: float, scale: float) -> tuple[ShapeView, ...]:
    places = footprints(axis)
    firm = sum(places[entry.edtf].is_firm for entry in stack)
    gap = width / 10
    return _tower(left + gap, width - 2 * gap, firm, len(stack) - firm, scale, _SPARK)


def _joined(shapes: Iterable[ShapeView]) -> tuple[ShapeView, ...]:
    """One path for all of a style: a list draws hundreds of bars before its page shows."""
    paths: dict[str, str] = {}
    for shape in shapes:
        paths[shape.style] = paths.get(shape.style, "") + shape.path
    return tuple(starmap(ShapeView, paths.items()))


def _box(left: float, width: float, bottom: float, height: float) -> str:
    across, up = _number(width), _number(height)
    return f"M{_number(left)} {_number(bottom)}v-{up}h{across}v{up}z"


@lru_cache(_MANY)
def _number(value: float) -> str:
    """A number for a path, to a hundredth: `12.5`, `3`, `0`."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
