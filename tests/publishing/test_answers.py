"""What a web server answers."""

from pathlib import Path

import pytest

from dateline.publishing.answers import Answer, answer, content_type


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site."""
    folder = tmp_path / "site"
    for path in (
        "index.html",
        "404.html",
        "people/index.html",
        "people/a b/index.html",
        "data/mentions.jsonl",
        ".dateline.json",
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(path, encoding="utf-8")
    (folder / "empty").mkdir()
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (folder / "link").symlink_to(tmp_path / "secret")
    return folder


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("", "index.html"),
        ("index.html", "index.html"),
        ("people/", "people/index.html"),
        ("data/mentions.jsonl", "data/mentions.jsonl"),
    ],
)
def test_a_page_is_answered_with_its_file(site: Path, path: str, body: str) -> None:
    """A folder with its index.html."""
    given = answer(site, path)
    assert (given.status, given.body) == (200, body.encode())


@pytest.mark.parametrize(("path", "location"), [("people", "people/"), ("people/a b", "a%20b/")])
def test_a_folder_without_its_slash_leads_on(site: Path, path: str, location: str) -> None:
    """Relative links of the page would miss otherwise."""
    assert answer(site, path) == Answer(301, location=location)


@pytest.mark.parametrize(
    "path",
    [
        "x",
        "empty/",
        "people/x.html",
        "../secret",
        "link",
        "link/",
        ".dateline.json",
        "/etc/passwd",
        "people//",
        "a\0b",
        "//host",
    ],
)
def test_what_is_not_there_is_answered_with_404(site: Path, path: str) -> None:
    """No list of a folder, no hidden file, nothing outside."""
    given = answer(site, path)
    assert (given.status, given.body) == (404, b"404.html")


def test_a_site_without_a_404_page_says_so_plainly(tmp_path: Path) -> None:
    """Before the first build, too."""
    assert answer(tmp_path, "").status == 404
    assert answer(tmp_path, "").content_type.startswith("text/plain")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("mentions.jsonl", "application/jsonl"),
        ("icon.svg", "image/svg+xml; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("photo.JPG", "image/jpeg"),
        ("what", "application/octet-stream"),
    ],
)
def test_files_are_given_with_their_type(name: str, kind: str) -> None:
    """By the end of the name."""
    assert content_type(name) == kind
