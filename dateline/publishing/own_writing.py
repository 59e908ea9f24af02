"""Put a few new files into an output folder that is nobody else's: the preview's, between two looks at all of it."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.publishing.staging import Staged
from dateline.publishing.writing import FileStamp, Written


@dataclass(frozen=True, slots=True)
class OwnWriting:
    """A writing into a folder in which every file is as the last build left it, and no page comes or goes."""

    output: Path
    staging: Path
    """Where files wait for their place."""
    known: Mapping[str, FileStamp]
    """Every output, by path."""

    def digest_there(self, path: str) -> str | None:
        """Return the digest of the file that stands at a path."""
        found = self.known.get(path)
        return found.digest if found else None

    def commit(self, staged: Iterable[Staged], unchanged: Mapping[str, str]) -> Written:
        """Put what was staged into place. `unchanged` are the other outputs, with their digests. Raises OSError."""
        new = [each for each in staged if each.temporary]
        for each in new:
            os.replace(each.temporary, self.output / each.path)  # noqa: PTH105 - a text, as it was handed on
        stamps = {**self.known, **{each.path: FileStamp(each.digest, each.size, each.mtime_ns) for each in new}}
        return Written(tuple(sorted(each.path for each in new)), len(unchanged), (), stamps)

    def abandon(self) -> None:
        """Leave the output folder as it is: what waits will be replaced by what waits next."""
