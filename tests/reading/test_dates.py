"""The author's text becomes a date that says what the text says, or a fault with a remedy."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import dates, points

from dateline.model.calendar import MONTH_NAMES, WEEKDAY_NAMES, weekday
from dateline.model.date import DatePoint, HistoricalDate, Precision
from dateline.reading.dates import DateFault, read_date

_GOLDEN = Path(__file__).parent / "golden" / "dates.md"
_GUIDE = Path(__file__).parents[2] / "docs" / "authors" / "dates.md"


def _golden_cases() -> list[tuple[str, str]]:
    rows = [line.strip("|").split("|") for line in _GOLDEN.read_text("utf-8").splitlines() if line.startswith("|")]
    return [(given.strip().strip("`"), expected.strip().strip("`")) for given, expected in rows[2:]]


@pytest.mark.parametrize(("text", "expected"), _golden_cases())
def test_golden_table(text: str, expected: str) -> None:
    """Each text of the table is read as the EDTF beside it, or refused with the words beside it."""
    outcome = read_date(text)
    if isinstance(outcome, DateFault):
        assert f"{outcome.code}: {outcome.message}; {outcome.hint}" == expected
    else:
        assert outcome.edtf == expected


def _documented_rows(title: str) -> list[list[list[str]]]:
    section = _GUIDE.read_text("utf-8").split(f"## {title}")[1].split("\n## ")[0]
    return [
        [re.findall("`([^`]+)`", cell) for cell in line.split("|")[1:-1]]
        for line in section.splitlines()
        if line.startswith("| `")
    ]


def _documented_readings() -> list[tuple[str, str]]:
    """A row gives one reading for all its texts, or one for each."""
    rows = _documented_rows("What is read beside them")
    pairs = [(texts, readings * len(texts) if len(readings) == 1 else readings) for texts, readings, _ in rows]
    return [pair for texts, readings in pairs for pair in zip(texts, readings, strict=True)]


@pytest.mark.parametrize(("text", "expected"), _documented_readings())
def test_the_guide_tells_what_is_read(text: str, expected: str) -> None:
    """Each text that the authors' guide promises to read is read as it says."""
    assert str(read_date(text)) == expected


@pytest.mark.parametrize("text", [text for row in _documented_rows("What is not read, and why") for text in row[0]])
def test_the_guide_tells_what_is_not_read(text: str) -> None:
    """Each text that the authors' guide calls unreadable is refused."""
    assert isinstance(read_date(text), DateFault)


@pytest.mark.parametrize(
    ("text", "day_first", "expected"),
    [
        ("03/04/2020", True, "2020-04-03"),
        ("03/04/2020", False, "2020-03-04"),
        ("13/04/2020", False, "2020-04-13"),
        ("04/13/2020", True, "2020-04-13"),
        ("3.4.2020 – 5.4.2020", True, "2020-04-03/2020-04-05"),
        ("about 03/04/2020", False, "2020-03-04~"),
        ("03/04/2020 14:05", True, "2020-04-03T14:05"),
    ],
)
def test_day_first_settles_what_the_numbers_leave_open(text: str, day_first: bool, expected: str) -> None:
    """A day and a month that may change places are read in the order that the site sets."""
    assert str(read_date(text, day_first)) == expected


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_no_text_is_no_date(text: str) -> None:
    """An empty text is a fault, not the unknown date."""
    outcome = read_date(text)
    assert isinstance(outcome, DateFault)
    assert outcome.message == "the date is empty"


def test_a_long_text_is_cut_in_the_message() -> None:
    """Of a text that is too long for a date the message shows the beginning."""
    outcome = read_date("a very long story " * 20)
    assert isinstance(outcome, DateFault)
    assert outcome.message.startswith("cannot read the date 'a very long story a very")
    assert outcome.message.endswith("…': it is too long for a date")


def test_accents_may_be_composed_or_not() -> None:
    """A letter and its accent are one character or two: the name of the day is the same."""
    assert str(read_date("sábado 18 de julio de 2020")) == "2020-07-18"
    assert str(read_date("sa\N{COMBINING ACUTE ACCENT}bado 18 de julio de 2020")) == "2020-07-18"


