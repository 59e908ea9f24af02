"""Turn what a reader of headers finds wrong into a place of the file, a sentence and a remedy."""

from dateline.model.text import Place

Repeated = tuple[str, Place, Place]
"""A key that a header holds again, where, and where it stands first."""


class BrokenHeaderError(Exception):
    """A header cannot be read; `place` is where in the file, `hint` what helps."""

    def __init__(self, message: str, place: Place, hint: str) -> None:
        super().__init__(message)
        self.place = place
        self.hint = hint
