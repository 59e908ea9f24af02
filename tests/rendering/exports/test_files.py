"""docs/data.md tells of every file and every field, in the words of the code, and every file can be made.

After a change that is meant, run this file with `DATELINE_UPDATE=1`: it writes the fields anew.
"""

import json
import os
import re
from pathlib import Path

from support.exported import FILES, material
from support.site import render

from dateline.rendering.exports.files import EXPORTS
from dateline.rendering.exports.tables import TABLES, Table

PAGE = Path(__file__).parents[3] / "docs" / "data.md"
START = "<!-- The rest is written from dateline/rendering/exports/tables.py. -->\n"


def section(table: Table) -> str:
    """Return the section of a table."""
    rows = [f"| `{field.name}` | {field.type} | {field.about} |" for field in table.fields]
    return "\n".join(
        [f"## {table.name}", "", table.about, "", "| field | type | what it says |", "|---|---|---|", *rows]
    )


def test_every_field_is_told() -> None:
    """And none that there is not."""
    opening, _, told = PAGE.read_text(encoding="utf-8").partition(START)
    written = "\n" + "\n\n".join(map(section, TABLES)) + "\n"
    if os.environ.get("DATELINE_UPDATE"):
        PAGE.write_text(f"{opening}{START}{written}", encoding="utf-8")
        return
    assert told == written


def test_every_file_is_told() -> None:
    """And none that there is not."""
    listed = re.search(r"\| file \|.*?\n\n", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert listed
    names = re.findall(r"^\| `([a-z.]+)`|, `([a-z]+\.csv)`", listed[0], re.MULTILINE)
    assert sorted(map("".join, names)) == sorted(["mentions.jsonl", *(export.name for export in EXPORTS)])


def test_every_file_can_be_made_of_nothing_and_of_much() -> None:
    """And counts what it holds."""
    for files in ({"articles/a.md": "---\ntitle: A\ndate: 2021\n---\n"}, FILES):
        made = material(files)
        for export in EXPORTS:
            data = export.make(made)
            assert data.endswith(b"\n")
            if export.form == "FollowTheMoney" and export.count:
                assert data.count(b"\n") == export.count(made)
            elif export.name.endswith("json") and export.count:
                (rows,) = (each for each in json.loads(data).values() if isinstance(each, list))
                assert len(rows) == export.count(made)


def test_the_page_on_the_data_leads_to_every_file() -> None:
    """And tells how much of each there is, and what the fields mean."""
    html = render(FILES).page("data/index.html")
    for export in EXPORTS:
        assert f'<a href="{export.name}">{export.name}</a>' in html
    for table in TABLES:
        for field in table.fields:
            assert f"<code>{field.name}</code>" in html
    assert '<a href="entries.geojson">entries.geojson</a> <span class="count">GeoJSON, 1 of 5</span>' in html
    assert '<a href="events.ics">events.ics</a> <span class="count">iCalendar, 1 of 5</span>' in html


def test_the_page_leads_to_ledger_and_feeds() -> None:
    """Those of corrections where there are any."""
    html = render(FILES).page("data/index.html")
    for target in ("../data/mentions.jsonl", "../feed.xml", "../corrections.xml"):
        assert f'href="{target}"' in html
    assert "corrections.xml" not in render({"articles/a.md": "---\ntitle: A\ndate: 2021\n---\n"}).page(
        "data/index.html"
    )
