"""Hold what the command line asks for."""

from pathlib import Path

from dateline.model.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asks for."""

    content: Path
    templates: Path | None = None
    """None: the folder `templates` beside the content folder, where there is one."""
    base_url: str | None = None
    drafts: bool = False
    future: bool = False
    preview: bool = False
    offline: bool = False
    full_text: bool = False
