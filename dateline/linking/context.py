"""Say whether a name is only a part of a bigger capitalised name: *New* Mexico, Jalisco *State Police*.

A line end in a folded text is the end of a block: no name runs over it.
"""

import re
from collections.abc import Set as AbstractSet
from string import ascii_lowercase

from dateline.linking.common_words import BUILDERS, FUNCTION_WORDS, GENERIC_NOUNS, TITLES
from dateline.linking.name_forms import GROUP, Name
from dateline.linking.rules import BIGGER_NAME, FAMILY
from dateline.model.dataclass import dataclass

_BEFORE = re.compile(
    r"(?:(?<![\w.])([^\W\d_])\. ?"
    r"|([^\W\d_](?:[\w']|-(?=\w))*)[ -]"
    r"|(?:[^\W\d_]\w*\.? )?[\"'(]([^\W\d_][^\"'()\n]{0,40})[\"')] )$"
)
"""An initial, a word, or a nickname in quotes with the given name before it."""
_AFTER = re.compile(r"[ -](?!\w-)([^\W\d_][\w']*+)(?!:)")
_FIRM_BEFORE = re.compile(r"(?<!\w)[A-Z][\w']* & $")
_FIRM_AFTER = re.compile(r" & [A-Z]| [A-Z]&[A-Z]")
_GLUED = re.compile(r"[+$€£]|\.[a-z]|\.[A-Z]\w")
_SENTENCE_START = re.compile(r"(?:^|(?<=\n)|[.!?:;¿¡]['\")]?|- )\s*[\"'(]*$")
_ADJECTIVE = re.compile(r"(?:anti|ex|non|pan|post|pre|pro)-", re.IGNORECASE)
_NO_PART_AFTER = ",;!?'\")\n"
"""Behind one of these no part of a name is."""

