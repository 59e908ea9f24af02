"""Turn the files below `pages/` into pages without a date."""

from collections.abc import Mapping

from dateline.model.article import Page
from dateline.model.names import Slug
from dateline.model.problem import Code, Problem
from dateline.model.settings import Settings
from dateline.reading.redirects import read_redirects
from dateline.reading.settings import RESERVED_FOLDERS
from dateline.reading.source_file import (
    SourceFile,
    list_below,
    open_source,
    read_slug,
    read_title,
    tell_duplicate_slugs,
)

PAGES_FOLDER = "pages"


def read_pages(
    texts: Mapping[str, bytes], settings: Settings, folder: str
) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Return the pages of the content folder in the order of their slugs, and what is wrong with their files."""
    sources = [
        open_source(path, texts[path], folder, day_first=settings.day_first) for path in list_below(texts, PAGES_FOLDER)
    ]
    slugs = [(source, read_slug(source, source.name)) for source in sources]
    usable = [(source, slug) for source, slug in slugs if slug]
    late = tell_duplicate_slugs(usable)
    pages = [_read_page(source, slug) for source, slug in usable]
    for source, slug in usable:
        _tell_collision(source, slug, settings)
    problems = (problem for source in sources for problem in source.findings.problems)
    kept = (page for page in pages if page.path not in late)
    return tuple(sorted(kept, key=lambda page: page.slug)), tuple(problems)


def _read_page(source: SourceFile, slug: Slug) -> Page:
    title, body = read_title(source, source.name, "title")
    location = source.findings.locate(None)
    summary = source.form.passage("summary")
    redirects = read_redirects(source.form)
    keys = source.form.places()
    return Page(source.path, slug, title, body, location, summary, redirects, keys, source.form.close())


def _tell_collision(source: SourceFile, slug: Slug, settings: Settings) -> None:
    if slug in (*RESERVED_FOLDERS, *(kind.folder for kind in settings.kinds)):
        message = f"the page would take the place of /{slug}/, which Dateline writes"
        source.findings.add(Code.URL_COLLISION, message, None, "give it another slug:")
