"""Build content from short strings, so that a test of the linker says in a line what it is about.

A registry is written one entity a line, as in `people/mencho: Nemesio Oseguera; El Mencho; ~Oseguera; born=1966`:
the id, then the name, aliases, weak aliases after a tilde, and whatever else is known, each after its key: links, born,
died, founded, dissolved, context (with commas between hints), form.
"""

from collections.abc import Mapping
from dataclasses import replace

from dateline.linking.linked import LinkedText
from dateline.linking.linker import link_content
from dateline.model.article import Article, Event, Page
from dateline.model.date import HistoricalDate
from dateline.model.edtf import parse_edtf
from dateline.model.entity import Entity, Registry
from dateline.model.names import EntityId, Slug
from dateline.model.problem import Location
from dateline.model.settings import KINDS, LinkPolicy, Settings
from dateline.model.text import Passage, map_lines
from dateline.reading.content import Content

DAY = parse_edtf("2020-07-18")


def passage(text: str, first_line: int = 1) -> Passage:
    """Return a text whose lines are whole lines of its file, from this one on."""
    return Passage(text, map_lines(text, first_line))


def entity(line: str) -> Entity:
    """Return the entity of one line."""
    identity, _, rest = line.partition(": ")
    words = [word.strip() for word in rest.split(";")]
    folder, _, slug = identity.partition("/")
    keys = [word.partition("=")[::2] for word in words if "=" in word]
    known = dict(keys)
    names = [word for word in words[1:] if word and "=" not in word]
    return Entity(
        id=EntityId(identity),
        kind=next(kind.name for kind in KINDS if kind.folder == folder),
        slug=Slug(slug),
        name=words[0],
        path=f"{identity}.md",
        location=Location(f"content/{identity}.md"),
        body=passage(""),
        aliases=tuple(name for name in names if not name.startswith("~")),
        weak_aliases=tuple(name[1:] for name in names if name.startswith("~")),
        forms=tuple(value for key, value in keys if key == "form"),
        born=_date(known, "born"),
        died=_date(known, "died"),
        founded=_date(known, "founded"),
        dissolved=_date(known, "dissolved"),
        context=tuple(known["context"].split(", ")) if "context" in known else (),
        links=LinkPolicy(known["links"]) if "links" in known else None,
    )


def _date(known: Mapping[str, str], key: str) -> HistoricalDate | None:
    return parse_edtf(known[key]) if key in known else None


def registry(text: str) -> Registry:
    """Return the registry with an entity on each line."""
    return Registry.of(tuple(entity(line) for line in text.splitlines() if line.strip()))


def article(
    body: str,
    *,
    slug: str = "a",
    title: str = "",
    summary: str = "",
    events: tuple[Event, ...] = (),
    pins: Mapping[str, EntityId] | None = None,
    links: LinkPolicy | None = None,
) -> Article:
    """Return an article of which the body starts on the first line of its file."""
    return Article(
        path=f"articles/{slug}.md",
        slug=Slug(slug),
        title=passage(title),
        date=DAY,
        body=passage(body),
        location=Location(f"content/articles/{slug}.md"),
        summary=passage(summary) if summary else None,
        events=events,
        pins=pins or {},
        links=links,
    )


def event(title: str, text: str = "", *, slug: str = "e", entities: str = "") -> Event:
    """Return an event; `entities` are ids with spaces between them."""
    return Event(
        slug=Slug(slug),
        date=DAY,
        title=passage(title),
        location=Location("content/articles/a.md", 1),
        text=passage(text) if text else None,
        entities=tuple(EntityId(identity) for identity in entities.split()),
    )


def page(body: str, slug: str = "about") -> Page:
    """Return a page without a date."""
    path = f"pages/{slug}.md"
    return Page(path, Slug(slug), passage(slug), passage(body), Location(f"content/{path}"))


def content(
    entities: Registry,
    *texts: Article | Page,
    links: LinkPolicy = LinkPolicy.FIRST_PER_SECTION,
    off: tuple[str, ...] = (),
) -> Content:
    """Return the content that holds these entities and texts; `off` are the rules that it does without."""
    articles = tuple(text for text in texts if isinstance(text, Article))
    pages = tuple(text for text in texts if isinstance(text, Page))
    return Content(replace(Settings(), links=links, off=off), entities, articles, pages)


def link_body(body: str, entities: str) -> LinkedText:
    """Return the body of an article, linked."""
    linked, _ = link_content(content(registry(entities), article(body)))
    return linked.articles[0].body


def brackets(text: LinkedText) -> str:
    """Return the words of a text, a line for each block, every link in brackets."""
    lines = []
    for token in text.tokens:
        if token.type == "inline":
            marks = {"link_open": "[", "link_close": "]", "softbreak": " ", "hardbreak": " "}
            lines.append("".join(marks.get(child.type, child.content) for child in token.children or []))
    return "".join(f"{line}\n" for line in lines)
