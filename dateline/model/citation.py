"""Hold what a claim rests on: a text, a film, a file, as the author cites it."""

from dateline.model.dataclass import dataclass
from dateline.model.date import HistoricalDate


@dataclass(frozen=True, slots=True)
class Citation:
    """What an article, an event or a relation rests on."""

    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    date: HistoricalDate | None = None
    url: str = ""
    archive: str = ""
    """The URL of an archived copy."""
    accessed: HistoricalDate | None = None
    """When the author read it at its URL."""
    note: str = ""
    archived: HistoricalDate | None = None
    """When the archived copy was made."""
    pages: str = ""
    """Which of its pages: `12–14`."""
    at: str = ""
    """Which minute of a film, which paragraph of a text: `00:03:15`."""
    language: str = ""
    """A BCP 47 tag; empty: not told."""
    file: str = ""
    """A file below the content folder, which is the source itself or a copy of it; empty: none."""
    is_published: bool = True
    """Whether that file is part of the site; if not, its digest alone is shown."""
    id: str = ""
    """What events and footnotes of the same article call it by; empty: nothing."""
