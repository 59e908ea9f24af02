"""Turn `site.toml` into Settings."""

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from dateline.model.addresses import NO_SITE_ADDRESS, SITE_ADDRESS_REMEDY, is_site_address
from dateline.model.names import is_slug, slugify
from dateline.model.problem import Code, Location, Problem
from dateline.model.settings import OPTIONAL_RULES, Kind, LinkPolicy, Settings
from dateline.model.text import Place
from dateline.reading.addresses import is_local_path
from dateline.reading.encoding import decode_text
from dateline.reading.findings import Findings
from dateline.reading.lines import Lines
from dateline.reading.nodes import TableNode, TextNode
from dateline.reading.relation_types import read_relation_types
from dateline.reading.toml import TomlFaultError, parse_toml
from dateline.reading.values import Form, suggest
from dateline.reading.zones import is_timezone

SETTINGS_PATH = "site.toml"

RESERVED_FOLDERS = (
    "articles",
    "assets",
    "corrections",
    "data",
    "map",
    "media",
    "network",
    "pages",
    "search",
    "sources",
    "tags",
    "timeline",
)
"""Folders of the site, or of its content, that are Dateline's own."""

_KIND_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_SCHEMA_TYPE = re.compile(r"[A-Z][A-Za-z0-9]*")
_DEFAULTS = Settings()


class Mark(StrEnum):
    """The shapes that may stand for a kind."""

    SQUARE = "square"
    DISC = "disc"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    RING = "ring"


class Underline(StrEnum):
    """The lines that may stand under a kind's names."""

    DOUBLE = "double"
    SOLID = "solid"
    DOTTED = "dotted"
    DASHED = "dashed"
    WAVY = "wavy"


