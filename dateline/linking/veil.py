"""Turn the texts of a file that names private entities into texts with labels for their names, ready to be linked."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass, replace
from enum import Enum

from dateline.linking.drafts import Draft
from dateline.linking.folding import fold_text
from dateline.linking.guard import Guard
from dateline.linking.linked import LinkedText
from dateline.linking.masks import Mask, mask_tokens, mask_words, source_span
from dateline.linking.rules import COMMON_SURNAME, FULL_NAME_MISSING, SHARED_NAME
from dateline.linking.sheets import Sheet
from dateline.linking.withheld import Withheld, complain, strings_in
from dateline.model.addresses import is_web_address
from dateline.model.article import Article, Event, Page
from dateline.model.dataclass import dataclass
from dateline.model.date import HistoricalDate
from dateline.model.entity import Entity
from dateline.model.hiding import AS_THEY_ARE, hide
from dateline.model.mention import Decision, Mention
from dateline.model.names import Slug, slugify
from dateline.model.problem import Location, Problem
from dateline.model.text import Passage, line_starts
from dateline.reading.markdown import Tokens, shown_text, shown_words

VALUE = "value:"
"""Begins the part of a text that is no prose: the title of a source, a tag."""

_MAY_MEAN_THEM = frozenset({SHARED_NAME, FULL_NAME_MISSING, COMMON_SURNAME})
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Veil:
    """What is published of the texts of a file instead of what they say."""

    tokens: Mapping[str, Tokens]
    """Of each part that had to be changed."""
    words: Mapping[str, str]
    """Other texts of the file, and what is published for each that had to be changed."""
    problems: tuple[Problem, ...]
    read: str
    """All that was read for names, folded, a line for each block."""


NOTHING = Veil({}, {}, (), "")


def words_to_read(value: object, withheld: Withheld) -> tuple[str, ...]:
    """Return the texts of an article or page, beside its prose, that may name somebody private."""
    found = dict.fromkeys(_words(value))
    return tuple(text for text in found if withheld.may_concern(text))


def draw_veil(sheet: Sheet, texts: Mapping[str, LinkedText], withheld: Withheld) -> Veil:
    """Return what is published of texts that were read for the names of everybody.

    A name that may, or may not, be a private entity's is a problem; so is one that stands where none is looked for.
    """
    drafts = sheet.drafts
    masks = {draft.part: _masks(texts[draft.part], withheld) for draft in drafts}
    problems: list[Problem] = []
    tokens, words = {}, {}
    for draft in drafts:
        problems += _tell_doubtful(draft, texts[draft.part], withheld)
        text, of_part = draft.source.passage.text, masks[draft.part]
        if draft.part.startswith(VALUE):
            words[text] = mask_words(text, draft.resolved.tokens, of_part) if of_part else text
        else:
            masked = mask_tokens(draft.resolved.tokens, of_part)
            problems += _tell_left_over(draft, masked, of_part, withheld.guard)
            if of_part:
                tokens[draft.part] = masked
    return Veil(tokens, words, tuple(problems), sheet.text[1:-1])


def hide_article(article: Article, veil: Veil, withheld: Withheld) -> tuple[Article, Mapping[str, Tokens]]:
    """Return an article without those whose names are withheld, and the tokens of its parts that were changed."""
    hidden = hide(article, veil.words, withheld.labels.keys())
    events, tokens = _hide_events(article.events, hidden.events, veil)
    return replace(hidden, events=events), tokens


def hide_events(
    events: tuple[Event, ...], veil: Veil, withheld: Withheld
) -> tuple[tuple[Event, ...], Mapping[str, Tokens]]:
    """Return events without those whose names are withheld, and the tokens of parts of their file that were changed."""
    return _hide_events(events, hide(events, veil.words, withheld.labels.keys()), veil)


def _hide_events(
    events: tuple[Event, ...], hidden: tuple[Event, ...], veil: Veil
) -> tuple[tuple[Event, ...], Mapping[str, Tokens]]:
    tokens = dict(veil.tokens)
    taken: set[str] = set()
    renamed = []
    for before, event in zip(events, hidden, strict=True):
        slug = _slug(before, event, taken)
        taken.add(slug)
        for part in ("title", "text"):
            if (old := f"event:{before.slug}:{part}") in veil.tokens:
                tokens[f"event:{slug}:{part}"] = veil.tokens[old]
        renamed.append(replace(event, slug=slug))
    return tuple(renamed), tokens


def tell_values(value: Article | Entity | Page, guard: Guard) -> Iterator[Problem]:
    """Return a problem for each field of what was read in a file, its prose aside, that holds a private name."""
    keys = {} if isinstance(value, Entity) else value.keys
    for key, said in _values(value):
        found = map(guard.find, strings_in(said, passages=isinstance(value, Page)))
        if owner := next(filter(None, found), None):
            where = Location.at(value.location.path, keys[key]) if key in keys else value.location
            yield complain(owner, where, f"'{key}' holds", _REMEDIES.get(key, "write the label there, or leave it out"))


def _values(value: Article | Entity | Page) -> Iterator[tuple[str, object]]:
    """What a file says, by the names of fields; what Dateline does not know by the keys of its header."""
    for each in fields(value):
        if each.name not in _UNPUBLISHED:
            yield each.name, getattr(value, each.name)
    yield from ((key, {key: each}) for key, each in value.extra.items())


_UNPUBLISHED = frozenset({"body", "context", "extra", "keys", "location", "pins"})
_REMEDIES = {
    **dict.fromkeys(("name", "aliases", "weak_aliases", "forms"), "take the name away from this entity"),
    "path": "give the file another name",
    "slug": "write another slug: in the header, or give the file another name",
    "redirects": "take that old address away",
    "image": "give that file another name",
}


def _words(value: object, name: str = "") -> Iterator[str]:
    if name in AS_THEY_ARE or isinstance(value, HistoricalDate | Enum):
        return
    if isinstance(value, Passage):
        yield value.text
    elif isinstance(value, str):
        if not is_address(value):
            yield value
    elif isinstance(value, Mapping):
        yield from (text for each in value.values() for text in _words(each))
    elif isinstance(value, tuple | list):
        yield from (text for each in value for text in _words(each))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (text for each in fields(value) for text in _words(getattr(value, each.name), each.name))


def is_address(text: str) -> bool:
    """Return whether a text leads somewhere rather than saying something: a label in it would lead elsewhere."""
    return is_web_address(text) or ("/" in text and not any(map(str.isspace, text)))


def _slug(before: Event, event: Event, taken: AbstractSet[str]) -> Slug:
    """The slug of an event: another one, where it was made of a title that has a label now."""
    base = slugify(shown_words(before.title))
    if event.title.text == before.title.text or not re.fullmatch(rf"{re.escape(base)}(?:-\d+)?", event.slug):
        return event.slug
    slug = fresh = slugify(shown_words(event.title)) or Slug("event")
    count = 1
    while slug in taken:
        count += 1
        slug = Slug(f"{fresh}-{count}")
    return slug


def _masks(text: LinkedText, withheld: Withheld) -> list[Mask]:
    labels = withheld.labels
    found = [
        Mask(mention.block, mention.start, mention.end, labels[mention.means])
        for mention in text.mentions
        if mention.means is not None and mention.means in labels
    ]
    return sorted(found)


def _tell_doubtful(draft: Draft, text: LinkedText, withheld: Withheld) -> Iterator[Problem]:
    for mention in text.mentions:
        owner = next((each for each in mention.candidates if each in withheld.labels), None)
        if owner and _is_doubtful(mention):
            hint = f"write [[{owner}|{mention.surface}]] if it is, and [[!{mention.surface}]] if it is not"
            file = draft.source.file
            where = Location(file) if draft.part.startswith(VALUE) else Location.at(file, mention.place)
            yield complain(owner, where, f"'{mention.surface}' may be", hint)


def _is_doubtful(mention: Mention) -> bool:
    return mention.decision is Decision.AMBIGUOUS or (
        mention.decision is Decision.SUPPRESSED and mention.rule in _MAY_MEAN_THEM
    )


def _tell_left_over(draft: Draft, tokens: Tokens, masks: Sequence[Mask], guard: Guard) -> Iterator[Problem]:
    """A problem for each full name that no mask covers: in code, in an address, in the words of a link or image."""
    owner = next(filter(None, map(guard.find, _published(tokens))), None)
    if owner is None:
        return
    passage = draft.source.passage
    covered = [source_span(draft.blocks[mask.block], mask) for mask in masks]
    folded = fold_text(passage.text)
    places = [folded.span(*span) for span in guard.spans(folded.text.casefold())]
    open_places = [start for start, end in places if not any(low < end and start < high for low, high in covered)]
    for start in open_places or [_line_of_name(passage.text, guard)]:
        hint = "write the label there, or leave it out"
        yield complain(owner, Location.at(draft.source.file, passage.locate(start)), "this is", hint)


def _line_of_name(text: str, guard: Guard) -> int:
    """Where the first line starts in which a name is hidden by escapes or marks; 0 where no single line holds it."""
    lines = zip(line_starts(text), text.split("\n"), strict=True)
    return next((start for start, line in lines if guard.find(line)), 0)


def _published(tokens: Tokens) -> Iterator[str]:
    """Every text in tokens, what comments in HTML say left out."""
    for token in tokens:
        if token.type == "inline":
            yield shown_text(token.children or [])
        else:
            yield _COMMENT.sub("", token.content)
        yield from map(str, (*token.attrs.values(), token.info))
        yield from _published(tuple(token.children or ()))
