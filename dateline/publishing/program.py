"""Turn Dateline's own files into a name of the program: what another program remembers is not believed."""

import os
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

from dateline import __version__

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def program() -> str:
    """Return the version and a digest of the Python files of Dateline, as they were when first asked for.

    A version alone is not enough: who installs from a repository, or works on Dateline, has many programs of one
    version. Where files cannot be read (in a zip, say) the version stands alone.
    """
    return name_program(_PACKAGE, __version__)


def name_program(package: Path, version: str) -> str:
    """Return this version and a digest of the Python files in a folder: their paths in it and what they hold."""
    digest = blake2b(digest_size=16)
    try:
        for path in _python_files(str(package)):
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - twice as fast, and every build does it
                content = file.read()
            digest.update(f"{os.path.relpath(path, package)}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
            digest.update(content)
    except OSError:
        return version
    return f"{version}+{digest.hexdigest()}"


def _python_files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            yield from _python_files(entry.path) if entry.name != "__pycache__" else ()
        elif entry.name.endswith(".py"):
            yield entry.path
