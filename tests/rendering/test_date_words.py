"""A date is told in English, as precisely as it was written and no more."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from strategies import dates

from dateline.model.date import HistoricalDate, Precision
from dateline.model.edtf import parse_edtf
from dateline.rendering.date_words import DatePart, date_parts, default_note, full_words, period_words, short_words

_GUIDE = Path(__file__).parents[2] / "docs" / "authors" / "dates.md"
_GUIDE_ROWS = re.findall(r"^\| `([^`]+)` \| ([^|]+) \|", _GUIDE.read_text("utf-8").split("\n## ")[1], re.MULTILINE)

_WORDS = {
    # EDTF: (in full, in a section of its year, the note beside it)
    "2022-07-30": ("30 July 2022", "30 July", "Saturday"),
    "2021-09": ("September 2021", "September", "day not given"),
    "2021-09-XX": ("September 2021", "September", "day not given"),
    "2019": ("2019", "2019", "the year is all we have"),
    "2019-XX": ("2019", "2019", "the year is all we have"),
    "2001-21": ("spring 2001", "spring", "month not given"),
    "2001-22": ("summer 2001", "summer", "month not given"),
    "2001-23": ("autumn 2001", "autumn", "month not given"),
    "2001-24": ("winter 2001", "winter", "month not given"),
    "201X": ("the 2010s", "the 2010s", "the decade is all we have"),
    "001X": ("AD 10–AD 19", "AD 10–AD 19", "the decade is all we have"),
    "-004X": ("50 BC–41 BC", "50 BC–41 BC", "the decade is all we have"),
    "000X": ("1 BC–AD 9", "1 BC–AD 9", "the decade is all we have"),
    "00XX": ("the 1st century", "the 1st century", "the century is all we have"),
    "01XX": ("the 2nd century", "the 2nd century", "the century is all we have"),
    "02XX": ("the 3rd century", "the 3rd century", "the century is all we have"),
    "10XX": ("the 11th century", "the 11th century", "the century is all we have"),
    "19XX": ("the 20th century", "the 20th century", "the century is all we have"),
    "20XX": ("the 21st century", "the 21st century", "the century is all we have"),
    "-01XX": ("the 2nd century BC", "the 2nd century BC", "the century is all we have"),
    "-00XX": ("the 1st century BC", "the 1st century BC", "the century is all we have"),
    "-0043": ("44 BC", "44 BC", "the year is all we have"),
    "0000-12": ("December 1 BC", "December", "day not given"),
    "0079": ("AD 79", "AD 79", "the year is all we have"),
    "Y170000002": ("170,000,002", "170,000,002", "the year is all we have"),
    "Y-17000": ("17,001 BC", "17,001 BC", "the year is all we have"),
    "1989~": ("about 1989", "about 1989", "the year is all we have"),
    "1989?": ("possibly 1989", "possibly 1989", "the year is all we have"),
    "1989%": ("possibly about 1989", "possibly about 1989", "the year is all we have"),
    "2019-10-18~": ("about 18 October 2019", "about 18 October", "the day is approximate"),
    "2019-10-18?": ("possibly 18 October 2019", "possibly 18 October", "the day is uncertain"),
    "2020-07-18T14:05": ("18 July 2020, 14:05", "18 July, 14:05", "Saturday"),
    "2020-07-18T14:05:06Z": ("18 July 2020, 14:05:06 UTC", "18 July, 14:05:06 UTC", "Saturday"),
    "2020-07-18T14:05-05:00": ("18 July 2020, 14:05 UTC−05:00", "18 July, 14:05 UTC−05:00", "Saturday"),
    "2020-07-18T14:05+05:30[Asia/Kolkata]": ("18 July 2020, 14:05 UTC+05:30", "18 July, 14:05 UTC+05:30", "Saturday"),
    "2020-07-18T14:05[Asia/Kolkata]": (
        "18 July 2020, 14:05 (Asia/Kolkata)",
        "18 July, 14:05 (Asia/Kolkata)",
        "Saturday",
    ),
    "2019-10-14/2019-10-18": ("14–18 October 2019", "14–18 October", "one of these days"),
    "2019-09-30/2019-10-02": ("30 September–2 October 2019", "30 September–2 October", "one of these days"),
    "1989-12-30/1990-01-02": (
        "30 December 1989–2 January 1990",
        "30 December 1989–2 January 1990",
        "one of these days",
    ),
    "2020-07/2020-09": ("July–September 2020", "July–September", "within this time"),
    "2019-09/2019-10-05": ("September–5 October 2019", "September–5 October", "within this time"),
    "2001-21/2001-23": ("spring–autumn 2001", "spring–autumn", "within this time"),
    "2019-10/2020": ("October 2019–2020", "October 2019–2020", "within this time"),
    "1989/1990": ("1989–1990", "1989–1990", "within this time"),
    "-0043/-0041": ("44 BC–42 BC", "44 BC–42 BC", "within this time"),
    "1989~/1990": ("from about 1989 to 1990", "from about 1989 to 1990", "within this time"),
    "1989/1990~": ("from 1989 to about 1990", "from 1989 to about 1990", "within this time"),
    "2019-10-14~/2019-10-18": (
        "from about 14 October to 18 October 2019",
        "from about 14 October to 18 October",
        "one of these days",
    ),
    "../2019-10-18": ("by 18 October 2019", "by 18 October", "no earlier limit given"),
    "/2019-10-18": (
        "until 18 October 2019, from an unknown date",
        "until 18 October, from an unknown date",
        "its beginning is not known",
    ),
    "2019/..": ("from 2019 on", "from 2019 on", "no later limit given"),
    "2019-10/": (
        "from October 2019, until an unknown date",
        "from October, until an unknown date",
        "its end is not known",
    ),
    "unknown": ("Undated", "Undated", ""),
}


@pytest.mark.parametrize(("text", "words"), _WORDS.items())
def test_words(text: str, words: tuple[str, str, str]) -> None:
    """Each date has its words in full and in short, and a note for the reader."""
    date = parse_edtf(text)
    assert (full_words(date, "en"), short_words(date, "en"), default_note(date, "en")) == words


@pytest.mark.parametrize(("text", "words"), _GUIDE_ROWS)
def test_the_guide_tells_what_readers_see(text: str, words: str) -> None:
    """Each plain form of the authors' guide is told to readers as it says."""
    assert full_words(parse_edtf(text), "en") == words


