"""Hold what templates see of how a page is cited."""

from dateline.model.light import light


@light
class CiteView:
    """How the page is cited."""

    authors: str
    """Who wrote it, in words, with a closing mark: the article's authors, else the site's; may be empty."""
    title: str
    """The title with its closing mark."""
    date: str
    """When it was published and last corrected, in words; empty for a page without such a date."""
    permalink: str
    """The page's full URL, or its path from the site's root."""
    bibtex: str
    """An entry for BibTeX."""
    csl: str
    """The same as CSL-JSON, which Zotero and others read."""
