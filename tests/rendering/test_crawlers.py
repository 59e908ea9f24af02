"""Search engines are told which pages there are."""

from xml.etree import ElementTree as ET

from dateline.model.names import UrlPath
from dateline.model.settings import Settings
from dateline.rendering.crawlers import page_urls, robots, sitemap
from dateline.rendering.versions import Version

OUTPUTS = ["people/x/index.html", "index.html", "404.html", "assets/style.css", "feed.xml"]


def test_pages_are_listed_but_not_the_one_for_lost_readers() -> None:
    """Sorted, directory URLs, no stylesheets."""
    assert page_urls(OUTPUTS) == ("", "people/x/")


def test_the_sitemap_has_full_urls() -> None:
    """Where the base URL is known; else they start at the root."""
    assert b"<loc>https://example.org/r/people/x/</loc>" in sitemap(
        OUTPUTS, Settings(base_url="https://example.org/r/"), {}
    )
    assert b"<loc>/people/x/</loc>" in sitemap(OUTPUTS, Settings(), {})


def test_what_there_is_in_several_languages_names_all_of_them() -> None:
    """On the page of each, itself among them; nothing is said of any other page."""
    storm = (Version("en", UrlPath("storm/")), Version("ar", UrlPath("storm/ar/")))
    outputs = [*OUTPUTS, "storm/index.html", "storm/ar/index.html"]
    base = "https://example.org/"
    tree = ET.fromstring(sitemap(outputs, Settings(base_url=base), {each.url: storm for each in storm}))  # noqa: S314
    found = {
        page[0].text: [(link.tag, link.get("rel"), link.get("hreflang"), link.get("href")) for link in page[1:]]
        for page in tree
    }
    link = "{http://www.w3.org/1999/xhtml}link"
    named = [
        (link, "alternate", language, f"{base}{path}")
        for language, path in (("en", "storm/"), ("ar", "storm/ar/"), ("x-default", "storm/"))
    ]
    assert found == {f"{base}{url}": named if url.startswith("storm") else [] for url in page_urls(outputs)}


def test_robots_are_welcome() -> None:
    """And are led to the sitemap where it has an address."""
    assert robots(Settings()) == b"User-agent: *\nAllow: /\n"
    assert robots(Settings(base_url="https://example.org/")).endswith(b"Sitemap: https://example.org/sitemap.xml\n")
