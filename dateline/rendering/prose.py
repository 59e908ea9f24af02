"""Turn Markdown tokens with links in them into clean HTML."""

import re
import sys
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from itertools import pairwise

import nh3
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict, OptionsType

from dateline.indexes.excerpts import Sentence
from dateline.linking.linked import LinkedText
from dateline.linking.tokens import Block, EntityLink, write_block
from dateline.model.dataclass import dataclass
from dateline.model.names import UrlPath
from dateline.model.urls import HOME
from dateline.reading.markdown import Tokens, shown_text
from dateline.reading.markdown_links import DECORATION
from dateline.rendering.anchors import write_anchors

_OPTIONS: OptionsType = {
    "maxNesting": 20,
    "html": True,
    "linkify": False,
    "typographer": False,
    "quotes": "",
    "xhtmlOut": False,
    "breaks": False,
    "langPrefix": "language-",
    "highlight": None,
}
Numbers = Mapping[int, int]
"""The number of the block of each inline token of a text, by that token's place, in rising order."""

_SPECIAL = re.compile('[&<>"]')
_RAW = ("html_block", "html_inline")
_EXTERNAL = re.compile(r"https?:", re.IGNORECASE)
_DEEPEST_HEADING = 6

_INLINE_TAGS = frozenset(
    """
    a abbr b br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var
    """.split()
)
_TAGS = _INLINE_TAGS | frozenset(
    """
    blockquote caption dd details div dl dt figcaption figure h2 h3 h4 h5 h6 hr li ol p pre summary table tbody td tfoot
    th thead tr ul
    """.split()
)
_DROPPED_WITH_CONTENT = frozenset("iframe math noscript object script style svg template textarea title".split())
_ATTRIBUTES = {
    "*": {"class", "dir", "id", "lang", "title"},
    "a": {"data-originalurl", "data-versiondate", "data-versionurl", "href", "rel", "role"},
    "abbr": {"title"},
    "blockquote": {"cite"},
    "details": {"open"},
    "div": {"tabindex"},
    "img": {"alt", "height", "src", "width"},
    "li": {"value"},
    "ol": {"reversed", "start"},
    "q": {"cite"},
    "td": {"colspan", "headers", "rowspan"},
    "th": {"abbr", "colspan", "headers", "rowspan", "scope"},
    "time": {"datetime"},
}
_SCHEMES = {"http", "https", "mailto"}


