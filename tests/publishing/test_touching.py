"""Articles whose words alone were edited are put onto their pages by a process that remembers nothing else."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.bench import ARTICLES, ONE, THREE, TWO, Bench, open_bench
from support.changing import Fields, expect, files_in, manifest_in

from dateline.linking.changes import compare_ledgers
from dateline.model.problem import has_errors
from dateline.model.urls import FEED, JSON_FEED, MENTIONS
from dateline.publishing.crew import Hands
from dateline.publishing.engine import Engine
from dateline.publishing.manifest import MANIFEST
from dateline.publishing.memory import Memory
from dateline.publishing.outcome import Outcome
from dateline.publishing.survey import Survey
from dateline.publishing.touching import touch_up

PAGE, ANA, BOB = "articles/one/index.html", "people/ana/index.html", "people/bob/index.html"
LONG_AGO = 1_600_000_000_000_000_001
"""A time that no clock of a file system has rounded, in nanoseconds."""


class Built:
    """A site that is built by a new process each time."""

    def __init__(self, bench: Bench) -> None:
        self.site, self.wish = bench.site, bench.engine.wish
        self.output, self.memory = bench.engine.output, Memory(bench.site.folder / "memory")

    def settle(self) -> None:
        """Build on the long way, until the times of all files can tell them."""
        self.site.write()
        self._engine().build(lambda *_: None)
        for file in self.output.rglob("*"):
            os.utime(file, ns=(LONG_AGO, LONG_AGO))
        self._engine().build(lambda *_: None)

    def touch(self) -> Outcome | None:
        """Write what the site says, and go the short way, where it is open."""
        self.site.write()
        return touch_up(self.wish, self.output, self.memory, lambda *_: None, Survey(self.wish.content, self.output))

    def build(self) -> Outcome:
        """Write what the site says, and build it on whatever way."""
        self.site.write()
        return self._engine().build(lambda *_: None)

    def says(self, path: str, **said: object) -> Outcome | None:
        """Say something else in a file, and go the short way."""
        self.site.texts.setdefault(path, {}).update(said)
        return self.touch()

    def is_right(self) -> bool:
        """Whether the output folder is as a first build would have it, with the list of what stands in it."""
        cold = Engine(self.wish, self.site.folder / "cold", None, Hands(1))
        cold.build(lambda *_: None)
        cold.close()
        is_listed = manifest_in(self.output) == manifest_in(cold.output)
        return is_listed and files_in(self.output) == files_in(cold.output) == expect(self.wish).files

    def _engine(self) -> Engine:
        return Engine(self.wish, self.output, self.memory, Hands(1), is_touched=True)


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Built:
    """A site that was built a while ago."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    site = Built(open_bench(tmp_path))
    site.settle()
    return site


def test_other_words_concern_the_article_and_those_of_whom_it_speaks(built: Built) -> None:
    """The ledger, since its lines tell the place; the feeds, since the article is among the latest."""
    outcome = built.says(ONE, body="One day Ana Gil wrote to Bob Paz.")
    assert outcome is not None
    assert outcome.written is not None
    assert (
        {PAGE, ANA, BOB, MENTIONS, JSON_FEED}
        <= {*outcome.written.written}
        <= {PAGE, ANA, BOB, MENTIONS, JSON_FEED, FEED}
    )
    assert built.is_right()


def test_who_is_named_already_may_be_named_more_often(built: Built) -> None:
    """The article's own page has first whom it names most; how many mentions there are is told right in the end."""
    bodies = (
        "Bob Paz came, then Bob Paz left. Ana Gil wrote.",
        "Ana Gil, Ana Gil, and Bob Paz.",
        "Bob Paz and Ana Gil.",
    )
    for number, body in enumerate(bodies, 1):
        outcome = built.says(ONE, body=body)
        assert outcome is not None
        assert outcome.written is not None
        assert PAGE in outcome.written.written
        assert outcome.summary == expect(built.wish).summary
        assert built.is_right()
        assert built.says(TWO, body=f"Nobody wrote. {'The Boss is silent. ' * number}")
    again = built.build()
    assert again.summary == expect(built.wish).summary
    assert built.is_right()


