"""Hold what the template of the search page sees."""

from dateline.model.light import light
from dateline.rendering.parts import LinkView
from dateline.rendering.shared_views import HeadView, SiteView


@light
class SearchView:
    """What `search.html` sees: the page that shows what was searched for."""

    site: SiteView
    """What every page shares."""
    head: HeadView
    """The head of the page."""
    standfirst: str
    """What can be found."""
    full_text: bool
    """Whether there is an index of all texts, which `assets/full-text.js` asks."""
    registers: tuple[LinkView, ...]
    """Where a reader without scripts finds the same."""
