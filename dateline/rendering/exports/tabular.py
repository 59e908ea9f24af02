"""Turn the rows of tables into JSON, CSV (RFC 4180) and their description (Data Package 2.0, datapackage.org)."""

import csv
import json
from collections.abc import Iterable, Iterator
from functools import partial
from types import SimpleNamespace
from typing import Any

from dateline.model.names import slugify
from dateline.model.settings import Settings
from dateline.rendering.exports.pieces import Piece, Reads, constant
from dateline.rendering.exports.rows import Material, Row
from dateline.rendering.exports.tables import FOREIGN_KEYS, TABLES, Table
from dateline.rendering.keys import fold, stamp_words

encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Returns a value as JSON; `json.dumps` would make such an encoder for each."""


def json_file(table: Table, rows: Iterable[Row]) -> bytes:
    """Return rows as one JSON object with one list, a line for each row, as UTF-8."""
    opening, end = _frame(table)
    return f"{opening}{_json_lines(rows)}{end}".encode()


def json_pieces(table: Table, material: Material) -> Iterator[Piece]:
    """Return the pieces of that file."""
    opening, end = _frame(table)
    yield constant(opening)
    for place in range(len(material.runs(table.name))):
        between = ",\n" if place else ""
        make = partial(_json_run, table, material, place, between)
        yield Piece(make, partial(_run_key, table, place, f"json{between}"))
    yield constant(end)


def csv_file(table: Table, rows: Iterable[Row]) -> bytes:
    """Return rows as CSV with a line of names, as UTF-8; what holds several values is written as JSON."""
    return f"{_csv_lines([_names(table)])}{_csv_lines(_cells(table, rows))}".encode()


def csv_pieces(table: Table, material: Material) -> Iterator[Piece]:
    """Return the pieces of that file."""
    yield constant(_csv_lines([_names(table)]))
    for place in range(len(material.runs(table.name))):
        yield Piece(partial(_csv_run, table, material, place), partial(_run_key, table, place, "csv"))


def _frame(table: Table) -> tuple[str, str]:
    return f'{{"{table.name}":[\n', "\n]}\n"


def _json_run(table: Table, material: Material, place: int, between: str) -> bytes:
    return f"{between}{_json_lines(material.rows_of_run(table.name, place))}".encode()


def _json_lines(rows: Iterable[Row]) -> str:
    return ",\n".join(map(encode, rows))


def _csv_run(table: Table, material: Material, place: int) -> bytes:
    return _csv_lines(_cells(table, material.rows_of_run(table.name, place))).encode()


def _csv_lines(cells: Iterable[Iterable[str]]) -> str:
    lines: list[str] = []
    csv.writer(SimpleNamespace(write=lines.append)).writerows(cells)
    return "".join(lines)


def _cells(table: Table, rows: Iterable[Row]) -> Iterator[list[str]]:
    names = _names(table)
    return ([_cell(row.get(name)) for name in names] for row in rows)


def _names(table: Table) -> list[str]:
    return [field.name for field in table.fields]


def _run_key(table: Table, place: int, form: str, reads: Reads) -> bytes:
    return fold(stamp_words((form,)), reads.run(table.name, place))


def package_file(settings: Settings) -> bytes:
    """Return the description of the CSV files, datapackage.json."""
    document: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": slugify(settings.title) or "chronology",
        "title": settings.title,
        "description": settings.description,
        "homepage": settings.base_url,
        "resources": [_resource(table) for table in TABLES],
    }
    filled = {name: value for name, value in document.items() if value}
    return (json.dumps(filled, ensure_ascii=False, indent=2) + "\n").encode()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return encode(value)


def _resource(table: Table) -> dict[str, object]:
    fields = [{"name": each.name, "type": each.type, "description": each.about} for each in table.fields]
    keys = [
        {"fields": [name], "reference": {"resource": target, "fields": [key]}}
        for owner, name, target, key in FOREIGN_KEYS
        if owner == table.name
    ]
    schema = {"fields": fields, "primaryKey": [table.fields[0].name], **({"foreignKeys": keys} if keys else {})}
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.about,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }
