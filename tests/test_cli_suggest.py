"""The command `suggest`: what it lists, what it writes, and which links it says that adds."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main
from dateline.cli.accepting import Choices, read_numbers
from dateline.linking.unregistered import suggest_names
from dateline.pipeline import Inspection
from dateline.publishing.site import inspect_from_disk
from dateline.publishing.wishes import Wish

FIRST = "They met Rosa Delgado in Tecate. The New Jalisco Cartel (CJNG) came to Tecate.\n"
SECOND = "They fear CJNG and Delgado. They saw Abigael Oceguera.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a site of two articles and one person."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1606000000")  # 2020-11-21T23:06:40Z
    monkeypatch.setenv("COLUMNS", "60")
    write(tmp_path, "articles/2020-07-18-first.md", f"---\ntitle: First\n---\n\n{FIRST}")
    write(tmp_path, "articles/2020-07-19-second.md", f"---\ntitle: Second\n---\n\n{SECOND}")
    write(tmp_path, "people/abigael-oseguera.md", "---\nname: Abigael Oseguera\n---\n")
    return tmp_path


def write(folder: Path, path: str, text: str) -> None:
    """Save a file of the content folder."""
    file = folder / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def run(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ("suggest", *arguments))


def inspect() -> Inspection:
    """Read and link the site."""
    return inspect_from_disk(Wish(Path("content")), lambda *_: None)


def converse(*answers: str) -> Choices:
    """Answer the questions about every suggestion of the site, then end."""
    inspection, left = inspect(), [*answers, ""]
    found = suggest_names(inspection.linked, inspection.content.registry)
    choices = Choices(inspection, Path("content"), inspect, dict(enumerate(found, 1)))
    choices.converse(lambda _: left.pop(0))
    return choices


@pytest.mark.usefixtures("here")
def test_names_are_listed_with_what_is_known_of_them() -> None:
    """The most frequent first, each with its first sentence, cut to the terminal."""
    result = run()
    assert result.stdout == (
        "   1  New Jalisco Cartel  group, 3 in 2 articles; also CJNG\n"
        "      The New Jalisco Cartel (CJNG) came to Tecate.\n"
        "   2  Tecate  place, 2 in 1 article\n"
        "      They met Rosa Delgado in Tecate.\n"
        "   3  Abigael Oceguera  person, 1 in 1 article; perhaps people/abigael-oseguera\n"
        "      They saw Abigael Oceguera.\n"
        "   4  Delgado  place, 1 in 1 article\n"
        "      They fear CJNG and Delgado.\n"
        "   5  Rosa Delgado  person, 1 in 1 article\n"
        "      They met Rosa Delgado in Tecate.\n"
        "5 names\n"
    )
    assert result.exit_code == 0


@pytest.mark.usefixtures("here")
def test_the_list_can_be_short_and_of_one_kind() -> None:
    """What is left out is told."""
    assert run("--limit", "1").stdout.endswith("5 names; 4 more with --limit 5\n")
    assert "   1  Tecate  place" in run("--kind", "place").stdout
    assert run("--kind", "ship").stdout == "no name that nobody has registered\n"


def test_a_long_sentence_is_cut_round_the_name(here: Path) -> None:
    """The name stays in sight."""
    write(here, "articles/2020-07-20-third.md", f"---\ntitle: T\n---\n\n{'word ' * 30}in Ensenada {'word ' * 20}.\n")
    line = run().stdout.split("Ensenada  place, 1 in 1 article\n")[1].splitlines()[0]
    assert line == "      … word word word word in Ensenada word word word word…"


@pytest.mark.usefixtures("here")
def test_the_list_as_json() -> None:
    """With everything that is known."""
    rows = json.loads(run("--format", "json").stdout)
    assert rows[0] == {
        "number": 1,
        "name": "New Jalisco Cartel",
        "kind": "group",
        "mentions": 3,
        "articles": ["first", "second"],
        "sentence": "The New Jalisco Cartel (CJNG) came to Tecate.",
        "aliases": ["CJNG"],
        "entity": None,
        "reason": "",
        "alike": None,
    }


def test_accepted_names_get_files_and_links(here: Path) -> None:
    """Each is told with the links that it adds, and is suggested no more."""
    result = run("--accept", "1", "--accept", "2,5-5")
    assert result.stdout == (
        "content/groups/new-jalisco-cartel.md: written\n"
        "content/places/tecate.md: written\n"
        "content/people/rosa-delgado.md: written\n"
        "  groups/new-jalisco-cartel: + 2 links in 2 articles: first (1), second (1)\n"
        "  places/tecate: + 1 link in 1 article: first (1)\n"
        "  people/rosa-delgado: + 1 link in 1 article: first (1)\n"
    )
    assert result.exit_code == 0
    file = here / "content/groups/new-jalisco-cartel.md"
    assert file.read_text("utf-8") == '---\nname: "New Jalisco Cartel"\naliases: ["CJNG"]\n---\n'
    assert "1  Abigael Oceguera" in run().stdout


def test_all_above_a_number(here: Path) -> None:
    """Without those that a person should look at first."""
    assert "tecate.md: written" in run("--all-above", "1").stdout
    run("--all-above", "0")
    assert sorted(file.name for file in (here / "content/people").iterdir()) == [
        "abigael-oseguera.md",
        "rosa-delgado.md",
    ]


def test_an_alias_goes_into_the_file_of_its_entity(here: Path) -> None:
    """Here the surname of somebody whom the article does not name in full."""
    run("--accept", "5")
    result = run("--accept", "4")
    assert result.stdout == (
        "content/people/rosa-delgado.md: alias 'Delgado'\n  people/rosa-delgado: + 1 link in 1 article: second (1)\n"
    )
    text = (here / "content/people/rosa-delgado.md").read_text("utf-8")
    assert text == '---\nname: "Rosa Delgado"\naliases: ["Delgado"]\n---\n'


def test_a_file_that_is_there_stays(here: Path) -> None:
    """It is told, the others are written, and the exit code is 1."""
    write(here, "places/tecate.md", "---\nname: Tecate Pueblo\n---\n")
    result = run("--accept", "1-2")
    assert "'content/places/tecate.md' is there already" in result.stderr
    assert "new-jalisco-cartel.md: written" in result.stdout
    assert result.exit_code == 1


@pytest.mark.usefixtures("here")
def test_numbers_that_are_none() -> None:
    """They are refused, and so is one that is not in the list."""
    assert run("--accept", "x").exit_code == 2
    assert "there is no number 99 in the list" in run("--accept", "1,99").stderr
    assert read_numbers(["1,3-5", "4"]) == (1, 3, 4, 5)


def test_a_conversation(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A kind is changed, one is left out, one accepted; an empty answer ends it."""
    choices = converse("k 2 group", "s 1", "2")
    assert (here / "content/groups/tecate.md").exists()
    assert sorted(choices.open) == [3, 4, 5]
    assert "+ 1 link in 1 article" in capsys.readouterr().out


