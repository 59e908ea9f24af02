"""Turn the files below `pages/` into pages without a date, and translations of them."""

from collections.abc import Mapping

from dateline.model.article import Page
from dateline.model.names import Slug
from dateline.model.problem import Code, Problem
from dateline.model.settings import Settings
from dateline.model.translations import translated_slug
from dateline.reading.redirects import read_redirects
from dateline.reading.settings import RESERVED_FOLDERS
from dateline.reading.source_file import (
    SourceFile,
    claim_slug,
    list_below,
    name_of,
    open_source,
    read_slug,
    read_title,
    tell_duplicate_slugs,
)
from dateline.reading.translations import Standing, read_language, settle_translations, split_language

PAGES_FOLDER = "pages"


def read_pages(
    texts: Mapping[str, bytes], settings: Settings, folder: str
) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Return the pages of the content folder in the order of their slugs, and what is wrong with their files."""
    sources = [
        open_source(path, texts[path], folder, day_first=settings.day_first) for path in list_below(texts, PAGES_FOLDER)
    ]
    slugs = [(source, _read_slug(source)) for source in sources]
    usable = [(source, slug) for source, slug in slugs if slug]
    late = tell_duplicate_slugs(usable)
    pages = {source.path: _read_page(source, slug) for source, slug in usable}
    for source, slug in usable:
        _tell_collision(source, slug, settings)
    standings = [_stand(source, pages[source.path]) for source, _ in usable]
    left_out, unmatched = settle_translations(standings, pages.keys() - late, settings.language, "page")
    problems = (problem for source in sources for problem in source.findings.problems)
    kept = (page for path, page in pages.items() if path not in late | left_out)
    return tuple(sorted(kept, key=lambda page: page.slug)), (*problems, *unmatched)


def _read_slug(source: SourceFile) -> Slug | None:
    base, tag = split_language(source.path)
    slug = read_slug(source, name_of(base))
    return translated_slug(slug, tag) if slug and tag else slug


def _stand(source: SourceFile, page: Page) -> Standing:
    return Standing(page.path, page.slug, claim_slug(source, page.slug).location, "", page.language)


def _read_page(source: SourceFile, slug: Slug) -> Page:
    base, tag = split_language(source.path)
    title, body = read_title(source, name_of(base), "title")
    return Page(
        path=source.path,
        slug=slug,
        title=title,
        body=body,
        location=source.findings.locate(None),
        summary=source.form.passage("summary"),
        language=read_language(source.form, tag),
        redirects=read_redirects(source.form),
        keys=source.form.places(),
        extra=source.form.close(),
    )


def _tell_collision(source: SourceFile, slug: Slug, settings: Settings) -> None:
    if slug in (*RESERVED_FOLDERS, *(kind.folder for kind in settings.kinds)):
        message = f"the page would take the place of /{slug}/, which Dateline writes"
        source.findings.add(Code.URL_COLLISION, message, None, "give it another slug:")
