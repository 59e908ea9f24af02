"""Turn content into texts with links and a ledger of every mention."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field, replace
from itertools import chain

from dateline.linking.decisions import Scope, decide_text
from dateline.linking.drafts import Draft, draft_text
from dateline.linking.linked import Linked, LinkedArticle, LinkedEntity, LinkedEvent, LinkedPage, LinkedText, Ties
from dateline.linking.names import NameIndex, index_names, index_pins
from dateline.linking.references import References, index_references, pin_references
from dateline.linking.sections import cut_section
from dateline.linking.sheets import Sheet, lay_drafts
from dateline.linking.study import Facts, find_remarkable, study
from dateline.linking.veil import NOTHING, VALUE, Veil, draw_veil, hide_article, hide_events, tell_values, words_to_read
from dateline.linking.withheld import Withheld, withhold
from dateline.model.article import Article, Event, Page
from dateline.model.dataclass import dataclass
from dateline.model.date import HistoricalDate
from dateline.model.entity import Entity, Registry
from dateline.model.hiding import hide
from dateline.model.names import EntityId, UrlPath
from dateline.model.problem import Problem
from dateline.model.settings import LinkPolicy, Settings
from dateline.model.text import Passage, map_lines
from dateline.model.urls import page_urls_by_file
from dateline.reading.content import Content
from dateline.reading.footnotes import NotedText, settle_notes
from dateline.reading.markdown import Tokens, parse_inline, parse_markdown
from dateline.reading.markdown_links import Targets, TextSource, resolve_links

Part = tuple[str, Passage]
"""A text of a file and what it is called in `Mention.part`."""


@dataclass(frozen=True, slots=True)
class Site:
    """What every text is read against."""

    registry: Registry
    """All who are public."""
    settings: Settings
    names: NameIndex
    references: References
    targets: Targets
    remarkable: Mapping[EntityId, Entity]
    """Of the same, those of whom more is known than names: see `find_remarkable`."""
    withheld: Withheld | None = None
    """Whose names are published nowhere; None: nobody's."""

    @property
    def everybody(self) -> Registry:
        """All entities, the private ones among them."""
        return self.withheld.registry if self.withheld else self.registry


@dataclass(frozen=True, slots=True)
class File:
    """What is known of a file before its texts are read for private names."""

    origin: tuple[str, str]
    """Its path below the content folder, and as the user names it."""
    pins: Mapping[str, EntityId] = field(default_factory=dict)
    language: str = ""
    listed: AbstractSet[EntityId] = frozenset()
    date: HistoricalDate | None = None
    sources: AbstractSet[str] = frozenset()
    """The ids of the sources to which its footnotes may lead."""


def open_site(everybody: Registry, settings: Settings, targets: Targets, names: NameIndex | None = None) -> Site:
    """Return what texts are read against; `names` are those of everybody, where they are at hand."""
    withheld, public = withhold(everybody, settings, names), everybody.public()
    known = names if names and not withheld else index_names(public, settings)
    return Site(public, settings, known, index_references(public), targets, find_remarkable(public), withheld)


def link_content(
    content: Content, files: frozenset[str] = frozenset(), report: Callable[[int, int], None] = lambda *_: None
) -> tuple[Linked, tuple[Problem, ...]]:
    """Return every text of the content with its links, and what is wrong with links that authors wrote.

    `files` are the paths of the content folder's other files, which texts may link to or show. `report` is told
    how many articles are linked, and of how many.
    """
    everybody = content.registry.everybody(content.private)
    site = open_site(everybody, content.settings, Targets(_pages(content), files))
    articles = []
    for number, article in enumerate(content.articles):
        report(number, len(content.articles))
        articles.append(link_article(article, site))
    entities = [link_entity(entity, site) for entity in content.registry.entities]
    pages = [link_page(page, site) for page in content.pages]
    ties = [tie for _, tie in (*articles, *entities, *pages)]
    links = chain.from_iterable(tie.links for tie in ties)
    linked = Linked(
        tuple(article for article, _ in articles),
        tuple(entity for entity, _ in entities),
        tuple(page for page, _ in pages),
        files=frozenset(chain.from_iterable(tie.files for tie in ties)),
        links=tuple(sorted(links, key=lambda link: (link.path, link.place, link.url))),
    )
    return linked, tuple(problem for tie in ties for problem in tie.problems)


