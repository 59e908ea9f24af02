"""A date is told in words, as precisely as it was written and no more."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import dates

from dateline.model.calendar import WEEKDAY_NAMES, from_ordinal
from dateline.model.date import UNKNOWN_DATE, Bound, DatePoint, HistoricalDate, Precision
from dateline.model.edtf import parse_edtf
from dateline.reading.dates import read_date
from dateline.rendering.cldr import read_calendar
from dateline.rendering.date_words import (
    DatePart,
    dash_parts,
    date_parts,
    default_note,
    full_words,
    period_words,
    running_words,
    short_words,
    span_parts,
    span_words,
    told_words,
)
from dateline.rendering.tongues import ENGLISH, mark

_GUIDE = Path(__file__).parents[2] / "docs" / "authors" / "dates.md"
_GUIDE_ROWS = re.findall(r"^\| `([^`]+)` \| ([^|]+) \|", _GUIDE.read_text("utf-8").split("\n## ")[1], re.MULTILINE)

_ABROAD = _GUIDE.read_text("utf-8").split("\n## In Spanish")[1].split("\n## ")[0].split("\n| you write | ")
_ABROAD_ROWS = [
    (language, *row)
    for language, table in zip(("es", "de"), _ABROAD[1:], strict=True)
    for row in re.findall(r"^\| `([^`]+)` \| ([^|]+) \|", table, re.MULTILINE)
]
_MARKS = "[\u200f\u2066\u2069]"
_LANGUAGES = ("en", "es", "de", "fr", "ar", "zh", "ja")


def _golden() -> Iterator[tuple[str, str, tuple[str, str, str]]]:
    language = ""
    text = (Path(__file__).parent / "golden" / "date_words.md").read_text("utf-8")
    for heading, date, *words in re.findall(
        r"^## .*\(`(.+)`\)$|^\| `(.+?)` \| (.+?) \| (.+?) \| (.*?) ?\|$", text, re.MULTILINE
    ):
        language = heading or language
        if date:
            full, short, note = (re.sub(r"\s", " ", each) for each in words)
            yield language, date, (full, short, note)


_GOLDEN = tuple(_golden())

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
    "../1969": ("before 1970", "before 1970", "no earlier limit given"),
    "../2019-10": ("before November 2019", "before November", "no earlier limit given"),
    "../2019-12": ("before January 2020", "before January 2020", "no earlier limit given"),
    "../9999": ("before 10,000", "before 10,000", "no earlier limit given"),
    "../9999-12": ("by December 9999", "by December", "no earlier limit given"),
    "../196X": ("before the 1970s", "before the 1970s", "no earlier limit given"),
    "../999X": ("by the 9990s", "by the 9990s", "no earlier limit given"),
    "../18XX": ("before the 20th century", "before the 20th century", "no earlier limit given"),
    "../-00XX": ("by the 1st century BC", "by the 1st century BC", "no earlier limit given"),
    "../1969~": ("by about 1969", "by about 1969", "no earlier limit given"),
    "../2001-21": ("by spring 2001", "by spring", "no earlier limit given"),
    "../2004-XX-05": ("by the 5th of some month in 2004", "by the 5th of some month", "no earlier limit given"),
    "/1969": ("until 1969, from an unknown date", "until 1969, from an unknown date", "its beginning is not known"),
    "2004-XX-05": ("the 5th of some month in 2004", "the 5th of some month", "month not given"),
    "2004-XX-31~": ("about the 31st of some month in 2004", "about the 31st of some month", "month not given"),
    "-1550~/-1295~": (
        "from about 1551 BC to about 1296 BC",
        "from about 1551 BC to about 1296 BC",
        "within this time",
    ),
    "unknown": ("Undated", "Undated", ""),
}


@pytest.mark.parametrize(("text", "words"), _WORDS.items())
def test_words(text: str, words: tuple[str, str, str]) -> None:
    """Each date has its words in full and in short, and a note for the reader."""
    date = parse_edtf(text)
    assert (full_words(date, "en"), short_words(date, "en"), default_note(date, "en")) == words


@pytest.mark.parametrize(("language", "text", "words"), _GOLDEN)
def test_words_of_languages(language: str, text: str, words: tuple[str, str, str]) -> None:
    """Each date has its words in other languages too; kinds of blanks are as Unicode has them this year."""
    date = parse_edtf(text)
    said = (full_words(date, language), short_words(date, language), default_note(date, language))
    assert tuple(re.sub(r"\s", " ", re.sub(_MARKS, "", each)) for each in said) == words


@pytest.mark.parametrize(("text", "words"), _GUIDE_ROWS)
def test_the_guide_tells_what_readers_see(text: str, words: str) -> None:
    """Each plain form of the authors' guide is told to readers as it says."""
    assert full_words(parse_edtf(text), "en") == words


@pytest.mark.parametrize(("language", "text", "words"), _ABROAD_ROWS)
def test_the_guide_tells_what_readers_see_elsewhere(language: str, text: str, words: str) -> None:
    """And each form of its tables for sites in other languages."""
    assert re.sub(r"\s", " ", full_words(parse_edtf(text), language)) == words


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


def test_an_early_limit_is_marked_up_as_it_is_said() -> None:
    """`before 1970` names 1970, and what HTML is given is what the words name."""
    assert date_parts(parse_edtf("../1969"), "en", short=False) == (DatePart("before ", ""), DatePart("1970", "1970"))


def test_words_from_right_to_left_keep_together() -> None:
    """Marks hold figures to the words of their date; what runs the other way is set apart."""
    assert full_words(parse_edtf("2019-10-18"), "ar") == "\u200f18 أكتوبر 2019\u200f"
    assert full_words(parse_edtf("2004-XX-05"), "he") == "\u200f\u20662004-XX-05\u2069\u200f"
    assert "\u206614:05 UTC\u2069" in full_words(parse_edtf("2020-07-18T14:05Z"), "ar")
    assert period_words(2019, "ar") == "\u200f2019\u200f"


def test_a_language_has_the_words_of_its_region() -> None:
    """What is not known of a region is taken from its language, and without either the words are English."""
    assert full_words(parse_edtf("1989~"), "ES-419") == "hacia 1989"
    assert full_words(parse_edtf("1989~"), "en-US") == "about 1989"
    assert full_words(parse_edtf("2022-07-30"), "de-Latn-XX") == "30. Juli 2022"
    assert full_words(parse_edtf("1989~"), "tlh") == "about 1989"


def test_words_for_several_dates() -> None:
    """They are joined as the language joins them."""
    one, two = ((DatePart(year, year),) for year in ("1989", "1990"))
    assert [part.text for part in span_parts(one, two, "es")] == ["1989", " a ", "1990"]
    assert [part.text for part in dash_parts(one, two, "en")] == ["1989", "–", "1990"]
    assert running_words("1989", "1990", "es") == "entre 1989 y 1990"
    assert running_words("1989", "1989", "es") == "en 1989"
    assert running_words("1989", "1990", "de") == mark("between ", ENGLISH) + "1989" + mark(" and ", ENGLISH) + "1990"
    assert span_words("1989", "1990", "en") == "1989 to 1990"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022-08-03", "contado el 3 de agosto de 2022"),
        ("2022-08", "contado en agosto de 2022"),
        ("2001-21", "contado en la primavera de 2001"),
        ("2022~", "contado hacia 2022"),
        ("2022/..", "contado desde 2022"),
    ],
)
def test_when_something_was_told(text: str, words: str) -> None:
    """Spanish says it of a day in other words than of a month."""
    assert told_words(parse_edtf(text), "es") == words
    assert told_words(parse_edtf(text), "en") == f"told {full_words(parse_edtf(text), 'en')}"
    assert told_words(parse_edtf(text), "de").startswith("told ")


def test_nothing_is_told_on_an_unknown_date() -> None:
    """The line would say twice that it is undated."""
    assert told_words(UNKNOWN_DATE, "en") == told_words(UNKNOWN_DATE, "es") == ""


def test_days_before_the_gregorian_calendar_have_no_weekday() -> None:
    """Their sources count in another calendar, in which the weekday is another."""
    assert default_note(parse_edtf("1582-10-14"), "en") == ""
    assert default_note(parse_edtf("1582-10-15"), "en") == "Friday"


@pytest.mark.property
@given(dates(), st.sampled_from(_LANGUAGES))
def test_mark_up_never_changes_the_words(date: HistoricalDate, language: str) -> None:
    """No piece is empty, plain pieces never touch, and the marked-up ones are those that HTML can say."""
    for short in (False, True):
        parts = date_parts(date, language, short=short)
        assert all(part.text for part in parts)
        assert all(one.datetime or other.datetime for one, other in pairwise(parts))
        marked = tuple(part.datetime for part in parts if part.datetime)
        assert marked == date.datetime_attributes or _names_what_follows(date, language)


@pytest.mark.property
@given(dates(), st.sampled_from(_LANGUAGES))
def test_words_never_say_more_than_the_date(date: HistoricalDate, language: str) -> None:
    """Every number in the words of a date is one of its own: no day is told that nobody knows."""
    points = [point for point in (date.start, date.end) if point]
    if any(point.zone for point in points):
        return
    said = full_words(date, language)
    known = set().union(*(_numbers(point) for point in points))
    if _names_what_follows(date, language) and date.last_day:
        known |= set(from_ordinal(date.last_day + 1)[:2]) | {from_ordinal(date.last_day + 1)[0] // 100 + 1}
    numbers = re.findall("[0-9]+", re.sub(r"(?<=[0-9])[.,\s](?=[0-9]{3}(?![0-9]))", "", said))
    assert {int(number) for number in numbers} <= known


@pytest.mark.property
@given(dates(), st.sampled_from(["en", "es"]))
def test_words_mean_what_the_date_means(date: HistoricalDate, language: str) -> None:
    """Whoever writes down what readers see is told that it cannot be read, or has written the same days."""
    again = read_date(full_words(date, language))
    if isinstance(again, HistoricalDate):
        assert (again.first_day, again.last_day) == (date.first_day, date.last_day)


@pytest.mark.property
@given(dates(), st.sampled_from(_LANGUAGES))
def test_no_month_or_day_is_named_that_nobody_knows(date: HistoricalDate, language: str) -> None:
    """Neither in the words nor in the note."""
    points = [point for point in (date.start, date.end) if point]
    calendar = read_calendar(language)
    assert calendar
    note = default_note(date, language)
    names = {"月", *(name for name in (*calendar.months, *calendar.months_alone) if not name[0].isdigit())}
    if not any(point.month for point in points):
        words = re.findall(r"\w+", f"{full_words(date, language)} {note}") if language not in ("zh", "ja") else []
        assert not names & {*words, *full_words(date, language)}
    if not any(point.day for point in points):
        assert "日" not in full_words(date, language)
        assert note not in (*calendar.weekdays, *WEEKDAY_NAMES)


@pytest.mark.property
@given(dates(), st.sampled_from(_LANGUAGES))
def test_short_words_are_never_longer(date: HistoricalDate, language: str) -> None:
    """Leaving out the year never makes the words longer, and never leaves none."""
    assert 0 < len(short_words(date, language)) <= len(full_words(date, language))


def _names_what_follows(date: HistoricalDate, language: str) -> bool:
    """Whether a date is told by the month or year after it: `before 1970`."""
    return date.start_bound is Bound.OPEN and language in ("en", "es")


def _numbers(point: DatePoint) -> set[int]:
    """What numbers a point may be told with."""
    last = from_ordinal(point.last_day)[0]
    years = {abs(point.year), *(1 - year if year <= 0 else year for year in (point.year, last))}
    century = {abs(point.year) // 100 + 1} if point.precision is Precision.CENTURY else set()
    offset = {*divmod(abs(point.offset), 60)} if point.offset else set()
    return years | century | offset | {part for part in (point.month, point.day, *point.clock) if part is not None}
