"""Turn linked texts into records: their prose into HTML that any page can show, their mentions into excerpts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from dateline.indexes.citations import record_citation
from dateline.indexes.excerpts import Excerpt, Sentences, excerpts_by_entity, naming_sentences, unmarked_excerpt
from dateline.indexes.records import (
    ROOT,
    ArticleRecord,
    ArticleText,
    CorrectionRecord,
    EntityRecord,
    EventRecord,
    PageRecord,
    Quotation,
    Quotations,
    Records,
    RoleRecord,
    Shelf,
    TextPart,
    Told,
    Trace,
    split_translations,
)
from dateline.linking.folding import fold_lines
from dateline.linking.ledger import ledger_lines
from dateline.linking.linked import Linked, LinkedArticle, LinkedEntity, LinkedEvent, LinkedPage, LinkedText
from dateline.linking.rules import BY_HAND
from dateline.model.date import HistoricalDate
from dateline.model.names import EntityId, Slug
from dateline.model.settings import Settings
from dateline.model.urls import article_url, entity_url, page_url
from dateline.rendering.prose import Apparatus, render_linked, render_linked_inline, render_parts
from dateline.rendering.recorded_notes import Notebook, number_notes, open_notebook, record_notes


def record_all(linked: Linked, settings: Settings) -> Records:
    """Return the records of everything that was linked, in the same order."""
    told = [(each.article.slug, *_tell(each, settings)) for each in linked.articles]
    articles, translations = split_translations(record for _, record, _, _ in told)
    pages, translated_pages = split_translations(record_page(page) for page in linked.pages)
    return Records(
        articles,
        tuple(record_entity(entity) for entity in linked.entities),
        pages,
        Shelf({slug: text for slug, _, text, _ in told}, {slug: said for slug, _, _, said in told}),
        translations=translations,
        translated_pages=translated_pages,
    )


def tell_article(linked: LinkedArticle, settings: Settings) -> Told:
    """Return all that an article gives a build."""
    trace = record_trace(linked.texts(), is_by_hand=bool(linked.article.pins))
    return Told(*_tell(linked, settings), trace)


def _tell(linked: LinkedArticle, settings: Settings) -> tuple[ArticleRecord, ArticleText, Quotations]:
    notebook, sentences = _notebook(linked), naming_sentences(linked.body)
    return (
        _record_article(linked, notebook.apparatus),
        _record_text(linked, notebook, sentences),
        _record_quotations(linked, settings, notebook.apparatus.numbers, sentences),
    )


def record_trace(texts: Iterable[LinkedText], *, is_by_hand: bool = False) -> Trace:
    """Return what the linked texts of one file leave behind; `is_by_hand` where the file pins names."""
    listed = list(texts)
    mentions = sorted((m for text in listed for m in text.mentions), key=lambda m: (m.place, m.part, m.start, m.end))
    words = fold_lines([block for text in listed for block in text.blocks])[0][1:-1]
    return Trace(ledger_lines(mentions), words, is_by_hand or any(mention.rule in BY_HAND for mention in mentions))


def _record_article(linked: LinkedArticle, apparatus: Apparatus) -> ArticleRecord:
    """What other pages than its own show of an article."""
    article = linked.article
    return ArticleRecord(
        path=article.path,
        location=article.location,
        slug=article.slug,
        title=_plain(linked.title),
        edtf=article.date.edtf,
        order=article.order,
        language=article.language,
        description=_plain(linked.summary),
        summary=_inline(linked.summary, apparatus),
        sources=tuple(map(record_citation, article.sources)),
        named=_count(linked.texts()),
        events=tuple(_event(event, position, apparatus) for position, event in enumerate(linked.events)),
        redirects=article.redirects,
        corrections=tuple(CorrectionRecord(each.date.edtf, each.note) for each in article.corrections),
        tags=article.tags,
    )


def _record_text(linked: LinkedArticle, notebook: Notebook, sentences: Sentences) -> ArticleText:
    """What only its own page and the feed show of an article; these sentences of its body name somebody."""
    article = linked.article
    notebook.apparatus.sentences = {linked.body.blocks[number]: said for number, said in sentences.items()}
    return ArticleText(
        body=_body(linked, notebook),
        notes=record_notes(notebook, linked.events),
        authors=article.authors,
        updated=_edtf(article.updated),
        picture=article.image,
        extra=article.extra,
    )


def _record_quotations(
    linked: LinkedArticle, settings: Settings, numbers: Mapping[str, int], sentences: Sentences
) -> Quotations:
    """What the article says of each entity that it names or lists."""
    whole_paragraphs = settings.excerpt == "paragraph"
    own = _own_excerpts(linked, numbers, sentences, whole_paragraphs=whole_paragraphs)
    told: defaultdict[EntityId, dict[Slug, tuple[Excerpt, ...]]] = defaultdict(dict)
    for event in linked.events:
        quoted = _quote(event, _involved(event), numbers, whole_paragraphs=whole_paragraphs)
        for entity, excerpts in quoted.items():
            told[entity][event.event.slug] = excerpts
    concerned = sorted({*_count(linked.texts()), *told})
    return {entity: Quotation(own.get(entity, ()), told.get(entity, {})) for entity in concerned}


def record_entity(linked: LinkedEntity) -> EntityRecord:
    """Return what pages show of an entity."""
    own, texts = linked.entity.id, list(linked.texts())
    notebook = open_notebook(texts, linked.body, entity_url(own))
    recorded = (_event(event, position, notebook.apparatus) for position, event in enumerate(linked.events))
    events = tuple(replace(each, entities=tuple(sorted({*each.entities, own}))) for each in recorded)
    return EntityRecord(
        entity=linked.entity,
        description=_plain(linked.summary),
        summary=_inline(linked.summary, notebook.apparatus),
        body=render_linked(notebook.body, ROOT, notebook.apparatus),
        events=events,
        quotations=_quote_all(linked.events, events, number_notes(texts)),
        notes=record_notes(notebook),
    )


def _quote_all(
    events: Iterable[LinkedEvent], records: Iterable[EventRecord], numbers: Mapping[str, int]
) -> Mapping[EntityId, Mapping[Slug, tuple[Excerpt, ...]]]:
    found: defaultdict[EntityId, dict[Slug, tuple[Excerpt, ...]]] = defaultdict(dict)
    for event, record in zip(events, records, strict=True):
        for entity, excerpts in _quote(event, record.entities, numbers).items():
            found[entity][record.slug] = excerpts
    return dict(sorted(found.items()))


def record_page(linked: LinkedPage) -> PageRecord:
    """Return what is shown of a page without a date."""
    page = linked.page
    notebook = open_notebook([linked.body], linked.body, page_url(page.slug))
    return PageRecord(
        location=page.location,
        slug=page.slug,
        title=page.title.text,
        summary=page.summary.text if page.summary else "",
        body=render_linked(notebook.body, ROOT, notebook.apparatus),
        extra=page.extra,
        redirects=page.redirects,
        notes=record_notes(notebook),
        language=page.language,
    )


def _notebook(linked: LinkedArticle) -> Notebook:
    article = linked.article
    return open_notebook(linked.texts(), linked.body, article_url(article.slug), tuple(article.citations()))


def _body(linked: LinkedArticle, notebook: Notebook) -> tuple[TextPart, ...]:
    by_line: dict[int | None, Slug] = {}
    by_line |= {each.event.heading: each.event.slug for each in linked.events if each.event.heading is not None}
    parts = render_parts(notebook.body, ROOT, by_line, notebook.apparatus)
    return tuple(TextPart(html, by_line.get(line), title, level) for html, line, title, level in parts)


def _plain(text: LinkedText | None) -> str:
    return " ".join(text.blocks) if text else ""


def _inline(text: LinkedText | None, apparatus: Apparatus) -> str:
    return render_linked_inline(text, ROOT, apparatus) if text else ""


def _count(texts: Iterable[LinkedText]) -> Mapping[EntityId, int]:
    counts = Counter(m.means for text in texts for m in text.mentions if m.means is not None)
    return dict(sorted(counts.items()))


def _event(linked: LinkedEvent, position: int, apparatus: Apparatus) -> EventRecord:
    event = linked.event
    return EventRecord(
        slug=event.slug,
        edtf=event.date.edtf,
        title=_plain(linked.title),
        text=_inline(linked.text, apparatus),
        entities=_involved(linked),
        places=event.places,
        roles=tuple(RoleRecord(each.entity, each.words, each.status, each.note) for each in event.roles),
        status=event.status,
        note=event.note,
        order=event.order,
        position=position,
        sources=tuple(map(record_citation, event.sources)),
        is_heading=event.heading is not None,
    )


def _involved(linked: LinkedEvent) -> tuple[EntityId, ...]:
    said = linked.section or linked.text
    texts = [linked.title, *([said] if said else [])]
    return tuple(sorted({*_count(texts), *linked.event.places, *linked.event.entities}))


def _own_excerpts(
    linked: LinkedArticle, numbers: Mapping[str, int], sentences: Sentences, *, whole_paragraphs: bool
) -> Mapping[EntityId, tuple[Excerpt, ...]]:
    """The sentences of summary and body but those told of events; for those whom they do not name, the title."""
    found = dict(excerpts_by_entity(linked.title))
    own: defaultdict[EntityId, tuple[Excerpt, ...]] = defaultdict(tuple)
    quote = partial(excerpts_by_entity, numbers=numbers, whole_paragraphs=whole_paragraphs)
    summary = quote(linked.summary) if linked.summary else {}
    for quoted in (summary, quote(linked.body, has_anchors=True, sentences=sentences)):
        for entity, excerpts in quoted.items():
            own[entity] += excerpts
    for event in linked.events if own else ():
        if event.section is not None:
            _leave_out(own, quote(event.title, has_anchors=True))
            _leave_out(own, _told_excerpts(event, numbers, whole_paragraphs=whole_paragraphs))
    return found | {entity: excerpts for entity, excerpts in own.items() if excerpts}


def _quote(
    event: LinkedEvent, entities: Iterable[EntityId], numbers: Mapping[str, int], *, whole_paragraphs: bool = False
) -> Mapping[EntityId, tuple[Excerpt, ...]]:
    """What an event says of each of these entities: its whole text of those whom that does not name."""
    marked = _told_excerpts(event, numbers, whole_paragraphs=whole_paragraphs)
    whole = (unmarked_excerpt(event.text, numbers),) if event.text else ()
    return {entity: marked.get(entity, whole) for entity in entities}


def _told_excerpts(
    event: LinkedEvent, numbers: Mapping[str, int], *, whole_paragraphs: bool
) -> Mapping[EntityId, tuple[Excerpt, ...]]:
    """What is said of each entity in the text of an event, or below the heading that tells of it."""
    if event.section is not None:
        return excerpts_by_entity(event.section, numbers, whole_paragraphs=whole_paragraphs, has_anchors=True)
    return excerpts_by_entity(event.text, numbers) if event.text else {}


def _leave_out(own: dict[EntityId, tuple[Excerpt, ...]], told: Mapping[EntityId, tuple[Excerpt, ...]]) -> None:
    for entity, excerpts in told.items():
        own[entity] = tuple(excerpt for excerpt in own[entity] if excerpt not in excerpts)


def _edtf(date: HistoricalDate | None) -> str:
    return date.edtf if date else ""
