"""Turn names and titles into the file that the search box of every page reads when it is first used."""

import json
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from dateline.indexes.entries import entity_entries
from dateline.indexes.records import ArticleRecord, EntityRecord, EventRecord, Records
from dateline.model.dataclass import dataclass
from dateline.model.settings import Settings
from dateline.model.urls import article_url, entity_url
from dateline.rendering.catalogues import mark_words
from dateline.rendering.date_words import marked_words
from dateline.rendering.exports.pieces import Piece, Reads, constant
from dateline.rendering.exports.rows import Material
from dateline.rendering.feed_texts import Names, tell_part
from dateline.rendering.keys import fold, stamp_words
from dateline.rendering.known_words import say_kind
from dateline.rendering.tongues import tell_script, tell_tongue
from dateline.rendering.words import ENGLISH, Words

Row = tuple[str, str, str, str]
"""What is found, where it leads (from the site's root), what it is, and the other names by which it is found.

What is in another language than the site's says which, in signs.
"""


_OPENING, _BETWEEN, _END = "datelineFound([\n", ",\n", "\n]);\n"
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
LINE_ENDS = "\u2028\u2029"
"""What ends a line in JavaScript (before ECMAScript 2019, in strings too), and not in JSON."""


def search_index(records: Records, settings: Settings, words: Words = ENGLISH) -> bytes:
    """Return the script that knows all entities with their other names, all articles, and all events, by title.

    It is a classic script that calls `datelineFound` with rows of strings, since pages that are opened from a disk
    may load scripts and nothing else; `<`, `>` and `&` are escaped, as is what ends a line in JavaScript alone.
    """
    said = _Said(_names(records), settings.language, mark_words(words, settings.language))
    rows = [*_entities(records.entities, settings, said.words)]
    rows += chain.from_iterable(_article(article, said) for article in records.articles)
    rows += _own_events(records.entities, said)
    return f"{_OPENING}{_lines(rows, words)}{_END}".encode()


def search_pieces(material: Material) -> Iterator[Piece]:
    """Return the pieces of that file: the articles of a month each; what few files tell is made each time."""
    records, settings, words = material.records, material.settings, material.words
    said = _Said(_names(records), settings.language, mark_words(words, settings.language))
    yield Piece(lambda: f"{_OPENING}{_lines(_entities(records.entities, settings, said.words), words)}".encode())
    for place in range(len(material.runs("articles"))):
        between = _BETWEEN if place or records.entities else ""
        yield Piece(partial(_month, place, between, said, material), partial(_month_key, place, between))
    own = _lines(_own_events(records.entities, said), words)
    between = _BETWEEN if own and (records.articles or records.entities) else ""
    yield constant(f"{between}{own}{_END}")


@dataclass(frozen=True, slots=True)
class _Said:
    """In which words rows say what they say."""

    names: Names
    language: str
    words: Words
    """Marked where they are not in that language."""


def _month(place: int, between: str, said: _Said, material: Material) -> bytes:
    articles = (each for each in material.runs("articles")[place] if isinstance(each, ArticleRecord))
    rows = chain.from_iterable(_article(article, said) for article in articles)
    return f"{between}{_lines(rows, material.words)}".encode()


def _month_key(place: int, between: str, reads: Reads) -> bytes:
    return fold(stamp_words(("search", between)), reads.nameless_run(place))


def _lines(rows: Iterable[Row], words: Words) -> str:
    """Rows as they stand in the script; no mark in them reaches beyond its row."""
    return tell_script(escape_script(_BETWEEN.join(map(_encode, rows))), words.language)


def _names(records: Records) -> Names:
    return {record.entity.id: record.entity.name for record in records.entities}


def _entities(entities: Iterable[EntityRecord], settings: Settings, words: Words) -> Iterator[Row]:
    by_name = sorted((record.entity for record in entities), key=lambda entity: (entity.name.casefold(), entity.id))
    for entity in by_name:
        others = "\n".join((*entity.aliases, *entity.forms))
        yield entity.name, entity_url(entity.id), say_kind(settings.kind(entity.kind).label, words), others


def _article(article: ArticleRecord, said: _Said) -> Iterator[Row]:
    """Return an article, and the events that it tells, each with how sure it is."""
    url = article_url(article.slug)
    yield tell_tongue(article.title, article.language), url, marked_words(article.date, said.language), ""
    for event in article.events:
        yield tell_tongue(event.title, article.language), f"{url}#e-{event.slug}", _said(event, said), ""


def _own_events(entities: Iterable[EntityRecord], said: _Said) -> Iterator[Row]:
    """Return the events that the files of entities tell, likewise."""
    for record in entities:
        for entry in entity_entries(record):
            if entry.event:
                place = f"{entity_url(record.entity.id)}#{entry.id}"
                yield entry.title, place, _said(entry.event, said), ""


def _said(event: EventRecord, said: _Said) -> str:
    """When it happened, how sure that is, and as what each took part: a title found alone sheds none of it."""
    status = [said.words.pgettext("status", event.status.value)] if event.status else []
    when = ", ".join((marked_words(event.date, said.language), *status))
    return "; ".join((when, *(tell_part(role, said.names, said.words) for role in event.roles)))


def escape_script(text: str) -> str:
    """Return JSON as it may stand in a script: without signs that end a line in JavaScript alone, or a script."""
    return escape_signs(text, f"<>&{LINE_ENDS}")


def escape_signs(text: str, signs: str) -> str:
    """Return JSON with each of these signs, which stand in its strings alone, by its number."""
    for sign in signs:
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
