"""The types of relation of a site are those of every site and its own; faults are golden cases."""

import pytest

from dateline.model.relation_type import RelationType, built_in_types
from dateline.reading.relation_types import find_type
from dateline.reading.settings import read_settings

OWN = """
language = "es"
[relations.finances]
inverse = "financed by"
[relations.ally-of]
label = "allied with"
symmetric = true
[relations.leads]
label = "heads"
[relations.successor-of]
symmetric = true
"""


def types(text: str = "") -> tuple[RelationType, ...]:
    """Return the types of a site without faults."""
    settings, problems = read_settings({"site.toml": text.encode()}, "content")
    assert problems == ()
    return settings.relations


def test_a_site_has_the_built_in_types() -> None:
    """In the words of its language."""
    assert types() == built_in_types("en")
    assert types('language = "es"\n') == built_in_types("es")


def test_a_site_adds_types_and_changes_those_that_there_are() -> None:
    """What it does not say stays; types of its own come last."""
    leads, *others, successor, finances, ally = types(OWN)
    assert leads == RelationType("leads", "heads", "bajo la dirección de")
    assert others == list(built_in_types("es")[1:4])
    assert successor == RelationType("successor-of", "sucede a", "sucede a", is_symmetric=True)
    assert finances == RelationType("finances", "finances", "financed by")
    assert ally == RelationType("ally-of", "allied with", "allied with", is_symmetric=True)


@pytest.mark.parametrize(
    ("text", "name", "is_inverse"),
    [
        ("leads", "leads", False),
        ("  Led_by ", "leads", True),
        ("MEMBER  of", "member-of", False),
        ("member-of", "member-of", False),
        ("Members", "member-of", True),
        ("rival of", "rival-of", False),
    ],
)
def test_an_author_writes_a_name_or_the_words_for_either_end(text: str, name: str, is_inverse: bool) -> None:
    """Capitals, hyphens and white space do not matter."""
    found = find_type(text, built_in_types("en"))
    assert found
    assert (found[0].name, found[1]) == (name, is_inverse)


def test_names_hold_in_every_language() -> None:
    """Beside the words of the site's own."""
    spanish = built_in_types("es")
    assert find_type("leads", spanish) == find_type("dirige", spanish) == (spanish[0], False)
    assert find_type("bajo la dirección de", spanish) == (spanish[0], True)
    assert find_type("led by", spanish) is None
