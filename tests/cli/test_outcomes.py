"""What became of a build, in lines on the terminal."""

from pathlib import Path

import pytest

from dateline.cli.outcomes import build_and_tell, tell_outcome
from dateline.cli.telling import NORMAL, QUIET, VERBOSE, Teller
from dateline.linking.changes import compare_ledgers
from dateline.model.problem import Code, DatelineError, Location, Problem, Severity
from dateline.model.source import Summary
from dateline.publishing.glance import FILE
from dateline.publishing.outcome import Outcome
from dateline.publishing.survey import Survey
from dateline.publishing.wishes import Wish
from dateline.publishing.writing import Written

ERROR = Problem(Code.DATE_UNREADABLE, "cannot read the date", Location("content/a.md", 3), "write it so")
NOTICE = Problem(Code.SYMLINK_IGNORED, "this link leads out", Location("content/b"), severity=Severity.NOTICE)
SUMMARY = Summary(articles=2, events=1, entities=0, mentions=3, pages=1)
WRITTEN = Written(("a.html", "b.html"), 5, ("c.html",))


def lines(outcome: Outcome, level: int, capsys: pytest.CaptureFixture[str]) -> tuple[list[str], list[str]]:
    """Return what is told of an outcome, but for the time that it took: on standard output, and on standard error."""
    teller = Teller(level)
    tell_outcome(outcome, Path("content"), Path("site"), teller)
    out, err = capsys.readouterr()
    return [line.partition(" in ")[0] for line in out.splitlines()], err.splitlines()


COUNTS = "2 articles, 1 event, 0 entities, 3 mentions, 1 page"


@pytest.mark.parametrize(
    ("level", "out"),
    [
        (QUIET, []),
        (NORMAL, [COUNTS, "site/: 2 files written, 5 unchanged, 1 removed", "1 notice"]),
        (
            VERBOSE,
            [
                "wrote a.html",
                "wrote b.html",
                "removed c.html",
                COUNTS,
                "site/: 2 files written, 5 unchanged, 1 removed",
                "1 notice",
            ],
        ),
    ],
    ids=["quiet", "normal", "verbose"],
)
def test_what_was_written_is_told(level: int, out: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Problems always, files only to those who ask."""
    outcome = Outcome((NOTICE,), SUMMARY, WRITTEN, ())
    assert lines(outcome, level, capsys) == (out, [str(NOTICE)])


def test_one_file_is_one_file(capsys: pytest.CaptureFixture[str]) -> None:
    """And where nothing is wrong nothing is said of it."""
    outcome = Outcome((), SUMMARY, Written(("a.html",), 0, ()), None)
    assert lines(outcome, NORMAL, capsys) == ([COUNTS, "site/: 1 file written, 0 unchanged, 0 removed"], [])


@pytest.mark.parametrize("level", [QUIET, NORMAL, VERBOSE])
def test_what_was_refused_is_told(level: int, capsys: pytest.CaptureFixture[str]) -> None:
    """That the site is as it was, and why."""
    failure = "dateline: site/ left as it was: 1 error, 1 notice"
    outcome = Outcome((ERROR, NOTICE), SUMMARY, None, None)
    assert lines(outcome, level, capsys) == ([], [str(ERROR), str(NOTICE), failure])


def test_changes_among_links_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Between one build and the next; the ledgers say which."""
    wish, output = Wish(tmp_path / "content"), tmp_path / "site"
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/articles/2020-01-01-one.md").write_text("Ana Gil wrote.", encoding="utf-8")
    build_and_tell(wish, output, tmp_path / "memory", 1, Teller(QUIET), Survey(wish.content, output))
    before = (output / "data/mentions.jsonl").read_bytes()
    (tmp_path / "content/people").mkdir()
    (tmp_path / "content/people/ana.md").write_text("---\nname: Ana Gil\n---\n", encoding="utf-8")
    build_and_tell(wish, output, tmp_path / "memory", 1, Teller(NORMAL), Survey(wish.content, output))
    assert "links since the last build: 1 new" in capsys.readouterr().out
    assert len(compare_ledgers(before, (output / "data/mentions.jsonl").read_bytes())) == 1


def test_without_a_memory_nothing_is_remembered(tmp_path: Path) -> None:
    """Neither in a folder of the user's nor, for long, in one of the system's."""

    def build(content: Path) -> tuple[Problem, ...]:
        output = tmp_path / "site"
        return build_and_tell(Wish(content), output, None, 1, Teller(QUIET), Survey(content, output))

    (tmp_path / "content").mkdir()
    assert build(tmp_path / "content")
    assert not list(tmp_path.rglob(FILE))
    with pytest.raises(DatelineError, match="no content folder"):
        build(tmp_path / "gone")
