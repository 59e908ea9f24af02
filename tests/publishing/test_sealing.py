"""What is sealed is had back as it was, or not at all."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.publishing.sealing import seal, unseal

FORM = b"form 1\n"


@given(st.binary(max_size=40), st.binary(max_size=10))
def test_what_was_sealed_is_had_back(body: bytes, kept_by: bytes) -> None:
    """By the program that kept it, in the form that it has."""
    data = seal(body, FORM, kept_by)
    assert data.startswith(FORM)
    assert unseal(data, FORM, kept_by) == body
    assert unseal(data, FORM, kept_by + b"x") is None
    assert unseal(data, b"form 2\n", kept_by) is None


@given(st.binary(max_size=20), st.data())
def test_what_is_damaged_is_not_had_back(body: bytes, data: st.DataObject) -> None:
    """Wherever it is, and however short."""
    sealed = seal(body, FORM, b"program")
    place = data.draw(st.integers(0, len(sealed) - 1))
    assert unseal(sealed[:place], FORM, b"program") is None
    assert unseal(sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :], FORM, b"program") is None
