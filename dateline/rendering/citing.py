"""Turn what is known of a page into the words and the data by which others cite it."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from dateline.model.date import DatePoint, HistoricalDate, Precision
from dateline.model.light import light
from dateline.rendering.date_words import full_words

_CSL_SEASONS = 20  # EDTF counts seasons from 21, CSL from 1
_FARTHEST_YEAR = 9999
_FEW = 1 << 10

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "$&#%_"},
}
_FOR_TEX = re.compile(r"[\\{}~^$&#%_]")
_URL = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"}
_FOR_URL = re.compile(r"[{}\\ ]")
_JSON = json.JSONEncoder(ensure_ascii=False)


@light
class Citable:
    """What a citation may say of a page."""

    key: str
    """What tells it from all other pages of the site: an article's slug, an entity's id."""
    title: str
    """In plain words."""
    site: str
    """The title of the site."""
    authors: tuple[str, ...] = ()
    date: HistoricalDate | None = None
    """When it was published; None where a page has no such date."""
    remark: str = ""
    """What happened to it since, in words; may be empty."""
    url: str = ""
    """Its full URL; empty where the site has no base URL."""
    language: str = ""
    """A BCP 47 tag."""


def bibtex(page: Citable) -> str:
    """Return a page as an entry for BibTeX, in UTF-8, with a line end at its end.

    It is an `@online` entry of biblatex, whose `date` takes EDTF (biblatex manual, "Date and Time Specifications"), so
    that it says as much of the date as is known. What TeX would run is escaped, and words with capitals stand in
    braces, so that no style changes them; so do whole names, so that none is taken apart.
    """
    fields = {
        "author": " and ".join(f"{{{tex(name)}}}" for name in page.authors),
        "title": _tex_title(page.title),
        "organization": f"{{{tex(page.site)}}}",
        "date": _biblatex_date(page.date),
        "url": _FOR_URL.sub(lambda found: _URL[found[0]], page.url),
        "note": tex(page.remark),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join((f"@online{{{page.key.replace('/', ':')},", *lines, "}", ""))


def csl_item(page: Citable) -> dict[str, object]:
    """Return a page as an item of CSL-JSON (Citation Style Language 1.0.2, `schemas/input/csl-data.json`)."""
    item = {
        "id": page.key,
        "type": "webpage",
        "title": page.title,
        "author": [{"literal": name} for name in page.authors],
        "container-title": page.site,
        "issued": csl_date(page.date, page.language) if page.date else {},
        "URL": page.url,
        "language": page.language,
        "note": page.remark,
    }
    return {name: value for name, value in item.items() if value}


def csl_json(pages: Iterable[Citable]) -> str:
    """Return pages as a CSL-JSON document, with a line end at its end."""
    items = (",\n".join(_csl_lines(csl_item(page))) for page in pages)
    return "[\n" + ",\n".join(f"  {{\n{item}\n  }}" for item in items) + "\n]\n"


def _csl_lines(item: Mapping[str, object]) -> Iterator[str]:
    for name, value in item.items():
        yield f'    "{name}": {_JSON.encode(value)}'


def csl_date(date: HistoricalDate, language: str) -> dict[str, object]:
    """Return a date as CSL has it: the parts that are known, or words where CSL has no form; empty: nothing is known.

    CSL counts years before 1 without a year 0, and calls what is approximate and what is uncertain `circa` (CSL
    1.0.2, "Date-variable" and `is-uncertain-date`). It has no open ends, no decades, and seasons in single dates alone.
    """
    if not date.is_known:
        return {}
    points = [date.start] if date.is_single else [date.start, date.end]
    known = [point for point in points if point and _has_csl_form(point, is_single=date.is_single)]
    if len(known) < len(points):
        return {"literal": full_words(date, language)}
    said: dict[str, object] = {"date-parts": [_csl_parts(point) for point in known]}
    if season := known[0].season:
        said["season"] = season - _CSL_SEASONS
    if any(point.is_qualified for point in known):
        said["circa"] = True
    return said


@lru_cache(_FEW)
def tex(text: str) -> str:
    """Return a text as TeX prints it; braces come by name, since BibTeX counts them wherever they stand."""
    return _FOR_TEX.sub(lambda found: _TEX[found[0]], text)


def _tex_title(title: str) -> str:
    if not _FOR_TEX.search(title):
        return _WORD.sub(_braced, title)
    pieces, end = [], 0
    for word in _WORD.finditer(title):
        pieces += [tex(title[end : word.start()]), _braced(word)]
        end = word.end()
    return "".join([*pieces, tex(title[end:])])


def _braced(word: re.Match[str]) -> str:
    text = word.group()
    return text if text == text.lower() else f"{{{text}}}"


def _biblatex_date(date: HistoricalDate | None) -> str:
    """The date in EDTF, without a time of day, of which biblatex knows no zone; longer years it does not know."""
    if date is None or not date.is_known:
        return ""
    points = [point for point in (date.start, date.end) if point]
    return "" if any(abs(point.year) > _FARTHEST_YEAR for point in points) else date.edtf.partition("T")[0]


def _has_csl_form(point: DatePoint, *, is_single: bool) -> bool:
    has_year = point.precision >= Precision.YEAR and abs(point.year) <= _FARTHEST_YEAR
    return has_year and (is_single or point.season is None)


def _csl_parts(point: DatePoint) -> list[int]:
    year = point.year if point.year > 0 else point.year - 1
    return [year, *(part for part in (point.month, point.day) if part is not None)]
