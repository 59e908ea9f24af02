"""Finding the files of a site."""

from pathlib import Path

import pytest

from dateline.model.problem import Code, DatelineError, Severity
from dateline.publishing.sources import (
    default_theme,
    find_again,
    find_content,
    find_settings,
    find_theme,
    own_templates,
    read_sources,
    read_theme,
)


def fill(folder: Path, files: dict[str, bytes]) -> Path:
    """Write files into a folder."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def test_markdown_and_settings_are_read_and_other_files_are_named(tmp_path: Path) -> None:
    """Texts are read as bytes; of images only the path is kept."""
    content = fill(
        tmp_path / "content",
        {
            "site.toml": b"t",
            "articles/a.md": b"\xff",
            "articles/B.MARKDOWN": b"b",
            "photos/p.jpg": b"p",
            "x/site.toml": b"",
        },
    )
    sources = read_sources(content)
    assert dict(sources.texts) == {"site.toml": b"t", "articles/a.md": b"\xff", "articles/B.MARKDOWN": b"b"}
    assert sources.files == {"photos/p.jpg", "x/site.toml"}
    assert sources.content_folder == content.as_posix()
    assert sources.problems == ()


def test_files_are_found_in_one_order(tmp_path: Path) -> None:
    """The order of the folder on the disk does not show."""
    content = fill(tmp_path / "content", {f"articles/{name}.md": b"" for name in "dbca"})
    assert list(read_sources(content).texts) == [f"articles/{name}.md" for name in "abcd"]


@pytest.mark.parametrize(
    "path",
    [
        ".git/a.md",
        ".obsidian/a.md",
        "articles/.a.md",
        "a.md~",
        "a.md.bak",
        ".DS_Store",
        "#a.md#",
        "Thumbs.db",
        "a.orig",
    ],
)
def test_hidden_files_and_leftovers_of_editors_are_left_out(tmp_path: Path, path: str) -> None:
    """Nobody means them to be published."""
    sources = read_sources(fill(tmp_path / "content", {path: b"x"}))
    assert not sources.texts
    assert not sources.files


def test_a_link_out_of_the_folder_is_left_alone_and_told(tmp_path: Path) -> None:
    """Content that comes from anyone cannot publish the files of whoever builds it."""
    secret = fill(tmp_path / "elsewhere", {"secret.md": b"s"})
    content = fill(tmp_path / "content", {"articles/a.md": b"a"})
    (content / "articles/file.md").symlink_to(secret / "secret.md")
    (content / "folder").symlink_to(secret)
    sources = read_sources(content)
    assert list(sources.texts) == ["articles/a.md"]
    assert [problem.code for problem in sources.problems] == [Code.SYMLINK_IGNORED] * 2
    assert {problem.severity for problem in sources.problems} == {Severity.NOTICE}
    assert str(sources.problems[0]) == (
        f"{content.as_posix()}/articles/file.md: symlink-ignored: "
        f"this symbolic link leads out of {content.as_posix()}/; it was left alone; "
        "put a copy of the file there instead"
    )


def test_a_link_that_stays_inside_is_followed(tmp_path: Path) -> None:
    """A file or a folder may stand in two places of the content folder."""
    content = fill(tmp_path / "content", {"articles/2020/a.md": b"a", "photos/p.jpg": b"p"})
    (content / "articles/b.md").symlink_to(content / "articles/2020/a.md")
    (content / "more").symlink_to(Path("articles"))
    sources = read_sources(content)
    assert set(sources.texts) == {"articles/2020/a.md", "articles/b.md", "more/2020/a.md", "more/b.md"}
    assert sources.problems == ()


def test_links_in_a_circle_come_to_an_end(tmp_path: Path) -> None:
    """A folder is entered once by a link, and never from within itself."""
    content = fill(tmp_path / "content", {"one/a.md": b"", "two/b.md": b""})
    (content / "one/up").symlink_to(content)
    (content / "one/two").symlink_to(content / "two")
    (content / "two/one").symlink_to(content / "one")
    (content / "self.md").symlink_to(content / "self.md")
    sources = read_sources(content)
    assert {"one/a.md", "two/b.md", "one/two/b.md"} <= set(sources.texts)
    assert all(problem.code is Code.SYMLINK_IGNORED for problem in sources.problems)


def test_a_link_to_a_hidden_file_or_to_nothing_is_left_alone(tmp_path: Path) -> None:
    """A link does not bring in what would be left out by its own name."""
    content = fill(tmp_path / "content", {".git/config.md": b"secret"})
    (content / "config.md").symlink_to(content / ".git/config.md")
    (content / "nothing.md").symlink_to(content / "gone.md")
    sources = read_sources(content)
    assert not sources.texts
    assert ["hidden" in p.message or "nowhere" in p.message for p in sources.problems] == [True, True]


def test_a_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    """A name with control characters is no page's name, and does not command the terminal."""
    content = fill(tmp_path / "content", {"articles/a\x1b[2J.md": b"a"})
    sources = read_sources(content)
    assert not sources.texts
    assert [(p.code, p.severity) for p in sources.problems] == [(Code.ENCODING_INVALID, Severity.WARNING)]
    assert "\x1b" not in str(sources.problems[0])


