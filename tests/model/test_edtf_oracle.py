"""What Dateline reads as EDTF the `edtf` package reads too, to the same days, but for a list of differences.

Sections are those of the specification (EDTF, Library of Congress, 2019-02-04).
"""

import contextlib
import io
import re
import warnings
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from strategies import dates
from support.edtf_texts import edtf_texts

from dateline.model.calendar import from_ordinal
from dateline.model.edtf import DateSyntaxError, parse_edtf

with warnings.catch_warnings():
    # Its grammar is built on import, in a way that newer releases of pyparsing warn of.
    warnings.simplefilter("ignore")
    import edtf as oracle

_Days = tuple[tuple[int, ...] | None, tuple[int, ...] | None]


@dataclass(frozen=True)
class _Difference:
    """Texts that one of the two reads and the other does not, and why."""

    why: str
    texts: str
    """A regular expression for all such texts, which may hold some on which the two agree."""
    examples: str
    """Separated by spaces: on each of them the two differ."""
    refusal: str = ""
    """A regular expression for the sentence with which Dateline refuses them; empty: it reads them."""


_POINT = r"-?[0-9X]{4}(?:-[0-9X]{2}){0,2}[?~%]?"

_ORACLE_IS_WRONG = (
    _Difference(
        "Extended Interval (L1): a date with unspecified digits may be qualified, or stand beside an open end",
        r"(?=.*X).*/.*",
        "201X/.. 20XX/ ../2004-XX /1985-04-XX 2004-XX-XX~/.. 200X/201X?",
    ),
    _Difference(
        "Letter-prefixed calendar year, Extended Interval (L1): such a year is a date like any other",
        r"Y.*/.*|.*/Y.*",
        "Y17000/Y18000 Y-17000/2004 Y10000/.. ../Y10000",
    ),
    _Difference(
        "Letter-prefixed calendar year, Qualification of a date (complete): any date may be qualified",
        r"Y.*[?~%]",
        "Y17000? Y-17000~ Y170000002%",
    ),
    _Difference(
        "Date and Time: a shift from UTC may be of zero hours",
        r".*T.*[+-]00(?::00)?",
        "1985-04-12T23:20:30+00:00 1985-04-12T23:20:30-00:00",
    ),
    _Difference(
        "Date and Time: a shift of more than 14 hours occurs nowhere, and yet the format knows no such limit",
        r".*T.*[+-](?:1[4-9]|2[0-3])(?::[0-5][0-9])?",
        "1985-04-12T23:20:30+14:30 1985-04-12T23:20:30-23:59",
    ),
    _Difference(
        "Date: a date is one of the calendar, and common years have no 29 February",
        r".*-02-29.*",
        "1900-02-29 2019-02-29~ -0003-02-29 1900-02-29T10:00:00 2019-02-29/2020",
        refusal="there is no day 29",
    ),
    _Difference(
        "Time Interval: an interval runs from its start to its end",
        rf"{_POINT}/{_POINT}",
        "2020/2019 2019-10-18/2019-09 201X/2009 2004~/0001",
        refusal="ends before it begins",
    ),
    _Difference(
        "Extended Interval (L1): one end may be open or unknown; where both are, nothing is said",
        r"\.\./\.\.",
        "../..",
        refusal="needs at least one date",
    ),
)
_DATELINE_DIFFERS = (
    _Difference(
        "Qualification of a date (complete) speaks of dates: Dateline lets a season be qualified too",
        r".*-2[1-4][?~%].*",
        "2001-21? 2001-24% 2001-21~",
    ),
    _Difference(
        "Unspecified Digit (level 2) has no qualifiers: Dateline lets the day of an unknown month be qualified",
        r".*-XX-[0-9]{2}[?~%].*",
        "2004-XX-05~ 2004-XX-05? -0043-XX-15%",
    ),
    _Difference(
        "Date and Time has seconds: Dateline lets them be unknown",
        r".*T[0-9]{2}:[0-9]{2}(?:Z|[+-].*|\[.*)?",
        "2020-07-18T14:05 2020-07-18T14:05-05:00",
    ),
    _Difference("a time zone may be named (RFC 9557)", r".*\[.*", "2020-07-18T14:05:00[America/Mexico_City]"),
    _Difference("`unknown` is a date of which nothing is known", "unknown", "unknown"),
    _Difference(
        "Date and Time: the end of a day is the beginning of the next, and Dateline has one way to write it",
        ".*T24:.*",
        "2020-07-18T24:00:00 2020-07-18T24:00:00Z",
        refusal="a time of day lies between",
    ),
    _Difference(
        "level 2 is not read, but for the day of an unknown month",
        "[^T]*",
        "1XXX 156X-12-25 2001-25 2004-06~-11 Y-17E7 1950S2 ?2004 {1960,1961} [1667,1668]",
        refusal="level 2",
    ),
)
_DIFFERENCES = (*_ORACLE_IS_WRONG, *_DATELINE_DIFFERS)

