"""Turn the list of pages into what search engines ask for: a sitemap (sitemaps.org 0.9) and robots.txt."""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from dateline.model.names import UrlPath
from dateline.model.settings import Settings
from dateline.model.urls import NOT_FOUND, SITEMAP
from dateline.rendering.versions import Versions, named_versions

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(outputs: Iterable[str], settings: Settings, versions: Versions) -> bytes:
    """Return the sitemap of the HTML pages among these output paths, in their order, as UTF-8.

    The protocol wants full URLs; where the site has no base URL they start at the root of whatever domain serves it.
    A page that there is in several languages names all of them, itself among them, as Google's extension has it:
    https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap
    """
    ET.register_namespace("", _NAMESPACE)
    ET.register_namespace("xhtml", _XHTML)
    urlset = ET.Element(f"{{{_NAMESPACE}}}urlset")
    for url in page_urls(outputs):
        page = ET.SubElement(urlset, f"{{{_NAMESPACE}}}url")
        ET.SubElement(page, f"{{{_NAMESPACE}}}loc").text = _full(url, settings)
        for each in named_versions(versions.get(url, ())):
            said = {"rel": "alternate", "hreflang": each.language, "href": _full(each.url, settings)}
            ET.SubElement(page, f"{{{_XHTML}}}link", said)
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
