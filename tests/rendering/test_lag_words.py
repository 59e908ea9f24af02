"""A lag in words: what is counted, and what is only known about."""

import pytest

from dateline.indexes.lags import Lag, Unit
from dateline.model.edtf import parse_edtf
from dateline.rendering.lag_words import happened_words, lag_words


@pytest.mark.parametrize(
    ("lag", "english", "spanish"),
    [
        (Lag(Unit.DAY, 9, 9), "reported 9 days later", "publicado 9 días después"),
        (Lag(Unit.MONTH, 5, 5), "reported 5 months later", "publicado 5 meses después"),
        (Lag(Unit.YEAR, 3, 3), "reported 3 years later", "publicado 3 años después"),
        (Lag(Unit.YEAR, 1, 1), "reported 1 year later", "publicado 1 año después"),
        (Lag(Unit.YEAR, 2, 3), "reported 2–3 years later", "publicado 2–3 años después"),
        (Lag(Unit.YEAR, 2, None), "reported at least 2 years later", "publicado al menos 2 años después"),
        (
            Lag(Unit.MONTH, 2, None, approximate=True),
            "reported at least about 2 months later",
            "publicado al menos aproximadamente 2 meses después",
        ),
        (Lag(Unit.MONTH, 0, 12), "reported less than 13 months later", "publicado menos de 13 meses después"),
        (Lag(Unit.MONTH, 2, 2, is_before=True), "announced 2 months before", "anunciado 2 meses antes"),
        (
            Lag(Unit.YEAR, 32, 33, approximate=True),
            "reported about 32–33 years later",
            "publicado aproximadamente 32–33 años después",
        ),
        (
            Lag(Unit.YEAR, 1999, 1999, approximate=True, uncertain=True),
            "reported possibly about 1,999 years later",
            "publicado quizá aproximadamente 1\N{NO-BREAK SPACE}999 años después",
        ),
    ],
)
def test_a_lag_is_said_in_the_language_of_the_page(lag: Lag, english: str, spanish: str) -> None:
    """Region and case of the tag do not matter; a language without words of its own has the English ones."""
    assert lag_words(lag, "en") == lag_words(lag, "de") == lag_words(lag, "") == english
    assert lag_words(lag, "es") == lag_words(lag, "ES-mx") == spanish


@pytest.mark.parametrize(
    ("happened", "english", "spanish"),
    [
        ("2019-10", "happened October 2019", "ocurrido "),
        ("2022-08-01", "happened 1 August 2022", "ocurrido "),
        ("2022-08-02", "for 2 August 2022", "para "),
        ("2022", "happened 2022", "ocurrido "),
        ("unknown", "when it happened is not known", "no se sabe cuándo ocurrió"),
    ],
)
def test_when_it_happened_is_said_beside_when_it_was_published(happened: str, english: str, spanish: str) -> None:
    """What was still to come when it was published is not said to have happened."""
    published = parse_edtf("2022-08-01")
    assert happened_words(parse_edtf(happened), published, "en") == english
    assert happened_words(parse_edtf(happened), published, "es").startswith(spanish)


def test_a_spanish_day_has_its_article() -> None:
    """And a month or year its preposition."""
    published = parse_edtf("2022-08-05")
    assert happened_words(parse_edtf("2022-08-01"), published, "es") == "ocurrido el 1 de agosto de 2022"
    assert happened_words(parse_edtf("2019"), published, "es") == "ocurrido en 2019"
