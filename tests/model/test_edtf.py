"""EDTF levels 0 and 1 are read and written; everything else is refused with a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import dates

from dateline.model.date import DatePoint, HistoricalDate, Precision
from dateline.model.edtf import DateSyntaxError, parse_edtf

_CANONICAL = """
    1985-04-12 1985-04 1985 0000 -0043 -1985 -0043-03-15
    1985-04-12T23:20:30 1985-04-12T23:20:30Z 1985-04-12T23:20:30-04:00 1985-04-12T23:20:30+04:30
    1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 2004-02-01/2005-02 2004-02-01/2005 2005/2006-02
    Y170000002 Y-170000002 2001-21 2001-24 1984? 2004-06~ 2004-06-11% 2001-21?
    201X 20XX 2004-XX 1985-04-XX 1985-XX-XX -004X -00XX 000X 00XX -000X 201X~ 2004-XX?
    1985-04-12/.. 1985-04/.. ../1985 1985-04-12/ /1985-04 1984~/2004-06 1984/2004-06~ 1984?/2004% Y10000/..
    2020-07-18T14:05 2020-07-18T14:05[America/Mexico_City] 2020-07-18T14:05-05:00[America/Mexico_City]
    2004-XX-05 2004-XX-31~ -0043-XX-05? unknown
""".split()

_WRITTEN_OTHERWISE = {
    "1985-04-12T23:20:30+04": "1985-04-12T23:20:30+04:00",
    "1985-04-12T23:20:30+00:00": "1985-04-12T23:20:30Z",
    "2019/2019": "2019",
    "Unknown": "unknown",
    "UNDATED": "unknown",
}

_IMPOSSIBLE = {
    "2019-02-30": "there is no day 30 in 2019-02",
    "1900-02-29": "there is no day 29 in 1900-02",
    "2019-02-00": "there is no day 0 in 2019-02",
    "-0003-02-29": "there is no day 29 in -0003-02",
    "2019-XX-32": "no month has a day 32",
    "2019-XX-00": "no month has a day 0",
    "2019-13": "there is no month 13",
    "2019-00": "there is no month 0",
    "2001-42": "there is no month 42",
    "-0000": "there is no year -0000: 1 BC is 0000, and 2 BC is -0001",
    "2001-21-03": "a season has no days",
    "2001-21-XX": "a season has no days",
    "2020/2019": "the interval 2020/2019 ends before it begins",
    "2019-10-18/2019-09": "the interval 2019-10-18/2019-09 ends before it begins",
    "../..": "an interval needs at least one date: write unknown if there is none",
    "/": "an interval needs at least one date: write unknown if there is none",
    "../": "an interval needs at least one date: write unknown if there is none",
    "2020-07-18T24:00": "a time of day lies between 00:00:00 and 23:59:59",
    "2020-07-18T23:60": "a time of day lies between 00:00:00 and 23:59:59",
    "2020-07-18T23:59:60": "a time of day lies between 00:00:00 and 23:59:59",
    "2020-07-18T14:05+24:00": "an offset from UTC is less than a day",
    "2020-07-18T14:05[../etc]": "'../etc' is not the name of a time zone, such as America/Mexico_City",
    "2020-07-18T14:05[]": "'' is not the name of a time zone, such as America/Mexico_City",
    "2020-07-18T14:05/2020-07-19": "an interval is made of days, without times",
    "2020/2019/2019-02-30": "there is no day 30 in 2019-02",
}

_LEVEL_2 = """
    [1667,1668,1670..1672] {1960,1961-12} [..1984] Y-17E7 Y17101E4S3 1950S2 Y171010000S3 2004-06~-11 2004?-06
    ?2004-06-11 156X-12-25 15XX-12-25 XXXX-12-XX 1XXX-XX 1XXX 198X-XX-04 2001-25 2001-41 2004-06~-11/2005 2004-06/1XXX
""".split()

_NO_EDTF = [
    "",
    " 2019",
    "2019 ",
    "2019\n",
    "2019-1",
    "19",
    "20190718",
    "2019-10-18~~",
    "2019-10-18 14:05",
    "2019/2020/2021",
    "18/07/2020",
    "Y2019",
    "Y02019",
    "Y17000-05",
    "+2019",
    "2020-07-18T14",
    "2020-07-18T14:05~",
    "2020-07-18[UTC]",
    "2020-07T14:05",
    "２０１９",
    "٢٠١٩",
    "July 2020",
    "not unknown",
]


@pytest.mark.parametrize("text", _CANONICAL)
def test_canonical_text_is_written_as_it_was_read(text: str) -> None:
    """A text in the form that Dateline writes comes back unchanged."""
    assert parse_edtf(text).edtf == text


@pytest.mark.parametrize(("text", "canonical"), _WRITTEN_OTHERWISE.items())
def test_other_forms_have_one_way_to_be_written(text: str, canonical: str) -> None:
    """Two texts that mean the same date are written alike."""
    assert parse_edtf(text).edtf == canonical
    assert parse_edtf(text) == parse_edtf(canonical)


@pytest.mark.parametrize(("text", "sentence"), _IMPOSSIBLE.items())
def test_impossible_dates_are_refused(text: str, sentence: str) -> None:
    """A date that cannot be is refused with a sentence that says why."""
    with pytest.raises(DateSyntaxError) as fault:
        parse_edtf(text)
    assert str(fault.value) == sentence
    assert fault.value.recognised


@pytest.mark.parametrize("text", _LEVEL_2)
def test_level_2_is_refused_by_name(text: str) -> None:
    """What only level 2 can mean is refused, and the sentence says that it is level 2."""
    with pytest.raises(DateSyntaxError, match="level 2") as fault:
        parse_edtf(text)
    assert fault.value.recognised


@pytest.mark.parametrize("text", _NO_EDTF)
def test_other_texts_are_no_edtf(text: str) -> None:
    """Spaces around, basic format, foreign digits and trailing rubbish make a text no EDTF at all."""
    with pytest.raises(DateSyntaxError, match="is not an EDTF date") as fault:
        parse_edtf(text)
    assert not fault.value.recognised


def test_long_texts_are_not_looked_at() -> None:
    """A text of thousands of digits is refused before it costs anything."""
    with pytest.raises(DateSyntaxError, match="this long"):
        parse_edtf("Y" + "9" * 5000)


def test_the_years_of_unspecified_digits() -> None:
    """A decade or century is kept by its first year, also before year 0."""
    assert parse_edtf("201X").start == DatePoint(2010, Precision.DECADE)
    assert parse_edtf("-004X").start == DatePoint(-49, Precision.DECADE)
    assert parse_edtf("-01XX").start == DatePoint(-199, Precision.CENTURY)


@pytest.mark.property
@given(dates())
def test_reading_undoes_writing(date: HistoricalDate) -> None:
    """Every date is what its own text means."""
    assert parse_edtf(date.edtf) == date


@pytest.mark.property
@given(st.text(max_size=30) | st.text("0123456789-/X?~%YTZ:.[]+", max_size=24))
def test_any_text_is_a_date_or_a_sentence(text: str) -> None:
    """Whatever the text, it is read, and then its canonical form means the same, or it is refused."""
    try:
        date = parse_edtf(text)
    except DateSyntaxError:
        return
    assert parse_edtf(date.edtf) == date
