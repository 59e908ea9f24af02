"""The command `check` and the diff of links: text, JSON, annotations, and what the last build is remembered by."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main
from dateline.cli.annotations import annotate
from dateline.linking.reports.advice import Advice, AdviceCode
from dateline.model.problem import Code, Location, Problem, Severity
from dateline.publishing.memory import Memory
from dateline.publishing.segments import SegmentWriter

ARTICLE = "articles/2020-07-18-raid.md"


def run(*arguments: str) -> Result:
    """Run the command line."""
    done = CliRunner().invoke(main, arguments)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def write(path: str, text: str) -> None:
    """Save a file of the content folder in the working folder."""
    file = Path("content") / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def person(slug: str, name: str, *aliases: str) -> None:
    """Save a person's file."""
    write(f"people/{slug}.md", f"---\nname: {name}\naliases: [{', '.join(aliases)}]\n---\n")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a site of one article."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")  # 2026-11-21
    person("ana", "Ana Ruiz", "La Jefa")
    write(ARTICLE, "---\ntitle: A raid\n---\nLa Jefa left Guadalajara, and Ana Ruiz came.\n")
    return tmp_path


def share() -> None:
    """Add somebody with the same alias but for an accent."""
    person("eva", "Eva Flores", "La Jéfa")


def test_advice_never_counts(here: Path) -> None:
    """It is told under the heads of its reports; the exit code stays 0."""
    share()
    write(ARTICLE, "---\ntitle: A raid\n---\nLa Jefa left.\n")
    done = run("check")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "names that may mean two or more: 1"
    assert lines[1].startswith(f"  content/{ARTICLE}:4:1: name-ambiguous: 'La Jefa' may mean people/ana (Ana Ruiz) or ")
    assert lines[-1] == "no problems"
    assert run("check", "--quiet").output == ""
    assert here.exists()


def test_each_report_is_cut_at_the_limit(here: Path) -> None:
    """And says how many are left; 0 is no limit."""
    for number in range(15):
        person(f"p{number}", f"Person{'abcdefghijklmno'[number] * 4} Nobody")
    text = run("check").stdout
    assert "entities that no article mentions: 15\n" in text
    assert "  … and 5 more\n" in text
    assert text.count("entity-unmentioned") == 10
    assert run("check", "--limit", "0").stdout.count("entity-unmentioned") == 15
    assert run("check", "--limit", "3", "--format", "github").stdout.count("entity-unmentioned") == 3
    told = json.loads(run("check", "--limit", "3", "--format", "json").stdout)
    report = next(each for each in told["reports"] if each["code"] == "entity-unmentioned")
    assert (report["total"], len(report["advice"])) == (15, 3)
    assert here.exists()


def test_the_first_build_has_nothing_to_compare_with(here: Path) -> None:
    """The second has, and says nothing where nothing changed."""
    assert json.loads(run("check", "--format", "json").stdout)["changes"] is None
    assert "links since" not in run("build").stdout
    assert "links since" not in run("build").stdout
    assert json.loads(run("check", "--format", "json").stdout)["changes"] == []
    assert here.exists()


def test_a_build_tells_which_links_changed(here: Path) -> None:
    """In one line; with --verbose, and in a check, each with its place."""
    run("build")
    write("places/guadalajara.md", "---\nname: Guadalajara\n---\n")
    place = f"  content/{ARTICLE}:4:14: 'Guadalajara' now links to places/guadalajara\n"
    assert f"links since the last build: 1 new\n{place}" in run("check").stdout
    (change,) = json.loads(run("check", "--format", "json").stdout)["changes"]
    assert change == {
        "became": "new", "path": f"content/{ARTICLE}", "line": 4, "column": 14, "surface": "Guadalajara",
        "entity": "places/guadalajara", "before": None, "candidates": ["places/guadalajara"],
    }  # fmt: skip
    quiet = run("build").stdout
    assert "links since the last build: 1 new\n" in quiet
    assert place not in quiet
    (here / "content/places/guadalajara.md").unlink()
    assert "links since the last build: 1 gone\n" in run("check", "--limit", "1").stdout
    assert (
        f"  content/{ARTICLE}:4:14: 'Guadalajara' no longer links to places/guadalajara\n" in run("build", "-v").stdout
    )


def test_a_link_that_becomes_ambiguous_is_told(here: Path) -> None:
    """Registering somebody can do that."""
    write(ARTICLE, "---\ntitle: A raid\n---\nLa Jefa left.\n")
    run("build")
    share()
    assert "links since the last build: 1 now ambiguous\n" in run("build").stdout
    assert here.exists()


def test_more_changes_than_the_limit_are_counted(here: Path) -> None:
    """As in every report."""
    run("build")
    person("ana", "Ana Gone")
    write("places/guadalajara.md", "---\nname: Guadalajara\n---\n")
    told = run("check", "--limit", "1").stdout
    assert "links since the last build: 1 new, 1 gone\n" in told
    assert told.count(" links to ") == 1
    assert "  … and 1 more\n" in told
    assert here.exists()


