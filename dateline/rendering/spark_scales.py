"""Turn the dates that each row of a list stands for into the scale that the sparks of all its rows share."""

from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.indexes.dates import years_of
from dateline.model.dataclass import dataclass
from dateline.rendering.axis import Axis, axis_of_years
from dateline.rendering.charts import spark_place, spark_years
from dateline.rendering.words import Words, message

_TITLES = {
    1: message("By year, undated"),
    10: message("By decade, undated"),
    100: message("By century, undated"),
}


@dataclass(frozen=True, slots=True)
class Scale:
    """What all sparks of a list share."""

    axis: Axis
    most: int
    """How many entries its fullest bar stands for; the undated of a row are a bar too."""


def find_scale(rows: Iterable[Sequence[str]], within: Axis | None) -> Scale | None:
    """Return the scale of rows, each the dates (EDTF) of its entries; None where there is no year to draw.

    `within` is the axis to use, where all of them lie on it.
    """
    found = tuple(rows)
    spans = {edtf: years_of(edtf) for edtf in set().union(*found)}
    axis = axis_of_years(set().union(*spans.values()), within)
    if axis is None:
        return None
    bars = {edtf: spark_place(years[0], axis) if years else None for edtf, years in spans.items()}
    return Scale(axis, max((max(Counter(map(bars.__getitem__, own)).values()) for own in found if own), default=1))


def scale_title(scale: Scale | None, words: Words) -> str:
    """Return the heading above sparks: what a bar stands for."""
    years = spark_years(scale.axis) if scale else 1
    title = _TITLES.get(years)
    return words.gettext(title) if title else words.gettext("By {years} years, undated", years=words.figures(years))
