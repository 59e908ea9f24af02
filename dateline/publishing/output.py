"""Turn the outputs of a build into files: only what differs is written, and only what Dateline wrote is removed."""

from collections.abc import Mapping
from pathlib import Path

from dateline.model.problem import DatelineError
from dateline.model.source import CopiedFile
from dateline.publishing.manifest import is_safe
from dateline.publishing.media import clean_copy
from dateline.publishing.staging import Staged, stage, stage_copy
from dateline.publishing.writing import FileStamp, Writing, Written, open_writing

__all__ = ["Outputs", "Written", "stage_output", "write_new", "write_outputs"]

Outputs = Mapping[str, bytes | CopiedFile]


def write_outputs(
    outputs: Outputs, content: Path, output: Path, known: Mapping[str, FileStamp] | None = None
) -> Written:
    """Make the output folder hold these outputs, and return what had to change.

    Files are written whole, under a temporary name that is then changed. Removed are those alone that
    an earlier build wrote, that this one has no more, and that nobody has changed since. Raises
    DatelineError, before anything of the site is touched, where a file of somebody else is in the way.
    `known` are the stamps of the build before, see `open_writing`.
    """
    writing = open_writing(outputs.keys(), output, known or {})
    try:
        staged = [stage_output(writing, path, value, content) for path, value in outputs.items()]
    except BaseException:
        writing.abandon()
        raise
    return writing.commit(staged, {})


def stage_output(writing: Writing, path: str, value: bytes | CopiedFile, content: Path) -> Staged:
    """Stage an output, be it bytes or a file of the content folder. Raises DatelineError."""
    there = writing.digest_there(path)
    if isinstance(value, bytes):
        return stage(writing.staging, path, value, there)
    file = (content / value.path).resolve()
    if not is_safe(value.path) or not file.is_relative_to(content.resolve()):
        raise DatelineError(f"'{value.path}' leads out of '{content}'; it was not copied")
    data = clean_copy(file)
    if data is not None:
        return stage(writing.staging, path, data, there)
    return stage_copy(writing.staging, path, file, there)


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