def test_a_missing_content_folder_is_told_with_a_remedy(tmp_path: Path) -> None:
    """Whoever stands in the wrong folder learns what to do."""
    with pytest.raises(DatelineError, match="dateline new article"):
        read_sources(tmp_path / "content")


def test_a_missing_templates_folder_is_told(tmp_path: Path) -> None:
    """Where it was named; else there need not be one."""
    content = fill(tmp_path / "content", {"site.toml": b""})
    with pytest.raises(DatelineError, match="no-such"):
        read_sources(content, tmp_path / "no-such")


def test_a_content_folder_that_is_a_file_is_no_folder(tmp_path: Path) -> None:
    """Neither is a link to itself."""
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "file").touch()
    for name in ("loop", "file"):
        with pytest.raises(DatelineError, match="there is no content folder"):
            read_sources(tmp_path / name)


def test_the_sites_own_templates_override_the_default_theme_file_by_file(tmp_path: Path) -> None:
    """A site changes one template and one stylesheet, and keeps the rest."""
    content = fill(tmp_path / "content", {"articles/a.md": b""})
    fill(tmp_path / "templates", {"base.html": b"own", "parts/x.html": b"part", "assets/style.css": b"css"})
    default = read_sources(content, default_theme())
    sources = read_sources(content)
    assert sources.templates["base.html"] == b"own"
    assert sources.templates["parts/x.html"] == b"part"
    assert sources.assets["style.css"] == b"css"
    assert default.templates.keys() | {"base.html", "parts/x.html"} == sources.templates.keys()
    assert default.assets.keys() | {"style.css"} == sources.assets.keys()
    assert sources.templates_folder == (tmp_path / "templates").as_posix()


def test_the_templates_folder_is_that_beside_the_content_or_the_one_given(tmp_path: Path) -> None:
    """Without either there is none."""
    content = fill(tmp_path / "content", {"a.md": b""})
    assert own_templates(content, None) is None
    (tmp_path / "templates").mkdir()
    assert own_templates(content, None) == tmp_path / "templates"
    assert own_templates(content, content) == content


def test_the_settings_can_be_found_alone(tmp_path: Path) -> None:
    """A new article needs the site's zone, and no other file."""
    content = fill(tmp_path / "content", {"site.toml": b"timezone = 'UTC'", "a.md": b""})
    assert dict(find_settings(content).texts) == {"site.toml": b"timezone = 'UTC'"}
    assert not find_settings(tmp_path / "none").texts


TEXTS_AND_A_PICTURE = {"articles/a.md": b"a", "articles/b.md": b"b", "site.toml": b"", "p.png": b"p"}


def test_what_changed_is_looked_at_again(tmp_path: Path) -> None:
    """And gives what a look at everything gives."""
    content = fill(tmp_path / "content", TEXTS_AND_A_PICTURE)
    before = find_content(content)
    fill(content, {"articles/a.md": b"longer", "site.toml": b"# More"})
    changed = [content.resolve() / name for name in ("articles/a.md", "site.toml")]
    assert find_again(before, content, changed) == find_content(content)
    assert find_again(before, content, changed) != before
    assert find_again(before, content, ()) == before


@pytest.mark.parametrize(
    "name", ["p.png", "articles/c.md", "articles", ".", "gone.md", "../templates/page.html", "a.md~"]
)
def test_only_known_texts_can_be_looked_at_again(tmp_path: Path, name: str) -> None:
    """Where anything else is told, everything is to be looked at."""
    content = fill(tmp_path / "content", TEXTS_AND_A_PICTURE)
    before = find_content(content)
    fill(tmp_path, {"content/articles/c.md": b"c", "templates/page.html": b"", "content/a.md~": b""})
    assert find_again(before, content, [(content / name).resolve()]) is None
    assert find_again(before, content, [(content / "articles/a.md").resolve(), (content / name).resolve()]) is None


def test_a_text_that_is_gone_or_a_link_by_now_is_not_looked_at_again(tmp_path: Path) -> None:
    """Others may have to be told of it."""
    content = fill(tmp_path / "content", TEXTS_AND_A_PICTURE)
    before, file = find_content(content), content.resolve() / "articles/a.md"
    file.unlink()
    assert find_again(before, content, [file]) is None
    file.symlink_to(content / "articles/b.md")
    assert find_again(before, content, [file]) is None


def test_a_theme_is_found_as_it_is_read(tmp_path: Path) -> None:
    """The same files and problems, without reading any."""
    content = fill(tmp_path / "content", {"articles/a.md": b"a"})
    own = fill(tmp_path / "templates", {"page.html": b"mine", "assets/style.css": b"red"})
    (own / "link.css").symlink_to(tmp_path)
    theme = read_theme(content, None)
    assert find_theme(content, None) == (theme.found, theme.problems)
    assert [problem.code for problem in theme.problems] == [Code.SYMLINK_IGNORED]
    assert {str(own.resolve() / name) for name in ("page.html", "assets/style.css")} < {f.file for f in theme.found}
    assert theme.templates["page.html"] == b"mine"
    assert theme.assets["style.css"] == b"red"
