"""Laws of linking, in whatever Markdown the names stand."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.token import Token
from support.building import DAY, article, brackets, content, passage, registry

from dateline.linking.decisions import Scope, decide_text
from dateline.linking.drafts import draft_text
from dateline.linking.linked import Linked, LinkedText
from dateline.linking.linker import link_content
from dateline.linking.names import index_names
from dateline.linking.references import index_references
from dateline.linking.sheets import Sheet, lay_drafts
from dateline.linking.study import Facts, find_remarkable, study
from dateline.model.entity import Registry
from dateline.model.mention import Decision
from dateline.model.settings import LinkPolicy, Settings
from dateline.reading.markdown import Tokens, parse_markdown, shown_text
from dateline.reading.markdown_links import ResolvedLinks, TextSource
from dateline.rendering.prose import render_inline, render_linked, render_linked_inline, render_tokens

pytestmark = pytest.mark.property

_LINES = """
people/mencho: Nemesio Oseguera Cervantes; El Mencho; ~Nemesio
people/chapo: Joaquín Guzmán Loera; El Chapo; Guzmán
people/ovidio: Ovidio Guzmán López; Guzmán
people/amlo: Andrés Manuel López Obrador
people/mayo: Ismael "El Mayo" Zambada García; born=2021
groups/cjng: Jalisco New Generation Cartel; CJNG; #CJNG
groups/gn-mx: National Guard; context=Mexico
groups/gn-gt: National Guard; context=Jalisco; dissolved=1990
places/culiacan: Culiacán, Jalisco
places/jalisco: Jalisco
places/mexico: México; MX
places/mexico-city: Mexico City
""".strip().splitlines()
_STRANGER = "people/stranger: Qwertz Yxcv Vbnm; Asdf of Jklö; Mexico Qwertz; ~Hjkl; context=word"
_REGISTRY = registry("\n".join(_LINES))

_NAMES = [
    "El Mencho",
    "El\nMencho",
    "Nemesio",
    "Guzmán",
    "Ovidio Guzman L\xf3pez",
    "Joaquín",
    "Joaquin “El\nChapo” Guzmán",
    "Joaquín A. Guzmán",
    "Andrés López Obrador",
    "López Obrador",
    "Iván Guzmán",
    "Ismael Zambada",
    "National\nGuard",
    "Culiacán, Jalisco",
    "Jalisco new generation cartel",
    "CJNG",
    "#CJNG",
    "Jalisco",
    "Mexico",
    "Me\u0301xico",
    "MX",
    "Mexico City",
    "JALISCO",
    "[[mencho]]",
    "[[cjng|the group]]",
    "[[!Jalisco]]",
    "Jalisco New\nGeneration Cartel",
]
_MARKUP = [
    "word",
    "New",
    "president",
    "*",
    "**",
    "_",
    "`",
    "~~",
    "\\*",
    "\\#",
    "&amp;",
    "[e](f)",
    "[",
    "](http://x.y)",
    "<b>",
    "</b>",
    "<a>",
    "</a>",
    "<code>",
    "</code>",
    "http://x.y/",
    "@",
    "| ",
    "’s",
    ".",
    "\n",
    "\n> ",
    "\n- ",
    "\n1. ",
    "\n\n",
    "\n\n# ",
    "\n\n    ",
    "\n|---|---|\n",
    "\n---\n",
    "\n```\n",
]
_TEXT = st.lists(st.one_of(st.sampled_from(_NAMES), st.sampled_from(_MARKUP), st.just(" ")), max_size=30).map("".join)
_law = settings(deadline=None)
_POLICY = st.sampled_from(LinkPolicy)


_INDEXES, _REFERENCES = (index_names(_REGISTRY, Settings()),), index_references(_REGISTRY)
_FACTS = Facts(find_remarkable(_REGISTRY), _REFERENCES, frozenset(), date=DAY)


def _lay(text: str, tokens: Tokens | None = None) -> Sheet:
    source = TextSource(passage(text), "articles/a.md", "content/articles/a.md")
    bare = ResolvedLinks(parse_markdown(passage(text)) if tokens is None else tokens, frozenset(), (), ())
    return lay_drafts([draft_text("body", source, bare, _REFERENCES)], _INDEXES)


def _link(text: str, entities: Registry = _REGISTRY, policy: LinkPolicy = LinkPolicy.ALL) -> Linked:
    return link_content(content(entities, article(text), links=policy))[0]


def _body(text: str, policy: LinkPolicy = LinkPolicy.ALL) -> LinkedText:
    return _link(text, policy=policy).articles[0].body


def _without_links(tokens: Tokens) -> Tokens:
    """The tokens with no link in them but the author's own, neighbouring texts joined."""
    bare = []
    for token in tokens:
        children: list[Token] = []
        depth: list[bool] = []
        for child in token.children or []:
            if child.type in ("link_open", "link_close"):
                is_ours = "entity" in child.meta if child.type == "link_open" else depth.pop()
                depth += [is_ours] if child.type == "link_open" else []
                if is_ours:
                    continue
            if child.type in ("text", "wikilink") and children and children[-1].type == "text":
                children[-1] = children[-1].copy(content=children[-1].content + child.content)
            else:
                children.append(child.copy(type="text") if child.type == "wikilink" else child)
        bare.append(token.copy(children=children) if token.children else token)
    return tuple(bare)


