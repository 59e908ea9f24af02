"""Keep the ledger of the last build in the user's cache folder, to compare the next build with.

It is data, never code, and nothing rests on it: where it is missing or broken, the next build has nothing to compare.
"""

import contextlib
import gzip
import hashlib
import zlib
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from dateline.publishing.whole_files import replace_file

_FASTEST = 1
_LARGEST = 1 << 30  # bytes; no ledger is near it


@dataclass(frozen=True, slots=True)
class Memory:
    """Where the ledger of one site is kept."""

    file: Path

    @classmethod
    def of(cls, content: Path, output: Path, cache: Path | None = None) -> "Memory":
        """Return the memory of the site that is built from one folder into another.

        It is a file of the folder `cache`, or of the user's own cache folder.
        """
        name = hashlib.sha256(f"{content.resolve()}\0{output.resolve()}".encode("utf-8", "surrogatepass")).hexdigest()
        return cls((cache or user_cache_path("dateline", appauthor=False)) / "ledgers" / f"{name}.jsonl.gz")

    def recall(self) -> bytes | None:
        """Return the ledger of the last build; None where there is none, or none that can be read."""
        try:
            with gzip.open(self.file) as opened:
                ledger = opened.read(_LARGEST + 1)
        except (OSError, EOFError, zlib.error):
            return None
        return ledger if len(ledger) <= _LARGEST else None

    def keep(self, ledger: bytes) -> None:
        """Keep a ledger in place of the one before; where that cannot be, the next build has nothing to compare."""
        with contextlib.suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self.file, gzip.compress(ledger, _FASTEST, mtime=0))
