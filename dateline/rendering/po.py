"""Turn a catalogue, a PO file, into messages and what is wrong with it.

https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
Babel reads such files too, but is slower to import than a site takes to build.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from gettext import c2py

from dateline.model.dataclass import dataclass
from dateline.rendering.words import Messages, english_form, fields_of

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d)\])?\s+(.*)")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(.)")
_PLURAL = re.compile(
    r"^Plural-Forms:\s*nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([^;\n]+)", re.MULTILINE | re.IGNORECASE
)
_BEGINS = ("#", "msgctxt", "msgid ")
"""How the first line of an entry begins."""
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r"}
_BOM = b"\xef\xbb\xbf"
_TRIED = 200
"""For so many numbers, from 0, a rule of plural forms must give a form that there is."""
_COUNTED = {"n", "number"}
"""Fields that one form of several may do without: *one entry*."""

Position = tuple[int, int]
"""A line and a column, from 1."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong at one place of a catalogue."""

    line: int
    column: int
    sentence: str
    remedy: str


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

    texts: dict[str, str] = field(default_factory=dict)
    """By keyword: `msgid`, `msgstr`, `msgstr1` …"""
    positions: dict[str, Position] = field(default_factory=dict)
    """Where each keyword stands."""
    is_fuzzy: bool = False
    last: str = ""
    """The keyword that further lines belong to."""

    @property
    def identity(self) -> tuple[str, str]:
        """Its context and its English text."""
        return self.texts.get("msgctxt", ""), self.texts["msgid"]

    @property
    def forms(self) -> list[str]:
        """The keywords of its translations, in their order."""
        return [key for key in ("msgstr", *(f"msgstr{place}" for place in range(1, 10))) if key in self.texts]


