"""The lines that are printed for the faults of a content folder."""

from datetime import date
from pathlib import Path

import pytest
from support.golden import EMITTED_ELSEWHERE, Case, read_cases

from dateline.model.problem import Code
from dateline.model.source import Options, Sources
from dateline.reading.content import read_content

GOLDEN = Path(__file__).parent / "golden"
CASES = [*read_cases(GOLDEN / "problems.md"), *read_cases(GOLDEN / "relations.md")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_each_fault_prints_its_line(case: Case) -> None:
    """A content folder prints exactly the lines of its golden case."""
    _, problems = read_content(Sources(case.files), Options(date(2026, 1, 1), "0"))
    assert "".join(f"{problem}\n" for problem in problems) == case.expected["problems"]


def test_every_code_has_a_case() -> None:
    """Each code that reading can give occurs in a golden case."""
    printed = "".join(case.expected["problems"] for case in CASES)
    assert {code for code in Code if f": {code}: " not in printed} == EMITTED_ELSEWHERE
