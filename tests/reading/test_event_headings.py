"""Headings of a text that tell of events, case by case, and what of a text is left whatever it is made of."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.golden import Case, read_cases

from dateline.model.article import Article, Event
from dateline.model.problem import Problem
from dateline.model.source import Options, Sources
from dateline.model.text import Passage, map_lines
from dateline.reading.content import read_content
from dateline.reading.event_headings import take_event_headings
from dateline.reading.findings import Findings

CASES = list(read_cases(Path(__file__).parent / "golden" / "event_headings.md"))
OTHERS = {
    "places/la-laguna.md": b"# La Laguna",
    "places/peten.md": b"# Pet\xc3\xa9n",
    "groups/cjng.md": b"# CJNG",
}
PIECES = (
    "## 2019: Shots {.event}",
    "## 2019",
    "{.event",
    "}",
    " ",
    "\n",
    ": ",
    "#",
    "- ",
    "> ",
    "status=reported",
    "{",
    '"',
)


def read(files: dict[str, bytes]) -> tuple[Article, tuple[Problem, ...]]:
    """Read the only article of a content folder."""
    content, problems = read_content(Sources({**OTHERS, **files}), Options(date(2026, 1, 1), "0"))
    return content.articles[0], problems


def show(event: Event) -> str:
    """Print an event on a line."""
    said = [event.status, *event.places, *event.entities, repr(event.note) if event.note else "", event.order or ""]
    where = f"{event.location.line}:{event.location.column}"
    return " ".join([where, event.slug, event.date.edtf, repr(event.title.text), *(str(each) for each in said if each)])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_an_article_gives_its_events(case: Case) -> None:
    """With their places in the file; the text keeps the titles alone; each fault is told where it stands."""
    article, problems = read(case.files)
    assert "".join(f"{show(event)}\n" for event in article.events) == case.expected["events"]
    left = "".join(f"{line.rstrip()}\n" for line in article.body.text.splitlines())
    assert left.strip("\n") == case.expected["text"].strip("\n")
    assert "".join(f"{problem}\n" for problem in problems) == case.expected["problems"]


@pytest.mark.property
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_what_is_left_keeps_its_lines_and_its_places(text: str) -> None:
    """Whatever a text is made of: nothing is added, no line is lost, every character stands where it stood."""
    findings = Findings("a.md")
    body, headings = take_event_headings(Passage(text, map_lines(text, 7)), findings)
    lines = text.split("\n")
    assert len(body.text.split("\n")) == len(lines)
    for offset, character in enumerate(body.text):
        place = body.locate(offset)
        assert (lines[place.line - 7] + "\n")[place.column - 1] == character
    assert all(body.text.split("\n")[heading.line].lstrip().startswith("##") for heading in headings)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("A [convoy](https://example.org/x) stops[^1]", "a-convoy-stops"),
        ("*A* `convoy` &amp; <b>guards</b>", "a-convoy-guards"),
        ("[[people/ana|Ana]] flees", "ana-flees"),
    ],
)
def test_the_address_is_made_of_what_readers_see(title: str, slug: str) -> None:
    """Neither of the marks of a title nor of what its links lead to."""
    text = f"---\ntitle: T\ndate: 2022\n---\n## 2022: {title} {{.event}}\n\n[^1]: A note.\n"
    article, _ = read({"articles/a.md": text.encode()})
    assert [event.slug for event in article.events] == [slug]