def test_edits_in_a_row_follow_each_other(built: Built) -> None:
    """Of one article and another, to and fro, in a new process each time; the usual way knows of all of them."""
    for body in ("Ana Gil wrote again to Bob Paz.", "Ana Gil wrote to Bob Paz.", "So Ana Gil wrote to Bob Paz."):
        assert built.says(ONE, body=body)
        assert built.says(TWO, body=f"Nobody wrote. The Boss is {len(body)} times silent.")
        assert built.is_right()
    assert built.says(ONE, body="Ana Gil wrote.") is None
    changes = built.build().changes
    assert changes is not None
    assert [(change.row.path, change.row.surface) for change in changes] == [(ONE, "Bob Paz")]
    assert built.is_right()


def test_several_articles_are_edited_at_once(built: Built) -> None:
    """And the changes among links are told, of which there are none."""
    for path in ARTICLES:
        built.site.texts[path]["body"] = f"So it was. {built.site.texts[path]['body']}"
    outcome = built.touch()
    assert outcome is not None
    assert outcome.changes == ()
    assert built.is_right()


def test_nothing_that_changed_is_nothing_to_write(built: Built) -> None:
    """A file that was touched is read, and holds what it held: the next build sees that at a glance."""
    built.site.touch(built.site.content / ONE)
    (built.memory.folder / "glance.json").unlink()
    outcome = built.touch()
    assert outcome is not None
    assert outcome.written is not None
    assert outcome.written.written == ()
    assert outcome.written.unchanged == len(expect(built.wish).files)
    assert (built.memory.folder / "glance.json").exists()


def test_what_was_told_is_told_again(built: Built) -> None:
    """Of files that nobody has edited; and what the site holds."""
    built.site.texts[TWO]["note_of_mine"] = 7
    whole = built.build()
    built.settle()
    outcome = built.says(ONE, body="One day Ana Gil wrote to Bob Paz.")
    assert outcome is not None
    assert (outcome.problems, outcome.summary) == (whole.problems, whole.summary)
    assert outcome.problems == expect(built.wish).problems


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (ONE, {"title": "Other"}),
        (ONE, {"date": "2020-01-09"}),
        (ONE, {"slug": "other"}),
        (ONE, {"summary": "Of Ana Gil."}),
        (ONE, {"body": "Ana Gil wrote to herself."}),
        (ONE, {"body": "Nobody wrote to Bob Paz."}),
        (ONE, {"body": "Ana Gil wrote to Bob Paz. See [two](2020-01-02-two.md)."}),
        (ONE, {"tags": ["boats"]}),
        (ONE, {"draft": True}),
        (ONE, {"nonsense": "Ana"}),
        ("people/ana.md", {"body": "Nobody knows her."}),
        ("people/ana.md", {"aliases": ["The Boss"]}),
        ("pages/about.md", {"body": "By somebody."}),
        ("articles/2020-01-04-four.md", {"title": "Four"}),
        ("people/cem.md", {"name": "Cem Cray"}),
    ],
)
def test_whatever_reaches_further_is_built_on_another_way(built: Built, path: str, said: Fields) -> None:
    """Beside an edit of words as well; and nothing was written before that was seen."""
    before = files_in(built.output), manifest_in(built.output)
    built.site.texts[TWO]["body"] = "Nobody wrote. The Boss is as silent as ever."
    assert built.says(path, **said) is None
    assert (files_in(built.output), manifest_in(built.output)) == before
    wanted = expect(built.wish)
    assert built.build().problems == wanted.problems
    assert has_errors(wanted.problems) or files_in(built.output) == wanted.files


def test_a_dead_link_leaves_the_site_as_it_was(built: Built) -> None:
    """It is told by the other way; and the short one is open again when it is mended."""
    before = files_in(built.output)
    assert built.says(ONE, body="Ana Gil wrote to Bob Paz. See [none](/none/).") is None
    assert built.build().written is None
    assert files_in(built.output) == before
    assert built.says(ONE, body="Ana Gil wrote, to Bob Paz.")
    assert built.is_right()


def _set(built: Built, name: str, value: str) -> None:
    built.site.settings[name] = value