# Negative calendar year, Unspecified digit(s) from the right: before year 0 as after it, the first of the days that a
# date may be comes before the last. The other reader turns unspecified months and days of such years round.
_TURNED_ROUND = re.compile(r"(?:.*/)?-[0-9]{4}(?:-[0-9]{2}|-XX)?-XX.*")


@pytest.mark.parametrize(
    ("text", "difference"), [(text, each) for each in _DIFFERENCES for text in each.examples.split()]
)
def test_the_differences_are_real(text: str, difference: _Difference) -> None:
    """Each difference is one still: where the other reader mends its ways, the list grows shorter."""
    days, refusal = _read(text)
    assert re.fullmatch(difference.texts, text)
    assert re.search(difference.refusal, refusal)
    assert (days is None, _ask_oracle(text) is None) == (bool(difference.refusal), not difference.refusal)


@pytest.mark.parametrize("text", ["-1900-XX", "-1900-02-XX", "-1900-XX-XX", "-1900-XX-05", "-1900-XX/2004"])
def test_the_other_reader_turns_days_round(text: str) -> None:
    """Before year 0 it takes the last month or day that a date may be for its first."""
    assert _TURNED_ROUND.fullmatch(text)
    assert _read(text)[0] != _ask_oracle(text)


@pytest.mark.property
@settings(deadline=None)  # The other reader is slow, and slower on a busy machine.
@given(edtf_texts() | dates().map(lambda date: date.edtf))
def test_an_independent_reader_agrees(text: str) -> None:
    """Both read a text, to the same days, or both refuse it; where that is not so the list of differences says why."""
    (ours, refusal), theirs = _read(text), _ask_oracle(text)
    if (ours is None) is (theirs is None):
        assert ours == theirs or _TURNED_ROUND.fullmatch(text)
        return
    alike = [each for each in _DIFFERENCES if re.fullmatch(each.texts, text) and bool(each.refusal) is bool(refusal)]
    assert any(re.search(each.refusal, refusal) for each in alike)


def _read(text: str) -> tuple[_Days | None, str]:
    """The first and last day of a date and no refusal; or None and why Dateline refuses it."""
    try:
        date = parse_edtf(text)
    except DateSyntaxError as fault:
        return None, str(fault)
    first, last = (None if day is None else from_ordinal(day) for day in (date.first_day, date.last_day))
    return (first, last), ""


def _ask_oracle(text: str) -> _Days | None:
    """The same of the other reader, which prints what confuses it."""
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            date = oracle.parse_edtf(text)
        except (oracle.EDTFParseException, AttributeError, TypeError):
            return None
    if hasattr(date, "lower"):
        return _day(date.lower, "lower_strict"), _day(date.upper, "upper_strict")
    return _day(date, "lower_strict"), _day(date, "upper_strict")


def _day(end: object, side: str) -> tuple[int, ...] | None:
    """A day of an end, None where that is open or unknown (an unknown one it would put ten years away)."""
    if isinstance(end, oracle.parser.parser_classes.UnspecifiedIntervalSection):
        return None
    return tuple(getattr(end, side)()[:3])
