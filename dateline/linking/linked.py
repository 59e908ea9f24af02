"""Hold texts with their links in them: what the linker hands on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from dateline.linking.tokens import Block, EntityLink, write_links
from dateline.model.article import Article, Event, Page
from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity
from dateline.model.mention import LINKED, Mention
from dateline.model.names import EntityId
from dateline.model.problem import Problem
from dateline.model.urls import entity_url
from dateline.reading.markdown import Tokens
from dateline.reading.markdown_links import InternalLink


@dataclass(frozen=True, slots=True)
class LinkedText:
    """A text with its links."""

    unlinked: Tokens
    """Markdown tokens as they were read."""
    blocks: tuple[str, ...]
    """The plain text of each paragraph, list item, table cell or heading, in order; mentions point into it."""
    mentions: tuple[Mention, ...]
    """Every decision, in the order of the text."""
    read: Sequence[Block] = ()
    """The same blocks, with what they were made of."""
    entities: Mapping[EntityId, Entity] = field(default_factory=dict)
    """All that mentions may mean."""

    @property
    def tokens(self) -> Tokens:
        """Markdown tokens, links to entities among them."""
        return write_links(self.unlinked, self.read, self.links())

    def links(self) -> Mapping[int, Sequence[EntityLink]]:
        """Return the links of each block that has any, by its number, in the order of its text."""
        found: dict[int, list[EntityLink]] = {}
        for mention in self.mentions:
            if mention.decision is LINKED and mention.entity is not None:
                url, kind = entity_url(mention.entity), self.entities[mention.entity].kind
                link = EntityLink(mention.start, mention.end, mention.entity, url, kind)
                found.setdefault(mention.block, []).append(link)
        return found


@dataclass(frozen=True, slots=True)
class LinkedEvent:
    """An event, its title and its text read for names."""

    event: Event
    title: LinkedText
    text: LinkedText | None
    section: LinkedText | None = None
    """Of an event that is a heading in the body: all that stands below it. Title and text are then parts of the body.

    None: the event stands in the header, with texts of its own.
    """


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """An article, all of its texts read for names."""

    article: Article
    title: LinkedText
    summary: LinkedText | None
    body: LinkedText
    events: tuple[LinkedEvent, ...]

    def texts(self) -> Iterator[LinkedText]:
        """Return the texts in the order of reading: title, summary, body, then those of events in the header."""
        yield self.title
        if self.summary:
            yield self.summary
        yield self.body
        for event in self.events:
            if event.section is None:
                yield event.title
                if event.text:
                    yield event.text

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every decision in the article, in the order of reading."""
        return tuple(mention for text in self.texts() for mention in text.mentions)


@dataclass(frozen=True, slots=True)
class LinkedEntity:
    """An entity and its own texts; they link, but count for nobody's dossier: only the events that they tell of do."""

    entity: Entity
    summary: LinkedText | None
    body: LinkedText
    events: tuple[LinkedEvent, ...] = ()

    def texts(self) -> Iterator[LinkedText]:
        """Return its texts in the order of reading: summary, body, then those of its events."""
        if self.summary:
            yield self.summary
        yield self.body
        for event in self.events:
            yield event.title
            if event.text:
                yield event.text


@dataclass(frozen=True, slots=True)
class LinkedPage:
    """A page without a date and its text; it links, but counts for nobody's dossier."""

    page: Page
    body: LinkedText


@dataclass(frozen=True, slots=True)
class Ties:
    """What the texts of one file lean on outside of it."""

    files: frozenset[str]
    """The files of the content folder that they use, by path."""
    links: tuple[InternalLink, ...]
    """The links to pages that their author wrote by hand; nobody has yet checked where they lead."""
    problems: tuple[Problem, ...]
    """Links and names by hand that lead nowhere."""
    has_brackets: bool = False
    """Whether their author names anybody in brackets, also somebody whom the registry does not hold."""
    read: str = ""
    """What was read for private names, folded, a line for each block; empty where none can stand in it."""


@dataclass(frozen=True, slots=True)
class Linked:
    """Everything that was read for names."""

    articles: tuple[LinkedArticle, ...]
    """In the order of (publication date, `order`, slug)."""
    entities: tuple[LinkedEntity, ...]
    """In the order of their ids."""
    pages: tuple[LinkedPage, ...]
    """In the order of their slugs."""
    files: frozenset[str] = frozenset()
    """The files of the content folder that texts use, by path."""
    links: tuple[InternalLink, ...] = ()
    """The links to pages that authors wrote by hand, by file and place; nobody has yet checked where they lead."""

    def mentions(self) -> tuple[Mention, ...]:
        """Return the mention ledger: every decision, by file and place."""
        found = [mention for article in self.articles for mention in article.mentions]
        found += [mention for entity in self.entities for text in entity.texts() for mention in text.mentions]
        found += [mention for page in self.pages for mention in page.body.mentions]
        return tuple(sorted(found, key=lambda m: (m.path, m.place, m.part, m.start, m.end)))
