"""Turn entities into what pages say of a linked name, in scripts that are loaded when somebody first asks."""

import json
from collections.abc import Iterable, Mapping

from dateline.indexes.announced import Announced
from dateline.indexes.dates import is_known, read_date, sort_key
from dateline.indexes.records import EntityRecord
from dateline.model.names import UrlPath
from dateline.model.urls import CARDS, entity_url
from dateline.rendering.catalogues import mark_words
from dateline.rendering.date_words import marked_words
from dateline.rendering.exports.rows import Material
from dateline.rendering.known_words import say_kind
from dateline.rendering.search_index import escape_script
from dateline.rendering.tongues import tell_script
from dateline.rendering.viewpoint import shorten

SHARDS = 16
"""In so many files the cards are at most: `templates/assets/cards.js` counts them too."""
_LONGEST = 240
"""Characters of a summary."""

Card = tuple[str, str, str, str, str, str]
"""Name, kind in words, kind as CSS class, summary, first seen, last seen; each but the first three may be empty."""


def shard_cards(records: Iterable[EntityRecord]) -> Mapping[UrlPath, list[EntityRecord]]:
    """Return the files of cards, each with the entities that it holds, in their order.

    In which one an entity is says the sum of the code points of its URL path.
    """
    found: dict[UrlPath, list[EntityRecord]] = {}
    for record in records:
        shard = sum(map(ord, entity_url(record.entity.id))) % SHARDS
        found.setdefault(UrlPath(f"{CARDS}{shard}.js"), []).append(record)
    return found


def write_cards(records: Iterable[EntityRecord], material: Material, announced: Announced) -> bytes:
    """Return a file of cards: a classic script that calls `datelineCards` with their language and the cards by URL.

    What is `announced` has not been seen yet.
    """
    cards = {entity_url(record.entity.id): _card(record, material, announced) for record in records}
    pairs = (_pair(url, card) for url, card in cards.items() if any(card[3:]))
    listed = escape_script(",\n".join(pairs))
    script = f"datelineCards({json.dumps(material.settings.language)}, {{\n{listed}\n}});\n"
    return tell_script(script, material.words.language).encode()


def _pair(url: UrlPath, card: Card) -> str:
    return f"{json.dumps(url, ensure_ascii=False)}:{json.dumps(card, ensure_ascii=False, separators=(',', ':'))}"


def _card(record: EntityRecord, material: Material, announced: Announced) -> Card:
    entity, kind = record.entity, material.settings.kind(record.entity.kind)
    label = say_kind(kind.label, mark_words(material.words, material.settings.language))
    return entity.name, label, kind.name, shorten(record.description, _LONGEST), *_seen(record, material, announced)


def _seen(record: EntityRecord, material: Material, announced: Announced) -> tuple[str, str]:
    """When it was seen first and last, in words."""
    known = (time for time in material.indexes.dossiers.times(record.entity.id) if is_known(time))
    times = [time for time in known if time not in announced]
    if not times:
        return "", ""
    first, last = (marked_words(read_date(time), material.settings.language) for time in _ends(times))
    return first, last


def _ends(times: list[str]) -> tuple[str, str]:
    return min(times, key=sort_key), max(times, key=sort_key)
