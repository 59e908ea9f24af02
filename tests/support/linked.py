"""Turn a few words of markup into linked articles, so that tests of indexes need neither reader nor linker.

`{El Mencho|people/el-mencho}` is a mention; a blank line ends a block.
"""

import re

from dateline.indexes.records import ArticleRecord, Records
from dateline.linking.linked import Linked, LinkedArticle, LinkedEntity, LinkedEvent, LinkedText
from dateline.model.article import Article, Event, Role, Status
from dateline.model.date import HistoricalDate
from dateline.model.edtf import parse_edtf
from dateline.model.entity import Entity, Registry
from dateline.model.mention import Decision, Mention
from dateline.model.names import EntityId, Slug
from dateline.model.problem import Location
from dateline.model.settings import Settings
from dateline.model.text import Passage, Place, map_lines
from dateline.rendering.recording import record_all, tell_article

_MENTION = re.compile(r"\{([^|{}]+)\|([^{}]+)\}")


def date(text: str) -> HistoricalDate:
    """Return the date that this EDTF text says."""
    return parse_edtf(text)


def passage(text: str) -> Passage:
    """Return a text that starts at the first line of its file."""
    return Passage(text, map_lines(text, 1))


def linked_text(markup: str) -> LinkedText:
    """Return the text of the markup with its mentions; its tokens are left empty."""
    blocks, mentions = [], []
    for number, source in enumerate(part for part in markup.split("\n\n") if part):
        plain, found = _block(source, number)
        blocks.append(plain)
        mentions += found
    named = {each.entity: entity(each.entity) for each in mentions if each.entity}
    return LinkedText((), tuple(blocks), tuple(mentions), entities=named)


def _block(source: str, number: int) -> tuple[str, list[Mention]]:
    plain, mentions, position = "", [], 0
    for match in _MENTION.finditer(source):
        plain += source[position : match.start()]
        start, entity = len(plain), EntityId(match[2])
        plain += match[1]
        mentions.append(_mention(match[1], entity, number, start))
        position = match.end()
    return plain + source[position:], mentions


def _mention(surface: str, entity: EntityId, block: int, start: int) -> Mention:
    return Mention(
        path="articles/a.md", place=Place(1, start + 1), surface=surface, entity=entity, name=surface, rule="name",
        decision=Decision.LINKED, candidates=(entity,), article=Slug("a"), part="body", block=block,
        start=start, end=start + len(surface),
    )  # fmt: skip


def linked_event(when: str, title: str, text: str = "", *, places: str = "", entities: str = "", order: int = 0,
                 slug: str = "", status: Status | None = None,
                 roles: tuple[Role, ...] = ()) -> LinkedEvent:  # fmt: skip
    """Return an event whose title and text are markup; places and entities are ids with spaces between."""
    plain = linked_text(title).blocks[0]
    event = Event(
        slug=Slug(slug or plain.lower().replace(" ", "-")), date=date(when), title=passage(plain),
        location=Location("articles/a.md", 1, 1), text=passage(text) if text else None,
        places=tuple(EntityId(p) for p in places.split()), entities=tuple(EntityId(e) for e in entities.split()),
        roles=roles, status=status, order=order,
    )  # fmt: skip
    return LinkedEvent(event, linked_text(title), linked_text(text) if text else None)


def linked_article(slug: str, when: str, body: str = "", *events: LinkedEvent, title: str = "", summary: str = "",
                   order: int = 0) -> LinkedArticle:  # fmt: skip
    """Return an article whose texts are markup."""
    article = Article(
        path=f"articles/{slug}.md", slug=Slug(slug), title=passage(title or slug), date=date(when), body=passage(body),
        location=Location(f"articles/{slug}.md"), events=tuple(event.event for event in events), order=order,
    )  # fmt: skip
    return LinkedArticle(
        article, linked_text(title or slug), linked_text(summary) if summary else None, linked_text(body), events
    )


def entity(identity: str, name: str = "", part_of: str = "") -> Entity:
    """Return an entity with this id (`people/x`)."""
    folder, slug = identity.split("/")
    kind = {"people": "person", "groups": "group", "places": "place"}[folder]
    parent = EntityId(part_of) if part_of else None
    location = Location(f"{identity}.md")
    path = f"{identity}.md"
    return Entity(EntityId(identity), kind, Slug(slug), name or slug, path, location, passage(""), part_of=parent)


def registry(*entities: Entity) -> Registry:
    """Return the registry of these entities."""
    return Registry.of(entities)


def linked_entities(of: Registry) -> tuple[LinkedEntity, ...]:
    """Return the entities of a registry, their own texts empty."""
    return tuple(LinkedEntity(each, None, linked_text("")) for each in of.entities)


def recorded(*articles: LinkedArticle) -> tuple[ArticleRecord, ...]:
    """Return the records of articles."""
    return tuple(tell_article(article, Settings()).record for article in articles)


def all_recorded(articles: tuple[LinkedArticle, ...], of: Registry, settings: Settings | None = None) -> Records:
    """Return the records of a site that holds these articles and the entities of a registry."""
    return record_all(Linked(articles, linked_entities(of), ()), settings or Settings())
