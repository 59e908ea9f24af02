"""Hold what became of a build."""

from dateline.linking.changes import Change
from dateline.model.dataclass import dataclass
from dateline.model.problem import Problem
from dateline.model.source import Summary
from dateline.publishing.writing import Written


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a build."""

    problems: tuple[Problem, ...]
    summary: Summary
    written: Written | None
    """None where an error kept everything as it was."""
    changes: tuple[Change, ...] | None
    """What changed among the links since the last build; None where none is remembered, or nothing was written."""
