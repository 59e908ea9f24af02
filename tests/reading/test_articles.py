"""Files below `articles/` become articles."""

from datetime import date

import pytest

from dateline.model.article import Article, Picture, Status
from dateline.model.citation import Citation
from dateline.model.problem import Location, Severity
from dateline.model.settings import LinkPolicy
from dateline.model.source import Options, Sources
from dateline.model.text import Place
from dateline.reading.content import read_content
from dateline.reading.source_file import split_name

REGISTRY = {
    "people/joaquin-guzman.md": "# Joaquín Guzmán",
    "people/ovidio-guzman.md": "# Ovidio Guzmán",
    "places/culiacan.md": "# Culiacán",
    "places/sinaloa.md": "# Sinaloa",
    "groups/sinaloa.md": "# Sinaloa Cartel",
}


def read(text: str, path: str = "articles/2020-07-18-column.md") -> Article:
    """Return the article of a site with a small registry."""
    texts = {name: content.encode() for name, content in {**REGISTRY, path: text}.items()}
    sources = Sources(texts, frozenset({"images/a.jpg", "articles/b.png"}))
    content, problems = read_content(sources, Options(date(2026, 1, 1), "0", drafts=True))
    assert [str(p) for p in problems if p.severity is not Severity.NOTICE] == []
    (article,) = content.articles
    return article


def test_every_key_is_read() -> None:
    """Each key of the model can be set."""
    article = read(
        "---\ntitle: An armed\n  column\ndate: 2020-07-19\nslug: video\nsummary: >-\n  Men\n  in arms.\n"
        "authors: [A, B, A]\ntags: ['#video', cjng]\ncategories: cjng\nlang: en-GB\n"
        "image: {file: images/a.jpg, alt: Men, caption: In arms}\n"
        "redirects: [/2020/old.html, /old/]\norder: 3\nupdated: 2020-08\ndraft: yes\n"
        "entities: {Guzmán: joaquin-guzman}\nlinks: First\nmood: grim\n---\nText.\n"
    )
    assert article.path == "articles/2020-07-18-column.md"
    assert (article.slug, article.title.text, str(article.date)) == ("video", "An armed column", "2020-07-19")
    assert article.location == Location("content/articles/2020-07-18-column.md")
    assert article.summary
    assert (article.summary.text, article.summary.locate(4)) == ("Men in arms.", Place(8, 3))
    assert (article.authors, article.tags) == (("A", "B"), ("video", "cjng"))
    assert (article.language, article.order) == ("en-GB", 3)
    assert article.image == Picture("images/a.jpg", "Men", "In arms")
    assert (article.redirects, str(article.updated)) == (("2020/old.html", "old/"), "2020-08")
    assert (article.draft, article.links, article.extra) == (True, LinkPolicy.FIRST, {"mood": "grim"})
    assert article.pins == {"Guzmán": "people/joaquin-guzman"}
    assert article.body.locate(0) == Place(22, 1)


def test_events_are_read() -> None:
    """Each key of an event can be set, and each event has a slug of its own."""
    article = read(
        "---\ntitle: A column\nevent_date: 2020-07-17\nevents:\n"
        "  - date: ../2019\n    title: A release\n    text: He is *free*.\n    places: [sinaloa, culiacan]\n"
        "    entities: [ovidio-guzman, groups/sinaloa, ovidio-guzman]\n    status: Confirmed\n    note: at noon\n"
        "    order: 2\n    slug: a-column\n"
        "  - {date: unknown, title: A release, place: culiacan}\n"
        "  - {date: 2020, title: A release}\n  - {date: 2020, title: '?!'}\n---\n"
    )
    short, event, *others = article.events
    assert (short.slug, short.title, str(short.date)) == ("a-column-2", article.title, "2020-07-17")
    assert short.location.line == 3
    assert event.text
    assert (event.slug, event.title.text, event.text.text, str(event.date)) == (
        "a-column", "A release", "He is *free*.", "../2019",
    )  # fmt: skip
    assert event.places == ("places/sinaloa", "places/culiacan")
    assert event.entities == ("people/ovidio-guzman", "groups/sinaloa")
    assert (event.status, event.note, event.order) == (Status.CONFIRMED, "at noon", 2)
    assert event.location == Location("content/articles/2020-07-18-column.md", 5, 5)
    assert [other.slug for other in others] == ["a-release", "a-release-2", "event"]
    assert not others[0].date.is_known
    assert others[0].places == ("places/culiacan",)


