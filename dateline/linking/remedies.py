"""Turn what an author wants into the exact line to write: a pin, an alias, a wikilink."""

import json
import re
from collections.abc import Iterable, Iterator

from dateline.linking.files import LinkedFile
from dateline.linking.rules import FULL_NAME_MISSING, LEFT_ALONE, POLICY, REPEATED
from dateline.model.article import Article
from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity, Registry
from dateline.model.mention import Decision, Mention
from dateline.model.names import EntityId

_PLAIN = re.compile(r"[^\W\d_](?:[\w.'’]|[ -](?=\w))*")
_NOT_TEXT = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""Words that YAML reads as something else."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """A line to write."""

    where: str
    """`in the text`, `on the command line`, or `in the header of content/articles/a.md`."""
    line: str
    effect: str
    """What it does: `links it to Ana Ruiz here`."""


def remedies_for(mention: Mention, file: LinkedFile, registry: Registry) -> tuple[Remedy, ...]:
    """Return what the author of a file can write where a decision is not what they want."""
    if mention.rule == LEFT_ALONE:
        return (Remedy("in the text", mention.surface, "lets Dateline decide"),)
    return (
        *_complete(mention, registry),
        *_choose(mention, file, registry),
        *_link_more(mention, file),
        *_link_less(mention, file),
    )


def mean(file: LinkedFile, words: str, entity: Entity) -> Iterator[Remedy]:
    """Yield what makes these words of the file mean an entity."""
    if file.article:
        line = pin_line(file.article, words, entity.id)
        yield Remedy(f"in the header of {file.path}", line, f"reads it as {entity.name} in the whole article")
    yield Remedy("in the text", wikilink(entity.id, words), f"links it to {entity.name} here")


def pin_line(article: Article, surface: str, entity: EntityId) -> str:
    """Return the line of the article's header that pins this name, and all that it pins already."""
    pins = {**article.pins, surface: entity}
    return f"entities: {{{', '.join(f'{_yaml(name)}: {meant}' for name, meant in pins.items())}}}"


def alias_line(entity: Entity, name: str) -> str:
    """Return the line of the entity's header that adds an alias to those it has."""
    return f"aliases: [{', '.join(_yaml(alias) for alias in (*entity.aliases, name))}]"


def wikilink(entity: EntityId, surface: str) -> str:
    """Return the words, linked by hand."""
    return f"[[{entity}|{surface}]]"


def leave_alone(surface: str) -> str:
    """Return the words, marked as no name."""
    return f"[[!{surface}]]"


def alternatives(words: Iterable[str]) -> str:
    """Return the words with *or* between them: a, b or c."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def times(count: int) -> str:
    """Return how often something happens, in words."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _complete(mention: Mention, registry: Registry) -> Iterator[Remedy]:
    if mention.rule == FULL_NAME_MISSING:
        for entity in mention.candidates:
            yield Remedy("in the text", registry.by_id[entity].name, "said once in full, makes the short name count")


def _choose(mention: Mention, file: LinkedFile, registry: Registry) -> Iterator[Remedy]:
    """Say who is meant: anybody but the one for whom it counts already."""
    for entity in (each for each in mention.candidates if each != mention.means):
        yield from mean(file, mention.surface, registry.by_id[entity])
    if mention.decision is Decision.AMBIGUOUS and file.article:
        for entity in mention.candidates:
            path = registry.by_id[entity].location.path
            words = "context: [a word that stands in such articles]"
            yield Remedy(f"in the header of {path}", words, f"reads it as {entity} wherever that word stands too")


def _link_more(mention: Mention, file: LinkedFile) -> Iterator[Remedy]:
    if mention.decision is Decision.COUNTED and mention.entity:
        if mention.kept in (POLICY, REPEATED):
            yield Remedy("in the text", wikilink(mention.entity, mention.surface), "links it here")
        if mention.kept == REPEATED and file.article:
            yield Remedy(f"in the header of {file.path}", "links: all", "links every mention in the article")


def _link_less(mention: Mention, file: LinkedFile) -> Iterator[Remedy]:
    yield Remedy("in the text", leave_alone(mention.surface), "leaves it alone")
    if mention.decision is Decision.LINKED and file.article:
        yield Remedy(f"in the header of {file.path}", "links: none", "links nothing in the article but what you link")


def _yaml(text: str) -> str:
    """The text as YAML's flow style has it (YAML 1.2, section 7.4): plain where that is safe."""
    is_plain = _PLAIN.fullmatch(text) is not None and text.lower() not in _NOT_TEXT
    return text if is_plain else json.dumps(text, ensure_ascii=False)
