"""Turn a mention into the sentence that it stands in, the mention marked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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


def excerpts_by_entity(text: LinkedText, *, whole_paragraphs: bool = False) -> Mapping[EntityId, tuple[Excerpt, ...]]:
    """Return, for each entity that a text names, the sentences (or paragraphs) that name it, each once, in order."""
    found: defaultdict[EntityId, list[Excerpt]] = defaultdict(list)
    naming = (mention for mention in text.mentions if mention.means is not None)
    for number, mentions in groupby(naming, key=lambda mention: mention.block):
        block, inside = text.blocks[number], list(mentions)
        sentences = ((0, len(block)),) if whole_paragraphs else _unbroken(split_sentences(block), inside)
        for span in sentences:
            for entity, marks in _marks_in(span, inside).items():
                found[entity].append(Excerpt(tuple(_pieces(block, span, marks))))
    return {entity: tuple(excerpts) for entity, excerpts in found.items()}


def unmarked_excerpt(text: LinkedText) -> Excerpt:
    """Return the whole of a text, nothing in it marked."""
    return Excerpt(((" ".join(text.blocks), False),))


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


def _pieces(block: str, span: Span, marks: list[Span]) -> Iterator[tuple[str, bool]]:
    position, end = span
    for start, stop in marks:
        if position < start:
            yield block[position:start], False
        yield block[start:stop], True
        position = stop
    if position < end:
        yield block[position:end], False