OTHERWISE: list[Callable[[Built], object]] = [
    lambda built: _set(built, "title", "Chronicle"),
    lambda built: built.site.others.update({"articles/a.png": b"gnp"}),
    lambda built: built.site.others.update({"articles/b.png": b"png"}),
    lambda built: built.site.others.clear(),
    lambda built: built.site.templates.update({"article.html": b"{{ head.title }}"}),
    lambda built: built.site.templates.update({"assets/more.css": b"a {}"}),
    lambda built: built.site.texts.pop(TWO),
    lambda built: (built.output / PAGE).unlink(),
    lambda built: (built.output / "feed.xml").write_bytes(b"more"),
    lambda built: (built.output / ".dateline-0123456789abcdef.tmp").mkdir(),
    lambda built: setattr(built, "wish", built.wish.__class__(built.wish.content, offline=True)),
    lambda built: setattr(built, "wish", built.wish.__class__(built.wish.content, base_url="https://a.example/")),
]


@pytest.mark.parametrize("change", OTHERWISE)
def test_where_anything_else_is_otherwise_another_way_is_gone(built: Built, change: Callable[[Built], object]) -> None:
    """Settings, other files, the theme, outputs, what is asked for, the day."""
    built.site.texts[ONE]["body"] = "One day Ana Gil wrote to Bob Paz."
    change(built)
    assert built.touch() is None
    wanted = expect(built.wish)
    assert built.build().problems == wanted.problems
    assert has_errors(wanted.problems) or files_in(built.output) == wanted.files


@pytest.mark.parametrize("data", [None, b"{}", b'{"complete": true, "files": {}}'])
def test_without_the_list_of_outputs_nothing_is_put_in_their_place(built: Built, data: bytes | None) -> None:
    """By it alone it is known what is Dateline's."""
    (built.output / MANIFEST).unlink()
    if data is not None:
        (built.output / MANIFEST).write_bytes(data)
    before = files_in(built.output)
    assert built.says(ONE, body="One day Ana Gil wrote to Bob Paz.") is None
    assert files_in(built.output) == before


def test_on_another_day_another_way_is_gone(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was still to come may have happened."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2000000000")
    assert built.says(ONE, body="One day Ana Gil wrote to Bob Paz.") is None


def test_where_names_are_withheld_it_is_never_open(built: Built) -> None:
    """Any text may hold one."""
    built.site.texts["people/bob.md"]["public"] = False
    built.settle()
    assert built.says(TWO, body="Nobody wrote. The Boss is as silent as ever.") is None


@pytest.mark.parametrize("which", ["brief", "journal", "state", "segment"])
@pytest.mark.parametrize("how", ["remove", "cut", "garble", "empty"])
def test_a_damaged_memory_costs_time_alone(built: Built, which: str, how: str) -> None:
    """Whatever of it: the site is right after the next build, and after those that follow."""
    assert built.says(ONE, body="One day Ana Gil wrote to Bob Paz.")
    for file in sorted(built.memory.folder.glob(f"{which}*")):
        data = file.read_bytes()
        middle = len(data) // 2
        garbled = data[:middle] + bytes((data[middle] ^ 1,)) + data[middle + 1 :]
        file.write_bytes({"cut": data[:middle], "garble": garbled}.get(how, b""))
        if how == "remove":
            file.unlink()
    for body in ("Nobody wrote. The Boss is as silent as ever.", "Nobody ever wrote. The Boss is silent."):
        built.site.texts[TWO]["body"] = body
        built.touch()
        built.build()
        assert built.is_right()


def test_what_another_build_kept_meanwhile_is_no_part_of_this_one(built: Built) -> None:
    """Of two at once the later one keeps what it did; what the other did is found out by the next build."""
    journal = built.memory.folder / "journal.bin"
    assert built.says(ONE, body="One day Ana Gil wrote to Bob Paz.")
    first = journal.read_bytes()
    assert built.says(TWO, body="Nobody wrote. The Boss is as silent as ever.")
    journal.write_bytes(first)
    assert built.says(THREE, body="Do see [one](2020-01-01-one.md). ![Picture](a.png)") is None
    built.build()
    assert built.is_right()


