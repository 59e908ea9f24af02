"""Keep a small site on the disk whose every part can be changed on its own."""

import json
import os
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import get_args

from dateline.model.problem import Problem
from dateline.model.source import CopiedFile, Summary
from dateline.publishing.manifest import MANIFEST
from dateline.publishing.media import clean_copy
from dateline.publishing.site import build_from_disk
from dateline.publishing.wishes import Wish
from dateline.rendering import views

Fields = dict[str, object]
"""What the header of a file says, by key, and its text as `body`; None: nothing."""

FLAGS = ("drafts", "future", "offline", "full_text")
"""What may be asked for on the command line of a build."""

_PAST = 1_600_000_000
"""When the first file was written, in seconds since 1970: so long ago that its time tells it from all later ones."""

_VIEWS = {re.findall(r"`([a-z0-9]+\.html)`", view.__doc__)[0]: view for view in get_args(views.View)}


def telling_templates() -> dict[str, bytes]:
    """Return templates that print all that they see, and are compiled in no time."""
    return {
        name: "".join(f"{{{{ {each.name} }}}}\n" for each in fields(view)).encode() for name, view in _VIEWS.items()
    }


def markdown(said: Fields) -> bytes:
    """Return a file with a header; JSON is YAML too."""
    header = "".join(
        f"{key}: {json.dumps(value)}\n" for key, value in said.items() if value is not None and key != "body"
    )
    return f"---\n{header}---\n{said.get('body') or ''}\n".encode("utf-8", "surrogatepass")


def toml(said: Fields) -> bytes:
    """Return settings; a key may name its table before a dot."""
    return "".join(f"{key} = {json.dumps(value)}\n" for key, value in said.items() if value is not None).encode()


@dataclass(slots=True)
class ChangingSite:
    """A site whose files follow what is said of them here."""

    folder: Path
    texts: dict[str, Fields] = field(default_factory=dict)
    """Articles, entities, pages by path below the content folder."""
    settings: Fields = field(default_factory=dict)
    others: dict[str, bytes] = field(default_factory=dict)
    """Files that are copied, or hold anything at all."""
    templates: dict[str, bytes] = field(default_factory=telling_templates)
    moment: int = _PAST
    is_fresh: bool = False
    """Whether files have the time at which they are really written: just now."""

    @property
    def content(self) -> Path:
        """The folder of articles."""
        return self.folder / "content"

    def write(self) -> None:
        """Make the folders hold what they should; files that do already are left alone."""
        texts = {path: markdown(said) for path, said in self.texts.items()}
        self._write(self.content, {**texts, "site.toml": toml(self.settings), **self.others})
        self._write(self.folder / "templates", self.templates)

    def touch(self, file: Path) -> None:
        """Give a file another time."""
        self.moment += 10
        moment = time.time() if self.is_fresh else self.moment
        os.utime(file, (moment, moment))

    def _write(self, folder: Path, wanted: Mapping[str, bytes]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        for path in there - wanted.keys():
            (folder / path).unlink()
        for path, data in wanted.items():
            file = folder / path
            if path not in there or file.read_bytes() != data:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
                self.touch(file)


@dataclass(frozen=True, slots=True)
class Expected:
    """What a build of the sources as they are gives, whatever was before."""

    problems: tuple[Problem, ...]
    summary: Summary
    files: dict[str, bytes]


def expect(wish: Wish) -> Expected:
    """Return what the pure build gives."""
    build = build_from_disk(wish, lambda *_: None)
    files = {
        path: published(wish.content / value.path) if isinstance(value, CopiedFile) else value
        for path, value in build.outputs.items()
    }
    return Expected(build.problems, build.summary, files)


def published(file: Path) -> bytes:
    """Return what is published of a file of the content folder."""
    data = clean_copy(file)
    return file.read_bytes() if data is None else data


def files_in(folder: Path) -> dict[str, bytes]:
    """Return all files of an output folder but the list of them; empty folders count as files without a name."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    files = {path: each.read_bytes() for path, each in found.items() if each.is_file() and path != MANIFEST}
    empty = {f"{path}/": b"" for path, each in found.items() if each.is_dir() and not any(each.iterdir())}
    return files | empty


def manifest_in(folder: Path) -> bytes:
    """Return the list of the files that were written; empty where there is none."""
    file = folder / MANIFEST
    return file.read_bytes() if file.exists() else b""
