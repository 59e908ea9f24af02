"""The diff of two ledgers: which links came, went or became ambiguous."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.building import article, content, registry

from dateline.linking import changes
from dateline.linking.changes import compare_ledgers, count_changes
from dateline.linking.ledger import ledger_lines
from dateline.linking.linker import link_content
from dateline.model.settings import LinkPolicy

ANA = "people/a: Ana Ruiz; La Jefa"
EVA = "people/b: Eva Flores; La Jefa"
JALISCO = "places/j: Jalisco"
WORDS = st.lists(st.sampled_from(["La Jefa", "Ana Ruiz", "Jalisco", "then", "\n\n", "## Head\n\n"]), max_size=12)


def ledger(body: str, entities: str, links: LinkPolicy = LinkPolicy.FIRST_PER_SECTION) -> bytes:
    """Return the ledger of an article."""
    linked, _ = link_content(content(registry(entities), article(body), links=links))
    return ledger_lines(linked.mentions()).encode()


def told(before: bytes, after: bytes) -> list[str]:
    """Return the changes, a line each."""
    found = compare_ledgers(before, after)
    return [f"{change.row.line}:{change.row.column} {change}" for change in found]


def test_a_new_entity_brings_links() -> None:
    """Each with its place."""
    body = "Jalisco is big. Ana Ruiz left.\n"
    assert told(ledger(body, JALISCO), ledger(body, f"{JALISCO}\n{ANA}")) == ["1:17 'Ana Ruiz' now links to people/a"]


def test_an_entity_that_is_gone_takes_its_links_with_it() -> None:
    """Told with the place where they were."""
    body = "Jalisco is big. Ana Ruiz left.\n"
    before, after = ledger(body, f"{JALISCO}\n{ANA}"), ledger(body, JALISCO)
    assert told(before, after) == ["1:17 'Ana Ruiz' no longer links to people/a"]


def test_a_new_entity_can_make_an_old_link_ambiguous() -> None:
    """The candidates are named."""
    body = "La Jefa left.\n"
    found = compare_ledgers(ledger(body, ANA), ledger(body, f"{ANA}\n{EVA}"))
    assert [str(change) for change in found] == [
        "'La Jefa' no longer links to people/a: it may mean people/a or people/b"
    ]
    assert count_changes(found) == "1 now ambiguous"


def test_a_link_can_lead_elsewhere() -> None:
    """The same words, another entity."""
    found = told(ledger("La Jefa left.\n", ANA), ledger("La Jefa left.\n", EVA))
    assert found == ["1:1 'La Jefa' now links to people/b, no longer to people/a"]


def test_lines_that_move_change_nothing() -> None:
    """An edit above, and a sentence between, leave the links what they were."""
    body = "Ana Ruiz came to Jalisco.\n"
    assert told(ledger(body, f"{ANA}\n{JALISCO}"), ledger(f"It rained.\n\n{body}", f"{ANA}\n{JALISCO}")) == []


def test_a_link_that_moves_to_another_mention_is_no_change() -> None:
    """The first mention is the link; a new one before it takes its place."""
    before = ledger("It is hot in Jalisco.\n", JALISCO)
    after = ledger("Off to Jalisco. It is hot in Jalisco, says Jalisco.\n", JALISCO)
    assert told(before, after) == []
    assert told(after, before) == []


def test_links_that_are_switched_off_are_gone() -> None:
    """Though the names still count."""
    body = "Ana Ruiz came to Jalisco.\n"
    both = f"{ANA}\n{JALISCO}"
    found = compare_ledgers(ledger(body, both), ledger(body, both, LinkPolicy.NONE))
    assert count_changes(found) == "2 gone"


def test_a_change_in_the_midst_of_many_mentions_is_found_where_it_is() -> None:
    """What stands before and after it is matched by order."""
    both = f"{ANA}\n{JALISCO}"
    before = ledger("Jalisco.\n\n# A\n\nAna Ruiz.\n\n# B\n\nJalisco.\n", both)
    after = ledger("Jalisco.\n\n# A\n\nAna Ruiz.\n\n# C\n\nAna Ruiz.\n\n# B\n\nJalisco.\n", both)
    assert told(before, after) == ["9:1 'Ana Ruiz' now links to people/a"]


def test_very_long_files_are_matched_by_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first with the first of the same words, so that time stays within bounds."""
    monkeypatch.setattr(changes, "_LARGEST_MATCH", 0)
    both = f"{ANA}\n{JALISCO}"
    before = ledger("Ana Ruiz. Jalisco.\n", both, LinkPolicy.ALL)
    after = ledger("Jalisco. Jalisco. Ana Ruiz.\n", both, LinkPolicy.ALL)
    assert count_changes(compare_ledgers(before, after)) == "1 new"


def test_files_that_come_and_go_are_told() -> None:
    """With all their links."""
    body = ledger("Ana Ruiz.\n", ANA)
    assert count_changes(compare_ledgers(b"", body)) == "1 new"
    assert count_changes(compare_ledgers(body, b"")) == "1 gone"


@pytest.mark.parametrize("broken", [b"{", b"[]\n", b"{}\n", b"\xff\n", b'{"path": "a", "line": null}\n', b"1\n"])
def test_what_is_no_ledger_is_refused(broken: bytes) -> None:
    """With the one error that callers expect."""
    with pytest.raises(ValueError, match="no ledger"):
        compare_ledgers(broken, ledger("Ana Ruiz.\n", ANA))


@pytest.mark.property
@given(WORDS)
def test_a_ledger_compared_with_itself_has_no_changes(words: list[str]) -> None:
    """Whatever it holds."""
    one = ledger(" ".join(words), f"{ANA}\n{EVA}\n{JALISCO}")
    assert compare_ledgers(one, bytes(one)) == ()
    assert compare_ledgers(one, one.replace(b'"rule": "name"', b'"rule": "other"')) == ()


@pytest.mark.property
@given(WORDS, WORDS)
def test_changes_balance(before: list[str], after: list[str]) -> None:
    """Links before, and those that came, less those that went or became ambiguous, are the links after."""
    old, new = (ledger(" ".join(words), f"{ANA}\n{EVA}\n{JALISCO}") for words in (before, after))
    count = dict.fromkeys(changes.Became, 0)
    for change in compare_ledgers(old, new):
        count[change.became] += 1
    gone = count[changes.Became.GONE] + count[changes.Became.AMBIGUOUS]
    assert old.count(b'"linked"') + count[changes.Became.NEW] - gone == new.count(b'"linked"')
