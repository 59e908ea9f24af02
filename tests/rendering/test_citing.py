"""Pages are cited in BibTeX and CSL-JSON: what is said is what is known, and TeX runs none of it."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from strategies import dates

from dateline.model.date import HistoricalDate
from dateline.model.edtf import parse_edtf
from dateline.rendering.citing import Citable, bibtex, csl_date, csl_item, csl_json

SCHEMA = Draft7Validator(json.loads((Path(__file__).parents[1] / "schemas" / "csl.json").read_text(encoding="utf-8")))
NAMED = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
}
FIELD = re.compile(r"^  (\w+) = \{(.*)\},$", re.MULTILINE)
LINE = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=40)


def fields(entry: str) -> dict[str, str]:
    """Return the fields of an entry, as they are written."""
    return dict(FIELD.findall(entry))


def printed(text: str) -> str:
    """Return what TeX prints of a text: its named signs, and no braces."""
    pieces = re.split(r"(\\text[a-z]+\{\})", text)
    shown = [NAMED.get(piece) or re.sub(r"\\(.)", r"\1", re.sub(r"[{}]", "", piece)) for piece in pieces]
    return "".join(shown)


def depth(text: str) -> int:
    """Return how many braces stay open, as BibTeX counts; fails where one closes that was not opened."""
    level = 0
    for letter in text:
        level += (letter == "{") - (letter == "}")
        assert level >= 0
    return level


def test_an_entry_says_what_is_known() -> None:
    """Words with capitals, names and the site stand in braces; other scripts as they are."""
    page = Citable(
        "shootout",
        "50% of El Niño's men & Zoë_B fled",
        "The Record",
        ("Ana Gil", "Black and White, Inc."),
        parse_edtf("2019-10~"),
        "corrected 2020",
        "https://example.org/100%25/a_b/",
        "en",
    )
    assert bibtex(page) == (
        "@online{shootout,\n"
        "  author = {{Ana Gil} and {Black and White, Inc.}},\n"
        r"  title = {50\% of {El} {Niño's} men \& {Zoë}\_{B} fled}," + "\n"
        "  organization = {{The Record}},\n"
        "  date = {2019-10~},\n"
        "  url = {https://example.org/100%25/a_b/},\n"
        "  note = {corrected 2020},\n"
        "}\n"
    )


def test_what_is_not_known_is_not_said() -> None:
    """Neither an empty field nor a guess; a colon stands where an id has a slash."""
    assert bibtex(Citable("people/ana", "Ana", "Record")) == (
        "@online{people:ana,\n  title = {{Ana}},\n  organization = {{Record}},\n}\n"
    )
    assert csl_item(Citable("people/ana", "Ana", "Record")) == {
        "id": "people/ana",
        "type": "webpage",
        "title": "Ana",
        "container-title": "Record",
    }


@pytest.mark.property
@given(LINE, st.lists(LINE, max_size=3), LINE)
def test_tex_prints_the_words_of_the_author(title: str, authors: list[str], remark: str) -> None:
    """Every sign of them, in braces that are even."""
    entry = bibtex(Citable("x", title, "Record", tuple(authors), remark=remark))
    assert depth(entry) == 0
    assert printed(fields(entry)["title"]) == title
    assert printed(fields(entry)["note"]) == remark
    assert printed(fields(entry).get("author", "")) == " and ".join(authors)


@pytest.mark.property
@given(LINE)
def test_no_style_changes_a_capital(title: str) -> None:
    """Outside of braces a title is in lower case; no group opens with a command, which styles would look into."""
    written = fields(bibtex(Citable("x", title, "Record")))["title"]
    assert "{\\" not in written
    bare = re.sub(r"\\text[a-z]+\{\}|\{[^{}]*\}", "", written)
    assert bare == bare.lower() or not re.search(r"[^\W_]", bare)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2022-07-30", {"date-parts": [[2022, 7, 30]]}),
        ("2022-07-30T14:05[America/Mexico_City]", {"date-parts": [[2022, 7, 30]]}),
        ("2021-09", {"date-parts": [[2021, 9]]}),
        ("2021-09-XX", {"date-parts": [[2021, 9]]}),
        ("2019", {"date-parts": [[2019]]}),
        ("2019~", {"date-parts": [[2019]], "circa": True}),
        ("2019?", {"date-parts": [[2019]], "circa": True}),
        ("2001-24", {"date-parts": [[2001]], "season": 4}),
        ("2019-10-17/2019-11", {"date-parts": [[2019, 10, 17], [2019, 11]]}),
        ("0000", {"date-parts": [[-1]]}),
        ("-0043", {"date-parts": [[-44]]}),
        ("201X", {"literal": "the 2010s"}),
        ("../2019", {"literal": "before 2020"}),
        ("2001-21/2001-23", {"literal": "spring–autumn 2001"}),
        ("Y-17000", {"literal": "17,001 BC"}),
        ("unknown", {}),
    ],
)
def test_dates_have_the_form_of_csl(edtf: str, expected: dict[str, object]) -> None:
    """Where it has none, they are words."""
    assert csl_date(parse_edtf(edtf), "en") == expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2022-07-30T14:05", "2022-07-30"),
        ("201X", "201X"),
        ("../2019", "../2019"),
        ("Y-17000", None),
        ("unknown", None),
    ],
)
def test_dates_have_the_form_of_biblatex(edtf: str, expected: str | None) -> None:
    """EDTF as it stands, without a time of day; longer years and nothing known are left out."""
    assert fields(bibtex(Citable("x", "X", "R", date=parse_edtf(edtf)))).get("date") == expected


@pytest.mark.property
@given(LINE, LINE, st.lists(LINE, max_size=2), dates())
def test_csl_json_is_valid(key: str, title: str, authors: list[str], date: HistoricalDate) -> None:
    """For every title, every name and every date; and no part of a date is made up."""
    page = Citable(key, title, "Record", tuple(authors), date, url="https://example.org/", language="es")
    read = json.loads(csl_json([page, page]))
    assert list(SCHEMA.iter_errors(read)) == []
    parts = read[0].get("issued", {}).get("date-parts", [])
    precise = [point for point in (date.start, date.end) if point]
    for told, point in zip(parts, precise, strict=False):
        assert len(told) == 1 + (point.month is not None) + (point.day is not None)
