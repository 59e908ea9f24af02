"""Render sites from short texts, and read what their pages hold."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

from dateline.indexes.dossiers import index_records
from dateline.linking.linker import link_content
from dateline.model.problem import Problem
from dateline.model.source import Options, Sources
from dateline.reading.content import read_content
from dateline.rendering.pages import render_site
from dateline.rendering.recording import record_all

_FILES = (".csv", ".geojson", ".graphml", ".ics", ".json", ".jsonl", ".xml")
"""How the names of files end that are no pages."""
THEME = Path(__file__).parents[2] / "templates"
OPTIONS = Options(today=date(2026, 11, 21), version="1.0")


@dataclass(frozen=True, slots=True)
class Site:
    """What a build rendered."""

    outputs: Mapping[str, bytes]
    problems: tuple[Problem, ...]

    def page(self, path: str) -> str:
        """Return the HTML of a page by its path."""
        return self.outputs[path].decode()


def theme_templates() -> dict[str, bytes]:
    """Return the templates of the default theme by name."""
    return {
        path.relative_to(THEME).as_posix(): path.read_bytes()
        for path in THEME.rglob("*.*")
        if path.suffix in (".html", ".po")
    }


def render(files: Mapping[str, str], options: Options = OPTIONS, templates: Mapping[str, bytes] | None = None) -> Site:
    """Return the site of these files of a content folder, in the default theme with some templates replaced."""
    texts = {path: text.encode() for path, text in files.items()}
    content, reading = read_content(Sources(texts), options)
    linked, _ = link_content(content)
    records = record_all(linked, content.settings)
    indexes = index_records(records, content.registry, life=content.settings.life_events)
    used = theme_templates() | dict(templates or {})
    outputs, problems = render_site(content, records, indexes, used, {"style.css": b""}, options, "templates")
    return Site(outputs, (*reading, *problems))


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a":
            self.links.append(values.get("href") or "")
        if values.get("id"):
            self.anchors.append(values["id"] or "")


def dead_links(site: Site) -> list[str]:
    """Return every link of every page that leads to no page, or to no place there; and every id that stands twice."""
    pages = {path: _read(data) for path, data in site.outputs.items() if path.endswith(".html")}
    faults = [f"{path}: {anchor} twice" for path, page in pages.items() for anchor in _twice(page.anchors)]
    for path, page in pages.items():
        for link in (link for link in page.links if not link.startswith("http")):
            target, anchor = _target(path, link)
            if target not in pages or (anchor and anchor not in pages[target].anchors):
                faults.append(f"{path}: {link}")
    return sorted({fault for fault in faults if not fault.endswith(_FILES)})


def _read(data: bytes) -> _Page:
    page = _Page()
    page.feed(data.decode())
    return page


def _twice(anchors: list[str]) -> set[str]:
    return {anchor for anchor in anchors if anchors.count(anchor) > 1}


def _target(path: str, link: str) -> tuple[str, str]:
    url, anchor = urldefrag(link)
    if not url:
        return path, unquote(anchor)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(url)))
    page = posixpath.normpath(posixpath.join(joined, "index.html")) if url.endswith("/") else joined
    return page, unquote(anchor)
