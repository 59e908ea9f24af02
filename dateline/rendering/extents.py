"""Turn a date into its extent: a small rule of a year, or years, on which what is known is drawn."""

from functools import lru_cache
from itertools import count

from dateline.model.calendar import from_ordinal, to_ordinal
from dateline.model.dataclass import dataclass
from dateline.model.date import DatePoint, HistoricalDate, Precision
from dateline.rendering.axis import day_span
from dateline.rendering.parts import ExtentView, ShapeView

WIDTH = 96
_MOST_TICKS = 12
_TICK, _LEAST, _BOX = 2.0, 4.0, 8.0
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
    """Return the extent of a date: solid a day or a month, hollow what lies within limits, dashed an open end.

    A season is solid below; limits that are known are solid edges; what is only about right has pointed ends.
    """
    if not date.is_known:
        return ExtentView((ShapeView("dashed", _WHOLE),))
    first, last = day_span(date)
    rule = _Rule(from_ordinal(first)[0], from_ordinal(last)[0])
    return ExtentView((ShapeView("axis", _axis(rule)), *_dashes(date, rule), *_known_part(date, rule)))


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


def _known_part(date: HistoricalDate, rule: _Rule) -> tuple[ShapeView, ...]:
    point = date.start if date.is_single or date.end is None else date.end if date.start is None else None
    if point and _is_sure(point):
        left, width = _place(date, rule, _TICK)
        return (ShapeView("solid", f"M{_number(left)} 0h{_number(width)}v8h-{_number(width)}z"),)
    if any(end.is_qualified for end in (date.start, date.end) if end):
        return (_pointed(*_inside(*_place(date, rule, _BOX))),)
    if point is None:
        left, width = _inside(*_place(date, rule, _BOX))
        return (_box(left, width), _edges(left, width))
    left, width = _inside(*_place(date, rule, _LEAST))
    return (_box(left, width), *((_lower_half(left, width),) if point.precision is Precision.SEASON else ()))


def _place(date: HistoricalDate, rule: _Rule, least: float) -> tuple[float, float]:
    """Where a date begins on its rule, and how wide it is: `least` at least."""
    first, last = day_span(date)
    left, right = rule.x(first), rule.x(last + 1)
    width = max(least, right - left)
    return min(left, WIDTH - width), width


def _inside(left: float, width: float) -> tuple[float, float]:
    """The same so that a line around it stays within the rule."""
    return max(left, 0.5), min(width, WIDTH - 1)


def _box(left: float, width: float) -> ShapeView:
    return ShapeView("hollow", f"M{_number(left)} 1.5h{_number(width)}v6h-{_number(width)}z")


def _lower_half(left: float, width: float) -> ShapeView:
    """A season is known better than a year, and less well than a month."""
    return ShapeView("solid", f"M{_number(left)} 4.5h{_number(width)}v3h-{_number(width)}z")


def _edges(left: float, width: float) -> ShapeView:
    """The limits of a time are known where the day is not."""
    edge = "{} 0h2v8h-2z".format
    return ShapeView("solid", f"M{edge(_number(left))}M{edge(_number(left + width - 2))}")


def _pointed(left: float, width: float) -> ShapeView:
    """What is about right, or perhaps, has no firm edges."""
    between = _number(width - 4)
    return ShapeView("hollow", f"M{_number(left)} 4.5l2-3h{between}l2 3l-2 3h-{between}z")


def _is_sure(point: DatePoint) -> bool:
    return point.precision >= Precision.MONTH and not point.is_qualified


def _number(value: float) -> str:
    """A number for a path, to a tenth: `74.4`, `3`, `0`."""
    return f"{value:.1f}".rstrip("0").rstrip(".")
