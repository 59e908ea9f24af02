"""Say where the parts of a density strip lead: into the timeline, or to the lines of a dossier."""

from collections.abc import Callable, Mapping

from dateline.indexes.entries import Entry
from dateline.model.names import UrlPath
from dateline.rendering.charts import Routes
from dateline.rendering.sections import EntryPlace
from dateline.rendering.viewpoint import Viewpoint


def timeline_routes(viewpoint: Viewpoint, places: Mapping[str, EntryPlace]) -> Routes:
    """Return the routes from a page into a timeline on which entries stand at these places, by their ids.

    Bars lead to their month, labels to their year.
    """

    def to_period(entry: Entry) -> str:
        place = places[entry.id]
        return viewpoint.link(place.url, place.period)

    def to_year(entry: Entry) -> str:
        return _year_link(places[entry.id], viewpoint)

    return Routes(to_period, to_year)


def own_routes(viewpoint: Viewpoint, page_of: Callable[[Entry], UrlPath]) -> Routes:
    """Return the routes of a dossier: to the line of the entry itself, on the page where that stands."""

    def to_entry(entry: Entry) -> str:
        return viewpoint.link(page_of(entry), entry.id)

    return Routes(to_entry, to_entry)


def _year_link(place: EntryPlace, viewpoint: Viewpoint) -> str:
    return viewpoint.link(place.year_url, place.year if place.year_url == place.url else "")
