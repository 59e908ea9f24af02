"""Turn names and titles into the file that the search box of every page reads when it is first used."""

import json
from collections.abc import Iterable, Iterator

from dateline.indexes.entries import entity_entries
from dateline.indexes.records import EntityRecord, EventRecord, Records
from dateline.model.settings import Settings
from dateline.model.urls import article_url, entity_url
from dateline.rendering.catalogues import mark_words
from dateline.rendering.date_words import marked_words
from dateline.rendering.feed_texts import Names, tell_part
from dateline.rendering.known_words import say_kind
from dateline.rendering.tongues import tell_script
from dateline.rendering.words import ENGLISH, Words

Row = tuple[str, str, str, str]
"""What is found, where it leads (from the site's root), what it is, and the other names by which it is found."""


LINE_ENDS = "\u2028\u2029"
"""What ends a line in JavaScript (before ECMAScript 2019, in strings too), and not in JSON."""


def search_index(records: Records, settings: Settings, words: Words = ENGLISH) -> bytes:
    """Return the script that knows all entities with their other names, all articles, and all events, by title.

    It is a classic script that calls `datelineFound` with rows of strings, since pages that are opened from a disk
    may load scripts and nothing else; `<`, `>` and `&` are escaped, as is what ends a line in JavaScript alone.
    """
    marked = mark_words(words, settings.language)
    rows = [*_entities(records.entities, settings, marked), *_told(records, settings.language, marked)]
    listed = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return tell_script(f"datelineFound([\n{escape_script(listed)}\n]);\n", words.language).encode()


def _entities(entities: Iterable[EntityRecord], settings: Settings, words: Words) -> Iterator[Row]:
    by_name = sorted((record.entity for record in entities), key=lambda entity: (entity.name.casefold(), entity.id))
    for entity in by_name:
        others = "\n".join((*entity.aliases, *entity.forms))
        yield entity.name, entity_url(entity.id), say_kind(settings.kind(entity.kind).label, words), others


def _told(records: Records, language: str, words: Words) -> Iterator[Row]:
    """Return the articles, and the events that they or the files of entities tell, each with how sure it is."""
    names = {record.entity.id: record.entity.name for record in records.entities}
    for article in records.articles:
        url = article_url(article.slug)
        yield article.title, url, marked_words(article.date, language), ""
        for event in article.events:
            yield event.title, f"{url}#e-{event.slug}", _said(event, names, language, words), ""
    for record in records.entities:
        for entry in entity_entries(record):
            if entry.event:
                place = f"{entity_url(record.entity.id)}#{entry.id}"
                yield entry.title, place, _said(entry.event, names, language, words), ""


def _said(event: EventRecord, names: Names, language: str, words: Words) -> str:
    """When it happened, how sure that is, and as what each took part: a title found alone sheds none of it."""
    when = ", ".join(
        (marked_words(event.date, language), *([words.pgettext("status", event.status.value)] if event.status else ()))
    )
    return "; ".join((when, *(tell_part(role, names, words) for role in event.roles)))


def escape_script(text: str) -> str:
    """Return JSON as it may stand in a script: without signs that end a line in JavaScript alone, or a script."""
    return escape_signs(text, f"<>&{LINE_ENDS}")


def escape_signs(text: str, signs: str) -> str:
    """Return JSON with each of these signs, which stand in its strings alone, by its number."""
    for sign in signs:
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