def test_sources_and_corrections_are_read() -> None:
    """A source may be a table, a title or an address; a correction has a date and a note."""
    article = read(
        "---\ntitle: A\nsources:\n"
        "  - {title: T, publisher: P, authors: A, date: 2020, url: 'https://a.org/x', archive: http://b.org, "
        "accessed: 2021, note: N}\n"
        "  - A letter\n  - https://c.org/y\n  - {}\n  - ~\n"
        "corrections:\n  - {date: 2020-07-19, note: The day was wrong.}\n---\n"
    )
    first, second, third = article.sources
    assert (first.title, first.publisher, first.authors, first.note) == ("T", "P", ("A",), "N")
    assert (str(first.date), str(first.accessed)) == ("2020", "2021")
    assert (first.url, first.archive) == ("https://a.org/x", "http://b.org")
    assert (second, third) == (Citation(title="A letter"), Citation(url="https://c.org/y"))
    assert [(str(c.date), c.note) for c in article.corrections] == [("2020-07-19", "The day was wrong.")]


def test_one_source_needs_no_list() -> None:
    """A single source, and a single event, may stand without a list around it."""
    article = read("---\ntitle: A\nsources: {title: T}\nevents: {date: 2020, title: E}\n---\n")
    assert (len(article.sources), len(article.events)) == (1, 1)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2020-07-18-video", ("2020-07-18", "video")),
        ("2020-07-video", ("2020-07", "video")),
        ("2020-video", ("2020", "video")),
        ("2020-07-18", ("2020-07-18", "")),
        ("2020-07-18 A video", ("2020-07-18", "A video")),
        ("2020-07-18_video", ("2020-07-18", "video")),
        ("2019-10~-arrest", ("2019-10~", "arrest")),
        ("201X-war", ("201X", "war")),
        ("-0043-03-15-ides", ("-0043-03-15", "ides")),
        ("2020-99-problems", ("2020", "99-problems")),
        ("2020-02-30-never", ("2020-02-30", "never")),
        ("9999-99", ("9999", "99")),
        ("300-spartans", ("", "300-spartans")),
        ("video", ("", "video")),
        ("20200718-video", ("", "20200718-video")),
    ],
)
def test_a_name_begins_with_its_date(name: str, expected: tuple[str, str]) -> None:
    """The longest date at the beginning of a file's name is its date; the rest is its slug and title."""
    assert split_name(name) == expected


@pytest.mark.parametrize(
    ("path", "slug", "when"),
    [
        ("articles/2010-05-06-Caso Élite.md", "caso-elite", "2010-05-06"),
        ("articles/2020-07-18.md", "2020-07-18", "2020-07-18"),
        ("articles/2020/2020-07-18-video/index.md", "video", "2020-07-18"),
        ("2020-07-18-top.md", "top", "2020-07-18"),
    ],
)
def test_a_file_name_gives_slug_and_date(path: str, slug: str, when: str) -> None:
    """Without `slug:` and `date:` both come from the file's name, or from its folder's where it is called index."""
    article = read("# Title\n\nText", path)
    assert (article.slug, str(article.date), article.title.text) == (slug, when, "Title")


def test_a_hugo_file_is_read() -> None:
    """TOML between plus signs, dates without quotation marks, `publishDate`, `lastmod` and old paths as `aliases`."""
    article = read(
        '+++\ntitle = "A video"\npublishDate = 2020-07-18T14:05:00-05:00\nlastmod = 2020-08-01\n'
        'aliases = ["/old/"]\ntags = ["a"]\ndraft = false\n[[events]]\ndate = 2020-07-17\ntitle = "E"\n+++\nText',
        "articles/video.md",
    )
    assert (str(article.date), str(article.updated)) == ("2020-07-18T14:05:00-05:00", "2020-08-01")
    assert (article.redirects, article.tags, article.draft) == (("old/",), ("a",), False)
    assert (article.events[0].title.text, article.events[0].location.line) == ("E", 8)


def test_tags_may_stand_in_one_text_with_commas() -> None:
    """As Obsidian has them; in a list a comma is a part of its tag."""
    assert read('---\ntags: "#mill fire, flood,, "\ncategories: flood, river\n---\n# A\n').tags == (
        "mill fire",
        "flood",
        "river",
    )
    assert read("---\ntags: ['Salta, Argentina']\n---\n# A\n").tags == ("Salta, Argentina",)


def test_a_draft_has_to_say_so() -> None:
    """Neither `draft: false` nor `published: true` makes a draft."""
    assert not read("---\ntitle: A\ndraft: false\npublished: true\n---\n").draft


def test_keys_without_a_value_are_as_good_as_missing() -> None:
    """A key that is left empty reads as if it were not there."""
    article = read("---\ntitle:\ndate: ~\nsummary: ' '\ntags: [a, '', ~]\nimage: ''\nslug:\n---\n# Heading\n")
    assert (article.title.text, str(article.date), article.tags) == ("Heading", "2020-07-18", ("a",))
    assert (article.summary, article.slug) == (None, "column")
