"""Pages with the key of an earlier build have the bytes that they had then."""

from collections.abc import Mapping
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from support.keyed import KeyedPage, keyed_pages

Files = dict[str, str]

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
    "{date: unknown, title: Cem Cray waits}",
    "{date: 1950, title: The Guard is founded, places: [rome, lima]}",
)
_TITLES = ("Rain", "Ann Able in Rome", "A vote")
_HEADERS = ("", "summary: Ben Bold speaks.\n", "lang: de\n", "authors: [Zoe]\n", "sources: [{publisher: The Post}]\n")


def _people(names: tuple[str, ...], more: tuple[str, ...]) -> SearchStrategy[str]:
    bodies = st.sampled_from(["", "Knows Ben Bold.\n"])
    return st.builds("---\nname: {}\n{}---\n{}".format, st.sampled_from(names), st.sampled_from(more), bodies)


_SETTINGS = st.sampled_from(["", 'title = "Record"\n', 'language = "de"\n', 'notice = "Read well."\n'])
_ENTITIES = {
    "people/ann.md": _people(("Ann Able", "Ann B. Able"), ("", "aliases: [A. Able]\n", "born: 1960\n")),
    "people/ben.md": _people(("Ben Bold",), ("", "summary: A friend of Ann Able.\n")),
    "people/cem.md": _people(("Cem Cray", "Zed Cray"), ("",)),
    "groups/guard.md": _people(("Guard", "Old Guard"), ("", "founded: 1950\n")),
    "places/rome.md": _people(("Rome",), ("", "part_of: italy\n", "part_of: lima\n")),
    "places/italy.md": _people(("Italy",), ("",)),
    "places/oslo.md": _people(("Oslo",), ("part_of: italy\n", "coordinates: [59.9, 10.7]\n")),
    "places/lima.md": _people(("Lima",), ("",)),
}
_PAGE = st.sampled_from(["---\ntitle: About\n---\nAnn Able.\n", "---\ntitle: On this\nsummary: What it is.\n---\n"])


@st.composite
def _articles(draw: DrawFn) -> str:
    title, date = draw(st.sampled_from(_TITLES)), draw(st.sampled_from(["2019-05-01", "2020", "2021-07"]))
    events = draw(st.lists(st.sampled_from(_EVENTS), max_size=2, unique=True))
    told = f"events: [{', '.join(events)}]\n" if events else ""
    body = " ".join(draw(st.lists(st.sampled_from(_SENTENCES), max_size=3)))
    return f"---\ntitle: {title}\ndate: {date}\n{draw(st.sampled_from(_HEADERS))}{told}---\n{body}\n"


_SITES: SearchStrategy[Files] = cast(
    "SearchStrategy[Files]",
    st.fixed_dictionaries(
        {"site.toml": _SETTINGS},
        optional=_ENTITIES | {"pages/about.md": _PAGE} | {f"articles/{slug}.md": _articles() for slug in "abcdefghij"},
    ),
)


@st.composite
def _two_sites(draw: DrawFn) -> tuple[Files, Files]:
    """Two sites that have most files in common."""
    first, other = draw(_SITES), draw(_SITES)
    edited = draw(st.sets(st.sampled_from(sorted({*first, *other})), max_size=3))
    second = {path: text for path, text in first.items() if path not in edited}
    return first, second | {path: other[path] for path in edited if path in other}


def lying(before: Mapping[str, KeyedPage], after: Mapping[str, KeyedPage]) -> list[str]:
    """Return the pages that differ although their keys do not."""
    both = before.keys() & after.keys()
    return sorted(p for p in both if before[p].key == after[p].key and before[p].html != after[p].html)


def renewed(before: Mapping[str, KeyedPage], after: Mapping[str, KeyedPage]) -> set[str]:
    """Return the pages that have another key than before, or had none."""
    return {path for path, page in after.items() if path not in before or before[path].key != page.key}


def different(before: Mapping[str, KeyedPage], after: Mapping[str, KeyedPage]) -> set[str]:
    """Return the pages that have other bytes than before, or are new."""
    return {path for path, page in after.items() if path not in before or before[path].html != page.html}


@pytest.mark.property
@given(_two_sites())
def test_equal_keys_mean_equal_bytes(sites: tuple[Files, Files]) -> None:
    """Whatever was edited, added or removed in between."""
    first, second = (keyed_pages(files) for files in sites)
    assert lying(first, second) == []
