"""Turn content into texts with links and a ledger of every mention."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

from dateline.linking.decisions import Scope, decide_text
from dateline.linking.drafts import Draft, draft_text
from dateline.linking.linked import Linked, LinkedArticle, LinkedEntity, LinkedEvent, LinkedPage, LinkedText, Ties
from dateline.linking.names import NameIndex, index_names, index_pins
from dateline.linking.references import References, index_references, pin_references
from dateline.linking.sections import cut_section
from dateline.linking.study import Facts, study
from dateline.model.article import Article, Event, Page
from dateline.model.date import HistoricalDate
from dateline.model.entity import Entity, Registry
from dateline.model.names import EntityId, UrlPath
from dateline.model.problem import Problem
from dateline.model.settings import Settings
from dateline.model.text import Passage
from dateline.model.urls import page_urls_by_file
from dateline.reading.content import Content
from dateline.reading.markdown import parse_inline, parse_markdown
from dateline.reading.markdown_links import Targets, TextSource, resolve_links

Part = tuple[str, Passage]
"""A text of a file and what it is called in `Mention.part`."""


@dataclass(frozen=True, slots=True)
class Site:
    """What every text is read against."""

    registry: Registry
    settings: Settings
    names: NameIndex
    references: References
    targets: Targets


def open_site(registry: Registry, settings: Settings, targets: Targets) -> Site:
    """Return what texts are read against."""
    return Site(registry, settings, index_names(registry, settings), index_references(registry), targets)


def link_content(
    content: Content, files: frozenset[str] = frozenset(), report: Callable[[int, int], None] = lambda *_: None
) -> tuple[Linked, tuple[Problem, ...]]:
    """Return every text of the content with its links, and what is wrong with links that authors wrote.

    `files` are the paths of the content folder's other files, which texts may link to or show. `report` is told
    how many articles are linked, and of how many.
    """
    site = open_site(content.registry, content.settings, Targets(_pages(content), files))
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
    drafts = _draft(_article_parts(article), origin, site, article.pins, article.language)
    listed = {entity for event in article.events for entity in (*event.places, *event.entities)}
    policy = article.links or site.settings.links
    scope = Scope(site.registry.by_id, policy, article=article.slug)
    texts = _decide(drafts, scope, _facts(site, listed, article.date))
    lines = [event.heading for event in article.events if event.heading is not None]
    events = tuple(_linked_event(event, texts, lines) for event in article.events)
    return LinkedArticle(article, texts["title"], texts.get("summary"), texts["body"], events), _tie(drafts)


def _linked_event(event: Event, texts: Mapping[str, LinkedText], lines: Sequence[int]) -> LinkedEvent:
    if event.heading is None:
        return LinkedEvent(event, texts[f"event:{event.slug}:title"], texts.get(f"event:{event.slug}:text"))
    section = cut_section(texts["body"], event.heading, lines)
    return LinkedEvent(event, section.title, section.first, section.whole)


def link_entity(entity: Entity, site: Site) -> tuple[LinkedEntity, Ties]:
    """Return an entity's own texts with their links, and what they lean on."""
    parts = _parts(("summary", entity.summary), ("body", entity.body))
    drafts = _draft(parts, (entity.path, entity.location.path), site, {})
    scope = Scope(site.registry.by_id, site.settings.links, own=entity.id)
    texts = _decide(drafts, scope, _facts(site, {entity.id}))
    return LinkedEntity(entity, texts.get("summary"), texts["body"]), _tie(drafts)


def link_page(page: Page, site: Site) -> tuple[LinkedPage, Ties]:
    """Return a page's text with its links, and what it leans on."""
    drafts = _draft(_parts(("body", page.body)), (page.path, page.location.path), site, {})
    texts = _decide(drafts, Scope(site.registry.by_id, site.settings.links), _facts(site, set()))
    return LinkedPage(page, texts["body"]), _tie(drafts)


def _pages(content: Content) -> dict[str, UrlPath]:
    return page_urls_by_file(
        ((article.path, article.slug) for article in content.articles),
        ((entity.path, entity.id) for entity in content.registry.entities),
        ((page.path, page.slug) for page in content.pages),
    )


def _tie(drafts: Sequence[Draft]) -> Ties:
    return Ties(
        frozenset(chain.from_iterable(draft.resolved.files for draft in drafts)),
        tuple(chain.from_iterable(draft.resolved.links for draft in drafts)),
        tuple(problem for draft in drafts for problem in draft.problems),
        any(not link.url for draft in drafts for block in draft.blocks for link in block.block.hand_links),
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


def _draft(
    parts: Iterable[Part], origin: tuple[str, str], site: Site, pins: Mapping[str, EntityId], language: str = ""
) -> Sequence[Draft]:
    language = language or site.settings.language
    indexes = (site.names, index_pins(pins)) if pins else (site.names,)
    references = pin_references(site.references, pins) if pins else site.references
    drafts = []
    for part, passage in parts:
        source = TextSource(passage, *origin)
        tokens = parse_markdown(passage) if part == "body" else parse_inline(passage)
        resolved = resolve_links(tokens, source, site.targets)
        drafts.append(draft_text(part, source, resolved, indexes, references, language))
    return drafts


def _facts(site: Site, listed: AbstractSet[EntityId], date: HistoricalDate | None = None) -> Facts:
    return Facts(site.registry.by_id, site.references, listed, frozenset(site.settings.off), date)


def _decide(drafts: Sequence[Draft], scope: Scope, facts: Facts) -> dict[str, LinkedText]:
    """Link texts that are read together: whoever one of them names in full is present in all."""
    known = study(drafts, facts)
    return {draft.part: decide_text(draft, scope, known) for draft in drafts}
