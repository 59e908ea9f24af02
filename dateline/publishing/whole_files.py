"""Turn bytes into a file that is there whole or not at all."""

import secrets
from pathlib import Path

from dateline.publishing.manifest import temporary_name


def replace_file(file: Path, data: bytes) -> None:
    """Write a file, in place of the one before, under a temporary name in its folder that is then changed.

    Raises OSError, and then leaves the file as it was.
    """
    temporary = file.with_name(temporary_name(secrets.token_hex(8)))
    try:
        with temporary.open("xb") as opened:
            opened.write(data)
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
