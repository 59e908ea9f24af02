"""A glance says that nothing changed only where a build would tell and write the same."""

import os
from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

import pytest
from support.changing import ChangingSite, Fields, expect

from dateline.model.problem import DatelineError
from dateline.publishing.crew import Hands
from dateline.publishing.engine import Engine
from dateline.publishing.glance import FILE, Told, glance
from dateline.publishing.manifest import MANIFEST
from dateline.publishing.memory import Memory
from dateline.publishing.outcome import Outcome
from dateline.publishing.survey import Survey, surveying
from dateline.publishing.wishes import Wish

ONE, PICTURE = "articles/2020-01-01-one.md", "articles/a.png"
LONG_AGO = 1_600_000_000_000_000_001
"""A time that no clock of a file system has rounded, in nanoseconds."""
DAY = 86_400


class Seen:
    """A site that was built, and is looked at."""

    def __init__(self, folder: Path) -> None:
        texts: dict[str, Fields] = {
            ONE: {"title": "One", "body": "Ana Gil. ![Picture](a.png)", "note_of_mine": 7},
            "articles/2020-01-02-two.md": {"title": "Two"},
            "people/ana.md": {"name": "Ana Gil"},
        }
        self.site = ChangingSite(folder, texts, others={PICTURE: b"png"})
        self.wish, self.output, self.memory = Wish(self.site.content), folder / "site", folder / "memory"

    @property
    def article(self) -> Path:
        """A file of the site."""
        return self.site.content / ONE

    @property
    def template(self) -> Path:
        """A file of its theme."""
        return self.site.folder / "templates/page.html"

    def build(self, report: Callable[[str, int, int], None] = lambda *_: None) -> Outcome:
        """Write what the site says, and build it."""
        self.site.write()
        return Engine(self.wish, self.output, Memory(self.memory), Hands(1)).build(report)

    def settle(self) -> Outcome:
        """Build, let time pass, and build again: now the outputs bear times that can be known again."""
        self.build()
        for file in self.output.rglob("*"):
            os.utime(file, ns=(LONG_AGO, LONG_AGO))
        return self.build()

    def is_same(self) -> bool:
        """Whether a glance says that nothing has changed."""
        return self.glance() is not None

    def glance(self, wish: Wish | None = None) -> Told | None:
        """What a glance tells of what is asked for: whether this process looks at the folders, or another."""
        wish, content = wish or self.wish, self.wish.content
        told = glance(wish, self.memory, Survey(content, self.output))
        with surveying(content, self.output, 2, is_all=True, fewest=0) as both:
            assert glance(wish, self.memory, both) == told
        with surveying(content, self.output, 2, is_all=False, fewest=0) as outputs:
            assert glance(wish, self.memory, outputs) == told
        return told


@pytest.fixture
def seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Seen:
    """A site that was built a while ago."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    found = Seen(tmp_path)
    found.settle()
    return found


def test_a_glance_tells_what_the_last_build_told(seen: Seen) -> None:
    """What the site holds, its problems, and how many files a build would leave alone."""
    again = seen.build()
    told = seen.glance()
    assert told
    assert again.written
    assert (told.summary, told.problems, told.files) == (again.summary, again.problems, again.written.unchanged)
    assert again.problems
    assert again.written.unchanged == len(expect(seen.wish).files)


def _edit(file: Path, data: bytes) -> None:
    """Write a file in place, at its old time."""
    moment = file.stat().st_mtime_ns
    file.write_bytes(data)
    os.utime(file, ns=(moment, moment))


CHANGES: dict[str, Callable[[Seen], object]] = {
    "an article touched": lambda seen: seen.site.touch(seen.article),
    "settings touched": lambda seen: seen.site.touch(seen.site.content / "site.toml"),
    "a picture touched": lambda seen: seen.site.touch(seen.site.content / PICTURE),
    "a template touched": lambda seen: seen.site.touch(seen.template),
    "an article longer": lambda seen: _edit(seen.article, seen.article.read_bytes() + b"More."),
    "a picture longer": lambda seen: _edit(seen.site.content / PICTURE, b"longer"),
    "a template longer": lambda seen: _edit(seen.template, b"longer"),
    "an article removed": lambda seen: seen.article.unlink(),
    "a picture removed": lambda seen: (seen.site.content / PICTURE).unlink(),
    "a template removed": lambda seen: seen.template.unlink(),
    "an article added": lambda seen: (seen.site.content / "articles/2020-01-03-three.md").write_text("Three."),
    "a file added": lambda seen: (seen.site.content / "map.txt").touch(),
    "a template added": lambda seen: (seen.template.parent / "more.html").touch(),
    "an article renamed": lambda seen: seen.article.rename(seen.article.with_name("2020-01-01-new.md")),
    "a picture renamed": lambda seen: (seen.site.content / PICTURE).rename(seen.site.content / "b.png"),
    "a template renamed": lambda seen: seen.template.rename(seen.template.with_name("new.html")),
    "a picture becomes a text": lambda seen: (seen.site.content / PICTURE).rename(seen.site.content / "a.png.md"),
    "an output removed": lambda seen: (seen.output / "feed.xml").unlink(),
    "an output longer": lambda seen: _edit(seen.output / "feed.xml", b"longer"),
    "an output touched": lambda seen: os.utime(seen.output / "feed.xml"),
    "a copy touched": lambda seen: os.utime(seen.output / "media" / PICTURE),
    "the list removed": lambda seen: (seen.output / MANIFEST).unlink(),
    "the list touched": lambda seen: os.utime(seen.output / MANIFEST),
    "left by a killed build": lambda seen: (seen.output / ".dateline-0.tmp").mkdir(),
    "no output folder": lambda seen: seen.output.rename(seen.output.with_name("gone")),
    "nothing remembered": lambda seen: (seen.memory / FILE).unlink(),
}


@pytest.mark.parametrize("change", [*CHANGES])
def test_a_change_of_any_file_is_seen(seen: Seen, change: str) -> None:
    """Of what a build reads, and of what it wrote."""
    assert seen.is_same()
    CHANGES[change](seen)
    assert not seen.is_same()


@pytest.mark.skipif(os.name == "nt", reason="links need leave there")
@pytest.mark.parametrize("folder", ["content", "templates"])
def test_a_link_that_would_be_told_is_seen(seen: Seen, folder: str) -> None:
    """It is no file that is read, and yet a notice."""
    (seen.site.folder / folder / "link.txt").symlink_to(seen.site.folder)
    assert not seen.is_same()


@pytest.mark.parametrize(
    "other",
    [{"drafts": True}, {"future": True}, {"base_url": "https://a.example/"}, {"preview": True}, {"offline": True}],
    ids=str,
)
def test_whoever_asks_for_something_else_gets_it(seen: Seen, other: dict[str, object]) -> None:
    """What was remembered is of another wish."""
    asked = replace(seen.wish, **other)  # type: ignore[arg-type]
    assert seen.glance(asked) is None


def test_other_templates_are_another_wish(seen: Seen) -> None:
    """Though none of the files is another."""
    asked = replace(seen.wish, templates=seen.site.folder / "templates")
    assert seen.glance(asked) is None


def test_another_day_is_another_build(seen: Seen, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article may be dated today; a later moment of the same day changes nothing."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000001")
    assert seen.is_same()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1_600_000_000 + DAY))
    assert not seen.is_same()


def test_midnight_in_the_midst_of_a_build_is_no_matter(seen: Seen, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was built is of the day on which the build began."""

    def turn(stage: str, _done: int, _total: int) -> None:
        if stage == "read":
            monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1_600_000_000 + DAY))

    seen.build(turn)
    assert not seen.is_same()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert seen.is_same()


