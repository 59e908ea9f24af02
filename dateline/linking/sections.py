"""Cut out of a linked text what a heading of it says, and what stands below that heading."""

from collections.abc import Container
from dataclasses import dataclass

from dateline.linking.linked import LinkedText
from dateline.reading.markdown import Tokens


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a text, and what stands below it."""

    title: LinkedText
    first: LinkedText | None
    """Its first paragraph, where it has one."""
    whole: LinkedText


def cut_section(text: LinkedText, line: int, lines: Container[int]) -> Section:
    """Return the section whose heading stands on this line, from 0, of a text; there is one.

    It ends with the next heading of its level or a higher one, or of any level on one of `lines`.
    """
    tokens = text.tokens
    start = next(index for index in range(len(tokens)) if _line(tokens, index) == line)
    later = range(start + 1, len(tokens))
    end = next((index for index in later if _ends(tokens, index, start, lines)), len(tokens))
    below = range(start + 3, end)
    first = next((index for index in below if tokens[index].type == "paragraph_open" and not tokens[index].level), None)
    return Section(
        _cut(text, start + 1, start + 2),
        None if first is None else _cut(text, first + 1, first + 2),
        _cut(text, start + 3, end),
    )


def _line(tokens: Tokens, index: int) -> int | None:
    """The line on which a heading of the text itself, in no list or quotation, opens at a token; None: none does."""
    token = tokens[index]
    return token.map[0] if token.type == "heading_open" and not token.level and token.map else None


def _ends(tokens: Tokens, index: int, heading: int, lines: Container[int]) -> bool:
    """Whether the section of a heading ends with a token; the levels of headings are single digits."""
    line = _line(tokens, index)
    return line is not None and (tokens[index].tag <= tokens[heading].tag or line in lines)


def _cut(text: LinkedText, start: int, end: int) -> LinkedText:
    """The tokens from one place to another, their blocks and the mentions in these."""
    first = sum(token.type == "inline" for token in text.tokens[:start])
    number = sum(token.type == "inline" for token in text.tokens[start:end])
    inside = (mention for mention in text.mentions if first <= mention.block < first + number)
    return LinkedText(
        text.tokens[start:end],
        text.blocks[first : first + number],
        tuple(mention._replace(block=mention.block - first) for mention in inside),
    )
