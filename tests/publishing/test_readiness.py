"""Before a site is published its author is told what strangers would find, and what they would miss."""

from pathlib import Path

import pytest
from support import pictures
from support.changing import ChangingSite

from dateline.model.problem import Code, Problem, Severity
from dateline.publishing import readiness
from dateline.publishing.readiness import check_readiness
from dateline.publishing.site import check_from_disk
from dateline.publishing.wishes import Wish

ARTICLE = "articles/2020-01-01-one.md"


def checked(
    folder: Path, body: str, others: dict[str, bytes], *, base_url: str = "https://a.example/", sources: object = None
) -> list[Problem]:
    """Return what is told of a site of one article."""
    texts: dict[str, dict[str, object]] = {
        ARTICLE: {"title": "One", "body": body, **({"sources": sources} if sources else {})},
        "people/ann.md": {"name": "Ann Bell", "public": False, "label": "a minor"},
    }
    site = ChangingSite(folder, texts, settings={"base_url": base_url}, others=others)
    site.write()
    wish = Wish(site.content)
    return list(check_readiness(wish, *check_from_disk(wish, lambda *_: None)))


def codes(problems: list[Problem]) -> list[tuple[Code, Severity]]:
    """Return what is told, and how much it matters, beside that somebody is private."""
    return [(p.code, p.severity) for p in problems if p.code is not Code.PRIVATE_ENTITY]


def test_a_site_that_is_ready_has_no_errors(tmp_path: Path) -> None:
    """Who is private is told as a reminder, with the file and without the name."""
    (problem,) = checked(tmp_path, "![Two trucks](../a.png)", {"a.png": pictures.png()})
    assert (problem.code, problem.severity) == (Code.PRIVATE_ENTITY, Severity.NOTICE)
    assert problem.location.path.endswith("content/people/ann.md")
    assert "Bell" not in str(problem)


def test_pictures_without_words_are_errors(tmp_path: Path) -> None:
    """A warning of every build; one that says it is a decoration is none."""
    body = "![](../a.png)\n\n![-](../a.png)"
    assert codes(checked(tmp_path, body, {"a.png": pictures.png()})) == [(Code.ALT_MISSING, Severity.ERROR)]


def test_a_site_without_an_address_is_told(tmp_path: Path) -> None:
    """Its feeds could not be read elsewhere."""
    assert codes(checked(tmp_path, "It rained.", {}, base_url="")) == [(Code.BASE_URL_MISSING, Severity.WARNING)]


def test_files_are_told_by_what_becomes_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unused, large, with metadata that is left out, with metadata that is not."""
    monkeypatch.setattr(readiness, "LARGE", 1000)
    body = "[a](../a.pdf) ![b](../b.jpg) [c](../c.bin) [d](../d.pdf)"
    others = {
        "a.pdf": b"%PDF-1.7 <</Author (Ann)>>",
        "b.jpg": pictures.telling_jpeg(pictures.jpeg()),
        "c.bin": bytes(1000),
        "d.pdf": b"%PDF-1.7",
        "e.txt": b"mine",
    }
    told = {Path(p.location.path).name: p for p in checked(tmp_path, body, others) if p.code is not Code.PRIVATE_ENTITY}
    assert {name: problem.code for name, problem in told.items()} == {
        "a.pdf": Code.METADATA,
        "b.jpg": Code.METADATA,
        "c.bin": Code.FILE_LARGE,
        "e.txt": Code.FILE_UNUSED,
    }
    assert {problem.severity for problem in told.values()} == {Severity.NOTICE}
    removed = len(others["b.jpg"]) - len(pictures.jpeg())
    assert told["b.jpg"].message.startswith(f"{removed} bytes of metadata are left out")


def test_a_cited_file_that_is_kept_off_the_site_is_used(tmp_path: Path) -> None:
    """Its digest is published, and nobody is told to link to it."""
    told = checked(tmp_path, "It rained.", {"a.pdf": b"%PDF-1.7"}, sources=[{"file": "a.pdf", "publish": False}])
    assert codes(told) == []


def test_what_no_build_publishes_is_an_error_here_too(tmp_path: Path) -> None:
    """Private names, damaged pictures, links to drafts."""
    body = "`Ann Bell` ![it](../a.png) [draft](2021-two.md)"
    told = codes(checked(tmp_path, body, {"a.png": pictures.png()[:-9]}))
    assert {code for code, severity in told if severity is Severity.ERROR} == {
        Code.LINK_DEAD,
        Code.PICTURE_UNREADABLE,
        Code.PRIVATE_NAME,
    }
