"""Say how compiled templates may be kept from one build to the next: whoever touches the disk does it."""

from types import CodeType
from typing import Protocol


class Codes(Protocol):
    """Compiled templates, by a name of their own and a digest of what they are made from."""

    def find(self, name: str, digest: bytes) -> CodeType | None:
        """Return what was kept of a template, if it was made from the same."""

    def keep(self, name: str, digest: bytes, code: CodeType) -> None:
        """Keep a template, in place of what was kept under its name."""
