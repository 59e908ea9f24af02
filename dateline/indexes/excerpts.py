"""Turn a mention into the sentence that it stands in, the mention marked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from operator import attrgetter
from types import MappingProxyType
from zlib import crc32

from dateline.indexes.sentences import split_sentences
from dateline.linking.linked import LinkedText
from dateline.linking.tokens import find_marks
from dateline.model.light import light
from dateline.model.mention import Mention
from dateline.model.names import EntityId

Span = tuple[int, int]
Sentence = tuple[int, int, str, Sequence[Mention]]
"""Where a sentence starts and ends in its block, in code points from 0; its `id` on the page of its article; mentions.

What looks like the end of a sentence within a name is none: `Washington, D.C. Police`."""

Sentences = Mapping[int, Sequence[Sentence]]
"""The sentences of a text that name anybody, by the number of their block, in its order."""

_NO_NOTES: Mapping[str, int] = MappingProxyType({})


@light
class Excerpt:
    """A sentence (or more) of a text, cut into pieces, some of them marked."""

    pieces: tuple[tuple[str, bool], ...]
    """Text and whether it is marked; joined, they are the words of the author."""
    notes: tuple[tuple[int, int], ...] = ()
    """The footnotes of its article that it refers to: behind how many pieces, and the number of the note."""
    anchor: str = ""
    """The `id` of the sentence on the page of its article; empty: it does not stand in the text of one."""

    @property
    def text(self) -> str:
        """The words, without marks."""
        return "".join(text for text, _ in self.pieces)


def naming_sentences(text: LinkedText) -> Sentences:
    """Return the sentences of a text that name anybody, by the number of their block, in its order.

    Anchors are digests of the words: a sentence keeps its own whatever is written around it.
    """
    naming = (mention for mention in text.mentions if mention.means is not None)
    blocks = groupby(naming, key=attrgetter("block"))
    return {number: _naming_sentences(text.blocks[number], list(mentions)) for number, mentions in blocks}


def excerpts_by_entity(
    text: LinkedText,
    numbers: Mapping[str, int] = _NO_NOTES,
    *,
    whole_paragraphs: bool = False,
    has_anchors: bool = False,
    sentences: Sentences | None = None,
) -> Mapping[EntityId, tuple[Excerpt, ...]]:
    """Return, for each entity that a text names, the sentences (or paragraphs) that name it, each once, in order.

    `numbers` are those of the footnotes of its article, by their names; `has_anchors`: whether the page of the article
    has the anchors of the sentences; `sentences` are those that name anybody, where they are known already.
    """
    notes = find_marks(text.unlinked) if numbers else {}
    found: defaultdict[EntityId, list[Excerpt]] = defaultdict(list)
    for number, naming in (naming_sentences(text) if sentences is None else sentences).items():
        block = text.blocks[number]
        noted = [(offset, numbers[label]) for offset, label in notes.get(number, ())]
        stretches = _whole_paragraph(block, naming) if whole_paragraphs else naming
        for start, end, anchor, mentions in stretches:
            for entity, marks in _marks_by_entity(mentions).items():
                found[entity].append(_excerpt(block, (start, end), marks, noted, anchor if has_anchors else ""))
    return {entity: tuple(excerpts) for entity, excerpts in found.items()}


def _naming_sentences(block: str, mentions: Sequence[Mention]) -> Sequence[Sentence]:
    found: list[Sentence] = []
    begin = named = waiting = reach = 0
    for start, end in split_sentences(block):
        if reach > start:
            found.pop()
        else:
            begin, named = start, waiting
        while waiting < len(mentions) and mentions[waiting].start < end:
            reach = max(reach, mentions[waiting].end)
            waiting += 1
        if waiting > named:
            found.append((begin, end, _anchor(block, begin, end), mentions[named:waiting]))
    return found


def _whole_paragraph(block: str, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """The paragraph for each whom it names, with the anchor of the sentence that names it first."""
    anchors: dict[EntityId | None, str] = {}
    named: defaultdict[EntityId | None, list[Mention]] = defaultdict(list)
    for _, _, anchor, mentions in sentences:
        for mention in mentions:
            anchors.setdefault(mention.entity, anchor)
            named[mention.entity].append(mention)
    for entity, mentions in named.items():
        yield 0, len(block), anchors[entity], mentions


def _anchor(block: str, start: int, end: int) -> str:
    return f"s-{crc32(block[start:end].encode(errors='surrogatepass')):08x}"


def unmarked_excerpt(text: LinkedText, numbers: Mapping[str, int] = _NO_NOTES) -> Excerpt:
    """Return the whole of a text, nothing in it marked; `numbers` as above."""
    starts = (0, *accumulate(len(block) + 1 for block in text.blocks[:-1]))
    notes = find_marks(text.unlinked) if numbers else {}
    noted = [(starts[block] + offset, numbers[label]) for block, marks in notes.items() for offset, label in marks]
    whole = " ".join(text.blocks)
    return _excerpt(whole, (0, len(whole)), [], noted) if noted else Excerpt(((whole, False),))


def _marks_by_entity(mentions: Iterable[Mention]) -> Mapping[EntityId, list[Span]]:
    marks: dict[EntityId, list[Span]] = {}
    for mention in mentions:
        if mention.entity is not None:
            marks.setdefault(mention.entity, []).append((mention.start, mention.end))
    return marks


def _excerpt(block: str, span: Span, marks: list[Span], noted: list[tuple[int, int]], anchor: str = "") -> Excerpt:
    """The excerpt between these offsets; `noted` are the offsets of footnotes and their numbers, in order."""
    pieces = tuple(_pieces(block, span, marks))
    inside = [(offset - span[0], number) for offset, number in noted if span[0] < offset <= span[1]]
    return Excerpt(*_cut_at_notes(pieces, inside), anchor) if inside else Excerpt(pieces, (), anchor)


def _cut_at_notes(
    pieces: tuple[tuple[str, bool], ...], noted: list[tuple[int, int]]
) -> tuple[tuple[tuple[str, bool], ...], tuple[tuple[int, int], ...]]:
    """These pieces cut where notes stand, and the notes behind them; offsets are from the beginning."""
    cut: list[tuple[str, bool]] = []
    notes: list[tuple[int, int]] = []
    waiting, position = list(noted), 0
    for text, is_marked in pieces:
        rest = text
        while waiting and waiting[0][0] <= position + len(rest):
            offset, number = waiting.pop(0)
            before, rest = rest[: offset - position], rest[offset - position :]
            cut += [(before, is_marked)] if before else []
            position = offset
            notes.append((len(cut), number))
        cut += [(rest, is_marked)] if rest else []
        position += len(rest)
    return tuple(cut), tuple(notes)


def _pieces(block: str, span: Span, marks: list[Span]) -> Iterator[tuple[str, bool]]:
    position, end = span
    for start, stop in marks:
        if position < start:
            yield block[position:start], False
        yield block[start:stop], True
        position = stop
    if position < end:
        yield block[position:end], False
