"""The documents for authors tell of every problem and every key."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from support.golden import EMITTED_ELSEWHERE

from dateline.model.problem import Code
from dateline.model.settings import Kind, Settings

DOCS = Path(__file__).parents[2] / "docs"
PROBLEMS = (DOCS / "problems.md").read_text(encoding="utf-8")
CASES = Path(__file__).parent / "golden"
GOLDEN = "".join((CASES / name).read_text(encoding="utf-8") for name in ("problems.md", "relations.md"))


def test_every_problem_has_its_section() -> None:
    """docs/problems.md has a section for each code, in the order of the alphabet, and none for any other."""
    assert re.findall(r"^## (.+)$", PROBLEMS, re.MULTILINE) == sorted(Code)


@pytest.mark.parametrize("code", sorted(Code))
def test_every_section_shows_a_line_of_its_problem(code: Code) -> None:
    """Each section shows a printed line with its code."""
    section = PROBLEMS.partition(f"## {code}\n")[2].partition("\n## ")[0]
    assert re.search(rf"^```\n\S+: {code}: ", section, re.MULTILINE)


def test_the_lines_shown_are_lines_that_are_printed() -> None:
    """What the documents show of the problems of content is what the golden cases print, but for the file's name."""
    printed = {line.partition(": ")[2] for line in GOLDEN.splitlines()}
    shown = re.findall(r"^```\ncontent[^ ]*: (.+)$", PROBLEMS, re.MULTILINE)
    elsewhere = tuple(f"{code}: " for code in (*EMITTED_ELSEWHERE, Code.LINK_DEAD))
    assert [line for line in shown if not line.startswith(elsewhere) and line not in printed] == []


@pytest.mark.parametrize("key", [field.name for field in (*fields(Settings), *fields(Kind)) if field.name != "name"])
def test_every_setting_is_documented(key: str) -> None:
    """docs/authors/settings.md tells of each setting."""
    text = (DOCS / "authors" / "settings.md").read_text(encoding="utf-8")
    assert re.search(rf"^\| `{key}` \||^{key} = |`{key}`|^## `\[{key}\]`", text, re.MULTILINE)