@_law
@given(_TEXT, _POLICY)
def test_words_stay(text: str, policy: LinkPolicy) -> None:
    """Without its links a text is what it was, to the byte."""
    linked = _body(text, policy)
    assert render_tokens(_without_links(linked.tokens), "") == render_tokens(
        _without_links(parse_markdown(passage(text))), ""
    )
    assert render_linked(linked, "../") == render_tokens(linked.tokens, "../")
    assert render_linked_inline(linked, "../") == render_inline(linked.tokens, "../")
    assert linked.blocks == tuple(shown_text(t.children or []) for t in linked.tokens if t.type == "inline")


@_law
@given(_TEXT)
def test_places(text: str) -> None:
    """Line and column of every mention lead to its words in the source."""
    lines = text.split("\n")
    for mention in _body(text).mentions:
        first_word = mention.surface.split()[0]
        assert lines[mention.place.line - 1][mention.place.column - 1 :].startswith(first_word)


@_law
@given(_TEXT, _POLICY)
def test_spans(text: str, policy: LinkPolicy) -> None:
    """Mentions point at their words, in order, and none overlaps another."""
    linked = _body(text, policy)
    ends: dict[int, int] = {}
    for mention in linked.mentions:
        assert linked.blocks[mention.block][mention.start : mention.end] == mention.surface
        assert ends.get(mention.block, 0) <= mention.start < mention.end
        ends[mention.block] = mention.end


@_law
@given(_TEXT)
def test_links_never_nest(text: str) -> None:
    """A link is closed before another one opens, and there are as many as the ledger says."""
    linked = _body(text)
    opened = 0
    for token in linked.tokens:
        depth = 0
        for child in token.children or []:
            depth += {"link_open": 1, "link_close": -1}.get(child.type, 0)
            opened += "entity" in child.meta
            assert depth in (0, 1)
            assert child.type != "wikilink"
        assert depth == 0
    assert opened == sum(mention.decision is Decision.LINKED for mention in linked.mentions)


@_law
@given(_TEXT.filter(lambda text: "[[!" not in text), _POLICY)
def test_twice_is_once(text: str, policy: LinkPolicy) -> None:
    """A text that is linked already stays as it is."""
    once = _body(text, policy)
    known = study(_lay(text), _FACTS)
    ((linked, found),) = _lay(text, once.tokens).by_draft(known)
    twice = decide_text(linked, Scope(_REGISTRY.by_id, policy), found)
    assert render_tokens(twice.tokens, "") == render_tokens(once.tokens, "")


@_law
@given(_TEXT, _TEXT)
def test_what_was_read_before(text: str, other: str) -> None:
    """A text means what it means, whatever was known when it was last read."""
    sheet, fresh = _lay(text), _lay(text)
    known, news = study(sheet, _FACTS), study(_lay(other), _FACTS)
    later = replace(news, common=known.common)
    for each in (known, later, replace(later, strangers=known.strangers), replace(later, surnames=known.surnames)):
        assert sheet.read(each).senses() == fresh.read(each).senses()
        fresh = _lay(text)


@_law
@given(_TEXT, st.permutations(_LINES))
def test_order_of_the_registry(text: str, lines: list[str]) -> None:
    """The order in which entities come changes nothing."""
    assert _link(text, registry("\n".join(lines))).mentions() == _link(text).mentions()


@_law
@given(_TEXT)
def test_a_stranger(text: str) -> None:
    """An entity whose names do not occur changes nothing."""
    more = registry("\n".join([*_LINES, _STRANGER]))
    assert _link(text, more).mentions() == _link(text).mentions()
    assert brackets(_link(text, more).articles[0].body) == brackets(_body(text))


@_law
@given(st.sampled_from(["CJNG", "El Mencho", "Mexico City"]), st.sampled_from(["a ", "*a* ", "> ", "- "]))
def test_closed_ground(name: str, before: str) -> None:
    """A name in code, in an address or in a heading never becomes a link."""
    for text in (
        f"`{name}`",
        f"https://x.org/{name.replace(' ', '_')}",
        f"[{name}](https://x.org)",
        f"<code>{name}</code>",
    ):
        assert not _body(before + text).mentions
    assert all(mention.decision is Decision.COUNTED for mention in _body(f"# {name}\n\n{name}\n===\n").mentions)


def test_what_was_covered() -> None:
    """A weak alias that counts at last takes the place of a full name, and what only that one covered stands again."""
    entities = registry("groups/x: Xanthos; ~Alfa and Bravo Club\ngroups/y: Club and Delta\ngroups/z: Delta of Echo")
    text = "the Alfa and Bravo Club and Delta of Echo"
    surfaces = [mention.surface for mention in _link(text, entities).mentions()]
    assert surfaces == ["Club and Delta"]
    surfaces = [mention.surface for mention in _link(f"{text}, Xanthos", entities).mentions()]
    assert surfaces == ["Alfa and Bravo Club", "Delta of Echo", "Xanthos"]