def test_a_lasting_journal_is_folded_into_the_state(built: Built) -> None:
    """By the build that goes another way; the short one is open again after it."""
    assert built.says(ONE, body="One day Ana Gil wrote to Bob Paz.")
    built.site.texts[TWO]["title"] = "Two and more"
    built.settle()
    assert not (built.memory.folder / "journal.bin").exists()
    assert built.says(ONE, body="Another day Ana Gil wrote to Bob Paz.")
    assert built.is_right()


def test_translations_and_events_are_shown_as_ever(built: Built) -> None:
    """What a translation does not say its original says; an event stands on a page of its own."""
    event = {"date": "2019-05", "title": "Ana Gil leaves", "text": "With Bob Paz.", "entities": ["bob"]}
    built.site.texts[ONE] |= {"events": [event], "tags": ["boats"], "corrections": [{"date": "2020-02", "note": "It."}]}
    built.site.texts["articles/2020-01-01-one.es.md"] = {"title": "Uno", "lang": "es", "body": "Ana Gil se fue."}
    built.settle()
    assert built.says(ONE, body="One day Ana Gil wrote to Bob Paz.")
    assert built.is_right()
    assert built.says("articles/2020-01-01-one.es.md", body="Y Ana Gil se fue.")
    assert built.is_right()
    assert built.says(ONE, body="One day Bob Paz wrote to Ana Gil. Bob Paz is quiet since.")
    assert built.is_right()
    outcome = built.says("articles/2020-01-01-one.es.md", body="Ana Gil se fue, y Ana Gil no vuelve.")
    assert outcome is not None
    assert outcome.summary == expect(built.wish).summary
    assert built.is_right()


def test_of_a_long_dossier_the_pages_that_quote_the_article_are_made(built: Built) -> None:
    """Its first page among them where an article stands below the timeline: it tells of an event."""
    for number in range(75):
        path = f"articles/{2001 + number % 3}-03-{number % 28 + 1:02}-n{number}.md"
        built.site.texts[path] = {"title": f"Number {number}", "body": "Ana Gil spoke. Nobody heard."}
    told = "articles/2001-03-01-n0.md"
    built.site.texts[told]["events"] = [{"date": "2001-02", "title": "Ana Gil leaves", "entities": ["ana"]}]
    built.settle()
    assert (built.output / "people/ana/2002/index.html").exists()
    for path in ("articles/2002-03-02-n1.md", told):
        assert built.says(path, body="Ana Gil spoke up. Nobody heard.")
        assert built.is_right()


BODIES = (
    "Ana Gil wrote to Bob Paz.",
    "One day Ana Gil wrote to Bob Paz.",
    "Bob Paz wrote to Ana Gil, and once more to Ana Gil. Bob Paz is tired. Bob Paz sleeps.",
    "Ana Gil wrote to Bob Paz.\n\n## 2019: Ana Gil leaves {.event #e}\n\nWith Bob Paz.",
    "Ana Gil wrote to Bob Paz.\n\n## 2019: Ana Gil leaves {.event #e}\n\nQuite alone, with Bob Paz.",
    "Ana Gil wrote.[^1] So did Bob Paz.\n\n[^1]: On paper.",
    "Ana Gil wrote.[^1] So did Bob Paz.\n\n[^1]: On paper, says Bob Paz.",
    "See [one](2020-01-01-one.md). ![Picture](a.png)",
    "So see [one](2020-01-01-one.md). ![Picture](a.png)",
    "Nobody wrote.",
)


@pytest.mark.property
@settings(max_examples=8, deadline=None, suppress_health_check=[*HealthCheck])
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(sorted(ARTICLES)), st.sampled_from(BODIES), st.booleans()), min_size=2, max_size=8
    )
)
def test_whichever_way_is_gone_the_site_is_the_same(
    steps: list[tuple[str, str, bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """As a first build makes it, and the changes among links are those between the two ledgers."""
    built = Built(open_bench(tmp_path_factory.mktemp("touching")))
    built.settle()
    for path, body, is_whole in steps:
        before = expect(built.wish).files[MENTIONS]
        built.site.texts[path]["body"] = body
        outcome = (None if is_whole else built.touch()) or built.build()
        assert outcome.changes == compare_ledgers(before, expect(built.wish).files[MENTIONS])
        assert outcome.problems == expect(built.wish).problems
        assert outcome.summary == expect(built.wish).summary
        assert built.is_right()
