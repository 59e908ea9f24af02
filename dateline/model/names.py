"""Turn text into strings that are not just strings: slugs, entity ids, URL paths and permalinks."""

import re
import unicodedata
from typing import NewType

Slug = NewType("Slug", str)
"""The last part of a URL: letters, digits and single hyphens, in lower case."""

EntityId = NewType("EntityId", str)
"""The folder of an entity's kind and its slug: `people/nemesio-oseguera-cervantes`."""

UrlPath = NewType("UrlPath", str)
"""A URL path below the site's root, with no leading slash; a folder ends in one: `people/`, `feed.xml`, `` (home)."""

_LETTERS_THAT_DO_NOT_DECOMPOSE = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h"}
)


def slugify(text: str) -> Slug:
    """Return the slug of any text: diacritics go, other scripts stay, everything else becomes a hyphen.

    The result may be empty (`"!?"`); it never holds a slash, a dot or a space. Idempotent.
    """
    lowered = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS_THAT_DO_NOT_DECOMPOSE)
    kept = "".join(c for c in lowered if not unicodedata.combining(c) or not _is_latin_like(c))
    kept = re.sub(r"['’ʼ]", "", kept)
    return Slug(re.sub(r"[^\w]+|_+", "-", unicodedata.normalize("NFC", kept)).strip("-"))


def is_slug(text: str) -> bool:
    """Return whether a text that an author wrote as a slug can be one as it stands."""
    return bool(text) and slugify(text) == text


def entity_id(folder: str, slug: Slug) -> EntityId:
    """Return the id of the entity with this slug in the folder of its kind."""
    return EntityId(f"{folder}/{slug}")


def _is_latin_like(mark: str) -> bool:
    """Whether a combining mark only decorates a letter; in Indic and Arabic scripts it is one."""
    return "\u0300" <= mark <= "\u036f"
