"""Turn slugs and ids into the URL paths of their pages."""

from collections.abc import Iterable
from urllib.parse import quote

from dateline.model.names import EntityId, Slug, UrlPath

HOME = UrlPath("")
TIMELINE = UrlPath("timeline/")
PUBLISHED = UrlPath("timeline/published/")
"""The timeline by when its entries were published; years and the undated have other names below `timeline/`."""
ARTICLES = UrlPath("articles/")
MAP = UrlPath("map/")
NOT_FOUND = UrlPath("404.html")
FEED = UrlPath("feed.xml")
JSON_FEED = UrlPath("feed.json")
SOURCES = UrlPath("sources/")
TAGS = UrlPath("tags/")
STATUSES = UrlPath("statuses/")
ENTRIES = UrlPath("entries/")
CORRECTIONS = UrlPath("corrections/")
CORRECTIONS_FEED = UrlPath("corrections.xml")
PRINT = UrlPath("print/")
"""The chronology to print, cut as the timeline is."""
SEARCH = UrlPath("search/")
FULL_TEXT = UrlPath("pagefind/")
"""Where the index of all texts is, if there is one."""
SEARCH_INDEX = UrlPath("search/names.js")
ENTRY_INDEX = UrlPath("timeline/entries.js")
ENTRY_TEXTS = UrlPath("timeline/texts.js")
CARDS = UrlPath("cards/")
COMPARE = UrlPath("compare/")
NETWORK = UrlPath("network/")
SITEMAP = UrlPath("sitemap.xml")
ROBOTS = UrlPath("robots.txt")
DATA = UrlPath("data/")
MENTIONS = UrlPath("data/mentions.jsonl")
ASSETS = UrlPath("assets/")
MEDIA = UrlPath("media/")
"""Files of the content folder that pages use."""


def article_url(slug: Slug) -> UrlPath:
    """Return where an article is read."""
    return UrlPath(f"{ARTICLES}{slug}/")


def entity_url(identity: EntityId) -> UrlPath:
    """Return where an entity's dossier is."""
    return UrlPath(f"{identity}/")


def compare_url(first: EntityId, second: EntityId) -> UrlPath:
    """Return the URL path of the page that compares two entities: `compare/people.ana--groups.guard/`."""
    return UrlPath(f"{COMPARE}{first.replace('/', '.')}--{second.replace('/', '.')}/")


def register_url(folder: str) -> UrlPath:
    """Return where the register of the kind with this folder is."""
    return UrlPath(f"{folder}/")


def entry_url(name: str) -> UrlPath:
    """Return where an event has a page of its own, by the id of its entry."""
    return UrlPath(f"{ENTRIES}{name}/")


def tag_url(slug: Slug) -> UrlPath:
    """Return where the entries with a tag are listed."""
    return UrlPath(f"{TAGS}{slug}/")


def media_url(file: str) -> UrlPath:
    """Return where a file of the content folder is published, by its path below that."""
    return UrlPath(f"{MEDIA}{quote(file)}")


def page_url(slug: Slug) -> UrlPath:
    """Return where a page without a date is."""
    return UrlPath(f"{slug}/")


def page_urls_by_file(
    articles: Iterable[tuple[str, Slug]], entities: Iterable[tuple[str, EntityId]], pages: Iterable[tuple[str, Slug]]
) -> dict[str, UrlPath]:
    """Return where the page of each Markdown file is, by the file's path; each is given with its slug or id."""
    return {
        **{path: article_url(slug) for path, slug in articles},
        **{path: entity_url(identity) for path, identity in entities},
        **{path: page_url(slug) for path, slug in pages},
    }


def output_path(url: UrlPath) -> str:
    """Return the file that serves this URL path: `index.html` in a folder, else the path itself."""
    return f"{url}index.html" if not url or url.endswith("/") else str(url)


def root_from(url: UrlPath) -> str:
    """Return the relative URL that leads from the page with this URL path to the site's root: `../../`, or `./`."""
    return "../" * url.count("/") or "./"
