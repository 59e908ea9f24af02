"""Hold a page that is to be rendered: its URL, its template, how its view is made, its key, and whence it comes."""

from collections.abc import Callable

from dateline.indexes.records import Stamps
from dateline.model.light import light
from dateline.model.names import UrlPath
from dateline.model.problem import Location
from dateline.rendering.views import View


@light
class PlannedPage:
    """A page that is to be rendered."""

    url: UrlPath
    template: str
    """Its name: `article.html`."""
    make_view: Callable[[], View]
    """Returns what the template sees; called when the page's turn comes, so that not all views are held at once."""
    key: Callable[[Stamps], bytes]
    """Returns the digest of all that view and template read: with the same key the page has the same bytes."""
    maker: str
    """What makes it, for problems: a source file, or `the timeline`."""
    location: Location | None = None
    """The source file, where there is one."""
    leads_to: UrlPath | None = None
    """Where the page has moved; None: it is here."""
    root: str = ""
    """What leads from it to the site's root, where its URL does not tell: the 404 page is shown at any depth."""
