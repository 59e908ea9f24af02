"""Gather the problems of one file while it is read."""

from dateline.model.problem import Code, Location, Problem, Severity
from dateline.model.text import Place


class Findings:
    """What was found wrong in a file, in the order of reading. `file` is how problems name it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.references: list[str] = []
        """What the file calls entities by, in its header."""

    def add(
        self, code: Code, message: str, place: Place | None, hint: str = "", severity: Severity = Severity.ERROR
    ) -> None:
        """Note a problem at a place of the file, or with the whole file."""
        self.problems.append(Problem(code, message, self.locate(place), hint, severity))

    def locate(self, place: Place | None) -> Location:
        """Return the location of a place in the file, or of the whole file."""
        return Location.at(self.file, place) if place else Location(self.file)