_NO_PART_BEFORE = frozenset(("", ", ", "; ", ": ", "! ", "? "))
_CALM_AFTER = frozenset((".", ". ", ".\n", *(f" {letter}" for letter in ascii_lowercase)))
_NEAR = 12
_JOINTS = (" ", "-", ".")
_LONGEST_NEIGHBOUR = 60
_LONGEST_OPENING = 8
_ARTICLES = frozenset(("El", "La", "Los", "Las"))
_PARTS = BUILDERS | GENERIC_NOUNS


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of the words around a name."""

    common: AbstractSet[str]
    """Words that the author also writes with a small letter: no parts of names."""
    starts: AbstractSet[int]
    """Where full names start in the text: what stands beside one (the Mexico-US border) is not a part of it."""
    ends: AbstractSet[int]


def is_alone(text: str, start: int, end: int) -> bool:
    """Return whether one look at both sides of a name tells that no part of a name is there.

    So it is mostly, and it spares asking `find_bigger_name`, which would say None.
    """
    if not (text[end : end + 2] in _CALM_AFTER or text[end : end + 1] in _NO_PART_AFTER):
        return False
    near = text[start - _NEAR : start]
    # Mostly a whole word stands there, and a space: all of it small.
    if near.islower() and near[-1] == " " and near[-2].islower() and near.count(" ") > 1:
        return True
    before = text[start - 2 : start] if start > 1 else ""
    return before in _NO_PART_BEFORE or "\n" in before or (before != "& " and _search_before(text, start) is None)


def find_bigger_name(text: str, start: int, end: int, name: Name, around: Surroundings) -> str | None:
    """Return the rule by which the name between these offsets of the folded text is a part of a bigger one, if any.

    A name of two words or more is held to be whole at its beginning: only words that names are made with
    (Western European Union) may come before it. Beside a person's short name every capitalised word counts.
    """
    if _GLUED.match(text, end) or _is_firm(text, start, end, around):
        return BIGGER_NAME
    if name.is_person and name.is_weak:
        return FAMILY if _has_other_name(text, start, end, around) else None
    before = _search_before(text, start)
    if before and _is_part_before(text, before, around, text[start:end]):
        return BIGGER_NAME
    after = _AFTER.match(text, end)
    if after is None or after.start(1) in around.starts or not _is_name_part(after[1], around.common):
        return None
    return None if name.kind == GROUP and _is_its_own(text[start:end], after[1].lower()) else BIGGER_NAME


def _is_its_own(group: str, after: str) -> bool:
    """Whether what follows a group's name is something of the group's: its officer, product or prize."""
    is_ordinary = group.lower() in _PARTS
    return not is_ordinary and after not in _PARTS


def _is_firm(text: str, start: int, end: int, around: Surroundings) -> bool:
    """Tavares & Sons; Texas A&M."""
    after = _FIRM_AFTER.match(text, end)
    if after and after.end() - 1 not in around.starts:
        return True
    if not text.endswith(" & ", 0, start) or start - 3 in around.ends:
        return False
    return _FIRM_BEFORE.search(text, max(0, start - _LONGEST_NEIGHBOUR), start) is not None


def _search_before(text: str, start: int) -> re.Match[str] | None:
    """The capitalised word before a name, if there may be one: most names follow a small one, or a comma."""
    word = text.rfind(" ", 0, max(0, start - 1)) + 1
    last = text[word:start]
    if "\n" in last:
        last = last[last.rindex("\n") + 1 :]
    before = last[-2:-1]
    if last[-1:] not in _JOINTS or before in ",;:!?" or (before.isalpha() and last.islower()):
        return None
    return _BEFORE.search(text, max(0, start - _LONGEST_NEIGHBOUR) if before in "\"')]" else start - len(last), start)


def _is_part_before(text: str, match: re.Match[str], around: Surroundings, name: str) -> bool:
    word = match[1] or match[2]
    if word is None or _ADJECTIVE.match(word):
        return False
    word = word.rpartition("-")[2]
    if name.lower() in GENERIC_NOUNS:
        return _is_other_name(text, match.start(), word, around.common)
    if match.end(2) in around.ends or _is_article(text, match.start(), word, around.common, name):
        return False
    return _is_name_part(word, around.common) and (" " not in name or word.lower() in BUILDERS)


def _is_article(text: str, start: int, word: str, common: AbstractSet[str], name: str) -> bool:
    """Whether *El* or *La* owes its capital to the sentence that it opens: a text in Spanish writes it small elsewhere.

    Before a single word it may be a part of the name: La Laguna.
    """
    if word not in _ARTICLES or word.lower() not in common or not (" " in name or name.isupper()):
        return False
    return _opens_sentence(text, start)


def _opens_sentence(text: str, start: int) -> bool:
    return _SENTENCE_START.search(text, max(0, start - _LONGEST_OPENING), start) is not None


def _is_name_part(word: str, common: AbstractSet[str]) -> bool:
    if not word[:1].isupper() or word.endswith("'s"):
        return False
    small = word.lower()
    return small in _PARTS or not (small in FUNCTION_WORDS or small in TITLES or small in common)


def _has_other_name(text: str, start: int, end: int, around: Surroundings) -> bool:
    """Whether a capitalised word beside a person's short name makes it somebody else's, or something else."""
    before = _search_before(text, start)
    if before and not {before.end(2), before.end(3)} & around.ends:
        word = before[1] or before[2] or before[3]
        if text[start - 1] == "-" and not _ADJECTIVE.match(word + "-"):
            return True
        if not _ADJECTIVE.match(word) and _is_other_name(text, before.start(), word, around.common):
            return True
    after = _AFTER.match(text, end)
    return (
        after is not None and after.start(1) not in around.starts and _is_other_name(text, end, after[1], frozenset())
    )


def _is_other_name(text: str, start: int, word: str, common: AbstractSet[str]) -> bool:
    small = word.lower()
    if not word[:1].isupper() or word.endswith("'s") or small in FUNCTION_WORDS or small in TITLES:
        return False
    return not (small in common and _opens_sentence(text, start))
