"""Cut out of a linked text what a heading of it says, and what stands below that heading."""

from collections.abc import Container, Iterator
from itertools import accumulate

from dateline.linking.linked import LinkedText
from dateline.model.dataclass import dataclass
from dateline.reading.markdown import Tokens

_NOTE = ("footnote_reference_open", "footnote_reference_close")


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
    tokens = text.unlinked
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
    """The tokens from one place to another but those of footnotes, their blocks and the mentions in these."""
    tokens = text.unlinked
    inside = list(_main_tokens(tokens, start, end))
    numbers = list(accumulate((token.type == "inline" for token in tokens), initial=0))
    blocks = [numbers[index] for index in inside if tokens[index].type == "inline"]
    places = {block: place for place, block in enumerate(blocks)}
    return LinkedText(
        tuple(tokens[index] for index in inside),
        tuple(text.blocks[block] for block in blocks),
        tuple(each._replace(block=places[each.block]) for each in text.mentions if each.block in places),
        tuple(text.read[block] for block in blocks if text.read),
        text.entities,
    )


def _main_tokens(tokens: Tokens, start: int, end: int) -> Iterator[int]:
    """The places of the tokens between two places that stand in no footnote."""
    is_note = False
    for index in range(end):
        kind = tokens[index].type
        is_note = kind == _NOTE[0] or (is_note and kind != _NOTE[1])
        if index >= start and not is_note and kind != _NOTE[1]:
            yield index
