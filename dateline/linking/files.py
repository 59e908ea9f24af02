"""Turn what was linked into files, each with the texts that stand in it."""

import re
from collections.abc import Iterable, Iterator

from dateline.linking.linked import Linked, LinkedArticle, LinkedEntity, LinkedEvent, LinkedText
from dateline.model.article import Article, Page
from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity
from dateline.model.mention import Mention
from dateline.model.problem import Location
from dateline.model.text import Passage, Place

Text = tuple[Passage, LinkedText]
"""A text as its author wrote it, and as it was read for names."""


@dataclass(frozen=True, slots=True)
class LinkedFile:
    """A file of the content folder, read for names."""

    owner: Article | Entity | Page
    texts: tuple[Text, ...]
    """In the order of reading."""

    @property
    def path(self) -> str:
        """The file, named from the folder that the user works in."""
        return self.owner.location.path

    @property
    def article(self) -> Article | None:
        """The article; None where the file is an entity's or a page's."""
        return self.owner if isinstance(self.owner, Article) else None

    def mentions(self) -> Iterator[tuple[Mention, str]]:
        """Every decision, and the text of the block that it stands in."""
        for _, text in self.texts:
            for mention in text.mentions:
                yield mention, text.blocks[mention.block]

    def locate(self, mention: Mention) -> Location:
        """Return where a mention of this file stands."""
        return Location.at(self.path, mention.place)


def linked_files(linked: Linked) -> tuple[LinkedFile, ...]:
    """Return all files: articles, then entities, then pages."""
    return (
        *(LinkedFile(article.article, tuple(_article_texts(article))) for article in linked.articles),
        *(LinkedFile(each.entity, tuple(_entity_texts(each))) for each in linked.entities),
        *(LinkedFile(each.page, ((each.page.body, each.body),)) for each in linked.pages),
    )


def _article_texts(linked: LinkedArticle) -> Iterator[Text]:
    article = linked.article
    yield from _texts((article.title, linked.title), (article.summary, linked.summary), (article.body, linked.body))
    yield from _event_texts(linked.events)


def _entity_texts(linked: LinkedEntity) -> Iterator[Text]:
    entity = linked.entity
    yield from _texts((entity.summary, linked.summary), (entity.body, linked.body))
    yield from _event_texts(linked.events)


def _event_texts(events: Iterable[LinkedEvent]) -> Iterator[Text]:
    for each in events:
        if each.section is None:
            yield from _texts((each.event.title, each.title), (each.event.text, each.text))


def _texts(*pairs: tuple[Passage | None, LinkedText | None]) -> Iterator[Text]:
    return ((passage, text) for passage, text in pairs if passage is not None and text is not None)


def find_words(passage: Passage, words: str) -> Iterator[Place]:
    """Yield where words stand in a text as its author wrote it; their case and the space between do not matter."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", passage.text, re.IGNORECASE) if pattern else ():
        yield passage.locate(match.start())
