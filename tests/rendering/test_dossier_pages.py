"""What a dossier says of an entity at a glance."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from support.keyed import keyed_pages
from support.site import OPTIONS, theme_templates

from dateline.model.source import Sources
from dateline.pipeline import build_site

FILES = {
    "articles/2026-03-01-dam.md": "---\ntitle: Dam\nevents:\n"
    "  - {date: 2024-05-01, title: Ana Gil plans a dam}\n"
    "  - {date: 2026-02-01, title: Ana Gil digs}\n"
    "  - {date: 2027-05-03, title: Ana Gil opens the dam}\n---\n",
    "people/ana.md": "---\nname: Ana Gil\n---\n",
}
BEFORE, AFTER = date(2026, 11, 22), date(2027, 5, 3)


def facts(today: date) -> dict[str, str]:
    """Return the facts on a dossier by their labels."""
    html = keyed_pages(FILES, replace(OPTIONS, today=today))["people/ana/index.html"].html.decode()
    found = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", html, re.DOTALL)
    return {label: " ".join(re.sub(r"<[^>]*>", "", said).split()) for label, said in found}


def test_what_is_still_to_come_is_told_as_announced() -> None:
    """It is neither the last that was seen, nor the end of a silence; on its day it has happened."""
    told = facts(BEFORE)
    assert (told["First seen"], told["Last seen"], told["Announced for"]) == (
        "1 May 2024",
        "1 February 2026",
        "3 May 2027",
    )
    assert told["Longest silence"].startswith("21 months, ")
    assert "Announced for" not in facts(AFTER)
    assert facts(AFTER)["Last seen"] == "3 May 2027"


@pytest.mark.parametrize(("today", "last"), [(BEFORE, "2026-02"), (AFTER, "2027-05")])
def test_registers_and_cards_know_the_day(today: date, last: str) -> None:
    """What was seen last stands in the register, and on the card of the name."""
    options = replace(OPTIONS, today=today)
    outputs = build_site(
        Sources({path: text.encode() for path, text in FILES.items()}, templates=theme_templates()), options
    ).outputs
    row = str(outputs["people/index.html"]).partition("<tbody>")[2]
    assert re.findall(r'datetime=\\?"([\d-]+)', row)[-1] == last
    (card,) = (json.loads(str(bytes(data), "utf-8").partition(":")[2].partition("\n")[0])  # type: ignore[arg-type]
               for path, data in outputs.items() if path.startswith("cards/"))  # fmt: skip
    assert card[-1] == {"2026-02": "1 February 2026", "2027-05": "3 May 2027"}[last]


def test_the_start_page_lists_what_has_happened() -> None:
    """The latest first, and nothing that is still to come."""
    for today, titles in ((BEFORE, ["digs", "plans"]), (AFTER, ["opens", "digs", "plans"])):
        html = keyed_pages(FILES, replace(OPTIONS, today=today))["index.html"].html.decode()
        latest = html.partition('id="latest"')[2]
        assert re.findall(r"(digs|plans|opens)", re.sub(r"<[^>]*>", "", latest.partition("</section>")[0])) == titles


def test_the_keys_of_pages_know_the_day() -> None:
    """A page that the day changes has another key, and no other page has."""
    before, after = (keyed_pages(FILES, replace(OPTIONS, today=today)) for today in (BEFORE, AFTER))
    changed = {path for path in before if before[path].key != after[path].key}
    assert changed == {path for path in before if before[path].html != after[path].html}
    assert changed == {"index.html", "people/ana/index.html", "people/index.html"}
