"""Turn sentences of a marked-up paragraph into places of its page that links can lead to."""

from collections.abc import Sequence
from itertools import accumulate

from markdown_it.token import Token

from dateline.indexes.excerpts import Sentence
from dateline.reading.markdown import shown_text
from dateline.reading.markdown_inline import make_token


def write_anchors(children: Sequence[Token], sentences: Sequence[Sentence]) -> Sequence[Token]:
    """Return the inline tokens of a block with an element around each of these sentences, which has its id.

    Where markup runs across an end of the sentence, the element stands empty at its beginning.
    """
    for start, end, anchor, _ in sentences:
        cut = _cut(_cut(children, start), end)
        first, last = _surround(cut, start, end)
        opening, closing = Token("anchor_open", "span", 1, {"id": anchor}), Token("anchor_close", "span", -1)
        children = [*cut[:first], opening, *cut[first:last], closing, *cut[last:]]
    return children


def _cut(children: Sequence[Token], offset: int) -> Sequence[Token]:
    """The same tokens, the text that runs across this offset in two pieces."""
    cut: list[Token] = []
    place = 0
    for child in children:
        inside, place = offset - place, place + len(shown_text([child]))
        if child.type == "text" and 0 < inside < len(child.content):
            cut += [make_token("text", "", part, child.meta) for part in _halves(child.content, inside)]
        else:
            cut.append(child)
    return cut


def _halves(text: str, place: int) -> tuple[str, str]:
    return text[:place], text[place:]


def _surround(children: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """The first of the tokens between two offsets, and the one behind the last: the same where markup is in the way."""
    ends = list(accumulate(len(shown_text([child])) for child in children))
    first = next(place for place, offset in enumerate(ends) if offset > start)
    last = next(place for place, offset in enumerate(ends) if offset >= end) + 1
    outer, after = first, last
    while outer and children[outer - 1].nesting > 0:
        outer -= 1
    while after < len(children) and children[after].nesting < 0:
        after += 1
    for low, high in ((first, last), (outer, after), (outer, last), (first, after)):
        if _is_whole(children[low:high]):
            return low, high
    return outer, outer


def _is_whole(children: Sequence[Token]) -> bool:
    """Whether what opens among the tokens closes among them too."""
    levels = list(accumulate((child.nesting for child in children), initial=0))
    return min(levels) == 0 == levels[-1]
