"""Corrections are listed newest first, and can be told from each other."""

from dataclasses import replace

from support.linked import all_recorded, date, linked_article, registry

from dateline.indexes.corrections import collect_corrections, latest_correction
from dateline.indexes.records import ArticleRecord
from dateline.linking.linked import LinkedArticle
from dateline.model.article import Correction


def corrected(slug: str, when: str, **notes: str) -> LinkedArticle:
    """Return an article with corrections: the note of each, by its date with `_` for what a name cannot hold."""
    linked = linked_article(slug, when)
    made = tuple(Correction(date(key.strip("_").replace("_", "-")), note) for key, note in notes.items())
    return replace(linked, article=replace(linked.article, corrections=made))


def records(*articles: LinkedArticle) -> tuple[ArticleRecord, ...]:
    """Return the records of these articles."""
    return all_recorded(articles, registry()).articles


def test_the_newest_stands_first_and_the_undated_last() -> None:
    """Whichever article was corrected."""
    made = records(
        corrected("a", "2019", _2022_05="month", unknown="never dated", _2020_01_02="day"),
        corrected("b", "2020", _2021="year"),
    )
    notes = [each.correction.note for each in collect_corrections(made)]
    assert notes == ["month", "year", "day", "never dated"]


def test_of_one_day_the_newer_article_stands_first() -> None:
    """So that the order never hangs on how files are named."""
    made = records(corrected("b", "2019", _2022="older"), corrected("a", "2020", _2022="newer"))
    assert [each.correction.note for each in collect_corrections(made)] == ["newer", "older"]


def test_corrections_of_one_day_are_numbered() -> None:
    """As the author listed them, the last one first in the list."""
    linked = linked_article("a", "2019")
    made = tuple(Correction(date(when), note) for when, note in (("2020", "x"), ("2021", "y"), ("2020", "z")))
    listed = collect_corrections(records(replace(linked, article=replace(linked.article, corrections=made))))
    assert [(each.correction.note, each.number) for each in listed] == [("y", 1), ("z", 2), ("x", 1)]


def test_the_latest_is_one_with_a_date() -> None:
    """One without says nothing of when the article was last mended."""
    (article,) = records(corrected("a", "2019", unknown="never dated", _2020="dated"))
    (undated,) = records(corrected("a", "2019", unknown="never dated"))
    (right,) = records(linked_article("a", "2019"))
    found = [latest_correction(each) for each in (article, undated, right)]
    assert [each.note if each else None for each in found] == ["dated", "never dated", None]
