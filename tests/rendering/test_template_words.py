"""The words in the theme's templates: each is asked for with `_`, so that it can be said in any language."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

TEMPLATES = Path(__file__).parents[2] / "templates"
SPOKEN = {"alt", "aria-label", "label", "placeholder", "title"}
"""The attributes that readers see or hear; what is handed to scripts in `data-` attributes is said too."""
CODES = {"data-facet", "data-pagefind-meta"}
"""Those by which scripts know one thing from another."""
NAMES = {"BibTeX", "CSL", "JSON", "SHA"}
"""What is called so in every language."""
TOLD = {"article", "brush", "low"}
"""What machines and macros are told, and no reader."""
TAG = re.compile(
    r'<!--.*?-->|<!doctype[^>]*>|</?[a-z][a-z0-9\0]*((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*/?>', re.DOTALL | re.IGNORECASE
)
ATTRIBUTE = re.compile(r'([^\s=>]+)="([^"]*)"')
QUOTED = re.compile(r"[^\W\d_]{2,}(?: [^\W\d_]+)*")
FIELD = re.compile(r"\{\w+\}")
HOLE = "\0"
SAYERS = {"_", "ngettext", "pgettext"}


def said(template: str) -> Iterator[str]:
    """Return the words in a template that are printed as they are: its text, and what its expressions print."""
    tree = Environment(trim_blocks=True, lstrip_blocks=True).parse(template)  # noqa: S701 - nothing is rendered
    text = "".join(
        node.data if isinstance(node, nodes.TemplateData) else HOLE
        for output in tree.find_all(nodes.Output)
        for node in output.nodes
    )
    for tag in TAG.finditer(text):
        for name, value in ATTRIBUTE.findall(tag[1] or ""):
            if name in SPOKEN or (name.startswith("data-") and name not in CODES):
                yield value
    yield TAG.sub(HOLE, text)


def printed(template: str) -> Iterator[str]:
    """Return the constant texts that expressions of a template may print as they are."""
    tree = Environment().parse(template)  # noqa: S701 - nothing is rendered
    for output in tree.find_all(nodes.Output):
        for node in output.nodes:
            yield from constants(node)


def constants(node: nodes.Node) -> Iterator[str]:
    """Return the constant texts in an expression, but those that `_` and its like are given, or that are compared."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in SAYERS:
        for pair in node.kwargs:
            yield from constants(pair.value)
    elif not isinstance(node, nodes.Compare | nodes.Filter):
        for child in node.iter_child_nodes():
            yield from constants(child)


def bare(template: str) -> list[str]:
    """Return the words of a template that nobody can translate."""
    words = (word for text in (*said(template), *printed(template)) for word in QUOTED.findall(FIELD.sub(HOLE, text)))
    return [word for word in words if word not in NAMES | TOLD]


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.stem)
def test_no_template_has_words_of_its_own(path: Path) -> None:
    """Not in its text, not in what is read aloud, not in what it hands to scripts."""
    assert bare(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("<p>Sources</p>", ["Sources"]),
        ('<p aria-label="Above this page">{{ x }}</p>', ["Above this page"]),
        ('<a data-one="hit" class="chip">{{ x }}</a>', ["hit"]),
        ("{{ x or 'not given' }}", ["not given"]),
        ("{{ cut(parts, 'Parts of it') }}", ["Parts of it"]),
        ("{{ 'Other events' if x else _('Events') }}", ["Other events"]),
        ("{% if x == 'known word' %}{{ _('told in {a}', a=b('plain word')) }}{% endif %}", ["plain word"]),
        ('<li class="entry" id="x">{{ x }}, {{ _("Sources") }}: <code>SHA-256</code></li>', []),
    ],
)
def test_words_are_found(template: str, words: list[str]) -> None:
    """Wherever a template may print some."""
    assert bare(template) == words
