"""Turn a catalogue, a PO file, into messages and what is wrong with it.

https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
Babel reads such files too, but is slower to import than a site takes to build.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import field
from gettext import c2py

from dateline.model.dataclass import dataclass
from dateline.rendering.words import Messages, english_form, fields_of

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d)\])?\s+(.*)")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(.)")
_PLURAL = re.compile(r"^Plural-Forms:.*plural\s*=\s*([^;\n]+)", re.MULTILINE | re.IGNORECASE)
_BEGINS = ("#", "msgctxt", "msgid ")
"""How the first line of an entry begins."""
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r"}

Fault = tuple[int, str]
"""A line, from 1, and what is wrong there."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a PO file says."""

    messages: Messages
    form: Callable[[int], int]
    """Which plural form goes with a number."""
    faults: tuple[Fault, ...]


@dataclass(slots=True)
class _Draft:
    """An entry that is being read."""

    line: int
    texts: dict[str, str] = field(default_factory=dict)
    """By keyword: `msgid`, `msgstr`, `msgstr1` …"""
    is_fuzzy: bool = False
    last: str = ""
    """The keyword that further lines belong to."""


def read_po(data: bytes) -> Catalogue:
    """Return the messages of a PO file in UTF-8; what cannot be read, or is not surely right, is left out.

    Messages that nobody has translated, that are marked as fuzzy, or whose `{fields}` are not those of the English text
    are left out: these are said in English.
    """
    faults: list[Fault] = []
    messages: dict[tuple[str, str], tuple[str, ...]] = {}
    header = ""
    for draft in _drafts(data.decode("utf-8", errors="replace"), faults):
        identity = draft.texts.get("msgid", "")
        if not identity:
            header = draft.texts.get("msgstr", header)
        elif not draft.is_fuzzy and (forms := _forms(draft, faults)):
            messages[draft.texts.get("msgctxt", ""), identity] = forms
    return Catalogue(messages, _plural(header, faults), tuple(sorted(faults)))


def _drafts(text: str, faults: list[Fault]) -> Iterator[_Draft]:
    draft = _Draft(1)
    # PO files end their lines with a line feed; other separators may stand within a text.
    for number, line in enumerate(text.split("\n"), start=1):
        stripped = line.strip()
        if "msgstr" in draft.texts and stripped.startswith(_BEGINS):
            yield draft
            draft = _Draft(number)
        _read_line(draft, number, stripped, faults)
    yield draft


def _read_line(draft: _Draft, number: int, line: str, faults: list[Fault]) -> None:
    if not line:
        return
    if line.startswith("#"):
        draft.is_fuzzy |= line.startswith("#,") and "fuzzy" in line
        return
    keyword = _KEYWORD.fullmatch(line)
    quoted = _QUOTED.fullmatch(keyword[3] if keyword else line)
    if quoted is None or not (keyword or draft.last):
        faults.append((number, "this line is neither a comment nor a text in quotation marks"))
        return
    if keyword:
        draft.last = keyword[1] + (keyword[2] if keyword[2] not in (None, "0") else "")
        draft.line = number if keyword[1] == "msgid" else draft.line
    draft.texts[draft.last] = draft.texts.get(draft.last, "") + _ESCAPE.sub(_unescape, quoted[1])


def _unescape(found: re.Match[str]) -> str:
    return _CONTROLS.get(found[1], found[1])


def _forms(draft: _Draft, faults: list[Fault]) -> tuple[str, ...]:
    """The texts of an entry, one for each plural form; none where one is missing or does not fit."""
    texts = draft.texts
    forms = [text for key in ("msgstr", *(f"msgstr{place}" for place in range(1, 10))) if (text := texts.get(key))]
    if not forms or len(forms) != sum(key.startswith("msgstr") for key in texts):
        return ()
    allowed = {*fields_of(texts["msgid"]), *fields_of(texts.get("msgid_plural", ""))}
    asked = {*fields_of(texts.get("msgid_plural", texts["msgid"]))}
    last = {*fields_of(forms[-1])}
    if last - {"n", "number"} != asked - {"n", "number"} or any({*fields_of(form)} - allowed for form in forms):
        faults.append((draft.line, "the names between braces are not those of the English text"))
        return ()
    return tuple(forms)


def _plural(header: str, faults: list[Fault]) -> Callable[[int], int]:
    found = _PLURAL.search(header)
    if not found:
        return english_form
    try:
        return _sure(c2py(found[1].strip()))
    except ValueError:
        faults.append((1, "the rule of Plural-Forms cannot be read"))
        return english_form


def _sure(form: Callable[[int], int]) -> Callable[[int], int]:
    """The rule, where it divides by zero the first form."""

    def safe(number: int) -> int:
        try:
            return int(form(number))
        except ArithmeticError:
            return 0

    return safe
