"""Keep compiled templates in the memory of a site: compiling them takes a fifth of a small build.

They are code, and so they are believed only where nobody but the user can have written them. What is missing,
damaged, or was compiled by another Python, Jinja2 or Dateline, is compiled again.
"""

import contextlib
import marshal
import os
import stat
import sys
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType

from dateline.publishing.codec import pack, stamp, unpack
from dateline.publishing.program import program
from dateline.publishing.sealing import seal, unseal
from dateline.publishing.whole_files import replace_file
from dateline.rendering.templates import COMPILER_FILES

_FORM = b"dateline templates 2\n"
_MOST = 2000
"""How many templates are kept: one of each name for each language."""

_Kept = dict[str, tuple[bytes, bytes]]
"""Digest and code, by name."""


class KeptTemplates:
    """The compiled templates in one folder."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "templates.bin"
        self._kept: _Kept | None = None
        self._has_new = False

    def find(self, name: str, digest: bytes) -> CodeType | None:
        """Return what was kept of a template, if it was made from the same."""
        known, data = self._at_hand().get(name, (b"", b""))
        if known != digest:
            return None
        with contextlib.suppress(EOFError, ValueError, TypeError):
            code = marshal.loads(data)  # noqa: S302 - the user's own, as the bytecode beside any module
            return code if isinstance(code, CodeType) else None
        return None

    def keep(self, name: str, digest: bytes, code: CodeType) -> None:
        """Keep a template, in place of what was kept under its name; `save` writes it."""
        self._at_hand()[name] = digest, marshal.dumps(code)
        self._has_new = True

    def save(self) -> None:
        """Write what there is to be kept, if anything of it is new. Raises OSError."""
        if self._has_new and self._kept and (compiler := _compiler()):
            body = pack(dict(list(self._kept.items())[-_MOST:]))
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_file(self.file, seal(body, _FORM, compiler))
            self.file.chmod(0o600)
            self._has_new = False

    def _at_hand(self) -> _Kept:
        if self._kept is None:
            self._kept = _recall(self.file)
        return self._kept


def _recall(file: Path) -> _Kept:
    try:
        with file.open("rb") as opened:
            data = opened.read() if _is_own(os.fstat(opened.fileno())) else b""
        compiler = _compiler()
        body = unseal(data, _FORM, compiler)
        return unpack(body, _Kept) if compiler and body is not None else {}
    except (OSError, ValueError):
        return {}


def _is_own(status: os.stat_result) -> bool:
    """Whether nobody but the user can have written a file; Windows keeps the folders of users apart."""
    if sys.platform == "win32":
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _compiler() -> bytes:
    """A digest of all that compiles templates; empty where that cannot be read."""
    try:
        parts = [Path(file).read_bytes() for file in COMPILER_FILES]
    except OSError:
        return b""
    return stamp(b"\0".join([program().encode(), sys.version.encode(), MAGIC_NUMBER, *parts]))
