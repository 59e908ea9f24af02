"""Every fact of an event stands on every surface that tells of the event, and nothing private stands on any.

The site of `tests/sites/evidence/` is built once. What happened is taken from what was read and linked; what surfaces
say of it is read from the files that were written, each event's own part of them alone.
"""

import csv
import html
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from support.pictures import SECRET

from dateline.cli import main
from dateline.indexes.entries import Entry, collect_entries
from dateline.indexes.records import CitationRecord, Records
from dateline.indexes.relations import StatedRelation, index_relations
from dateline.linking.linker import link_content
from dateline.model.article import Status
from dateline.model.source import Options, Sources
from dateline.reading.content import Content, read_content
from dateline.rendering.catalogues import find_words
from dateline.rendering.exports.follow_the_money import make_id
from dateline.rendering.recording import record_all
from dateline.rendering.words import ENGLISH

Outputs = Mapping[str, bytes]
Parts = Iterator[tuple[str, str]]
"""What surfaces tell of an event: which surface, and its words."""

CONTENT = Path(__file__).parent / "sites" / "evidence" / "content"
BASE = "https://example.org/ostrel/"
LANGUAGES = Path(__file__).parents[1] / "templates" / "languages"
CATALOGUES = {path.stem: path.read_bytes() for path in LANGUAGES.glob("*.po")}
PRIVATE = ("Wilmet", "Willie", "Ashgrove")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Outputs:
    """Every file of the built site, by its path."""
    folder = tmp_path_factory.mktemp("evidence") / "site"
    done = CliRunner().invoke(main, ["build", "--content", str(CONTENT), "--output", str(folder), "--no-cache"])
    assert done.exit_code == 0, done.output
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@cache
def content() -> Content:
    """What was read."""
    files = {file.relative_to(CONTENT).as_posix(): file for file in CONTENT.rglob("*") if file.is_file()}
    texts = {path: file.read_bytes() for path, file in files.items() if path.endswith((".md", ".toml"))}
    return read_content(Sources(texts, frozenset(files) - texts.keys()), Options(date(2026, 11, 21), "1"))[0]


@cache
def records() -> Records:
    """What was read and linked."""
    linked, _ = link_content(content())
    return record_all(linked, content().settings)


@cache
def events() -> Mapping[str, Entry]:
    """Every event of the site by its id, dates of a life left out."""
    entries = collect_entries(records().articles, records().entities)
    return {entry.id: entry for entry in entries if entry.event}


def shown_sources(entry: Entry) -> tuple[CitationRecord, ...]:
    """What an event says that it rests on; the one source of its article is its own."""
    assert entry.event
    lent = entry.article.sources if entry.article and len(entry.article.sources) == 1 else ()
    return entry.event.sources or lent


def facts(entry: Entry) -> list[str]:
    """The words without which no surface may tell of an event."""
    assert entry.event
    said = [entry.event.status.value] if entry.event.status else []
    for role in entry.event.roles:
        said += [role.words, role.status.value if role.status else "", role.note]
    said += [each.publisher or "".join(each.authors[:1]) or each.title for each in shown_sources(entry)]
    return [words for words in said if words]


def words(markup: str) -> str:
    """What a reader sees of HTML, but for how much later it was reported, which is no status."""
    seen = " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())
    return re.sub(r"[Rr]eported (?:at least |possibly |about )*[\d,–]+ \w+ later", "", seen)


