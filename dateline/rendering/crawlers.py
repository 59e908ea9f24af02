"""Turn the list of pages into what search engines ask for: a sitemap (sitemaps.org 0.9) and robots.txt."""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from dateline.model.names import UrlPath
from dateline.model.settings import Settings
from dateline.model.urls import NOT_FOUND, SITEMAP

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(outputs: Iterable[str], settings: Settings) -> bytes:
    """Return the sitemap of the HTML pages among these output paths, in their order, as UTF-8.

    The protocol wants full URLs; where the site has no base URL they start at the root of whatever domain serves it.
    """
    ET.register_namespace("", _NAMESPACE)
    urlset = ET.Element(f"{{{_NAMESPACE}}}urlset")
    for url in page_urls(outputs):
        ET.SubElement(ET.SubElement(urlset, f"{{{_NAMESPACE}}}url"), f"{{{_NAMESPACE}}}loc").text = _full(url, settings)
    ET.indent(urlset)
    text: str = ET.tostring(urlset, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def page_urls(outputs: Iterable[str]) -> tuple[UrlPath, ...]:
    """Return the URL paths of the pages that readers are to find among these output paths, sorted."""
    pages = (path for path in outputs if path.endswith(".html") and path != NOT_FOUND)
    return tuple(sorted(UrlPath(path.removesuffix("index.html")) for path in pages))


def robots(settings: Settings) -> bytes:
    """Return a robots.txt (RFC 9309) that welcomes everybody and, where it can, names the sitemap."""
    pointer = f"Sitemap: {_full(SITEMAP, settings)}\n" if settings.base_url else ""
    return f"User-agent: *\nAllow: /\n{pointer}".encode()


def _full(url: UrlPath, settings: Settings) -> str:
    return f"{settings.base_url or '/'}{url}"
