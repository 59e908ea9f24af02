"""Who is with whom is counted entry by entry, and the closest are found."""

from collections import Counter
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from support.linked import linked_article, linked_event, recorded

from dateline.indexes.entries import Entry, collect_entries
from dateline.indexes.pairs import Pair, closest_pairs, count_pairs, ends_of, most_told
from dateline.model.names import EntityId

NAMES = st.lists(st.sampled_from([EntityId(f"people/{letter}") for letter in "abcdef"]), unique=True, max_size=4)


def entries_with(casts: list[list[EntityId]]) -> tuple[Entry, ...]:
    """Return an entry for each of these casts."""
    events = [
        linked_event("2020-01-01", f"Event {n}", slug=f"e{n}", entities=" ".join(cast)) for n, cast in enumerate(casts)
    ]
    return collect_entries(recorded(linked_article("a", "2022-08-01", "", *events))) if casts else ()


@given(st.lists(NAMES, max_size=12))
def test_every_two_in_an_entry_are_a_pair(casts: list[list[EntityId]]) -> None:
    """The ends of a pair are in the order of ids; those who are together most stand first."""
    everybody = {name for cast in casts for name in cast}
    found = count_pairs(entries_with(casts), everybody)
    expected = Counter(pair for cast in casts for pair in combinations(sorted(cast), 2))
    assert {(pair.first, pair.second): pair.entries for pair in found} == expected
    assert list(found) == sorted(found, key=lambda pair: (-pair.entries, pair.first, pair.second))
    few = most_told(dict.fromkeys(everybody, ()), 3)
    assert {pair for pair in found if {pair.first, pair.second} <= few} == set(count_pairs(entries_with(casts), few))


@given(st.lists(NAMES, max_size=12), st.integers(1, 3), st.integers(0, 6))
def test_everybody_has_those_to_whom_they_are_closest(casts: list[list[EntityId]], each: int, most: int) -> None:
    """As long as there is room."""
    pairs = count_pairs(entries_with(casts), {name for cast in casts for name in cast})
    found = closest_pairs(pairs, each, most)
    assert len(found) <= most
    everything = closest_pairs(pairs, each, len(pairs))
    assert found == everything[:most]
    closest, kept = ends_of(pairs), ends_of(everything)
    assert all(closest[name][:each] == kept[name][:each] for name in closest)


def test_of_equals_the_first_by_id_are_told_most() -> None:
    """Those in more entries come before them."""
    told = {EntityId("b"): (1, 2), EntityId("c"): (1,), EntityId("a"): (1,)}
    assert most_told(told, 2) == {"b", "a"}  # type: ignore[arg-type]
    assert closest_pairs([Pair(EntityId("a"), EntityId("b"), 1)], 3, 0) == ()
