"""Turn sources and options into a build: every file of the site, and every problem."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache, partial

from dateline.indexes import Indexes, index_records
from dateline.indexes.announced import Announced, announced_entries
from dateline.indexes.records import Records
from dateline.indexes.relations import tell_unknown_articles
from dateline.linking.guard import guard_names
from dateline.linking.ledger import ledger_lines
from dateline.linking.linked import Linked
from dateline.linking.linker import link_content
from dateline.linking.withheld import is_private, tell_outputs, tell_shared
from dateline.model.dataclass import dataclass
from dateline.model.names import UrlPath
from dateline.model.problem import Code, Location, Problem, sort_problems
from dateline.model.settings import Settings
from dateline.model.source import Build, CopiedFile, Options, Sources, Summary
from dateline.model.urls import (
    CORRECTIONS_FEED,
    DATA,
    ENTRY_INDEX,
    ENTRY_TEXTS,
    FEED,
    JSON_FEED,
    MEDIA,
    MENTIONS,
    ROBOTS,
    SEARCH_INDEX,
    SITEMAP,
    output_path,
)
from dateline.reading.content import Content, read_content
from dateline.reading.markdown_links import InternalLink
from dateline.reading.settings import SETTINGS_PATH, read_settings
from dateline.rendering.cards import shard_cards, write_cards
from dateline.rendering.catalogues import catalogues_in, find_words, tell_catalogues
from dateline.rendering.crawlers import robots, sitemap
from dateline.rendering.entry_index import entry_index, entry_texts
from dateline.rendering.exports.files import EXPORTS
from dateline.rendering.exports.rows import Material
from dateline.rendering.feed import as_of, atom_feed, corrections_feed
from dateline.rendering.feed_texts import names_of_cast
from dateline.rendering.json_feed import json_feed
from dateline.rendering.pages import render_site
from dateline.rendering.recording import record_all
from dateline.rendering.redirect_pages import redirect_paths
from dateline.rendering.search_index import search_index
from dateline.rendering.versions import find_versions

NO_JEKYLL = ".nojekyll"
"""Tells GitHub Pages to serve the files as they are."""

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
    records = replace(record_all(linked, content.settings), digests=sources.digests)
    indexes = index_records(records, content.registry, life=content.settings.life_events)
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
    words = find_words(catalogues_in(sources.templates), content.settings.language)
    material = Material(records, indexes, content.settings, words)
    announced = announced_entries(indexes.timeline.entries, records.articles, options.today)
    data = plan_data(material, options.today, announced, listed, lambda: ledger_lines(linked.mentions()).encode())
    media = used_files(linked.files, content.settings, sources.files)
    copied: Outputs = {f"{MEDIA}{path}": CopiedFile(path) for path in media}
    complete: Outputs = {**outputs, **copied, **{path: make() for path, make in data.items()}}
    problems = [*inspection.problems, *dead_links(linked.links, complete, sources.content_folder), *rendering]
    problems += [
        *tell_unknown_articles(records),
        *tell_missing_files(content.settings, sources.files, sources.content_folder),
        *tell_catalogues(sources.templates, sources.templates_folder, records, content.settings.language),
    ]
    problems += _tell_private(content, complete, problems, sources.content_folder)
    return Build(dict(sorted(complete.items())), sort_problems(problems), summarise(records, indexes, listed))


def read_timezone(sources: Sources) -> str:
    """Return the site's IANA zone, so that whoever holds the clock can say which day it is there."""
    settings, _ = read_settings(sources.texts, sources.content_folder)
    return settings.timezone


def _tell_private(content: Content, outputs: Outputs, problems: Iterable[Problem], folder: str) -> list[Problem]:
    """The names of private entities that would be published; files are searched where no problem tells of one yet."""
    guard = guard_names(content.private, content.registry, content.settings)
    shared = tell_shared(content.private, guard, content.settings, folder)
    if shared or is_private(problems):
        return [*shared]
    return [*tell_outputs(((path, b"" if isinstance(o, CopiedFile) else o) for path, o in outputs.items()), guard)]


def used_files(linked: Iterable[str], settings: Settings, files: Container[str]) -> list[str]:
    """Return which files of the content folder are published: those that texts use, and those that settings list."""
    return sorted({*linked, *(path for path in settings.files if path in files)})


def tell_missing_files(settings: Settings, files: Container[str], folder: str) -> Iterator[Problem]:
    """Return a problem for each file that settings list and that is not there."""
    for path in settings.files:
        if path not in files:
            hint = "write the path of a file, seen from the content folder"
            yield Problem(Code.LINK_DEAD, f"there is no file '{path}'", Location(f"{folder}/{SETTINGS_PATH}"), hint)


def plan_data(
    material: Material, today: date, announced: Announced, listed: Iterable[str], ledger: Callable[[], bytes]
) -> Mapping[str, Callable[[], bytes]]:
    """Return how each file beside the pages is made, by its output path.

    `today` is the day of the build, which no feed is ahead of, and `announced` what is dated after it; `listed` are the
    output paths of the pages that readers are sent to; `ledger` makes the mention ledger.
    """
    records, settings, words = material.records, material.settings, material.words
    articles = as_of(records.articles, today)
    names = cache(lambda: names_of_cast(articles, records.entities))
    feeds: dict[str, Callable[[], bytes]] = {
        FEED: lambda: atom_feed(articles, records.library, settings, names(), words),
        JSON_FEED: lambda: json_feed(articles, records.library, settings, names(), words),
    }
    if any(article.corrections for article in records.articles):
        feeds[CORRECTIONS_FEED] = lambda: corrections_feed(articles, settings, words)
    return {
        MENTIONS: ledger,
        **{f"{DATA}{export.name}": partial(export.make, material) for export in EXPORTS},
        **feeds,
        ENTRY_INDEX: partial(entry_index, material),
        ENTRY_TEXTS: partial(entry_texts, material),
        SEARCH_INDEX: lambda: search_index(records, settings, words),
        **_plan_cards(material, announced),
        SITEMAP: lambda: sitemap(listed, settings, find_versions(records, settings.language)),
        ROBOTS: lambda: robots(settings),
        NO_JEKYLL: lambda: b"",
    }


def _plan_cards(material: Material, announced: Announced) -> dict[str, Callable[[], bytes]]:
    """The files that say who it is whose name is linked, and when it was seen."""
    shards = shard_cards(material.records.entities) if material.settings.cards else {}
    return {path: partial(write_cards, records, material, announced) for path, records in shards.items()}


def dead_links(links: Iterable[InternalLink], outputs: Container[str], folder: str) -> Iterator[Problem]:
    """Return a problem for each link of an author that leads to none of these outputs.

    `folder` is how problems name the content folder.
    """
    for link in links:
        if output_path(UrlPath(link.url)) not in outputs:
            where = Location.at(f"{folder}/{link.path}", link.place)
            hint = "link to a page that the site has, or to a file of the content folder"
            yield Problem(Code.LINK_DEAD, f"there is no page at '/{link.url}'", where, hint)


def summarise(records: Records, indexes: Indexes, listed: Iterable[str]) -> Summary:
    """Return what a site holds; `listed` are the output paths of the pages that readers are sent to."""
    return Summary(
        articles=len(records.articles),
        events=sum(entry.event is not None for entry in indexes.timeline.entries),
        entities=len(records.entities),
        mentions=sum(article.mentions for article in records.articles),
        pages=sum(path.endswith(".html") for path in listed),
    )
