"""Turn Markdown tokens into blocks of text to read for names, and the links found into tokens where they are wanted.

The author's words are never altered: without its links, a text is what it was.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from markdown_it.token import Token

from dateline.model.dataclass import dataclass
from dateline.model.names import EntityId, UrlPath
from dateline.reading.footnotes import MARK
from dateline.reading.markdown import Tokens, origin, shown_text
from dateline.reading.markdown_inline import make_token
from dateline.reading.markdown_lines import Runs

_CLOSED_TAG = re.compile(r"<(/?)(?:a|button|code|kbd|pre|samp|script|style|textarea|title|var)\b", re.IGNORECASE)
_TEXTS = ("text", "wikilink")
_PROSE = frozenset({"text", "softbreak"})
_NEW = tuple.__new__
_CLOSE = Token("link_close", "a", -1)
"""One for all links: it says nothing of its own, and nobody alters tokens."""


@dataclass(frozen=True, slots=True)
class HandLink:
    """What the author linked by hand; offsets in the block's text, in code points from 0."""

    start: int
    end: int
    target: str
    """Between the double brackets; empty for a Markdown link."""
    target_origin: int
    """Where the target stands in the passage."""
    leave_alone: bool
    url: str
    """Where a Markdown link within the site leads; empty for a wikilink."""


# Named tuples: one is made for each paragraph or link, and a frozen dataclass takes three times as long to make.
class Block(NamedTuple):
    """The text of a paragraph, list item, table cell or heading."""

    text: str
    """What a reader sees, line ends as spaces."""
    section: int
    """How many headings stand before it, itself included."""
    is_heading: bool
    runs: tuple[tuple[int, int], ...]
    """Stretches of the text in which names may be found, in rising order; each in one piece of plain prose."""
    hand_links: tuple[HandLink, ...]
    tokens: Sequence[Token]
    """Its text tokens; where it is plain, all of its tokens, line ends among them."""
    is_plain: bool
    """Whether it is prose throughout, without any markup."""
    starts: Sequence[int] = ()
    """Where each of these tokens starts in the text; of a block with `origins` nobody needs it."""
    origins: Runs | None = None
    """Where runs of the text stand in the passage, where that is known of the block as a whole."""

    def is_open(self, start: int, end: int) -> bool:
        """Return whether a name may stand between these offsets."""
        run = bisect_right(self.runs, start, key=itemgetter(0)) - 1
        return run >= 0 and end <= self.runs[run][1]

    def origin(self, offset: int) -> int:
        """Return where the character at this offset of the text stands in the passage."""
        if self.origins is not None:
            start, place = self.origins[(bisect_right(self.origins, (offset + 1,)) or 1) - 1]
            return place + offset - start
        starts, tokens = self.starts, self.tokens
        number = bisect_right(starts, offset) - 1
        while tokens[number].type not in _TEXTS:
            number -= 1
        return origin(tokens[number], offset - starts[number])


class EntityLink(NamedTuple):
    """A link to be made; offsets in the block's text, in code points from 0."""

    start: int
    end: int
    entity: EntityId
    url: UrlPath
    kind: str


def read_blocks(tokens: Tokens) -> tuple[Block, ...]:
    """Return the blocks of a text, in order: one for each inline token."""
    blocks, section, before = [], 0, ""
    for token in tokens:
        kind = token.type
        if kind == "inline":
            blocks.append(_read_block(token, section, is_heading=before == "heading_open"))
        elif kind == "heading_open":
            section += 1
        before = kind
    return tuple(blocks)


def find_marks(tokens: Tokens) -> Mapping[int, Sequence[tuple[int, str]]]:
    """Return where the marks of footnotes stand, by the number of their block: offset in its text, name of the note."""
    found: dict[int, Sequence[tuple[int, str]]] = {}
    blocks = (token for token in tokens if token.type == "inline")
    for number, block in enumerate(blocks):
        children = block.children or []
        if [child for child in children if child.type == MARK]:
            found[number] = [(start, each.meta["label"]) for start, each, _ in _walk(children) if each.type == MARK]
    return found


def write_links(tokens: Tokens, blocks: Sequence[Block], links: Mapping[int, Sequence[EntityLink]]) -> Tokens:
    """Return the tokens of these blocks with links in them, given by the number of their block, in its text's order.

    Wikilinks become text, linked where a link is given for them. A link given for the words of a Markdown
    link marks that one as leading to the entity.
    """
    written, number = [], 0
    for token in tokens:
        if token.type == "inline":
            token = write_block(token, blocks[number], links.get(number, ()))
            number += 1
        written.append(token)
    return tuple(written)


def _read_block(token: Token, section: int, *, is_heading: bool) -> Block:
    children, origins = token.children or [], token.meta.get("origins")
    starts: Sequence[int] = ()
    if origins is not None:
        text = token.content.replace("\n", " ")
    elif all(child.type in _PROSE for child in children):
        text, starts = shown_text(children), _starts(children)
    else:
        return _read_marked_block(children, section, is_heading=is_heading)
    # The tuple's own maker: with names of fields it takes several times as long.
    return _NEW(Block, (text, section, is_heading, ((0, len(text)),), (), children, True, starts, origins))


def _starts(children: Sequence[Token]) -> tuple[int, ...]:
    """Where each token of a plain block starts in its text."""
    return (0, *accumulate(len(child.content) or 1 for child in children[:-1]))


