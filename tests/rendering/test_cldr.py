"""What Unicode knows of languages is read as it is, whichever language was asked for first."""

import pytest

from dateline.rendering.calendar_words import ENGLISH
from dateline.rendering.cldr import read_calendar


def test_english_is_that_of_unicode() -> None:
    """What stands in the code is what Unicode has for Britain, but for AD 79 and blanks around dashes."""
    british = read_calendar("en-GB")
    assert british
    assert (ENGLISH.months, ENGLISH.months_alone, ENGLISH.weekdays) == (
        british.months,
        british.months_alone,
        british.weekdays,
    )
    for told in ("y", "yMMMM", "yMMMMd", "MMMMd"):
        point = (-43, 3, 15) if told != "y" else (-43, None, None)
        assert ENGLISH.name(told, *point) == british.name(told, *point)
    assert ENGLISH.eras == british.eras
    assert ENGLISH.group == british.group


@pytest.mark.parametrize("first", ["zh", "ru", "fa"])
def test_no_language_learns_words_of_another(first: str) -> None:
    """Babel keeps in one place what languages share; months alone would be those of whoever asked first."""
    read_calendar(first)
    months = {language: read_calendar(language) for language in ("hu", "pt-BR", "th", "tr")}
    assert {language: found and found.months_alone[9] for language, found in months.items()} == {
        "hu": "október",
        "pt-BR": "outubro",
        "th": "ตุลาคม",
        "tr": "Ekim",
    }


@pytest.mark.parametrize("language", "bg eu fa he hi hu ko lt lv mn sr-Latn sw th ur vi zh-Hant zu".split())
def test_a_language_has_all_that_dates_need(language: str) -> None:
    """However it writes them."""
    calendar = read_calendar(language)
    assert calendar
    assert len({*calendar.months}) == len({*calendar.months_alone}) == 12
    assert len({*calendar.weekdays}) == 7
    assert calendar.joint.strip()
    for told in ("yMMMM", "yMMMMd", "MMMM", "MMMMd"):
        words = calendar.name(told, 2019, 10, 14)
        assert ("2019" in words) is told.startswith("y")
        assert ("14" in words) is told.endswith("d")
    for span in calendar.spans.values():
        assert calendar.write(span.first, 2019, 10, 14)
        assert calendar.write(span.last, 2019, 11, 18)


@pytest.mark.parametrize("language", ["", "tlh", "x", "not a language", "12"])
def test_of_some_languages_nothing_is_known(language: str) -> None:
    """And that is no fault."""
    assert read_calendar(language) is None


def test_a_region_that_nobody_knows_has_the_words_of_its_language() -> None:
    """As has one whose tag goes on after it."""
    assert read_calendar("de-XX") == read_calendar("de-Latn-XX") == read_calendar("de")
