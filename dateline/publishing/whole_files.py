"""Turn bytes into a file that is there whole or not at all."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.publishing.manifest import temporary_name


def replace_file(file: Path, data: bytes) -> None:
    """Write a file, in place of the one before, under a temporary name in its folder that is then changed.

    Raises OSError, and then leaves the file as it was.
    """
    with place_file(file) as temporary, temporary.open("xb") as opened:
        opened.write(data)


@contextmanager
def place_file(file: Path) -> Iterator[Path]:
    """Give a name in the folder of a file to write to; in the end what is there takes the file's place.

    What is raised meanwhile leaves the file as it was. Raises OSError.
    """
    temporary = file.with_name(temporary_name(secrets.token_hex(8)))
    try:
        yield temporary
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
