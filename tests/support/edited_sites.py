"""Draw small sites in which much is named, and what an edit makes of them."""

from typing import cast

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

Files = dict[str, str]
"""The files of a content folder."""

_SENTENCES = (
    "Ann Able told Ben Bold of Rome.",
    "It rained.",
    "It rained for days.",
    "Ann Able left, and Ann Able came back to Oslo.",
    "Ben Bold knows the Guard.",
    "A. Able was in Lima with Cem Cray.",
)
_EVENTS = (
    "{date: 2019-05-01, title: Ann Able leaves, text: She meets Ben Bold., places: [rome]}",
    "{date: 2019-05-02, title: Ann Able leaves, slug: leaving, places: [oslo], status: alleged}",
    "{date: 2021, title: A vote, entities: [guard], note: about then}",
    "{date: unknown, title: Cem Cray waits, sources: [{publisher: The Post}]}",
    "{date: 2018, title: A letter, sources: [A letter, {title: A report, url: 'https://example.org/report'}]}",
    "{date: 1950, title: The Guard is founded, places: [rome, lima]}",
    "{date: 2019-05-02, title: Fire, roles: [{entity: ann, as: suspect, status: alleged}, {entity: rome, as: scene}]}",
    "{date: 2019-05-02, title: A fire, roles: [{entity: ann, as: suspect, status: acquitted, note: in Lima}]}",
)
_TITLES = ("Rain", "Ann Able in Rome", "A vote")
_HEADERS = (
    "",
    "summary: Ben Bold speaks.\n",
    "lang: de\n",
    "authors: [Zoe]\n",
    "sources: [{publisher: The Post}]\n",
    "sources: [{title: A report, url: 'https://example.org/report'}, {publisher: The Post, pages: 3}]\n",
    "redirects: [/old/]\n",
    "tags: [storms, boats]\n",
    "tags: [Storms]\n",
    "corrections: [{date: 2021-08, note: It was Rome.}]\n",
)


_RELATIONS = (
    "relations: {type: leads, entity: guard, since: 2010, article: a}\n",
    "relations: [{type: rival of, entity: ann, article: [a, b]}, {type: member of, entity: guard, source: A list}]\n",
)


def _people(names: tuple[str, ...], more: tuple[str, ...]) -> SearchStrategy[str]:
    bodies = st.sampled_from(["", "Knows Ben Bold.\n"])
    return st.builds("---\nname: {}\n{}---\n{}".format, st.sampled_from(names), st.sampled_from(more), bodies)


_SETTINGS = st.sampled_from(["", 'title = "Record"\n', 'language = "de"\n', 'notice = "Read well."\n'])
_ENTITIES = {
    "people/ann.md": _people(
        ("Ann Able", "Ann B. Able"),
        ("", "aliases: [A. Able]\n", "names: {es: Ana}\n", "born: 1960\n", "redirects: [/a.html]\n"),
    ),
    "people/ben.md": _people(("Ben Bold",), ("", "summary: A friend of Ann Able.\n")),
    "people/cem.md": _people(("Cem Cray", "Zed Cray"), ("", *_RELATIONS)),
    "groups/guard.md": _people(
        ("Guard", "Old Guard"), ("", "founded: 1950\n", "relations: {type: led by, entity: cem, status: alleged}\n")
    ),
    "places/rome.md": _people(("Rome",), ("", "part_of: italy\n", "part_of: lima\n")),
    "places/italy.md": _people(("Italy",), ("",)),
    "places/oslo.md": _people(("Oslo",), ("part_of: italy\n", "coordinates: [59.9, 10.7]\n")),
    "places/lima.md": _people(("Lima",), ("",)),
}
_PAGE = st.sampled_from(["---\ntitle: About\n---\nAnn Able.\n", "---\ntitle: On this\nsummary: What it is.\n---\n"])

_OWN = st.sampled_from(("", "authors: [Zoe]\n", "sources: [{publisher: The Post}]\n", "tags: [boats]\n"))
_TOLD = st.sampled_from(("Ann Able y Ben Bold.", "Cem Cray."))


@st.composite
def _articles(draw: DrawFn) -> str:
    title, date = draw(st.sampled_from(_TITLES)), draw(st.sampled_from(["2019-05-01", "2020", "2021-07"]))
    events = draw(st.lists(st.sampled_from(_EVENTS), max_size=2, unique=True))
    told = f"events: [{', '.join(events)}]\n" if events else ""
    body = " ".join(draw(st.lists(st.sampled_from(_SENTENCES), max_size=3)))
    return f"---\ntitle: {title}\ndate: {date}\n{draw(st.sampled_from(_HEADERS))}{told}---\n{body}\n"


_TRANSLATIONS = {
    path: st.builds("---\ntitle: {}\n{}---\n{}\n".format, st.sampled_from(("Lluvia", "Ann Able")), _OWN, _TOLD)
    for path in ("articles/a.es.md", "articles/a.de.md", "articles/b.es.md")
}
_SITES: SearchStrategy[Files] = cast(
    "SearchStrategy[Files]",
    st.fixed_dictionaries(
        {"site.toml": _SETTINGS},
        optional=_ENTITIES
        | _TRANSLATIONS
        | {"pages/about.md": _PAGE}
        | {f"articles/{slug}.md": _articles() for slug in "abcdefghij"},
    ),
)


@st.composite
def two_sites(draw: DrawFn) -> tuple[Files, Files]:
    """Return two sites that have most files in common."""
    first, other = draw(_SITES), draw(_SITES)
    edited = draw(st.sets(st.sampled_from(sorted({*first, *other})), max_size=3))
    second = {path: text for path, text in first.items() if path not in edited}
    return first, second | {path: other[path] for path in edited if path in other}