def test_what_a_glance_has_found_serves_the_build(seen: Seen) -> None:
    """A file that changes between the two is built as it is then, and its next change is seen."""
    survey = Survey(seen.wish.content, seen.output)
    seen.site.texts[ONE]["body"] = "Another text."
    seen.site.write()
    assert glance(seen.wish, seen.memory, survey) is None
    seen.article.write_text("---\ntitle: Quite another\n---\nText.\n", encoding="utf-8")
    engine = Engine(seen.wish, seen.output, Memory(seen.memory), Hands(1), looked=survey.found)
    engine.build(lambda *_: None)
    assert "Quite another" in (seen.output / "articles/one/index.html").read_text(encoding="utf-8")
    assert not seen.is_same()
    seen.article.write_text("---\ntitle: Another still\n---\nText.\n", encoding="utf-8")
    engine.build(lambda *_: None)
    assert "Another still" in (seen.output / "articles/one/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["content/" + ONE, "templates/page.html"])
def test_what_changes_in_the_midst_of_a_build_is_seen(seen: Seen, name: str) -> None:
    """The build may have read it before."""
    file = seen.site.folder / name

    def edit(stage: str, _done: int, _total: int) -> None:
        if stage == "write":
            file.write_bytes(file.read_bytes() + b"\n")
            seen.site.touch(file)

    seen.build(edit)
    assert not seen.is_same()


@pytest.mark.parametrize("name", ["content/" + ONE, "content/" + PICTURE, "templates/page.html"])
def test_files_that_are_too_young_are_not_known_by_their_times(seen: Seen, name: str) -> None:
    """They may change once more within the same time."""
    seen.site.is_fresh = True
    seen.site.touch(seen.site.folder / name)
    seen.build()
    assert not (seen.memory / FILE).exists()


def test_outputs_whose_times_do_not_last_are_not_known_by_them(seen: Seen) -> None:
    """A file system that counts whole seconds does not tell two changes."""
    second = LONG_AGO // 10**9 * 10**9
    os.utime(seen.output / "feed.xml", ns=(second, second))
    seen.build()
    assert not (seen.memory / FILE).exists()


def test_an_error_leaves_what_is_remembered(seen: Seen) -> None:
    """It is of the site that stands; the faulty sources are others."""
    seen.site.texts[ONE]["date"] = "nonsense"
    assert seen.build().written is None
    assert (seen.memory / FILE).exists()
    assert not seen.is_same()


def test_what_is_cut_short_counts_as_nothing(seen: Seen) -> None:
    """Wherever it is cut."""
    file = seen.memory / FILE
    data = file.read_bytes()
    for length in range(len(data)):
        file.write_bytes(data[:length])
        assert not seen.is_same(), length


def test_what_is_garbled_counts_as_nothing(seen: Seen) -> None:
    """Whichever byte it is."""
    file = seen.memory / FILE
    data = file.read_bytes()
    for place in range(len(data)):
        file.write_bytes(data[:place] + bytes((data[place] ^ 1,)) + data[place + 1 :])
        assert not seen.is_same(), place


@pytest.mark.parametrize(
    "data", [b"", b"null", b"[]", b'"a"', b"{}", b'{"timezone": 5}', b'{"timezone": "UTC"}', b"[" * 100_000]
)
def test_what_somebody_else_wrote_counts_as_nothing(seen: Seen, data: bytes) -> None:
    """Also where it looks like ours."""
    (seen.memory / FILE).write_bytes(blake2b(data, digest_size=16).hexdigest().encode() + b"\n" + data)
    assert not seen.is_same()


def test_a_site_that_is_gone_is_told(seen: Seen) -> None:
    """As by a build."""
    seen.site.content.rename(seen.site.folder / "gone")
    with pytest.raises(DatelineError, match="there is no content folder"):
        seen.is_same()
