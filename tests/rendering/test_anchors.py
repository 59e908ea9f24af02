"""Every sentence that a dossier quotes from a text can be led to, in whatever markup it stands."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.site import render

ANA = {"people/ana.md": "---\nname: Ana Gil\n---\n"}
SAID = re.compile(r'class="said" href="[^"#]*#(s-[0-9a-f]{8})"')

BODIES = (
    "Rain fell. Ana Gil left. Sun.",
    "*Ana Gil left. Ana Gil came back.* Then nothing.",
    "He **saw Ana Gil. She** saw him.",
    "[[Ana Gil]] left.[^1] Nobody saw [[ana|her]].\n\n[^1]: So says Ana Gil.",
    "- Ana Gil\n- Nobody\n\n| a | Ana Gil |\n|---|---|\n| Ana Gil | b |",
    "Ana Gil left. Ana Gil left.\n\nAna Gil left.",
    "Rain <b>fell. Ana Gil</b> left & <i>died.</i>",
    "`Nobody.` Ana Gil left\nin the rain.\\\nAna Gil <came>.",
    "## 2019: Ana Gil leaves {.event}\n\nFor good. Ana Gil wept.",
    "> Ana Gil said: “Go.” [Ana Gil](/people/ana/) went. ![A picture](https://example.org/a.png) Ana Gil stayed.",
)


class _Ids(HTMLParser):
    """The ids of a page, and the words inside of each."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.words: dict[str, str] = {}
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an id; of elements that quoted sentences have, the limits too."""
        identity = dict(attrs).get("id") or ""
        if identity:
            self.ids.append(identity)
        if tag == "span":
            self.open.append(identity)

    def handle_endtag(self, tag: str) -> None:
        """Leave such an element."""
        if tag == "span":
            self.open.pop()

    def handle_data(self, data: str) -> None:
        """Give the words to every element around them."""
        for identity in self.open:
            self.words[identity] = self.words.get(identity, "") + data


def read_ids(html: str) -> _Ids:
    """Return the ids of a page."""
    found = _Ids()
    found.feed(html)
    return found


@settings(max_examples=30)
@given(st.lists(st.sampled_from(BODIES), min_size=1, max_size=4).map("\n\n".join))
def test_each_quoted_sentence_leads_to_one_place(body: str) -> None:
    """No id stands twice, and none that is led to is missing."""
    site = render({**ANA, "articles/2020-01-01-a.md": f"---\ntitle: Rain\n---\n{body}\n"})
    anchors = SAID.findall(site.page("people/ana/index.html"))
    ids = read_ids(site.page("articles/a/index.html")).ids
    assert anchors
    assert set(anchors) <= set(ids)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("Rain fell. Ana Gil & co. left. Sun.", "Ana Gil & co. left."),
        ("It was *said* that [[Ana Gil]] left. Sun.", "It was said that Ana Gil left."),
        ("*Rain. Ana Gil left.* Sun.", "Ana Gil left."),
        ("Rain **fell. Ana Gil left.** Sun.", "Ana Gil left."),
    ],
)
def test_the_whole_sentence_is_the_place(body: str, sentence: str) -> None:
    """Where no markup runs across its ends."""
    site = render({**ANA, "articles/2020-01-01-a.md": f"---\ntitle: Rain\n---\n{body}\n"})
    words = read_ids(site.page("articles/a/index.html")).words
    assert sentence in words.values()


def test_a_sentence_keeps_its_place_when_others_come() -> None:
    """A link that somebody has kept leads on to it."""
    pages = [
        render({**ANA, "articles/2020-01-01-a.md": f"---\ntitle: Rain\n---\n{body}\n"}).page("people/ana/index.html")
        for body in ("Ana Gil left.", "It was cold. It rained.\n\nOn that day it stopped. Ana Gil left. Sun.")
    ]
    first, later = (SAID.findall(page) for page in pages)
    assert first == later != []
