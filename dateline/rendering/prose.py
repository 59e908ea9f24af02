"""Turn Markdown tokens with links in them into clean HTML."""

import re
from collections.abc import Iterator, Sequence

import nh3
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict, OptionsType

from dateline.reading.markdown import Tokens

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
_RAW = ("html_block", "html_inline")
_ADDRESSES = {"link_open": "href", "image": "src"}
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
    "a": {"href", "rel"},
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


class _Renderer(RendererHTML):
    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Open a table in a box that scrolls where the page is too narrow for it."""
        return '<div class="table" tabindex="0">\n' + self.renderToken(tokens, idx, options, env)

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Close a table and its box."""
        return self.renderToken(tokens, idx, options, env) + "</div>\n"


def render_tokens(tokens: Tokens, root: str) -> str:
    """Return the HTML of a whole text.

    `root` leads from the page to the site's root (`../../`) and comes before every internal address. The
    author's headings start at level 2 and skip none. Raw HTML is cut down to what cannot do harm.
    """
    return _render(list(_adapt(list(_level_headings(tokens)), root)), _TAGS)


def render_inline(tokens: Tokens, root: str) -> str:
    """Return the HTML of a text of one paragraph, without the paragraph around it. `root` as above."""
    return _render([token for token in _adapt(tokens, root) if token.type == "inline"], _INLINE_TAGS)


def _render(tokens: list[Token], tags: frozenset[str]) -> str:
    html: str = _Renderer().render(tokens, OptionsDict(_OPTIONS), {})
    return _clean(html, tokens, tags) if any(token.type in _RAW for token in _all(tokens)) else html


def _level_headings(tokens: Tokens) -> Iterator[Token]:
    above: list[int] = []
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1:])
            above = [*(other for other in above if other < level), level]
        if token.type in ("heading_open", "heading_close"):
            yield token.copy(tag=f"h{min(len(above) + 1, _DEEPEST_HEADING)}")
        else:
            yield token


def _adapt(tokens: Sequence[Token], root: str) -> Iterator[Token]:
    """Copies of the tokens as a page has them: addresses from the page, no inline styles, images with their words."""
    for token in tokens:
        attrs = dict(token.attrs)
        if address := _ADDRESSES.get(token.type):
            attrs[address] = _address(token, str(attrs[address]), root)
            if address == "href" and _EXTERNAL.match(str(attrs[address])):
                attrs["rel"] = "noopener"
        if style := attrs.pop("style", None):
            attrs["class"] = str(style).replace("text-align:", "align-")
        kind = "text" if token.type == "wikilink" else token.type
        children = list(_adapt(token.children, root)) if token.children else token.children
        yield token.copy(type=kind, attrs=attrs, children=children)


def _address(token: Token, address: str, root: str) -> str:
    return root + address if token.meta.get("internal") else address


def _all(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _all(token.children or [])


def _clean(html: str, tokens: Sequence[Token], tags: frozenset[str]) -> str:
    """The HTML with nothing in it but harmless tags, and no class or id that is not Dateline's own."""
    own = {name: {token.attrs[name] for token in _all(tokens) if name in token.attrs} for name in ("class", "id")}
    own["class"] |= {"table"}

    def keep(_tag: str, attribute: str, value: str) -> str | None:
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
