"""Every rule is documented, and every documented rule exists."""

import re
from pathlib import Path

from dateline.linking import rules
from dateline.linking.rules import KEEPING, RULES
from dateline.model.settings import OPTIONAL_RULES

_DOCS = Path(__file__).parents[2] / "docs" / "linking.md"


def test_rules_are_documented() -> None:
    """The page on linking has a row for each rule, and says what the table of rules says."""
    rows = re.findall(r"^\| `([a-z-]+)` \| (.+?) \| .+ \|$", _DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [(rule.name, rule.does) for rule in (*RULES, *KEEPING)]


def test_rules_have_one_name() -> None:
    """The table holds every rule that the linker knows, once."""
    constants = {value for key, value in vars(rules).items() if key.isupper() and isinstance(value, str)}
    assert sorted(constants) == sorted(rule.name for rule in (*RULES, *KEEPING))


def test_the_rules_that_can_be_off_exist() -> None:
    """Settings name the optional rules in the order of the table, and no other."""
    assert tuple(rule.name for rule in RULES if rule.can_be_off) == OPTIONAL_RULES