def test_the_ends_of_a_range_are_marked_up_apart() -> None:
    """Each end of a range carries its own machine-readable date, the dash none."""
    assert date_parts(parse_edtf("2019-10-14/2019-10-18"), "en", short=True) == (
        DatePart("14", "2019-10-14"),
        DatePart("–", ""),
        DatePart("18 October", "2019-10-18"),
    )


def test_words_around_a_date_are_plain() -> None:
    """What stands around a date is no part of its mark-up."""
    assert date_parts(parse_edtf("../2019-10-18"), "en", short=False) == (
        DatePart("by ", ""),
        DatePart("18 October 2019", "2019-10-18"),
    )
    assert date_parts(parse_edtf("1989~"), "en", short=False) == (DatePart("about ", ""), DatePart("1989", "1989"))


def test_what_html_cannot_say_is_plain() -> None:
    """A date without a form in HTML is one piece of plain text."""
    assert date_parts(parse_edtf("201X~"), "en", short=False) == (DatePart("about the 2010s", ""),)
    assert date_parts(parse_edtf("unknown"), "en", short=False) == (DatePart("Undated", ""),)


def test_periods() -> None:
    """A year, a month of it and the undated have a name each."""
    assert [
        period_words(2022, "en", 7),
        period_words(2022, "en"),
        period_words(-43, "en"),
        period_words(None, "en"),
    ] == [
        "July 2022",
        "2022",
        "44 BC",
        "Undated",
    ]


@pytest.mark.property
@given(dates())
def test_mark_up_never_changes_the_words(date: HistoricalDate) -> None:
    """No piece is empty, plain pieces never touch, and the marked-up ones are those that HTML can say."""
    for short in (False, True):
        parts = date_parts(date, "en", short=short)
        assert all(part.text for part in parts)
        assert all(one.datetime or other.datetime for one, other in pairwise(parts))
        assert tuple(part.datetime for part in parts if part.datetime) == date.datetime_attributes


@pytest.mark.property
@given(dates())
def test_words_never_say_more_than_the_date(date: HistoricalDate) -> None:
    """Every number in the words of a date in our era stands in its EDTF text too."""
    points = [point for point in (date.start, date.end) if point]
    if any(point.year < 1 or point.precision <= Precision.DECADE or point.zone for point in points):
        return
    said = {int(number) for number in re.findall("[0-9]+", date.edtf)}
    assert {int(number) for number in re.findall("[0-9]+", full_words(date, "en").replace(",", ""))} <= said


@pytest.mark.property
@given(dates())
def test_short_words_are_never_longer(date: HistoricalDate) -> None:
    """Leaving out the year never makes the words longer, and never leaves none."""
    assert 0 < len(short_words(date, "en")) <= len(full_words(date, "en"))
