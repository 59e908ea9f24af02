"""Turn entries in order into the years and periods that a timeline is read by."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

from dateline.indexes.dates import filed_under, read_date
from dateline.indexes.entries import Entry
from dateline.model.date import Precision, write_year
from dateline.model.light import light

_MANY = 1 << 12


@light
class Period:
    """A month of entries, those of a season, or those of which only the year (or decade) is known."""

    anchor: str
    """`p2019-10`, `p2019` (month not given), `p2001-21` (a season), `p201X`, `p-0043`, `pundated`."""
    year: int | None
    month: int | None
    """1 to 12; None: not given."""
    edtf: str
    """What is known of it: `2019-10`, `2019`, `2001-21`, `201X`; empty for the undated."""
    entries: tuple[Entry, ...]


@light
class Year:
    """The periods of one year; of a decade or century that entries name no year of; or the undated."""

    anchor: str
    """`y2019`, `y201X`, `undated`."""
    edtf: str
    """`2019`, `201X`; empty for the undated."""
    periods: tuple[Period, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of its entries, in order."""
        return tuple(entry for period in self.periods for entry in period.entries)

    @property
    def count(self) -> int:
        """How many they are."""
        return sum(len(period.entries) for period in self.periods)


@light
class Timeline:
    """All entries in order, and the same by year and period; the undated last."""

    entries: tuple[Entry, ...]
    years: tuple[Year, ...]


def build_timeline(entries: Iterable[Entry]) -> Timeline:
    """Return the timeline of entries that stand in their order already."""
    ordered = tuple(entries)
    periods = [_period(text, tuple(group)) for text, group in groupby(ordered, key=_period_text)]
    years = [_year(tuple(group)) for _, group in groupby(periods, key=_year_text)]
    return Timeline(ordered, tuple(years))


def _period(text: str, entries: tuple[Entry, ...]) -> Period:
    if not text:
        return Period("pundated", None, None, "", entries)
    year, month = _year_and_month(text)
    return Period(f"p{text}", year, month, text, entries)


@lru_cache(_MANY)
def _year_and_month(text: str) -> tuple[int | None, int | None]:
    """Of a period: neither is given of a decade, no month of a season."""
    found = read_date(text)
    return (None, None) if found.precision in (Precision.CENTURY, Precision.DECADE) else (found.year, found.month)


def _year(periods: tuple[Period, ...]) -> Year:
    text = _year_text(periods[0])
    return Year(f"y{text}" if text else "undated", text, periods)


def _period_text(entry: Entry) -> str:
    return filed_under(entry.edtf)


def _year_text(period: Period) -> str:
    return period.edtf if period.year is None else write_year(period.year)