def test_a_build_that_fails_is_not_remembered(here: Path) -> None:
    """The next one is compared with the last that was written."""
    run("build")
    write("places/guadalajara.md", "---\nname: Guadalajara\n---\n")
    write("articles/broken.md", "---\ntitle: X\ndate: 18 Jully 2020\n---\n\nOne.\n")
    assert run("build").exit_code == 1
    (here / "content/articles/broken.md").unlink()
    assert "links since the last build: 1 new\n" in run("build").stdout


def test_nothing_is_remembered_without_a_cache(here: Path, own_cache: Path) -> None:
    """Nor asked for."""
    run("build", "--no-cache")
    assert list(own_cache.rglob("*")) == []
    run("build", "--cache", "elsewhere")
    assert len(list((here / "elsewhere/sites").iterdir())) == 1
    write("places/guadalajara.md", "---\nname: Guadalajara\n---\n")
    assert "links since" not in run("check", "--no-cache").stdout
    assert "links since" not in run("check").stdout
    assert "links since" in run("check", "--cache", "elsewhere").stdout


@pytest.mark.parametrize("data", [b"", b"\x1f\x8b broken", None], ids=["empty", "broken", "gone"])
def test_a_broken_or_missing_memory_costs_nothing_but_the_diff(here: Path, own_cache: Path, data: bytes | None) -> None:
    """The build writes the same site, and remembers anew."""
    run("build")
    kept = [path for path in own_cache.rglob("*") if path.is_file()]
    assert "state.bin" in {path.name for path in kept}
    if data is None:
        shutil.rmtree(own_cache)
    else:
        for path in kept:
            path.write_bytes(data)
    site = (here / "site/index.html").read_bytes()
    done = run("build")
    assert (done.exit_code, done.stderr) == (0, "")
    assert (here / "site/index.html").read_bytes() == site
    write("places/guadalajara.md", "---\nname: Guadalajara\n---\n")
    assert "links since the last build: 1 new\n" in run("build").stdout


def test_a_memory_that_is_no_ledger_is_as_none(here: Path) -> None:
    """Though it is as it was kept."""
    from_another = here / "cache"
    run("build", "--cache", str(from_another))
    memory = Memory.of(Path("content"), Path("site"), from_another)
    state = memory.recall()
    assert state is not None
    with SegmentWriter(memory.folder) as writer:
        kept = state.articles[ARTICLE]
        garbled = replace(kept, trace=replace(kept.trace, ledger=writer.append(b"no ledger\n")))
    memory.keep(replace(state, articles={ARTICLE: garbled}))
    assert b"no ledger" in (memory.recall_ledger() or b"")
    done = run("check", "--format", "json", "--cache", str(from_another))
    assert done.exit_code == 0
    assert json.loads(done.stdout)["changes"] is None


def test_annotations_are_escaped() -> None:
    """As GitHub's workflow commands want it: colons and commas too in properties."""
    problem = Problem(Code.LINK_DEAD, "100% of\r\nit: gone, all", Location("content/a,b: 5%.md", 3, 7), "mend it")
    assert annotate(problem) == (
        "::error file=content/a%2Cb%3A 5%25.md,line=3,col=7,title=link-dead::100%25 of%0D%0Ait: gone, all; mend it"
    )


@pytest.mark.parametrize(
    ("severity", "command"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTICE, "notice")]
)
def test_each_severity_has_its_command(severity: Severity, command: str) -> None:
    """And a place that is not known is left out."""
    problem = Problem(Code.LINK_DEAD, "gone", Location("content/a.md"), "", severity)
    assert annotate(problem) == f"::{command} file=content/a.md,title=link-dead::gone"


def test_advice_is_a_notice() -> None:
    """It never fails a check on a pull request."""
    advice = Advice(AdviceCode.NAME_UNUSED, "no article uses it", Location("content/a.md", 2, 1), "look")
    assert annotate(advice) == "::notice file=content/a.md,line=2,col=1,title=name-unused::no article uses it; look"


def test_annotations_of_a_check_stand_alone(here: Path) -> None:
    """Nothing but them is printed, and the exit code is that of a check."""
    share()
    write(ARTICLE, "---\ntitle: A raid\ndate: 18 Jully 2020\n---\nLa Jefa left.\n")
    done = run("check", "--format", "github", "--verbose")
    assert done.exit_code == 1
    assert done.stderr == ""
    first, *rest = done.stdout.splitlines()
    assert first.startswith(f"::error file=content/{ARTICLE},line=3,col=7,title=date-unreadable::")
    assert all(line.startswith("::notice ") for line in rest)
    assert here.exists()


def test_problems_as_json(here: Path) -> None:
    """With their severity."""
    write(ARTICLE, "---\ntitle: A raid\ndate: 18 Jully 2020\n---\nLa Jefa left.\n")
    done = run("check", "--format", "json")
    assert done.exit_code == 1
    (problem,) = json.loads(done.stdout)["problems"]
    assert problem["code"] == "date-unreadable"
    assert problem["severity"] == "error"
    assert (problem["path"], problem["line"], problem["column"]) == (f"content/{ARTICLE}", 3, 7)
    assert here.exists()
