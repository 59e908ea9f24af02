"""The ledger's lines are JSON with the fields that are promised."""

import json

from support.building import article, content, registry

from dateline.linking.ledger import ledger_lines
from dateline.linking.linker import link_content


def test_lines() -> None:
    """A mention is one line, its letters as they are, its fields in order."""
    entities = registry("people/x: Ana Ruiz; La Jefa\npeople/y: Eva Paz; La Jefa\nplaces/m: Michoacán")
    linked, _ = link_content(content(entities, article("In *Michoacán*\nLa\nJefa.")))
    lines = ledger_lines(linked.mentions()).splitlines()
    assert lines[0] == (
        '{"path": "articles/a.md", "line": 1, "column": 5, "surface": "Michoacán", "entity": "places/m", '
        '"name": "Michoacán", "rule": "name", "decision": "linked", "candidates": ["places/m"], "article": "a"}'
    )
    assert json.loads(lines[1]) == {
        "path": "articles/a.md",
        "line": 2,
        "column": 1,
        "surface": "La Jefa",
        "entity": None,
        "name": "La Jefa",
        "rule": "shared-name",
        "decision": "ambiguous",
        "candidates": ["people/x", "people/y"],
        "article": "a",
    }
    assert ledger_lines(()) == ""
