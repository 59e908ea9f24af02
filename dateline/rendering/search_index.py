"""Turn names and titles into the file that the search box of every page reads when it is first used."""

import json
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from dateline.indexes.entries import entity_entries
from dateline.indexes.records import ArticleRecord, EntityRecord, EventRecord, Records
from dateline.model.settings import Settings
from dateline.model.urls import article_url, entity_url
from dateline.rendering.date_words import full_words
from dateline.rendering.exports.pieces import Piece, Reads, constant
from dateline.rendering.exports.rows import Material
from dateline.rendering.feed_texts import Names, tell_part
from dateline.rendering.keys import fold, stamp_words
from dateline.rendering.words import ENGLISH, Words

Row = tuple[str, str, str, str]
"""What is found, where it leads (from the site's root), what it is, and the other names by which it is found."""


_OPENING, _BETWEEN, _END = "datelineFound([\n", ",\n", "\n]);\n"
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
LINE_ENDS = "\u2028\u2029"
"""What ends a line in JavaScript (before ECMAScript 2019, in strings too), and not in JSON."""


def search_index(records: Records, settings: Settings, words: Words = ENGLISH) -> bytes:
    """Return the script that knows all entities with their other names, all articles, and all events, by title.

    It is a classic script that calls `datelineFound` with rows of strings, since pages that are opened from a disk
    may load scripts and nothing else; `<`, `>` and `&` are escaped, as is what ends a line in JavaScript alone.
    """
    names = _names(records)
    rows = [*_entities(records.entities, settings, words)]
    rows += chain.from_iterable(_article(article, names, settings.language, words) for article in records.articles)
    rows += _own_events(records.entities, names, settings.language, words)
    return f"{_OPENING}{_lines(rows)}{_END}".encode()


def search_pieces(material: Material) -> Iterator[Piece]:
    """Return the pieces of that file: the articles of a month each; what few files tell is made each time."""
    records, settings, words, names = material.records, material.settings, material.words, _names(material.records)
    yield Piece(lambda: f"{_OPENING}{_lines(_entities(records.entities, settings, words))}".encode())
    for place in range(len(material.runs("articles"))):
        between = _BETWEEN if place or records.entities else ""
        yield Piece(partial(_month, place, between, names, material), partial(_month_key, place, between))
    own = _lines(_own_events(records.entities, names, settings.language, words))
    between = _BETWEEN if own and (records.articles or records.entities) else ""
    yield constant(f"{between}{own}{_END}")


def _month(place: int, between: str, names: Names, material: Material) -> bytes:
    articles = (each for each in material.runs("articles")[place] if isinstance(each, ArticleRecord))
    rows = (_article(article, names, material.settings.language, material.words) for article in articles)
    return f"{between}{_lines(chain.from_iterable(rows))}".encode()


def _month_key(place: int, between: str, reads: Reads) -> bytes:
    return fold(stamp_words(("search", between)), reads.nameless_run(place))


def _lines(rows: Iterable[Row]) -> str:
    return escape_script(_BETWEEN.join(map(_encode, rows)))


def _names(records: Records) -> Names:
    return {record.entity.id: record.entity.name for record in records.entities}


def _entities(entities: Iterable[EntityRecord], settings: Settings, words: Words) -> Iterator[Row]:
    by_name = sorted((record.entity for record in entities), key=lambda entity: (entity.name.casefold(), entity.id))
    for entity in by_name:
        others = "\n".join((*entity.aliases, *entity.forms))
        yield entity.name, entity_url(entity.id), words.pgettext("kind", settings.kind(entity.kind).label), others


def _article(article: ArticleRecord, names: Names, language: str, words: Words) -> Iterator[Row]:
    """Return an article, and the events that it tells, each with how sure it is."""
    url = article_url(article.slug)
    yield article.title, url, full_words(article.date, language), ""
    for event in article.events:
        yield event.title, f"{url}#e-{event.slug}", _said(event, names, language, words), ""


def _own_events(entities: Iterable[EntityRecord], names: Names, language: str, words: Words) -> Iterator[Row]:
    """Return the events that the files of entities tell, likewise."""
    for record in entities:
        for entry in entity_entries(record):
            if entry.event:
                place = f"{entity_url(record.entity.id)}#{entry.id}"
                yield entry.title, place, _said(entry.event, names, language, words), ""


def _said(event: EventRecord, names: Names, language: str, words: Words) -> str:
    """When it happened, how sure that is, and as what each took part: a title found alone sheds none of it."""
    when = ", ".join(
        (full_words(event.date, language), *([words.pgettext("status", event.status.value)] if event.status else ()))
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
