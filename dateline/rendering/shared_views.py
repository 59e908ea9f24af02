"""Hold what every template sees: the site, and what the head of its page says."""

from collections.abc import Mapping

from dateline.model.light import light
from dateline.rendering.parts import Html, LinkView


@light
class SiteView:
    """What every page shares; in every view as `site`."""

    title: str
    """The site's title."""
    description: str
    """The site's description; may be empty."""
    notice: str
    """A sentence for the foot of every page; may be empty."""
    root: str
    """What leads from the page to the site's root, with a slash at its end: `../../`, `./`."""
    base_url: str
    """Where the site is published, with a slash at its end; empty where nobody has said."""
    navigation: tuple[LinkView, ...]
    """The links in the head of the page."""
    footer: tuple[LinkView, ...]
    """The links at its foot."""
    feed: str
    """The feed, relative to the page."""
    policy: str
    """The Content-Security-Policy of every page."""
    has_kind_styles: bool
    """Whether `assets/kinds.css` exists: the site draws kinds that the stylesheet does not know."""
    has_cards: bool
    """Whether `cards/` exists: what `assets/cards.js` says of linked names."""
    is_preview: bool
    """Whether the page is built for the preview server and loads `assets/preview.js`."""
    is_offline: bool
    """Whether the site is opened from a folder: when a page is done, addresses of folders get `index.html`."""
    generator: str
    """The program that made the page: `Dateline 1.0`."""
    extra: Mapping[str, object]
    """What `site.toml` says beyond what Dateline knows."""
    labels: str = ""
    """The language of the labels, where nobody has translated them into that of the page; else ''."""
    language: str = ""
    """The language of the site, where it is not that of the page; else ''."""


@light
class AlternateView:
    """The address of a page in one language, for search engines."""

    language: str
    """A BCP 47 tag; `x-default`: for all who ask for none of them."""
    url: str
    """Its full URL; relative to the page where the site has no base URL."""


@light
class HeadView:
    """What the head of one page says; in every view as `head`."""

    title: str
    """The page's title, as its `h1` has it."""
    window_title: str
    """The title for the browser's window."""
    description: str
    """A sentence or two about the page, in plain text."""
    canonical: str
    """Its full URL, empty where the site has no base URL; of a page that has moved, the URL of the new place."""
    language: str
    """A BCP 47 tag."""
    direction: str
    """`ltr` or `rtl`."""
    image: str
    """The full URL of the picture that stands for the page where it is shared; empty where there is none."""
    image_alt: str
    """What that picture shows."""
    linked_data: Html
    """What machines read of the page: JSON-LD, for a `<script type="application/ld+json">`; may be empty."""
    alternates: tuple[AlternateView, ...] = ()
    """The page in all its languages, itself among them; none where there is but one."""
    labels: str = "en"
    """The language of the labels on the page: another than its own where nobody has translated them into that."""
