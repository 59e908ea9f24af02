"""Turn the articles whose words were edited into the outputs that show them: pages, dossiers, ledger, feeds."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from io import FileIO
from itertools import chain

from dateline.model.dataclass import dataclass
from dateline.model.names import EntityId, Slug
from dateline.model.translations import original_slug
from dateline.model.urls import MENTIONS, output_path
from dateline.publishing.brief import Brief
from dateline.publishing.brief_edition import ClosedError, Shelf
from dateline.publishing.brief_writing import BriefWriting
from dateline.publishing.journal import Journal
from dateline.publishing.keeping import LostError, changed_quotations, fetch
from dateline.publishing.kept import KeptArticle
from dateline.publishing.segments import SegmentReader
from dateline.publishing.staging import Staged, stage, stage_parts
from dateline.rendering.article_pages import plan_article
from dateline.rendering.dossier_pages import plan_dossier
from dateline.rendering.edition import Edition
from dateline.rendering.plan import PlannedPage
from dateline.rendering.planned_pages import render_page
from dateline.rendering.templates import TemplateSet

_MOST_PAGES = 250
"""More are made by several processes together, which this way knows nothing of."""
_CHUNK = 1 << 20  # bytes
_FEEDS = "dateline.publishing.touched_feeds"


@dataclass(frozen=True, slots=True)
class Edit:
    """An article that was edited."""

    path: str
    number: int
    """Its place among the articles of the state."""
    before: KeptArticle
    after: KeptArticle


@dataclass(frozen=True, slots=True)
class Touched:
    """What the outputs are made from."""

    brief: Brief
    journal: Journal
    shelf: Shelf
    """With the articles as they are now."""
    edition: Edition
    templates: TemplateSet
    segments: SegmentReader
    edits: tuple[Edit, ...]


def stage_touched(touched: Touched, writing: BriefWriting) -> tuple[list[Staged], list[str]]:
    """Make the outputs that may differ, let them wait for their places, and return them, and which of them are pages.

    Raises ClosedError where one has a fault, LostError, DatelineError, OSError.
    """
    pages = _plan(touched)
    if len(pages) > _MOST_PAGES or not pages.keys() <= writing.digests.keys():
        raise ClosedError("many pages, or new ones")
    staged = [_print(path, page, touched, writing) for path, page in pages.items()]
    return [*staged, *_stage_ledger(touched, writing), *_stage_feeds(touched, writing)], [*pages]


def _plan(touched: Touched) -> Mapping[str, PlannedPage]:
    edition, edits = touched.edition, touched.edits
    own = chain.from_iterable(_plan_article(touched, edit.after.record.slug) for edit in edits if _has_other_text(edit))
    saying: defaultdict[EntityId, set[Slug]] = defaultdict(set)
    for edit in edits:
        for identity in changed_quotations(edit.before, edit.after):
            saying[identity].add(edit.after.record.slug)
    by_id = edition.content.registry.by_id
    dossiers = chain.from_iterable(plan_dossier(edition, by_id[each], slugs) for each, slugs in sorted(saying.items()))
    return {output_path(page.url): page for page in (*own, *dossiers)}


def _has_other_text(edit: Edit) -> bool:
    return (edit.before.stamp, edit.before.text_stamp) != (edit.after.stamp, edit.after.text_stamp)


def _plan_article(touched: Touched, slug: Slug) -> Iterator[PlannedPage]:
    shelf, published = touched.shelf, touched.brief.orders.published
    place = published.index(shelf.number[original_slug(slug) or slug])
    before = shelf.record(published[place - 1]) if place else None
    after = shelf.record(published[place + 1]) if place + 1 < len(published) else None
    return plan_article(touched.edition, before, shelf.record(published[place]), after, {slug})


def _print(path: str, page: PlannedPage, touched: Touched, writing: BriefWriting) -> Staged:
    html, problems = render_page(touched.templates, page)
    if problems:
        raise ClosedError("a template has a fault")
    return stage(writing.staging, path, html, writing.digests[path])


def _stage_ledger(touched: Touched, writing: BriefWriting) -> Iterable[Staged]:
    """The mention ledger, where lines of it are others now."""
    segments = touched.segments
    before = {edit.path: fetch(edit.before.trace.ledger, segments) for edit in touched.edits}
    after = {edit.path: fetch(edit.after.trace.ledger, segments) for edit in touched.edits}
    if before == after:
        return []
    with (writing.output / MENTIONS).open("rb", buffering=0) as written:
        parts = _ledger_parts(_ledger_lengths(touched), written, before, after)
        return [stage_parts(writing.staging, MENTIONS, parts, writing.digests[MENTIONS])]


def _ledger_lengths(touched: Touched) -> Mapping[str, int]:
    """How many bytes the lines of each file take in the ledger as it stands, in its order."""
    changed = {path: article.trace.ledger.length for path, article in touched.journal.articles.items()}
    return {**touched.brief.ledger, **changed}


def _ledger_parts(
    lengths: Mapping[str, int], written: FileIO, before: Mapping[str, bytes], after: Mapping[str, bytes]
) -> Iterator[bytes]:
    """The ledger with other lines in the place of those of some files. Raises LostError where these stand elsewhere."""
    if sum(lengths.values()) != os.fstat(written.fileno()).st_size:
        raise LostError
    start = end = 0
    for path, length in lengths.items():
        if path in after:
            if b"".join(_read(written, end, end + length)) != before[path]:
                raise LostError
            yield from _read(written, start, end)
            yield after[path]
            start = end + length
        end += length
    yield from _read(written, start, end)


def _read(opened: FileIO, start: int, end: int) -> Iterator[bytes]:
    """What a file holds between two offsets, in chunks: a large file is copied twice as fast as when read at once."""
    opened.seek(start)
    while start < end:
        chunk = opened.read(min(_CHUNK, end - start))
        if not chunk:
            raise LostError
        start += len(chunk)
        yield chunk


def _stage_feeds(touched: Touched, writing: BriefWriting) -> Iterable[Staged]:
    """The feeds, where they hold one of the articles."""
    if not {edit.number for edit in touched.edits}.intersection(touched.brief.orders.latest):
        return []
    # Most articles are in no feed, and what makes feeds takes 25 ms to import.
    made = import_module(_FEEDS).make_feeds(touched.edition, [*map(touched.shelf.record, touched.brief.orders.latest)])
    return [stage(writing.staging, path, data, writing.digests[path]) for path, data in made.items()]
