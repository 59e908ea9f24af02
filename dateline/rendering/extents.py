"""Turn a date into its extent: a small rule of a year, or years, on which what is known is drawn."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import count

from dateline.model.calendar import from_ordinal, to_ordinal
from dateline.model.date import DatePoint, HistoricalDate, Precision
from dateline.rendering.axis import day_span
from dateline.rendering.parts import ExtentView, ShapeView

WIDTH = 96
_MOST_TICKS = 12
_SOLID_TICK, _HOLLOW_TICK = 2.0, 4.0
_MANY = 1 << 14
_WHOLE = "M.5 1.5h95v6h-95z"


@dataclass(frozen=True, slots=True)
class _Rule:
    """Whole years laid out over the width of the extent."""

    first_year: int
    last_year: int

    def x(self, day: int) -> float:
        start, end = to_ordinal(self.first_year), to_ordinal(self.last_year + 1)
        return WIDTH * (day - start) / (end - start)


@lru_cache(_MANY)
def draw_extent(date: HistoricalDate) -> ExtentView:
    """Return the extent of a date: solid a day or a month, hollow what lies within limits, dashed an open end."""
    if not date.is_known:
        return ExtentView((ShapeView("dashed", _WHOLE),))
    first, last = day_span(date)
    rule = _Rule(from_ordinal(first)[0], from_ordinal(last)[0])
    return ExtentView((ShapeView("axis", _axis(rule)), *_dashes(date, rule), _known_part(date, rule)))


def _axis(rule: _Rule) -> str:
    """The rule, with a tick where a year (or ten, a hundred …) of several begins."""
    years = rule.last_year - rule.first_year
    step = next(10**power for power in count() if years <= _MOST_TICKS * 10**power)
    starts = range(rule.first_year + 1, rule.last_year + 1)
    aligned = range(starts.start + -starts.start % step, starts.stop, step)
    return "M0 7.5h96" + "".join(f"M{_number(rule.x(to_ordinal(year)))} 7.5v-3" for year in aligned)


def _dashes(date: HistoricalDate, rule: _Rule) -> tuple[ShapeView, ...]:
    if date.start is None and date.end:
        return (ShapeView("dashed", f"M0 4h{_number(rule.x(date.end.first_day))}"),)
    if date.end is None and date.start:
        return (ShapeView("dashed", f"M{_number(rule.x(date.start.last_day + 1))} 4H96"),)
    return ()


def _known_part(date: HistoricalDate, rule: _Rule) -> ShapeView:
    first, last = day_span(date)
    point = date.start if date.is_single or date.end is None else date.end if date.start is None else None
    style = "solid" if point and _is_sure(point) else "hollow"
    least = _SOLID_TICK if style == "solid" else _HOLLOW_TICK
    left, right = rule.x(first), rule.x(last + 1)
    width = max(least, right - left)
    left = min(left, WIDTH - width)
    if style == "solid":
        return ShapeView("solid", f"M{_number(left)} 0h{_number(width)}v8h-{_number(width)}z")
    left, width = max(left, 0.5), min(width, WIDTH - 1)
    return ShapeView("hollow", f"M{_number(left)} 1.5h{_number(width)}v6h-{_number(width)}z")


def _is_sure(point: DatePoint) -> bool:
    return point.precision >= Precision.MONTH and not point.is_qualified


def _number(value: float) -> str:
    """A number for a path, to a tenth: `74.4`, `3`, `0`."""
    return f"{value:.1f}".rstrip("0").rstrip(".")
