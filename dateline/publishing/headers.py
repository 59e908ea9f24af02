"""Turn the bytes of a file that an author wrote into its header, and a place of it into an offset: to edit it there."""

import json
import re

from dateline.model.text import Place
from dateline.reading.encoding import decode_text
from dateline.reading.front_matter import split_document
from dateline.reading.nodes import TableNode

BOM = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")


def read_header(data: bytes) -> tuple[TableNode, str]:
    """Return the header and the body of a file. Raises ValueError where the header cannot be read."""
    text, _ = decode_text(data, "")
    document, _ = split_document(text, "")
    if document.is_broken:
        raise ValueError("its header cannot be read")
    return document.header, document.body.text


def offset_of(text: str, place: Place) -> int:
    """Return where a place of the file as it is read (without a mark at its top, lines ended alike) is in its text."""
    starts = [len(BOM) * text.startswith(BOM), *(match.end() for match in _LINE_END.finditer(text))]
    return starts[place.line - 1] + place.column - 1


def newline_of(text: str) -> str:
    """Return how the lines of a text end."""
    return "\r\n" if "\r\n" in text else "\n"


def quoted(text: str) -> str:
    """Return a text as YAML and TOML both read it (YAML 1.2, section 5.1; TOML 1.0, "Basic strings")."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
