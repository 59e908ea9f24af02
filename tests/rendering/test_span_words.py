"""The time of a relation is told as exactly as it is known, and no more."""

import pytest

from dateline.model.edtf import parse_edtf
from dateline.model.relation import Span
from dateline.rendering.span_words import lasting_parts


def span(text: str) -> Span:
    """Return the span of two EDTF texts with `>` between; an empty one is not given."""
    since, until = (parse_edtf(part) if part else None for part in text.split(">"))
    return Span(since, until)


def words(text: str, language: str = "en") -> str:
    """Return the words for a span."""
    return "".join(part.text for part in lasting_parts(span(text), language))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (">", "dates not given"),
        ("2009>", "since 2009"),
        (">2015-07", "until July 2015"),
        ("2009>2015-07-30", "from 2009 to 30 July 2015"),
        ("2009~>2015?", "from about 2009 to possibly 2015"),
        ("201X>", "since the 2010s"),
        ("../2015>", "since 2015 at the latest"),
        ("2015/..>", "since 2015 at the earliest"),
        ("2009/2011>2015", "from some time between 2009 and 2011 to 2015"),
        ("2009>unknown", "from 2009 to an unknown date"),
        (">unknown", "until an unknown date"),
        ("unknown>", "dates not given"),
        ("unknown>2015", "until 2015"),
    ],
)
def test_a_span_is_told(text: str, expected: str) -> None:
    """Open and unknown ends, limits, qualifiers."""
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (">", "fechas no indicadas"),
        ("2009>", "desde 2009"),
        ("2009>2015", "desde 2009 hasta 2015"),
        ("../2015>unknown", "desde 2015 a más tardar hasta una fecha desconocida"),
        ("2009/2011>", "desde algún momento entre 2009 y 2011"),
        ("2015/..>", "desde 2015 como muy pronto"),
        (">2015", "hasta 2015"),
    ],
)
def test_spanish_has_its_own_words(text: str, expected: str) -> None:
    """Whatever its region; other languages have the English ones."""
    assert words(text, "es-MX") == expected
    assert words(text, "xx") == words(text)


def test_a_day_has_its_article_in_spanish() -> None:
    """A month and a year have none."""
    assert words("2015-07-30>", "es").startswith("desde el 30 ")
    assert not words("2015-07>", "es").startswith("desde el ")


def test_the_dates_are_marked_up() -> None:
    """The words around them are not, and neighbours of plain text are one piece."""
    parts = lasting_parts(span("2009~>2015-07"), "en")
    assert [(part.text, part.datetime) for part in parts] == [
        ("from about ", ""),
        ("2009", "2009"),
        (" to ", ""),
        ("July 2015", "2015-07"),
    ]
