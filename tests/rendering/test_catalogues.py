"""Languages of the interface: which catalogue serves which page, and that those of the theme are whole."""

import re

import pytest
from support.messages import LANGUAGES, Message, gather

from dateline.rendering.catalogues import catalogues_in, find_words
from dateline.rendering.po import read_po
from dateline.rendering.words import ENGLISH, fields_of


def catalogue(**texts: str) -> bytes:
    """Return a catalogue of these texts."""
    return "".join(f'msgid "{text}"\nmsgstr "{said}"\n\n' for text, said in texts.items()).encode()


THEME = {
    "base.html": b"",
    "languages/es.po": catalogue(Places="Lugares", People="Personas"),
    "languages/es_MX.po": catalogue(Places="Sitios"),
    "languages/notes.txt": b"",
}


@pytest.mark.parametrize(
    ("languages", "language", "places"),
    [
        (["es"], "es", "Lugares"),
        (["es-AR"], "es", "Lugares"),
        (["ES-mx"], "ES-mx", "Sitios"),
        (["es-MX-x-norte"], "es-MX", "Sitios"),
        (["fr", "es"], "es", "Lugares"),
        (["en-GB", "es"], "en", "Places"),
        (["fr", "de"], "en", "Places"),
        ([], "en", "Places"),
    ],
)
def test_which_words(languages: list[str], language: str, places: str) -> None:
    """The first language that has any, by its region or without."""
    words = find_words(catalogues_in(THEME), *languages)
    assert (words.language, words.gettext("Places")) == (language, places)


def test_what_a_region_lacks_its_language_says() -> None:
    """And what that lacks is said in English."""
    words = find_words(catalogues_in(THEME), "es-MX")
    assert (words.gettext("People"), words.gettext("Sources")) == ("Personas", "Sources")


def test_a_site_may_say_it_in_other_english() -> None:
    """A catalogue for English changes words."""
    words = find_words(catalogues_in({"languages/en.po": catalogue(Places="Locations")}), "en-GB")
    assert (words.language, words.gettext("Places")) == ("en", "Locations")
    assert find_words({}, "en") is ENGLISH


@pytest.mark.parametrize("path", sorted(LANGUAGES.glob("*.po")), ids=lambda path: path.stem)
def test_a_catalogue_of_the_theme_is_whole(path: object) -> None:
    """Every message is translated, with its fields, and none that nobody says is kept: see tools/messages.py."""
    found = read_po(next(each for each in LANGUAGES.glob("*.po") if each == path).read_bytes()).messages
    said = {(each.context, each.text): each for each in gather()}
    assert [each for each in said if each not in found] == []
    assert [each for each in found if each not in said] == []
    assert [text for key, each in said.items() for text in found[key] if not _fits(each, text)] == []


def _fits(message: Message, text: str) -> bool:
    """Whether a translation has the fields of its message, and begins and ends with a space where that does."""
    edges = [re.sub(r"\S.*\S|\S", "", each, flags=re.DOTALL) for each in (message.text, text)]
    return {*fields_of(text)} <= {*fields_of(message.text), *fields_of(message.many)} and (
        message.context.startswith("between") or edges[0] == edges[1]
    )
