"""All sources become settings, a registry, articles and pages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.problem import Severity
from dateline.model.source import Options, Sources
from dateline.reading.content import Content, read_content

TODAY = date(2026, 1, 1)


def read(files: dict[str, str], **options: object) -> Content:
    """Return the content of files without a fault."""
    sources = Sources(
        {path: text.encode() for path, text in files.items()}, frozenset({"images/a.jpg", "articles/b.png"})
    )
    content, problems = read_content(sources, Options(TODAY, "0", **options))  # type: ignore[arg-type]
    assert [p for p in problems if p.severity is not Severity.NOTICE] == []
    return content


def slugs(files: dict[str, str], **options: object) -> list[str]:
    """Return the slugs of the articles in their order."""
    return [article.slug for article in read(files, **options).articles]


def test_articles_come_in_the_order_of_date_order_and_slug() -> None:
    """A year opens its year; within a day `order` decides, then the slug."""
    files = {
        "articles/2020-07-18-b.md": "# B",
        "articles/2020-07-18-a.md": "# A",
        "articles/2020-07-18-z.md": "---\norder: -1\n---\n# Z",
        "articles/2020-x.md": "# X",
        "articles/2019-12-31-y.md": "# Y",
        "articles/u.md": "---\ndate: unknown\n---\n# U",
    }
    assert slugs(files) == ["y", "x", "z", "a", "b", "u"]


def test_drafts_are_left_out() -> None:
    """A draft is an article only for those who ask for drafts; `published: false` is a draft too."""
    files = {
        "articles/2020-01-01-a.md": "# A",
        "articles/2020-01-02-b.md": "---\ndraft: true\n---\n# B",
        "articles/2020-01-03-c.md": "---\npublished: false\n---\n# C",
    }
    assert slugs(files) == ["a"]
    assert slugs(files, drafts=True) == ["a", "b", "c"]


def test_articles_of_the_future_are_left_out() -> None:
    """An article waits until the first day that its date may mean."""
    files = {
        "articles/2026-01-01-today.md": "# A",
        "articles/2026-this-year.md": "# B",
        "articles/2026-01-02-tomorrow.md": "# C",
        "articles/before.md": "---\ndate: ../2030\n---\n# D",
    }
    assert slugs(files) == ["this-year", "today", "before"]
    assert "tomorrow" in slugs(files, future=True)


def test_a_folder_of_plain_dated_files_builds() -> None:
    """Without a folder `articles/` the files at the top are the articles; the read-me file is none."""
    files = {"2020-07-18-video.md": "Video\n=====\n\nText", "README.md": "# About this folder"}
    content = read(files)
    assert [(a.slug, a.title.text, a.date.edtf) for a in content.articles] == [("video", "Video", "2020-07-18")]


def test_files_at_the_top_are_no_articles_beside_the_folder() -> None:
    """Where there is a folder `articles/`, only it is read."""
    assert slugs({"2020-01-01-a.md": "# A", "articles/2020-01-01-b.md": "# B"}) == ["b"]


@pytest.mark.parametrize(
    ("base_url", "expected"), [(None, "https://a.org/"), ("https://b.org/x", "https://b.org/x/"), ("", "")]
)
def test_the_command_line_overrides_the_base_url(base_url: str | None, expected: str) -> None:
    """A base URL of the command line replaces the site's, with a slash at its end."""
    files = {"site.toml": 'base_url = "https://a.org"', "articles/2020-01-01-a.md": "# A"}
    assert read(files, base_url=base_url).settings.base_url == expected


def test_hidden_files_and_drafts_folders_are_left_alone() -> None:
    """Names that begin with a dot or an underscore, and files that are not Markdown, are not read."""
    files = {
        "articles/2020-01-01-a.markdown": "# A",
        "articles/_drafts/2020-01-01-b.md": "# B",
        "articles/.c.md": "# C",
        "people/_template.md": "# D",
        "people/notes.txt": "# E",
    }
    content = read(files)
    assert ([a.slug for a in content.articles], content.registry.entities) == (["a"], ())


def test_pages_come_in_the_order_of_their_slugs() -> None:
    """A page has a title, a text and whatever else its author wrote."""
    files = {
        "articles/2020-01-01-a.md": "# A",
        "pages/method.md": "---\ntitle: How\nsummary: S\nmood: calm\n---\nText",
        "pages/about.md": "# About\n\nText",
    }
    about, method = read(files).pages
    assert (about.slug, about.title.text, about.body.text) == ("about", "About", "\nText")
    assert (method.path, method.title.text, method.extra) == ("pages/method.md", "How", {"mood": "calm"})
    assert method.summary
    assert method.summary.text == "S"


TEXTS = st.text("---\n:title date aevents[]{}'\"#20-/|>&*!x\t\\é", max_size=80)
PATHS = st.sampled_from(
    ["articles/2020-01-01-a.md", "articles/b.md", "people/a.md", "places/a.md", "pages/a.md", "site.toml", "c.md"]
)
HEADERS = st.builds(
    "---\n{}: {}\n{}: {}\n---\n{}".format,
    st.sampled_from(["title", "date", "events", "sources", "part_of", "coordinates", "slug", "entities", "tags"]),
    st.sampled_from(
        ["2020", "[a, b]", "{a: b}", "[{date: x, title: [], slug: a}, 3]", "a", "'!'", "[1, 2]", "''", "|"]
    ),
    st.sampled_from(["aliases", "image", "redirects", "links", "order", "corrections", "born", "extra", "event_date"]),
    st.sampled_from(
        ["2020", "[a, b]", "{a: b}", "[{date: x, title: [], slug: a}, 3]", "/x", "'!'", "[1, 2]", "''", "~"]
    ),
    TEXTS,
)


@pytest.mark.property
@given(st.dictionaries(PATHS, st.binary(max_size=80) | TEXTS.map(str.encode) | HEADERS.map(str.encode), max_size=4))
def test_no_content_raises(texts: dict[str, bytes]) -> None:
    """Any bytes in any file are content or a problem, and a second reading finds the same."""
    sources = Sources(texts)
    first = read_content(sources, Options(TODAY, "0", drafts=True))
    assert first == read_content(sources, Options(TODAY, "0", drafts=True))
    assert first[0].articles or first[1]
