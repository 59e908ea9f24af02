"""Calendars hold the events whose day is known, and none without its status."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.exported import FILES, material

from dateline.rendering.exports.calendar import calendar_file, fold_line, with_a_day

SMALL = material(FILES)


DESCRIPTION = (
    r"DESCRIPTION:She meets Ben Bold\, so they say & laugh.\n\nBen Bold\, driver\, disputed (he says no)"
    r"\n\nOne source: The Post\n\n"
    r"Corrected 2020-07-20: It was Rome\, not Oslo.\n\n"
    r"Told in https://example.org/record/articles/first/#e-ann-able-leaves\, published 2020-07-18."
)


def unfolded(data: bytes) -> list[str]:
    """Return the lines of a calendar as they were before they were folded."""
    assert data.endswith(b"\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    return data.decode().replace("\r\n ", "").split("\r\n")[:-1]


def test_an_event_says_what_its_line_says() -> None:
    """Its status in its title; roles, sources, the correction and the article in its description."""
    lines = unfolded(calendar_file(SMALL))
    assert lines[:4] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Dateline//EN", "NAME:Record"]
    assert lines[4:] == [
        "BEGIN:VEVENT",
        "UID:first.ann-able-leaves@example.org",
        "DTSTAMP:20200718T000000Z",
        "DTSTART;VALUE=DATE:20200717",
        "SUMMARY:Ann Able leaves (alleged)",
        DESCRIPTION,
        "LOCATION:Rome",
        "CATEGORIES:alleged",
        "URL:https://example.org/record/articles/first/#e-ann-able-leaves",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


@pytest.mark.parametrize(
    ("date", "is_told"),
    [
        ("2020-07-17", True),
        ("0044-03-15", True),
        ("2020-07-17T14:05", True),
        ("2020-07-17~", False),
        ("2020-07", False),
        ("2020-07-17/2020-07-18", False),
        ("../2020-07-17", False),
        ("-0043-03-15", False),
        ("unknown", False),
    ],
)
def test_only_a_known_day_is_told(date: str, is_told: bool) -> None:
    """A calendar would say more of every other date than is known."""
    article = f"---\ntitle: A\ndate: 2021\nevents: [{{date: '{date}', title: B}}]\n---\n"
    assert bool(with_a_day(material({"articles/a.md": article}))) is is_told


def test_a_time_of_day_stands_in_the_description() -> None:
    """The event takes the day."""
    article = "---\ntitle: A\ndate: 2021\nevents: [{date: '2020-07-17T14:05', title: B}]\n---\n"
    lines = unfolded(calendar_file(material({"articles/a.md": article})))
    assert "DTSTART;VALUE=DATE:20200717" in lines
    assert r"DESCRIPTION:B\n\nAt 2020-07-17T14:05\n\nTold in /articles/a/#e-b\, published 2021." in lines


@pytest.mark.property
@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_folding_loses_nothing(text: str) -> None:
    """Lines are at most 75 octets long, and no letter is cut."""
    assert unfolded(fold_line(text).encode()) == [text]
