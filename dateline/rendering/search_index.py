"""Turn names and titles into the file that the search box of every page reads when it is first used."""

import json
from collections.abc import Iterable, Iterator

from dateline.indexes.entries import entity_entries
from dateline.indexes.records import ArticleRecord, EntityRecord, Records
from dateline.model.settings import Settings
from dateline.model.urls import article_url, entity_url
from dateline.rendering.date_words import full_words

Row = tuple[str, str, str, str]
"""What is found, where it leads (from the site's root), what it is, and the other names by which it is found."""


def search_index(records: Records, settings: Settings) -> bytes:
    """Return the script that knows all entities with their other names, all articles, and all events, by title.

    It is a classic script that calls `datelineFound` with rows of strings, since pages that are opened from a disk
    may load scripts and nothing else; `<`, `>` and `&` are escaped, as is what ends a line in JavaScript alone.
    """
    told, own = _told(records.articles, settings), _own_events(records.entities, settings)
    rows = [*_entities(records.entities, settings), *told, *own]
    listed = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return f"datelineFound([\n{_escaped(listed)}\n]);\n".encode()


def _entities(entities: Iterable[EntityRecord], settings: Settings) -> Iterator[Row]:
    by_name = sorted((record.entity for record in entities), key=lambda entity: (entity.name.casefold(), entity.id))
    for entity in by_name:
        others = "\n".join((*entity.aliases, *entity.forms))
        yield entity.name, entity_url(entity.id), settings.kind(entity.kind).label, others


def _told(articles: Iterable[ArticleRecord], settings: Settings) -> Iterator[Row]:
    for article in articles:
        url, language = article_url(article.slug), settings.language
        yield article.title, url, full_words(article.date, language), ""
        for event in article.events:
            if event.title != article.title:
                yield event.title, f"{url}#e-{event.slug}", full_words(event.date, language), ""


def _own_events(entities: Iterable[EntityRecord], settings: Settings) -> Iterator[Row]:
    """Return the events that the files of entities tell; they stand in the dossiers."""
    for record in entities:
        for entry in entity_entries(record):
            yield (
                entry.title,
                f"{entity_url(record.entity.id)}#{entry.id}",
                full_words(entry.date, settings.language),
                "",
            )


def _escaped(text: str) -> str:
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text
