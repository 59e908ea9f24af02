"""Turn a name that the author accepts into a file of its own, or into an alias in a file that is there."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dateline.model.names import slugify
from dateline.model.problem import DatelineError
from dateline.model.text import Place
from dateline.publishing.output import write_new
from dateline.reading.encoding import decode_text
from dateline.reading.front_matter import split_document
from dateline.reading.nodes import Entry, ListNode, TableNode, TextNode, to_plain

_LINE_END = re.compile(r"\r\n|\r|\n")
_FENCE = re.compile(r"(?:^|(?<=\ufeff))(---|\+\+\+|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)
_COLON = re.compile(r"[^\s:]+[ \t]*(:)")
_BOM = "\ufeff"
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
    lines = [f"name: {_quoted(name)}"]
    if aliases:
        lines.append(f"aliases: [{', '.join(_quoted(alias) for alias in aliases)}]")
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
    quoted, newline = _quoted(alias), "\r\n" if "\r\n" in text else "\n"
    header = _read(text.encode())[0]
    entry = next((entry for key in _KEYS for entry in header.entries if entry.key == key), None)
    if entry:
        return _into_entry(text, entry, quoted, newline)
    top = len(_BOM) * text.startswith(_BOM)
    fences = _FENCE.finditer(text, top)
    opening = next(fences, None)
    if not opening or text[top : opening.start()].strip():
        return top, newline.join(("---", f"aliases: [{quoted}]", "---", ""))
    if opening[1] == "+++":
        return opening.end(), f"aliases = [{quoted}]{newline}"
    closing = next(fences, opening)
    return closing.start(), f"aliases: [{quoted}]{newline}"


def _into_entry(text: str, entry: Entry, quoted: str, newline: str) -> tuple[int, str]:
    """Where and how an alias goes into the value of `aliases:`."""
    node = entry.node
    if isinstance(node, ListNode):
        start = _offset(text, node.place)
        if text[start] == "[":
            return start + 1, f"{quoted}, " if node.nodes else quoted
        return start, f"- {quoted}{newline}{' ' * (node.place.column - 1)}"
    colon = _COLON.match(text, _offset(text, entry.place))
    if isinstance(node, TableNode) or not colon:
        raise ValueError("its header leaves no safe place")
    if node.is_empty:
        return colon.end(1), f" [{quoted}]"
    return colon.end(1), f"{newline}  - {quoted}{newline}  -"


def _offset(text: str, place: Place) -> int:
    """Where a place of the file as it is read (without a mark at its top, lines ended alike) is in the text."""
    starts = [len(_BOM) * text.startswith(_BOM), *(match.end() for match in _LINE_END.finditer(text))]
    return starts[place.line - 1] + place.column - 1


def _aliases(data: bytes) -> tuple[str, ...]:
    header, _ = _read(data)
    node = next((entry.node for key in _KEYS for entry in header.entries if entry.key == key), None)
    items = node.nodes if isinstance(node, ListNode) else (node,)
    return tuple(item.text for item in items if isinstance(item, TextNode) and not item.is_empty)


def _without_aliases(data: bytes) -> tuple[object, str]:
    """All that the file says but for its aliases."""
    header, body = _read(data)
    return [(entry.key, to_plain(entry.node)) for entry in header.entries if entry.key not in _KEYS], body


def _read(data: bytes) -> tuple[TableNode, str]:
    text, _ = decode_text(data, "")
    document, _ = split_document(text, "")
    if document.is_broken:
        raise ValueError("its header cannot be read")
    return document.header, document.body.text


def _quoted(text: str) -> str:
    """The text as YAML and TOML both read it (YAML 1.2, section 5.1; TOML 1.0, "Basic strings")."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
