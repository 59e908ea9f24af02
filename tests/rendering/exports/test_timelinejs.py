"""Slides of TimelineJS have days for limits, and dates in words that say no more than is known."""

import json
from typing import Any

from support.exported import FILES, material

from dateline.rendering.exports.timelinejs import timelinejs_file, with_a_date

SMALL = material(FILES)


def slides() -> dict[str, Any]:
    """Return the slides by their ids."""
    return {each["unique_id"]: each for each in json.loads(timelinejs_file(SMALL))["events"]}


def test_a_day_is_a_day() -> None:
    """With status, roles, sources and the correction of the article."""
    slide = slides()["first.ann-able-leaves"]
    assert slide["start_date"] == {"year": 2020, "month": 7, "day": 17}
    assert "end_date" not in slide
    assert (slide["display_date"], slide["group"]) == ("17 July 2020", "alleged")
    assert slide["text"]["headline"] == "Ann Able leaves (alleged)"
    for words in ("Ben Bold, driver, disputed (he says no)", "One source: The Post", "Corrected 2020-07-20"):
        assert words in slide["text"]["text"]


def test_what_is_not_known_to_the_day_lies_between_two() -> None:
    """Readers see the words."""
    slide = slides()["first.ann-able-waits"]
    assert slide["start_date"] == {"year": 2019, "month": 10, "day": 1}
    assert slide["end_date"] == {"year": 2019, "month": 10, "day": 31}
    assert slide["display_date"] == "about October 2019"
    ancient = slides()["first.rome-falls-silent"]
    assert (ancient["start_date"]["year"], ancient["display_date"]) == (-43, "15 March 44 BC")


def test_what_has_no_date_is_left_out() -> None:
    """It has no place on such a line."""
    assert {row["id"] for row in with_a_date(SMALL)} == slides().keys()
    assert "first.ann-able-sleeps" not in slides()


def test_words_are_no_markup() -> None:
    """TimelineJS takes text for HTML."""
    made = material({"articles/a.md": "---\ntitle: A & <b>\ndate: 2021\n---\n"})
    (slide,) = json.loads(timelinejs_file(made))["events"]
    assert slide["text"]["headline"].startswith("A &amp; ")
    assert "<b>" not in slide["text"]["headline"]
