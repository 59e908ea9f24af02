"""Put labels into Markdown tokens, and into plain words, where names stand that are not to be published."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from dateline.linking.tokens import Block, read_blocks
from dateline.reading.markdown import Tokens, name_headings, origin, shown_text

_SENTENCE_STARTS = re.compile(r"""(?:^|[.!?…]["'”’»)\]]*\s)["'“‘«(¿¡\[]*$""")


class Mask(NamedTuple):
    """A name and what is shown instead; offsets in its block's text, in code points from 0."""

    block: int
    start: int
    end: int
    label: str


def mask_tokens(tokens: Tokens, masks: Iterable[Mask]) -> Tokens:
    """Return the tokens of a text with labels for names. Headings get ids anew, which are made of their words."""
    by_block: defaultdict[int, list[Mask]] = defaultdict(list)
    for mask in masks:
        by_block[mask.block].append(mask)
    if not by_block:
        return tokens
    masked, number = [], 0
    for token in tokens:
        if token.type == "inline":
            children = list(_mask_block(token.children or [], by_block.get(number, ())))
            masked.append(token.copy(children=children, content=shown_text(children), meta={}))
            number += 1
        else:
            masked.append(token.copy())
    name_headings(masked)
    return tuple(masked)


def mask_words(text: str, tokens: Tokens, masks: Iterable[Mask]) -> str:
    """Return a text with labels for names; `tokens` are those of it as a text of one paragraph."""
    block = read_blocks(tokens)[0]
    pieces, done = [], 0
    for mask in masks:
        start, end = source_span(block, mask)
        pieces += [text[done:start], _label_in(block.text, mask)]
        done = end
    return "".join(pieces) + text[done:]


def source_span(block: Block, mask: Mask) -> tuple[int, int]:
    """Return where the masked words start and end in the passage that the block is of."""
    return block.origin(mask.start), block.origin(mask.end - 1) + 1


def _mask_block(children: Sequence[Token], masks: Sequence[Mask]) -> Iterator[Token]:
    text, start = shown_text(children), 0
    for child in children:
        length = len(shown_text([child]))
        near = [mask for mask in masks if mask.start < start + length and start < mask.end]
        if near and child.type in ("text", "wikilink"):
            yield from _mask_text(child, start, near, text)
        elif not near:
            yield child
        start += length


def _mask_text(child: Token, offset: int, masks: Sequence[Mask], text: str) -> Iterator[Token]:
    done = 0
    for mask in masks:
        start, end = mask.start - offset, mask.end - offset
        if done < start:
            yield _text(child, child.content[done:start], done)
        if start >= 0:
            yield _text(child, _label_in(text, mask), start)
        done = min(end, len(child.content))
    if done < len(child.content):
        yield _text(child, child.content[done:], done)


def _text(child: Token, content: str, at: int) -> Token:
    """A text that begins where the character at this offset of another one stands, and follows it as far as it can."""
    runs = child.meta["origins"]
    first = origin(child, at)
    later = [(start - at, place) for start, place in runs if at < start < at + len(content)]
    return Token("text", "", 0, content=content, meta={"origins": ((0, first), *later)})


def _label_in(text: str, mask: Mask) -> str:
    """The label, with a capital where a sentence starts."""
    if not _SENTENCE_STARTS.search(text[: mask.start]):
        return mask.label
    first = next((index for index, letter in enumerate(mask.label) if letter.isalpha()), 0)
    return mask.label[:first] + mask.label[first : first + 1].upper() + mask.label[first + 1 :]
