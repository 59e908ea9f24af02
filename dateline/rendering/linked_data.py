"""Turn what a page shows into JSON-LD in the words of schema.org, for machines that read pages.

It says nothing that the page does not say. A date is told as a date only where ISO 8601 can say as much and no more
than is known; else it stays what it is, in EDTF. schema.org has no word for how sure a claim is: that is an
`additionalProperty`, so that an event never goes without it.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import urljoin

from dateline.indexes.corrections import latest_correction
from dateline.indexes.dates import read_date, sort_key
from dateline.indexes.entries import Entry
from dateline.indexes.records import (
    ROOT,
    ArticleRecord,
    ArticleText,
    CitationRecord,
    CorrectionRecord,
    RoleRecord,
)
from dateline.indexes.sources import bibliography
from dateline.model.date import HistoricalDate
from dateline.model.names import EntityId, UrlPath
from dateline.model.urls import HOME, article_url, entity_url, media_url
from dateline.rendering.parts import Html, LinkView
from dateline.rendering.shared_views import HeadView
from dateline.rendering.source_views import shown_sources
from dateline.rendering.tellers import title_of, told_at
from dateline.rendering.viewpoint import Viewpoint, web_url

Node = Mapping[str, object]
"""A thing and what is said of it: plain values, ready for JSON."""

Written = str
"""The same as JSON: what stands on many pages is written once for all of them."""

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def describe(head: HeadView, viewpoint: Viewpoint, node: Node | Written, trail: Sequence[LinkView] = ()) -> HeadView:
    """Return the head of a page with what machines read of it: the node of the page, and the pages above it."""
    graph = [node, *([_breadcrumbs(head.title, viewpoint, trail)] if trail else [])]
    return replace(head, linked_data=Html(_script(f'{{"@context":"https://schema.org","@graph":{write_list(graph)}}}')))


def page_node(kind: str, head: HeadView, viewpoint: Viewpoint, **more: object) -> Node:
    """Return the node of a page of this schema.org type; what is empty is left out."""
    own = {"url": _address(viewpoint, viewpoint.url), "name": head.title, "inLanguage": head.language}
    return make_node(kind, **own, isPartOf=_website(viewpoint), **more)


def describe_list(
    head: HeadView, viewpoint: Viewpoint, nodes: Sequence[Node | Written], trail: Sequence[LinkView] = ()
) -> HeadView:
    """Return the head of a page that lists things with what machines read of it."""
    page = page_node("CollectionPage", head, viewpoint)
    return describe(head, viewpoint, add_written(page, "mainEntity", _item_list(nodes)) if nodes else page, trail)


def describe_page(head: HeadView, viewpoint: Viewpoint, standfirst: str) -> HeadView:
    """Return the head of any other page with what machines read of it."""
    more = {"description": standfirst, **_versions("WebPage", viewpoint)}
    return describe(head, viewpoint, page_node("WebPage", head, viewpoint, **more))


def site_node(viewpoint: Viewpoint) -> Node:
    """Return the node of the whole site."""
    settings = viewpoint.edition.content.settings
    more = {"url": _address(viewpoint, HOME), "description": settings.description, "inLanguage": settings.language}
    return {**_website(viewpoint), **_filled(more)}


def article_node(article: ArticleRecord, text: ArticleText, entries: Iterable[Entry], viewpoint: Viewpoint) -> Node:
    """Return the node of an article on its own page: its events, what it rests on, what was wrong in it."""
    settings, rests_on = viewpoint.edition.content.settings, bibliography(article)
    return make_node(
        "Article",
        **_article_link(article, viewpoint),
        url=_address(viewpoint, article_url(article.slug)),
        description=article.description,
        inLanguage=article.language or settings.language,
        **_versions("Article", viewpoint),
        image=_address(viewpoint, media_url(text.picture.file)) if text.picture else "",
        dateModified=_modified(article, text),
        author=list(text.authors or settings.authors),
        isPartOf=_website(viewpoint),
        about=[_event(entry, viewpoint, _shown_works(entry), placed=True) for entry in entries if entry.event],
        mentions=[entity_link(identity, viewpoint) for identity in sorted(article.cast)],
        citation=[work_node(citation, viewpoint) for citation in rests_on],
        isBasedOn=[url for citation in rests_on if (url := web_url(citation.url))],
        correction=[correction_node(correction) for correction in article.corrections],
    )


def _versions(kind: str, viewpoint: Viewpoint) -> dict[str, object]:
    """What the page holds in its other languages: of a translation its original, of an original its translations."""
    versions = viewpoint.edition.versions.get(viewpoint.url, ())
    nodes = [
        make_node(kind, **{"@id": _address(viewpoint, each.url)}, inLanguage=each.language)
        for each in versions
        if each.url != viewpoint.url
    ]
    is_translation = bool(versions) and versions[0].url != viewpoint.url
    return {"translationOfWork": nodes[0]} if is_translation else {"workTranslation": nodes}


def entry_nodes(entries: Iterable[Entry], viewpoint: Viewpoint, *, placed: bool) -> list[Written]:
    """Return entries of a timeline, each with the article that tells it; `placed`: the page shows where they happened.

    They are alike on all pages of one language.
    """
    return [_entry_node(entry, viewpoint, placed=placed and bool(entry.places)) for entry in entries]


def _entry_node(entry: Entry, viewpoint: Viewpoint, *, placed: bool) -> Written:
    def write() -> Written:
        return _write(_entry(entry, viewpoint, placed=placed))

    return viewpoint.edition.memo.lately((Node, viewpoint.language, entry.id, placed), write)


def _write(node: Node | Written) -> Written:
    return node if isinstance(node, str) else _JSON.encode(node)


def write_list(nodes: Iterable[Node | Written]) -> Written:
    """Return things as a list in JSON."""
    return f"[{','.join(map(_write, nodes))}]"


def add_written(node: Node, name: str, written: Written) -> Written:
    """Return a thing as JSON with one more property, which is JSON already; something else is said of the thing."""
    return f'{_write(node)[:-1]},"{name}":{written}}}'


def _item_list(nodes: Sequence[Node | Written]) -> Written:
    """Things as a list in their order."""
    items = (
        f'{{"@type":"ListItem","position":{position},"item":{_write(node)}}}' for position, node in enumerate(nodes, 1)
    )
    whole = {"@type": "ItemList", "numberOfItems": len(nodes)}
    return add_written(whole, "itemListElement", write_list(items))


def entity_link(identity: EntityId, viewpoint: Viewpoint) -> Node:
    """Return an entity by its type, its page and its name."""
    return viewpoint.edition.memo.once((entity_link, identity), lambda: _entity_link(identity, viewpoint))


def article_link(article: ArticleRecord, viewpoint: Viewpoint, *, is_marked: bool = True) -> Node:
    """Return an article by its page, its headline and when it was published; `is_marked`: and that it was corrected."""
    is_corrected = is_marked and latest_correction(article)
    corrected = _address(viewpoint, article_url(article.slug), "corrections") if is_corrected else ""
    return make_node("Article", **_article_link(article, viewpoint), correction=corrected)


def correction_node(correction: CorrectionRecord, **more: object) -> Node:
    """Return what was wrong and is mended."""
    return make_node("CorrectionComment", text=correction.note, **_published(read_date(correction.date)), **more)


def _happened(date: HistoricalDate) -> dict[str, object]:
    """When something happened; what ISO 8601 cannot say is told in EDTF."""
    if not date.is_known:
        return {}
    return {"startDate": iso} if (iso := iso_date(date)) else {"temporalCoverage": date.edtf}


def _published(date: HistoricalDate) -> dict[str, object]:
    """When something was published; what ISO 8601 cannot say is told in EDTF."""
    if not date.is_known:
        return {}
    if iso := iso_date(date):
        return {"datePublished": iso}
    return {"additionalProperty": [property_value("datePublished", date.edtf)]}


def property_value(name: str, value: str) -> Node:
    """Return a fact for which schema.org has no word."""
    return make_node("PropertyValue", name=name, value=value)


def _entry(entry: Entry, viewpoint: Viewpoint, *, placed: bool) -> Node:
    teller = [article_link(entry.article, viewpoint)] if entry.article else []
    if entry.event is None:
        return teller[0]
    return _event(entry, viewpoint, [*teller, *_shown_works(entry)], placed=placed)


def _shown_works(entry: Entry) -> list[Node]:
    """The works that pages show with an event, by their addresses; what has none by who published it and its title."""
    if entry.event is None:
        return []
    shown = shown_sources(entry.event, entry.article) if entry.article else entry.event.sources
    works = [_short_work(citation) for citation in shown]
    return [work for index, work in enumerate(works) if work not in works[:index]]


def _short_work(citation: CitationRecord) -> Node:
    if url := web_url(citation.url):
        return make_node("CreativeWork", url=url)
    title = citation.title or PurePosixPath(citation.file).name
    return make_node("CreativeWork", name=title, author=list(citation.authors), publisher=citation.publisher)


def _event(entry: Entry, viewpoint: Viewpoint, tellers: list[Node], *, placed: bool) -> Node:
    address = _address(viewpoint, *told_at(entry, viewpoint))
    return make_node(
        "Event",
        **{"@id": address},
        name=title_of(entry, viewpoint.language),
        **_happened(read_date(entry.happened)),
        location=entity_link(entry.places[0], viewpoint) if placed and entry.places else None,
        additionalProperty=[property_value("status", entry.status.value)] if entry.status else [],
        about=[_role(role, viewpoint) for role in entry.roles],
        subjectOf=tellers,
    )


def _role(role: RoleRecord, viewpoint: Viewpoint) -> Node:
    """As what an entity took part in an event; how sure that is stands in the same words."""
    words = ", ".join(word for word in (role.words, role.status) if word)
    return make_node("Role", roleName=words, about=entity_link(role.entity, viewpoint), description=role.note)


def iso_date(date: HistoricalDate) -> str:
    """Return a date as ISO 8601 has it; '' where that would say less or more than is known.

    It has no word for about and perhaps, none for a zone by its name; and an interval is a time within which something
    happened, not one from whose start to whose end it lasted.
    """
    point = date.start if date.is_single else None
    if point is None or point.is_qualified or point.unspecified or (point.zone and point.offset is None):
        return ""
    return point.datetime_attribute


def _modified(article: ArticleRecord, text: ArticleText) -> str:
    """When the article was last brought up to date or corrected."""
    changes = [text.updated, *(correction.date for correction in article.corrections)]
    known = sorted((edtf for edtf in changes if edtf and iso_date(read_date(edtf))), key=sort_key)
    return iso_date(read_date(known[-1])) if known else ""


def work_node(citation: CitationRecord, viewpoint: Viewpoint) -> Node:
    """Return what something rests on."""
    dates = {"accessed": citation.accessed, "archived": citation.archived if citation.archive else ""}
    said = _published(read_date(citation.date)) if citation.date else {}
    extra = [property_value(name, value) for name, value in {**dates, "at": citation.at}.items() if value]
    return make_node(
        "CreativeWork",
        name=citation.title,
        author=list(citation.authors),
        publisher=citation.publisher,
        **{**said, "additionalProperty": [*_list(said.get("additionalProperty")), *extra]},
        pagination=citation.pages,
        inLanguage=citation.language,
        url=web_url(citation.url),
        archivedAt=web_url(citation.archive),
        encoding=_file(citation, viewpoint) if citation.file else None,
    )


def _file(citation: CitationRecord, viewpoint: Viewpoint) -> Node:
    return make_node(
        "MediaObject",
        name=PurePosixPath(citation.file).name,
        contentUrl=_address(viewpoint, media_url(citation.file)) if citation.is_published else "",
        sha256=viewpoint.edition.records.digests.get(citation.file, ""),
    )


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _entity_link(identity: EntityId, viewpoint: Viewpoint) -> Node:
    entity = viewpoint.edition.entity(identity)
    kind = viewpoint.edition.content.settings.kind(entity.kind).schema_type
    return make_node(kind, **{"@id": _address(viewpoint, entity_url(identity))}, name=entity.name)


def _article_link(article: ArticleRecord, viewpoint: Viewpoint) -> dict[str, object]:
    address = _address(viewpoint, article_url(article.slug))
    return {"@id": address, "headline": article.title, **_published(article.date)}


def _website(viewpoint: Viewpoint) -> dict[str, object]:
    title = viewpoint.edition.content.settings.title
    return {"@type": "WebSite", "@id": _address(viewpoint, HOME), "name": title}


def _breadcrumbs(title: str, viewpoint: Viewpoint, trail: Sequence[LinkView]) -> Node:
    here = _address(viewpoint, viewpoint.url)
    steps = [*((link.label, _full(link.url, here, viewpoint)) for link in trail), (title, here)]
    items = [make_node("ListItem", position=n, name=name, item=item) for n, (name, item) in enumerate(steps, start=1)]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _full(url: str, here: str, viewpoint: Viewpoint) -> str:
    """The full URL of what a link of the page leads to; relative where the site has no base URL."""
    base = viewpoint.edition.base_url
    if not base:
        return url
    return base + url.removeprefix(ROOT) if url.startswith(ROOT) else urljoin(here, url)


def _address(viewpoint: Viewpoint, target: UrlPath, anchor: str = "") -> str:
    """The full URL of a page, or of a place on it; relative where the site has no base URL."""
    if base := viewpoint.edition.base_url:
        return f"{base}{target}" + (f"#{anchor}" if anchor else "")
    return viewpoint.link(target, anchor)


def make_node(kind: str, **said: object) -> dict[str, object]:
    """Return a thing of this schema.org type; what is empty is not said."""
    return {"@type": kind, **_filled(said)}


def _filled(said: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in said.items() if value not in (None, "", [])}


def _script(text: Written) -> str:
    """JSON that no element of HTML can end (HTML, "Restrictions for contents of script elements")."""
    for letter, escaped in _ESCAPED.items():
        text = text.replace(letter, escaped)
    return text
