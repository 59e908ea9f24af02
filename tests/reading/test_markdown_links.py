"""Links and images of the content folder become URL paths of the site."""

import pytest
from support.building import passage

from dateline.model.names import UrlPath
from dateline.model.problem import Code, Severity
from dateline.model.text import Place
from dateline.reading.markdown import parse_markdown
from dateline.reading.markdown_links import InternalLink, ResolvedLinks, Targets, TextSource, resolve_links

_TARGETS = Targets({"people/el-mencho.md": UrlPath("people/el-mencho/")}, frozenset({"images/a b.png", "d.pdf"}))


def _resolve(text: str) -> ResolvedLinks:
    source = TextSource(passage(text), "articles/a.md", "content/articles/a.md")
    return resolve_links(parse_markdown(source.passage), source, _TARGETS)


def _addresses(resolved: ResolvedLinks) -> list[tuple[object, bool]]:
    return [
        (child.attrs.get("href") or child.attrs.get("src"), bool(child.meta.get("internal")))
        for token in resolved.tokens
        for child in token.children or []
        if child.type in ("link_open", "image")
    ]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("[a](../people/el-mencho.md#life)", ("people/el-mencho/#life", True)),
        ("[a](/timeline/?q=1)", ("timeline/?q=1", True)),
        ("[a](/)", ("", True)),
        ("![a](<../images/a b.png>)", ("media/images/a%20b.png", True)),
        ("[a](./../d.pdf)", ("media/d.pdf", True)),
        ("[a](#h-b)", ("#h-b", False)),
        ("[a](https://x.y/z)", ("https://x.y/z", False)),
        ("[a](http://[)", ("http://%5B", False)),
        ("[a](http://[b:c]/)", ("http://[b:c]/", False)),
        ("[a](mailto:a@b.c)", ("mailto:a@b.c", False)),
    ],
)
def test_addresses(text: str, address: tuple[str, bool]) -> None:
    """A link that leads somewhere has its address from the site's root; one to elsewhere stays as it is."""
    resolved = _resolve(text)
    assert [(found or "", internal) for found, internal in _addresses(resolved)] == [address]
    assert resolved.problems == ()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("![](../d.pdf)", [(1, 1)]),
        ("a ![ ](https://x.y/z.png)\n![-](../d.pdf) ![b](../d.pdf)", [(1, 3)]),
        ('a\n\nb <img src="c"> d', [(3, 1)]),
        ('<p>\n<img src="c">\n</p>', [(1, 1)]),
        ('<img src="c" alt=""> <IMG ALT="e">', []),
    ],
)
def test_pictures_need_words(text: str, places: list[tuple[int, int]]) -> None:
    """A hyphen says that one is decoration; in HTML an empty alt does."""
    problems = _resolve(text).problems
    assert [(problem.location.line, problem.location.column) for problem in problems] == places
    assert {(problem.code, problem.severity) for problem in problems} <= {(Code.ALT_MISSING, Severity.WARNING)}


def test_what_is_used() -> None:
    """The files that a text uses and its links to pages are told, with their places."""
    resolved = _resolve("![a](<../images/a b.png>)\n[b](../people/el-mencho.md) [c](/x/)")
    assert resolved.files == {"images/a b.png"}
    assert resolved.links == (
        InternalLink(UrlPath("people/el-mencho/"), "articles/a.md", Place(2, 2)),
        InternalLink(UrlPath("x/"), "articles/a.md", Place(2, 30)),
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "see [a](../people/el-menco.md)",
            (
                "content/articles/a.md:1:6: link-dead: the link '../people/el-menco.md' leads to no file; "
                "did you mean ../people/el-mencho.md?"
            ),
        ),
        (
            "![a](../people/el-x.png)",
            (
                "content/articles/a.md:1:1: link-dead: the link '../people/el-x.png' leads to no file; "
                "name a file of the content folder, seen from this one"
            ),
        ),
        (
            "![a](../../../etc/passwd)",
            (
                "content/articles/a.md:1:1: link-dead: the link '../../../etc/passwd' leads to no file; "
                "name a file of the content folder, seen from this one"
            ),
        ),
    ],
)
def test_dead_links(text: str, problem: str) -> None:
    """A link that leads nowhere is a problem at its place, with a close match where there is one."""
    assert [str(found) for found in _resolve(text).problems] == [problem]
