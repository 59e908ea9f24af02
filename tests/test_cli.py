"""The command line: what it prints, what it writes, how it ends."""

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from dateline import __version__
from dateline.cli import Commands, main
from dateline.cli.telling import Teller

GOOD = "---\ntitle: Shootout\ndate: 2020-07-18\n---\n\nOne.\n"
BROKEN = "---\ntitle: Shootout\ndate: 18 Jully 2020\n---\n\nOne.\n"
ROOT = Path(__file__).parents[1]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a site of one article."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1606000000")  # 2020-11-21T23:06:40Z
    write(tmp_path, GOOD)
    return tmp_path


def write(folder: Path, text: str, name: str = "2020-07-18-shootout.md") -> None:
    """Save an article."""
    (folder / "content/articles").mkdir(parents=True, exist_ok=True)
    (folder / "content/articles" / name).write_text(text, encoding="utf-8")


def run(*arguments: str, color: bool = False) -> Result:
    """Run the command line."""
    return CliRunner().invoke(main, arguments, color=color)


@pytest.mark.parametrize("arguments", [(), ("build",), ("--strict",), ("build", "--strict")])
def test_the_site_is_built_where_no_command_is_named(here: Path, arguments: tuple[str, ...]) -> None:
    """What was built and written is told in two lines."""
    result = run(*arguments)
    first, second = result.stdout.splitlines()
    assert first.startswith("1 article, 0 events, 0 entities, 0 mentions, ")
    assert first.endswith(" s")
    assert second.startswith("site/: ")
    assert second.endswith(" files written, 0 unchanged, 0 removed")
    assert result.stderr == ""
    assert result.exit_code == 0
    assert (here / "site/articles/shootout/index.html").exists()


def test_a_second_build_writes_nothing(here: Path) -> None:
    """And says so."""
    run()
    assert "site/: 0 files written, " in run().stdout
    assert (here / "site").exists()


@pytest.mark.parametrize("arguments", [("--jobs", "2"), ("--jobs", "1"), ("--no-cache",), ("--cache", "here")])
def test_neither_memory_nor_processes_show_in_a_site(here: Path, arguments: tuple[str, ...]) -> None:
    """What was written before is as this build would write it."""
    run()
    result = run("build", *arguments)
    assert "site/: 0 files written, " in result.stdout
    assert (here / "here").exists() == ("here" in arguments)


def test_some_process_has_to_do_the_work(here: Path) -> None:
    """None is no number of processes."""
    assert run("build", "--jobs", "0").exit_code == 2
    assert not (here / "site").exists()


def test_an_error_leaves_the_site_as_it_was(here: Path) -> None:
    """It is told with its place and a remedy; the exit code is 1."""
    run()
    before = (here / "site/articles/shootout/index.html").read_bytes()
    write(here, BROKEN)
    result = run()
    first, second = result.stderr.splitlines()
    assert first.startswith("content/articles/2020-07-18-shootout.md:3:7: date-unreadable: ")
    assert second == "dateline: site/ left as it was: 1 error"
    assert result.stdout == ""
    assert result.exit_code == 1
    assert (here / "site/articles/shootout/index.html").read_bytes() == before


def test_a_warning_counts_where_strictness_is_asked_for(here: Path) -> None:
    """The site is written all the same."""
    write(here, GOOD, "a\x07.md")
    assert run().exit_code == 0
    result = run("--strict")
    assert result.exit_code == 1
    assert "encoding-invalid" in result.stderr
    assert result.stdout.endswith("1 warning\n")
    assert run("check").exit_code == 1


def test_a_notice_never_counts(here: Path) -> None:
    """It is told, and no more."""
    (here / "content/link.md").symlink_to(here)
    result = run("--strict")
    assert result.exit_code == 0
    assert "symlink-ignored" in result.stderr
    assert result.stdout.endswith("1 notice\n")


def test_check_writes_nothing(here: Path) -> None:
    """It tells what is wrong, or that nothing is."""
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout.endswith("no problems\n")
    write(here, BROKEN)
    result = run("check")
    assert result.exit_code == 1
    assert "date-unreadable" in result.stderr
    assert result.stdout.endswith("1 error\n")
    assert [path.name for path in here.iterdir()] == ["content"]


def test_quiet_tells_problems_only(here: Path) -> None:
    """A good build is silent."""
    assert run("--quiet").output == ""
    write(here, BROKEN)
    assert "date-unreadable" in run("-q").stderr


def test_verbose_tells_stages_and_files(here: Path) -> None:
    """Each stage with its time, each file that was written or removed."""
    told = run("--verbose").stdout
    assert "\nread: 0." in told
    assert "\nwrote articles/shootout/index.html\n" in told
    write(here, GOOD, "2020-07-18-other.md")
    run()
    (here / "content/articles/2020-07-18-other.md").unlink()
    assert "\nremoved articles/other/index.html\n" in run("-v").stdout


def test_drafts_and_articles_of_tomorrow_are_left_out_unless_asked_for(here: Path) -> None:
    """Today is the day in the site's zone."""
    write(here, GOOD.replace("date: 2020-07-18", "date: 2020-07-18\ndraft: true"), "draft.md")
    write(here, GOOD.replace("2020-07-18", "2020-11-22"), "future.md")
    assert run().stdout.startswith("1 article, ")
    assert run("--drafts", "--future").stdout.startswith("3 articles, ")
    (here / "content/site.toml").write_text('timezone = "Asia/Tokyo"\n', encoding="utf-8")
    assert run().stdout.startswith("2 articles, ")


