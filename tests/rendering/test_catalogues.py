"""Languages of the interface: which catalogue serves which page, and that those of the theme are whole."""

import re

import pytest
from support.keyed import edition_of
from support.messages import LANGUAGES, Message, gather

from dateline.model.problem import Severity
from dateline.rendering.catalogues import catalogues_in, find_words, tell_catalogues
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


BROKEN = b'msgid "in {place}"\nmsgstr "en {lugar}"\n\nmsgid "Places"\nmsgstr "Lugares"\n'
TOLD = (
    ".po:2:1: catalogue-broken: the names between braces are not those of the English text; write {place} for {lugar}"
)


@pytest.mark.parametrize(
    ("language", "files", "told"),
    [
        ("es", {}, ["es"]),
        ("es-MX", {}, ["es", "es_MX"]),
        ("en", {}, []),
        ("en", {"articles/b.md": "---\ntitle: B\nlang: es\n---\n"}, ["es"]),
        ("en", {"articles/2020-01-01-a.pt.md": "# A\n"}, ["pt"]),
        ("en", {"pages/p.md": "---\ntitle: P\nlang: pt-BR\n---\n"}, ["pt"]),
        ("en", {"pages/p.md": "# P\n", "pages/p.es.md": "# P\n"}, ["es"]),
    ],
)
def test_what_is_wrong_is_told_of_catalogues_that_pages_need(
    language: str, files: dict[str, str], told: list[str]
) -> None:
    """With file, line and column, a sentence and a remedy; what a catalogue has that is right is said all the same."""
    theme = {f"languages/{name}.po": BROKEN for name in ("es", "es_MX", "pt", "fr")}
    records = edition_of({"articles/2020-01-01-a.md": "# A\n", **files}).records
    problems = list(tell_catalogues(theme, "mine", records, language))
    assert [str(problem) for problem in problems] == [f"mine/languages/{name}{TOLD}" for name in told]
    assert {problem.severity for problem in problems} <= {Severity.WARNING}
    assert find_words(catalogues_in(theme), "es").gettext("Places") == "Lugares"


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
