"""Turn files that pages use into what is published of them: pictures without their metadata, all others as they are."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from dateline.linking.guard import Guard
from dateline.linking.withheld import complain
from dateline.model.names import EntityId
from dateline.model.problem import Code, DatelineError, Location, Problem
from dateline.publishing.pictures import HEAD, PictureError, clean, is_picture

CLEANING = 1
"""Raised when pictures are cleaned in another way: those that were published before are made anew then."""

_CHUNK = 1 << 20  # bytes
_OVERLAP = 1 << 12  # bytes; longer than any name


class Prepared(NamedTuple):
    """What is published of a file."""

    data: bytes | None
    """None: the bytes of the file itself."""
    problems: tuple[Problem, ...] = ()


def prepare(file: Path, where: Location, guard: Guard) -> Prepared:
    """Return what is published of a file, and why it cannot be. `where` is how problems name it.

    Raises DatelineError where it cannot be read.
    """
    try:
        with file.open("rb") as opened:
            is_whole = is_picture(opened.read(HEAD), file.name)
        data = clean(file.read_bytes(), file.name) if is_whole else None
    except PictureError as fault:
        return Prepared(None, (Problem(Code.PICTURE_UNREADABLE, str(fault), where, fault.hint),))
    except OSError as error:
        raise DatelineError(f"cannot read '{file}': {error.strerror}") from error
    owner = _find(file, data, guard)
    hint = "take it out of the file, or do not use the file"
    return Prepared(data, (complain(owner, where, "the file holds", hint),) if owner else ())


def clean_copy(file: Path) -> bytes | None:
    """Return a picture as it is published; None for what is published as it is, or not at all. Raises DatelineError."""
    return prepare(file, Location(file.as_posix()), Guard()).data


def tell_media(paths: Iterable[str], content: Path, guard: Guard) -> Iterator[Problem]:
    """Return what keeps files of the content folder, by their paths, from being published."""
    for path in paths:
        yield from prepare(content / path, Location(f"{content.as_posix()}/{path}"), guard).problems


def _find(file: Path, data: bytes | None, guard: Guard) -> EntityId | None:
    if guard.pattern is None:
        return None
    if data is not None:
        return guard.find_bytes(data)
    return next(filter(None, map(guard.find_bytes, _pieces(file))), None)


def _pieces(file: Path) -> Iterator[bytes]:
    """The bytes of a file, each piece with the end of the one before it."""
    with file.open("rb") as opened:
        end = b""
        while piece := opened.read(_CHUNK):
            yield end + piece
            end = piece[-_OVERLAP:]
