"""Turn the folders of a site, its content and its theme, into sources."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from dateline.model.dataclass import dataclass
from dateline.model.problem import Code, DatelineError, Location, Problem, Severity
from dateline.model.source import Sources
from dateline.rendering.template_codes import Codes

MARKDOWN = frozenset({".md", ".markdown"})
SETTINGS = "site.toml"
ASSETS = "assets/"

_MARKDOWN = tuple(MARKDOWN)
_LEFTOVERS = (".bak", ".orig", ".swp", ".tmp", "~")
_CLUTTER = frozenset({"desktop.ini", "thumbs.db"})
_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class _Walk:
    """One walk through a folder, what it met on the way among it."""

    root: Path
    """Without symbolic links."""
    name: str
    """How the user names the folder."""
    problems: list[Problem] = field(default_factory=list)
    followed: set[Path] = field(default_factory=set)
    """Folders that links have led to: each is entered once, so that no tangle of links takes for ever."""


class FoundFile(NamedTuple):
    """A file of the content folder, not read yet."""

    file: str
    """Where it is, for the system."""
    size: int
    changed: int
    """When it was last changed, in nanoseconds of the file system's clock."""


PlainFile = tuple[str, int, int]
"""The same without names."""

_as_found = partial(tuple.__new__, FoundFile)  # half of what `FoundFile` takes, for ten thousand files


@dataclass(frozen=True, slots=True)
class Found:
    """The files of the content folder, not read yet."""

    folder: str
    """How the user names it."""
    texts: Mapping[str, FoundFile]
    """Markdown files and `site.toml`, by path below the folder, with forward slashes."""
    files: Mapping[str, FoundFile]
    """Every other file."""
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """Templates and assets, the site's own over the default theme's."""

    templates: Mapping[str, bytes]
    assets: Mapping[str, bytes]
    folder: str
    """How the user names the folder of the site's own."""
    problems: tuple[Problem, ...]
    found: tuple[FoundFile, ...] = ()
    """Its files as they were before they were read."""
    codes: Codes | None = field(default=None, compare=False, repr=False)
    """Where its templates are kept compiled; None: nowhere."""


def find_content(content: Path) -> Found:
    """Return which files the content folder holds. Raises DatelineError where it is missing or cannot be read."""
    walk, files = _walk_content(content)
    return _sorted_out(content, files, tuple(walk.problems))


def plain_files(content: Path) -> dict[str, PlainFile] | None:
    """Return the files of the content folder by path, in plain tuples; None where something is wrong with one.

    Raises DatelineError as `find_content` does.
    """
    walk, files = _walk_content(content)
    return None if walk.problems else files


def found_of(content: Path, files: Mapping[str, PlainFile]) -> Found:
    """Return what `find_content` would, by what `plain_files` has found."""
    return _sorted_out(content, files, ())


def _walk_content(content: Path) -> tuple[_Walk, dict[str, PlainFile]]:
    if not content.is_dir():
        raise DatelineError(
            f"there is no content folder '{content}'; start one with `dateline new article TITLE`, "
            "or name another with --content"
        )
    walk = _Walk(content.resolve(), content.as_posix())
    return walk, _files(walk)


def _sorted_out(content: Path, files: Mapping[str, PlainFile], problems: tuple[Problem, ...]) -> Found:
    found = dict(zip(files, map(_as_found, files.values()), strict=True))
    texts = {path: file for path, file in found.items() if _is_text(path)}
    others = {path: file for path, file in found.items() if path not in texts}
    return Found(content.as_posix(), texts, others, problems)


def find_again(found: Found, content: Path, changed: Iterable[Path]) -> Found | None:
    """Return what was found with the changed files as they are now; None where not all of them are known texts.

    `changed` are absolute paths.
    """
    root = content.resolve()
    texts = dict(found.texts)
    for path in changed:
        name = path.relative_to(root).as_posix() if path.is_relative_to(root) else ""
        if name not in texts or path.is_symlink() or not path.is_file():
            return None
        status = path.stat()
        texts[name] = FoundFile(texts[name].file, status.st_size, status.st_mtime_ns)
    return replace(found, texts=texts)


def find_theme(content: Path, templates: Path | None) -> tuple[tuple[FoundFile, ...], tuple[Problem, ...]]:
    """Return the files of a site's theme, the default one's first, not read yet, and what is wrong with the folders.

    Raises DatelineError.
    """
    walks = _walk_theme(own_templates(content, templates))
    return _files_of_theme(walks), _problems_of_theme(walks)


def read_theme(content: Path, templates: Path | None) -> Theme:
    """Return the theme of a site: `templates`, or the folder of that name beside its content. Raises DatelineError."""
    own = own_templates(content, templates)
    walks = _walk_theme(own)
    theme = {path: read_file(file.file) for _, files in walks for path, file in files}
    theme = dict(sorted(theme.items()))
    return Theme(
        {name: data for name, data in theme.items() if not name.startswith(ASSETS)},
        {name.removeprefix(ASSETS): data for name, data in theme.items() if name.startswith(ASSETS)},
        own.as_posix() if own else "templates",
        _problems_of_theme(walks),
        _files_of_theme(walks),
    )


def read_sources(content: Path, templates: Path | None = None) -> Sources:
    """Return all that a build reads: the files of the content folder, and the theme.

    `templates` is the folder of the site's own templates; None: `templates` beside the content folder,
    where there is one. Its files override those of the default theme one by one. Symbolic links that
    lead out of a folder are left alone, with a notice. Raises DatelineError where a folder is missing
    or a file cannot be read.
    """
    found, theme = find_content(content), read_theme(content, templates)
    return Sources(
        texts={path: read_file(file.file) for path, file in found.texts.items()},
        files=frozenset(found.files),
        templates=theme.templates,
        assets=theme.assets,
        content_folder=found.folder,
        templates_folder=theme.folder,
        problems=(*found.problems, *theme.problems),
    )