def _read_marked_block(children: Sequence[Token], section: int, *, is_heading: bool) -> Block:
    runs: list[tuple[int, int]] = []
    tokens, starts = [], []
    is_joined = False
    for start, child, depth in _walk(children):
        is_prose = child.type in _PROSE and not depth
        if child.type in _TEXTS:
            tokens.append(child)
            starts.append(start)
        if is_prose and is_joined:
            runs[-1] = (runs[-1][0], start + len(shown_text([child])))
        elif is_prose:
            runs.append((start, start + len(shown_text([child]))))
        is_joined = is_prose
    text, hand_links = shown_text(children), tuple(_hand_links(children))
    return Block(text, section, is_heading, tuple(runs), hand_links, tokens, is_plain=False, starts=starts)


def _walk(children: Sequence[Token]) -> Iterator[tuple[int, Token, int]]:
    """Each token, where it starts in the block's text, and in how many links and code tags it stands."""
    offset = depth = 0
    for child in children:
        if child.type == "link_close":
            depth -= 1
        yield offset, child, depth
        if child.type == "link_open":
            depth += 1
        elif child.type == "html_inline" and (tag := _CLOSED_TAG.match(child.content)):
            depth = max(0, depth - 1) if tag[1] else depth + 1
        offset += len(child.content) if child.type == "text" else len(shown_text([child]))


def _hand_links(children: Sequence[Token]) -> Iterator[HandLink]:
    opened: tuple[int, Token] | None = None
    for start, child, depth in _walk(children):
        if child.type == "wikilink" and not depth:
            target, at = child.meta["target"], child.meta["target_origins"][0][1]
            yield HandLink(start, start + len(child.content), target, at, child.meta["leave_alone"], "")
        elif child.type == "link_open" and child.meta.get("internal") and child.attrs["href"] and not depth:
            opened = (start, child)
        elif child.type == "link_close" and opened and not depth:
            if opened[0] < start:
                yield HandLink(opened[0], start, "", 0, leave_alone=False, url=str(opened[1].attrs["href"]))
            opened = None


def write_block(token: Token, block: Block, links: Sequence[EntityLink]) -> Token:
    """Return the inline token of a block with links in it, as `write_links` does."""
    children = token.children or []
    if not links and (block.is_plain or not any(child.type == "wikilink" for child in children)):
        return token
    # A copy, made by hand: Token.copy takes three times as long.
    return Token(
        token.type,
        token.tag,
        token.nesting,
        token.attrs,
        token.map,
        token.level,
        _write_plain(block, links) if block.is_plain else _write(children, links),
        token.content,
        token.markup,
        token.info,
        {},
        token.block,
        token.hidden,
    )


def _write_plain(block: Block, links: Sequence[EntityLink]) -> list[Token]:
    tokens, starts, number, done = block.tokens, _starts(block.tokens), 0, 0
    written: list[Token] = []
    for edge, tag in (*_tags(links), (len(block.text), None)):
        while number + 1 < len(starts) and starts[number + 1] <= edge:
            token, start = tokens[number], starts[number]
            written.append(token if done == start else _piece(token, done - start, len(token.content)))
            number += 1
            done = starts[number]
        if done < edge:
            written.append(_piece(tokens[number], done - starts[number], edge - starts[number]))
            done = edge
        if tag is not None:
            written.append(tag)
    return written


def _tags(links: Sequence[EntityLink]) -> Iterator[tuple[int, Token]]:
    """The tokens that open and close the links, and where in the block's text they go."""
    for link in links:
        yield link.start, _open(link)
        yield link.end, _CLOSE


def _write(children: Sequence[Token], links: Sequence[EntityLink]) -> list[Token]:
    written: list[Token] = []
    opening = {link.start: link for link in links}
    closing = {link.end for link in links}
    edges = sorted({*opening, *closing})
    for start, child, depth in _walk(children):
        if child.type == "link_open" and start in opening and child.meta.get("internal"):
            written.append(_marked(child, opening[start]))
        elif child.type not in _TEXTS or depth:
            written.append(_as_text(child))
        else:
            near = edges[bisect_left(edges, start) : bisect_right(edges, start + len(child.content))]
            for low, piece in _cut(_as_text(child), start, near) if near else ((start, _as_text(child)),):
                if low in opening:
                    written.append(_open(opening[low]))
                written.append(piece)
                if low + len(piece.content) in closing:
                    written.append(_CLOSE)
    return written


def _as_text(child: Token) -> Token:
    if child.type != "wikilink":
        return child
    return make_token("text", "", child.content, {"origins": child.meta["origins"]})


def _cut(text: Token, offset: int, edges: Sequence[int]) -> Iterator[tuple[int, Token]]:
    """The pieces of a text token that starts at this offset of the block, cut at edges, and where they start."""
    last = 0
    for edge in (*edges, offset + len(text.content)):
        first, last = last, edge - offset
        if first < last:
            yield offset + first, _piece(text, first, last)


def _piece(token: Token, start: int, end: int) -> Token:
    """What stands between these offsets of a token; the token itself where that is all."""
    content = token.content
    if start == 0 and end >= len(content):
        return token
    origins: Runs = token.meta["origins"]
    runs: Runs = ((0, origins[0][1] + start - origins[0][0]),)
    if len(origins) > 1:
        runs = ((0, origin(token, start)), *[(n - start, at) for n, at in origins if start < n < end])
    return make_token("text", "", content[start:end], {"origins": runs})


def _open(link: EntityLink) -> Token:
    attrs: dict[str, str | int | float] = {"class": link.kind, "href": link.url}
    return make_token("link_open", "a", "", {"entity": link.entity, "internal": True}, 1, attrs)


def _marked(token: Token, link: EntityLink) -> Token:
    return token.copy(attrs={"class": link.kind, **token.attrs}, meta={**token.meta, "entity": link.entity})
