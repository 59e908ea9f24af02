"""The automaton finds what a plain search of the text finds, word by word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.linking.automaton import Automaton
from dateline.linking.folding import fold
from dateline.linking.name_forms import Name
from dateline.linking.names import NameIndex, index_pins
from dateline.linking.rules import ALIAS
from dateline.linking.small_words import SmallWords
from dateline.linking.spots import find_spots
from dateline.linking.words import is_inside_word
from dateline.model.names import EntityId

_ALPHABET = "ab cA-'é東京アنص\u0301พิ서문😀"
"""Letters of many scripts, and none that a language writes together with a name."""

_FORMS = st.lists(st.text(_ALPHABET, min_size=1, max_size=4), unique=True, max_size=12)
_TEXT = st.text(_ALPHABET, max_size=40)


def _scan(text: str, forms: list[str]) -> set[tuple[str, int, int]]:
    """Every occurrence of every form, looked for at every place."""
    return {
        (form, start, start + len(form)) for form in forms for start in range(len(text)) if text.startswith(form, start)
    }


def _index(forms: list[str]) -> NameIndex:
    names = ((Name(form, EntityId(f"people/{n}"), ALIAS),) for n, form in enumerate(forms))
    return NameIndex(tuple(names), Automaton(forms))


@pytest.mark.property
@settings(deadline=None)
@given(_TEXT, _FORMS)
def test_finds_what_a_scan_finds(text: str, forms: list[str]) -> None:
    """Every occurrence of every form, those inside words and inside one another too."""
    found = [(forms[number], start, end) for number, start, end in Automaton(forms).find(text)]
    assert set(found) == _scan(text, forms)
    assert len(set(found)) == len(found)


@pytest.mark.property
@settings(deadline=None)
@given(_TEXT, _FORMS)
def test_spots_are_whole_words(text: str, forms: list[str]) -> None:
    """A spot is an occurrence at whose ends words end, and every such occurrence is one."""
    folded = f"\n{fold(text)}\n"
    forms = list(dict.fromkeys(fold(form) for form in forms if fold(form)))
    found = {(names[0].text, start, end) for start, end, names in find_spots(folded, (_index(forms),), _is_open)}
    whole = {
        (form, start, end)
        for form, start, end in _scan(folded, forms)
        if not is_inside_word(folded, start) and not is_inside_word(folded, end)
    }
    assert found == whole


def _is_open(start: int, end: int) -> bool:
    return start <= end


def test_from_left_to_right() -> None:
    """Spots come in the order of their ends; those of two indexes are joined."""
    index = _index(["New York", "York", "New"])
    pins = index_pins({"york": EntityId("people/york")})
    spots = find_spots("\nYork, New York\n", (index, pins), _is_open)
    assert [(start, end, [name.text for name in names]) for start, end, names in spots] == [
        (1, 5, ["York", "york"]),
        (7, 10, ["New"]),
        (7, 15, ["New York"]),
        (11, 15, ["York", "york"]),
    ]


@pytest.mark.property
@settings(deadline=None)
@given(st.text("abA-' é_\n", max_size=36), st.text("abA", max_size=3))
def test_small_words(text: str, word: str) -> None:
    """A small word is one that a list of all small words would hold."""
    small = SmallWords(text)
    assert (word in small) is (word in set(small))
    assert len(small) == len(set(small))
    stranger: object = 1
    assert stranger not in small


def test_no_names() -> None:
    """An index of nothing finds nothing."""
    assert not find_spots("\nNew York\n", (_index([]),), _is_open)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("ab", True),
        ("a b", False),
        ("東京", False),
        ("アリ", True),
        ("アの", False),
        ("พิ", True),
        ("東a", False),
        ("은a", True),
        ("ु ", False),
        ("eु", True),
        ("a_", True),
        ("😀", False),
    ],
)
def test_inside_a_word(text: str, inside: bool) -> None:
    """A word is a run of letters with their marks; where a script writes no space there is none, but of katakana."""
    assert is_inside_word(text, 1) is inside
    assert not is_inside_word(text, 0)
    assert not is_inside_word(text, len(text))
