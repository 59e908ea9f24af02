"""A name that can be written in another way is tried in all of them, and no other is."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.linking.spellings import _REWRITES, MAY_DIFFER, spellings

PIECES = "Ana Gil El el AL-Qaeda al-Qaida -s - . J. & and of University of at , US U.S. USA. ABCDE Ñ".split(" ")
FORMS = st.lists(st.sampled_from([*PIECES, "University of", "St.", "x"]), max_size=6).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words), "-".join(words)])
)


@pytest.mark.property
@given(form=FORMS | st.text(max_size=12))
@example("US")
@example("El Salvador")
@example("University of X at Y")
@example("A and B")
def test_a_name_that_nothing_rewrites_is_not_tried(form: str) -> None:
    """What tells that without trying is right about every name that would be rewritten."""
    assert MAY_DIFFER.search(form) or all(rewrite(form) == form for rewrite in _REWRITES)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("Ana Gil", set()),
        ("U.S.", {"US"}),
        ("Smith & Sons", {"Smith and Sons"}),
        ("Al Qaeda", {"Al-Qaeda", "al-Qaeda", "Al-qaeda", "al-qaeda", "al Qaeda", "al qaeda", "Al qaeda"}),
    ],
)
def test_names_have_other_spellings(form: str, expected: set[str]) -> None:
    """Each once, and never the name itself."""
    assert {*spellings(form)} == expected
    assert len([*spellings(form)]) == len(expected)
