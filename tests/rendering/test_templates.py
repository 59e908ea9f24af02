"""Templates that nobody has to trust: what fails in them is a problem with a file and a line."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from dateline.model.problem import Code
from dateline.rendering.date_words import DatePart
from dateline.rendering.parts import ChipView, Html
from dateline.rendering.shared_views import HeadView, SiteView
from dateline.rendering.template_compiler import Escaped
from dateline.rendering.templates import NONDETERMINISTIC, TemplateSet
from dateline.rendering.views import PageView

SITE = SiteView(
    title="Record <& co>",
    description="",
    notice="",
    root="../",
    base_url="",
    navigation=(),
    footer=(),
    feed="../feed.xml",
    policy="default-src 'none'",
    has_kind_styles=False,
    has_cards=False,
    is_preview=False,
    is_offline=False,
    generator="Dateline",
    extra={"colour": "red"},
)
HEAD = HeadView("About", "About · Record", "", "", "en", "ltr", "", "", Html(""))
BROKEN = "templates/page.html:{}: template-broken: the template cannot be used: "
NO_FIELD = "'dateline.rendering.shared_views.SiteView object' has no attribute 'tilte'"
MISSING = (
    "templates/page.html: template-missing: there is no template 'bas.html'; write templates/bas.html, "
    "or delete your own templates/page.html to go back to the default theme"
)
VIEW = PageView(SITE, HEAD, "", (), Html("<p>Hello</p>"), (), {})


def render(text: str, **others: str) -> tuple[str, list[str]]:
    """Return what a template makes of the view, and its problems in words."""
    sources = {"page.html": text.encode()} | {f"{name}.html": source.encode() for name, source in others.items()}
    html, problems = TemplateSet(sources, "templates").render("page.html", VIEW)
    return html, [str(problem) for problem in problems]


def test_text_is_escaped_and_html_is_not() -> None:
    """Only what was made safe is printed as it is."""
    assert render("{{ site.title }}{{ body }}") == ("Record &lt;&amp; co&gt;<p>Hello</p>", [])


def test_empty_html_counts_as_nothing() -> None:
    """A template asks whether a text is there."""
    template = TemplateSet({"page.html": b"{% if body %}yes{% else %}no{% endif %}"}, "templates")
    assert template.render("page.html", replace(VIEW, body=Html("")))[0] == "no"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("\n{{ bodyy }}", f"{BROKEN.format(2)}'bodyy' is undefined"),
        ("a\nb\n{{ site.tilte }}", f"{BROKEN.format(3)}{NO_FIELD}"),
        ("{% if %}", f"{BROKEN.format(1)}Expected an expression, got 'end of statement block'"),
        ("\n{{ 1 // 0 }}", f"{BROKEN.format(2)}integer division or modulo by zero"),
        ("{{ site|nonsense }}", f"{BROKEN.format(1)}No filter named 'nonsense'"),
        ('{% extends "bas.html" %}', MISSING),
    ],
)  # fmt: skip
def test_a_fault_names_file_and_line(text: str, problem: str) -> None:
    """Never a traceback."""
    html, problems = render(text)
    remedy = "" if "missing" in problem else "; docs/templates.md lists what it may use"
    assert (html, problems) == ("", [problem + remedy])


def test_a_fault_in_a_part_names_the_part() -> None:
    """The line is that of the file in which it stands."""
    _, problems = render(
        '{% from "words.html" import say %}{{ say(site) }}', words="\n\n{% macro say(x) %}\n{{ x.no }}{% endmacro %}"
    )
    assert problems[0].startswith("templates/words.html:4: template-broken: ")


def test_a_missing_page_template_is_told() -> None:
    """There is no theme without it."""
    _, (problem,) = TemplateSet({}, "templates").render("page.html", VIEW)
    assert problem.code is Code.TEMPLATE_MISSING


@pytest.mark.parametrize(
    "text",
    [
        "{{ site.__class__.__mro__ }}",
        "{{ body.__html__() }}",
        "{{ ''.__class__ }}",
        "{{ site.extra.update({'a': 1}) }}",
        "{{ cycler.__init__.__globals__ }}",
        *(f"{{{{ {name} }}}}" for name in NONDETERMINISTIC),
        "{{ [1, 2]|random }}",
        "{% for i in range(10000000) %}{% endfor %}",
    ],
)
def test_a_template_cannot_leave_its_sandbox(text: str) -> None:
    """No way into the program, no changes, nothing that differs from build to build, no endless work."""
    html, problems = render(text)
    assert html == ""
    assert len(problems) == 1


def test_the_author_own_keys_can_be_asked_for() -> None:
    """What is not there is a fault only where it is printed."""
    assert render("{{ site.extra.colour }}{% if extra.no is defined %}x{% endif %}") == ("red", [])


def test_a_file_that_is_no_text_does_not_stop_the_build() -> None:
    """Its bytes are shown as what they are: broken."""
    html, problems = TemplateSet({"page.html": b"\xff"}, "templates").render("page.html", VIEW)
    assert (html, problems) == ("\ufffd", ())


def test_views_are_values() -> None:
    """They compare by what they hold, so that a page can be remembered by its view."""
    assert ChipView("A", "a", "person", "person") == ChipView("A", "a", "person", "person")
    assert DatePart("2019", "2019") == DatePart("2019", "2019")


def shown(name: str) -> ChipView:
    """Return a name as a link."""
    return ChipView(name, f"people/{name.lower()}/", "person", "person")


def render_twice(text: str, first: object, second: object, **others: str) -> list[str]:
    """Return what one template set makes of a page with each of two values as `extra.x`, one after the other."""
    sources = {"page.html": text.encode()} | {f"{name}.html": source.encode() for name, source in others.items()}
    templates = TemplateSet(sources, "templates")
    pages = (
        replace(VIEW, head=replace(HEAD, title=f"Page {n}"), extra={"x": x}) for n, x in enumerate((first, second))
    )
    return [templates.render("page.html", page)[0] for page in pages]


SHOW = {"words": "{% macro show(x) %}<{% for part in x %}{{ part.text }},{% endfor %}>{% endmacro %}"}
COUNT = "{% set all = namespace(n=0) %}{% macro say(x) %}{% set all.n = all.n + 1 %}{{ all.n }}{% endmacro %}"


def test_a_macro_prints_each_value_as_what_it_is() -> None:
    """Equal names of two people are two values, one date is the same date wherever it was made."""
    text = '{% from "words.html" import show %}{{ show(extra.x) }}'
    one, two = (DatePart("May", ""),), (DatePart("May", ""), DatePart("2019", "2019"))
    assert render_twice(text, one, two, **SHOW) == ["<May,>", "<May,2019,>"]
    assert render_twice(text, one, (DatePart("May", ""),), **SHOW) == ["<May,>", "<May,>"]
    say = '{% from "words.html" import say %}{{ say(extra.x) }}'
    macro = "{% macro say(x) %}{{ x.name }}{% endmacro %}"
    assert render_twice(say, shown("Ana"), shown("Bob"), words=macro) == ["Ana", "Bob"]


def test_equal_tuples_of_other_things_are_told_apart() -> None:
    """One is true, and a text may be HTML and equal another that is none."""
    say = '{% from "words.html" import say %}{{ say(extra.x) }}'
    macro = "{% macro say(x) %}{{ x[0] }}{% endmacro %}"
    assert render_twice(say, (1,), (True,), words=macro) == ["1", "True"]
    assert render_twice(say, (Html("<b>"),), ("<b>",), words=macro) == ["<b>", "&lt;b&gt;"]
    assert render_twice(say, ([1],), ({"a": 1},), words=macro) == ["[1]", "{&#39;a&#39;: 1}"]


@pytest.mark.parametrize("start", ["", '{% import "words.html" as words with context %}'], ids=["own", "with context"])
def test_a_macro_that_sees_the_page_prints_each_page_anew(start: str) -> None:
    """It may say what the page is called."""
    macro = "{% macro say(x) %}{{ head.title }}: {{ x.name }};{% endmacro %}"
    text = f"{start}{{{{ words.say(extra.x) }}}}" if start else f"{macro}{{{{ say(extra.x) }}}}"
    ana = shown("Ana")
    for _ in range(20):
        assert render_twice(text, ana, ana, words=macro) == ["Page 0: Ana;", "Page 1: Ana;"]


def test_a_macro_of_the_page_may_count() -> None:
    """It prints something else each time."""
    assert render_twice(COUNT + "{{ say(extra.x) }}{{ say(extra.x) }}", shown("Ana"), shown("Ana")) == ["12", "12"]


def test_an_imported_macro_prints_a_name_once() -> None:
    """On as many pages as it stands: here it would print another number each time."""
    text = '{% from "words.html" import say %}{{ say(extra.x) }}{{ say(extra.x) }}'
    ana = shown("Ana")
    assert render_twice(text, ana, ana, words=COUNT) == ["11", "11"]
    assert render_twice(text, ana, shown("Ana"), words=COUNT) == ["11", "22"]


@pytest.mark.parametrize(
    ("call", "html"),
    [
        ("{{ m(site) }}", "Record &lt;&amp; co&gt;|-|"),
        ("{{ m(x=site) }}", "Record &lt;&amp; co&gt;|-|"),
        ("{{ m(site, 'y') }}", "Record &lt;&amp; co&gt;|y|"),
        ("{{ m(site, y='<') }}", "Record &lt;&amp; co&gt;|&lt;|"),
        ("{{ m(*[site, 'y']) }}", "Record &lt;&amp; co&gt;|y|"),
        ("{{ m(**{'x': site}) }}", "Record &lt;&amp; co&gt;|-|"),
        ("{% call m(site) %}<i>{% endcall %}", "Record &lt;&amp; co&gt;|-|<i>"),
        ("{% for x in [site, site] if x.title %}{{ m(x) }}{% endfor %}", "Record &lt;&amp; co&gt;|-|" * 2),
        ("{{ m(site, m(site)) }}", "Record &lt;&amp; co&gt;|Record &lt;&amp; co&gt;|-||"),
        ("{% set said = m(site) %}{{ said }}", "Record &lt;&amp; co&gt;|-|"),
        ("{{ m(site) ~ '<' }}{{ m(site)|lower }}", "Record &lt;&amp; co&gt;|-|&lt;record &lt;&amp; co&gt;|-|"),
        ("{% autoescape false %}{{ m(site) }}{% endautoescape %}", "Record &lt;&amp; co&gt;|-|"),
    ],
)
def test_a_macro_may_be_called_in_every_way(call: str, html: str) -> None:
    """With one value or more, by name, with a block."""
    macro = "{% macro m(x, y='-') %}{{ x.title }}|{{ y }}|{{ caller() if caller is defined else '' }}{% endmacro %}"
    for start, others in ((macro, {}), ('{% from "words.html" import m %}', {"words": macro})):
        assert render(start + call, **others) == (html, [])


@pytest.mark.property
@given(st.text(st.sampled_from("ab&<>\"'é;#"), max_size=100))
def test_texts_are_escaped_as_everywhere(text: str) -> None:
    """Short ones, which are remembered, and long ones."""
    known = Escaped()
    assert known[text] == known[text] == str(escape(text))


@pytest.mark.parametrize("call", ["{{ m() }}", "{{ m('x') }}", "{{ m(y='x') }}"])
def test_a_macro_says_itself_what_it_is_not_given(call: str) -> None:
    """What has something else instead, and what has nothing."""
    assert render("{% macro m(x='-', y='+') %}{{ x }}{{ y }}{% endmacro %}" + call)[0] in ("-+", "x+", "-x")
    said = render("{% macro m(x) %}{{ x }}{% endmacro %}{{ m() }}")[1]
    assert said == [f"{BROKEN.format(1)}parameter 'x' was not provided; docs/templates.md lists what it may use"]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("{{ site.title.upper() }}", "RECORD &lt;&amp; CO&gt;"),
        ("{{ site.title.replace('Record', site.root) }}", "../ &lt;&amp; co&gt;"),
        ("{{ head.title|upper }}{{ (head.title|lower).upper() }}", "ABOUTABOUT"),
        (
            "{% for word in site.title.split(' ') if word != '<&' %}{{ loop.index }}{{ word }}{% endfor %}",
            "1Record2co&gt;",
        ),
        ("{% for x in [1, [2]] recursive %}{{ loop(x) if x is iterable else x }}{% endfor %}", "12"),
        ("{% set x = site %}{{ x.title[:3] }}{{ [x]|map(attribute='root')|first }}", "Rec../"),
        ("{{ site['root'] }}{{ site.extra['colour'] }}{{ site.extra.colour }}", "../redred"),
        ("{% filter upper %}{{ head.title }}{% endfilter %}", "ABOUT"),
        ("{{ site.title|safe }}{{ body }}{{ '<' ~ site.root }}", "Record <& co><p>Hello</p>&lt;../"),
        ("{% autoescape false %}{{ site.title }}{% endautoescape %}", "Record <& co>"),
        ("{{ none }}{{ 7 }}{{ 1.5 }}{{ true }}", "None71.5True"),
        ("{{ site.no is defined }}{{ site.no|default('-') }}", "False-"),
    ],
)
def test_a_theme_may_use_all_of_jinja(text: str, html: str) -> None:
    """Methods, filters, loops."""
    assert render(text) == (html, [])


def test_what_is_public_is_fields_and_properties() -> None:
    """Of a field of a field too; a name that is none is the same fault anywhere."""
    _, (problem,) = render("{% for x in [site] %}{{ x.tilte.more }}{% endfor %}")
    assert NO_FIELD in problem


@pytest.mark.parametrize("name", ["_title", "__class__", "__slots__", "__dataclass_fields__", "__init__"])
def test_what_is_private_is_refused(name: str) -> None:
    """On views as on everything else."""
    for text in (f"{{{{ site.{name} }}}}", f"{{{{ site['{name}'] }}}}", f"{{{{ site|attr('{name}') }}}}"):
        html, problems = render(text)
        assert (html, len(problems)) == ("", 1)
