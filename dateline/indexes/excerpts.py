"""Turn a mention into the sentence that it stands in, the mention marked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from types import MappingProxyType
from zlib import crc32

from dateline.indexes.sentences import split_sentences
from dateline.linking.linked import LinkedText
from dateline.linking.tokens import find_marks
from dateline.model.light import light
from dateline.model.mention import Mention
from dateline.model.names import EntityId

Span = tuple[int, int]
Sentence = tuple[int, int, str]
"""Where a sentence starts and ends in its block, in code points from 0, and its `id` on the page of its article."""

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


def excerpts_by_entity(
    text: LinkedText,
    numbers: Mapping[str, int] = _NO_NOTES,
    *,
    whole_paragraphs: bool = False,
    has_anchors: bool = False,
) -> Mapping[EntityId, tuple[Excerpt, ...]]:
    """Return, for each entity that a text names, the sentences (or paragraphs) that name it, each once, in order.

    `numbers` are those of the footnotes of its article, by their names; `has_anchors`: whether the page of the article
    has the anchors that `naming_sentences` gives for the text.
    """
    notes = find_marks(text.unlinked) if numbers else {}
    found: defaultdict[EntityId, list[Excerpt]] = defaultdict(list)
    naming = (mention for mention in text.mentions if mention.means is not None)
    for number, mentions in groupby(naming, key=lambda mention: mention.block):
        block, inside = text.blocks[number], list(mentions)
        noted = [(offset, numbers[label]) for offset, label in notes.get(number, ())]
        sentences = _unbroken(split_sentences(block), inside)
        for span in ((0, len(block)),) if whole_paragraphs else sentences:
            for entity, marks in _marks_in(span, inside).items():
                excerpt = _excerpt(block, span, marks, noted)
                if has_anchors:
                    first = next(each for each in sentences if each[0] <= marks[0][0] < each[1])
                    excerpt = Excerpt(excerpt.pieces, excerpt.notes, _anchor(block, first))
                found[entity].append(excerpt)
    return {entity: tuple(excerpts) for entity, excerpts in found.items()}


def naming_sentences(text: LinkedText) -> Mapping[str, Sequence[Sentence]]:
    """Return the sentences of a text that name anybody, by the text of their block, in its order.

    Anchors are digests of the words: a sentence keeps its own whatever is written around it.
    """
    found: dict[str, Sequence[Sentence]] = {}
    naming = (mention for mention in text.mentions if mention.means is not None)
    for number, mentions in groupby(naming, key=lambda mention: mention.block):
        block, inside = text.blocks[number], list(mentions)
        spans = _unbroken(split_sentences(block), inside)
        starts = [mention.start for mention in inside]
        found[block] = [
            (start, end, _anchor(block, (start, end)))
            for start, end in spans
            if any(start <= place < end for place in starts)
        ]
    return found


def _anchor(block: str, span: Span) -> str:
    return f"s-{crc32(block[span[0] : span[1]].encode(errors='surrogatepass')):08x}"


def unmarked_excerpt(text: LinkedText, numbers: Mapping[str, int] = _NO_NOTES) -> Excerpt:
    """Return the whole of a text, nothing in it marked; `numbers` as above."""
    starts = (0, *accumulate(len(block) + 1 for block in text.blocks[:-1]))
    notes = find_marks(text.unlinked) if numbers else {}
    noted = [(starts[block] + offset, numbers[label]) for block, marks in notes.items() for offset, label in marks]
    whole = " ".join(text.blocks)
    return _excerpt(whole, (0, len(whole)), [], noted) if noted else Excerpt(((whole, False),))


def _unbroken(sentences: Iterable[Span], mentions: list[Mention]) -> tuple[Span, ...]:
    """Join sentences that a name runs across: `Washington, D.C. Police` holds no end of a sentence."""
    joined: list[Span] = []
    for start, end in sentences:
        if joined and any(mention.start < joined[-1][1] and start < mention.end for mention in mentions):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _marks_in(span: Span, mentions: list[Mention]) -> dict[EntityId, list[Span]]:
    marks: dict[EntityId, list[Span]] = {}
    for mention in mentions:
        if mention.means is not None and span[0] <= mention.start < span[1]:
            marks.setdefault(mention.means, []).append((mention.start, mention.end))
    return marks


def _excerpt(block: str, span: Span, marks: list[Span], noted: list[tuple[int, int]]) -> Excerpt:
    """The excerpt between these offsets; `noted` are the offsets of footnotes and their numbers, in order."""
    pieces = tuple(_pieces(block, span, marks))
    inside = [(offset, number) for offset, number in noted if span[0] < offset <= span[1]]
    return _with_notes(pieces, [(offset - span[0], number) for offset, number in inside]) if inside else Excerpt(pieces)


def _with_notes(pieces: tuple[tuple[str, bool], ...], noted: list[tuple[int, int]]) -> Excerpt:
    """The excerpt of these pieces, cut where notes stand; offsets are from its beginning."""
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
    return Excerpt(tuple(cut), tuple(notes))


def _pieces(block: str, span: Span, marks: list[Span]) -> Iterator[tuple[str, bool]]:
    position, end = span
    for start, stop in marks:
        if position < start:
            yield block[position:start], False
        yield block[start:stop], True
        position = stop
    if position < end:
        yield block[position:end], False