class Excerpt(StrEnum):
    """How much may be shown around a mention."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


def read_settings(texts: Mapping[str, bytes], folder: str) -> tuple[Settings, tuple[Problem, ...]]:
    """Return the settings of a site, all of them defaults where it has no `site.toml`.

    `texts` are the files of the content folder by path; `folder` is how problems name that folder.
    """
    file = f"{folder}/{SETTINGS_PATH}"
    if SETTINGS_PATH not in texts:
        return _DEFAULTS, ()
    text, undecodable = decode_text(texts[SETTINGS_PATH], file)
    try:
        table = parse_toml(text, 0, Lines(text))
    except TomlFaultError as fault:
        hint = "every line is a key, an equals sign and a value; texts stand in quotation marks"
        problem = Problem(Code.SETTINGS_BROKEN, f"cannot read it: {fault}", Location.at(file, fault.place), hint)
        return _DEFAULTS, (*undecodable, problem)
    findings = Findings(file)
    return _read(_form(table, findings)), (*undecodable, *findings.problems)


def _form(table: TableNode, findings: Findings) -> Form:
    return Form(table, findings, value_code=Code.SETTINGS_VALUE, unknown_code=Code.SETTINGS_UNKNOWN)


def _read(form: Form) -> Settings:
    language = form.language("language") or _DEFAULTS.language
    return Settings(
        title=form.text("title") or _DEFAULTS.title,
        description=form.text("description"),
        notice=form.text("notice"),
        base_url=_read_base_url(form),
        language=language,
        timezone=_read_timezone(form),
        authors=form.texts("authors", "author"),
        links=form.word(LinkPolicy, "links") or _DEFAULTS.links,
        off=_read_rules_off(form),
        excerpt=form.word(Excerpt, "excerpt") or _DEFAULTS.excerpt,
        day_first=form.flag("day_first"),
        life_events=form.flag("life_events") is True,
        cards=form.flag("cards") is not False,
        kinds=_read_kinds(form),
        relations=read_relation_types(form, language),
        files=tuple(path.lstrip("/") for path in form.texts("files")),
        navigation=_read_navigation(form),
        extra=form.close(),
    )


def _read_base_url(form: Form) -> str:
    node = form.text_node("base_url")
    if node is None:
        return ""
    url = node.text.strip()
    if is_site_address(url):
        return url.rstrip("/") + "/"
    form.refuse(NO_SITE_ADDRESS.format(url), node.place, SITE_ADDRESS_REMEDY)
    return ""


def _read_rules_off(form: Form) -> tuple[str, ...]:
    table = form.table_at("linking")
    if table is None:
        return ()
    inner = form.inner(table)
    known = []
    for node in inner.text_nodes("off"):
        name = node.text.strip().lower()
        if name in OPTIONAL_RULES:
            known.append(name)
        else:
            hint = suggest(name, OPTIONAL_RULES) or "docs/linking.md lists the rules that can be off"
            form.refuse(f"'{node.text}' is no rule of linking that can be off", node.place, hint)
    inner.close("it is left out")
    return tuple(dict.fromkeys(known))


def _read_timezone(form: Form) -> str:
    node = form.text_node("timezone")
    if node is None or is_timezone(node.text):
        return node.text if node else _DEFAULTS.timezone
    hint = "write a name from the IANA list, such as America/Mexico_City"
    form.refuse(f"'{node.text}' is not a time zone", node.place, hint)
    return _DEFAULTS.timezone


def _read_kinds(form: Form) -> tuple[Kind, ...]:
    kinds = {kind.name: kind for kind in _DEFAULTS.kinds}
    table = form.table_at("kinds")
    for entry in table.entries if table else ():
        if not _KIND_NAME.fullmatch(entry.key):
            form.refuse(f"'{entry.key}' cannot name a kind", entry.place, "use lower-case letters, digits and hyphens")
        elif not isinstance(entry.node, TableNode):
            form.refuse(f"the kind '{entry.key}' should be a table", entry.place, f"write [kinds.{entry.key}]")
        else:
            kind = _read_kind(form.inner(entry.node), kinds.get(entry.key) or _plan_kind(entry.key), entry.place)
            taken = [other for other in kinds.values() if other.folder == kind.folder and other.name != kind.name]
            if taken:
                message = f"the kinds '{taken[0].name}' and '{kind.name}' share the folder '{kind.folder}'"
                form.refuse(message, entry.place, "give one of them a folder of its own")
            else:
                kinds[entry.key] = kind
    return tuple(kinds.values())


def _plan_kind(name: str) -> Kind:
    label = name.replace("-", " ").capitalize()
    return Kind(name, f"{name}s", label, f"{label}s", "Thing", Mark.DIAMOND.value, Underline.DASHED.value)


def _read_kind(form: Form, kind: Kind, place: Place) -> Kind:
    """Return a kind with the keys of the form in it, in place of those that it has."""
    read = replace(
        kind,
        label=form.text("label") or kind.label,
        plural=form.text("plural") or kind.plural,
        folder=_read_folder(form, kind, place),
        schema_type=_read_pattern(form, "schema_type", _SCHEMA_TYPE, "Organization") or kind.schema_type,
        mark=(form.word(Mark, "mark") or Mark(kind.mark)).value,
        underline=(form.word(Underline, "underline") or Underline(kind.underline)).value,
        colour=_read_pattern(form, "colour", _COLOUR, "#7a3e00") or kind.colour,
        colour_dark=_read_pattern(form, "colour_dark", _COLOUR, "#ffb86b") or kind.colour_dark,
    )
    form.close("it is left out")
    return read


def _read_folder(form: Form, kind: Kind, place: Place) -> str:
    node = form.text_node("folder")
    folder = node.text if node else kind.folder
    at = node.place if node else place
    if not is_slug(folder):
        form.refuse(f"'{folder}' cannot be a folder of the site", at, f"write {slugify(folder) or kind.folder}")
        return kind.folder
    if folder in RESERVED_FOLDERS:
        form.refuse(f"the folder '{folder}' is taken by Dateline", at, "choose another folder")
        return f"{kind.name}-entities"
    return folder


def _read_pattern(form: Form, key: str, pattern: re.Pattern[str], example: str) -> str:
    node = form.text_node(key)
    if node is None or pattern.fullmatch(node.text):
        return node.text if node else ""
    form.refuse(f"'{node.text}' cannot be a {key}", node.place, f"write one such as {example}")
    return ""


def _read_navigation(form: Form) -> tuple[tuple[str, str], ...]:
    table = form.table_at("navigation")
    links = []
    for entry in table.entries if table else ():
        path = entry.node.text.strip().lstrip("/") if isinstance(entry.node, TextNode) else None
        if path is not None and (not path or is_local_path(path)):
            links.append((entry.key, path))
        else:
            hint = 'write a path from the site\'s root: Timeline = "/timeline/"'
            form.refuse(f"'{entry.key}' does not lead to a path within the site", entry.place, hint)
    return tuple(links)
