"""Turn a person's name into the full and the short forms by which texts name that person."""

import re
from collections.abc import Iterator, Sequence

from dateline.linking.common_words import (
    BUILDERS,
    COMMON_SURNAMES,
    FUNCTION_WORDS,
    GENERIC_NOUNS,
    GIVEN_NAMES,
    PARTICLES,
    TITLES,
)
from dateline.linking.rules import COMMON_SURNAME, GIVEN_NAME, HONORIFIC, MIDDLE_NAME, NICKNAME, SURNAME, TWO_SURNAMES

Form = tuple[str, str]
"""A form of a name, and the rule that makes it one."""

_NICKNAME = re.compile(r' (?:"[^"]+"|\([^)]+\)|\'[^\']+\')(?= )')
_SUFFIX = re.compile(r",? (?:Jr|Sr)\.?$")
_NUMERAL = re.compile(r"[IVX]+")
_FAMILY_NAME_FIRST = re.compile(r"[A-Z]\w*-[a-z]\w*")
_NO_GIVEN_NAMES = FUNCTION_WORDS | BUILDERS


def full_forms(name: str) -> Iterator[Form]:
    """Return the forms of a folded name that mean the person wherever they stand."""
    plain = _NICKNAME.sub("", name)
    if plain != name:
        yield plain, NICKNAME
    words = plain.split()
    untitled = _without_titles(words)
    if 2 <= len(untitled) < len(words):
        yield " ".join(untitled), HONORIFIC
    if _SUFFIX.search(plain) or _has_no_surname(untitled):
        return
    given, *parts = _group(untitled)
    if parts and _is_given_name(given):
        yield from _fewer_words(given, parts)


def short_forms(name: str) -> Iterator[Form]:
    """Return the forms of a folded name that mean the person only where a full one stands; none of X of Y."""
    words = _without_titles(_SUFFIX.sub("", _NICKNAME.sub("", name)).split())
    if len(words) > 1 and all(_NUMERAL.fullmatch(word) for word in words[1:]):
        yield words[0], GIVEN_NAME
    elif not _has_no_surname(words):
        yield from ((form, SURNAME) for form in surnames(name))
        first = _group(words)[-2:-1]
        if len(words) > 2 and first and first[0].lower() in COMMON_SURNAMES:
            yield first[0], COMMON_SURNAME
        given = words[0]
        if not _FAMILY_NAME_FIRST.fullmatch(words[-1]) and len(words) > 1 and _is_given_name(given):
            yield given, GIVEN_NAME


def surnames(name: str) -> Iterator[str]:
    """Return the surname of a folded name in its lengths: Lopez Obrador; van Gogh; Oseguera, Oseguera Cervantes."""
    words = _without_titles(_SUFFIX.sub("", _NICKNAME.sub("", name)).split())
    if not words or _has_no_surname(words) or _NUMERAL.fullmatch(words[-1]):
        return
    if _FAMILY_NAME_FIRST.fullmatch(words[-1]) and len(words) == 2:
        yield words[0]
        return
    if words[-2:-1] == ["von"]:
        yield words[-1]
    parts = _group(words)[1:] or words
    if len(parts) == 1:
        yield parts[0]
        return
    first, last = parts[-2:]
    if _is_surname(first):
        yield f"{first} {last}"
    if not _is_surname(first):
        yield last
    elif first.lower() not in COMMON_SURNAMES:
        yield first
        if last.lower() not in COMMON_SURNAMES:
            yield last


def _fewer_words(given: str, parts: Sequence[str]) -> Iterator[Form]:
    """Nemesio Oseguera, for Nemesio Oseguera Cervantes; Bonnie Dunbar, for Bonnie J. Dunbar; Johann Ewald."""
    surname = parts[-1].split()[-1] if parts[-1].split()[0] in ("von", "zu") else parts[-1]
    if len(parts) > 1 or surname != parts[-1]:
        yield f"{given} {surname}", MIDDLE_NAME
    has_two = len(parts) > 1 and _is_surname(parts[-2]) and parts[-1].lower() not in GENERIC_NOUNS
    if has_two:
        yield f"{given} {parts[-2]}", TWO_SURNAMES
    if len(parts) > 2:
        yield f"{given} {parts[-2]} {parts[-1]}", MIDDLE_NAME
        if has_two:
            yield " ".join((given, *parts[:-1])), TWO_SURNAMES


def _without_titles(words: Sequence[str]) -> Sequence[str]:
    first = next((i for i, word in enumerate(words) if word.lower().rstrip(".") not in TITLES), 0)
    return words[first:] if len(words) - first > 1 else words


def _group(words: Sequence[str]) -> Sequence[str]:
    """The words of a name, particles with the surname that they belong to."""
    parts: list[str] = []
    waiting: list[str] = []
    for word in words:
        waiting.append(word)
        if word.islower() or (word.lower() in PARTICLES and len(parts) > 0):
            continue
        parts.append(" ".join(waiting))
        waiting = []
    return parts + [" ".join(waiting)] * bool(waiting)


def _has_no_surname(words: Sequence[str]) -> bool:
    return any(word.islower() and word not in PARTICLES for word in words) or any("," in word for word in words)


def _is_surname(word: str) -> bool:
    return not word.endswith(".") and len(word) > 2 and word.lower() not in GIVEN_NAMES


def _is_given_name(word: str) -> bool:
    return len(word) > 2 and not word.endswith(".") and word.lower() not in _NO_GIVEN_NAMES
