"""Plan sites from short texts, and say of each page its key and its bytes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b

from support.site import OPTIONS, theme_templates

from dateline.indexes.dossiers import index_records
from dateline.indexes.records import Records
from dateline.linking.linker import link_content
from dateline.model.names import EntityId, Slug
from dateline.model.source import Options, Sources
from dateline.reading.content import read_content
from dateline.rendering.data_page import material_of
from dateline.rendering.edition import Edition, make_edition
from dateline.rendering.exports.pieces import Reads
from dateline.rendering.pages import plan_site, render_page
from dateline.rendering.pieced import PIECED
from dateline.rendering.recording import record_all
from dateline.rendering.templates import TemplateSet


class WrittenStamps:
    """Digests of how Python writes records down."""

    def __init__(self, records: Records) -> None:
        """Take the records."""
        self._library = records.library
        self._articles = {record.slug: record for record in (*records.articles, *records.translations)}
        self._entities = {record.entity.id: record for record in records.entities}
        self._pages = {record.slug: record for record in (*records.pages, *records.translated_pages)}

    def article(self, slug: Slug) -> bytes:
        """Return the digest of the record of an article."""
        return _digest(self._articles[slug])

    def nameless(self, slug: Slug) -> bytes:
        """Return the digest of that record but for whom the article names."""
        return _digest(replace(self._articles[slug], named={}))

    def text(self, slug: Slug) -> bytes:
        """Return the digest of what only the article's own page shows."""
        return _digest(self._library.text(slug))

    def quotation(self, slug: Slug, entity: EntityId) -> bytes:
        """Return the digest of what the article says of an entity."""
        return _digest(self._library.quotation(slug, entity))

    def quotations(self, slug: Slug) -> Mapping[EntityId, bytes]:
        """Return the digests of what the article says of each entity that it names or lists."""
        return {entity: self.quotation(slug, entity) for entity in self._articles[slug].cast}

    def entity(self, identity: EntityId) -> bytes:
        """Return the digest of the record of an entity."""
        return _digest(self._entities[identity])

    def page(self, slug: Slug) -> bytes:
        """Return the digest of the record of a page without a date."""
        return _digest(self._pages[slug])


@dataclass(frozen=True, slots=True)
class KeyedPage:
    """A page and its key."""

    key: bytes
    html: bytes


def keyed_pages(
    files: Mapping[str, str], options: Options = OPTIONS, templates: Mapping[str, bytes] | None = None
) -> dict[str, KeyedPage]:
    """Return the pages of these files of a content folder by their output paths."""
    texts = {path: text.encode() for path, text in files.items()}
    content, _ = read_content(Sources(texts), options)
    linked, _ = link_content(content)
    records = record_all(linked, content.settings)
    used = theme_templates() | dict(templates or {})
    plan = plan_site(
        content, records, index_records(records, content.registry, life=content.settings.life_events), used, {}, options
    )
    stamps, template_set = WrittenStamps(records), _template_set(tuple(sorted(used.items())))
    return {path: KeyedPage(page.key(stamps), render_page(template_set, page)[0]) for path, page in plan.pages.items()}


def edition_of(files: Mapping[str, str], options: Options = OPTIONS, others: frozenset[str] = frozenset()) -> Edition:
    """Return what the pages of these files of a content folder are made from; `others` are its files without text."""
    texts = {path: text.encode() for path, text in files.items()}
    content, _ = read_content(Sources(texts, others), options)
    linked, _ = link_content(content)
    records = record_all(linked, content.settings)
    return make_edition(
        content, records, index_records(records, content.registry, life=content.settings.life_events), options, {}
    )


def pieced_files(files: Mapping[str, str]) -> dict[str, list[tuple[bytes, bytes]]]:
    """Return the files of data that are joined from pieces: of each piece its key, if any, and its bytes."""
    edition = edition_of(files)
    material, settings = material_of(edition), edition.content.settings
    reads = Reads(material, WrittenStamps(edition.records), _digest(settings))
    return {
        path: [(piece.key(reads) if piece.key else b"", piece.make()) for piece in cut(material)]
        for path, cut in PIECED.items()
    }


@lru_cache(4)
def _template_set(templates: tuple[tuple[str, bytes], ...]) -> TemplateSet:
    """Templates take longer to compile than small sites to render."""
    return TemplateSet(dict(templates), "templates")


def _digest(value: object) -> bytes:
    return blake2b(repr(value).encode(), digest_size=16).digest()
