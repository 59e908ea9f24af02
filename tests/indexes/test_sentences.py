"""A paragraph is cut where its sentences end, and nowhere else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.indexes.sentences import split_sentences


def sentences(text: str) -> list[str]:
    """Return the words of each sentence."""
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("no stop at all", ["no stop at all"]),
        ("", []),
        ("  ", []),
        ("Dr. Smith left. He ran.", ["Dr. Smith left.", "He ran."]),
        ("The U.S. Army came. It went.", ["The U.S. Army came.", "It went."]),
        ("J. Doe and A.B. Roe spoke.", ["J. Doe and A.B. Roe spoke."]),
        ("It cost 3.5 million. Fourteen died.", ["It cost 3.5 million.", "Fourteen died."]),
        ("“Stop!” he said. “Why?” She ran.", ["“Stop!” he said.", "“Why?”", "She ran."]),
        ("¿Quién? Nadie. EE. UU. paga.", ["¿Quién?", "Nadie.", "EE. UU. paga."]),
        ("他说。你好！", ["他说。", "你好！"]),
        ("Wait… what? Yes.", ["Wait… what?", "Yes."]),
        ("He left (so they say.) Then rain.", ["He left (so they say.)", "Then rain."]),
    ],
)
def test_sentences_end_at_stops(text: str, expected: list[str]) -> None:
    """A stop before a new word ends a sentence; abbreviations, initials and lower case do not."""
    assert sentences(text) == expected


@pytest.mark.property
@given(st.text(alphabet="aAé. !?“”U.S。\n", max_size=60))
def test_sentences_hold_every_word(text: str) -> None:
    """Sentences are in order, do not overlap, and leave out nothing but white space."""
    spans = split_sentences(text)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
