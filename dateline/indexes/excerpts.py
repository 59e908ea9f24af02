"""Turn a mention into the sentence that it stands in, the mention marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from dateline.indexes.sentences import split_sentences
from dateline.linking.linked import LinkedText
from dateline.model.mention import Mention
from dateline.model.names import EntityId

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence (or more) of a text, cut into pieces, some of them marked."""

    pieces: tuple[tuple[str, bool], ...]
    """Text and whether it is marked; joined, they are the words of the author."""

    @property
    def text(self) -> str:
        """The words, without marks."""
        return "".join(text for text, _ in self.pieces)


def excerpts_of(text: LinkedText, entity: EntityId, *, whole_paragraphs: bool = False) -> tuple[Excerpt, ...]:
    """Return the sentences (or the whole paragraphs) of a text that name the entity, each once, in order."""
    found: list[Excerpt] = []
    for number, mentions in groupby(_naming(text, entity), key=lambda mention: mention.block):
        block, marks = text.blocks[number], [(mention.start, mention.end) for mention in mentions]
        spans = [(0, len(block))] if whole_paragraphs else _unbroken(split_sentences(block), marks)
        found += _cut(block, spans, marks)
    return tuple(found)


def unmarked_excerpt(text: LinkedText) -> Excerpt:
    """Return the whole of a text, nothing in it marked."""
    return Excerpt(((" ".join(text.blocks), False),))


def _naming(text: LinkedText, entity: EntityId) -> list[Mention]:
    return [mention for mention in text.mentions if mention.means == entity]


def _unbroken(sentences: tuple[Span, ...], marks: list[Span]) -> list[Span]:
    """Join sentences that a name runs across: `Washington, D.C. Police` holds no end of a sentence."""
    joined: list[Span] = []
    for start, end in sentences:
        if joined and any(first < start and joined[-1][1] <= last and first < joined[-1][1] for first, last in marks):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _cut(block: str, spans: list[Span], marks: list[Span]) -> list[Excerpt]:
    within = [(span, [mark for mark in marks if span[0] <= mark[0] < span[1]]) for span in spans]
    return [Excerpt(tuple(_pieces(block, span, inside))) for span, inside in within if inside]


def _pieces(block: str, span: Span, marks: list[Span]) -> Iterator[tuple[str, bool]]:
    position, end = span
    for start, stop in marks:
        if position < start:
            yield block[position:start], False
        yield block[start:stop], True
        position = stop
    if position < end:
        yield block[position:end], False
