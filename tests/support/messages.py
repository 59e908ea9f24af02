"""Turn the templates and the program into the list of messages that catalogues translate."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
LANGUAGES = TEMPLATES / "languages"
_ARGUMENTS = {"_": 1, "gettext": 1, "message": 1, "messages": 2, "ngettext": 2, "pgettext": 2}
"""How many texts each call begins with."""
_PREFACE = "Words of the interface. To add what is new, run: python tools/messages.py"


class Message(NamedTuple):
    """A text to be translated."""

    text: str
    many: str = ""
    """The text for other numbers than one; empty: the number does not matter."""
    context: str = ""


def gather() -> list[Message]:
    """Return every message of the program and the default theme, each once, in order of its words."""
    found = {each for path in sorted(TEMPLATES.rglob("*.html")) for each in in_template(path.read_text("utf-8"))}
    program = [*sorted((ROOT / "dateline" / "rendering").rglob("*.py")), ROOT / "dateline" / "pipeline.py"]
    return sorted(found | {each for path in program for each in in_program(path.read_text("utf-8"))})


def in_template(source: str) -> Iterator[Message]:
    """Return the messages of a template."""
    for call in Environment().parse(source).find_all(nodes.Call):  # noqa: S701 - nothing is rendered
        if isinstance(call.node, nodes.Name) and call.node.name in _ARGUMENTS:
            texts = [each.value for each in call.args if isinstance(each, nodes.Const) and isinstance(each.value, str)]
            yield from _message(call.node.name, texts)


def in_program(source: str) -> Iterator[Message]:
    """Return the messages of a module: what it says itself, and what it marks to be said later."""
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        if name in _ARGUMENTS and name != "_":
            yield from _message(name, [text for each in call.args if (text := _constant(each))])


def _constant(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _message(name: str, texts: Sequence[str]) -> Iterator[Message]:
    if len(texts) < _ARGUMENTS[name]:
        return
    if name in ("messages", "ngettext"):
        yield Message(texts[0], many=texts[1])
    elif name == "pgettext":
        yield Message(texts[1], context=texts[0])
    else:
        yield Message(texts[0], context=texts[1] if name == "message" and len(texts) > 1 else "")


def read_catalogue(path: Path) -> Catalog:
    """Return a catalogue as Babel reads it."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem)


def update(path: Path) -> None:
    """Write a catalogue anew: with all messages there are, those that nobody has translated empty, and no others."""
    old, new = read_catalogue(path), Catalog(locale=path.stem, fuzzy=False, header_comment=f"# {_PREFACE}")
    for each in gather():
        known = old.get(each.text, each.context or None)
        identity = (each.text, each.many) if each.many else each.text
        kept = known.string if known and isinstance(known.id, tuple) == bool(each.many) else None
        new.add(identity, kept, context=each.context or None)
    with path.open("wb") as file:
        write_po(file, new, width=0, omit_header=True, sort_output=True)
    text = path.read_text("utf-8")
    path.write_text(f"{_head(old)}{text.rstrip()}\n", "utf-8")


def written(texts: Mapping[str, str]) -> bytes:
    """Return a catalogue of these texts as Babel writes it."""
    catalogue, file = Catalog(locale="es", fuzzy=False), BytesIO()
    for text, translation in texts.items():
        catalogue.add(text, translation)
    write_po(file, catalogue)
    return file.getvalue()


def _head(catalogue: Catalog) -> str:
    lines = (f"Language: {catalogue.locale_identifier}", "MIME-Version: 1.0", "Content-Type: text/plain; charset=UTF-8")
    rules = ("Content-Transfer-Encoding: 8bit", f"Plural-Forms: {catalogue.plural_forms}")
    told = "".join(f'"{line}\\n"\n' for line in (*lines, *rules))
    return f'# {_PREFACE}\nmsgid ""\nmsgstr ""\n{told}\n'
