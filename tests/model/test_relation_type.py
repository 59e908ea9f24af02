"""Every site has five types of relation, in words of its language."""

import pytest

from dateline.model.relation_type import built_in_types


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["leads", "led by", "member of", "members", "part of", "parts", "rival of", "rival of",
                "successor of", "succeeded by"]),
        ("es-MX", ["dirige", "bajo la dirección de", "miembro de", "miembros", "parte de", "partes", "rival de",
                   "rival de", "sucede a", "le sucede"]),
    ],
)  # fmt: skip
def test_each_end_has_its_words(language: str, words: list[str]) -> None:
    """English and Spanish; the region of a language does not matter."""
    types = built_in_types(language)
    assert [word for each in types for word in (each.label, each.inverse)] == words


def test_other_languages_have_english_words() -> None:
    """And the names stay the same in all of them."""
    assert built_in_types("de") == built_in_types("en")
    assert [each.name for each in built_in_types("es")] == [each.name for each in built_in_types("en")]
    assert [each.name for each in built_in_types("es") if each.is_symmetric] == ["rival-of"]
