"""Turn one Markdown source into a document and what its name says."""

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from dateline.model.dataclass import dataclass
from dateline.model.date import HistoricalDate
from dateline.model.edtf import DateSyntaxError, parse_edtf
from dateline.model.names import Slug, is_slug, slugify
from dateline.model.problem import Code, Location, Problem, Severity
from dateline.model.text import Passage, Place, SourceMap
from dateline.reading.encoding import decode_text
from dateline.reading.findings import Findings
from dateline.reading.front_matter import Document, split_document
from dateline.reading.markdown import shown_words
from dateline.reading.nodes import cut_passage
from dateline.reading.titles import take_heading
from dateline.reading.values import Form

_SUFFIXES = (".md", ".markdown")
_DATED_STEM = re.compile(r"(-?[0-9X]{4}(?:-[0-9X]{2}){0,2}[?~%]?)(?:[-_. ]+(.*))?", re.DOTALL)
_LONGEST_SLUG = 200
_TOP = Place(1, 1)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A Markdown file that was read: its header as a form, its body, and its problems so far."""

    path: str
    """Below the content folder."""
    document: Document
    form: Form

    @property
    def findings(self) -> Findings:
        """The problems of the file, as they are found."""
        return self.form.findings

    @property
    def name(self) -> str:
        """The file's name without its ending, or its folder's where it is called `index`."""
        return name_of(self.path)


def name_of(path: str) -> str:
    """Return the name of a file without its ending, or that of its folder where it is called `index`."""
    file = PurePosixPath(path)
    return file.parent.name if file.stem == "index" and len(file.parts) > 2 else file.stem


def open_source(path: str, data: bytes, folder: str, *, day_first: bool | None = None) -> SourceFile:
    """Return a Markdown file, decoded and split. `folder` is how problems name the content folder."""
    findings = Findings(f"{folder}/{path}")
    text, undecodable = decode_text(data, findings.file)
    document, broken = split_document(text, findings.file)
    findings.problems += [*undecodable, *broken]
    return SourceFile(path, document, Form(document.header, findings, day_first=day_first))


def list_below(texts: Iterable[str], folder: str) -> tuple[str, ...]:
    """Return the Markdown files below a folder in the order of their paths, without hidden ones and `_drafts`."""
    prefix = f"{folder}/" if folder else ""
    return tuple(sorted(path for path in texts if path.startswith(prefix) and is_read(path)))


def is_read(path: str) -> bool:
    """Return whether a file is Markdown, and no part of its path begins with a dot or an underscore."""
    return path.lower().endswith(_SUFFIXES) and not any(part[:1] in ("", ".", "_") for part in path.split("/"))


def split_name(name: str) -> tuple[str, str]:
    """Return the date with which a file's name begins, and the rest of it; either may be empty."""
    match = _DATED_STEM.fullmatch(name)
    date = match[1] if match else ""
    while date and not _is_date(date):
        shorter = date.rpartition("-")[0]
        # Three parts that make no day are a slip of the pen; two may be a year and the beginning of a title.
        if date.lstrip("-").count("-") == 2:
            return date, name[len(date) :].strip("-_. ")
        date = shorter
    return date, name[len(date) :].strip("-_. ")


def _is_date(text: str) -> bool:
    try:
        parse_edtf(text)
    except DateSyntaxError:
        return False
    return True


def read_named_date(source: SourceFile) -> HistoricalDate | None:
    """Return the date in a file's name; one that cannot be is a problem with the whole file."""
    text, _ = split_name(source.name)
    if not text:
        return None
    try:
        return parse_edtf(text)
    except DateSyntaxError as fault:
        message = f"cannot read the date '{text}' in the file's name: {fault}"
        source.findings.add(Code.DATE_UNREADABLE, message, None, "rename the file, or write a date in its header")
        return None


def read_title(source: SourceFile, name: str, *keys: str) -> tuple[Passage, Passage]:
    """Return a title and the body that goes with it.

    The title is the value of one of the keys, else the heading at the top of the text, which the body then leaves
    out, else the words of `name`, with a warning.
    """
    title = source.form.line(*keys)
    if title and shown_words(title):
        return title, source.document.body
    taken = take_heading(source.document.body)
    if taken and shown_words(taken[0]):
        return taken
    words = " ".join(re.split(r"[-_\s]+", name)).strip() or source.name
    if not source.document.is_broken:
        message = f"there is no {keys[0]}; '{words}' is taken from the file's name"
        source.findings.add(Code.TITLE_MISSING, message, None, f"write {keys[0]}: in the header", Severity.WARNING)
    return cut_passage(Passage(words, SourceMap((0,), (_TOP,)))), source.document.body


def read_slug(source: SourceFile, name: str) -> Slug | None:
    """Return the slug that the header gives or, else, that of `name`; None where neither can make one."""
    node = source.form.text_node("slug")
    text = node.text.strip() if node else name
    slug = slugify(text)
    if node and not is_slug(text):
        hint = f"write {slug}" if slug else "write letters, digits and hyphens"
        source.findings.add(Code.SLUG_INVALID, f"'{text}' cannot be a slug", node.place, hint)
    elif not slug:
        message = f"no slug can be made of the file's name '{source.name}'"
        source.findings.add(Code.SLUG_INVALID, message, None, "write slug: in the header")
    if len(slug.encode()) > _LONGEST_SLUG:
        place = node.place if node else None
        source.findings.add(Code.SLUG_INVALID, f"the slug '{slug[:40]}…' is too long", place, "write a shorter slug:")
        return None
    return slug or (slugify(name) or None)


@dataclass(frozen=True, slots=True)
class Claim:
    """A slug that a file would have, and where it says so."""

    path: str
    """The file, below the content folder."""
    slug: Slug
    location: Location


def claim_slug(source: SourceFile, slug: Slug) -> Claim:
    """Return the claim of a file to this slug."""
    node = source.form.text_node("slug")
    return Claim(source.path, slug, source.findings.locate(node.place if node else None))


def settle_claims(claims: Iterable[Claim]) -> Mapping[str, Problem]:
    """Return the problem of each file, by its path, whose slug an earlier one has taken."""
    first: dict[Slug, Claim] = {}
    late: dict[str, Problem] = {}
    for claim in claims:
        if claim.slug in first:
            message = f"the slug '{claim.slug}' is taken by {first[claim.slug].location.path}"
            late[claim.path] = Problem(Code.SLUG_DUPLICATE, message, claim.location, "give one of them another slug:")
        first.setdefault(claim.slug, claim)
    return late


def tell_duplicate_slugs(sources: Iterable[tuple[SourceFile, Slug]]) -> frozenset[str]:
    """Note each slug that an earlier file has taken; return the paths of the files that come too late."""
    opened = {source.path: (source, slug) for source, slug in sources}
    late = settle_claims(claim_slug(source, slug) for source, slug in opened.values())
    for path, problem in late.items():
        opened[path][0].findings.problems.append(problem)
    return frozenset(late)
