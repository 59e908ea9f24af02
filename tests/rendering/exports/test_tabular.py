"""JSON and CSV hold the same rows, and the data package says what stands in them."""

import csv
import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.exported import FILES, material

from dateline.model.settings import Settings
from dateline.rendering.exports.rows import Row
from dateline.rendering.exports.tables import ENTRIES, TABLES, Table
from dateline.rendering.exports.tabular import csv_file, json_file, package_file

SMALL = material(FILES)
OF_JSON: Mapping[str, type] = {"array": list, "boolean": bool, "integer": int, "number": float, "string": str}


def from_csv(table: Table, data: bytes) -> list[Row]:
    """Read CSV by the types of its fields."""
    types = {field.name: field.type for field in table.fields}
    rows = csv.DictReader(data.decode().splitlines(keepends=True), strict=True)
    return [
        {name: cell if types[name] == "string" else json.loads(cell) for name, cell in row.items() if cell}
        for row in rows
    ]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_json_and_csv_say_the_same(table: Table) -> None:
    """And each value has the type that its field has."""
    rows = SMALL.rows(table.name)
    read = json.loads(json_file(table, rows))
    assert list(read) == [table.name]
    assert read[table.name] == rows == from_csv(table, csv_file(table, rows))
    for row in rows:
        for field in table.fields:
            assert field.name not in row or isinstance(row[field.name], OF_JSON[field.type])


def test_a_table_without_rows_is_one_all_the_same() -> None:
    """A list that is empty, and a line of names."""
    assert json.loads(json_file(ENTRIES, [])) == {"entries": []}
    assert from_csv(ENTRIES, csv_file(ENTRIES, [])) == []


@pytest.mark.property
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_every_text_comes_back(text: str) -> None:
    """Quotation marks, line ends, commas and all."""
    row = {"id": text, "title": "x", "places": [text]}
    assert json.loads(json_file(ENTRIES, [row])) == {"entries": [row]}
    records = list(csv.reader(_lines(csv_file(ENTRIES, [row]).decode()), strict=True))
    assert (records[1][0], json.loads(records[1][ENTRIES_PLACES])) == (text, [text])


ENTRIES_PLACES = [field.name for field in ENTRIES.fields].index("places")


def _lines(text: str) -> list[str]:
    """Lines as the reader of CSV wants them: with their ends, which may stand inside of a value."""
    return [f"{line}\n" for line in text.split("\n")[:-1]]


def test_the_package_describes_the_csv_files() -> None:
    """Field by field, in their order, with keys that there are."""
    package = json.loads(package_file(Settings(title="The Record", base_url="https://example.org/")))
    assert (package["name"], package["homepage"]) == ("the-record", "https://example.org/")
    assert "description" not in package
    described = {resource["name"]: resource for resource in package["resources"]}
    assert list(described) == [table.name for table in TABLES]
    for table in TABLES:
        resource = described[table.name]
        header = csv_file(table, []).decode().strip().split(",")
        assert resource["path"] == f"{table.name}.csv"
        assert [field["name"] for field in resource["schema"]["fields"]] == header
        assert resource["schema"]["primaryKey"] == header[:1]
        for key in resource["schema"].get("foreignKeys", []):
            target = described[key["reference"]["resource"]]
            assert target["schema"]["primaryKey"] == key["reference"]["fields"]
