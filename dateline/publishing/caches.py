"""Say where what is remembered of a site is kept: a folder in the user's cache folder, or in another one."""

import hashlib
from pathlib import Path

from platformdirs import user_cache_path


def memory_folder(content: Path, output: Path, cache: Path | None = None) -> Path:
    """Return the folder of what is remembered of the site that is built from one folder into another.

    It is in the folder `cache`, or in the user's own cache folder; nobody has made it yet.
    """
    name = hashlib.sha256(f"{content.resolve()}\0{output.resolve()}".encode("utf-8", "surrogatepass")).hexdigest()
    return (cache or user_cache_path("dateline", appauthor=False)) / "sites" / name
