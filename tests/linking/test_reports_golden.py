"""The golden cases of reports: a folder of content, and the advice that it gets."""

from pathlib import Path

import pytest
from support.golden import Case, read_cases
from support.site import OPTIONS

from dateline.linking.reports import advise
from dateline.model.source import Sources
from dateline.pipeline import inspect_site

_CASES = [case for file in sorted((Path(__file__).parent / "reports").glob("*.md")) for case in read_cases(file)]


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in _CASES])
def test_reports(case: Case) -> None:
    """Every case gets the advice that it says, the heaviest report first."""
    inspection = inspect_site(Sources(case.files), OPTIONS)
    found = advise(inspection.content, inspection.linked)
    assert "".join(f"{item}\n" for _, advice in found for item in advice) == case.expected["advice"]
    assert all(item.code == report.code for report, advice in found for item in advice)
