"""Hold what may be said in the files of a changing site: for laws that say anything in any order."""

from collections.abc import Mapping

from hypothesis import strategies as st
from strategies import SAID_SOURCES, relations_in_headers
from support.changing import Fields

SENTENCES = (
    "Nothing is said.",
    "Ana Gil met Bob Gil in Porto Velho.",
    "Gil said nothing.",
    "The Boss came; so did the National Guard.",
    "The Guard stood at Velho.",
    "NATIONAL GUARD units left Porto Velho Station.",
    "[[ana]] wrote to [[people/bob|him]].",
    "Leave [[!Guard]] and [[!boss|the chief]] and [[!Porto Velho]] alone.",
    "Ask [[the boss]].",
    "See [her](/people/ana/).",
    "See [one](/articles/one/).",
    "See [two](2020-02-02-two.md) and [her](../people/ana.md).",
    "![Picture](../img/a.png)",
    "See [the map](map.txt) and [a page](a.html).",
    "See [what it was](/old/).",
    "# A heading about Ana Gil\n\nBob Gil again, and Ana Gil.",
    "## 2020-01: The Boss speaks {.event status=reported places=porto}\n\nBob Gil heard him.\n\nSo did Ana Gil.",
    "### 2019: Ana Gil leaves {.event #e note=then}\n\nFor Porto Velho, with [[boss]].",
)
NAMES = ("Ana Gil", "Bob Gil", "National Guard", "Guard", "Porto Velho", "The Boss", "Velho", "Gil")
IDS = ("ana", "bob", "groups/guard", "porto", "boss")
DATES = ("1999-05", "2020-01-01", "2020-02-02/2020-02-04", "2019~", "2020-11-30", "2031-01-01")