@dataclass(slots=True)
class Apparatus:
    """What the texts of one page lean on: its notes, and its sources that have archived copies."""

    page: UrlPath = HOME
    numbers: Mapping[str, int] = field(default_factory=dict)
    """The number of each note, from 1, by its name."""
    copies: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What a link with this address says of archived copies, as attributes."""
    marks: dict[int, list[str]] = field(default_factory=dict)
    """The ids of the marks that were printed, by the number of the note."""
    sentences: Mapping[str, Sequence[Sentence]] = field(default_factory=dict)
    """The sentences to which other pages lead, by the text of their block."""
    placed: set[str] = field(default_factory=set)
    """Their ids that were printed."""

    def place_sentences(self, text: str) -> list[Sentence]:
        """Return the sentences of a block that get their ids now: no id stands twice on a page."""
        found = []
        for each in self.sentences.get(text, ()):
            if each[2] not in self.placed:
                self.placed.add(each[2])
                found.append(each)
        return found

    def place_mark(self, number: int) -> str:
        """Return the id of one more mark of a note."""
        before = self.marks.setdefault(number, [])
        before.append(f"mark-{number}-{len(before) + 1}" if before else f"mark-{number}")
        return before[-1]


class _Renderer(RendererHTML):
    """Prints tokens as a page has them; `env` holds the root of the site and the levels of the headings above."""

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """Open a link: an internal one from the page, an external one with no way back to it."""
        token = tokens[idx]
        address = _address(token, "href", env["root"])
        attrs = {**token.attrs, "href": address}
        if not token.meta.get("internal") and _EXTERNAL.match(address):
            attrs = {**attrs, "rel": "noopener", **env["apparatus"].copies.get(address, {})}
        return "<a" + "".join(f' {name}="{escapeHtml(str(value))}"' for name, value in attrs.items()) + ">"

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Show an image, with its words."""
        token = tokens[idx]
        words = [child.copy(type="text") if child.type == "wikilink" else child for child in token.children or []]
        if token.content.strip() == DECORATION:
            words = []
        shown = token.copy(attrs={**token.attrs, "src": _address(token, "src", env["root"])}, children=words)
        html: str = super().image([shown], 0, options, env)
        return html

    def wikilink(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Print the words of a name in double brackets."""
        return self.text(tokens, idx, options, env)

    def footnote_ref(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """Print the mark of a note, with the note's number; where it is the page's own text, notes lead back to it.

        Its role says what it is in the reader's own language (Digital Publishing WAI-ARIA Module, `doc-noteref`).
        """
        apparatus: Apparatus = env["apparatus"]
        label = tokens[idx].meta["label"]
        number = apparatus.numbers.get(label)
        if number is None:
            return escapeHtml(f"[^{label}]")
        url = escapeHtml(f"{env['root']}{apparatus.page}#note-{number}")
        own = f' id="{apparatus.place_mark(number)}"' if env["is_own"] else ""
        link = f'<a href="{url}"{own} role="doc-noteref">{number}</a>'
        return f'<sup class="note-mark">{link}</sup>'

    @staticmethod
    def footnote_reference_open(*_: object) -> str:
        """Print nothing for the limits of a note."""
        return ""

    footnote_reference_close = footnote_reference_open

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """Open a heading at the level that it has on the page."""
        _step_down(tokens[idx], env)
        return f"<h{_heading_level(env)}{self.renderAttrs(tokens[idx])}>"

    def heading_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """Close a heading."""
        return f"</h{_heading_level(env)}>\n"

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Open a table in a box that scrolls where the page is too narrow for it."""
        return '<div class="table" tabindex="0">\n' + self.renderToken(tokens, idx, options, env)

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Close a table and its box."""
        return self.renderToken(tokens, idx, options, env) + "</div>\n"

    @staticmethod
    def renderAttrs(token: Token) -> str:  # noqa: N802 - the name that markdown-it calls
        """Print attributes; an inline style, which the Content-Security-Policy would block, becomes a class."""
        return "".join(
            f' class="{str(value).replace("text-align:", "align-")}"'
            if name == "style"
            else f' {escapeHtml(name)}="{escapeHtml(str(value))}"'
            for name, value in token.attrs.items()
        )

    def paragraph_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Open a paragraph; in a tight list it is hidden, and what follows one that is begins on a new line."""
        is_usual = not (tokens[idx].hidden or (idx and tokens[idx - 1].hidden))
        return "<p>" if is_usual else self.renderToken(tokens, idx, options, env)

    def paragraph_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """Close a paragraph, if it is not hidden."""
        return "" if tokens[idx].hidden else "</p>\n"

    def render_linked(self, text: LinkedText, blocks: Numbers, places: Iterable[int], env: EnvType) -> str:
        """Print a text and its links, at these places of its tokens: plain blocks straight from their words."""
        tokens, options, rules = text.unlinked, OptionsDict(_OPTIONS), self.rules
        printed: list[str] = []
        for index in places:
            token = tokens[index]
            if token.type != "inline":
                printed.append(rules.get(token.type, self.renderToken)(tokens, index, options, env))
                continue
            number = blocks[index]
            block, links = text.read[number], env["links"].get(number, ())
            apparatus: Apparatus = env["apparatus"]
            sentences = apparatus.place_sentences(block.text) if apparatus.sentences else ()
            if block.is_plain:
                printed.append(_print_plain(block, links, sentences, env["root"]))
            else:
                children = write_block(token, block, links).children or []
                printed.append(self.renderInline(write_anchors(children, sentences), options, env))
        return "".join(printed)


def _print_plain(block: Block, links: Sequence[EntityLink], sentences: Sequence[Sentence], root: str) -> str:
    """A block without markup; lines end where its author ended them."""
    words = block.text if len(block.tokens) == 1 else "".join([token.content or "\n" for token in block.tokens])
    escape = escapeHtml if _SPECIAL.search(words) else str
    pieces: list[str] = []
    done = 0
    for place, tag in _tags(links, sentences, root):
        pieces += (escape(words[done:place]), tag)
        done = place
    pieces.append(escape(words[done:]))
    return "".join(pieces)


def _tags(links: Sequence[EntityLink], sentences: Sequence[Sentence], root: str) -> list[tuple[int, str]]:
    """The tags of links, and of sentences around them, in their order; no link runs across the end of a sentence."""
    tags: list[tuple[int, str]] = []
    done = 0
    for start, end, anchor, _ in sentences:
        done = _tag_links(tags, links, done, start, root)
        tags.append((start, f'<span id="{anchor}">'))
        done = _tag_links(tags, links, done, end, root)
        tags.append((end, "</span>"))
    _tag_links(tags, links, done, sys.maxsize, root)
    return tags


def _tag_links(tags: list[tuple[int, str]], links: Sequence[EntityLink], done: int, limit: int, root: str) -> int:
    """Add the tags of the links that begin before this offset, but for those that are done; return how many are."""
    for start, end, _, url, kind in links[done:]:
        if start >= limit:
            break
        tags += ((start, _open_link(kind, url, root)), (end, "</a>"))
        done += 1
    return done


@lru_cache(1 << 12)
def _open_link(kind: str, url: str, root: str) -> str:
    return f'<a class="{escapeHtml(kind)}" href="{root}{escapeHtml(url)}">'


_RENDERER = _Renderer()
"""Knows nothing of the text that it prints: one serves all."""


def render_tokens(tokens: Tokens, root: str, apparatus: Apparatus | None = None) -> str:
    """Return the HTML of a whole text, which has no notes in it.

    `root` leads from the page to the site's root (`../../`) and comes before every internal address. The
    author's headings start at level 2 and skip none. Raw HTML is cut down to what cannot do harm.
    """
    return _print(tokens, _env(root, apparatus, is_own=True), _TAGS)


def render_parts(
    text: LinkedText, root: str, lines: Container[object], apparatus: Apparatus | None = None
) -> Iterator[tuple[str, int | None, str, int]]:
    """Return a whole text with its links in the parts that the headings on these lines, from 0, open.

    Of each part: its HTML, as `render_tokens` gives it, without the heading that opens it; the line of that heading,
    None of the first part; its words as HTML; its level on the page.
    """
    tokens, blocks = text.unlinked, _number_blocks(text)
    opening = [
        i for i, token in enumerate(tokens) if token.type == "heading_open" and token.map and token.map[0] in lines
    ]
    env = _linked_env(text, root, apparatus, is_own=True)
    yield _print_linked(text, blocks, range(next(iter(opening), len(tokens))), env, _TAGS), None, "", 0
    for start, end in pairwise([*opening, len(tokens)]):
        title = _print_linked(text, blocks, range(start + 1, start + 2), env, _INLINE_TAGS)
        _step_down(tokens[start], env)
        level, line = _heading_level(env), (tokens[start].map or [0])[0]
        yield _print_linked(text, blocks, range(start + 3, end), env, _TAGS), line, title, level


def render_linked(text: LinkedText, root: str, apparatus: Apparatus | None = None) -> str:
    """Return the HTML of a whole text with its links: the same as `render_tokens` of its tokens, and sooner."""
    env = _linked_env(text, root, apparatus, is_own=True)
    return _print_linked(text, _number_blocks(text), range(len(text.unlinked)), env, _TAGS)


def render_linked_inline(text: LinkedText, root: str, apparatus: Apparatus | None = None) -> str:
    """Return the HTML of a linked text of one paragraph: the same as `render_inline` of its tokens, and sooner."""
    blocks = _number_blocks(text)
    return _print_linked(text, blocks, list(blocks), _linked_env(text, root, apparatus, is_own=False), _INLINE_TAGS)


def _print_linked(text: LinkedText, blocks: Numbers, places: Sequence[int], env: EnvType, tags: frozenset[str]) -> str:
    if any(_has_raw(text, blocks, index) for index in places):
        tokens = text.tokens
        return _print([tokens[index] for index in places], env, tags)
    return _RENDERER.render_linked(text, blocks, places, env)


def _number_blocks(text: LinkedText) -> Numbers:
    places = (place for place, token in enumerate(text.unlinked) if token.type == "inline")
    return {place: number for number, place in enumerate(places)}


def _has_raw(text: LinkedText, blocks: Numbers, index: int) -> bool:
    """Whether a token is, or holds, raw HTML, which has to be cleaned together with all around it."""
    token = text.unlinked[index]
    if token.type != "inline":
        return token.type == "html_block"
    return not text.read[blocks[index]].is_plain and any(child.type in _RAW for child in _all([token]))


def render_inline(tokens: Tokens, root: str, apparatus: Apparatus | None = None) -> str:
    """Return the HTML of a text of one paragraph, without the paragraph around it. `root` as above."""
    env = _env(root, apparatus, is_own=False)
    return _print([token for token in tokens if token.type == "inline"], env, _INLINE_TAGS)


def _linked_env(text: LinkedText, root: str, apparatus: Apparatus | None, *, is_own: bool) -> EnvType:
    return {**_env(root, apparatus, is_own=is_own), "links": text.links()}


def _env(root: str, apparatus: Apparatus | None, *, is_own: bool) -> EnvType:
    return {"root": root, "above": [], "apparatus": apparatus or Apparatus(), "is_own": is_own}


def _print(tokens: Sequence[Token], env: EnvType, tags: frozenset[str]) -> str:
    apparatus: Apparatus = env["apparatus"]
    if apparatus.sentences:
        tokens = [_anchored(token, apparatus) for token in tokens]
    html: str = _RENDERER.render(tokens, OptionsDict(_OPTIONS), env)
    if not any(token.type in _RAW for token in _all(tokens)):
        return html
    return _clean(html, tokens, tags, env["apparatus"])


def _anchored(token: Token, apparatus: Apparatus) -> Token:
    children = token.children or []
    sentences = apparatus.place_sentences(shown_text(children)) if token.type == "inline" else ()
    return token.copy(children=write_anchors(children, sentences)) if sentences else token


def _address(token: Token, attribute: str, root: str) -> str:
    address = str(token.attrs[attribute])
    return root + address if token.meta.get("internal") else address


def _step_down(heading: Token, env: EnvType) -> None:
    """Note that a heading stands above what follows."""
    level = int(heading.tag[1:])
    env["above"] = [*(other for other in env["above"] if other < level), level]


def _heading_level(env: EnvType) -> int:
    """A heading's level on the page: one below those above it; the title has the first."""
    return min(len(env["above"]) + 1, _DEEPEST_HEADING)


def _all(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _all(token.children or [])


def _clean(html: str, tokens: Sequence[Token], tags: frozenset[str], apparatus: Apparatus) -> str:
    """The HTML with nothing in it but harmless tags, and no class or id that is not Dateline's own."""
    own = {name: {token.attrs[name] for token in _all(tokens) if name in token.attrs} for name in ("class", "id")}
    own["id"] |= {mark for marks in apparatus.marks.values() for mark in marks}
    own["role"] = {"doc-noteref"}
    own["class"] |= {"note-mark", "table", "align-left", "align-center", "align-right"}

    copies = {value for attributes in apparatus.copies.values() for value in attributes.values()}

    def keep(_tag: str, attribute: str, value: str) -> str | None:
        if attribute.startswith("data-"):
            return value if value in copies else None
        if attribute in own:
            return value if value in own[attribute] or value.startswith("language-") else None
        return None if value.lstrip().startswith(("//", "\\", "/\\")) else value

    return nh3.clean(
        html,
        tags=tags,
        clean_content_tags=_DROPPED_WITH_CONTENT,
        attributes=_ATTRIBUTES,
        attribute_filter=keep,
        link_rel=None,
        url_schemes=_SCHEMES,
    )
