"""Turn a date of each form into a line of the legend, which says how such dates are drawn."""

from dateline.indexes.dates import read_date
from dateline.rendering.edition import Edition
from dateline.rendering.extents import draw_extent
from dateline.rendering.legend_views import LegendView
from dateline.rendering.words import message

_FORMS = (
    ("2019-05-17", message("a day: a tick")),
    ("2019-05", message("a month: a solid block")),
    ("2019-22", message("a season: a box that is solid below")),
    ("2019", message("a year, or more: a hollow box; the day lies within")),
    ("2019-04-10/2019-08-20", message("between two dates: a hollow box with solid edges")),
    ("2019-07~", message("about then, or perhaps then: a hollow box with pointed ends")),
    ("../2019-05-17", message("no later than that, or no earlier: dashes on the open side")),
    ("unknown", message("no date at all: an empty dashed box")),
)
"""One of each form that is drawn in its own way."""


def make_legend(edition: Edition) -> tuple[LegendView, ...]:
    """Return the lines of the legend in the language of the site."""
    say = edition.words().gettext
    lines = (LegendView(draw_extent(read_date(edtf)), say(text)) for edtf, text in _FORMS)
    return edition.memo.once(LegendView, lambda: tuple(lines))
