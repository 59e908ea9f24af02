"""Turn a name that the author accepts into a file of its own, or into an alias in a file that is there."""

import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from dateline.model.dataclass import dataclass
from dateline.model.names import slugify
from dateline.model.problem import DatelineError
from dateline.publishing.headers import BOM, newline_of, offset_of, quoted, read_header
from dateline.publishing.output import write_new
from dateline.reading.nodes import Entry, ListNode, TableNode, TextNode, to_plain

_FENCE = re.compile(r"(?:^|(?<=\ufeff))(---|\+\+\+|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)
_COLON = re.compile(r"[^\s:]+[ \t]*(:)")
_KEYS = ("aliases", "alias")


@dataclass(frozen=True, slots=True)
class Registration:
    """A file of an entity that is not there yet."""

    path: str
    """Below the content folder, with forward slashes."""
    text: str


def entity_file(folder: str, name: str, aliases: Sequence[str] = ()) -> Registration:
    """Return the file of an entity with this name, in the folder of its kind.

    Raises DatelineError where the name makes no file name.
    """
    slug = slugify(name)
    if not slug:
        raise DatelineError(f"'{name}' makes no file name; write its file by hand")
    lines = [f"name: {quoted(name)}"]
    if aliases:
        lines.append(f"aliases: [{', '.join(quoted(alias) for alias in aliases)}]")
    return Registration(f"{folder}/{slug}.md", "\n".join(("---", *lines, "---", "")))


def register_entity(content: Path, folder: str, name: str, aliases: Sequence[str] = ()) -> Path:
    """Write the file of a new entity; return it. Raises DatelineError where there is one already."""
    registration = entity_file(folder, name, aliases)
    file = content / PurePosixPath(registration.path)
    write_new(file, registration.text)
    return file


def register_alias(file: Path, alias: str) -> None:
    """Add an alias to the header of an entity's file; raises DatelineError where that cannot be done safely."""
    try:
        data = file.read_bytes()
        changed = add_alias(data, alias)
        if changed != data:
            file.write_bytes(changed)
    except OSError as error:
        raise DatelineError(f"cannot add an alias to '{file}': {error.strerror}") from error
    except ValueError as error:
        raise DatelineError(f"cannot add the alias '{alias}' to '{file}': {error}; write it there by hand") from error


def add_alias(data: bytes, alias: str) -> bytes:
    """Return the file of an entity with an alias more, every other byte of it as it was.

    A list of aliases, on one line or on several, gets the alias first; a header without one gets a line at its
    end (one in TOML at its top, before any table); a file without a header gets a header. A file that lists the
    alias already is returned as it is. Raises ValueError where the file is not UTF-8 or its header cannot be read
    or is written in a way that leaves no safe place.
    """
    text = data.decode("utf-8")
    before = _aliases(data)
    if alias in before:
        return data
    offset, inserted = _insertion(text, alias)
    changed = (text[:offset] + inserted + text[offset:]).encode()
    if sorted(_aliases(changed)) != sorted((*before, alias)) or _without_aliases(changed) != _without_aliases(data):
        raise ValueError("its header leaves no safe place")
    return changed


def _insertion(text: str, alias: str) -> tuple[int, str]:
    """Where in the text something is to be inserted, and what."""
    value, newline = quoted(alias), newline_of(text)
    header = read_header(text.encode())[0]
    entry = next((entry for key in _KEYS for entry in header.entries if entry.key == key), None)
    if entry:
        return _into_entry(text, entry, value, newline)
    top = len(BOM) * text.startswith(BOM)
    fences = _FENCE.finditer(text, top)
    opening = next(fences, None)
    if not opening or text[top : opening.start()].strip():
        return top, newline.join(("---", f"aliases: [{value}]", "---", ""))
    if opening[1] == "+++":
        return opening.end(), f"aliases = [{value}]{newline}"
    closing = next(fences, opening)
    return closing.start(), f"aliases: [{value}]{newline}"


def _into_entry(text: str, entry: Entry, value: str, newline: str) -> tuple[int, str]:
    """Where and how an alias goes into the value of `aliases:`."""
    node = entry.node
    if isinstance(node, ListNode):
        start = offset_of(text, node.place)
        if text[start] == "[":
            return start + 1, f"{value}, " if node.nodes else value
        return start, f"- {value}{newline}{' ' * (node.place.column - 1)}"
    colon = _COLON.match(text, offset_of(text, entry.place))
    if isinstance(node, TableNode) or not colon:
        raise ValueError("its header leaves no safe place")
    if node.is_empty:
        return colon.end(1), f" [{value}]"
    return colon.end(1), f"{newline}  - {value}{newline}  -"


def _aliases(data: bytes) -> tuple[str, ...]:
    header, _ = read_header(data)
    node = next((entry.node for key in _KEYS for entry in header.entries if entry.key == key), None)
    items = node.nodes if isinstance(node, ListNode) else (node,)
    return tuple(item.text for item in items if isinstance(item, TextNode) and not item.is_empty)


def _without_aliases(data: bytes) -> tuple[object, str]:
    """All that the file says but for its aliases."""
    header, body = read_header(data)
    return [(entry.key, to_plain(entry.node)) for entry in header.entries if entry.key not in _KEYS], body
