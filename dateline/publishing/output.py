"""Turn the outputs of a build into files: only what differs is written, and only what Dateline wrote is removed."""

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dateline.model.problem import DatelineError
from dateline.model.source import CopiedFile
from dateline.publishing.manifest import (
    MANIFEST,
    Manifest,
    digest_of,
    is_safe,
    is_temporary,
    is_writable,
    read_manifest,
    write_manifest,
)
from dateline.publishing.whole_files import replace_file

_NAMED_IN_FULL = 3

Outputs = Mapping[str, bytes | CopiedFile]


@dataclass(frozen=True, slots=True)
class Written:
    """What writing a build changed; paths below the output folder, in order."""

    written: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """What stands in the output folder; paths with forward slashes."""

    files: frozenset[str]
    links: frozenset[str]
    """Symbolic links to files or folders; nothing is read or written through one."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done, decided before anything is."""

    before: Manifest
    after: Manifest
    write: tuple[str, ...]
    remove: tuple[str, ...]
    leftovers: tuple[str, ...]
    """Temporary files of a build that was killed."""


def write_outputs(outputs: Outputs, content: Path, output: Path) -> Written:
    """Make the output folder hold these outputs, and return what had to change.

    Files are written whole, under a temporary name that is then changed. Removed are those alone that
    an earlier build wrote, that this one has no more, and that nobody has changed since. Raises
    DatelineError, before anything is written, where a file of somebody else is in the way.
    """
    try:
        plan = _plan(outputs, content, output)
        if plan.write or plan.remove or plan.before != plan.after:
            _carry_out(plan, outputs, content, output)
    except OSError as error:
        raise DatelineError(f"cannot write '{error.filename or output}': {error.strerror}") from error
    return Written(plan.write, len(outputs) - len(plan.write), plan.remove)


def check_folders(content: Path, output: Path, templates: Path | None) -> None:
    """Raise DatelineError where the output folder is, holds or lies in a folder that the build reads."""
    site = output.resolve()
    for name, folder in (("content", content), ("templates", templates)):
        read = folder.resolve() if folder else None
        if read and (site.is_relative_to(read) or read.is_relative_to(site)):
            raise DatelineError(
                f"the output folder '{output}' and the {name} folder '{folder}' overlap; "
                "choose another folder with --output"
            )


def write_new(file: Path, text: str) -> None:
    """Write a file that is not there yet, and its folders. Raises DatelineError where it is there."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except FileExistsError as error:
        raise DatelineError(f"'{file}' is there already; choose another title") from error
    except OSError as error:
        raise DatelineError(f"cannot write '{file}': {error.strerror}") from error


def _plan(outputs: Outputs, content: Path, output: Path) -> _Plan:
    found = _look_into(output)
    before = _manifest_in(output)
    stale = frozenset(_stale(before, found, outputs, output))
    digests = {path: digest_of(_data(path, value, content)) for path, value in sorted(outputs.items())}
    there = {path: digest_of((output / path).read_bytes()) for path in sorted(found.files & digests.keys())}
    write = [path for path, digest in digests.items() if there.get(path) != digest]
    foreign = _foreign(write, before, found, stale)
    if foreign:
        raise DatelineError(_in_the_way(output, foreign))
    after = Manifest({path: frozenset({digest}) for path, digest in digests.items()})
    leftovers = sorted(path for path in found.files if is_temporary(path))
    return _Plan(before, after, tuple(write), tuple(sorted(stale)), tuple(leftovers))


def _look_into(output: Path) -> _Found:
    files, links = set(), set()
    for folder, folders, names in os.walk(output):
        for name in [*folders, *names]:
            entry = Path(folder, name)
            path = entry.relative_to(output).as_posix()
            if entry.is_symlink():
                links.add(path)
            elif not entry.is_dir():
                files.add(path)
    return _Found(frozenset(files), frozenset(links))


def _manifest_in(output: Path) -> Manifest:
    file = output / MANIFEST
    return read_manifest(file.read_bytes()) if file.is_file() and not file.is_symlink() else Manifest()


def _stale(before: Manifest, found: _Found, outputs: Outputs, output: Path) -> Iterator[str]:
    for path in found.files & before.files.keys() - outputs.keys():
        if before.wrote(path, digest_of((output / path).read_bytes())):
            yield path


def _data(path: str, value: bytes | CopiedFile, content: Path) -> bytes:
    if not is_writable(path):
        raise DatelineError(f"no page may be written to '{path}'; give what it is made from another name")
    if isinstance(value, bytes):
        return value
    file = (content / value.path).resolve()
    if not is_safe(value.path) or not file.is_relative_to(content.resolve()):
        raise DatelineError(f"'{value.path}' leads out of '{content}'; it was not copied")
    try:
        return file.read_bytes()
    except OSError as error:
        raise DatelineError(f"cannot read '{file}': {error.strerror}") from error


def _foreign(write: Iterable[str], before: Manifest, found: _Found, stale: frozenset[str]) -> list[str]:
    """What stands where a file shall be written, and is not Dateline's."""
    occupied = (found.files | found.links) - stale
    folders = {folder: path for path in sorted(occupied, reverse=True) for folder in _folders_of(path)}
    foreign: set[str] = set()
    for path in write:
        foreign |= occupied & set(_folders_of(path))
        if path in folders:
            foreign.add(folders[path])
        if path in found.links or (path in found.files and path not in before.files):
            foreign.add(path)
    return sorted(foreign)


def _folders_of(path: str) -> tuple[str, ...]:
    """The folders above a path, the nearest first, without the root."""
    return tuple(str(parent) for parent in PurePosixPath(path).parents)[:-1]


def _in_the_way(output: Path, foreign: list[str]) -> str:
    named = ", ".join(f"'{path}'" for path in foreign[:_NAMED_IN_FULL])
    more = f" and {len(foreign) - _NAMED_IN_FULL} more" if len(foreign) > _NAMED_IN_FULL else ""
    return (
        f"'{output}' holds files that Dateline did not write, where pages should go: {named}{more}; "
        "move them away, or choose another folder with --output"
    )


def _carry_out(plan: _Plan, outputs: Outputs, content: Path, output: Path) -> None:
    output.mkdir(parents=True, exist_ok=True)
    # A build that is killed leaves a list of all that may be its own: nothing is orphaned.
    replace_file(output / MANIFEST, write_manifest(plan.before.joined(plan.after)))
    in_the_way = _making_room(plan)
    _remove(sorted(in_the_way), output)
    for path in plan.write:
        file = output / path
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, _data(path, outputs[path], content))
    _remove(sorted({*plan.remove, *plan.leftovers} - in_the_way), output)
    replace_file(output / MANIFEST, write_manifest(plan.after))


def _making_room(plan: _Plan) -> frozenset[str]:
    """Stale files that stand where a folder must be, or in a folder where a file must be."""
    folders = {folder for path in plan.write for folder in _folders_of(path)}
    files = set(plan.write)
    return frozenset(path for path in plan.remove if path in folders or files & set(_folders_of(path)))


def _remove(paths: Iterable[str], output: Path) -> None:
    for path in paths:
        (output / path).unlink(missing_ok=True)
        for folder in _folders_of(path):
            # A folder that is not empty stays.
            with contextlib.suppress(OSError):
                (output / folder).rmdir()
