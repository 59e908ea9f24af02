"""Words in templates: said in a language while they are compiled, with values that are escaped or safe."""

from dataclasses import replace

import pytest
from rendering.test_templates import HEAD, VIEW

from dateline.rendering.templates import TemplateSet

CATALOGUE = """
msgid "told in {article}"
msgstr "{article} <relata>"

msgid "Sources"
msgstr "Fuentes «&»"

msgctxt "verb"
msgid "Read"
msgstr "Leído"

msgid "{n} entry of {name}"
msgid_plural "{n} entries of {name}"
msgstr[0] "{n} entrada de {name}"
msgstr[1] "{n} entradas de {name}"
"""
B = "{% macro b(x) %}<b>{{ x }}</b>{% endmacro %}"


def render(text: str, language: str = "es") -> str:
    """Return what a template makes of a page in a language."""
    sources = {"page.html": text.encode(), "languages/es.po": CATALOGUE.encode()}
    view = replace(VIEW, head=replace(HEAD, labels=language))
    html, problems = TemplateSet(sources, "templates").render("page.html", view)
    assert problems == ()
    return html


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        ("{{ _('Sources') }}", "Sources", "Fuentes «&amp;»"),
        ("{{ pgettext('verb', 'Read') }}{{ _('Read') }}", "ReadRead", "LeídoRead"),
        ("{% set x = 'Sources' %}{{ _(x) }}", "Sources", "Fuentes «&amp;»"),
        ("{{ _('Sources')|length }}", "7", "11"),
        (
            "{{ _('told in {article}', article=site.title) }}",
            "told in Record &lt;&amp; co&gt;",
            "Record &lt;&amp; co&gt; &lt;relata&gt;",
        ),
        (
            B + "{{ _('told in {article}', article=b(site.title)) }}",
            "told in <b>Record &lt;&amp; co&gt;</b>",
            "<b>Record &lt;&amp; co&gt;</b> &lt;relata&gt;",
        ),
        (
            "{% set x %}{{ _('told in {article}', article=body) }}{% endset %}{{ x }}",
            "told in <p>Hello</p>",
            "<p>Hello</p> &lt;relata&gt;",
        ),
        (
            "{% set x = _('told in {article}', article=body) %}{{ x }}",
            "told in <p>Hello</p>",
            "<p>Hello</p> &lt;relata&gt;",
        ),
        (
            "{% set t = 'told in {article}' %}{{ _(t, article=body) }}",
            "told in <p>Hello</p>",
            "<p>Hello</p> &lt;relata&gt;",
        ),
        (
            "{{ ngettext('{n} entry of {name}', '{n} entries of {name}', 2, name=body) }}",
            "2 entries of <p>Hello</p>",
            "2 entradas de <p>Hello</p>",
        ),
        ("{{ _('{who} < {what}', who='{what}') }}", "{what} &lt; {what}", "{what} &lt; {what}"),
    ],
)
def test_what_a_template_says(text: str, english: str, spanish: str) -> None:
    """Each page in its language, whatever was compiled for another."""
    assert (render(text, "en"), render(text)) == (english, spanish)


def test_each_page_has_the_words_of_its_language() -> None:
    """One set of templates prints pages in several."""
    templates = TemplateSet({"page.html": b"{{ _('Sources') }}", "languages/es.po": CATALOGUE.encode()}, "templates")
    pages = [replace(VIEW, head=replace(HEAD, labels=each)) for each in ("en", "es", "en")]
    assert [templates.render("page.html", page)[0] for page in pages] == ["Sources", "Fuentes «&amp;»", "Sources"]


def test_a_catalogue_cannot_reach_into_values() -> None:
    """Its fields are names and nothing else."""
    sources = {
        "page.html": b"{{ _('a {x}', x=site) }}",
        "languages/es.po": b'msgid "a {x}"\nmsgstr "{x.__class__} {x}"\n',
    }
    view = replace(VIEW, head=replace(HEAD, labels="es"))
    assert TemplateSet(sources, "templates").render("page.html", view)[0].startswith("{x.__class__} SiteView(")