def link_article(article: Article, site: Site) -> tuple[LinkedArticle, Ties]:
    """Return an article with its links, and what its texts lean on."""
    origin = (article.path, article.location.path)
    veil, tokens = NOTHING, NOTHING.tokens
    ids = frozenset(citation.id for citation in article.citations() if citation.id)
    if site.withheld:
        listed = _listed(article.events)
        parts, file = _article_parts(article), File(origin, article.pins, article.language, listed, article.date, ids)
        veil = _veil(article, parts, file, site, site.withheld)
        article, tokens = hide_article(article, veil, site.withheld)
        veil = _look_behind(veil, article, site.withheld)
    sheet = _lay(_article_parts(article), origin, site, article.pins, article.language, tokens, ids)
    named = {each.file for each in article.citations() if each.file and each.is_published}
    if article.image:
        named.add(article.image.file)
    policy = article.links or site.settings.links
    scope = Scope(site.registry.by_id, policy, article=article.slug)
    texts = _decide(sheet, scope, _facts(site, _listed(article.events), article.date))
    lines = [event.heading for event in article.events if event.heading is not None]
    events = tuple(_linked_event(event, texts, lines) for event in article.events)
    return LinkedArticle(article, texts["title"], texts.get("summary"), texts["body"], events), _tie(sheet, veil, named)


def _linked_event(event: Event, texts: Mapping[str, LinkedText], lines: Sequence[int]) -> LinkedEvent:
    if event.heading is None:
        return LinkedEvent(event, texts[f"event:{event.slug}:title"], texts.get(f"event:{event.slug}:text"))
    section = cut_section(texts["body"], event.heading, lines)
    return LinkedEvent(event, section.title, section.first, section.whole)


def link_entity(entity: Entity, site: Site) -> tuple[LinkedEntity, Ties]:
    """Return an entity's own texts with their links, and what they lean on; of a private one, no text at all."""
    if not entity.public:
        return LinkedEntity(entity, None, LinkedText((), (), ())), Ties(frozenset(), (), ())
    origin, events = (entity.path, entity.location.path), entity.events
    veil, tokens = NOTHING, NOTHING.tokens
    if site.withheld:
        veil = _veil(events, _entity_parts(entity, events), File(origin, listed={entity.id}), site, site.withheld)
        events, tokens = hide_events(events, veil, site.withheld)
        shown = replace(hide(entity, {}, site.withheld.labels.keys()), events=events)
        veil = _look_behind(veil, shown, site.withheld)
    sheet = _lay(_entity_parts(entity, events), origin, site, {}, tokens=tokens)
    texts = _decide_entity(sheet, entity.id, _facts(site, {entity.id, *_listed(events)}), site)
    own = tuple(_linked_event(event, texts, ()) for event in events)
    return LinkedEntity(entity, texts.get("summary"), texts["body"], own), _tie(sheet, veil)


def _entity_parts(entity: Entity, events: Iterable[Event]) -> Iterator[Part]:
    yield from _parts(("summary", entity.summary), ("body", entity.body))
    yield from _event_parts(events)


def _decide_entity(sheet: Sheet, identity: EntityId, facts: Facts, site: Site) -> dict[str, LinkedText]:
    """Link the texts of an entity's file. Its events stand on other pages too, where its name leads to its own."""
    known = study(sheet, facts)
    anywhere = Scope(site.registry.by_id, site.settings.links)
    own = replace(anywhere, own=identity)
    return {
        draft.part: decide_text(draft, anywhere if _is_event(draft) else own, found)
        for draft, found in sheet.by_draft(known)
    }


def _is_event(draft: Draft) -> bool:
    return draft.part.startswith("event:")


def _listed(events: Iterable[Event]) -> set[EntityId]:
    return {entity for event in events for entity in (*event.places, *event.entities)}


def link_page(page: Page, site: Site) -> tuple[LinkedPage, Ties]:
    """Return a page's text with its links, and what it leans on."""
    origin, veil = (page.path, page.location.path), NOTHING
    if site.withheld:
        veil = _veil(page, _parts(("body", page.body)), File(origin, language=page.language), site, site.withheld)
        page = hide(page, veil.words, site.withheld.labels.keys())
        veil = _look_behind(veil, page, site.withheld)
    sheet = _lay(_parts(("body", page.body)), origin, site, {}, page.language, veil.tokens)
    texts = _decide(sheet, Scope(site.registry.by_id, site.settings.links), _facts(site, set()))
    return LinkedPage(page, texts["body"]), _tie(sheet, veil)


