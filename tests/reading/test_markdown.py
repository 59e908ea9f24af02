"""Markdown is read as CommonMark says, and every character is traced back to where the author wrote it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.token import Token
from support.building import passage

from dateline.model.text import Passage, Place, SourceMap
from dateline.reading.markdown import Tokens, origin, parse_inline, parse_markdown, shown_text

_TEXTS = ("text", "wikilink")


def _children(tokens: Tokens) -> list[Token]:
    return [child for token in tokens for child in token.children or []]


def _traced(text: str) -> list[tuple[str, str]]:
    """The content of each text, and the characters that its positions lead to."""
    return [
        (child.content, "".join(text[origin(child, n)] for n in range(len(child.content))))
        for child in _children(parse_markdown(passage(text)))
        if child.type in _TEXTS
    ]


def _hrefs(text: str) -> list[object]:
    return [child.attrs["href"] for child in _children(parse_markdown(passage(text))) if child.type == "link_open"]


@pytest.mark.parametrize(
    "text",
    [
        "plain words\nover two lines  \nand a hard break\\\nand one more",
        "*a* **b** ***c*** ~~d~~ ~~~e~~~ _f_ __g__ a*b*c **un *closed",
        "an \\*escape\\* and \\no escape, `code` after",
        "> quote\nlazy *line*\n> > inner\n",
        "1. one\n   two\n   - three\n\n     four\n",
        "# heading *with* marks ##\n\n> ## quoted `x` y\n",
        "under *line*\nand more\n===\n",
        "| a | *b* |\n|---|---|\n| c \\| d | e |\nf | g | h\n| i |\n",
        "> - | x | y |\n>   |---|---|\n>   | 1. | > |\n",
        "a [link *x*](http://y.z) ![image *x*](y.png) <https://x.org> <b>c</b> d",
        "\tcode\n\n- \ttabbed\n  words\n",
        "a [[target]] b [[target|the words]] [[!left]] c",
        "[ref]: http://x.y\nafter a definition\n",
        "a mark[^one] and[^two][^one]. *More*[^one]\n\n[^one]: a *note*\nlazy\n\n    indented\n[^two]: # h *x*\n",
        "> quoted[^q]\n>\n> [^q]: in a quote\n\n- [^l]: in a list\n",
        "[^t]: | a | *b* |\n    |---|---|\n    | c | d |\n",
        "\u3000wide space\n\u2003\nwords",
        "one\r\ntwo\rthree\n",
        "a\0b",
        "*a* \nb",
        "\u2003\nwords after a line of wide space",
    ],
)
def test_positions(text: str) -> None:
    """Every character of a text leads to itself in the source."""
    traced = _traced(text)
    assert traced
    assert [content.replace("\ufffd", "\0") for content, _ in traced] == [source for _, source in traced]


def test_entity_position() -> None:
    """The character of an entity stands where its ampersand does, and what follows it is not moved."""
    text = "AT&amp;T and &#233;l"
    assert _traced(text) == [("AT&T and él", "AT&T and &l")]


def test_wikilinks() -> None:
    """A wikilink holds its target, its words, whether it is to leave a name alone, and where both stand."""
    text = "a [[El\n  Mencho | the\nboss]] [[!x]] [[y|]] \\[[z]] [[]]"
    links = [child for child in _children(parse_markdown(passage(text))) if child.type == "wikilink"]
    found = [(link.content, link.meta["target"], link.meta["leave_alone"]) for link in links]
    assert found == [("the boss", "El Mencho", False), ("x", "x", True)]
    assert [text[origin(link, 0) :][:3] for link in links] == ["the", "x]]"]
    assert [link.meta["target_origins"][0][1] for link in links] == [4, text.index("x]]")]


def test_wikilink_in_a_link() -> None:
    """A link cannot hold a wikilink, as it cannot hold a link."""
    assert _hrefs("[see [[x]]](http://y.z)") == []


def test_wikilink_in_a_table() -> None:
    """In a table the pipe of a wikilink is escaped, like every pipe."""
    text = "| a |\n|---|\n| [[x\\|the words]] |\n"
    link = _children(parse_markdown(passage(text)))[-1]
    assert (link.content, origin(link, 0)) == ("the words", text.index("the words"))


def test_dialect() -> None:
    """Tables and strikethrough are read, addresses and quotes in plain words stay as they are."""
    tokens = parse_markdown(passage('"a" -- https://x.org ~~b~~\n\n| c |\n|---|\n'))
    assert [child.type for child in _children(tokens)] == ["text", "s_open", "text", "s_close", "text"]
    assert _children(tokens)[0].content == '"a" -- https://x.org '


@pytest.mark.parametrize(
    ("text", "hrefs"),
    [
        ("[a](https://x.y) [b](HTTP://x.y) [c](mailto:a@b.c)", ["https://x.y", "HTTP://x.y", "mailto:a@b.c"]),
        ("[a](../b.md#c) [b](#d) [c](/e/) [d](f:g.md)", ["../b.md#c", "#d", "/e/"]),
        ("[a](javascript:x) [b](data:image/png;x) [c](file:///x) [d](//x.y) <ftp://x.y>", []),
    ],
)
def test_safe_links(text: str, hrefs: list[str]) -> None:
    """Only web, mail and relative addresses become links; others stay text."""
    assert _hrefs(text) == hrefs


def test_heading_ids() -> None:
    """Each heading has an id of its own, made from its words."""
    text = "# El *Niño* `x` [[y|z]]\n\n# A-2\n\n# A\n\n# A\n\n# !\n"
    ids = [token.attrs["id"] for token in parse_markdown(passage(text)) if token.type == "heading_open"]
    assert ids == ["h-el-nino-x-z", "h-a-2", "h-a", "h-a-3", "h-section"]


def test_inline() -> None:
    """A text of one paragraph has no blocks, and its positions lead through the map of its source."""
    text = Passage("# no *heading*\nnext", SourceMap((0, 15), (Place(3, 12), Place(4, 3))))
    (token,) = parse_inline(text)
    children = token.children or []
    assert shown_text(children) == "# no heading next"
    assert [text.locate(origin(child, 0)) for child in children if child.content] == [
        Place(3, 12),
        Place(3, 18),
        Place(4, 3),
    ]


def test_shown_text() -> None:
    """Code, the words of links and line ends as spaces are shown; images and raw tags are not."""
    (token,) = parse_inline(passage("a `b` [c](d)\n[[e|f]] ![g](h) <b>i</b>"))
    assert shown_text(token.children or []) == "a b c f  i"


_PIECES = st.sampled_from(
    [
        "word",
        "é",
        "e\u0301",
        "*a*",
        "**b",
        "_c_",
        "`d`",
        "\\*",
        "\\#",
        "&amp;",
        "&",
        "[e](f)",
        "[[g|h]]",
        "<i>",
        "~~j~~",
        "|",
        "  ",
        "\n",
        "\n> ",
        "\n- ",
        "\n1. ",
        "\n\n",
        "\n# ",
        "\n    ",
        "\t",
        "\n|---|\n",
        "\n---\n",
        "\n>",
        "#",
        "![k](l)",
    ]
)


@pytest.mark.property
@settings(deadline=None)
@given(st.lists(_PIECES, max_size=25).map("".join))
def test_positions_of_any_text(text: str) -> None:
    """In whatever Markdown, a character leads to itself; only that of an entity leads to its ampersand."""
    for content, source in _traced(text):
        assert len(content) == len(source)
        assert content == source