def element(page: str, start: int) -> str:
    """The list item that begins here, with those inside it."""
    depth = 0
    for tag in re.compile(r"<(/?)li\b").finditer(page, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return page[start : tag.end()]
    raise AssertionError(page[start : start + 80])


def row(page: str, anchor: str) -> str:
    """The line of a list that has this `id`."""
    return words(element(page, page.index(f'<li class="entry" id="{anchor}"')))


def address(entry: Entry) -> str:
    """Where an event is told, from the root."""
    assert entry.event
    if entry.article:
        return f"articles/{entry.article.slug}/#e-{entry.event.slug}"
    assert entry.entity
    return f"{entry.entity.entity.id}/#{entry.id}"


def pages_with_rows(entry: Entry) -> Iterator[str]:
    """The pages on which an event has a line of its own, but for the first page and that of its article."""
    yield "timeline/index.html"
    if entry.article:
        yield "timeline/published/index.html"
    yield from (f"{entity}/index.html" for entity in entry.entities)


def rows(entry: Entry, outputs: Outputs) -> Parts:
    """Lines of timelines and dossiers, and of the first page where it has the event."""
    for path in pages_with_rows(entry):
        yield path, row(outputs[path].decode(), entry.id)
    home = outputs["index.html"].decode()
    for start in (match.start() for match in re.finditer('<li class="entry">', home)):
        if f'href="./{address(entry)}"' in (found := element(home, start)):
            yield "index.html", words(found)


def own_page(entry: Entry) -> str:
    """The page that an event has to itself."""
    return f"entries/{entry.id}/index.html"


def on_its_own_page(entry: Entry, outputs: Outputs) -> Parts:
    """All of the page but its head and foot."""
    page = outputs[own_page(entry)].decode()
    yield own_page(entry), words(page[page.index("<main") : page.index("</main>")])


def in_its_article(entry: Entry, outputs: Outputs) -> Parts:
    """A line below the text, or what stands below its heading."""
    assert entry.event
    if not entry.article:
        return
    path, anchor = f"articles/{entry.article.slug}/index.html", f"e-{entry.event.slug}"
    page = outputs[path].decode()
    if entry.event.is_heading:
        start = page.index(f'class="event-heading" id="{anchor}"')
        yield path, words(page[start : page.index("<p>", start)])
    else:
        yield path, row(page, anchor)


def in_feeds(entry: Entry, outputs: Outputs) -> Parts:
    """What the content of an article says of it in both feeds."""
    if not entry.article:
        return
    url = f"{BASE}articles/{entry.article.slug}/"
    atom = "{http://www.w3.org/2005/Atom}"
    for item in ET.fromstring(outputs["feed.xml"]).iter(f"{atom}entry"):  # noqa: S314 - made by this program
        if item.findtext(f"{atom}id") == url:
            yield "feed.xml", in_feed(entry, item.findtext(f"{atom}content") or "")
    for item in json.loads(outputs["feed.json"])["items"]:
        if item["id"] == url:
            yield "feed.json", in_feed(entry, item["content_html"])


def in_feed(entry: Entry, content: str) -> str:
    """The line of an event, or what stands below its heading up to the next."""
    assert entry.event
    if not entry.event.is_heading:
        return words(element(content, content.rindex("<li>", 0, content.index(f'/#e-{entry.event.slug}"'))))
    heading = re.search(rf": (?:<[^>]*>)*{re.escape(entry.event.title)}(?:<[^>]*>)*</h", content)
    assert heading
    return words(content[heading.start() : content.index("<h", heading.end())])


def in_linked_data(entry: Entry, outputs: Outputs) -> Parts:
    """The nodes of an event in the JSON-LD of every page with a line of it."""
    own = [f"articles/{entry.article.slug}/index.html"] if entry.article else []
    for path in [*pages_with_rows(entry), *own, own_page(entry)]:
        (block,) = re.findall(r'<script type="application/ld\+json">(.*)</script>', outputs[path].decode())
        (node,) = [each for each in nodes(json.loads(block)) if each.get("@id") == BASE + address(entry)]
        works = {each["url"]: each for each in json.loads(outputs["data/sources.json"])["sources"] if "url" in each}
        yield f"JSON-LD of {path}", named(json.dumps(node, ensure_ascii=False), works)


def nodes(value: object) -> Iterator[dict[str, object]]:
    """Every event in a JSON document."""
    if isinstance(value, dict):
        if value.get("@type") == "Event":
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from nodes(each)


def in_data(entry: Entry, outputs: Outputs) -> Parts:
    """The rows of an event in every file of data, its sources by their names."""
    works = {each["id"]: each for each in json.loads(outputs["data/sources.json"])["sources"]}
    table = json.loads(outputs["data/entries.json"])["entries"]
    (found,) = [each for each in table if each["id"] == entry.id]
    yield "data/entries.json", named(json.dumps(found, ensure_ascii=False), works)
    lines = csv.DictReader(io.StringIO(outputs["data/entries.csv"].decode()))
    (line,) = [each for each in lines if each["id"] == entry.id]
    yield "data/entries.csv", named(" ".join(line.values()), works)
    for feature in json.loads(outputs["data/entries.geojson"])["features"]:
        if feature["id"] == entry.id:
            yield "data/entries.geojson", named(json.dumps(feature, ensure_ascii=False), works)
    for statement in outputs["data/entities.ftm.json"].decode().splitlines():
        if json.loads(statement)["id"] == make_id(f"events/{entry.id}"):
            yield "data/entities.ftm.json", statement
    for slide in json.loads(outputs["data/timelinejs.json"])["events"]:
        if slide["unique_id"] == entry.id:
            yield "data/timelinejs.json", html.unescape(json.dumps(slide, ensure_ascii=False))
    for event in outputs["data/events.ics"].decode().replace("\r\n ", "").split("BEGIN:VEVENT")[1:]:
        if f"UID:{entry.id}@" in event:
            yield "data/events.ics", event.replace("\\", "")


def named(row: str, works: Mapping[str, Mapping[str, object]]) -> str:
    """A row with the sources written out to which it refers."""
    return row + "".join(json.dumps(work, ensure_ascii=False) for identity, work in works.items() if identity in row)


def says(said: str, fact: str, entry: Entry) -> bool:
    """Whether a surface says it; on the page of an article in another language a status is in that language."""
    own = find_words(CATALOGUES, entry.article.language) if entry.article and entry.article.language else ENGLISH
    return fact in said or own.pgettext("status", fact) in said


SURFACES: Mapping[str, Callable[[Entry, Outputs], Parts]] = {
    "pages": rows,
    "own page": on_its_own_page,
    "article": in_its_article,
    "feeds": in_feeds,
    "JSON-LD": in_linked_data,
    "data": in_data,
}


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("identity", sorted(events()))
def test_every_surface_says_how_sure_it_is_and_who_says_so(identity: str, surface: str, outputs: Outputs) -> None:
    """Status, roles with theirs, and sources."""
    entry = events()[identity]
    told = list(SURFACES[surface](entry, outputs))
    assert told or entry.article is None
    missing = [(where, fact) for where, said in told for fact in facts(entry) if not says(said, fact, entry)]
    assert missing == []


@pytest.mark.parametrize("identity", sorted(events()))
def test_every_line_from_a_corrected_article_is_marked(identity: str, outputs: Outputs) -> None:
    """Lines of pages say when, in words; JSON-LD leads to what was wrong, and data say it."""
    entry = events()[identity]
    is_corrected = bool(entry.article and entry.article.corrections)
    lines = [("corrected 1 July 2021" in said, where) for where, said in rows(entry, outputs)]
    own = f"articles/{entry.article.slug}/" if entry.article else ""
    others = [each for each in in_linked_data(entry, outputs) if not own or own not in each[0]]
    lines += [('#corrections"' in said, where) for where, said in others]
    wrong = "a suspect of the theft"
    lines += [(wrong in said, where) for where, said in in_data(entry, outputs)]
    assert [where for is_marked, where in lines if is_marked is not is_corrected] == []


def relations() -> Iterator[tuple[StatedRelation, str, str]]:
    """Every relation of the site, seen from each of its ends: the relation, the end, and the other one."""
    for relation in index_relations(records().entities, content().settings.relations).stated:
        _, subject, target = relation.ends
        yield relation, subject, target
        yield relation, target, subject


def facts_of_relation(relation: StatedRelation, other: str) -> list[str]:
    """The words without which no surface may tell of a relation."""
    (name,) = (record.entity.name for record in records().entities if record.entity.id == other)
    works = [each.publisher or "".join(each.authors[:1]) or each.title for each in relation.sources]
    titles = [each.title for each in records().articles if each.slug in relation.articles]
    return [name, relation.status.value if relation.status else "", *relation.notes, *works, *titles]


@pytest.mark.parametrize("case", list(relations()), ids=lambda case: f"{case[0].ends.type} {case[1]}")
def test_every_relation_says_at_both_ends_how_sure_it_is_and_who_says_so(
    case: tuple[StatedRelation, str, str], outputs: Outputs
) -> None:
    """In a row of the dossier, and in its JSON-LD."""
    relation, own, other = case
    page = outputs[f"{own}/index.html"].decode()
    section = page[page.index('aria-labelledby="relations"') :]
    shown = [words(each) for each in re.split(r"<dd\b", section.partition("</section>")[0])]
    (block,) = re.findall(r'<script type="application/ld\+json">(.*)</script>', page)
    (about,) = [node["mainEntity"] for node in json.loads(block)["@graph"] if "mainEntity" in node]
    told = [json.dumps(each, ensure_ascii=False) for each in about["additionalProperty"] if "url" in each]
    expected = facts_of_relation(relation, other)
    for surface in (shown, told):
        assert [part for part in surface if all(fact in part for fact in expected)], expected


def test_the_first_page_is_among_the_surfaces(outputs: Outputs) -> None:
    """It has the latest entries alone."""
    assert any(where == "index.html" for entry in events().values() for where, _ in rows(entry, outputs))


def test_a_corrected_article_says_what_was_wrong(outputs: Outputs) -> None:
    """On its page, on that of all corrections, in the feeds, and in JSON-LD."""
    paths = ["articles/the-lamps/index.html", "corrections/index.html", "corrections.xml", "feed.xml", "feed.json"]
    (article,) = [article for article in records().articles if article.corrections]
    for path in paths:
        assert [each.note for each in article.corrections if each.note not in outputs[path].decode()] == [], path
    head = outputs[paths[0]].decode().partition("</head>")[0]
    assert head.count('"CorrectionComment"') == len(article.corrections) == 2


def test_every_excerpt_of_a_foreign_article_names_its_language(outputs: Outputs) -> None:
    """Wherever its words are quoted among others: a voice that reads the page aloud has to change."""
    for path in ("places/ostrel/index.html", "groups/lantern-company/index.html"):
        page = outputs[path].decode()
        item = element(page, page.index('<li><h3 class="backlink"><a href="../../articles/respuesta/"'))
        assert item.count("<blockquote") == item.count('<blockquote class="excerpt" lang="es">') > 0


def test_nothing_private_is_in_any_byte(outputs: Outputs) -> None:
    """No name and no part of one, in no path and no byte; nor a draft, a sealed file, or what a camera wrote."""
    texts = {path: f"{path}\n{data.decode('utf-8', 'replace')}" for path, data in outputs.items()}
    read = {path: html.unescape(unquote(text)).casefold() for path, text in texts.items()}
    secrets = [*PRIVATE, "Unfinished words", "Kept under seal", SECRET.decode()]
    assert [(path, name) for path, text in read.items() for name in secrets if name.casefold() in text] == []
    assert SECRET in (CONTENT / "pictures" / "quay.png").read_bytes()
    assert all(any(name in file.read_text("utf-8") for file in CONTENT.rglob("*.md")) for name in PRIVATE)
    assert "a minor" in read["articles/the-lamps/index.html"]


def test_the_article_has_every_feature() -> None:
    """So that whoever adds one adds it here, and sees each output of it."""
    (article,) = [article for article in records().articles if article.slug == "the-lamps"]
    text = records().library.text(article.slug)
    happened = article.events
    assert {event.status for event in happened} == {None, *Status}
    assert {role.status is None for event in happened for role in event.roles} == {True, False}
    assert {event.is_heading for event in happened} == {True, False}
    assert {bool(event.sources) for event in happened} == {True, False}
    assert {note.source is None for note in text.notes} == {True, False}
    assert {source.is_published for source in article.sources if source.file} == {True, False}
    assert all((article.corrections, article.redirects, article.tags, text.authors, text.updated, article.summary))
    forms = (
        "-0043",
        "19XX",
        "198X",
        "~",
        "?",
        "%",
        "-21",
        "-XX-",
        "../",
        "/..",
        "-05:00",
        "[Europe/Lisbon]",
        "unknown",
    )
    dates = " ".join(event.edtf for event in happened)
    assert [form for form in forms if form not in dates] == []


def test_entities_have_every_feature() -> None:
    """Relations of each type that every site has and of one of its own; events, coordinates, an area, a redirect."""
    entities = records().entities
    types = {relation.type for record in entities for relation in record.entity.relations}
    assert types == {"leads", "member-of", "part-of", "rival-of", "successor-of", "supplies"}
    assert any(record.events for record in entities)
    assert {record.entity.area for record in entities if record.entity.coordinates} == {True, False}
    assert any(record.entity.redirects for record in entities)
    assert {article.language for article in records().articles} == {"", "es"}
