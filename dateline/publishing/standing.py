"""Turn the output folder as it stands into values: what is where, and what a former build says that it wrote there."""

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from dataclasses import field
from pathlib import Path

from dateline.model.dataclass import dataclass
from dateline.publishing.manifest import MANIFEST, Manifest, is_temporary, read_manifest
from dateline.publishing.status import Ask, asking_below

_MANY = 8  # folders in one folder, from which on it is listed


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands at the paths that were looked at and above them; paths with forward slashes, below the folder."""

    files: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Their size in bytes, and when they were last changed in nanoseconds."""
    folders: set[str] = field(default_factory=set)
    """The output folder itself is the empty path."""
    others: set[str] = field(default_factory=set)
    """Symbolic links, devices; nothing is read or written through one."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What former builds say that they wrote."""

    manifest: Manifest
    """As the last build to come to its end has left it."""
    ours: Manifest
    """With what builds may have put into place that were killed."""
    leftovers: tuple[str, ...]
    """Temporary files and folders of builds that were killed."""


def look_at(output: Path, paths: Collection[str]) -> Standing:
    """Look at these paths, and at the folders above them, once each. Raises OSError."""
    standing = Standing()
    if not output.exists():
        return standing
    standing.folders.add("")
    inside: dict[str, list[str]] = {}
    # A folder is sorted before what is in it: what is below a link, or a file, is never asked for.
    for folder in sorted(folders_above(paths)):
        inside.setdefault(folder.rpartition("/")[0], []).append(folder)
    with asking_below(output) as ask:
        for folder, folders in inside.items():
            if folder in standing.folders:
                _note_folders(standing, ask, output, folder, folders)
        _note(standing, ask, output, (path for path in paths if path.rpartition("/")[0] in standing.folders))
    return standing


def folders_above(paths: Iterable[str]) -> set[str]:
    """Return every folder above these paths, without the root."""
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def below(output: Path, folder: str, *, deep: bool = True) -> Iterator[tuple[str, bool]]:
    """Find what is in a folder, at any depth or in itself only, and whether it is a folder; links are not followed."""
    with os.scandir(f"{output}/{folder}") as entries:
        found = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    for name, is_folder in found:
        path = f"{folder}/{name}" if folder else name
        yield path, is_folder
        if is_folder and deep:
            yield from below(output, path)


def read_lists(output: Path) -> Listed:
    """Read what former builds have listed. Raises OSError."""
    if not output.exists():
        return Listed(Manifest(), Manifest(), ())
    manifest = ours = _manifest_in(output)
    # Earlier versions put temporary files beside the pages, and marked the list as incomplete meanwhile.
    leftovers = tuple(_leftovers(output, deep=not manifest.complete))
    for path in leftovers:
        left = _manifest_in(output / path)
        ours = ours.joined(left) if left.files else ours
    return Listed(manifest, ours, leftovers)


def _leftovers(output: Path, *, deep: bool) -> Iterator[str]:
    for path, _ in below(output, "", deep=deep):
        # A link of such a name is nobody's temporary file; what is in a temporary folder goes with it.
        if is_temporary(path) and not is_temporary(path.rpartition("/")[0]) and not (output / path).is_symlink():
            yield path


def _manifest_in(folder: Path) -> Manifest:
    file = folder / MANIFEST
    return read_manifest(file.read_bytes()) if file.is_file() and not file.is_symlink() else Manifest()


def _note_folders(standing: Standing, ask: Ask, output: Path, folder: str, folders: list[str]) -> None:
    # One listing tells all folders of a folder, where asking for each would cost as much as for its page.
    certain = _folders_in(f"{output}/{folder}") if len(folders) >= _MANY else frozenset()
    standing.folders.update(path for path in folders if path.rpartition("/")[2] in certain)
    _note(standing, ask, output, (path for path in folders if path not in standing.folders))


def _folders_in(folder: str) -> frozenset[str]:
    with os.scandir(folder) as entries:
        return frozenset(entry.name for entry in entries if entry.is_dir(follow_symlinks=False))


def _note(standing: Standing, ask: Ask, output: Path, paths: Iterable[str]) -> None:
    for path in paths:
        try:
            found = ask(path)
        except FileNotFoundError:
            continue
        except OSError as error:
            error.filename = f"{output}/{path}"
            raise
        if stat.S_ISREG(found.st_mode):
            standing.files[path] = (found.st_size, found.st_mtime_ns)
        elif stat.S_ISDIR(found.st_mode):
            standing.folders.add(path)
        else:
            standing.others.add(path)
