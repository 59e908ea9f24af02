"""Turn the catalogues of a theme into the words of each language that a site needs, and what is wrong with them."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from dateline.indexes.records import Records
from dateline.model.problem import Code, Location, Problem, Severity
from dateline.rendering.po import Catalogue, read_po
from dateline.rendering.tongues import LABEL, are_alike
from dateline.rendering.words import ENGLISH, Words

FOLDER = "languages/"
"""Where catalogues lie among the templates; each is named by its language: `es.po`, `es-MX.po`."""

_ENDING = ".po"


def catalogues_in(theme: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the catalogues among the files of a theme, by their language in small letters."""
    return {
        _fold(name.removeprefix(FOLDER).removesuffix(_ENDING)): data
        for name, data in sorted(theme.items())
        if name.startswith(FOLDER) and name.endswith(_ENDING)
    }


def find_words(catalogues: Mapping[str, bytes], *languages: str) -> Words:
    """Return the words of the first of some languages (BCP 47 tags) that has any; English where none has.

    What the catalogue of a region does not have is taken from that of its language.
    """
    for language in languages:
        tags = _tags(language)
        found = tuple(catalogues[tag] for tag in tags if tag in catalogues)
        if found:
            return _read(next(tag for tag in _written(language) if _fold(tag) in catalogues), found)
        if tags[-1] == "en":
            return ENGLISH
    return ENGLISH


def find_page_words(catalogues: Mapping[str, bytes], language: str, fallback: str) -> Words:
    """Return the words for pages in a language, marked where they are in another: the fallback's, or English."""
    return mark_words(find_words(catalogues, language, fallback), language)


def mark_words(words: Words, language: str) -> Words:
    """Return words, marked where they are not in a language."""
    return words if are_alike(words.language, language) else words.opened(LABEL)


def tell_catalogues(theme: Mapping[str, bytes], folder: str, records: Records, language: str) -> Iterator[Problem]:
    """Return what is wrong with those catalogues of a theme that a site needs.

    `folder` is what the user calls the folder of the theme; `language` is the site's.
    """
    articles, pages = (*records.articles, *records.translations), (*records.pages, *records.translated_pages)
    spoken = {language, *(each.language for each in articles), *(each.language for each in pages)}
    needed = {tag for each in spoken for tag in _tags(each)}
    for name, data in sorted(theme.items()):
        if any(tag in needed for tag in catalogues_in({name: data})):
            yield from _tell(f"{folder}/{name}", parse(data))


def _tell(file: str, catalogue: Catalogue) -> Iterator[Problem]:
    for fault in catalogue.faults:
        location = Location(file, fault.line, fault.column)
        yield Problem(Code.CATALOGUE_BROKEN, fault.sentence, location, fault.remedy, Severity.WARNING)


def _fold(tag: str) -> str:
    return tag.replace("_", "-").casefold()


def _written(tag: str) -> list[str]:
    """A tag and those that it begins with, the longest first."""
    parts = tag.replace("_", "-").split("-")
    return ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]


def _tags(language: str) -> list[str]:
    return [_fold(tag) for tag in _written(language)]


@lru_cache(16)
def _read(language: str, found: tuple[bytes, ...]) -> Words:
    catalogues = [parse(data) for data in found]
    messages = {identity: texts for each in reversed(catalogues) for identity, texts in each.messages.items()}
    return Words(language, messages, catalogues[-1].form)


@lru_cache(16)
def parse(data: bytes) -> Catalogue:
    """Return what a catalogue says; one that was read before is not read again."""
    return read_po(data)
