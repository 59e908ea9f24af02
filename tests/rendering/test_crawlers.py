"""Search engines are told which pages there are."""

from dateline.model.settings import Settings
from dateline.rendering.crawlers import page_urls, robots, sitemap

OUTPUTS = ["people/x/index.html", "index.html", "404.html", "assets/style.css", "feed.xml"]


def test_pages_are_listed_but_not_the_one_for_lost_readers() -> None:
    """Sorted, directory URLs, no stylesheets."""
    assert page_urls(OUTPUTS) == ("", "people/x/")


def test_the_sitemap_has_full_urls() -> None:
    """Where the base URL is known; else they start at the root."""
    assert b"<loc>https://example.org/r/people/x/</loc>" in sitemap(
        OUTPUTS, Settings(base_url="https://example.org/r/")
    )
    assert b"<loc>/people/x/</loc>" in sitemap(OUTPUTS, Settings())


def test_robots_are_welcome() -> None:
    """And are led to the sitemap where it has an address."""
    assert robots(Settings()) == b"User-agent: *\nAllow: /\n"
    assert robots(Settings(base_url="https://example.org/")).endswith(b"Sitemap: https://example.org/sitemap.xml\n")
