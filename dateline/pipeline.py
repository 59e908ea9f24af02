"""Turn sources and options into a build: every file of the site, and every problem."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dateline.indexes import Indexes, index_records
from dateline.indexes.records import Records
from dateline.linking.ledger import ledger_lines
from dateline.linking.linked import Linked
from dateline.linking.linker import link_content
from dateline.model.names import UrlPath
from dateline.model.problem import Code, Location, Problem, sort_problems
from dateline.model.source import Build, CopiedFile, Options, Sources, Summary
from dateline.model.urls import CORRECTIONS_FEED, FEED, MEDIA, MENTIONS, ROBOTS, SITEMAP, output_path
from dateline.reading.content import Content, read_content
from dateline.reading.markdown_links import InternalLink
from dateline.reading.settings import read_settings
from dateline.rendering.crawlers import page_urls, robots, sitemap
from dateline.rendering.feed import atom_feed, corrections_feed
from dateline.rendering.pages import render_site
from dateline.rendering.recording import record_all
from dateline.rendering.redirect_pages import redirect_paths

Outputs = dict[str, bytes | CopiedFile]
Report = Callable[[str, int, int], None]
"""Told the stage (`read`, `link`, `index`, `render`, `data`), how much of it is done, and of how much (0: unknown)."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What the sources say, read for names; no page has been made of it yet."""

    content: Content
    linked: Linked
    problems: tuple[Problem, ...]


def build_site(sources: Sources, options: Options, report: Report = lambda *_: None) -> Build:
    """Return the whole site and all that is wrong with its sources.

    A pure function: the same sources and options give the same bytes, in whatever order files were found.
    """
    return complete_site(inspect_site(sources, options, report), sources, options, report)


def inspect_site(sources: Sources, options: Options, report: Report = lambda *_: None) -> Inspection:
    """Return the sources read and linked: the first half of a build."""
    report("read", 0, 0)
    content, reading = read_content(sources, options)
    report("link", 0, 0)
    linked, linking = link_content(content, sources.files, lambda done, total: report("link", done, total))
    return Inspection(content, linked, (*sources.problems, *reading, *linking))


def complete_site(
    inspection: Inspection, sources: Sources, options: Options, report: Report = lambda *_: None
) -> Build:
    """Return the site of an inspection: the second half of a build."""
    content, linked = inspection.content, inspection.linked
    report("index", 0, 0)
    records = record_all(linked, content.settings)
    indexes = index_records(records, content.registry)
    report("render", 0, 0)
    outputs, rendering = render_site(
        content,
        records,
        indexes,
        sources.templates,
        sources.assets,
        options,
        sources.templates_folder,
        lambda done, total: report("render", done, total),
    )
    report("data", 0, 0)
    listed = outputs.keys() - redirect_paths(records)
    complete = {**outputs, **_media(linked), **_data(content, linked, records, listed)}
    dead = _dead_links(linked.links, complete, sources.content_folder)
    problems = sort_problems([*inspection.problems, *rendering, *dead])
    return Build(dict(sorted(complete.items())), problems, _summary(content, linked, indexes, listed))


def read_timezone(sources: Sources) -> str:
    """Return the site's IANA zone, so that whoever holds the clock can say which day it is there."""
    settings, _ = read_settings(sources.texts, sources.content_folder)
    return settings.timezone


def _media(linked: Linked) -> Outputs:
    return {f"{MEDIA}{path}": CopiedFile(path) for path in linked.files}


def _data(content: Content, linked: Linked, records: Records, listed: Iterable[str]) -> Outputs:
    has_corrections = any(article.corrections for article in records.articles)
    return {
        MENTIONS: ledger_lines(linked.mentions()).encode(),
        FEED: atom_feed(records.articles, records.library, content.settings),
        **({CORRECTIONS_FEED: corrections_feed(records.articles, content.settings)} if has_corrections else {}),
        SITEMAP: sitemap(listed, content.settings),
        ROBOTS: robots(content.settings),
        ".nojekyll": b"",
    }


def _dead_links(links: Iterable[InternalLink], outputs: Mapping[str, object], folder: str) -> Iterable[Problem]:
    for link in links:
        if output_path(UrlPath(link.url)) not in outputs:
            where = Location.at(f"{folder}/{link.path}", link.place)
            hint = "link to a page that the site has, or to a file of the content folder"
            yield Problem(Code.LINK_DEAD, f"there is no page at '/{link.url}'", where, hint)


def _summary(content: Content, linked: Linked, indexes: Indexes, listed: Iterable[str]) -> Summary:
    return Summary(
        articles=len(content.articles),
        events=sum(1 for entry in indexes.timeline.entries if entry.event),
        entities=len(content.registry.entities),
        mentions=sum(1 for article in linked.articles for mention in article.mentions if mention.means),
        pages=len(page_urls(listed)) + 1,
    )
