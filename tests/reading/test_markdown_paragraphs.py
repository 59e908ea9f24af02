"""Plain paragraphs are read the short way, and come out as markdown-it's own rules read them."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.building import passage

from dateline.reading import markdown
from dateline.reading.markdown import parse_markdown

_PIECES = [
    "word",
    "Wörter",
    "“words”",
    " ",
    "\n",
    "\n\n",
    "---",
    "===",
    "| ",
    "- ",
    "1. ",
    "> ",
    "# ",
    "\t",
    "*",
    "<b>",
]
_TEXT = st.lists(st.sampled_from(_PIECES), max_size=20).map("".join)


@pytest.mark.property
@settings(deadline=None)
@given(_TEXT)
@example("word\nword\n---\n\nword")
@example("word | word\n--- | ---\n")
@example("- word\n\n  word\nword")
def test_the_short_way(text: str) -> None:
    """The tokens are the same without the rule for plain paragraphs."""
    tokens = parse_markdown(passage(text))
    rules = markdown._parser().block.ruler
    rules.disable("plain_paragraph")
    try:
        assert tokens == parse_markdown(passage(text))
    finally:
        rules.enable("plain_paragraph")


def test_it_is_taken() -> None:
    """A paragraph of plain lines needs no other rule."""
    rules = markdown._parser().block.ruler
    others = [name for name in rules.get_active_rules() if name != "plain_paragraph"]
    rules.disable(others)
    try:
        tokens = parse_markdown(passage("Words,\n“words”.\n\nMore"))
    finally:
        rules.enable(others)
    assert [token.content for token in tokens if token.type == "inline"] == ["Words,\n“words”.", "More"]
