"""Turn an SVG file into one without metadata, comments, scripts and what drawing programs note for themselves."""

import re
from html import escape
from xml.parsers import expat

from dateline.publishing.pictures.faults import PictureError

_BEGINNINGS = (b"<?xml", b"<!--", b"<!DOCTYPE svg", b"<svg", b"<svg:svg")
_ELEMENT = re.compile(rb"<(?:\w+:)?svg[\s>]|<!DOCTYPE svg")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_DROPPED = frozenset({"metadata", "script", "foreignObject", "handler", "listener"})
_NOTES = ("sodipodi:", "inkscape:", "rdf:", "cc:", "dc:", "serif:", "sketch:", "adobe:", "i:")
_ADDRESS = ("href", "xlink:href", "from", "to", "values", "src")
_CODE = re.compile(r"\s*(?:javascript|vbscript|data\s*:\s*text)", re.IGNORECASE)


def is_svg(head: bytes) -> bool:
    """Return whether a file that begins so is a drawing in SVG."""
    start = head.removeprefix(_BYTE_ORDER_MARK).lstrip()
    return start.startswith(_BEGINNINGS) and _ELEMENT.search(start) is not None


def clean_svg(data: bytes) -> bytes:
    """Return the drawing written anew without metadata; what it shows is the same. Raises PictureError."""
    writer = _Writer()
    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.StartElementHandler = writer.start
    parser.EndElementHandler = writer.end
    parser.CharacterDataHandler = writer.text
    parser.EntityDeclHandler = writer.refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003
    except expat.ExpatError as error:
        raise PictureError(f"this drawing is not well-formed: {expat.ErrorString(error.code)}") from error
    return "".join(writer.parts).encode()


class _Writer:
    """Writes elements as they are read, but for those that are to be left out."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._hidden = 0

    def start(self, name: str, attributes: list[str]) -> None:
        if self._hidden or _local(name) in _DROPPED or name.startswith(_NOTES):
            self._hidden += 1
            return
        pairs = zip(attributes[::2], attributes[1::2], strict=True)
        kept = "".join(f' {key}="{escape(value)}"' for key, value in pairs if _is_kept(key, value))
        self.parts.append(f"<{name}{kept}>")

    def end(self, name: str) -> None:
        if self._hidden:
            self._hidden -= 1
        else:
            self.parts.append(f"</{name}>")

    def text(self, text: str) -> None:
        if not self._hidden:
            self.parts.append(escape(text, quote=False))

    def refuse(self, *_: object) -> None:
        raise PictureError("this drawing declares entities of its own", "save it without them")


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _is_kept(key: str, value: str) -> bool:
    if key.startswith(_NOTES) or key.lower().startswith("on") or key.removeprefix("xmlns:") + ":" in _NOTES:
        return False
    return not (key in _ADDRESS and _CODE.match(value))