class _Faults:
    """What has been found wrong so far."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def add(self, position: Position, sentence: str, remedy: str) -> None:
        """Note a fault."""
        self.found.append(Fault(*position, sentence, remedy))


def read_po(data: bytes) -> Catalogue:
    """Return the messages of a PO file in UTF-8; what cannot be read, or is not surely right, is left out.

    Messages that nobody has translated, that are marked as fuzzy, or whose `{fields}` are not those of the English text
    are left out: these are said in English. Nothing of a fuzzy message is a fault, and the header counts though it be
    fuzzy: msgfmt holds it so too.
    """
    faults = _Faults()
    text = _decode(data, faults)
    drafts = [draft for draft in _drafts(text, faults) if _is_whole(draft, faults)]
    header = next((each.texts["msgstr"] for each in drafts if not any(each.identity)), "")
    form, number = _plural(header, text, faults)
    messages: dict[tuple[str, str], tuple[str, ...]] = {}
    for draft in drafts:
        if not draft.texts["msgid"] or draft.is_fuzzy:
            continue
        if draft.identity in messages:
            faults.add(draft.positions["msgid"], "this text stands twice", "take out one of the two")
        elif forms := _forms(draft, number, faults):
            messages[draft.identity] = forms
    return Catalogue(messages, form, tuple(sorted(faults.found)))


def _decode(data: bytes, faults: _Faults) -> str:
    content = data.removeprefix(_BOM)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = content[: fault.start].decode("utf-8")
        position = before.count("\n") + 1, len(before) - before.rfind("\n")
        faults.add(position, f"the byte 0x{content[fault.start]:02X} is not UTF-8", "save the file as UTF-8")
        return content.decode("utf-8", errors="replace")


def _drafts(text: str, faults: _Faults) -> Iterator[_Draft]:
    draft = _Draft()
    # PO files end their lines with a line feed; other separators may stand within a text.
    for number, line in enumerate(text.split("\n"), start=1):
        stripped = line.strip()
        if _begins_another(stripped, draft):
            yield draft
            draft = _Draft()
        _read_line(draft, (number, len(line) - len(line.lstrip()) + 1), stripped, faults)
    yield draft


def _begins_another(line: str, draft: _Draft) -> bool:
    """Whether a line is the first of another entry; a text whose translation is forgotten ends before the next."""
    if "msgstr" in draft.texts:
        return line.startswith(_BEGINS)
    return "msgid" in draft.texts and line.startswith(_BEGINS[1:])


def _read_line(draft: _Draft, position: Position, line: str, faults: _Faults) -> None:
    if not line:
        return
    if line.startswith("#"):
        draft.is_fuzzy |= line.startswith("#,") and "fuzzy" in re.split(r"[\s,]+", line)
        return
    keyword = _KEYWORD.fullmatch(line)
    quoted = _QUOTED.fullmatch(keyword[3] if keyword else line)
    if quoted is None or not (keyword or draft.last):
        sentence = "this line is neither a comment nor a text in quotation marks"
        faults.add(
            position, sentence, 'write msgid "…" or msgstr "…", with a backslash before each quotation mark in it'
        )
        return
    if keyword:
        draft.last = keyword[1] + (keyword[2] if keyword[2] not in (None, "0") else "")
        draft.positions.setdefault(draft.last, position)
    draft.texts[draft.last] = draft.texts.get(draft.last, "") + _ESCAPE.sub(_unescape, quoted[1])


def _unescape(found: re.Match[str]) -> str:
    return _CONTROLS.get(found[1], found[1])


def _is_whole(draft: _Draft, faults: _Faults) -> bool:
    """Whether an entry has an English text and a place for its translation; of comments alone nothing is wrong."""
    if "msgid" in draft.texts and "msgstr" in draft.texts:
        return True
    if "msgid" in draft.texts:
        faults.add(draft.positions["msgid"], "this text has no msgstr", 'write msgstr "" below it, or take it out')
    elif draft.texts:
        remedy = "write the English text above it, behind msgid"
        faults.add(next(iter(draft.positions.values())), "there is no msgid for this text", remedy)
    return False


def _forms(draft: _Draft, number: int, faults: _Faults) -> tuple[str, ...]:
    """The texts of an entry, one for each plural form; none where one is missing or does not fit."""
    keys, texts = draft.forms, draft.texts
    if not all(texts[key] for key in keys):
        return ()
    if number and "msgid_plural" in texts and len(keys) != number:
        wanted = f"msgstr[0] to msgstr[{number - 1}]" if number > 1 else "msgstr[0] alone"
        sentence = f"Plural-Forms says that there are {number} forms, and here are {len(keys)}"
        faults.add(draft.positions["msgstr"], sentence, f"write {wanted}, or mend Plural-Forms")
        return ()
    misfit = next(_misfits(texts, keys), None)
    if misfit:
        key, remedy = misfit
        faults.add(draft.positions[key], "the names between braces are not those of the English text", remedy)
        return ()
    return tuple(texts[key] for key in keys)


def _misfits(texts: dict[str, str], keys: list[str]) -> Iterator[tuple[str, str]]:
    """The keywords of translations whose fields are not those of the English text, each with a remedy."""
    asked = {*fields_of(texts.get("msgid_plural", texts["msgid"]))}
    allowed = asked | {*fields_of(texts["msgid"])}
    for key in keys:
        fields = {*fields_of(texts[key])}
        missing = asked - fields - _COUNTED if key == keys[-1] else set()
        if strange := fields - allowed:
            yield key, f"write {_braced(missing)} for {_braced(strange)}" if missing else f"take out {_braced(strange)}"
        elif missing:
            yield key, f"write {_braced(missing)} in it"


def _braced(names: Iterable[str]) -> str:
    return " and ".join(f"{{{name}}}" for name in sorted(names))


def _plural(header: str, text: str, faults: _Faults) -> tuple[Callable[[int], int], int]:
    """The rule of a catalogue, and how many forms it has; 0 where it does not say that so that it can be used."""
    if "plural-forms" not in header.lower():
        return english_form, 0
    found = _PLURAL.search(header)
    try:
        form = _sure(c2py(found[2].strip() if found else ""))
        number = int(found[1]) if found else 0
        if all(0 <= form(each) < number for each in range(_TRIED)):
            return form, number
    except ValueError:
        pass
    line = text[: text.lower().index("plural-forms")].count("\n") + 1
    remedy = "copy the line of your language from the manual of gettext"
    faults.add((line, 1), "the rule of Plural-Forms cannot be used", remedy)
    return english_form, 0


def _sure(form: Callable[[int], int]) -> Callable[[int], int]:
    """The rule, where it divides by zero the first form."""

    def safe(number: int) -> int:
        try:
            return int(form(number))
        except ArithmeticError:
            return 0

    return safe