def test_the_base_url_can_be_given(here: Path) -> None:
    """It overrides the settings."""
    run("--base-url", "https://example.org/x/")
    assert "https://example.org/x/" in (here / "site/sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("url", ["example.org", "/", "https://example.org/?a", "javascript:alert(1)"])
def test_a_base_url_that_is_no_address_of_a_site_is_refused(here: Path, url: str) -> None:
    """As it is in the settings; nothing is written."""
    result = run("--base-url", url)
    assert result.exit_code == 2
    assert f"'{url}' is not the address of a site; write one such as https://example.org/record/" in result.stderr
    assert not (here / "site").exists()


def test_an_empty_base_url_takes_back_that_of_the_settings(here: Path) -> None:
    """Then paths begin at the root of the site."""
    (here / "content/site.toml").write_text('base_url = "https://example.org/x/"\n', encoding="utf-8")
    run("--base-url", "")
    assert "example.org" not in (here / "site/sitemap.xml").read_text(encoding="utf-8")


def test_what_makes_going_on_meaningless_is_told_in_one_sentence(here: Path) -> None:
    """No traceback, exit code 1."""
    result = run("--content", "none")
    assert result.exit_code == 1
    assert result.stderr.startswith("dateline: there is no content folder 'none'; ")
    assert run("--output", "content/site").stderr.startswith("dateline: the output folder ")
    assert run("serve", "--output", "content").stderr.startswith("dateline: the output folder ")
    assert here.exists()


def test_our_own_faults_ask_to_be_reported() -> None:
    """Their traceback follows."""
    commands = Commands("dateline")
    commands.add_command(click.Command("build", callback=lambda: 1 // 0))
    result = CliRunner().invoke(commands, [])
    assert "please report it" in result.stderr
    assert isinstance(result.exception, ZeroDivisionError)


def test_a_long_build_shows_its_stage_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """After a second of silence; the line goes at the end."""
    quick = Teller(level=1, terminal=True)
    quick.begin("read")
    quick.end()
    assert capsys.readouterr().err == ""
    slow = Teller(level=1, terminal=True, started=-1000.0)
    slow.begin("render")
    assert capsys.readouterr().err.endswith("render …")
    slow.advance("render", 20, 60)
    assert capsys.readouterr().err == ""
    slow.drawn = 0.0
    slow.advance("render", 30, 60)
    assert capsys.readouterr().err.endswith("render ━━━━━━━━━━━━━━━─────────────── 30 of 60")
    slow.end()
    assert capsys.readouterr().err.startswith("\r")
    for other in (Teller(level=1, terminal=False, started=-1000.0), Teller(level=0, terminal=True, started=-1000.0)):
        other.begin("render")
        other.end()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("arguments", [("typo",), ("build", "--typo"), ("build", "typo"), ("new", "ship", "X")])
def test_a_wrong_command_line_ends_with_2(arguments: tuple[str, ...]) -> None:
    """With a word on what is right."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.stderr


def test_new_begins_a_file_that_is_there_only_once(here: Path) -> None:
    """Its path is printed; what is there already stays."""
    result = run("new", "article", "Gunmen fire: on the guard")
    assert result.stdout == "content/articles/2020-11-21-gunmen-fire-on-the-guard.md\n"
    assert (
        (here / result.stdout.strip())
        .read_text(encoding="utf-8")
        .startswith('---\ntitle: "Gunmen fire: on the guard"\n')
    )
    again = run("new", "article", "Gunmen fire: on the guard")
    assert again.exit_code == 1
    assert "is there already" in again.stderr


def test_what_new_begins_can_be_built(here: Path) -> None:
    """Without a problem: an article as a draft, and one of each kind of entity."""
    for kind in ("article", "person", "group", "place"):
        assert run("new", kind, f"A {kind}").exit_code == 0
    result = run("--strict", "--drafts")
    assert result.stderr == ""
    assert result.stdout.startswith("2 articles, 0 events, 3 entities, ")
    assert here.exists()


def test_colour_is_for_terminals_and_for_those_who_want_it(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR switches it off."""
    write(here, BROKEN)
    assert "\x1b[31m" in run(color=True).stderr
    assert "\x1b" not in run().stderr
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run(color=True).stderr


def test_content_does_not_command_the_terminal(here: Path) -> None:
    """Control characters are spelt out."""
    write(here, BROKEN.replace("18 Jully", "18 \x1b]0;owned\x07 Jully"))
    assert "\x1b" not in run().stderr


@pytest.mark.parametrize("command", ["build", "check", "new", "serve"])
def test_every_command_is_taught_by_an_example(command: str) -> None:
    """At the end of its help."""
    help_text = run(command, "--help").stdout
    assert f"Examples:\n    dateline {command}" in help_text


def test_the_version_is_told() -> None:
    """The one of the package."""
    assert run("--version").stdout == f"dateline, version {__version__}\n"


@pytest.mark.parametrize("command", [["build.py"], ["-m", "dateline"]])
def test_the_scripts_are_the_same_command(here: Path, command: list[str]) -> None:
    """Run from the root of the repository, or anywhere as a module."""
    arguments = ["--content", str(here / "content"), "--output", str(here / "site"), "--strict"]
    done = subprocess.run([sys.executable, *command, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (here / "site/index.html").exists()


def test_a_reader_that_goes_away_is_no_fault(here: Path) -> None:
    """`dateline --verbose | head -1` ends without a traceback."""
    command = f"{sys.executable} -m dateline --verbose --content {here}/content --output {here}/site | true"
    done = subprocess.run(["sh", "-c", command], cwd=here, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
