"""Names that must not be published are found however they are written, and other words are not."""

import pytest
from support.building import registry

from dateline.linking.guard import Guard, guard_names
from dateline.model.entity import Registry
from dateline.model.settings import Settings

NOBODY = Registry.of(())


def guard(private: str, public: str = "") -> Guard:
    """Return the guard of these entities."""
    return guard_names(registry(private).entities, registry(public), Settings())


@pytest.mark.parametrize(
    "text",
    [
        "Zoé Quill",
        "ZOE QUILL",
        "zoé\nquill",
        "Zoe\u0301 Quill",
        "zoe-quill.html",
        "zoequill2.jpg",
        "Zo&eacute; Quill",
        "Zo&amp;#233; Quill",
        "?q=Zo%C3%A9+Quill",
        "?q=Zo%25C3%25A9%20Quill",
        '"Zo\\u00e9\\nQuill"',
        "<b>Zoé</b> <i>Quill</i>",
        "Z<b>o</b>é Quill",
        "Zoé<br>Quill",
        "Zoé Qu\u00adill",
        "Zoé Qu-\nill",
        "\uff3aoé Quill",
    ],
)
def test_a_name_is_found_in_every_writing(text: str) -> None:
    """Case, diacritics, joints, tags and the escapes of HTML, URLs and JSON."""
    assert guard("people/zoe: Zoé Quill").find(f"So {text} said") == "people/zoe"


@pytest.mark.parametrize("text", ["Zoé and Quill", "Quill", "Zoé", "Zoé, so Quill"])
def test_other_words_are_none(text: str) -> None:
    """One part of a name is not the name."""
    assert guard("people/zoe: Zoé Quill").find(text) is None


@pytest.mark.parametrize(("name", "text"), [("Li Na", "Carolina"), ("Ana", "banana"), ("Ana", "An apple")])
def test_short_names_are_whole_words(name: str, text: str) -> None:
    """Or every third sentence would be refused."""
    assert guard(f"people/x: {name}").find(text) is None


@pytest.mark.parametrize(
    ("name", "text"), [("王伟", "昨天王伟说"), ("Alexander", "Alexanderplatz"), ("Ana", "ana2.jpg")]
)
def test_names_are_found_inside_of_words(name: str, text: str) -> None:
    """Long ones, and those in scripts without spaces."""
    assert guard(f"people/x: {name}").find(text) == "people/x"


def test_names_that_rules_make_are_known() -> None:
    """A name without its middle name means the same person, unless somebody public is called so."""
    assert guard("people/x: Ann Mary Bell").find("Ann Bell") == "people/x"
    assert guard("people/x: Ann Mary Bell", "people/y: Ann Bell").find("Ann Bell") is None
    assert guard("people/x: Ann Mary Bell", "people/y: Ann Bell").find("Ann Mary Bell") == "people/x"


def test_files_that_are_no_text_are_searched() -> None:
    """For the letters in them, in one byte each or two."""
    found = guard("people/x: Ann Bell")
    assert found.find_bytes(b"\xff\xfe" + "by Ann Bell".encode("utf-16-le")) == "people/x"
    assert found.find_bytes(b"\x89PNG\xff Ann Bell \xfe") == "people/x"
    assert found.find_bytes("by José".encode("latin-1")) is None
    assert guard("people/x: José Ruiz").find_bytes("by José Ruiz".encode("latin-1")) == "people/x"


def test_where_everybody_is_public_nothing_is_found() -> None:
    """Not even in an empty text."""
    assert guard_names((), NOBODY, Settings()).find("Ann Bell") is None
    assert Guard().find_bytes(b"") is None
