"""Links are written between the author's words, which keep their places."""

from dataclasses import fields

import pytest
from markdown_it.token import Token
from support.building import passage

from dateline.linking.tokens import EntityLink, read_blocks, write_links
from dateline.model.names import EntityId, UrlPath
from dateline.reading.markdown import Tokens, origin, parse_markdown


def _link(text: str, *spans: tuple[int, int]) -> tuple[Tokens, Tokens]:
    tokens = parse_markdown(passage(text))
    links = [EntityLink(*span, EntityId("places/texas"), UrlPath("places/texas/"), "place") for span in spans]
    return tokens, write_links(tokens, read_blocks(tokens), {0: links})


def _children(tokens: Tokens) -> list[Token]:
    return [child for token in tokens for child in token.children or []]


@pytest.mark.parametrize(
    ("text", "spans", "written"),
    [
        ("In Texas.", [(3, 8)], "In |<|Texas|>|."),
        ("Texas", [(0, 5)], "<|Texas|>"),
        ("In Texas", [(0, 2), (3, 8)], "<|In|>| |<|Texas|>"),
        ("So\nEl Paso\nis", [(3, 10)], "So|/|<|El Paso|>|/|is"),
        ("El\nPaso is", [(0, 7)], "<|El|/|Paso|>| is"),
        ("a\nEl\nPaso", [(2, 9)], "a|/|<|El|/|Paso|>"),
        ("In *Texas* it", [(3, 8)], "In |em|<|Texas|>|em| it"),
        ("In\nit", [], "In|/|it"),
    ],
)
def test_where_links_go(text: str, spans: list[tuple[int, int]], written: str) -> None:
    """A link opens before the first of its words and closes behind the last, over the ends of lines too."""
    signs = {"link_open": "<", "link_close": ">", "softbreak": "/", "em_open": "em", "em_close": "em"}
    children = _children(_link(text, *spans)[1])
    assert "|".join(signs.get(child.type, child.content) for child in children) == written


def test_tokens_are_whole() -> None:
    """A token that is made has all that one of markdown-it's own has, and every piece knows where it stands."""
    text = "In El &amp; Paso\nand *Texas* too"
    children = _children(_link(text, (3, 12), (17, 22))[1])
    assert [Token(**{each.name: getattr(child, each.name) for each in fields(Token)}) for child in children] == children
    for child in children:
        if child.type == "text":
            assert text[origin(child, 0)] == child.content[0]
            assert text[origin(child, len(child.content) - 1)] == child.content[-1]


def test_the_rest_stays() -> None:
    """What no link touches is the author's own token, and the tokens given stay as they were."""
    before = parse_markdown(passage("One\nTexas\n\nTwo"))
    given, written = _link("One\nTexas\n\nTwo", (4, 9))
    assert given == before
    assert _children(written)[0] is _children(given)[0]
    assert written[-2] is given[-2]
