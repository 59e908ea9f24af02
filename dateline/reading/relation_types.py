"""Turn the `[relations]` of `site.toml` into types of relation, and an author's words into one of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.model.relation_type import RelationType, built_in_types
from dateline.model.text import Place
from dateline.reading.nodes import TableNode
from dateline.reading.values import Form

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_BETWEEN_WORDS = re.compile(r"[\s_-]+")

Meaning = tuple[RelationType, bool]
"""A type, and whether it is seen from its object: `led by`."""


def read_relation_types(form: Form, language: str) -> tuple[RelationType, ...]:
    """Return the types of relation of a site: those that every site has, and its own; `language` is the site's."""
    types = {each.name: each for each in built_in_types(language)}
    table = form.table_at("relations")
    for entry in table.entries if table else ():
        if not _NAME.fullmatch(entry.key):
            hint = "use lower-case letters, digits and hyphens"
            form.refuse(f"'{entry.key}' cannot name a type of relation", entry.place, hint)
        elif not isinstance(entry.node, TableNode):
            hint = f"write [relations.{entry.key}]"
            form.refuse(f"the relation '{entry.key}' should be a table", entry.place, hint)
        else:
            read = _read_type(form.inner(entry.node), types.get(entry.key), entry.key, entry.place)
            if _are_free(read, [each for each in types.values() if each.name != read.name], form, entry.place):
                types[entry.key] = read
    return tuple(types.values())


def find_type(text: str, types: Sequence[RelationType]) -> Meaning | None:
    """Return what an author's words mean: the name of a type, or the words for either end of it."""
    return _meanings(types).get(_fold(text))


def known_words(types: Sequence[RelationType]) -> tuple[str, ...]:
    """Return the words that an author may write for a type of relation."""
    return tuple(_meanings(types))


def _read_type(form: Form, before: RelationType | None, name: str, place: Place) -> RelationType:
    """Return a type with the keys of the form in it, in place of those that it has."""
    base = before or RelationType(name, name.replace("-", " "), "")
    label = form.text("label") or base.label
    flag = form.flag("symmetric")
    is_symmetric = base.is_symmetric if flag is None else flag
    inverse = form.text("inverse")
    form.close("it is left out")
    if is_symmetric:
        if inverse:
            hint = "leave out inverse, or symmetric"
            form.refuse(f"the relation '{name}' is symmetric, and has words for its other end", place, hint)
        return RelationType(name, label, label, is_symmetric=True)
    inverse = inverse or ("" if base.is_symmetric else base.inverse)
    if not inverse:
        hint = 'write inverse = "financed by", or symmetric = true'
        form.refuse(f"the relation '{name}' has no words for its other end", place, hint)
    return replace(base, label=label, inverse=inverse, is_symmetric=False)


def _are_free(read: RelationType, others: Sequence[RelationType], form: Form, place: Place) -> bool:
    """Whether no other type has one of the words of this one; say which has."""
    taken = _meanings(others)
    for word in dict.fromkeys(_words(read)):
        if word in taken:
            message = f"'{word}' would mean both '{taken[word][0].name}' and '{read.name}'"
            form.refuse(message, place, "give one of them other words")
            return False
    return True


def _meanings(types: Sequence[RelationType]) -> Mapping[str, Meaning]:
    found: dict[str, Meaning] = {}
    for each in types:
        for word in _words(each):
            found.setdefault(word, (each, word == _fold(each.inverse) and not each.is_symmetric))
    return found


def _words(each: RelationType) -> Iterator[str]:
    yield from (word for word in map(_fold, (each.label, each.name, each.inverse)) if word)


def _fold(text: str) -> str:
    return _BETWEEN_WORDS.sub(" ", text.strip()).casefold()