def _pages(content: Content) -> dict[str, UrlPath]:
    return page_urls_by_file(
        ((article.path, article.slug) for article in content.articles),
        ((entity.path, entity.id) for entity in content.registry.entities),
        ((page.path, page.slug) for page in content.pages),
    )


def _veil(value: object, parts: Iterable[Part], file: File, site: Site, withheld: Withheld) -> Veil:
    """What is published of the texts of a file, and of the other words of what was read in it."""
    prose = tuple(parts)
    words = words_to_read(value, withheld)
    if not words and not any(withheld.may_concern(passage.text) for _, passage in prose):
        return NOTHING
    others = ((f"{VALUE}{n}", Passage(text, map_lines(text, 1))) for n, text in enumerate(words))
    full = replace(
        site,
        registry=withheld.registry,
        names=withheld.names,
        references=withheld.references,
        remarkable=withheld.remarkable,
    )
    sheet = _lay((*prose, *others), file.origin, full, file.pins, file.language, sources=file.sources)
    listed, everybody = file.listed, withheld.registry.by_id
    texts = _decide(sheet, Scope(everybody, LinkPolicy.ALL), replace(_facts(full, listed, file.date), off=frozenset()))
    return draw_veil(sheet, texts, withheld)


def _look_behind(veil: Veil, value: Article | Entity | Page, withheld: Withheld) -> Veil:
    """The veil, and what shows in spite of it."""
    return replace(veil, problems=(*veil.problems, *tell_values(value, withheld.guard)))


def _tie(sheet: Sheet, veil: Veil, cited: AbstractSet[str] = frozenset()) -> Ties:
    drafts = sheet.drafts
    return Ties(
        frozenset(chain(cited, *(draft.resolved.files for draft in drafts))),
        tuple(chain.from_iterable(draft.resolved.links for draft in drafts)),
        (*(problem for draft in drafts for problem in draft.problems), *veil.problems),
        any(not link.url for draft in drafts for block in draft.blocks for link in block.hand_links),
        veil.read,
    )


def _article_parts(article: Article) -> Iterator[Part]:
    yield from _parts(("title", article.title), ("summary", article.summary), ("body", article.body))
    yield from _event_parts(article.events)


def _event_parts(events: Iterable[Event]) -> Iterator[Part]:
    for event in events:
        if event.heading is None:
            yield from _parts((f"event:{event.slug}:title", event.title), (f"event:{event.slug}:text", event.text))


def _parts(*parts: tuple[str, Passage | None]) -> Iterator[Part]:
    return ((part, passage) for part, passage in parts if passage is not None)


def _lay(
    parts: Iterable[Part],
    origin: tuple[str, str],
    site: Site,
    pins: Mapping[str, EntityId],
    language: str = "",
    tokens: Mapping[str, Tokens] | None = None,
    sources: AbstractSet[str] = frozenset(),
) -> Sheet:
    """Return the drafts of parts, laid together; `tokens` are those of parts that are not to be read as written.

    `sources` are the ids of the sources to which footnotes may lead.
    """
    indexes = (site.names, index_pins(pins)) if pins else (site.names,)
    references = pin_references(site.references, pins) if pins else site.references
    drafts = []
    for part, text in _parse(parts, origin, tokens or {}, sources):
        resolved = resolve_links(text.tokens, text.source, site.targets)
        if text.problems:
            resolved = replace(resolved, problems=(*resolved.problems, *text.problems))
        drafts.append(draft_text(part, text.source, resolved, references))
    return lay_drafts(drafts, indexes, language or site.settings.language)


def _parse(
    parts: Iterable[Part], origin: tuple[str, str], tokens: Mapping[str, Tokens], sources: AbstractSet[str]
) -> Sequence[tuple[str, NotedText]]:
    """The texts of one file with their tokens; footnotes may lead to these sources."""
    texts = []
    for part, passage in parts:
        read = tokens.get(part) or (parse_markdown(passage) if part == "body" else parse_inline(passage))
        texts.append((part, NotedText(TextSource(passage, *origin), read, part.endswith("title"))))
    settle_notes([text for _, text in texts], sources)
    return texts


def _facts(site: Site, listed: AbstractSet[EntityId], date: HistoricalDate | None = None) -> Facts:
    return Facts(site.remarkable, site.references, listed, frozenset(site.settings.off), date)


def _decide(sheet: Sheet, scope: Scope, facts: Facts) -> dict[str, LinkedText]:
    """Link texts that are read together: whoever one of them names in full is present in all."""
    known = study(sheet, facts)
    return {draft.part: decide_text(draft, scope, found) for draft, found in sheet.by_draft(known)}