def find_settings(content: Path) -> Sources:
    """Return the sources of a site of which only `site.toml` is read, where there is one. Raises DatelineError."""
    file = content / SETTINGS
    return Sources({SETTINGS: read_file(str(file))} if file.is_file() else {}, content_folder=content.as_posix())


def own_templates(content: Path, templates: Path | None) -> Path | None:
    """Return the folder of the site's own templates, None where it has none. Raises DatelineError."""
    if templates is None:
        beside = content.parent / "templates"
        return beside if beside.is_dir() else None
    if not templates.is_dir():
        raise DatelineError(f"there is no templates folder '{templates}'; name another with --templates")
    return templates


def default_theme() -> Path:
    """Return the folder of the default theme: in the installed package, or in the root of the repository."""
    for folder in (_PACKAGE / "theme", _PACKAGE.parent / "templates"):
        if folder.is_dir():
            return folder
    raise DatelineError("the default theme is missing from this installation; install Dateline again")


def is_ignored(name: str) -> bool:
    """Return whether a file or folder with this name is never read: hidden, or a leftover of an editor."""
    lower = name.lower()
    is_lock = name.startswith("#") and name.endswith("#")
    return name.startswith(".") or is_lock or lower.endswith(_LEFTOVERS) or lower in _CLUTTER


def _is_text(path: str) -> bool:
    return path == SETTINGS or path.lower().endswith(_MARKDOWN)


_WalkedTheme = list[tuple[_Walk, list[tuple[str, FoundFile]]]]


def _walk_theme(own: Path | None) -> _WalkedTheme:
    """The folders of a theme, and what is in each: what a later one has stands over what a former one has."""
    walks = [_Walk(folder.resolve(), folder.as_posix()) for folder in _theme_folders(own)]
    return [(walk, [(path, _as_found(file)) for path, file in _files(walk).items()]) for walk in walks]


def _files_of_theme(walks: _WalkedTheme) -> tuple[FoundFile, ...]:
    return tuple(file for _, files in walks for _, file in files)


def _problems_of_theme(walks: _WalkedTheme) -> tuple[Problem, ...]:
    return tuple(problem for walk, _ in walks for problem in walk.problems)


def _theme_folders(own: Path | None) -> list[Path]:
    """The folder of the default theme, and that of the site's own, where it is another."""
    default = default_theme()
    return [default, *([own] if own and own.resolve() != default.resolve() else [])]


def _files(walk: _Walk) -> dict[str, PlainFile]:
    """Every file below the root that counts, by its path with forward slashes."""
    found: dict[str, PlainFile] = {}
    _note_files(walk, found, str(walk.root), "", (walk.root,))
    return found


def _note_files(walk: _Walk, found: dict[str, PlainFile], folder: str, prefix: str, trail: tuple[Path, ...]) -> None:
    for entry in _entries(folder):
        name = entry.name
        path = prefix + name
        if is_ignored(name) or not (name.isprintable() or _is_speakable(walk, path)):
            continue
        if entry.is_symlink() and not _may_follow(walk, Path(entry), path, trail):
            continue
        if entry.is_file():
            status = entry.stat()
            found[path] = (entry.path, status.st_size, status.st_mtime_ns)
        elif entry.is_dir():
            _note_files(walk, found, entry.path, f"{path}/", (*trail, Path(entry).resolve()))


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=attrgetter("name"))
    except OSError as error:
        raise DatelineError(f"cannot read the folder '{folder}': {error.strerror}") from error


def _is_speakable(walk: _Walk, name: str) -> bool:
    """Whether the name is text: on most systems a file name is bytes, and any bytes will do."""
    if name.isprintable():
        return True
    shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    shown = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in shown)
    walk.problems.append(
        Problem(
            Code.ENCODING_INVALID,
            "the name of this file holds characters that cannot be read",
            Location(f"{walk.name}/{shown}"),
            "give it a name in UTF-8",
            Severity.WARNING,
        )
    )
    return False


def _may_follow(walk: _Walk, link: Path, path: str, trail: tuple[Path, ...]) -> bool:
    """Whether a symbolic link stays inside and leads somewhere new; else it is told and left alone."""
    target = _target(link)
    reason = _refusal(walk, target, trail)
    if reason:
        walk.problems.append(
            Problem(
                Code.SYMLINK_IGNORED,
                f"this symbolic link {reason}; it was left alone",
                Location(f"{walk.name}/{path}"),
                "put a copy of the file there instead",
                Severity.NOTICE,
            )
        )
        return False
    if target.is_dir():
        walk.followed.add(target)
    return True


def _target(link: Path) -> Path:
    try:
        return link.resolve()
    except (OSError, RuntimeError):  # a link to itself: RuntimeError until Python 3.12
        return link


def _refusal(walk: _Walk, target: Path, trail: tuple[Path, ...]) -> str:
    if not target.is_relative_to(walk.root):
        return f"leads out of {walk.name}/"
    if any(is_ignored(part) for part in target.relative_to(walk.root).parts):
        return "leads to a hidden file"
    if not (target.is_dir() or target.is_file()):
        return "leads nowhere"
    if target in trail or target in walk.followed:
        return "leads to a folder that is read already"
    return ""


def read_file(file: str) -> bytes:
    """Return the bytes of a file. Raises DatelineError where it cannot be read."""
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise DatelineError(f"cannot read '{file}': {error.strerror}") from error
