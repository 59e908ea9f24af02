"""Templates that nobody has to trust: what fails in them is a problem with a file and a line."""

from dataclasses import replace

import pytest

from dateline.model.problem import Code
from dateline.rendering.date_words import DatePart
from dateline.rendering.parts import ChipView, Html
from dateline.rendering.shared_views import HeadView, SiteView
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
    is_preview=False,
    generator="Dateline",
    extra={"colour": "red"},
)
HEAD = HeadView("About", "About · Record", "", "", "en", "ltr")
BROKEN = "templates/page.html:{}: template-broken: the template cannot be used: "
NO_FIELD = "'dateline.rendering.shared_views.SiteView object' has no attribute 'tilte'"
MISSING = (
    "templates/page.html: template-missing: there is no template 'bas.html'; write templates/bas.html, "
    "or delete your own templates/page.html to go back to the default theme"
)
VIEW = PageView(SITE, HEAD, "", Html("<p>Hello</p>"), {})


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
