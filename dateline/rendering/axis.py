"""Turn the dates of all entries into the axis that every chart of a site shares, and a date into its slots on it."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from dateline.indexes.dates import is_day, read_date, years_of
from dateline.indexes.entries import Entry
from dateline.model.calendar import from_ordinal
from dateline.model.date import HistoricalDate
from dateline.model.light import light
from dateline.rendering.date_words import period_words, span_words

MONTHS_UP_TO_YEARS = 25
"""Up to this many years, a slot is a month."""
MOST_SLOTS = 250
"""From there on a slot is a year, or ten, or a hundred: the first that makes no more slots than these."""
MOST_LABELS = 14

# Labels of other years are wider: AD 79, 44 BC, 12,000.
_FOUR_DIGITS = range(1000, 10_000)

_FEW, _MANY = 1 << 6, 1 << 14


@light
class Axis:
    """A span of whole years, cut into slots (for bars) and cells (for labels), each kind equally wide."""

    first_year: int
    """Astronomical, like every year here: 0 is 1 BC."""
    years: int
    """How many years the span holds: a multiple of `cell_years`."""
    slot_months: int
    """1, 12, 120 …"""
    cell_years: int
    """1, 2, 5, 10 …"""

    @property
    def slots(self) -> int:
        """How many slots there are."""
        return self.years * 12 // self.slot_months

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return self.years // self.cell_years

    def slot_of(self, day: int) -> int:
        """Return the slot (from 0) in which a day lies, by its day number."""
        year, month, _ = from_ordinal(day)
        return ((year - self.first_year) * 12 + month - 1) // self.slot_months

    def cell_of(self, year: int) -> int:
        """Return the cell (from 0) in which a year lies."""
        return (year - self.first_year) // self.cell_years

    def slot_words(self, slot: int, language: str) -> str:
        """Return the slot in words: `July 2022`, `1922`, `1850 to 1859`."""
        year, month = divmod(slot * self.slot_months, 12)
        if self.slot_months == 1:
            return period_words(self.first_year + year, language, month + 1)
        return years_words(self.first_year + year, self.slot_months // 12, language)


@light
class Footprint:
    """Where a date lies on an axis."""

    first: int
    """Its first slot, from 0."""
    last: int
    """Its last slot."""
    is_firm: bool
    """Whether the one slot is sure: nothing open, nothing approximate."""


def axis_of(entries: Iterable[Entry], within: Axis | None = None) -> Axis | None:
    """Return the axis on which all of these entries lie; None where none of them is dated.

    It is `within` where they lie on that one, and else an axis that holds that one too.
    """
    return axis_of_years({year for entry in entries for year in years_of(entry.edtf)}, within)


def axis_of_years(years: set[int], within: Axis | None = None) -> Axis | None:
    """Return the axis on which all of these years lie; else the same as `axis_of`."""
    if not years:
        return within
    if within:
        ends = {within.first_year, within.first_year + within.years - 1}
        if min(ends) <= min(years) and max(years) <= max(ends):
            return within
        years = years | ends
    first, last = min(years), max(years)
    cell = _cell_years(first, last)
    start, span = _round_out(first, last, cell)
    return Axis(start, span, _slot_months(last - first + 1), cell)


def day_span(date: HistoricalDate) -> tuple[int, int]:
    """Return the first and last day of what is known of a known date; where one end is open, of the other end alone."""
    point = date.anchor
    assert point is not None, "only known dates have days"  # noqa: S101 - callers sort the undated out
    first = point.first_day if date.first_day is None else date.first_day
    return first, point.last_day if date.last_day is None else date.last_day


@lru_cache(_FEW)
def footprints(axis: Axis) -> Mapping[str, Footprint]:
    """Return where known dates, in EDTF, lie on the axis: each is found when it is first asked for."""
    return _Footprints(axis)


class _Footprints(dict[str, Footprint]):
    """Where dates lie on one axis."""

    def __init__(self, axis: Axis) -> None:
        super().__init__()
        self._axis = axis

    def __missing__(self, edtf: str) -> Footprint:
        if len(self) == _MANY:
            self.clear()
        found = self[edtf] = (
            _footprint_of_day(edtf, self._axis) if is_day(edtf) else footprint(read_date(edtf), self._axis)
        )
        return found


def _footprint_of_day(edtf: str, axis: Axis) -> Footprint:
    """The same as `footprint`, of a plain day, without reading it: most dates are such days."""
    slot = ((int(edtf[:4]) - axis.first_year) * 12 + int(edtf[5:7]) - 1) // axis.slot_months
    return Footprint(slot, slot, is_firm=True)


def footprint(date: HistoricalDate, axis: Axis) -> Footprint:
    """Return where a known date lies on the axis."""
    first, last = (axis.slot_of(day) for day in day_span(date))
    return Footprint(first, last, first == last and is_bounded(date))


def is_bounded(date: HistoricalDate) -> bool:
    """Return whether both ends of a date are known, and neither is approximate or uncertain."""
    return all(point is not None and not point.is_qualified for point in (date.start, date.end))


def years_words(first: int, years: int, language: str) -> str:
    """Return some years in words: `1922`, `1850 to 1859`."""
    if years == 1:
        return period_words(first, language)
    return span_words(period_words(first, language), period_words(first + years - 1, language), language)


def _cell_years(first: int, last: int) -> int:
    """The smallest of 1, 2, 5, 10, 20 … that cuts the years into few enough cells for their labels."""
    most = MOST_LABELS if _FOUR_DIGITS.start <= first and last < _FOUR_DIGITS.stop else MOST_LABELS // 2
    power: int = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if _round_out(first, last, step)[1] <= most * step:
                return step
        power *= 10


def _round_out(first: int, last: int, cell: int) -> tuple[int, int]:
    """The first year and the number of years of the whole cells that hold the years."""
    # Before the year 1, round years are 100 BC (-99) and 1 BC (0): there cells begin a year later.
    offset = 1 if first <= 0 and cell > 1 else 0
    start = (first - offset) // cell * cell + offset
    return start, ((last - start) // cell + 1) * cell


def _slot_months(years: int) -> int:
    if years <= MONTHS_UP_TO_YEARS:
        return 1
    slot = 1
    while years > MOST_SLOTS * slot:
        slot *= 10
    return 12 * slot
