"""Folding makes two spellings of a name one, and keeps the way back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.linking.folding import fold, fold_text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Michoacán", "Michoacan"),
        ("Michoaca\u0301n", "Michoacan"),
        ("Łódź Ørsted Đinđić İzmir", "Lodz Orsted Dindic Izmir"),
        ("O’Neill ʼtis “so” «là»", 'O\'Neill \'tis "so" "la"'),
        ("Baden–Württemberg a‑b", "Baden-Wurttemberg a-b"),
        ("a \n\t b\u00a0c\u00add", "a b cd"),
        ("US us", "US us"),
        ("東京 Άνω Йод", "東京 Ανω Иод"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    """Diacritics, curly signs, dashes and surplus space go; letter case and other scripts stay."""
    assert fold(text) == folded


@pytest.mark.property
@settings(deadline=None)
@given(st.text(st.sampled_from("aé\u0301\u0327 \n\u00ad’–xŁ東")))
def test_way_back(text: str) -> None:
    """Pieces of the folded text lead back to pieces of the author's that fold to the same."""
    folded = fold_text(text)
    for end in range(1, len(folded.text) + 1):
        start = end - 1
        piece = text[folded.origin(start) : folded.origin(end)]
        assert fold(piece) == folded.text[start:end]
    assert folded.origin(len(folded.text)) == len(text)


@pytest.mark.property
@settings(deadline=None)
@given(st.text(st.sampled_from("abé\u0301 \n\u00a0\u00ad’“–ßµ«\x00\x85")))
def test_company(text: str) -> None:
    """What is folded quickly and what is not give the same: one sign of another script makes the difference."""
    alone, beside = fold_text(text), fold_text(text + "東")
    assert beside.text == alone.text + "東"
    assert [beside.origin(n) for n in range(len(alone.text))] == [alone.origin(n) for n in range(len(alone.text))]
    assert alone.span(0, len(alone.text)) == (alone.origin(0), alone.origin(len(alone.text)))