def _maybe(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.one_of(st.none(), values)


def _some(values: tuple[str, ...], most: int = 2) -> st.SearchStrategy[object]:
    return st.lists(st.sampled_from(values), max_size=most, unique=True)


BODY = st.lists(st.sampled_from(SENTENCES), max_size=4).map("\n\n".join)
ROLE = st.fixed_dictionaries(
    {"entity": st.sampled_from(IDS), "as": st.sampled_from(("suspect", "witness"))},
    optional={"status": st.sampled_from(("alleged", "charged")), "note": st.just("says a neighbour")},
)
EVENT = st.fixed_dictionaries(
    {"date": st.sampled_from(DATES), "title": st.sampled_from(SENTENCES[:5])},
    optional={
        "text": st.sampled_from(SENTENCES[:7]),
        "places": _some(("porto", "guard")),
        "entities": _some(IDS),
        "status": st.sampled_from(("confirmed", "disputed", "retracted")),
        "roles": st.lists(ROLE, max_size=2),
        "slug": st.sampled_from(("e", "f")),
        "order": st.integers(-2, 2),
    },
)
OLD = ("/old/", "old.html", "people/boss", "/articles/two/", "articles/three")
CORRECTION = st.fixed_dictionaries(
    {
        "date": st.sampled_from((*DATES, "unknown")),
        "note": st.sampled_from(("Forty, not four hundred.", "It was the Guard.")),
    }
)
EXTRA = st.sampled_from((7, "word", True, [1, [2, None]], {"b": 1, "a": {"c": "ż"}}))
OF_TEXTS: Mapping[str, st.SearchStrategy[object]] = {
    "body": BODY,
    "summary": _maybe(st.sampled_from(SENTENCES)),
    "redirects": _maybe(_some(OLD)),
    "note_of_mine": _maybe(EXTRA),
}
OF_ARTICLES = {
    **OF_TEXTS,
    "title": _maybe(st.sampled_from(("One", "Ana Gil speaks", "On the Guard"))),
    "date": _maybe(st.sampled_from(DATES)),
    "events": _maybe(st.lists(EVENT, max_size=2)),
    "entities": _maybe(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(IDS), max_size=1)),
    "image": _maybe(st.sampled_from(("img/a.png", "map.txt"))),
    "draft": _maybe(st.booleans()),
    "order": _maybe(st.integers(-1, 1)),
    "lang": _maybe(st.sampled_from(("de", "ar"))),
    "links": _maybe(st.sampled_from(("all", "none", "first"))),
    "slug": _maybe(st.sampled_from(("one", "two", "three"))),
    "tags": _maybe(_some(("storms", "boats"))),
    "sources": _maybe(st.lists(SAID_SOURCES, max_size=2)),
    "corrections": _maybe(st.lists(CORRECTION, max_size=2)),
}
OF_ENTITIES = {
    **OF_TEXTS,
    "name": _maybe(st.sampled_from(NAMES)),
    "aliases": _maybe(_some(NAMES)),
    "weak_aliases": _maybe(_some(NAMES, 1)),
    "forms": _maybe(_some(NAMES, 1)),
    "names": _maybe(st.dictionaries(st.sampled_from(("de", "es")), st.sampled_from(NAMES), max_size=1)),
    "part_of": _maybe(st.sampled_from(("porto", "guard", "bob"))),
    "context": _maybe(_some(("Ana Gil", "Velho", "ana", "met"))),
    "born": _maybe(st.sampled_from(DATES)),
    "founded": _maybe(st.sampled_from(DATES)),
    "dissolved": _maybe(st.sampled_from(DATES)),
    "events": _maybe(st.lists(EVENT, max_size=2)),
    "links": _maybe(st.sampled_from(("all", "none", "first"))),
    "coordinates": _maybe(st.just([10.5, -20])),
    "relations": _maybe(relations_in_headers(st.sampled_from(IDS), st.sampled_from(("one", "two")))),
}
OF_PAGES = {
    **OF_TEXTS,
    "title": st.sampled_from(("About", "Guard")),
    "slug": _maybe(st.sampled_from(("about", "us"))),
    "lang": _maybe(st.sampled_from(("es", "de"))),
}
OF_SETTINGS = {
    "title": _maybe(st.sampled_from(("Record", "Chronicle"))),
    "base_url": _maybe(st.just("https://example.org/record/")),
    "links": _maybe(st.sampled_from(("all", "none"))),
    "linking.off": _maybe(_some(("surname", "one-sense", "bigger-name", "alias", "full-name-missing"))),
    "excerpt": _maybe(st.sampled_from(("sentence", "paragraph"))),
    "files": _maybe(_some(("map.txt", "img/a.png"))),
    "kinds.person.plural": _maybe(st.just("Persons")),
    "kinds.person.schema_type": _maybe(st.just("Thing")),
    "relations.leads.label": _maybe(st.just("heads")),
    "language": _maybe(st.sampled_from(("de", "he"))),
    **dict.fromkeys(("cards", "life_events"), _maybe(st.booleans())),
    "timezone": _maybe(st.just("Pacific/Kiritimati")),
}
ARTICLES = ("articles/2020-01-01-one.md", "articles/2020-02-02-two.md", "articles/three.md", "articles/sub/4.md")
TRANSLATIONS = ("articles/2020-01-01-one.es.md", "articles/three.de.md")
ENTITIES = ("people/ana.md", "people/bob.md", "people/boss.md", "groups/guard.md", "places/porto.md", "places/guard.md")
PAGES = ("pages/about.md", "pages/us.md", "pages/about.de.md")
OTHERS = ("img/a.png", "articles/map.txt", "articles/img/a.png", "map.txt", "articles/a.html")
STARTING: Mapping[str, Fields] = {
    ARTICLES[0]: {"title": "One", "body": "\n\n".join(SENTENCES[:4])},
    ARTICLES[1]: {"title": "Two", "body": SENTENCES[4], "summary": SENTENCES[1]},
    ARTICLES[2]: {"title": "Three", "date": "2020", "body": SENTENCES[2]},
    ENTITIES[0]: {"name": "Ana Gil"},
    ENTITIES[1]: {"name": "Bob Gil"},
    ENTITIES[2]: {"name": "The Boss"},
    ENTITIES[3]: {"name": "National Guard"},
    ENTITIES[4]: {"name": "Porto Velho"},
    PAGES[0]: {"title": "About", "body": SENTENCES[3]},
}
KINDS = {
    **dict.fromkeys((*ARTICLES, *TRANSLATIONS), OF_ARTICLES),
    **dict.fromkeys(ENTITIES, OF_ENTITIES),
    **dict.fromkeys(PAGES, OF_PAGES),
}
TEMPLATES = (b"{{ nobody }}", b"{% include 'part.html' %}", b"{{ site }}|{{ head }}", b"\xff", b"{{ head.title }}")
CATALOGUES = (b'msgid "Articles"\nmsgstr "Artikel"\n', b'msgid "Articles"\nmsgstr "Texte"\n', b"nothing")
CHANGE = st.sampled_from([*KINDS]).flatmap(
    lambda path: st.sampled_from([*KINDS[path]]).flatmap(
        lambda key: st.tuples(st.just(path), st.just(key), KINDS[path][key])
    )
)
SETTING = st.sampled_from([*OF_SETTINGS]).flatmap(lambda key: st.tuples(st.just(key), OF_SETTINGS[key]))
