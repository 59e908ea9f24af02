"""Turn the names of files into articles, pages and their translations: `shootout.es.md` is `shootout.md` in Spanish."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from dateline.model.dataclass import dataclass
from dateline.model.names import Slug
from dateline.model.problem import Code, Location, Problem, Severity
from dateline.model.translations import original_slug
from dateline.reading.source_file import name_of, split_name
from dateline.reading.values import Form

_SUFFIXED = re.compile(r"(.+)\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", re.DOTALL)
_WORD = re.compile(r"(.+)\.([A-Za-z]{4,})", re.DOTALL)
_ENDINGS = (".md", ".markdown")
_ARTICLES = {"article": "an article", "page": "a page"}


@dataclass(frozen=True, slots=True)
class Standing:
    """What of an article or a page its translations have to agree with, and what of a translation."""

    path: str
    slug: Slug
    location: Location
    edtf: str
    """Its date; empty where a translation does not say it, and of a page."""
    language: str
    """A BCP 47 tag; empty: the site's own."""


def split_language(path: str) -> tuple[str, str]:
    """Return the path of a Markdown file without the language in its name, and that, a BCP 47 tag; '' for none."""
    file = PurePosixPath(path)
    found = _SUFFIXED.fullmatch(file.stem)
    return (str(file.with_name(f"{found[1]}{file.suffix}")), found[2]) if found else (path, "")


def read_language(form: Form, tag: str) -> str:
    """Return the language that a header names; that of a translation, its `tag`, stands in its file's name."""
    written, node = form.language("lang"), form.node("lang")
    if tag and written and node and written.casefold() != tag.casefold():
        message = f"the language is '{tag}' by the file's name, and '{written}' here"
        form.findings.add(Code.TRANSLATION_DIFFERS, message, node.place, "take out lang:, or rename the file")
    return tag or written


def settle_translations(
    standings: Iterable[Standing], published: Container[str], language: str, noun: str = "article"
) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """Return which files are translations that cannot be published, and what is wrong with translations.

    `published` are the paths of all that may be; `language` is the site's; `noun` says what is translated: `article`
    or `page`. A translation of what is not published is left out in silence.
    """
    listed = {each.path: each for each in standings}
    left_out, problems = set(), list(_tell_long_suffixes(listed, noun))
    for each in listed.values():
        if original_slug(each.slug) is None or each.path not in published:
            continue
        original = find_original(each.path, listed)
        faults = [*_judge(each, original, language, noun)]
        problems += faults
        if faults or original is None or original.path not in published:
            left_out.add(each.path)
    return frozenset(left_out), tuple(problems)


def find_original(path: str, listed: Mapping[str, Standing]) -> Standing | None:
    """Return that of which a file is a translation; its name may end in `.md` or `.markdown`."""
    stem = PurePosixPath(split_language(path)[0]).with_suffix("")
    return next((listed[f"{stem}{ending}"] for ending in _ENDINGS if f"{stem}{ending}" in listed), None)


def _judge(each: Standing, original: Standing | None, language: str, noun: str) -> Iterator[Problem]:
    if original is None:
        wanted = PurePosixPath(split_language(each.path)[0]).name
        yield Problem(
            Code.TRANSLATION_ALONE,
            f"this is a translation by its name, and there is no {noun} '{wanted}' beside it",
            each.location,
            f"write {wanted}, or take the language out of the file's name and write lang: in its header",
        )
        return
    if original_slug(each.slug) != original.slug:
        yield _differing(each, f"the slug is not that of {original.location.path}", f"write slug: {original.slug}")
    if each.edtf not in ("", original.edtf, _named_date(each.path)):
        message = f"the date is not that of {original.location.path}"
        yield _differing(each, message, f"write date: {original.edtf}, or leave it out")
    if each.language.casefold() == (original.language or language).casefold():
        message = f"{original.location.path} is in '{each.language}' itself"
        yield _differing(each, message, "name the file by another language")


def _named_date(path: str) -> str:
    """The date in the name of a translation's file, which it has from its original and says nothing by."""
    return split_name(name_of(split_language(path)[0]))[0]


def _differing(each: Standing, message: str, hint: str) -> Problem:
    return Problem(Code.TRANSLATION_DIFFERS, message, each.location, hint)


def _tell_long_suffixes(listed: Mapping[str, Standing], noun: str) -> Iterator[Problem]:
    """Articles or pages that stand beside another of the same name and seem to be meant as its translation."""
    for each in listed.values():
        file = PurePosixPath(each.path)
        found = _WORD.fullmatch(file.stem)
        if found and any(str(file.with_name(f"{found[1]}{ending}")) in listed for ending in _ENDINGS):
            yield Problem(
                Code.TRANSLATION_SUFFIX,
                f"'{found[2]}' is no language tag, and so this is {_ARTICLES[noun]} of its own",
                each.location,
                f"name a translation by a tag such as en, es or pt-BR: {found[1]}.es.md",
                Severity.WARNING,
            )