def test_a_name_becomes_an_alias_of_the_one_that_it_is_like(here: Path) -> None:
    """`k 3 alias` says so."""
    converse("k 3 alias", "3")
    text = (here / "content/people/abigael-oseguera.md").read_text("utf-8")
    assert text == '---\nname: Abigael Oseguera\naliases: ["Abigael Oceguera"]\n---\n'


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("99", "there is no number 99 in the list"),
        ("s 99", "there is no number 99 in the list"),
        ("x", "'x' is no number"),
        ("k 2 ship", "'ship' is none of group, person, place, alias"),
        ("k 2 alias", "'Tecate' is like no name of the registry"),
    ],
)
def test_answers_that_make_no_sense(answer: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    """They are told, and change nothing."""
    assert len(converse(answer).open) == 5
    assert told in capsys.readouterr().err


def test_a_name_that_adds_no_link(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Is told so."""
    write(here, "site.toml", 'links = "none"\n')
    converse("2")
    assert "places/tecate: no link is added" in capsys.readouterr().out


def test_many_articles_are_not_all_told(here: Path) -> None:
    """The five with the most links are, and how many more there are."""
    for day in range(10, 17):
        write(here, f"articles/2020-06-{day}-a{day}.md", f"---\ntitle: A{day}\n---\n\nThey saw Ensenada.\n")
    told = run("--accept", "1").stdout
    assert "+ 7 links in 7 articles: a10 (1), a11 (1), a12 (1), a13 (1), a14 (1), 2 more" in told


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no terminals of this kind")
def test_at_a_terminal_it_asks(here: Path) -> None:
    """And an empty answer ends it."""
    controller, terminal = os.openpty()
    command = [sys.executable, "-m", "dateline", "suggest"]
    with subprocess.Popen(command, stdin=terminal, stdout=terminal, stderr=terminal, cwd=here) as running:
        os.write(controller, b"2\n\n")
        assert running.wait(timeout=60) == 0
    os.close(terminal)
    told = os.read(controller, 100_000).decode()
    os.close(controller)
    assert "Accept which?" in told
    assert (here / "content/places/tecate.md").exists()
