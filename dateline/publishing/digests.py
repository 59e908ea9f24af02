"""Turn the files that articles cite into their digests, so that a reader can tell whether a copy is the one cited."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from dateline.indexes.records import ArticleRecord
from dateline.indexes.sources import cited_files
from dateline.model.problem import DatelineError
from dateline.publishing.kept import KeptDigest
from dateline.publishing.looking import is_settled
from dateline.publishing.media import clean_copy
from dateline.publishing.sources import FoundFile


def digest_file(file: Path) -> str:
    """Return the SHA-256 (FIPS 180-4) of a file in hexadecimal: of a picture, as it is published.

    Raises DatelineError where it cannot be read.
    """
    cleaned = clean_copy(file)
    if cleaned is not None:
        return hashlib.sha256(cleaned).hexdigest()
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        raise DatelineError(f"cannot read '{file}': {error.strerror or error}") from error


def digest_cited(
    articles: Iterable[ArticleRecord], found: Mapping[str, FoundFile], before: Mapping[str, KeptDigest], now: int
) -> Mapping[str, KeptDigest]:
    """Return the digest of each file that these articles cite and that was found, by path.

    What was digested `before` is not read again where its size and time are as they were; `now` is the present moment,
    in nanoseconds of the file system's clock. Raises DatelineError.
    """
    cited = sorted(path for path in cited_files(articles) if path in found)
    return {path: _digest(found[path], before.get(path), now) for path in cited}


def _digest(file: FoundFile, before: KeptDigest | None, now: int) -> KeptDigest:
    if before and (before.size, before.changed) == (file.size, file.changed):
        return before
    changed = file.changed if is_settled(file.changed, now) else 0
    return KeptDigest(file.size, changed, digest_file(Path(file.file)))
