"""Tokens become HTML that leads where it should and can do no harm."""

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.building import article, content, passage, registry

from dateline.linking.linker import link_content
from dateline.reading.markdown import parse_inline, parse_markdown
from dateline.rendering.prose import render_inline, render_tokens

_FILES = frozenset({"images/a.png"})


def _page(text: str, root: str = "../../") -> str:
    return render_tokens(parse_markdown(passage(text)), root)


def _linked(text: str, root: str = "../../") -> str:
    linked, _ = link_content(content(registry("people/x: Ana Ruiz"), article(text)), _FILES)
    return render_tokens(linked.articles[0].body.tokens, root)


def test_entity_links() -> None:
    """A name is a link of its kind's class, from the page to the dossier."""
    assert _linked("Ana *Ruiz* or Ana\nRuiz.\n") == (
        '<p>Ana <em>Ruiz</em> or <a class="person" href="../../people/x/">Ana\nRuiz</a>.</p>\n'
    )


def test_decoration_has_no_words() -> None:
    """Those who hear the page are told nothing of it; a longer dash is a word like others."""
    assert _page("![-](https://x.y/a.png)") == '<p><img src="https://x.y/a.png" alt=""></p>\n'
    assert _page("![--](https://x.y/a.png)") == '<p><img src="https://x.y/a.png" alt="--"></p>\n'


def test_internal_addresses() -> None:
    """Internal addresses start at the root that is given; others stay."""
    html = _linked("![Ana *b* [[x|c]]](../images/a.png) [d](/timeline/#y2019) [e](/) [f](#h-g)\n", "./")
    assert html == (
        '<p><img src="./media/images/a.png" alt="Ana b c"> <a href="./timeline/#y2019">d</a> '
        '<a href="./">e</a> <a href="#h-g">f</a></p>\n'
    )


def test_external_links() -> None:
    """A link to another site opens it without a hold on this one; mail needs no such thing."""
    assert _page("[a](https://x.y) <b@c.de>\n") == (
        '<p><a href="https://x.y" rel="noopener">a</a> <a href="mailto:b@c.de">b@c.de</a></p>\n'
    )


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("# a\n\n## b\n\n# c\n", ["h2", "h3", "h2"]),
        ("## a\n\n#### b\n\n### c\n\n# d\n", ["h2", "h3", "h3", "h2"]),
        ("# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f\n", ["h2", "h3", "h4", "h5", "h6", "h6"]),
    ],
)
def test_heading_levels(text: str, levels: list[str]) -> None:
    """The author's headings come below the title of the page, and none is skipped."""
    found = [line[1:3] for line in _page(text).splitlines()]
    assert found == levels
    assert [line[-3:-1] for line in _page(text).splitlines()] == levels


def test_tables() -> None:
    """A table stands in a box that can scroll, its columns set by class and not by style."""
    assert _page("| a |\n|--:|\n| b |\n") == (
        '<div class="table" tabindex="0">\n<table>\n<thead>\n<tr>\n<th class="align-right">a</th>\n</tr>\n</thead>\n'
        '<tbody>\n<tr>\n<td class="align-right">b</td>\n</tr>\n</tbody>\n</table>\n</div>\n'
    )


def test_inline() -> None:
    """A text of one paragraph has no paragraph around it, and no block in it."""
    tokens = parse_inline(passage("# a *b*\n<u>c</u> <div>d</div> `{{ e }}`"))
    assert render_inline(tokens, "") == "# a <em>b</em>\n<u>c</u> d <code>{{ e }}</code>"


def test_plain_text_is_escaped() -> None:
    """What is no tag is text."""
    assert _page('1 < 2 & "3" `<b>` <3\n') == ("<p>1 &lt; 2 &amp; &quot;3&quot; <code>&lt;b&gt;</code> &lt;3</p>\n")


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a<script>alert(1)</script>b", "<p>ab</p>"),
        ('<b onclick="x" style="y" class="z" id="w" data-v="u">a</b>', "<p><b>a</b></p>"),
        ('<a href="javascript:x">a</a>', "<p><a>a</a></p>"),
        ('<a href="jAva&#09;script:x">a</a>', "<p><a>a</a></p>"),
        ('<a href="//x.y" target="_blank">a</a>', "<p><a>a</a></p>"),
        ('<a href="/\\x.y">a</a>', "<p><a>a</a></p>"),
        ('<a href="https://x.y">a</a> <a href="z/">b</a>', '<p><a href="https://x.y">a</a> <a href="z/">b</a></p>'),
        ('<img src="data:image/svg+xml,x" alt="a">', '<img alt="a">'),
        ("<div><iframe src='https://x.y'></iframe>\n<style>p {}</style>a</div>", "<div>\na</div>"),
        ("<svg><script>x</script></svg><math><mi>y</mi></math>a", "<p>a</p>"),
        ("<!-- a --> b", " b"),
        ("<form><input><button>a</button></form>", "a"),
        ("<details><summary>a</summary>b</details>", "<details><summary>a</summary>b</details>"),
        (
            "a<sup>2</sup> <mark>b</mark> <abbr title='c'>d</abbr>",
            '<p>a<sup>2</sup> <mark>b</mark> <abbr title="c">d</abbr></p>',
        ),
        ("<h1>a</h1>", "a"),
        ("a </b></div>", "<p>a </p>"),
    ],
)
def test_raw_html(raw: str, clean: str) -> None:
    """Raw HTML keeps harmless tags and nothing else."""
    assert _page(raw + "\n").strip("\n") == clean.strip("\n")


def test_raw_html_beside_our_own() -> None:
    """Cleaning leaves Dateline's own links, classes and ids as they are."""
    html = _linked("# A\n\nAna Ruiz <b>b</b> [c](https://x.y)\n\n```py\nd\n```\n\n| e |\n|:-:|\n")
    assert html == (
        '<h2 id="h-a">A</h2>\n<p><a class="person" href="../../people/x/">Ana Ruiz</a> <b>b</b> '
        '<a href="https://x.y" rel="noopener">c</a></p>\n<pre><code class="language-py">d\n</code></pre>\n'
        '<div class="table" tabindex="0">\n<table>\n<thead>\n<tr>\n<th class="align-center">e</th>\n</tr>\n</thead>\n'
        "</table>\n</div>\n"
    )


_RAW = st.sampled_from(
    [
        "<",
        ">",
        "/",
        "script",
        "<script>",
        "</script>",
        "<a href=",
        "'",
        '"',
        "javascript:",
        "<img src=x onerror=y>",
        "<svg",
        "<style>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<iframe",
        "<b>",
        "</b>",
        "\n",
        "\n\n",
        " ",
        "&#x6a;",
        "`",
        "[a](",
        ")",
        "\0",
        "<math><mtext><table><mglyph><style>",
        "<noscript>",
        "<title>",
        "<textarea>",
        "x",
    ]
)
_HARMFUL = {"script", "style", "iframe", "svg", "math", "object", "form", "input", "template", "noscript", "title"}


@pytest.mark.property
@settings(deadline=None)
@given(st.lists(_RAW, max_size=30).map("".join))
def test_no_harm(text: str) -> None:
    """Whatever the text, a browser finds no script in it, no handler, and no address of another kind."""
    document = html5lib.parseFragment(_page(text), namespaceHTMLElements=False)
    for element in document.iter():
        assert element.tag not in _HARMFUL
        for name, value in element.attrib.items():
            assert not str(name).startswith("on")
            assert name != "style"
            assert not value.strip().lower().startswith(("javascript:", "data:", "vbscript:", "//"))
