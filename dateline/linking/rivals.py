"""Find whom else a name may mean that counts for somebody: whoever is called nearly so, and was passed over."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from dateline.linking.common_words import BUILDERS, FUNCTION_WORDS, GENERIC_NOUNS
from dateline.linking.folding import fold
from dateline.linking.name_forms import Name, entity_names
from dateline.linking.rules import LINK, ONE_SENSE, PIN, WIKILINK, WRITTEN
from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity, Registry
from dateline.model.mention import Mention
from dateline.model.names import EntityId
from dateline.reading.content import Content

_BY_HAND = (PIN, WIKILINK, LINK)
_SORTS = frozenset(
    """
    cartel city club company corporation county department district emirate empire gang governorate island islands
    kingdom municipality parish party prefecture principality province region republic state territory town tribe
    village
    """.split()
)
"""Words for what something is, without which it is often called: New York City, Province of León."""
_ENDING = re.compile(r"(?<=\w{3})(?:[ei]?an|[aeiouy]+)$")
"""What differs between a land and its adjective: Rome, Roman; Persia, Persian."""
_WORD_BEFORE = re.compile(r"[^\W_][\w'’]*[ \n-]$")
_WORD_AFTER = re.compile(r"[ \n-][^\W_][\w'’]*")
_MOST_BESIDE = 2
_LONGEST_WORD = 40

_Bearer = tuple[EntityId, bool]
"""An entity, and whether it is called so only without the word for what it is."""


class Reason(StrEnum):
    """Why somebody else may be meant."""

    SAME_NAME = "same-name"
    """One sense of a shared name was chosen, since the article speaks of one of its bearers."""
    OTHER_FORM = "other-form"
    """A rule makes the same words a form of the other's name, and the one who is called so in full went before."""
    IN_SHORT = "in-short"
    """The other is called so without the word for what it is: New York, for New York City."""
    SMALL_LETTERS = "small-letters"
    """The words around are the other's name but for letter case: mainland Australia."""


REASONS = {
    Reason.SAME_NAME: "of the same name",
    Reason.OTHER_FORM: "whose name has that form too",
    Reason.IN_SHORT: "for which it may be short",
    Reason.SMALL_LETTERS: "whose name it is but for letter case",
}
"""What makes another possible, in words."""


@dataclass(frozen=True, slots=True)
class Rival:
    """Somebody else whom a name may mean."""

    entity: EntityId
    reason: Reason
    words: str
    """The author's words that may mean the other: the name, or more than that."""


@dataclass(frozen=True, slots=True)
class Rivals:
    """The names of a registry, to be asked who else goes by one."""

    registry: Registry
    forms: Mapping[str, Sequence[Name]]
    """Forms that rules derive from names and that count by themselves, by their folded text."""
    roots: Mapping[tuple[str, str], Sequence[_Bearer]]
    """Who is called so, by the kind of entity and the root of the name; nobody who is a person."""
    small: Mapping[str, Sequence[tuple[str, EntityId]]]
    """Folded names of two words or more and whose they are, by the name in small letters."""

    def find(self, mention: Mention, block: str) -> tuple[Rival, ...]:
        """Return who else may be meant by a mention of the block with this text; nobody where the author has said."""
        if mention.means is None or mention.rule in _BY_HAND:
            return ()
        found: dict[EntityId, Rival] = {}
        for rival in (*self._in_small(mention, block), *self._of_the_name(mention), *self._in_short(mention)):
            if rival.entity != mention.means:
                found.setdefault(rival.entity, rival)
        return tuple(found.values())

    def _in_small(self, mention: Mention, block: str) -> Iterator[Rival]:
        for words in _around(block, mention.start, mention.end) if self.small else ():
            form = fold(words)
            for name, entity in self.small.get(form.lower(), ()):
                if name != form:
                    yield Rival(entity, Reason.SMALL_LETTERS, words)

    def _of_the_name(self, mention: Mention) -> Iterator[Rival]:
        if mention.rule == ONE_SENSE:
            yield from (Rival(entity, Reason.SAME_NAME, mention.surface) for entity in mention.candidates)
        elif mention.rule in WRITTEN:
            for name in self.forms.get(fold(mention.surface), ()):
                yield Rival(name.entity, Reason.OTHER_FORM, mention.surface)

    def _in_short(self, mention: Mention) -> Iterator[Rival]:
        own = mention.means
        assert own is not None  # noqa: S101
        bearers = self.roots.get((self.registry.by_id[own].kind, _root(fold(mention.surface))), ())
        is_short = (own, True) in bearers
        for entity, is_bare in bearers:
            if is_bare or is_short:
                yield Rival(entity, Reason.IN_SHORT, mention.surface)


def index_rivals(content: Content) -> Rivals:
    """Return what is to be known of the content's registry."""
    people = {kind.name for kind in content.settings.kinds if kind.schema_type == "Person"}
    forms: dict[str, list[Name]] = {}
    roots: dict[tuple[str, str], list[_Bearer]] = {}
    small: dict[str, list[tuple[str, EntityId]]] = {}
    for entity in content.registry.entities:
        for form, name in entity_names(entity, entity.kind in people):
            if not name.is_weak and name.rule not in WRITTEN and name.rule not in content.settings.off:
                forms.setdefault(form, []).append(name)
        for form in _written(entity):
            if " " in form:
                small.setdefault(form.lower(), []).append((form, entity.id))
            for key, is_bare in _roots(form) if entity.kind not in people else ():
                roots.setdefault((entity.kind, key), []).append((entity.id, is_bare))
    return Rivals(content.registry, forms, roots, small)


def _written(entity: Entity) -> Iterator[str]:
    yield from dict.fromkeys(fold(name.strip()) for name in (entity.name, *entity.aliases))


def _roots(form: str) -> Iterator[tuple[str, bool]]:
    yield _root(form), False
    if bare := _without_sort(form):
        yield _root(bare), True


def _without_sort(form: str) -> str:
    """New York, of New York City, and León, of Province of León; empty where nothing is left that could be a name."""
    words = form.split()
    if len(words) > 1 and words[-1].lower() in _SORTS:
        words = words[:-1]
    elif len(words) > 2 and words[0].lower() in _SORTS and words[1] in ("of", "de"):
        words = words[2:]
    else:
        return ""
    is_name = words[-1].lower() not in BUILDERS | GENERIC_NOUNS | FUNCTION_WORDS and words[-1][0].isupper()
    return " ".join(words) if is_name else ""


def _root(form: str) -> str:
    small = form.lower()
    return small if " " in small else _ENDING.sub("", small)


def _around(block: str, start: int, end: int) -> Iterator[str]:
    """The name with a word or two before or after it, or both; the longest first."""
    starts, ends = [start], [end]
    for _ in range(_MOST_BESIDE):
        before = _WORD_BEFORE.search(block, max(0, starts[-1] - _LONGEST_WORD), starts[-1])
        starts += [before.start()] if before else []
        after = _WORD_AFTER.match(block, ends[-1])
        ends += [after.end()] if after else []
    spans = {(low, high) for low in starts for high in ends} - {(start, end)}
    for low, high in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        yield block[low:high]
