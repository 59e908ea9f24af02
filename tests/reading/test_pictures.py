"""`image:` names the picture at the head of an article, with its words."""

from datetime import date

import pytest

from dateline.model.article import Picture
from dateline.model.source import Options, Sources
from dateline.reading.content import read_content

FILES = frozenset({"images/a.jpg", "articles/b.png"})
UNDESCRIBED = (
    "content/articles/2020-07-18-column.md:3:8: alt-missing: this picture has no words for those who cannot see it; "
    'write {file: …, alt: Two trucks on a bridge}, or alt: "-" if it says nothing of its own'
)


def read(image: str) -> tuple[Picture | None, list[str]]:
    """Return the picture of an article with this value in its header, and its problems in words."""
    text = f"---\ntitle: A\nimage: {image}\n---\nText.\n"
    sources = Sources({"articles/2020-07-18-column.md": text.encode()}, FILES)
    content, problems = read_content(sources, Options(date(2026, 1, 1), "0"))
    return content.articles[0].image, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("image", "found"),
    [("b.png", "articles/b.png"), ("/images/a.jpg", "images/a.jpg"), ("../images/a.jpg", "images/a.jpg")],
)
def test_it_is_found_beside_the_article_or_from_the_root(image: str, found: str) -> None:
    """Its path may be relative to the article or begin at the content folder; without words it is a warning."""
    assert read(image) == (Picture(found), [UNDESCRIBED])
    assert read(f"{{file: {image}}}") == (Picture(found), [UNDESCRIBED])


@pytest.mark.parametrize(
    ("image", "picture"),
    [
        ("{file: b.png, alt: Men}", Picture("articles/b.png", "Men")),
        ("{file: b.png, alt: Men, caption: In *arms*}", Picture("articles/b.png", "Men", "In *arms*")),
        ('{file: b.png, alt: "-"}', Picture("articles/b.png", "")),
        ("", None),
    ],
)
def test_it_may_say_more(image: str, picture: Picture | None) -> None:
    """What it shows, and what readers are told of it; a hyphen says that it is mere decoration."""
    assert read(image) == (picture, [])


def test_a_picture_that_is_not_there_has_no_words_to_ask_for() -> None:
    """One problem is enough."""
    picture, problems = read("{file: c.png}")
    assert picture is None
    assert [problem.partition(" ")[2].partition(":")[0] for problem in problems] == ["link-dead"]
