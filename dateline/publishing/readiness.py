"""Turn a site that could be published into what its author should know before it is: what is missing, what is told."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path

from dateline.model.problem import Code, Location, Problem, Severity, sort_problems
from dateline.model.source import Build, CopiedFile
from dateline.pipeline import Inspection
from dateline.publishing.pictures import PictureError, clean, is_picture
from dateline.publishing.sources import SETTINGS, Found, FoundFile, find_content, read_file
from dateline.publishing.wishes import Wish

LARGE = 5_000_000
"""Bytes from which on a file is told: on a phone, in the country, it takes a minute."""

_AUTHOR = re.compile(rb"/(?:Author|Creator)\s*[(<]|<dc:creator>|<pdf:Author>")
_DOCUMENT = b"%PDF-"
_UNSAFE = frozenset({Code.ALT_MISSING})
"""Warnings of every build that are errors before a site is published."""


def check_readiness(wish: Wish, inspection: Inspection, made: Build) -> tuple[Problem, ...]:
    """Return the problems of a build, and all that matters only when the site is published.

    The files that it copies are read. Raises DatelineError where one cannot be.
    """
    found = find_content(wish.content)
    used = {output.path for output in made.outputs.values() if isinstance(output, CopiedFile)}
    raised = (replace(p, severity=Severity.ERROR) if p.code in _UNSAFE else p for p in made.problems)
    kept = {citation.file for article in inspection.content.articles for citation in article.citations()}
    more = (*_tell_base_url(inspection, found.folder), *_tell_private(inspection), *_tell_files(found, used, kept))
    return sort_problems((*raised, *more))


def _tell_base_url(inspection: Inspection, folder: str) -> Iterator[Problem]:
    if not inspection.content.settings.base_url:
        message, hint = (
            "nobody has said where the site will be",
            'write base_url = "https://example.org/", or --base-url',
        )
        where = Location(f"{folder}/{SETTINGS}")
        yield Problem(Code.BASE_URL_MISSING, message, where, f"{hint}: feeds and the sitemap need it", Severity.WARNING)


def _tell_private(inspection: Inspection) -> Iterator[Problem]:
    for entity in inspection.content.private:
        message = f"the site says '{entity.label}' for its names; this file and the texts of your articles hold them"
        hint = "keep the folder, and the repository that it is in, to yourself"
        yield Problem(Code.PRIVATE_ENTITY, message, entity.location, hint, Severity.NOTICE)


def _tell_files(found: Found, used: Iterable[str], kept: AbstractSet[str]) -> Iterator[Problem]:
    """What is to be known of files; `kept` are those that articles cite, some of them to be kept off the site."""
    listed = frozenset(used)
    for path, file in found.files.items():
        where = Location(f"{found.folder}/{path}")
        if path in listed:
            yield from _tell_file(file, where)
        elif path not in kept:
            message = "no page uses this file, and it is not published"
            yield Problem(Code.FILE_UNUSED, message, where, "link to it, show it, or take it away", Severity.NOTICE)


def _tell_file(file: FoundFile, where: Location) -> Iterator[Problem]:
    if file.size >= LARGE:
        message = f"this file has {file.size / 1_000_000:.0f} MB"
        yield Problem(Code.FILE_LARGE, message, where, "readers wait for it: make it smaller", Severity.NOTICE)
    data = read_file(file.file)
    name = Path(file.file).name
    if is_picture(data, name):
        yield from _tell_picture(data, name, where)
    elif data.startswith(_DOCUMENT) and _AUTHOR.search(data):
        message = "this document says who wrote it, or with what, and is published as it is"
        yield Problem(Code.METADATA, message, where, "look at its properties in a program for PDFs", Severity.NOTICE)


def _tell_picture(data: bytes, name: str, where: Location) -> Iterator[Problem]:
    try:
        removed = len(data) - len(clean(data, name))
    except PictureError:
        return  # a problem of every build
    if removed > 0:
        message = f"{removed} bytes of metadata are left out where this picture is published"
        hint = "write into the text what readers should know of it: credits, place, date"
        yield Problem(Code.METADATA, message, where, hint, Severity.NOTICE)
