"""Turn the text of one block into inline tokens, each of which knows where it stands in that text.

markdown-it keeps no positions below the block. Here its inline state notes the place of whatever it
pushes; the rules are markdown-it's own, but for `wikilink`, and the two that join texts became one.
A token's `meta["origins"]` holds pairs (index in its content, offset in the block's text), in code
points from 0, one for each run of the content that stands in one piece.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink, emphasis, escape, strikethrough
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote.index import footnote_ref

InlineRule = Callable[[StateInline, bool], bool]

_MARKUP = re.compile(r"[\\`*_\[<&~]| \n|\n[ \t]")
"""What any rule begins with, and space around line ends, of which the rule for those takes away."""
_NEW = object.__new__
_WIKILINK = re.compile(r"\[\[(?P<leave>!?)(?P<target>[^\[\]|]++)(?:\|(?P<words>[^\[\]]++))?\]\]")
_LINE_END = re.compile(r"\s*\n\s*")
_TEXTS = ("text", "text_special")


class PlacedState(StateInline):
    """An inline state that notes where each token starts."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self._starts: list[tuple[int, int]] = []

    def append_pending(self, text: str) -> None:
        """Append literal text that stands at the state's position."""
        length = len(self.pending)
        # The rule for line ends cuts spaces off the pending text: what started there is gone.
        while self._starts and self._starts[-1][0] >= length:
            self._starts.pop()
        self._starts.append((length, self.pos))
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802  (markdown-it's name)
        """Push the pending text with the places of its pieces."""
        token = super().pushPending()
        token.meta["origins"] = tuple(start for start in self._starts if start[0] < len(token.content))
        self._starts.clear()
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Push a token that starts at the state's position."""
        token = super().push(ttype, tag, nesting)
        token.meta["origins"] = ((0, self.pos),)
        return token


class PlacedParser(ParserInline):
    """The inline parser with positions and wikilinks."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler.at("escape", _escape)
        self.ruler.at("autolink", _autolink)
        self.ruler.at("emphasis", _one_after_the_other(emphasis.tokenize))
        self.ruler.at("strikethrough", _one_after_the_other(strikethrough.tokenize))
        self.ruler.before("link", "wikilink", _wikilink)
        self.ruler.after("image", "footnote_ref", _footnote_mark)

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Append the inline tokens of a block's text to the list and return it."""
        state = PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def parse_blocks(state: StateCore) -> None:
    """Give each block its inline tokens; neighbouring texts, escapes and entities among them, are one.

    A block without markup has `meta["origins"]` too: the words of its content, line ends as spaces, are its text.
    """
    for block in state.tokens:
        if block.type != "inline":
            continue
        if _MARKUP.search(block.content):
            block.children = _parsed(block.content, state)
        else:
            block.children = list(_plain(block.content))
            block.meta["origins"] = ((0, 0),)


def _parsed(content: str, state: StateCore) -> list[Token]:
    children: list[Token] = []
    state.md.inline.parse(content, state.md, state.env, children)
    for child in children:
        if child.children:
            child.children = _joined(child.children)
    return _joined(children)


def _plain(content: str) -> Iterator[Token]:
    """The tokens of a text without markup: its lines, and where they end."""
    offset = 0
    for line in content.split("\n"):
        if offset:
            yield make_token("softbreak", "br", "", {"origins": ((0, offset - 1),)})
        if line:
            yield make_token("text", "", line, {"origins": ((0, offset),)})
        offset += len(line) + 1


def make_token(
    kind: str,
    tag: str,
    content: str,
    meta: dict[str, Any],
    nesting: Literal[-1, 0, 1] = 0,
    attrs: dict[str, str | int | float] | None = None,
) -> Token:
    """Return a token of these and otherwise as `Token(...)` makes one, which looks at what it is given and is slow."""
    token = _NEW(Token)
    token.type, token.tag, token.nesting, token.content, token.meta = kind, tag, nesting, content, meta
    token.attrs = attrs or {}
    token.map, token.level, token.children, token.markup, token.info = None, 0, None, "", ""
    token.block = token.hidden = False
    return token


def _joined(tokens: Iterable[Token]) -> list[Token]:
    result: list[Token] = []
    for are_texts, group in groupby(tokens, key=lambda token: token.type in _TEXTS):
        if not are_texts:
            result.extend(group)
        elif (text := _join(list(group))).content:
            result.append(text)
    return result


def _join(texts: list[Token]) -> Token:
    origins: list[tuple[int, int]] = []
    length = 0
    for text in texts:
        for index, offset in text.meta["origins"] if text.content else ():
            if not origins or offset - origins[-1][1] != length + index - origins[-1][0]:
                origins.append((length + index, offset))
        length += len(text.content)
    content = "".join(text.content for text in texts)
    return Token("text", "", 0, content=content, meta={"origins": tuple(origins)})


def _escape(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (the signature of a rule)
    start = state.pos
    matched = escape(state, silent)
    if matched and not silent and state.tokens[-1].content != state.tokens[-1].markup:
        state.tokens[-1].meta["origins"] = ((0, start + 1),)
    return matched


def _autolink(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    start = state.pos
    matched = autolink(state, silent)
    if matched and not silent:
        state.tokens[-2].meta["origins"] = ((0, start + 1),)
    return matched


def _one_after_the_other(rule: InlineRule) -> InlineRule:
    """Wrap a rule that pushes a run of markers, all from the place where the run starts."""

    def spread(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        first, offset = len(state.tokens), state.pos
        matched = rule(state, silent)
        for token in state.tokens[first:]:
            if token.meta["origins"][0][1] >= offset:
                token.meta["origins"] = ((0, offset),)
                offset += len(token.content)
        return matched

    return spread


def _footnote_mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Match `[^name]`, whether there is such a note or not: it may be a source, or stand in another text."""
    start = state.pos
    matched = footnote_ref(state, silent, always_match=True)
    if matched and not silent:
        mark = state.tokens[-1]
        mark.meta = {"label": mark.meta["label"], "origins": ((0, start),)}
    return matched


def _wikilink(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    match = _WIKILINK.match(state.src, state.pos, state.posMax)
    if not match or not all(part.strip() for part in (match["target"], match["words"] or "-")):
        return False
    if not silent:
        words = "words" if match["words"] else "target"
        token = state.push("wikilink", "", 0)
        token.content = _LINE_END.sub(" ", match[words].strip())
        token.meta = {
            "target": _LINE_END.sub(" ", match["target"].strip()),
            "leave_alone": bool(match["leave"]),
            "origins": ((0, _first_letter(match, words)),),
            "target_origins": ((0, _first_letter(match, "target")),),
        }
    state.pos = match.end()
    return True


def _first_letter(match: re.Match[str], group: str) -> int:
    return match.end(group) - len(match[group].lstrip())
