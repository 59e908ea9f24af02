"""The command `why`: golden cases of a folder of content, what is asked, and what is told."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.golden import Case, read_cases

from dateline.cli import main

_CASES = [case for file in sorted((Path(__file__).parent / "why").glob("*.md")) for case in read_cases(file)]
_BY_TITLE = {case.title: case for case in _CASES}


def ask(case: Case, folder: Path, *more: str) -> tuple[str, int]:
    """Write the content of a case, ask, and return what was printed and the exit code."""
    for path, data in case.files.items():
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    done = CliRunner().invoke(main, ["why", *case.expected["ask"].splitlines(), *more])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.output, done.exit_code


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")  # 2026-11-21
    return tmp_path


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in _CASES])
def test_why(case: Case, here: Path) -> None:
    """Every question gets the answer that it says, and nothing is written."""
    printed, code = ask(case, here)
    assert f"{printed}exit code {code}\n" == case.expected["told"]
    assert [path.name for path in here.iterdir()] == ["content"]


def test_words_as_json(here: Path) -> None:
    """The same, for programs."""
    printed, code = ask(_BY_TITLE["A shared name"], here, "--format", "json")
    told = json.loads(printed)
    assert code == 0
    assert told["path"] == "content/articles/2020-07-18-raid.md"
    first = told["occurrences"][0]
    assert first["location"] == {"path": told["path"], "line": 5, "column": 1}
    assert (first["rule"], first["decision"], first["candidates"]) == (
        "shared-name",
        "ambiguous",
        ["people/ana", "people/eva"],
    )
    assert first["remedies"][0]["line"] == "entities: {La Jefa: people/ana}"


def test_an_entity_as_json(here: Path) -> None:
    """A list, since two entities may have one name."""
    printed, code = ask(_BY_TITLE["An entity"], here, "--format", "json")
    (told,) = json.loads(printed)
    assert code == 0
    assert told["entity"] == "people/mencho"
    assert told["rules"] == [["name", 1], ["surname", 1]]
    assert told["unused"] == ["El Mencho"]
