"""Turn the files of a content folder into the sources with a web address that their headers cite."""

import re
from pathlib import Path

from dateline.model.dataclass import dataclass
from dateline.model.problem import DatelineError, Location
from dateline.model.text import Place
from dateline.publishing.headers import read_header
from dateline.publishing.sources import MARKDOWN, find_content
from dateline.reading.cited_addresses import cited_addresses

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source with a web address, and the file that cites it."""

    url: str
    is_archived: bool
    """Whether the file names a copy of it."""
    day: str
    """The day on which the author read it, as archives want it: `20220803`; empty: not told to the day."""
    file: Path
    location: Location

    @property
    def place(self) -> Place:
        """Where in the file the address stands."""
        return Place(self.location.line, self.location.column)


def find_cited_sources(content: Path) -> list[CitedSource]:
    """Return every source with a web address, by file and place; files that cannot be read have none.

    `check` tells of such files. Raises DatelineError where there is no content folder.
    """
    found = find_content(content)
    sources: list[CitedSource] = []
    for path, text in sorted(found.texts.items()):
        if Path(path).suffix.lower() in MARKDOWN:
            sources += _read_file(Path(text.file), f"{found.folder}/{path}")
    return sources


def _read_file(file: Path, name: str) -> list[CitedSource]:
    try:
        header, _ = read_header(file.read_bytes())
    except ValueError:
        return []
    except OSError as error:
        raise DatelineError(f"cannot read '{name}': {error.strerror}") from error
    return [
        CitedSource(each.url, each.is_archived, _day(each.accessed), file, Location.at(name, each.place))
        for each in cited_addresses(header)
    ]


def _day(accessed: str) -> str:
    match = _DAY.fullmatch(accessed)
    return "".join(match.groups()) if match else ""
