"""Turn the rows of tables into JSON, CSV (RFC 4180) and their description (Data Package 2.0, datapackage.org)."""

import csv
import json
from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

from dateline.model.names import slugify
from dateline.model.settings import Settings
from dateline.rendering.exports.rows import Row
from dateline.rendering.exports.tables import FOREIGN_KEYS, TABLES, Table

encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Returns a value as JSON; `json.dumps` would make such an encoder for each."""


def json_file(table: Table, rows: Iterable[Row]) -> bytes:
    """Return rows as one JSON object with one list, a line for each row, as UTF-8."""
    lines = ",\n".join(map(encode, rows))
    return f'{{"{table.name}":[\n{lines}\n]}}\n'.encode()


def csv_file(table: Table, rows: Iterable[Row]) -> bytes:
    """Return rows as CSV with a line of names, as UTF-8; what holds several values is written as JSON."""
    lines: list[str] = []
    writer = csv.writer(SimpleNamespace(write=lines.append))
    names = [field.name for field in table.fields]
    writer.writerow(names)
    writer.writerows([_cell(row.get(name)) for name in names] for row in rows)
    return "".join(lines).encode()


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