@pytest.mark.property
@given(dates())
def test_edtf_is_read_as_it_is(date: HistoricalDate) -> None:
    """Every text that Dateline writes is read back, spaces around it or not."""
    assert read_date(f"  {date.edtf}\n") == date


_PLAIN = points(st.integers(1000, 9999)).filter(
    lambda point: point.precision >= Precision.MONTH and not point.is_qualified
)
_ORDERS = st.sampled_from(
    ["{day} {month} {year}", "{month} {day}, {year}", "{month} {day} {year}", "{day}-{month}-{year}"]
)


@pytest.mark.property
@given(_PLAIN, _ORDERS, st.booleans(), st.booleans())
def test_human_dates_keep_their_precision(point: DatePoint, order: str, name_day: bool, cut: bool) -> None:
    """A date in words gives the parts that it names, and none that it does not."""
    month = MONTH_NAMES[(point.month or 1) - 1]
    month = month[:3] if cut else month
    text = order.format(day=point.day, month=month, year=point.year) if point.day else f"{month} {point.year}"
    if name_day and point.day:
        text = f"{WEEKDAY_NAMES[weekday(point.first_day)]}, {text}"
    clock = ":".join(f"{part:02d}" for part in point.clock)
    expected = f"{point.year:04d}-{point.month:02d}" + (f"-{point.day:02d}" if point.day else "")
    assert str(read_date(f"{text} {clock}")) == (f"{expected}T{clock}" if clock else expected)


_WORDS = (
    "2020 2019 870 20 99 1 7 18 31 July Jul julio may March Saturday Friday sábado today yesterday now am pm a at of de"
    " the 14:05 2:05 23:59:59 25:00 -0500 +02:00 Z UTC EST T - – / , . st 18th about c. before after by since ? BC AD"
    " spring 1980s 2020-07 2020-07-18 07/18/2020 18/07/2020 03/04/2020 and to"
).split()
_SPOKEN = st.lists(st.sampled_from(_WORDS), max_size=6).map(" ".join)
_MONTHS_IN_TEXT = ("jul", "may", "mar", "07", "7", "03", "04", "3", "4", "before", "after")


@pytest.mark.property
@given(_SPOKEN)
def test_nothing_is_read_that_is_not_there(text: str) -> None:
    """No year, month, day or time ever comes from anywhere but the text: the clock is never asked."""
    outcome = read_date(text)
    if isinstance(outcome, DateFault):
        assert outcome.message
        assert outcome.hint
        return
    # "before" and "after" name the day, month or year next to the one in the text.
    stepped = "before" in text or "after" in text
    for point in (outcome.start, outcome.end):
        if point and not stepped:
            _check_said(point, text)


def _check_said(point: DatePoint, text: str) -> None:
    if point.precision > Precision.DECADE and "BC" not in text and "AD" not in text:
        assert f"{abs(point.year):04d}" in text
    if point.month:
        assert any(name in text.lower() for name in _MONTHS_IN_TEXT)
    if point.day:
        assert str(point.day) in text
    if point.hour is not None:
        assert f"{point.hour:02d}:" in text or f"{point.hour % 12}:" in text
        assert f":{point.minute:02d}" in text
    if point.second is not None:
        assert f":{point.second:02d}" in text


@pytest.mark.property
@given(st.sampled_from(MONTH_NAMES), st.integers(1, 28), st.sampled_from(["", "Friday ", "14:05 "]))
def test_a_date_without_a_year_is_refused(month: str, day: int, before: str) -> None:
    """Which year is meant is never guessed: the author is asked to say it."""
    for text in (f"{before}{day} {month}", f"{month} {day}", month):
        outcome = read_date(text)
        assert isinstance(outcome, DateFault)
        assert outcome.code == "date-unreadable"
        assert outcome.hint.startswith("say the year")


@pytest.mark.property
@given(st.text(max_size=40))
def test_any_text_has_an_answer(text: str) -> None:
    """Whatever an author writes becomes a date or a fault, never an exception."""
    outcome = read_date(text)
    assert isinstance(outcome, HistoricalDate) or outcome.message
