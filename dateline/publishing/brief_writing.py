"""Put a few new files into an output folder that stands as the last build left it, and list them there."""

import json
import os
import secrets
import shutil
import time
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path

from dateline.model.dataclass import dataclass
from dateline.publishing.keeping import LostError
from dateline.publishing.kept import KeptOutput
from dateline.publishing.manifest import MANIFEST, Manifest, temporary_name, write_manifest
from dateline.publishing.staging import Staged
from dateline.publishing.whole_files import replace_file
from dateline.publishing.writing import date_back, is_lasting


@dataclass(slots=True)
class BriefWriting:
    """A writing into a folder in which no output comes or goes."""

    output: Path
    digests: Mapping[str, str]
    """Of every output, by path."""
    manifest: tuple[int, int]
    """Size of the list, and when it was last changed, in nanoseconds."""
    staging: Path = field(init=False)
    """Where files wait for their place."""

    def __post_init__(self) -> None:
        self.staging = self.output / temporary_name(secrets.token_hex(8))

    def commit(self, staged: Iterable[Staged], pages: Iterable[str]) -> Mapping[str, KeptOutput]:
        """Put what was staged into place, and return it as it stands.

        `pages` are those of the outputs that are made from templates. Raises OSError; LostError, before anything of
        the site is touched, where the list of outputs is another than is known.
        """
        new = [each for each in staged if each.temporary]
        if not new:
            return {}
        listed = _list_anew((self.output / MANIFEST).read_bytes(), self.digests, new)
        # A build that is killed leaves a list of all that may be its own: nothing is orphaned.
        coming = Manifest({each.path: frozenset({each.digest}) for each in new}, complete=False)
        replace_file(self.staging / MANIFEST, write_manifest(coming))
        made = set(pages)
        outputs = {each.path: self._place(each, is_page=each.path in made) for each in new}
        replace_file(self.output / MANIFEST, listed)
        status = (self.output / MANIFEST).lstat()
        self.manifest = (status.st_size, status.st_mtime_ns)
        return outputs

    def _place(self, each: Staged, *, is_page: bool) -> KeptOutput:
        before = time.time_ns()
        changed = date_back(each, before).mtime_ns
        os.replace(each.temporary, self.output / each.path)  # noqa: PTH105 - a text, as it was handed on
        known = (each.size, changed) if is_lasting(changed, before) else (-1, 0)
        return KeptOutput(b"", each.digest, *known, is_page)

    def abandon(self) -> None:
        """Leave nothing behind that still waits."""
        shutil.rmtree(self.staging, ignore_errors=True)


def _list_anew(data: bytes, digests: Mapping[str, str], new: Iterable[Staged]) -> bytes:
    """The list of outputs with the digests of new files. Raises LostError where it does not name each as it was."""
    for each in new:
        # As `write_manifest` has it.
        line = f'{json.dumps(each.path)}: ["{digests[each.path]}"]'.encode()
        if data.count(line) != 1:
            raise LostError
        data = data.replace(line, f'{json.dumps(each.path)}: ["{each.digest}"]'.encode())
    return data
