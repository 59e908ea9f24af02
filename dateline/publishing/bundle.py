"""Turn the site in an output folder into one zip, with a list of the SHA-256 of each of its files.

The list has the form of GNU coreutils, which `sha256sum --check` reads. The same site gives the same zip, to the byte:
files stand in the order of their paths, and have no time of their own.
"""

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.model.problem import DatelineError
from dateline.publishing.manifest import MANIFEST, digest_of, read_manifest
from dateline.publishing.whole_files import place_file

LIST = "manifest-sha256.txt"

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The first that a zip can tell (APPNOTE.TXT 4.4.6)."""
_UNIX = 3
_READABLE = 0o100644 << 16
"""A plain file, readable by everybody: where Unix keeps it in the external attributes."""


def write_bundle(output: Path, bundle: Path) -> int:
    """Write the zip of the files that builds wrote into `output`, in one folder of the zip's name; return their number.

    Raises DatelineError where a file is not as it was written, or the zip cannot be; the zip before stays then.
    """
    digests: dict[str, str] = {}
    try:
        bundle.parent.mkdir(parents=True, exist_ok=True)
        with place_file(bundle) as temporary, zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, data in _files(output):
                digests[path] = digest_of(data)
                archive.writestr(_entry(f"{bundle.stem}/{path}"), data)
            archive.writestr(_entry(f"{bundle.stem}/{LIST}"), write_list(digests.items()))
    except OSError as error:
        raise DatelineError(f"cannot write '{bundle}': {error.strerror or error}") from error
    return len(digests)


def write_list(digests: Iterable[tuple[str, str]]) -> bytes:
    """Return the list of digests, by path."""
    return "".join(f"{_line(path, digest)}\n" for path, digest in digests).encode()


def _line(path: str, digest: str) -> str:
    """A line; of a path with a line break in it, or a backslash, it begins with a backslash, as coreutils has it."""
    hidden = path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    return f"{'' if hidden == path else chr(92)}{digest}  {hidden}"


def _files(output: Path) -> Iterator[tuple[str, bytes]]:
    """Every file that was written, with its path, in the order of the paths."""
    manifest = read_manifest((output / MANIFEST).read_bytes())
    for path in sorted(manifest.files):
        data = (output / path).read_bytes()
        if not manifest.wrote(path, digest_of(data)):
            raise DatelineError(f"'{output / path}' is not as it was written; build the site again")
        yield path, data


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, _NO_TIME)
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, _UNIX, _READABLE
    return entry
