"""Put a few new files into an output folder that is nobody else's: the preview's, between two looks at all of it."""

import os
import secrets
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from dateline.model.dataclass import dataclass
from dateline.model.problem import DatelineError
from dateline.publishing.manifest import MANIFEST, Manifest, temporary_name, write_manifest
from dateline.publishing.staging import Staged
from dateline.publishing.whole_files import replace_file
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
        self.abandon()
        stamps = {**self.known, **{each.path: FileStamp(each.digest, each.size, each.mtime_ns) for each in new}}
        return Written(tuple(sorted(each.path for each in new)), len(unchanged), (), stamps)

    def abandon(self) -> None:
        """Leave the output folder as it is, without what still waits."""
        shutil.rmtree(self.staging, ignore_errors=True)


def open_own_writing(output: Path, known: Mapping[str, FileStamp]) -> OwnWriting:
    """Begin to write into the folder in which these outputs stand, and nothing else; nothing is written yet."""
    return OwnWriting(output, output / temporary_name(secrets.token_hex(8)), known)


def catch_up(output: Path, known: Mapping[str, FileStamp]) -> None:
    """List what stands in the folder, as own writings have left it: by that a writing knows what it may remove.

    Raises DatelineError.
    """
    listed = Manifest({path: frozenset({stamp.digest}) for path, stamp in known.items()})
    try:
        replace_file(output / MANIFEST, write_manifest(listed))
    except OSError as error:
        raise DatelineError(f"cannot write '{output / MANIFEST}': {error.strerror}") from error
