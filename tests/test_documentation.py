"""The documentation says what the program does, no less and no more."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from dateline.cli import COMMANDS, main
from dateline.model.problem import Code

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def read(name: str) -> str:
    """Read a page of the documentation."""
    return (DOCS / name).read_text(encoding="utf-8")


def section(page: str, heading: str) -> str:
    """Return what stands below a heading, up to the next one of its rank."""
    rank = heading.split(" ")[0]
    _, found, rest = page.partition(f"\n{heading}\n")
    assert found, f"there is no section '{heading}'"
    return rest.split(f"\n{rank} ")[0]


def options(command: click.Command) -> Iterator[str]:
    """Return the names of a command's options, without that of its help."""
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield from parameter.opts


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_described(name: str) -> None:
    """In its own section of docs/cli.md; and nothing is described that there is not."""
    command = main.get_command(click.Context(main), name)
    assert command
    text = section(read("cli.md"), f"## `dateline {name}`")
    assert set(re.findall(r"`(--?[a-z][a-z-]*)", text)) == set(options(command))


def test_no_command_is_described_that_there_is_not() -> None:
    """Headings and commands are the same."""
    assert set(re.findall(r"\n## `dateline (\w+)`\n", read("cli.md"))) == set(COMMANDS)


def test_every_problem_has_its_section() -> None:
    """Each code of a problem is a heading of docs/problems.md, and each heading a code."""
    headings = set(re.findall(r"^## (\S+)$", read("problems.md"), re.MULTILINE))
    assert headings == {code.value for code in Code}


def test_every_dependency_has_its_reason() -> None:
    """Each one in pyproject.toml stands in docs/dependencies.md, and the other way round."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    for extra in project["project"]["optional-dependencies"].values():
        needed += extra
    names = {re.split(r"[<>=\[;]", requirement)[0] for requirement in needed}
    assert set(re.findall(r"^- \*\*(.+?)\*\*", read("dependencies.md"), re.MULTILINE)) == names


@pytest.mark.parametrize("page", sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")]), ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    """A page that is named is there, and so is the heading."""
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\((?!https?:|mailto:)([^)\s]+)\)", text):
        path, _, anchor = target.partition("#")
        file = page.parent / path if path else page
        assert file.exists(), target
        assert not anchor or anchor in anchors(file.read_text(encoding="utf-8")), target


def anchors(text: str) -> set[str]:
    """Return the anchors that GitHub gives to the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def readme_commands() -> list[str]:
    """Return the lines of the README's shell blocks, without their comments."""
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    return [line.partition("   #")[0].strip() for block in blocks for line in block.splitlines()]


def test_every_command_of_the_readme_is_one() -> None:
    """Targets of make, scripts, and commands and extras of ours: each is there."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    extras = set(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"])
    for line in readme_commands():
        for target in re.findall(r"^make (\w+)", line):
            assert target in targets, line
        for script in re.findall(r"\S+\.py\b", line):
            assert (ROOT / script).exists(), line
        for command in re.findall(r"build\.py (\w+)", line):
            assert command in COMMANDS, line
        for extra in re.findall(r"\.\[(.+?)\]", line):
            assert set(extra.split(",")) <= extras, line


def test_ci_runs_the_two_commands_of_the_readme() -> None:
    """What the README promises a newcomer is tried on a clean machine."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert [line for line in readme_commands() if line.startswith("make ")] == ["make site", "make test"]
    assert re.findall(r"make \w+", script) == ["make site", "make test"]
