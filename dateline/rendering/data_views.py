"""Hold what `data.html` sees: the files of data that the site has, and what their fields mean."""

from dateline.model.light import light
from dateline.rendering.cite_views import CiteView
from dateline.rendering.shared_views import HeadView, SiteView


@light
class DataFieldView:
    """A field of a table."""

    name: str
    """Its name."""
    type: str
    """Its type: `string`, `number`, `integer`, `boolean`, `array`."""
    about: str
    """What it says."""


@light
class DataFileView:
    """A file of data."""

    name: str
    """Its name: `entries.json`."""
    url: str
    """Where it is, relative to the page."""
    form: str
    """What it is written in: `JSON`."""
    about: str
    """What it holds."""
    count: str
    """How much of it there is, in figures: `18`, or `15 of 18`; may be empty."""


@light
class DataTableView:
    """A table, which one file holds as JSON and another one as CSV."""

    anchor: str
    """Its `id`."""
    title: str
    """Its name."""
    about: str
    """What a row is."""
    fields: tuple[DataFieldView, ...]
    """Its fields."""


@light
class DataView:
    """What `data.html` sees: which files of data there are, and what their fields mean."""

    site: SiteView
    """What every page shares."""
    head: HeadView
    """The head of the page."""
    standfirst: str
    """What this is."""
    files: tuple[DataFileView, ...]
    """The files."""
    tables: tuple[DataTableView, ...]
    """The tables that they hold."""
    cite: CiteView
    """How the page is cited."""
