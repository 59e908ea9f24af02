"""A saved article whose words alone have changed is put into the preview, and nothing else is asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.bench import ONE, THREE, TWO, Bench, open_bench
from support.changing import expect

from dateline.model.urls import FEED, JSON_FEED, MENTIONS

PAGE, ANA, BOB = "articles/one/index.html", "people/ana/index.html", "people/bob/index.html"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Bench]:
    """A site that was built as the preview builds it: into a folder of its own."""
    bench = open_bench(tmp_path)
    bench.engine.is_own, bench.engine.memory = True, None
    bench.build()
    yield bench
    bench.engine.close()


def save(bench: Bench, path: str, **said: object) -> tuple[set[str], bool]:
    """Save a file with something else in it; return what was written, and whether the shortest way was gone."""
    bench.site.texts[path] |= said
    before = bench.engine.standing
    written = bench.build([bench.site.content / path]).written
    assert written is not None
    assert bench.is_right()
    return set(written.written), bench.engine.standing is before


def test_other_words_concern_the_article_and_those_of_whom_it_speaks(preview: Bench) -> None:
    """The ledger, since its lines tell the place; the feeds, since the article is among the latest."""
    written, is_shortest = save(preview, ONE, body="One day Ana Gil wrote to Bob Paz.")
    assert is_shortest
    assert {PAGE, ANA, BOB, MENTIONS, JSON_FEED} <= written <= {PAGE, ANA, BOB, MENTIONS, JSON_FEED, FEED}


def test_several_saves_in_a_row_follow_each_other(preview: Bench) -> None:
    """Of one article and another, to and fro; the ledger is joined from the one before."""
    for body in ("Ana Gil wrote again to Bob Paz.", "Ana Gil wrote to Bob Paz.", "So Ana Gil wrote to Bob Paz."):
        assert save(preview, ONE, body=body)[1]
        assert save(preview, TWO, body=f"Nobody wrote. The Boss is {len(body)} times silent.")[1]
    assert save(preview, TWO, body="Nobody wrote. The Boss is silent.")[1]


def test_who_is_named_already_may_be_named_more_often(preview: Bench) -> None:
    """The article's own page has first whom it names most; how many mentions there are is told as well."""
    bodies = ("Bob Paz came, then Bob Paz left. Ana Gil wrote.", "So Bob Paz came, then Bob Paz left. Ana Gil wrote.")
    for body in (*bodies, "Ana Gil, Ana Gil, Bob Paz.", "Ana Gil wrote to Bob Paz."):
        written, is_shortest = save(preview, ONE, body=body)
        assert is_shortest
        assert PAGE in written
        assert save(preview, TWO, body=f"Nobody wrote. The Boss is {len(body)} times silent.")[1]
    again = preview.build([preview.site.content / ONE])
    assert again.summary == expect(preview.engine.wish).summary


def test_a_translation_that_names_somebody_more_often_is_built_on_another_way(preview: Bench) -> None:
    """What is at hand of the last build knows it as it was."""
    translation = "articles/2020-01-01-one.es.md"
    preview.site.texts[translation] = {"title": "Uno", "lang": "es", "body": "Ana Gil se fue."}
    preview.build()
    assert save(preview, ONE, body="Bob Paz, and again Bob Paz. Ana Gil wrote.")[1]
    assert save(preview, translation, body="Y Ana Gil se fue.")[1]
    assert not save(preview, translation, body="Ana Gil se fue, y Ana Gil no vuelve.")[1]
    assert save(preview, translation, body="Ana Gil se fue, y Ana Gil ya no vuelve.")[1]


def test_a_save_that_changes_nothing_writes_nothing(preview: Bench) -> None:
    """Editors save what is the same."""
    assert save(preview, ONE) == (set(), True)
    written = preview.build([preview.site.content / ONE]).written
    assert written
    assert written.unchanged == sum(file.is_file() for file in preview.engine.output.rglob("*")) - 1  # the list of them


def test_a_link_that_moves_is_no_other_link(preview: Bench) -> None:
    """It leads where it led."""
    assert save(preview, THREE, body="Do see [one](2020-01-01-one.md). ![Picture](a.png)")[1]


@pytest.mark.parametrize(
    "said",
    [
        {"title": "Other"},
        {"date": "2020-01-09"},
        {"slug": "other"},
        {"body": "Ana Gil wrote to herself."},
        {"body": "See [two](2020-01-02-two.md)."},
        {"body": "Ana Gil wrote."},
    ],
)
def test_what_other_pages_show_is_built_on_another_way(preview: Bench, said: dict[str, object]) -> None:
    """And the shortest one is open again after it."""
    assert not save(preview, ONE, **said)[1]
    assert save(preview, TWO, body="Nobody wrote. The Boss is as silent as ever.")[1]


def test_a_save_with_a_dead_link_is_told_with_its_place(preview: Bench) -> None:
    """As long as there is one, saves of the article go another way: the place may be another after each."""
    preview.site.texts[ONE]["body"] = "See [none](/none/)."
    told = preview.build([preview.site.content / ONE]).problems
    preview.site.texts[ONE]["body"] = "Word.\n\nSee [none](/none/)."
    assert preview.build([preview.site.content / ONE]).problems != told


def test_other_options_are_followed(preview: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """The day may have changed since the last build."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2000000000")
    assert not save(preview, TWO, body="Nobody wrote. The Boss was silent.")[1]
