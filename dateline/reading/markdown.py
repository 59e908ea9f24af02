"""Turn Markdown into tokens whose texts know where each of their characters stands in the passage.

The dialect is CommonMark 0.31 with the tables and the strikethrough of GitHub Flavored Markdown, wikilinks:
`[[target]]`, `[[target|words]]`, `[[!name]]`, and the footnotes of Pandoc: `[^name]` and `[^name]: text`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from operator import itemgetter

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def

from dateline.model.names import slugify
from dateline.model.text import Passage
from dateline.reading.markdown_inline import PlacedParser, parse_blocks
from dateline.reading.markdown_lines import Lines, Runs, follow, trace_cell, trace_heading, trace_paragraph, trace_text
from dateline.reading.markdown_paragraphs import read_plain_paragraph

Tokens = tuple[Token, ...]
"""Block tokens in order; an `inline` one holds its own in `children`."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SAFE_SCHEMES = ("http:", "https:", "mailto:")
_LEVEL_IN_TABLE = 4
"""Of the inline token of a cell: table, its head or body, row and cell are around it."""

_HIDING = re.compile(r"[\[<&]")
_SHOWN = ("text", "code_inline", "wikilink")


class _Parser(MarkdownIt):
    def __init__(self) -> None:
        super().__init__("commonmark")
        self.inline = PlacedParser()
        self.block.ruler.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
        self.configure("commonmark").enable(["table", "strikethrough", "wikilink", "footnote_def", "footnote_ref"])
        self.inline.ruler2.disable("fragments_join")
        self.block.ruler.before("table", "plain_paragraph", read_plain_paragraph)
        self.core.ruler.at("inline", parse_blocks)
        self.core.ruler.disable("text_join")

    def validateLink(self, url: str) -> bool:  # noqa: N802  (markdown-it's name)
        """Return whether a URL is web, mail or relative; markdown-it leaves any other as text."""
        scheme = _SCHEME.match(url)
        return scheme[0].lower() in _SAFE_SCHEMES if scheme else not url.startswith("//")


def parse_markdown(passage: Passage) -> Tokens:
    """Return the tokens of a text in Markdown, with an id for each heading.

    The tokens in blocks carry `meta["origins"]`: see `origin`. So does a block of nothing but words and line ends.
    """
    tokens = _parser().parse(passage.text)
    lines = Lines(passage.text)
    for token, runs in _trace_blocks(tokens, lines):
        _trace_children(token, runs)
    name_headings(tokens)
    return tuple(tokens)


def parse_inline(passage: Passage) -> Tokens:
    """Return a text of one paragraph, read without block markers, as one `inline` token."""
    tokens = _parser().parseInline(passage.text)
    for token in tokens:
        _trace_children(token, trace_text(Lines(passage.text)))
    return tuple(tokens)


def origin(token: Token, index: int) -> int:
    """Return where a character of a token's content stands in the passage, both in code points from 0.

    The character of an escape is the one after the backslash, that of an entity its `&`. The token is
    a `text` or `wikilink` one (index 0 of a `link_open` or `image`: its words).
    """
    origins: Runs = token.meta["origins"]
    if len(origins) == 1:
        return origins[0][1] + index - origins[0][0]
    start, offset = origins[max(0, bisect_right(origins, index, key=itemgetter(0)) - 1)]
    return offset + index - start


def shown_text(children: Sequence[Token]) -> str:
    """Return the words that a reader sees of inline tokens, line ends as spaces, images left out."""
    return "".join(
        " " if child.type in ("softbreak", "hardbreak") else child.content if child.type in _SHOWN else ""
        for child in children
    )


def shown_words(passage: Passage) -> str:
    """Return the words that a reader sees of a text of one paragraph, such as a title."""
    # Only these signs begin what is not shown; most titles have none, and parsing is dear.
    text = passage.text
    if _HIDING.search(text):
        text = "".join(shown_text(token.children or []) for token in parse_inline(passage))
    return text.strip() if any(letter.isprintable() and not letter.isspace() for letter in text) else ""


@cache
def _parser() -> MarkdownIt:
    """The one parser: it holds rules, and nothing of what it reads."""
    return _Parser()


def _trace_blocks(tokens: list[Token], lines: Lines) -> Iterator[tuple[Token, Runs]]:
    column = -1
    for before, token in zip([None, *tokens], tokens, strict=False):
        column = -1 if token.type == "tr_open" else column + (token.type in ("th_open", "td_open"))
        if token.type != "inline" or before is None or token.map is None:
            continue
        if before.type in ("th_open", "td_open"):
            is_contained = token.level > _LEVEL_IN_TABLE
            yield token, trace_cell(token.content, lines, token.map[0], column, is_contained=is_contained)
        elif before.markup.startswith("#"):
            yield token, trace_heading(token.content, lines, token.map[0])
        else:
            yield token, trace_paragraph(token.content, lines, token.map[0])


def _trace_children(token: Token, runs: Runs) -> None:
    if "origins" in token.meta:
        token.meta["origins"] = runs
    for child in token.children or []:
        for key in ("origins", "target_origins"):
            if key in child.meta:
                child.meta[key] = follow(child.meta[key], len(child.content), runs)


def name_headings(tokens: Sequence[Token]) -> None:
    """Give each heading an id of its own, made of its words."""
    taken: dict[str, int] = {}
    for token, inline in pairwise(tokens):
        if token.type == "heading_open":
            token.attrs["id"] = _unique(f"h-{slugify(shown_text(inline.children or [])) or 'section'}", taken)


def _unique(name: str, taken: dict[str, int]) -> str:
    """The name with the first free number behind it, if it is not free itself; `taken` holds the last number tried."""
    unique = name
    while unique in taken:
        taken[name] += 1
        unique = f"{name}-{taken[name]}"
    taken[unique] = 1
    return unique
